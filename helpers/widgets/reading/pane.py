"""The reading pane: open a section or a printed page, page on, mark names and dates, choose a passage."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import ipywidgets as widgets

from helpers.codings import Coding
from helpers.html import Safe
from helpers.model import Paragraph, TextEdition
from helpers.reading.codebook import codings_in, notes
from helpers.reading.marking import Span, counted, dates
from helpers.reading.screens import Screen, beside, first_text, pages_of, paragraphs_of, screen_at, screen_of_page
from helpers.reading.showing import screen_html
from helpers.reading.texts import NAMES, progress_item, read_so_far, section_label
from helpers.widgets.controls import Said, button, choice, options_kept, row
from helpers.widgets.fields import LABELLED
from helpers.widgets.live_html import LiveHtml
from helpers.widgets.reading.desk import Desk


class PanePart(widgets.VBox):  # type: ignore[misc]
    """One screen of a section. ``screen`` is which; ``marked`` what is marked on it, by paragraph id."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.screen = self._screen_of("")
        self.marked: dict[str, list[Span]] = {}
        self._paged = False
        self.section = choice("Section", self._sections(), self.screen.section)
        self.page = widgets.Text(
            placeholder="such as 95", continuous_update=False, description="Go to printed page", layout={"width": "20em"}, style=LABELLED
        )
        self.names = widgets.Checkbox(description="Mark people, places and organisations", indent=False, layout={"width": "auto"})
        self.days = widgets.Checkbox(description="Mark dates", indent=False, layout={"width": "auto"})
        self.earlier = button("Earlier screen", lambda: self.turn(-1))
        self.later = button("Later screen", lambda: self.turn(1), main=True)
        self.earlier_below, self.later_below = button("Earlier screen", lambda: self.turn(-1)), button("Later screen", lambda: self.turn(1))
        self.head, self.said = Said(), Said()
        self.view = LiveHtml(on_press=self.press, on_select=self._selected)
        super().__init__([
            row(self.section, self.page), row(self.names, self.days), row(self.earlier, self.later), self.head, self.said, self.view,
            row(self.earlier_below, self.later_below),
        ])  # fmt: skip
        self.section.observe(self._chosen_section, names="value")
        self.page.observe(lambda change: self.go(change["new"]), names="value")
        for box in (self.names, self.days):
            box.observe(lambda _: self.draw(), names="value")
        self.on_select: Callable[[str, int, int], None] = lambda *_: None
        desk.listen(self._heard)
        self.draw()

    def _sections(self) -> list[tuple[str, str]]:
        return [(section_label(s), s.id) for s in self.desk.edition.sections]

    def _screen_of(self, passage: str) -> Screen:
        edition = self.desk.edition
        return screen_at(edition, edition.paragraph_places.get(passage, 0))

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the screen."""
        return paragraphs_of(self.desk.edition, self.screen)

    def draw(self) -> None:
        """Show the screen as it stands."""
        paragraphs = self.paragraphs
        latest = self.desk.latest()
        self.marked = {p.id: self._spans(p) for p in paragraphs}
        self.view.html = self._html(paragraphs, codings_in(latest, self.desk.text), notes(latest))
        pages, said = pages_of(paragraphs), counted(span for spans in self.marked.values() for span in spans)
        section = self.desk.edition.section(self.screen.section)
        head = f"{section_label(section)}, screen {self.screen.number} of {self.screen.n}{f', {pages}' if pages.first else ''}."
        self.head.say(f"{head}{f' Marked: {said}.' if said else ''}", NAMES[self.desk.text])
        self.earlier.disabled = self.earlier_below.disabled = beside(self.desk.edition, self.screen, -1) is None

    def _html(self, paragraphs: list[Paragraph], coded: Mapping[str, list[Coding]], noted: Mapping[str, str]) -> Safe:
        prefix = "" if self.desk.text == "book" else f"{self.desk.text}/"
        here = {p.id: noted[f"{prefix}{p.id}"] for p in paragraphs if f"{prefix}{p.id}" in noted}
        return screen_html(paragraphs, self.marked, coded, here, chosen=self.desk.passage)

    def _spans(self, paragraph: Paragraph) -> list[Span]:
        spans = self.desk.marker.names(paragraph.text) if self.names.value else []
        spans += dates(paragraph.text) if self.days.value else []
        if self.desk.hit and paragraph.id == self.desk.passage:
            spans.append(Span(*self.desk.hit, "hit"))
        return spans

    def turn(self, step: int) -> None:
        """Page on or back; the screen that is left by paging on counts as read."""
        found = beside(self.desk.edition, self.screen, step)
        if step > 0:
            self._keep_progress()
        if found is None:
            self.said.say(
                f"This is the {'last' if step > 0 else 'first'} screen of {NAMES[self.desk.text]}.",
                "the end" if step > 0 else "the beginning",
            )
            return
        self.said.say("")
        self.screen, self._paged = found, True
        self.desk.open_place(f"{self.desk.text}/{first_text(self.desk.edition, found.places)}")

    def _keep_progress(self) -> None:
        edition = self.desk.edition
        last = str(edition.paragraph_rows[self.screen.places.stop - 1][0])
        item = progress_item(self.desk.text, self.screen.section)
        before = edition.paragraph_places.get(read_so_far(self.desk.latest()).get(item, ""), -1)
        if self.screen.places.stop - 1 > before:
            self.said.say(self.desk.keep(item, {"paragraph": last}), "not saved")

    def go(self, typed: str) -> None:
        """Open the screen of a printed page; the field is emptied, so that the same page can be asked for again."""
        wanted = typed.strip().removeprefix("pp.").removeprefix("p.").strip()
        if not wanted:
            return
        found = screen_of_page(self.desk.edition, int(wanted)) if wanted.isdecimal() and len(wanted) < 5 else None
        if found is None:
            self.said.say(f"No text of {NAMES[self.desk.text]} stands on a page “{wanted[:20]}”: type a number such as 95.", "not found")
            return
        self.said.say("")
        self.page.value = ""
        self.desk.open_place(f"{self.desk.text}/{found[1]}")

    def press(self, name: str) -> None:
        """Choose a passage of the screen."""
        kind, _, paragraph = name.partition(":")
        if kind == "passage":
            self.desk.open_place(f"{self.desk.text}/{paragraph}")

    def _selected(self, paragraph: str, begin: int, end: int) -> None:
        if paragraph in {p.id for p in self.paragraphs}:
            self.on_select(paragraph, begin, end)

    def _chosen_section(self, change: Mapping[str, str]) -> None:
        if change["new"] and change["new"] != self.screen.section:
            self.desk.open_place(f"{self.desk.text}/{change['new']}")

    def _heard(self, what: str) -> None:
        if what == "text":
            self.screen = self._screen_of("")
            self._offer_sections()
            self.draw()
        elif what == "passage":
            found = self._screen_of(self.desk.passage)
            moved, self.screen = self._paged or found != self.screen, found
            self.section.value = found.section
            self.draw()
            if moved or self.desk.hit:
                self.view.goto(self.desk.passage, focus=not self._paged)
            self._paged = False
        elif what in ("coding", "note"):
            self.draw()

    def _offer_sections(self) -> None:
        self.section.unobserve(self._chosen_section, names="value")
        options_kept(self.section, self._sections(), self.screen.section)
        self.section.value = self.screen.section
        self.section.observe(self._chosen_section, names="value")

    def stored(self, guide: TextEdition, section: str) -> tuple[str, str]:
        """What stands for the pane where no kernel runs, and its sentence: the first screen of a section of our guide."""
        first = screen_at(guide, guide.section(section).paragraphs.start)
        paragraphs = paragraphs_of(guide, first)
        return screen_html(paragraphs, {}, {}, {}, live=False), f"The guide to section {section}, screen 1 of {first.n}."

    def __repr__(self) -> str:
        return f"PanePart({self.screen.section}, screen {self.screen.number})"
