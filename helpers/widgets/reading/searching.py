"""The search of the reading room: a query with its filters and order, twenty lines a page, each of which opens its passage."""

from __future__ import annotations

from dataclasses import replace

import ipywidgets as widgets

from helpers.analysis.concordance import ConcordancePage
from helpers.codings import BOOK
from helpers.html import Safe
from helpers.model import CorpusError, TextEdition
from helpers.reading.counting import Counted, counted_in_book
from helpers.reading.listing import counted_html, first_line, lines_html
from helpers.reading.searching import ORDERS, Search, basis, in_words, lines_of, narrowed, place_of
from helpers.reading.texts import NAMES, section_label
from helpers.widgets.controls import Said, button, choice, options_kept, row, sentence
from helpers.widgets.fields import LABELLED, WIDE
from helpers.widgets.live_html import LiveHtml
from helpers.widgets.reading.desk import Desk

SORTED = [("reading order", ""), *((words, key) for key, words in ORDERS.items())]
ROLES = [
    ("all running text", ""), ("plain text", "body"), ("quotations set apart", "quotation"), ("dialogue", "dialogue"), ("lists", "list"),
    ("tables", "table"), ("entries of the chronology", "entry"), ("insets", "inset"), ("picture captions", "caption"),
    ("footnotes", "footnote"), ("headings", "heading"),
]  # fmt: skip
QUOTATIONS = [("inside and outside", ""), ("inside quotation marks", "inside"), ("outside quotation marks", "outside")]
HINT = "a word, a phrase, soviet*, duma|soviet, soviet near/5 power"


def where_options(edition: TextEdition) -> list[tuple[str, str]]:
    """The whole text, its chapters, its sections."""
    chapters = list(dict.fromkeys(s.chapter for s in edition.sections if s.chapter))
    named = [(f"chapter {n}", f"chapter {n}") for n in chapters] if len(chapters) > 1 else []
    return [("the whole text", ""), *named, *((section_label(s), s.id) for s in edition.sections)]


