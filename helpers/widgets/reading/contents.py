"""The contents on screen: choose a text, see how far each section was read, open one."""

from __future__ import annotations

import ipywidgets as widgets

from helpers.reading.listing import contents_html
from helpers.reading.texts import NAMES, contents_rows, read_so_far
from helpers.widgets.controls import Said, choice
from helpers.widgets.live_html import LiveHtml
from helpers.widgets.reading.desk import Desk


class ContentsPart(widgets.VBox):  # type: ignore[misc]
    """The texts that are here, and the sections of the open one with how far each was read."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.text = choice("Text", [(NAMES[name], name) for name in desk.texts.editions], desk.text)
        self.said = Said()
        self.view = LiveHtml(on_press=self.press)
        super().__init__([self.text, self.said, self.view])
        self.said.say(" ".join(desk.texts.damaged), "not opened")
        self.text.observe(lambda change: desk.choose_text(change["new"]), names="value")
        desk.listen(self._heard)
        self.draw()

    def draw(self) -> None:
        """Show the contents of the open text."""
        rows = contents_rows(self.desk.edition, self.desk.text, read_so_far(self.desk.latest()))
        opened = self.desk.passage.rpartition(".")[0]
        self.view.html = contents_html(rows, f"Contents of {NAMES[self.desk.text]}", opened=opened)

    def press(self, name: str) -> None:
        """Open a section."""
        kind, _, section = name.partition(":")
        if kind == "section":
            self.desk.open_place(f"{self.desk.text}/{section}")

    def _heard(self, what: str) -> None:
        if what == "text":
            self.text.value = self.desk.text
        if what in ("text", "progress"):
            self.draw()
