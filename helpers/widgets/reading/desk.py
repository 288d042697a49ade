"""What the parts of the reading room share: the text that is open, the passage chosen, the reader's journal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from helpers.codings import BOOK, LESSON
from helpers.journal import Answer, Journal, NotSaved
from helpers.model import Corpus, TextEdition
from helpers.reading.marking import Marker
from helpers.reading.screens import first_text
from helpers.reading.texts import Texts


class Desk:
    """The open text, by id (``text``), the chosen passage, and what is told when either changes.

    ``heard`` functions are called with what changed: "text" (another text), "passage" (another passage or screen), or the
    first part of an item that was saved: "coding", "note", "codebook", "path", "progress".
    """

    def __init__(self, corpus: Corpus, journal: Journal, texts: Texts) -> None:
        self.corpus, self.journal, self.texts = corpus, journal, texts
        self.marker = Marker(corpus)
        self.text = texts.first
        self.passage = self._first_passage()
        self.hit: tuple[int, int] | None = None
        self._heard: list[Callable[[str], None]] = []
        self._latest: dict[bool, list[Answer]] = {}

    @property
    def edition(self) -> TextEdition:
        """The open text."""
        return self.texts.editions[self.text]

    @property
    def has_book(self) -> bool:
        """Whether the reader's own copy can be opened."""
        return BOOK in self.texts.editions

    def listen(self, heard: Callable[[str], None]) -> None:
        """Call ``heard`` with what changed, after those that listened before."""
        self._heard.append(heard)

    def tell(self, what: str) -> None:
        """Tell every part that something changed; what was saved meanwhile, by other kernels too, is read again."""
        self._latest = {}
        for heard in self._heard:
            heard(what)

    def choose_text(self, text: str) -> None:
        """Open another text at its first paragraph. One that isn't here changes nothing."""
        if text in self.texts.editions and text != self.text:
            self.text = text
            self.passage, self.hit = self._first_passage(), None
            self.tell("text")

    def _first_passage(self) -> str:
        return first_text(self.edition, range(len(self.edition))) if self.texts.editions and len(self.edition) else ""

    def open_place(self, place: str) -> bool:
        """Open a passage, named as codings name it: "2.4.17" or "2.4.17:120-126" of the book, "guide/2.4.17" of another
        text; of a section ("guide/2.4") its first. Whether it was there."""
        text, _, rest = place.rpartition("/")
        paragraph, _, words = rest.partition(":")
        edition = self.texts.editions.get(text or BOOK)
        if edition is None:
            return False
        if paragraph in edition.section_places:
            paragraph = first_text(edition, edition.section(paragraph).paragraphs)
        if paragraph not in edition.paragraph_places:
            return False
        self.choose_text(text or BOOK)
        self.passage, self.hit = paragraph, _numbers(words)
        self.tell("passage")
        return True

    def latest(self, *, drafts: bool = False) -> list[Answer]:
        """The latest answers of the reading room, read once after each change."""
        if drafts not in self._latest:
            self._latest[drafts] = self.journal.answers(LESSON, drafts=drafts)
        return self._latest[drafts]

    def keep(self, item: str, value: Any, *, draft: bool = False) -> str:
        """Save something; "" where it is on the disk, else why it isn't. A draft is not told to the other parts."""
        try:
            self.journal.save(LESSON, item, value, draft=draft)
        except NotSaved as error:
            return str(error)
        finally:
            self._latest = {}
        if not draft:
            self.tell(item.partition("/")[0])
        return ""


def _numbers(words: str) -> tuple[int, int] | None:
    begin, _, end = words.partition("-")
    return (int(begin), int(end)) if begin.isdecimal() and end.isdecimal() else None
