"""Reading paths on screen: keep the search with its chosen lines by name, replay it, send it as text, take one in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import ipywidgets as widgets

from helpers.html import Safe, element, table_html
from helpers.reading.paths import HEAD, ReadingPath, free_name, path_from_text, path_name, path_to_text, saved_paths
from helpers.reading.searching import stands
from helpers.reading.texts import NAMES
from helpers.widgets.activity import Settled
from helpers.widgets.controls import Said, button, choice, options_kept, row, sentence
from helpers.widgets.fields import LABELLED, WIDE
from helpers.widgets.live_html import LiveHtml
from helpers.widgets.reading.desk import Desk
from helpers.widgets.reading.searching import SearchPart


def path_html(path: ReadingPath, here: Mapping[str, bool]) -> Safe:
    """A path in words: its search, its lines, and which of them (``here``: by place) can be opened in this text."""
    search = path.search
    asked = [
        {"what": "search", "value": search.query}, {"what": "in", "value": f"{search.where or 'the whole'} of {NAMES[search.text]}"},
        *([{"what": "only", "value": search.kinds}] if search.kinds else []), {"what": "order", "value": search.order},
    ]  # fmt: skip
    lines = [
        element(
            "li",
            element("button", f"§ {place}", type="button", data_press=f"open:{place}") if here.get(place) else f"§ {place}",
            f" {pages}",
        )
        for place, pages in path.chosen
    ]
    table = Safe(
        table_html(asked, f"The path “{path.name}”, {len(lines)} line{'s' * (len(lines) != 1)} chosen", {"what": "what", "value": "asked"})
    )
    return Safe(table + element("ul", *lines)) if lines else table


class PathsPart(widgets.VBox):  # type: ignore[misc]
    """Paths by name: ``saved`` are those kept, ``path`` the one chosen. ``sent`` is its line of text, ``received`` takes one in."""

    def __init__(self, desk: Desk, searching: SearchPart) -> None:
        self.desk, self.searching = desk, searching
        self.name = widgets.Text(
            description="Name of the path", placeholder="for the search above and the lines kept", layout=WIDE, style=LABELLED
        )
        self.saved_list = choice("Saved paths", [("choose …", "")], "")
        self.sent = widgets.Textarea(
            description="As text, to send",
            placeholder="the line to copy stands here once a path is chosen",
            rows=2,
            layout=WIDE,
            style=LABELLED,
        )
        self.received = widgets.Textarea(
            description="A path that you were sent",
            placeholder=f"paste the line here; it begins with {HEAD}",
            rows=2,
            layout=WIDE,
            style=LABELLED,
        )
        self.said, self.view = Said(), LiveHtml(on_press=self.press)
        super().__init__([
            self.name, button("Keep this path", Settled(self.keep).press, main=True), self.saved_list,
            row(button("Replay", self.replay), button("Take back", self.drop)), self.sent, self.received,
            button("Take the path in", Settled(self.take_in).press), self.said, self.view,
        ])  # fmt: skip
        self.saved_list.observe(self._choose, names="value")
        desk.listen(lambda what: self.refresh() if what == "path" else None)
        self.refresh()

    @property
    def saved(self) -> dict[str, ReadingPath]:
        """The paths kept, by name."""
        return saved_paths(self.desk.latest())

    @property
    def path(self) -> ReadingPath | None:
        """The chosen path."""
        return self.saved.get(self.saved_list.value or "")

    def refresh(self) -> None:
        """Offer the paths as they stand."""
        options_kept(self.saved_list, [("choose …", ""), *((name, name) for name in self.saved)], "")
        self._choose()

    def keep(self) -> None:
        """Keep the search on screen, with the lines kept, under the name that was typed."""
        if self.searching.result is None:
            self.said.say("Search for something first: the path is the search, its order and filters, and the lines you keep.", "not yet")
            return
        try:
            path = ReadingPath(path_name(self.name.value), self.searching.search, tuple(self.searching.kept.items()))
        except ValueError as error:
            self.said.say(sentence(error), "not yet")
            return
        instead = ", instead of the one that had this name" if self.saved.get(path.name, path) != path else ""
        n = len(path.chosen)
        self._save(path, f"The path “{path.name}” is kept, with {n} chosen line{'s' * (n != 1)}{instead}.")

    def _save(self, path: ReadingPath, done: str) -> bool:
        problem = self.desk.keep(path.item, path.value)
        if not problem:
            self.saved_list.value = path.name
        self.said.say(problem or done, "not saved" if problem else "kept")
        return not problem

    def _choose(self, _: object = None) -> None:
        self.sent.value = path_to_text(self.path) if self.path else ""
        self.view.html = path_html(self.path, self._here(self.path)) if self.path else ""

    def _here(self, path: ReadingPath) -> dict[str, bool]:
        edition = self.desk.texts.editions.get(path.search.text)
        return {place: edition is not None and stands(edition, place) for place, _ in path.chosen}

    def replay(self) -> None:
        """Search again as the path says, with its lines kept; where its text isn't here, in the text that is."""
        path = self.path
        if path is None:
            self.said.say("Choose a saved path first.", "not yet")
            return
        here = self._here(path)
        self.desk.choose_text(path.search.text)
        self.searching.set(path.search)
        if path.search.text not in self.desk.texts.editions:
            missing = f"This path was walked in {NAMES[path.search.text]}, which isn't open here: its pages stand below; the search was asked of what is open."
            self.said.say(missing, "replayed in part")
            return
        self.searching.kept = {place: pages for place, pages in path.chosen if here[place]}
        self.searching.draw()
        gone = len(here) - sum(here.values())
        again = f"{sum(here.values())} of {len(here)} lines kept again." if here else "The path has no chosen lines."
        self.said.say(f"{again}{f' Not in this text: {gone}.' if gone else ''}", "replayed")

    def drop(self) -> None:
        """Take the chosen path back."""
        path = self.path
        if path is None:
            self.said.say("Choose a saved path first.", "not yet")
            return
        problem = self.desk.keep(path.item, None)
        self.said.say(problem or f"The path “{path.name}” is taken back.", "not saved" if problem else "kept")

    def take_in(self) -> None:
        """Keep a path that came as text; one of the reader's own that has its name stays."""
        try:
            came = path_from_text(self.received.value)
        except ValueError as error:
            self.said.say(sentence(error), "not taken in")
            return
        others = {name for name, own in self.saved.items() if (own.search, own.chosen) != (came.search, came.chosen)}
        path = replace(came, name=free_name(came.name, others))
        called = f" as “{path.name}”, for you have another of its name" if path.name != came.name else ""
        if self._save(path, f"The path “{came.name}” is taken in{called}. Replay it."):
            self.received.value = ""

    def press(self, name: str) -> None:
        """Open a chosen line of the path."""
        kind, _, place = name.partition(":")
        if kind == "open" and self.path is not None:
            self.desk.open_place(f"{self.path.search.text}/{place}")
