"""Coding a passage: the whole of it or some words, with a code of a codebook that can be changed, a memo, and a note."""

from __future__ import annotations

import contextlib
from typing import Any

import ipywidgets as widgets

from helpers.codings import Coding, codings
from helpers.journal import Answer
from helpers.model import Paragraph
from helpers.reading.begun import begun, too_long
from helpers.reading.codebook import LONGEST_TEXT, note_item, notes
from helpers.reading.marking import span_of_words, whole_words
from helpers.widgets.activity import Settled, later
from helpers.widgets.controls import Said, button, choice, options_kept, sentence
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
        self._shown: tuple[str, Paragraph] | None = None
        self._as_filled = ("", "")
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
        self._pressed = (Settled(self.keep), Settled(self.keep_note))
        keep, keep_note = (pressed.press for pressed in self._pressed)
        super().__init__([
            self.passage, self.words, self.code, self.memo, button("Keep the coding", keep, main=True), self.note,
            button("Keep the note", keep_note), self.said,
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
        """The passage that the fields speak of, None where there is none."""
        return self._shown[1] if self._shown else None

    def _coding(self, text: str, paragraph: Paragraph) -> Coding:
        """The coding as it stands: of the whole passage, or of the words named. Raises ValueError where they don't stand there."""
        memo = self.memo.value.strip()[:LONGEST_TEXT]
        if not self.words.value.strip():
            return Coding(paragraph.id, self.code.value, memo, edition=text)
        begin, end = self._selected or span_of_words(paragraph.text, self.words.value)
        return Coding(paragraph.id, self.code.value, memo, begin, end, text)

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
            self._take_words(text, span)

    def _take_words(self, text: str, span: tuple[int, int]) -> None:
        filling, self._filling = self._filling, True
        self.words.value = text[span[0] : span[1]]
        self._filling, self._selected = filling, span

    def keep(self) -> None:
        """Save the coding of the passage; what it was coded as before is said."""
        if self._shown is None or not self.code.value:
            self.said.say("Choose a passage and a code first.", "not yet")
            return
        try:
            coding = self._coding(*self._shown)
        except ValueError as error:
            self.said.say(sentence(error), "not yet")
            return
        if problem := too_long("The memo", self.memo.value):
            self.said.say(problem, "not yet")
            return
        before = next((c.code for c in self.codings() if c.place == coding.place), coding.code)
        problem = self.desk.keep(coding.item, coding.value | {"edition": coding.edition})
        instead = f" instead of “{before}”" if before != coding.code else ""
        self.said.say(problem or f"{coding.place} is coded as “{coding.code}”{instead}.", "not saved" if problem else "kept")
        if not problem:
            self._let_go_of_drafts(coding)
            self._write(memo="", words="")

    def _let_go_of_drafts(self, kept: Coding) -> None:
        """A memo that was begun for other words of the passage went into this coding: it doesn't come back."""
        standing = {c.place: c for c in self.codings()}
        while (other := begun(self.desk.latest(drafts=True), kept.paragraph, kept.edition)) is not None:
            stands = standing.get(other.place)
            if other.place == kept.place or (stands is not None and stands.memo == other.memo):
                return
            if self.desk.keep(other.item, (stands or Coding("", "")).value | {"edition": other.edition}, draft=True):
                return

    def drop(self, place: str) -> None:
        """Take a coding back."""
        coding = next((c for c in codings(self.desk.latest()) if c.place == place), None)
        if coding is not None:
            problem = self.desk.keep(coding.item, Coding(coding.paragraph, "").value | {"edition": coding.edition})
            self.said.say(problem or f"The coding of {place} is taken back.", "not saved" if problem else "kept")

    @property
    def _note_place(self) -> str:
        return Coding(self._shown[1].id, "", edition=self._shown[0]).place if self._shown else ""

    def keep_note(self) -> None:
        """Save the note on the passage; an empty one takes it back."""
        if self._shown is None:
            self.said.say("Choose a passage first.", "not yet")
            return
        problem = too_long("The note", self.note.value)
        if problem:
            self.said.say(problem, "not yet")
            return
        problem = self.desk.keep(note_item(self._note_place), self.note.value.strip())
        done = f"The note on {self._note_place} is {'kept' if self.note.value.strip() else 'taken back'}."
        self.said.say(problem or done, "not saved" if problem else "kept")

    def _save_drafts(self) -> None:
        """Keep what was changed in the note and in the memo, without giving it."""
        if self._shown is None:
            return
        memo, note = self.memo.value.strip(), self.note.value.strip()
        if note != self._as_filled[1]:
            problem = self.desk.keep(note_item(self._note_place), note[:LONGEST_TEXT], draft=True)
            self.said.say(problem or too_long("The note", note), "not saved")
        if memo != self._as_filled[0]:
            try:
                coding = self._coding(*self._shown)
            except ValueError:
                coding = Coding(self._shown[1].id, self.code.value, memo[:LONGEST_TEXT], edition=self._shown[0])
            problem = self.desk.keep(coding.item, coding.value | {"edition": coding.edition}, draft=True)
            self.said.say(problem or too_long("The memo", memo), "not saved")
        self._as_filled = (memo, note)

    def _note(self) -> str:
        return notes(self.desk.latest(drafts=True)).get(self._note_place, "")

    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] and change["new"] != self.desk.passage and not self._filling:
            self.desk.open_place(f"{self.desk.text}/{change['new']}")

    def _typed(self, _: object) -> None:
        if not self._filling:
            self._selected = None

    def _fill(self) -> None:
        """Offer the passages of the screen and show what was kept or begun for the chosen one; what stood there before is drafted."""
        for pressed in self._pressed:
            pressed.now()
        self._save_drafts()
        self._filling = True
        options_kept(self.passage, passage_options(self.pane.paragraphs))
        if self.desk.passage in [value for _, value in self.passage.options]:
            self.passage.value = self.desk.passage
        chosen = next((p for p in self.pane.paragraphs if p.id == self.passage.value), None)
        self._shown = (self.desk.text, chosen) if chosen is not None else None
        found = begun(self.desk.latest(drafts=True), chosen.id, self.desk.text) if chosen is not None else None
        self._write(memo=found.memo if found else "", words="", note=self._note())
        if chosen is not None and found and found.begin is not None and found.end is not None:
            self._take_words(chosen.text, (found.begin, found.end))
        if found and found.code in [value for _, value in self.code.options]:
            self.code.value = found.code
        self._filling = False

    def _write(self, **texts: str) -> None:
        """Put texts into fields: they are not news to be drafted."""
        filling, self._filling = self._filling, True
        for name, text in texts.items():
            getattr(self, name).value = text
        self._selected, self._filling = None, filling
        self._as_filled = (self.memo.value.strip(), self.note.value.strip() if "note" in texts else self._as_filled[1])

    def _heard(self, what: str) -> None:
        if what in ("text", "passage"):
            self._fill()
        elif what == "codebook":
            options_kept(self.code, [("choose …", ""), *self._codes()], "")

    def codings(self) -> list[Coding]:
        """Every coding that stands, in reading order."""
        answers: list[Answer] = self.desk.latest()
        return codings(answers)
