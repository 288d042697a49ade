"""Coding a passage: the whole of it or some words, with a code of a codebook that can be changed, a memo, and a note."""

from __future__ import annotations

import contextlib
from typing import Any

import ipywidgets as widgets

from helpers.codings import Coding, codings
from helpers.journal import Answer
from helpers.model import Paragraph
from helpers.reading.codebook import LONGEST_TEXT, note_item, notes
from helpers.reading.marking import span_of_words, whole_words
from helpers.widgets.activity import later
from helpers.widgets.controls import Said, button, choice, options_kept
from helpers.widgets.fields import LABELLED, WIDE
from helpers.widgets.live_html import characters
from helpers.widgets.reading.codebook import CodebookPart
from helpers.widgets.reading.desk import Desk
from helpers.widgets.reading.pane import PanePart

BEGIN = 8
"""Words of a paragraph by which a list names it."""


def passage_options(paragraphs: list[Paragraph]) -> list[tuple[str, str]]:
    """Each paragraph by id, printed page and its first words."""
    return [(_called(p), p.id) for p in paragraphs if p.role != "running_head"]


def _called(p: Paragraph) -> str:
    pages = f", {p.pages()}" if p.pages().first else ""
    words = p.text.split()
    return f"{p.id}{pages}: {' '.join(words[:BEGIN])}{' …' if len(words) > BEGIN else ''}"


