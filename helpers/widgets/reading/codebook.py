"""The codebook on screen: a class's own codes, each with what it means."""

from __future__ import annotations

import ipywidgets as widgets

from helpers.reading.codebook import ITEM, Code, codebook_from, codebook_value, one_line, with_code, without_code
from helpers.reading.listing import codebook_html
from helpers.widgets.activity import Settled
from helpers.widgets.controls import Said, button, choice, options_kept, row, sentence
from helpers.widgets.fields import LABELLED, WIDE
from helpers.widgets.live_html import LiveHtml
from helpers.widgets.reading.desk import Desk


class CodebookPart(widgets.VBox):  # type: ignore[misc]
    """The codebook: ``codes`` as they stand; a code can be added, its meaning changed, or taken out."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.code = widgets.Text(description="Name of the code", placeholder="two or three words", layout=WIDE, style=LABELLED)
        self.meaning = widgets.Text(
            description="Given when", placeholder="so that a classmate would give it too", layout=WIDE, style=LABELLED
        )
        self.out = choice("Take out", [("choose …", "")], "")
        self.said = Said()
        buttons = row(button("Add the code or change its meaning", Settled(self.add).press), self.out, button("Take it out", self.drop))
        self.view = LiveHtml()
        super().__init__([self.view, self.code, self.meaning, buttons, self.said])
        desk.listen(lambda what: self.refresh() if what == ITEM else None)
        self.refresh()

    @property
    def codes(self) -> tuple[Code, ...]:
        """The codebook as it stands."""
        return codebook_from(next((a.value for a in self.desk.latest() if a.item == ITEM), None))

    def add(self) -> None:
        """Put the code that was typed into the codebook."""
        try:
            codes = with_code(self.codes, self.code.value, self.meaning.value)
        except ValueError as error:
            self.said.say(sentence(error), "not yet")
            return
        if self._keep(codes, f"“{one_line(self.code.value)}” is in the codebook."):
            self.code.value = self.meaning.value = ""

    def drop(self) -> None:
        """Take the chosen code out; passages that have it keep it."""
        if not self.out.value:
            self.said.say("Choose a code to take out first.", "not yet")
            return
        code = self.out.value
        self._keep(without_code(self.codes, code), f"“{code}” is out of the codebook; passages that have it keep it.")

    def _keep(self, codes: tuple[Code, ...], done: str) -> bool:
        problem = self.desk.keep(ITEM, codebook_value(codes))
        self.said.say(problem or done, "not saved" if problem else "kept")
        return not problem

    def refresh(self) -> None:
        """Show and offer the codes as they stand."""
        self.view.html = codebook_html(self.codes)
        options_kept(self.out, [("choose …", ""), *((c.code, c.code) for c in self.codes)], "")
