"""Bringing a copy in from the notebook: a button to choose a file, a path to type, progress and report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from helpers.bringing import ALL_STEPS, bring_in
from helpers.exporting import typed_path
from helpers.html import notice_html, table_html
from helpers.importing.decoding import ImportRefused
from helpers.importing.reporting import report_rows
from helpers.model import CorpusError
from helpers.widgets.controls import sentence


class ImportPanel(widgets.VBox):  # type: ignore[misc]
    """Two ways to bring a copy in: ``upload`` takes a file, ``path`` a typed path that ``button`` reads.

    ``report`` holds the report of the last import (None before), ``view`` shows it; ``on_import`` is called with
    it. A refusal is shown as a sentence and changes nothing.
    """

    def __init__(self, on_import: Callable[[dict[str, Any]], None] = lambda report: None) -> None:
        self.report: dict[str, Any] | None = None
        self._on_import = on_import
        self.upload = widgets.FileUpload(
            accept=".txt,text/plain", multiple=False, description="Choose a file", layout={"width": "max-content"}
        )
        self.path = widgets.Text(
            description="or a path:", placeholder="/home/me/book.txt", layout={"width": "34em"}, continuous_update=False
        )
        self.button = widgets.Button(description="Import", tooltip="Import the file whose path is typed", layout={"width": "max-content"})
        self.bar = widgets.IntProgress(min=0, max=len(ALL_STEPS), description="progress", layout={"visibility": "hidden"})
        self.view = widgets.HTML(notice_html("Nothing has been chosen yet. Your copy stays on this machine."))
        self.upload.observe(self._uploaded, names="value")
        self.button.on_click(self._typed)
        super().__init__([self.upload, widgets.HBox([self.path, self.button]), self.bar, self.view])

    def _uploaded(self, change: dict[str, Any]) -> None:
        if change["new"]:
            self.take(bytes(change["new"][0]["content"]))

    def _typed(self, _: object = None) -> None:
        if not self.path.value.strip():
            self.view.value = notice_html("Type the path of your text file first, or choose it with the button above.")
            return
        try:
            source = typed_path(self.path.value)
        except ValueError as error:
            self.view.value = notice_html(sentence(error), kind="not imported")
            return
        self.take(source)

    def take(self, source: Path | bytes) -> None:
        """Import ``source`` and show what was found."""
        self.bar.value, self.bar.layout.visibility = 0, "visible"

        def step(name: str) -> None:
            self.bar.value += 1
            self.bar.description = name

        try:
            self.report = bring_in(source, progress=step)
        except (ImportRefused, CorpusError, OSError, MemoryError) as error:
            self.view.value = notice_html(str(error) or "there is not enough memory for this file", kind="not imported")
        else:
            self.view.value = notice_html(self.report["verdict_in_words"], kind="imported") + table_html(
                report_rows(self.report), "What the import found", {"what": "what", "found": "found"}
            )
            self._on_import(self.report)
        self.bar.layout.visibility = "hidden"

    def __repr__(self) -> str:
        return "ImportPanel()"
