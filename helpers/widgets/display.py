"""One way to show and store: a live widget, an HTML fallback and a plain sentence in one output."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
from IPython.display import display

from helpers.jupyter_config import WIDGET_VIEW
from helpers.widgets.key_guard import guard_keys


def show(widget: widgets.Widget, fallback: str, sentence: str) -> None:
    """Display ``widget`` together with what stands for it where no kernel runs.

    ``fallback`` is HTML made by ``helpers.html`` from shipped data alone: it is what a preview shows, what nbval
    compares and what paper gets; ``sentence`` is the same in plain words. The widget's own state is never stored.
    """
    guard_keys()
    live = widgets.VBox([widget])
    live.add_class("reading-october")
    bundle: dict[str, Any] = {
        WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": live.model_id},
        "text/html": fallback,
        "text/plain": sentence,
    }
    display(bundle, raw=True)  # type: ignore[no-untyped-call]


class Shown:
    """Static HTML with its sentence, for cells that need no widget."""

    def __init__(self, html: str, sentence: str) -> None:
        self._html, self.sentence = html, sentence

    def _repr_html_(self) -> str:
        return self._html

    def __repr__(self) -> str:
        return self.sentence
