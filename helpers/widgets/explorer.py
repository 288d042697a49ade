"""Explorers: controls that hold choices, one pure view that answers them, and the chart with its table below.

``tempo_explorer = explorer(tempo_view, ...)`` makes a callable ``tempo_explorer(corpus, **choices)``; its ``view`` is
the static twin, the same function with fixed choices.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import ipywidgets as widgets

from helpers.charts.chart import Chart
from helpers.html import chart_table_html, notice_html
from helpers.model import Corpus, CorpusError
from helpers.reading.behind_html import chart_rows_html
from helpers.views.linking import asked_in, ids_of
from helpers.views.opening import opened_html
from helpers.widgets.chart_view import ChartView
from helpers.widgets.controls import sentence
from helpers.widgets.fields import LABELLED, WIDE
from helpers.widgets.lines_view import LinesView
from helpers.widgets.live_html import LiveHtml

Options = Sequence[tuple[str, Any]] | Callable[[Corpus], Sequence[tuple[str, Any]]]
"""(what a reader sees, value) in order, or a function of the corpus that gives them."""

STILL = "The chart is still that of the choice before."
"""What is said with a choice that can't be answered."""


@dataclass(frozen=True, slots=True)
class Control:
    """One choice of an explorer: ``kind`` is one_of, range (first and last of the options), several, text or yes_no."""

    label: str
    kind: str = "one_of"
    options: Options = ()

    def build(self, corpus: Corpus, value: Any) -> Any:
        """The widget, set to ``value``."""
        shared = {"description": self.label, "layout": WIDE, "style": LABELLED}
        if self.kind == "text":
            return widgets.Text(value=str(value), continuous_update=False, **shared)
        if self.kind == "yes_no":
            return widgets.Checkbox(value=bool(value), indent=False, description=self.label, layout=WIDE)
        options = list(self.options(corpus) if callable(self.options) else self.options)
        if self.kind == "range":
            return widgets.SelectionRangeSlider(options=options, value=tuple(value), continuous_update=False, **shared)
        if self.kind == "day":
            return widgets.SelectionSlider(options=options, value=value, continuous_update=False, **shared)
        if self.kind == "several":
            return widgets.SelectMultiple(options=options, value=tuple(value), rows=min(len(options), 6), **shared)
        return widgets.Dropdown(options=options, value=value, **shared)


class Explorer(widgets.VBox):  # type: ignore[misc]
    """Controls, chart, table, and what a chosen mark or row opens. ``choices`` are plain values; ``result`` is the chart
    shown; ``opened`` the mark that was opened last ("" before); ``lines`` what stands behind the count chosen."""

    def __init__(self, corpus: Corpus, view: Callable[..., Chart], controls: Mapping[str, Control], choices: Mapping[str, Any]) -> None:
        self._corpus, self._view = corpus, view
        self.controls = {name: control.build(corpus, choices[name]) for name, control in controls.items()}
        self._fixed = {name: value for name, value in choices.items() if name not in controls}
        self.chart = ChartView()
        self.table, self.detail = widgets.HTML(), widgets.HTML()
        self.result: Chart = view(corpus, **self.choices)
        self.opened = ""
        for control in self.controls.values():
            control.observe(self.refresh, names="value")
        self.chart.observe(self._open, names="chosen")
        super().__init__([])
        self._draw()

    @cached_property
    def rows(self) -> LiveHtml:
        """The table whose rows open, made for a chart that has such rows."""
        return LiveHtml(on_press=self._press)

    @cached_property
    def lines(self) -> LinesView:
        """What stands behind the count chosen."""
        return LinesView(self._corpus)

    @property
    def choices(self) -> dict[str, Any]:
        """Every choice by name, those without a control included."""
        return self._fixed | {name: control.value for name, control in self.controls.items()}

    def refresh(self, _: object = None) -> None:
        """Answer the choices as they stand; what can't be answered is said in a sentence."""
        try:
            self.result = self._view(self._corpus, **self.choices)
        except (ValueError, CorpusError) as error:
            self.detail.value = notice_html(f"{sentence(error)} {STILL}", kind="not answered")
            return
        self.detail.value, self.opened = "", ""
        if "lines" in self.__dict__:
            self.lines.clear()
        self._draw()

    def _draw(self) -> None:
        self.chart.show(self.result)
        opens = any(row.get("lines") for row in self.result.rows)
        if opens:
            self.rows.html = chart_rows_html(self.result)
        else:
            self.table.value = chart_table_html(self.result)
        below = (self.lines, self.rows) if opens else (self.table,)
        self.children = (*self.controls.values(), self.chart, self.detail, *below)

    def _open(self, change: Mapping[str, Any]) -> None:
        mark = next((m for m in self.result.marks if m.id == change["new"]), None)
        if mark is not None:
            self.opened = mark.id
            opens = bool(asked_in(mark.link))
            self.detail.value = "" if opens and not ids_of(mark.link) else opened_html(self._corpus, mark)
            if opens:
                self.lines.show(mark.label, mark.link)

    def _press(self, name: str) -> None:
        """Open the lines of a row of the table."""
        k = name.removeprefix("row:")
        if k.isdecimal() and int(k) < len(self.result.rows):
            row = self.result.rows[int(k)]
            told = [str(row[key]) for key in self.result.columns if isinstance(row[key], str) and row[key]]
            self.detail.value = ""
            self.lines.show(", ".join(told[:2]), str(row.get("lines") or ""))

    def __repr__(self) -> str:
        return f"Explorer({self._view.__name__})"


class ExplorerMaker:
    """What ``explorer`` returns: call it with a corpus and choices for the live explorer; ``view`` is its static twin."""

    def __init__(self, view: Callable[..., Chart], controls: Mapping[str, Control], defaults: Mapping[str, Any]) -> None:
        self.view, self.controls, self.defaults = view, controls, dict(defaults)
        self.__doc__ = f"Live explorer of ``{view.__name__}``: {(view.__doc__ or '').strip()}"

    def __call__(self, corpus: Corpus, **choices: Any) -> Explorer:
        return Explorer(corpus, self.view, self.controls, self.defaults | choices)

    def twin(self, corpus: Corpus, **choices: Any) -> Chart:
        """The chart for these choices, without any widget."""
        return self.view(corpus, **(self.defaults | choices))


def explorer(view: Callable[..., Chart], *, controls: Mapping[str, Control], **defaults: Any) -> ExplorerMaker:
    """An explorer of ``view``: a control for each choice that a reader may move, a default for every choice."""
    return ExplorerMaker(view, controls, defaults)
