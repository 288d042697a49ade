"""A table of a lesson, live: each row opens the lines that it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from helpers.journal import Journal
from helpers.model import Corpus
from helpers.reading.behind_html import opening_table_html
from helpers.widgets.lines_view import LinesView
from helpers.widgets.live_html import LiveHtml


class OpeningTable(widgets.VBox):  # type: ignore[misc]
    """A table whose rows open their lines: ``opens`` gives the link of a row ("" for none)."""

    def __init__(
        self,
        rows: Sequence[Mapping[str, Any]],
        caption: str,
        columns: Mapping[str, str],
        corpus: Corpus,
        opens: Callable[[Mapping[str, Any]], str],
        journal: Journal | None = None,
    ) -> None:
        self._rows, self._first, self._links = rows, next(iter(columns)), [opens(row) for row in rows]
        self.lines = LinesView(corpus, journal)
        self.table = LiveHtml(opening_table_html(rows, caption, columns, self._links), on_press=self.pressed)
        super().__init__([self.table, self.lines])

    def pressed(self, name: str) -> None:
        """Open the lines of the row that was pressed."""
        k = name.removeprefix("row:")
        if k.isdecimal() and int(k) < len(self._rows):
            self.lines.show(str(self._rows[int(k)][self._first]), self._links[int(k)])

    def __repr__(self) -> str:
        return f"OpeningTable({len(self._rows)} rows)"
