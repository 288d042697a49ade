"""Controls of the rooms: lists and buttons that say what they do, side by side, and a place for a short message."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from helpers.html import notice_html
from helpers.widgets.fields import LABELLED

FIT = {"width": "max-content"}
NARROW = {"width": "auto", "max_width": "min(34em, 98%)"}
ROW = {"flex_flow": "row wrap", "align_items": "center", "grid_gap": "0 1em"}


def choice(label: str, options: Any, value: Any = None, **more: Any) -> Any:
    """A list that opens, labelled."""
    return widgets.Dropdown(options=options, value=value, description=label, layout=NARROW, style=LABELLED, **more)


def button(label: str, act: Callable[[], None], *, main: bool = False, **more: Any) -> Any:
    """A button that says what it does."""
    made = widgets.Button(description=label, layout=FIT, button_style="primary" if main else "", **more)
    made.on_click(lambda _: act())
    return made


def row(*parts: Any) -> Any:
    """Controls side by side, wrapped where the page is narrow."""
    return widgets.Box(list(parts), layout=ROW)


def sentence(said: object) -> str:
    """What an error says, with a capital and a full stop: a reader gets sentences.

    >>> sentence(ValueError("give the code a name first")), sentence("“x” stands nowhere."), sentence("")
    ('Give the code a name first.', '“x” stands nowhere.', '')
    """
    text = str(said).strip()
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?', '…')) else '.'}" if text else ""


class Said(widgets.HTML):  # type: ignore[misc]
    """A place for a short message: ``text`` is what is said now, "" for nothing."""

    def __init__(self) -> None:
        self.text = ""
        super().__init__()

    def say(self, text: str, kind: str = "note") -> None:
        """Show a message, or clear the place with ""."""
        self.text = text
        self.value = notice_html(text, kind=kind) if text else ""


def options_kept(control: Any, options: Any, fallback: Any = None) -> None:
    """Give a list other options; the value stays where it still can. On the way its observers see the first option."""
    offered = [value for _, value in options]
    if list(control.options) == list(options):
        return
    kept = control.value
    control.options = options
    control.value = kept if kept in offered else fallback if fallback in offered else offered[0] if offered else None
