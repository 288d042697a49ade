"""Controls by which a lesson's items are answered: one class a kind, each with a plain value.

A field's ``get`` gives None while nothing, or nothing complete, was given; ``set`` restores a saved value;
``on_change`` tells of every change, so that drafts can be kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import ipywidgets as widgets

from helpers.dates import MONTHS
from helpers.lessons.plan import CLAIM_PARTS, PAGED, SURE, Item

WIDE = {"width": "min(46em, 98%)"}
LABELLED = {"description_width": "initial"}


class Field:
    """What all fields share. ``widget`` is shown; subclasses fill ``get`` and ``set``."""

    widget: Any
    controls: tuple[Any, ...] = ()

    def get(self) -> Any:
        """The value given, None where it is missing or incomplete."""
        raise NotImplementedError

    def set(self, value: Any) -> None:
        """Show a saved value."""
        raise NotImplementedError

    def lock(self, locked: bool = True) -> None:
        """Whether the controls can't be moved."""
        for control in self.controls:
            control.disabled = locked

    def on_change(self, heard: Callable[[], None]) -> None:
        """Call ``heard`` after each change."""
        for control in self.controls:
            if "value" in control.trait_names():
                control.observe(lambda _: heard(), names="value")


class ChoiceField(Field):
    """One of several: radio buttons, none chosen at first."""

    def __init__(self, item: Item) -> None:
        self._texts = [(option.text, option.id) for option in item.options]
        self.widget = widgets.RadioButtons(options=self._texts, value=None, description=item.label, layout=WIDE, style=LABELLED)
        self.controls = (self.widget,)

    def get(self) -> Any:
        return self.widget.value

    def set(self, value: Any) -> None:
        if value in [id_ for _, id_ in self._texts]:
            self.widget.value = value


class DropdownField(Field):
    """One of many: a list that opens, "choose" at first."""

    def __init__(self, label: str, choices: list[tuple[str, str]]) -> None:
        self._known = {id_ for _, id_ in choices}
        self.widget = widgets.Dropdown(options=[("choose …", ""), *choices], value="", description=label, layout=WIDE, style=LABELLED)
        self.controls = (self.widget,)

    def get(self) -> Any:
        return self.widget.value or None

    def set(self, value: Any) -> None:
        if isinstance(value, str) and value in self._known:
            self.widget.value = value


def days_between(first: str, last: str, *, short: bool = False) -> list[tuple[str, str]]:
    """Every day from ``first`` to ``last`` as (what a reader sees, ISO day); ``short`` for the ends of a slider.

    >>> days_between("1917-10-31", "1917-11-01")
    [('31 October', '1917-10-31'), ('1 November', '1917-11-01')]
    """
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    days = [begin + timedelta(days=n) for n in range((end - begin).days + 1)]
    return [(f"{day.day} {MONTHS[day.month - 1][: 3 if short else None]}", day.isoformat()) for day in days]


class NumberField(Field):
    """A number of 0 or more typed in (a share: at most 100); a comma, a space or a % behind it do no harm."""

    def __init__(self, item: Item) -> None:
        label = f"{item.label} ({item.unit})" if item.unit else item.label
        self._most = 100 if item.unit == "per cent" else 10**12
        self.widget = widgets.Text(placeholder="a number", description=label, layout={"width": "24em"}, style=LABELLED)
        self.controls = (self.widget,)

    def get(self) -> Any:
        typed = self.widget.value.replace(",", "").replace(" ", "").rstrip("%")
        try:
            number = float(typed)
        except ValueError:
            return None
        return number if 0 <= number <= self._most else None

    def set(self, value: Any) -> None:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            self.widget.value = f"{value:g}"


class TextField(Field):
    """Some sentences of the reader's own."""

    def __init__(self, item: Item, *, rows: int = 3) -> None:
        self.widget = widgets.Textarea(placeholder="in your own words", description=item.label, rows=rows, layout=WIDE, style=LABELLED)
        self.controls = (self.widget,)

    def get(self) -> Any:
        return self.widget.value.strip() or None

    def set(self, value: Any) -> None:
        self.widget.value = value if isinstance(value, str) else ""


