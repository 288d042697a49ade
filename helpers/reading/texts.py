"""Which texts lie open in the reading room, and how far the reader has come in each of their sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from helpers.codings import BOOK, LESSON
from helpers.journal import Answer
from helpers.model import Corpus, CorpusError, Section, TextEdition
from helpers.words import title_case

GUIDE = "guide"
OTHERS = {"ten-days": "Ten Days that Shook the World (your copy)", "other": "another text of yours"}
NAMES = {BOOK: "your copy of the book", GUIDE: "the reading guide", **OTHERS}
"""What a reader calls each text, by its id."""


@dataclass(frozen=True)
class Texts:
    """The open texts by id, in the order offered; ``damaged`` says what could not be opened, in sentences."""

    editions: Mapping[str, TextEdition]
    damaged: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """What is open at first: the book where there is a copy, else the guide."""
        return next(iter(self.editions), "")


def open_texts(corpus: Corpus, open_other: Callable[[str], TextEdition | None] = lambda _: None) -> Texts:
    """The reader's copy where there is one, the guide, and other imported texts (by ``open_other``). One that is damaged
    is left out and named."""
    openers: dict[str, Callable[[], TextEdition | None]] = {BOOK: lambda: corpus.book, GUIDE: lambda: corpus.guide}
    openers |= {name: partial(open_other, name) for name in OTHERS}
    editions: dict[str, TextEdition] = {}
    damaged = []
    for name, opened in openers.items():
        try:
            edition = opened()
        except CorpusError as error:
            damaged.append(f"{NAMES[name].capitalize()} can't be opened: {error}")
            continue
        if edition is not None:
            editions[name] = edition
    return Texts(editions, tuple(damaged))


def section_label(section: Section) -> str:
    """Number and title of a section, as one reads it."""
    return f"{section.id} {title_case(section.label)}"


def progress_item(text: str, section: str) -> str:
    """The item under which it is saved how far a section was read.

    >>> progress_item("book", "2.4"), progress_item("guide", "2.4")
    ('progress/2.4', 'progress/guide/2.4')
    """
    return f"progress/{section}" if text == BOOK else f"progress/{text}/{section}"


def read_so_far(latest: Iterable[Answer]) -> dict[str, str]:
    """Progress item → id of the last paragraph read; what has another form is left out."""
    kept = (a for a in latest if a.lesson == LESSON and isinstance(a.item, str) and a.item.startswith("progress/"))
    return {a.item: a.value["paragraph"] for a in kept if isinstance(a.value, dict) and isinstance(a.value.get("paragraph"), str)}


def share_read(edition: TextEdition, section: Section, paragraph: str | None) -> float:
    """Which share of a section's paragraphs was read when ``paragraph`` was the last; 0 for none or one of elsewhere."""
    place = edition.paragraph_places.get(paragraph or "")
    if place is None or place not in section.paragraphs:
        return 0.0
    return (place - section.paragraphs.start + 1) / len(section.paragraphs)


def contents_rows(edition: TextEdition, text: str, progress: Mapping[str, str]) -> list[dict[str, Any]]:
    """A row a section in reading order: section (id), label, pages, words, read_share and what that is in words."""
    rows = []
    for section in edition.sections:
        share = share_read(edition, section, progress.get(progress_item(text, section.id)))
        rows.append({
            "chapter": section.chapter, "section": section.id, "label": section_label(section), "pages": str(section.pages) if section.pages.first else "",
            "words": section.words, "read_share": share, "read": share_in_words(share),
        })  # fmt: skip
    return rows


def share_in_words(share: float) -> str:
    """How much was read.

    >>> share_in_words(0), share_in_words(0.004), share_in_words(0.994), share_in_words(1)
    ('not yet', '1 % read', '99 % read', 'read')
    """
    if share <= 0:
        return "not yet"
    return "read" if share >= 1 else f"{min(max(round(100 * share), 1), 99)} % read"
