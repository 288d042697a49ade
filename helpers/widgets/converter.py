"""Convert a date from one calendar into the other, either way."""

from __future__ import annotations

import re

import ipywidgets as widgets

from helpers.dates import day_in_words, offset_days, to_new_style, to_old_style
from helpers.html import notice_html
from helpers.widgets.fields import LABELLED

STYLES = [("Old Style (Julian)", "old"), ("New Style (Gregorian)", "new")]


def converted(typed: str, style: str) -> str:
    """``typed`` (YYYY-MM-DD) in the given style, named in both calendars with the days between them.

    Raises ValueError, with what is wrong, for what is no date of that calendar or lies outside 1600–2100.

    >>> converted("1917-10-25", "old")
    '25 October 1917 Old Style is 7 November 1917 New Style: 13 days apart.'
    """
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed.strip())
    if match is None:
        raise ValueError(f"{typed.strip()!r} is not of the form 1917-10-25: year, month, day.")
    iso = f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    if not 1600 <= int(match[1]) <= 2100:
        raise ValueError("This converter knows the years 1600 to 2100.")
    try:
        old, new = (iso, to_new_style(iso)) if style == "old" else (to_old_style(iso), iso)
    except ValueError:
        raise ValueError(f"That calendar has no day {iso}.") from None
    return f"{day_in_words(old)} Old Style is {day_in_words(new)} New Style: {offset_days(old)} days apart."


class Converter(widgets.VBox):  # type: ignore[misc]
    """A date to type, the style it is in, and its two names. ``result`` is the sentence shown."""

    def __init__(self, date: str) -> None:
        self.date = widgets.Text(value=date, description="Date (YYYY-MM-DD)", continuous_update=False, style=LABELLED)
        self.calendar = widgets.RadioButtons(options=STYLES, value="old", description="It is in the", style=LABELLED)
        self.view = widgets.HTML()
        self.result = ""
        for control in (self.date, self.calendar):
            control.observe(self.refresh, names="value")
        super().__init__([self.date, self.calendar, self.view])
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Convert what stands there; what can't be converted is said in a sentence."""
        try:
            self.result = converted(self.date.value, self.calendar.value)
            self.view.value = notice_html(self.result, kind="converted")
        except ValueError as error:
            self.result = str(error)
            self.view.value = notice_html(self.result, kind="not a date")

    def __repr__(self) -> str:
        return "Converter()"