class SearchPart(widgets.VBox):  # type: ignore[misc]
    """Controls and lines. ``search`` is what was asked, as plain values; ``result`` the page of lines shown (None where nothing
    was asked or it can't be answered); ``kept`` the places of the lines kept, with their printed pages."""

    def __init__(self, desk: Desk, query: str = "") -> None:
        self.desk = desk
        self.result: ConcordancePage | None = None
        self.page, self.opened = 1, ""
        self.kept: dict[str, str] = {}
        self._asked: Search | None = None
        shared = {"description": "Search for", "layout": WIDE, "style": LABELLED, "placeholder": HINT}
        self.query = widgets.Text(value=query, continuous_update=False, **shared)
        self.where = choice("in", where_options(desk.edition), "")
        self.role = choice("Parts", ROLES, "")
        self.quotation = choice("Quotation marks", QUOTATIONS, "")
        self.sorts = (choice("Sort on", SORTED, ""), choice("then on", SORTED, ""), choice("and then on", SORTED, ""))
        self.earlier = button("Earlier lines", lambda: self.turn(-1))
        self.later = button("Later lines", lambda: self.turn(1))
        self.said, self.measured = Said(), LiveHtml()
        self.view = LiveHtml(on_press=self.press, on_check=self.keep_line)
        filters = row(self.where, self.role, self.quotation)
        super().__init__([self.query, filters, row(*self.sorts), self.said, self.measured, row(self.earlier, self.later), self.view])
        for control in (self.query, self.where, self.role, self.quotation, *self.sorts):
            control.observe(self.ask, names="value")
        desk.listen(self._heard)
        self.ask()

    @property
    def search(self) -> Search:
        """What the controls ask for."""
        sort = tuple(dict.fromkeys(control.value for control in self.sorts if control.value))
        return Search(self.query.value, self.desk.text, self.where.value, self.role.value, self.quotation.value, sort)

    def set(self, search: Search) -> None:
        """Ask for another search: all controls at once, then one answer."""
        controls = (self.query, self.where, self.role, self.quotation, *self.sorts)
        wanted = narrowed(self.desk.edition, search)
        values = (wanted.query, wanted.where, wanted.role, wanted.quotation, *(*wanted.sort, "", "", "")[:3])
        for control in controls:
            control.unobserve(self.ask, names="value")
        for control, value in zip(controls, values, strict=True):
            control.value = value if control is self.query or value in [v for _, v in control.options] else ""
        for control in controls:
            control.observe(self.ask, names="value")
        self.ask()

    def ask(self, _: object = None) -> None:
        """Answer the search from its first page. In another order the lines kept stay; those of another search go, and that is said."""
        gone = 0 if self._asked == replace(self.search, sort=()) else len(self.kept)
        self._asked, self.page, self.opened = replace(self.search, sort=()), 1, ""
        if gone:
            self.kept = {}
        self.draw()
        if gone:
            let_go = f"{gone} line{'s' * (gone != 1)} kept for the search before {'are' if gone != 1 else 'is'} let go"
            self.said.say(f"{self.said.text} {let_go}: keep a search as a path before you leave it.", "search")

    def turn(self, step: int) -> None:
        """Show later or earlier lines."""
        if self.result is not None:
            self.page = min(max(self.page + step, 1), self.result.n_pages)
            self.draw()

    def draw(self) -> None:
        """Show the lines of the page, or say why there are none."""
        self.result = None
        if not self.query.value.strip():
            self._show("", "")
            self.said.say(f"Type {HINT}, then press Enter.", "search")
            return
        try:
            self.result = lines_of(self.desk.edition, self.search, self.page)
        except ValueError as error:
            self._show("", "")
            self.said.say(sentence(error), "not answered")
            return
        self.said.say(basis(self.result, self.search), "found" if self.result.n_lines else "nothing found")
        self._show(self._lines(self.result) if self.result.n_lines else "", self._measured())

    def _lines(self, result: ConcordancePage) -> Safe:
        places = [place_of(self.desk.edition, line) for line in result.lines]
        caption = in_words(self.desk.edition, self.search)
        return lines_html(result.lines, caption, first=first_line(result.number), places=places, kept=self.kept, opened=self.opened)

    def _measured(self) -> str:
        """What the measures say of the book while another text is open, or no copy is here."""
        if self.desk.text == BOOK:
            return ""
        try:
            return counted_html(counted_in_book(self.desk.corpus, self.query.value, self.where.value))
        except CorpusError as error:
            return counted_html(Counted(sentence(error)))

    def _show(self, lines: str, measured: str) -> None:
        self.view.html, self.measured.html = lines, measured
        pages = self.result.n_pages if self.result else 1
        self.earlier.disabled, self.later.disabled = self.page <= 1, self.page >= pages

    def press(self, name: str) -> None:
        """Open the passage of a line."""
        kind, _, place = name.partition(":")
        if kind == "open" and self.desk.open_place(f"{self.desk.text}/{place}"):
            self.opened = place
            self.draw()

    def keep_line(self, place: str, kept: bool) -> None:
        """Keep a line of this page for a reading path, or let it go."""
        if self.result is None:
            return
        pages = {place_of(self.desk.edition, line): str(line.pages) for line in self.result.lines}
        if kept and place in pages:
            self.kept[place] = pages[place]
        else:
            self.kept.pop(place, None)

    def _heard(self, what: str) -> None:
        if what == "text":
            self.where.unobserve(self.ask, names="value")
            options_kept(self.where, where_options(self.desk.edition), "")
            self.where.observe(self.ask, names="value")
            self.ask()

    def stored(self, guide: TextEdition, query: str) -> tuple[str, str]:
        """What stands for the search where no kernel runs, and its sentence: lines of our guide, counts from the measures."""
        search = Search(query, "guide")
        page = lines_of(guide, search)
        counted = counted_in_book(self.desk.corpus, query)
        html = counted_html(counted) + lines_html(page.lines, f"{in_words(guide, search)}: {basis(page, search)}", live=False)
        return html, f"{counted.said} {page.n_lines} lines in {NAMES['guide']}."

    def __repr__(self) -> str:
        return f"SearchPart({self.query.value!r})"
