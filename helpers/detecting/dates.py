"""Days and clock times as the book writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.dates import MONTHS

YEAR = 1917
"""The year of a date that names none."""

_MONTH = "|".join(MONTHS)
_DAY = re.compile(
    rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?!\d|,\d)(?:(?:-|–| to | and )(?:(?P<month_to>{_MONTH}) )?(?P<day_to>\d{{1,2}})(?!\d))?(?:, (?P<year>1[89]\d\d))?"
    rf"|\b(?P<day_b>\d{{1,2}})(?:st|nd|rd|th) of (?P<month_b>{_MONTH})\b"
)
_CLOCK = re.compile(r"\b(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))? ?(?P<half>a|p)\.? ?m\b", re.IGNORECASE)
_NEAR = 40
"""How many characters may part a clock time from its date."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """One mention of a day: where it begins, the day (Old Style as printed, YYYY-MM-DD), ``precision`` (day, hour,
    minute) and the clock time ("HH:MM", empty where none stands by)."""

    begin: int
    date: str
    precision: str
    clock: str


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02d}:{match['minute'] or '00'}"


def find_dates(text: str, year: int = YEAR) -> list[DateMention]:
    """Every day named in ``text`` by month and number, in order; a range gives its first and its last day.

    A date without a year is taken as ``year``. A clock time belongs to the nearest date within
    forty characters before or behind it, in the same sentence. A date in brackets right behind another (its New Style name) is passed over. Words
    such as "next day" are not dates.

    >>> [(m.date, m.precision, m.clock) for m in find_dates("At 3:40 a.m. on August 2, and from October 25 to 27.")]
    [('1917-08-02', 'minute', '03:40'), ('1917-10-25', 'day', ''), ('1917-10-27', 'day', '')]
    """
    days = list(_DAY.finditer(text))
    clock_of = {_owner(text, clock, days): clock for clock in _CLOCK.finditer(text) if 1 <= int(clock["hour"]) <= 12}
    found: list[DateMention] = []
    for k, match in enumerate(days):
        if text[: match.start()].endswith("(") and found and match.start() - found[-1].begin < 30:
            continue
        clock = clock_of.get(k)
        precision = "day" if clock is None else "minute" if clock["minute"] else "hour"
        month = match["month"] or match["month_b"]
        named = [(month, match["day"] or match["day_b"])]
        if match["day_to"]:
            named.append((match["month_to"] or month, match["day_to"]))
        for name, day in named:
            if 1 <= int(day) <= 31:
                iso = f"{match['year'] or year}-{MONTHS.index(name) + 1:02d}-{int(day):02d}"
                found.append(DateMention(match.start(), iso, precision, _clock(clock) if clock else ""))
    return found


def _owner(text: str, clock: re.Match[str], days: list[re.Match[str]]) -> int:
    """Which date a clock time belongs to: the nearest within reach in the same sentence; -1 for none."""
    near = []
    for k, day in enumerate(days):
        begin, end = (clock.end(), day.start()) if clock.end() <= day.start() else (day.end(), clock.start())
        if 0 <= end - begin <= _NEAR and not re.search(r"[.!?;] [A-Z]", text[begin:end]):
            near.append((end - begin, k))
    return min(near, default=(0, -1))[1]
