"""References at one click, what was coded so far, and files to take away."""

from __future__ import annotations

import ipywidgets as widgets

from helpers.citing import FORMATS as CITED
from helpers.codings import Coding
from helpers.exporting import write_into
from helpers.home import private_folder
from helpers.model import CorpusError
from helpers.reading.citations import NAMES, SUFFIX, TEXTS, reference, together
from helpers.reading.exporting import FORMATS, kept_references, kept_rows, pages_at
from helpers.reading.listing import codings_html
from helpers.reading.searching import in_words
from helpers.widgets.controls import Said, button, choice, row, sentence
from helpers.widgets.fields import LABELLED, WIDE
from helpers.widgets.live_html import LiveHtml
from helpers.widgets.reading.coding import CodingPart
from helpers.widgets.reading.desk import Desk
from helpers.widgets.reading.searching import SearchPart


class CitePart(widgets.VBox):  # type: ignore[misc]
    """A reference at one click: of the chosen passage, or of the search with the lines kept. ``output`` is the text to copy."""

    def __init__(self, desk: Desk, searching: SearchPart) -> None:
        self.desk, self.searching = desk, searching
        self.form = choice("As", [(NAMES[form], form) for form in CITED], "text")
        self.output = widgets.Textarea(
            description="Reference", placeholder="a reference to copy stands here once you cite", rows=4, layout=WIDE, style=LABELLED
        )
        self.said = Said()
        buttons = row(button("Cite the chosen passage", self.passage, main=True), button("Cite the search and the lines kept", self.search))
        super().__init__([row(self.form, buttons), self.output, self.said])

    def _found_by(self) -> str:
        """The search, where it was asked of the open text and found something."""
        found = self.searching.result
        if found is None or not found.n_lines:
            return ""
        return f"{in_words(self.desk.edition, self.searching.search, TEXTS)} ({found.n_lines:,} line{'s' * (found.n_lines != 1)})"

    def passage(self) -> None:
        """Cite the chosen passage; the search is named where the passage was opened from it."""
        place = self.desk.edition.paragraph_places.get(self.desk.passage)
        if place is None:
            self.said.say("Choose a passage first.", "not yet")
            return
        pages = self.desk.edition.paragraph(place).pages(*(self.desk.hit or ()))
        found = self._found_by() if self.searching.opened.partition(":")[0] == self.desk.passage else ""
        self._give([reference(self.desk.edition, self.desk.passage, pages, form=self.form.value, search=found)])

    def search(self) -> None:
        """Cite every line kept, naming the search; without any, say what to do."""
        found = self._found_by()
        lines = list(self.searching.kept)
        if not found or not lines:
            self.said.say("Search for something and keep a line or more first: the reference names both.", "not yet")
            return
        self._give([self._line(place, found) for place in lines])

    def _line(self, place: str, found: str) -> str:
        paragraph, _, words = place.partition(":")
        begin, _, end = words.partition("-")
        pages = pages_at(self.desk.texts.editions, Coding(paragraph, "", "", int(begin), int(end), self.desk.text))
        return reference(self.desk.edition, paragraph, pages, form=self.form.value, search=found)

    def _give(self, references: list[str]) -> None:
        self.output.value = together(references, self.form.value)
        self.said.say(
            f"{len(references)} reference{'s' * (len(references) != 1)} as {NAMES[self.form.value]}: copy the text above.", "cited"
        )


class KeptPart(widgets.VBox):  # type: ignore[misc]
    """What was coded so far, and buttons that write it to files in ``folder``."""

    def __init__(self, desk: Desk, coding: CodingPart) -> None:
        self.desk, self.coding = desk, coding
        self.view = LiveHtml(on_press=self.press)
        self.folder = widgets.Text(
            value=str(private_folder("answers") or ""), description="Write into the folder", layout=WIDE, style=LABELLED
        )
        self.said = Said()
        files = row(
            button("Codings as a table (CSV)", lambda: self.write("csv")), button("as a page (HTML)", lambda: self.write("html")),
            button("as Markdown", lambda: self.write("md")), button("References (BibTeX)", lambda: self.write("bibtex")),
            button("References (CSL-JSON)", lambda: self.write("csl")),
        )  # fmt: skip
        super().__init__([self.view, self.folder, files, self.said])
        desk.listen(lambda what: self.draw() if what == "coding" else None)
        self.draw()

    def draw(self) -> None:
        """Show the codings that stand."""
        editions = self.desk.texts.editions
        self.view.html = codings_html(self.coding.codings(), lambda c: str(p) if (p := pages_at(editions, c)).first else "")

    def press(self, name: str) -> None:
        """Open a coded passage, or take its coding back."""
        kind, _, place = name.partition(":")
        if kind == "open" and not self.desk.open_place(place):
            self.said.say(f"{place} can't be opened: its text isn't here.", "not found")
        elif kind == "drop":
            self.coding.drop(place)

    def made(self, form: str) -> bytes:
        """The file of one form: csv, html, md, bibtex or csl."""
        latest, editions = self.desk.latest(), self.desk.texts.editions
        if form in FORMATS:
            return FORMATS[form](kept_rows(latest, editions))
        return kept_references(latest, editions, form).encode()

    def write(self, form: str) -> None:
        """Write a file and say where it is, or why it could not be written."""
        name = f"codings.{SUFFIX.get(form, form)}"
        if not kept_rows(self.desk.latest(), {}):
            self.said.say("Nothing is coded or noted yet: choose a passage and a code in the reading pane, and keep it.", "not yet")
            return
        try:
            made = self.made(form)
            path = write_into(self.folder.value, name, made)
        except (CorpusError, OSError, ValueError) as error:
            self.said.say(sentence(f"the file {name} could not be written: {getattr(error, 'strerror', None) or error}"), "not written")
            return
        self.said.say(f"{path} holds {len(made):,} bytes; it was sent nowhere.", "written")