class OrderField(Field):
    """A sequence: choose an entry and move it up or down. The order shown counts once something was moved or saved."""

    def __init__(self, item: Item) -> None:
        self._names = {entry.id: entry.text for entry in item.entries}
        self.select = widgets.Select(
            options=self._pairs(list(self._names)), description=item.label, rows=len(self._names), layout=WIDE, style=LABELLED
        )
        self.up = widgets.Button(description="Move up", tooltip="Move the chosen entry up")
        self.down = widgets.Button(description="Move down", tooltip="Move the chosen entry down")
        self.up.on_click(lambda _: self.move(-1))
        self.down.on_click(lambda _: self.move(1))
        self.widget = widgets.VBox([self.select, widgets.HBox([self.up, self.down])])
        self.controls = (self.select, self.up, self.down)
        self._heard: Callable[[], None] = lambda: None

    def _pairs(self, ids: list[str]) -> list[tuple[str, str]]:
        return [(f"{place}. {self._names[id_]}", id_) for place, id_ in enumerate(ids, 1)]

    def on_change(self, heard: Callable[[], None]) -> None:
        self._heard = heard

    def move(self, by: int) -> None:
        """Move the chosen entry by one place; at an end it stays."""
        ids, chosen = self.get(), self.select.value
        at = ids.index(chosen)
        to = min(max(at + by, 0), len(ids) - 1)
        ids.insert(to, ids.pop(at))
        self._show(ids, chosen)
        self._heard()

    def _show(self, ids: list[str], chosen: str) -> None:
        self.select.options = self._pairs(ids)
        self.select.value = chosen

    def get(self) -> list[str]:
        return [id_ for _, id_ in self.select.options]

    def set(self, value: Any) -> None:
        if isinstance(value, list) and sorted(map(str, value)) == sorted(self._names):
            self._show(list(value), value[0])


class SortField(Field):
    """A label for each of several terms: one list that opens for each."""

    def __init__(self, item: Item) -> None:
        labels = [(option.text, option.id) for option in item.options]
        self._fields = {entry.id: DropdownField(entry.text, labels) for entry in item.entries}
        self.widget = widgets.VBox([field.widget for field in self._fields.values()])
        self.controls = tuple(field.widget for field in self._fields.values())

    def get(self) -> Any:
        chosen = {id_: field.get() for id_, field in self._fields.items()}
        return chosen if all(chosen.values()) else None

    def set(self, value: Any) -> None:
        for id_, label in value.items() if isinstance(value, dict) else ():
            if id_ in self._fields:
                self._fields[id_].set(label)


class PageField(Field):
    """A printed page with a few words on what is found there."""

    def __init__(self, item: Item) -> None:
        self.page = widgets.Text(placeholder="such as 203", description="Printed page", layout={"width": "16em"}, style=LABELLED)
        self.words = widgets.Text(placeholder="what you found there", description=item.label, layout=WIDE, style=LABELLED)
        self.widget = widgets.VBox([self.page, self.words])
        self.controls = (self.page, self.words)

    def get(self) -> Any:
        page = self.page.value.strip().removeprefix("p.").strip()
        return {"page": int(page), "words": self.words.value.strip()} if page.isdecimal() and len(page) < 5 else None

    def set(self, value: Any) -> None:
        if isinstance(value, dict):
            self.page.value, self.words.value = str(value.get("page", "")), str(value.get("words", ""))


_CLAIM_LABELS = {part: heading.capitalize() for part, heading in CLAIM_PARTS.items()} | {"claim": "My claim"}


class ClaimField(Field):
    """A claim with two pieces of evidence, each with its page, one counter-evidence, and how sure the reader is."""

    def __init__(self, item: Item) -> None:
        self._texts = {
            part: widgets.Textarea(description=label, rows=2, layout=WIDE, style=LABELLED) for part, label in _CLAIM_LABELS.items()
        }
        self._pages = {
            part: widgets.Text(
                placeholder="printed page or source", description=f"{_CLAIM_LABELS[part]}: where", layout=WIDE, style=LABELLED
            )
            for part in PAGED
        }
        self.sure = widgets.RadioButtons(
            options=[(name, n) for n, name in SURE.items()], value=None, description="How sure am I?", layout=WIDE, style=LABELLED
        )
        rows: list[Any] = []
        for part, text in self._texts.items():
            rows += [text, *([self._pages[part]] if part in self._pages else [])]
        self.widget = widgets.VBox([*rows, self.sure])
        self.controls = (*self._texts.values(), *self._pages.values(), self.sure)

    def get(self) -> Any:
        texts = {part: text.value.strip() for part, text in self._texts.items()}
        if not (texts["claim"] and texts["evidence_1"] and self.sure.value):
            return None
        return texts | {f"{part}_where": page.value.strip() for part, page in self._pages.items()} | {"confidence": self.sure.value}

    def set(self, value: Any) -> None:
        if not isinstance(value, dict):
            return
        for part, text in self._texts.items():
            text.value = str(value.get(part, ""))
        for part, page in self._pages.items():
            page.value = str(value.get(f"{part}_where", ""))
        if value.get("confidence") in list(SURE):
            self.sure.value = value["confidence"]


def field_for(item: Item) -> Field:
    """The field that answers an item of its kind."""
    if item.kind == "day":
        return DropdownField(item.label, days_between(item.first, item.last))
    if item.kind == "place":
        return DropdownField(item.label, [(option.text, option.id) for option in item.options])
    kinds: dict[str, Callable[[Item], Field]] = {
        "choice": ChoiceField,
        "number": NumberField,
        "order": OrderField,
        "sort": SortField,
        "text": TextField,
        "page": PageField,
        "claim": ClaimField,
    }
    return kinds[item.kind](item)
