"""The lines behind a count, live: what a chosen mark or row stands for, 20 lines a page, each to be opened, judged and corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets

from helpers.classroom.given import shipped_plans
from helpers.codings import LESSON
from helpers.corrections import DETECTOR_OF, VALUES, Correction, corrections
from helpers.html import Safe, joined, notice_html, table_html
from helpers.journal import Journal, NotSaved, open_journal
from helpers.lessons.correcting import all_corrections
from helpers.lessons.own_sample import SAMPLE_COLUMNS, sample_rows
from helpers.loading import open_book
from helpers.model import Corpus, CorpusError
from helpers.reading.behind import Behind, Line, behind
from helpers.reading.behind_html import behind_html, passage_html
from helpers.views.linking import Asked, asked_in
from helpers.widgets.controls import sentence
from helpers.widgets.fields import LABELLED, WIDE
from helpers.widgets.live_html import LiveHtml

CHOSEN = "Its places are those that you chose to look at, not drawn by chance; that is why it is never mixed with the shipped figure."


class LinesView(widgets.VBox):  # type: ignore[misc]
    """Lines behind a count. ``found`` is the page shown (None before), ``opened`` the place of the line in the pane ("" for none),
    ``choices`` the lists by which it is corrected, by what they correct."""

    lines: LiveHtml
    passage: LiveHtml
    sample: LiveHtml
    judging: Any

    def __init__(self, corpus: Corpus, journal: Journal | None = None) -> None:
        self._corpus, self._journal = corpus, journal
        self._label, self._groups, self._group, self._number = "", list[Asked](), 0, 1
        self.found: Behind | None = None
        self.opened = ""
        self.choices: dict[str, Any] = {}
        self._built = False
        super().__init__([])

    def _build(self) -> None:
        """Make the parts when they are first needed: most counts of a lesson are never opened."""
        self._built = True
        self.lines, self.passage, self.sample = LiveHtml(on_press=self.pressed), LiveHtml(), LiveHtml()
        self.keep = widgets.Button(description="Keep what I say", button_style="primary", layout={"width": "max-content"})
        self.go_on = widgets.Button(description="Keep and open the next line", layout={"width": "max-content"})
        self.take_back = widgets.Button(description="Take it back", layout={"width": "max-content"})
        self.keep.on_click(lambda _: self.judge())
        self.go_on.on_click(lambda _: self.judge(go_on=True))
        self.take_back.on_click(lambda _: self.judge(back=True))
        self._buttons = widgets.HBox([self.keep, self.go_on, self.take_back], layout={"flex_flow": "row wrap"})
        self.judging = widgets.VBox([])

    @property
    def journal(self) -> Journal:
        """Where corrections are kept."""
        self._journal = self._journal or open_journal()
        return self._journal

    def show(self, label: str, link: str) -> None:
        """Show the lines that a link names, under a name; nothing for a link that names none."""
        self._label, self._groups, self._group, self._number, self.opened = label, asked_in(link), 0, 1, ""
        self.draw()

    def clear(self) -> None:
        """Show nothing."""
        self.show("", "")

    def pressed(self, name: str) -> None:
        """Answer a button: another group, other lines, a line's passage (which then comes into view)."""
        kind, _, value = name.partition(":")
        if kind == "group" and value.isdecimal() and int(value) < len(self._groups):
            self._group, self._number, self.opened = int(value), 1, ""
        elif kind == "turn" and value in ("1", "-1"):
            self._number, self.opened = max(self._number + int(value), 1), ""
        elif kind == "open":
            self.opened = "" if value == self.opened else value
        self.draw()
        if kind == "open" and self.line is not None:
            self.passage.goto(self.line.line.paragraph_id)

    @property
    def line(self) -> Line | None:
        """The line whose passage is shown; None where none is open."""
        return next((line for line in self.found.lines if line.place == self.opened), None) if self.found else None

    def draw(self, said: str = "") -> None:
        """Show what is chosen; ``said`` is a message above the lists."""
        if not self._groups:
            self.found, self.children = None, []
            return
        if not self._built:
            self._build()
        asked = self._groups[self._group]
        try:
            other = open_book("ten-days") if asked.get("text") == "ten-days" else None
            self.found = behind(self._corpus, other, asked, page=self._number)
            edition = other or self._corpus.book
        except CorpusError as error:
            self.found, self.lines.html, self.children = None, notice_html(sentence(error), kind="not answered"), [self.lines]
            return
        self._number = self.found.number
        given = {(c.what, c.place): c.given for c in corrections(self.journal.answers(LESSON))}
        self.lines.html = behind_html(self._label, self._groups, self._group, self.found, given, self.opened)
        opened = passage_html(edition, self.opened) if self.line is not None and edition is not None else Safe("")
        self.passage.html = joined(opened, Safe(notice_html(said, kind="kept") if said else ""))
        self._offer(self.line, given)
        self.sample.html = self._sampled()
        self.children = [self.lines, self.passage, self.judging, self.sample]

    def _offer(self, line: Line | None, given: Mapping[tuple[str, str], str]) -> None:
        """Set the lists to what the reader said of a line, else to what ships. They are made anew only where something else is asked,
        so that the keyboard stays where it is."""
        found = line.found if line is not None else {}
        if list(found) != list(self.choices):
            self.choices = {
                what: widgets.Dropdown(
                    options=[(text, value) for value, text in VALUES[what][1].items()],
                    description=VALUES[what][0],
                    layout=WIDE,
                    style=LABELLED,
                )
                for what in found
            }
            self.judging.children = [*self.choices.values(), self._buttons] if found else []
        for what, shipped in found.items():
            self.choices[what].value = given.get((what, line.place if line else ""), shipped)
        self.take_back.disabled = not any((what, self.opened) in given for what in found)

    def _sampled(self) -> Safe:
        """The reader's own sample beside the shipped figure, for the detector of these lines; empty before the first place."""
        detector = DETECTOR_OF.get(self._groups[self._group].kind)
        mine = [c for c in all_corrections(self.journal.answers(), shipped_plans(), self._corpus) if c.detector == detector]
        if not mine:
            return Safe("")
        table = table_html(sample_rows(mine, self._corpus), "The detector’s error by my own sample", SAMPLE_COLUMNS)
        return joined(Safe(table), Safe(notice_html(CHOSEN)))

    def judge(self, *, go_on: bool = False, back: bool = False) -> None:
        """Keep what the lists say of the line that is open (or take it back), and show what that makes of the error."""
        lines = self.found.lines if self.found else ()
        at = next((k for k, line in enumerate(lines) if line.place == self.opened), None)
        if at is None or not self.choices:
            return
        line, detector = lines[at], DETECTOR_OF[self._groups[self._group].kind]
        made = [
            Correction(detector, what, line.place, value, "" if back else self.choices[what].value) for what, value in line.found.items()
        ]
        try:
            for correction in made:
                self.journal.save(LESSON, correction.item, correction.value)
        except NotSaved as error:
            self.draw(str(error))
            return
        if go_on and at + 1 < len(lines):
            self.opened = lines[at + 1].place
        self.draw("Taken back." if back else "Corrected." if any(c.corrected for c in made) else "Looked at, and you agree.")

    def __repr__(self) -> str:
        return f"LinesView({self._label!r}, {self.found.n_places if self.found else 0} lines)"