class CodingPart(widgets.VBox):  # type: ignore[misc]
    """The passage being coded: ``passage`` (its id), ``words`` (empty for the whole), ``code``, ``memo``, ``note``."""

    def __init__(self, desk: Desk, pane: PanePart, book: CodebookPart) -> None:
        self.desk, self.pane, self.book = desk, pane, book
        self._selected: tuple[int, int] | None = None
        self._filling = False
        self.passage = choice("Passage", passage_options(pane.paragraphs), None)
        self.words = widgets.Text(
            description="Only these words",
            placeholder="empty: the whole passage; or select words above; first … last",
            layout=WIDE,
            style=LABELLED,
        )
        self.code = choice("Code", [("choose …", ""), *self._codes()], "")
        self.memo = widgets.Textarea(description="Memo: why this code?", rows=2, layout=WIDE, style=LABELLED)
        self.note = widgets.Textarea(description="Note on the passage", rows=2, layout=WIDE, style=LABELLED)
        self.said = Said()
        super().__init__([
            self.passage, self.words, self.code, self.memo, button("Keep the coding", self.keep, main=True), self.note,
            button("Keep the note", self.keep_note), self.said,
        ])  # fmt: skip
        pane.on_select = self.select
        self.passage.observe(self._choose, names="value")
        self.words.observe(self._typed, names="value")
        drafted = later(self._save_drafts)
        for field in (self.memo, self.note):
            field.observe(lambda _: drafted() if not self._filling else None, names="value")
        desk.listen(self._heard)
        self._fill()

    def _codes(self) -> list[tuple[str, str]]:
        return [(f"{c.code}: {c.meaning}" if c.meaning else c.code, c.code) for c in self.book.codes]

    @property
    def paragraph(self) -> Paragraph | None:
        """The chosen passage, None where none is chosen."""
        return next((p for p in self.pane.paragraphs if p.id == self.passage.value), None)

    def _coding(self, paragraph: Paragraph) -> Coding:
        """The coding as it stands: of the whole passage, or of the words named. Raises ValueError where they don't stand there."""
        memo = self.memo.value.strip()[:LONGEST_TEXT]
        if not self.words.value.strip():
            return Coding(paragraph.id, self.code.value, memo, edition=self.desk.text)
        begin, end = self._selected or span_of_words(paragraph.text, self.words.value)
        return Coding(paragraph.id, self.code.value, memo, begin, end, self.desk.text)

    def select(self, paragraph: str, begin: int, end: int) -> None:
        """Take the words that were selected in the pane, widened to whole words."""
        found = next((p for p in self.pane.paragraphs if p.id == paragraph), None)
        if found is None:
            return
        text = found.text
        with contextlib.suppress(ValueError):
            span = whole_words(text, characters(text, begin), characters(text, end))
            if self.passage.value != paragraph:
                self.passage.value = paragraph
            self._filling = True
            self.words.value = text[span[0] : span[1]]
            self._filling, self._selected = False, span

    def keep(self) -> None:
        """Save the coding of the passage."""
        paragraph = self.paragraph
        if paragraph is None or not self.code.value:
            self.said.say("Choose a passage and a code first.", "not yet")
            return
        try:
            coding = self._coding(paragraph)
        except ValueError as error:
            self.said.say(str(error), "not yet")
            return
        problem = self.desk.keep(coding.item, coding.value | {"edition": coding.edition})
        self.said.say(problem or f"{coding.place} is coded as “{coding.code}”.", "not saved" if problem else "kept")
        if not problem:
            self.memo.value = self.words.value = ""

    def drop(self, place: str) -> None:
        """Take a coding back."""
        coding = next((c for c in codings(self.desk.latest()) if c.place == place), None)
        if coding is not None:
            problem = self.desk.keep(coding.item, Coding(coding.paragraph, "").value | {"edition": coding.edition})
            self.said.say(problem or f"The coding of {place} is taken back.", "not saved" if problem else "kept")

    @property
    def _note_place(self) -> str:
        return Coding(self.passage.value or "", "", edition=self.desk.text).place

    def keep_note(self) -> None:
        """Save the note on the passage; an empty one takes it back."""
        if self.paragraph is None:
            self.said.say("Choose a passage first.", "not yet")
            return
        problem = self.desk.keep(note_item(self._note_place), self.note.value.strip()[:LONGEST_TEXT])
        self.said.say(problem or f"The note on {self._note_place} is kept.", "not saved" if problem else "kept")

    def _save_drafts(self) -> None:
        """Keep what stands in the note and in the memo, without giving it."""
        paragraph = self.paragraph
        if paragraph is None:
            return
        if self.note.value.strip() != self._note(drafts=True):
            self.said.say(self.desk.keep(note_item(self._note_place), self.note.value.strip()[:LONGEST_TEXT], draft=True), "not saved")
        if self.code.value and self.memo.value.strip():
            with contextlib.suppress(ValueError):
                coding = self._coding(paragraph)
                self.said.say(self.desk.keep(coding.item, coding.value | {"edition": coding.edition}, draft=True), "not saved")

    def _note(self, *, drafts: bool) -> str:
        return notes(self.desk.latest(drafts=drafts)).get(self._note_place, "")

    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] and change["new"] != self.desk.passage and not self._filling:
            self.desk.open_place(f"{self.desk.text}/{change['new']}")

    def _typed(self, _: object) -> None:
        if not self._filling:
            self._selected = None

    def _fill(self) -> None:
        """Offer the passages of the screen and show what was kept for the chosen one."""
        self._filling = True
        options_kept(self.passage, passage_options(self.pane.paragraphs))
        if self.desk.passage in [value for _, value in self.passage.options]:
            self.passage.value = self.desk.passage
        self.words.value, self._selected = "", None
        self.note.value = self._note(drafts=True)
        begun = next((c for c in codings(self.desk.latest(drafts=True)) if c.place == self._note_place), None)
        self.memo.value = begun.memo if begun else ""
        if begun and begun.code in [value for _, value in self.code.options]:
            self.code.value = begun.code
        self._filling = False

    def _heard(self, what: str) -> None:
        if what in ("text", "passage"):
            self._fill()
        elif what == "codebook":
            options_kept(self.code, [("choose …", ""), *self._codes()], "")

    def codings(self) -> list[Coding]:
        """Every coding that stands, in the order of their places."""
        answers: list[Answer] = self.desk.latest()
        return codings(answers)
