"""Days and hours as numbers on an axis, Old Style, with the stretch of time that a vague date can mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from helpers.dates import MONTHS, to_new_style, to_old_style

PRECISIONS = ("minute", "hour", "part_of_day", "day", "part_of_month", "month", "year")
"""From exact to vague, as in the table ``events``."""
_HOURS = {"minute": 1 / 60, "hour": 1.0}


@dataclass(frozen=True)
class Span:
    """A stretch of time in days (day 1 = 1 January of the year 1, Gregorian) and how exact its date is."""

    start: float
    end: float
    precision: str

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.start + self.end) / 2


@lru_cache(maxsize=4096)
def day_number(os_date: str) -> int:
    """The number of an Old Style day; YYYY and YYYY-MM stand for their first. Raises ValueError for no date.

    >>> day_number("1917-11-01") - day_number("1917-10-25"), day_number("1917-10") == day_number("1917-10-01")
    (7, True)
    """
    full = os_date + "-01" * (2 - os_date.count("-"))
    return date.fromisoformat(to_new_style(full)).toordinal()


def day_name(number: float, *, year: bool = False) -> str:
    """The Old Style day that a number falls on.

    >>> day_name(day_number("1917-10-25") + 0.5), day_name(day_number("1918-01-05"), year=True)
    ('25 Oct', '5 Jan 1918')
    """
    return _day_name(int(number), year)


@lru_cache(maxsize=4096)
def _day_name(day_number: int, year: bool) -> str:
    y, month, day = to_old_style(date.fromordinal(day_number).isoformat()).split("-")
    return f"{int(day)} {MONTHS[int(month) - 1][:3]}" + (f" {y}" if year else "")


def new_style_name(number: float) -> str:
    """The New Style day that a number falls on.

    >>> new_style_name(day_number("1917-10-25"))
    '7 Nov'
    """
    day = date.fromordinal(int(number))
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


@lru_cache(maxsize=4096)
def _after(os_date: str) -> int:
    """The number of the first day after a date, a month or a year."""
    parts = [int(part) for part in os_date.split("-")]
    if len(parts) == 3:
        return day_number(os_date) + 1
    if len(parts) == 2:
        year, month = (parts[0] + 1, 1) if parts[1] == 12 else (parts[0], parts[1] + 1)
        return day_number(f"{year}-{month:02d}")
    return day_number(str(parts[0] + 1))


def span(row: Mapping[str, Any]) -> Span | None:
    """All the time that a row with ``os_start``, ``os_end``, ``precision`` and ``clock`` can mean; None without a date.

    A minute and an hour are as long as their names say; without a clock time they last the day. A part of a day
    that runs over two is the night between them, 18:00 to 06:00, and otherwise the whole day; every other date is
    all of its days. Dates may be pairs "a/b" (between). ``from_hour`` and ``to_hour`` (hours after the first
    midnight), where a row has them, say which part of a day is meant.

    >>> night = span({"os_start": "1917-10-25", "os_end": "1917-10-26", "precision": "part_of_day"})
    >>> night.start - day_number("1917-10-25"), night.end - night.start
    (0.75, 0.5)
    >>> month = span({"os_start": "1917-10", "os_end": "", "precision": "month"})
    >>> month.end - month.start
    31
    """
    start = str(row.get("os_start") or "").split("/")[0]
    if not start:
        return None
    end = str(row.get("os_end") or row.get("os_start")).split("/")[-1]
    first, last, precision = day_number(start), _after(end), str(row.get("precision") or "day")
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})", str(row.get("clock") or ""))
    if clock and precision in _HOURS:
        at = first + int(clock[1]) / 24 + int(clock[2]) / 1440
        return Span(at, at + _HOURS[precision] / 24, precision)
    hours = row.get("from_hour"), row.get("to_hour")
    if all(isinstance(hour, (int, float)) and hour == hour for hour in hours):
        return Span(first + hours[0] / 24, first + hours[1] / 24, precision)  # type: ignore[operator]
    if precision == "part_of_day" and last - first == 2:
        return Span(first + 0.75, first + 1.25, precision)
    return Span(first, max(last, first + 1), precision)


def spoken_span(span: Span) -> str:
    """A span in words, as exact as it is and no more.

    >>> spoken_span(Span(day_number("1917-10-25") + 0.5, day_number("1917-10-25") + 0.5 + 1 / 1440, "minute"))
    '25 Oct 1917, 12:00'
    >>> spoken_span(Span(day_number("1917-10-25"), day_number("1917-10-28"), "day"))
    '25 Oct to 27 Oct 1917, to the day'
    """
    first, last = day_name(span.start, year=True), day_name(span.end - 1e-6, year=True)
    minutes = round((span.start % 1) * 1440)
    if span.precision in _HOURS and span.end - span.start < 0.5:
        return f"{first}, {'about ' if span.precision == 'hour' else ''}{minutes // 60}:{minutes % 60:02d}"
    exact = (
        "to the " + span.precision.removeprefix("part_of_")
        if span.precision in ("day", "month", "year")
        else span.precision.replace("_", " ")
    )
    days = first if first == last else f"{first.rsplit(' ', 1)[0] if first[-4:] == last[-4:] else first} to {last}"
    return f"{days}, {exact}"


def ticks(start: float, end: float, *, most: int = 9) -> list[int]:
    """At most ``most`` days to label between two, evenly 1, 2, 3, 7, 14, 28, 91 or 365 days apart.

    >>> len(ticks(day_number("1917-10-24"), day_number("1917-11-03"))), ticks(3.0, 2.0)
    (6, [])
    """
    step = next((s for s in (1, 2, 3, 7, 14, 28, 91) if (end - start) / s < most), 365)
    return list(range(int(-(-start // 1)), int(end) + 1, step))
