"""The same hour elsewhere: events placed on one clock, theatre by theatre, as exactly as their dates allow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows, one_day, taught

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]

THEATRES = {
    "Petrograd": ("petrograd",),
    "Towns near Petrograd": ("petrograd-approaches",),
    "Moscow": ("moscow",),
    "The fronts": ("northern-front", "western-front", "south-western-front", "rumanian-front", "caucasian-front", "byelorussia"),
    "Other regions": (),
}
"""Theatres and the regions that belong to them; what is named nowhere belongs to the last. Byelorussia is counted with
the fronts because General Headquarters and the staff of the Western Front sat there."""

PARTS_OF_DAY = {
    "before dawn": (3, 6),
    "dawn": (5, 7),
    "daybreak": (5, 7),
    "early in the morning": (5, 9),
    "midnight": (23.5, 24.5),
    "afternoon": (12, 18),
    "midday": (11, 13),
    "noon": (11, 13),
    "morning": (6, 12),
    "dusk": (16, 18),
    "evening": (18, 24),
    "night": (20, 30),
}
"""Words for parts of a day and the hours they are drawn over, the more exact word first; hours past 24 are the next day's."""

HALF_WIDTH = {"minute": 0.1, "hour": 0.5}
"""How far on either side of its clock time an event is drawn, in hours."""


_CLOCK = r"(?:about )?(\d\d):(\d\d)"
_INFERRED = re.compile(rf"between {_CLOCK}(?: on [A-Z][a-z]+ \d+)? and {_CLOCK}|(soon after|after|before|about) {_CLOCK}")
_REACH = {"soon after": (0, 1), "after": (0, 3), "before": (-3, 0), "about": (-0.5, 0.5)}
"""How many hours before and after a clock time an event is drawn that the note puts "soon after" it, and so on."""


def _between(note: str) -> tuple[float, float] | None:
    """The hours that a note infers: "between 12:30 and 14:00", "soon after 18:00"; None where it names none."""
    match = _INFERRED.search(note)
    if match is None:
        return None
    h1, m1, h2, m2, word, h3, m3 = match.groups()
    if word is None:
        begin, end = int(h1) + int(m1) / 60, int(h2) + int(m2) / 60
        return (begin, end) if begin <= end else (begin, end + 24)
    at, (back, on) = int(h3) + int(m3) / 60, _REACH[word]
    return (max(at + back, 0), at + on)


def hours_of(row: Row) -> tuple[float, float]:
    """First and last hour after midnight of its first day between which an event of one day lies.

    An event told only for a day spans all of it, (0, 24); one told for a night may run into the next day.

    >>> hours_of({"precision": "hour", "clock": "14:30", "as_written": "", "note": ""})
    (14.0, 15.0)
    >>> hours_of({"precision": "part_of_day", "clock": "", "as_written": "in the evening", "note": ""})
    (18, 24)
    >>> hours_of({"precision": "part_of_day", "clock": "", "as_written": "", "note": "inferred: between 12:30 and 14:00"})
    (12.5, 14.0)
    >>> hours_of({"precision": "day", "clock": "", "as_written": "October 25", "note": ""})
    (0, 24)
    """
    clock, precision = str(row["clock"] or ""), row["precision"]
    if clock and precision in HALF_WIDTH:
        at = int(clock[:2]) + int(clock[3:]) / 60
        return (at - HALF_WIDTH[precision], at + HALF_WIDTH[precision])
    if precision == "part_of_day":
        inferred = _between(str(row["note"]))
        if inferred:
            return inferred
        for text in (str(row["as_written"]).lower(), str(row["note"]).lower()):
            named = next((span for word, span in PARTS_OF_DAY.items() if word in text), None)
            if named:
                return named
    return (0, 24)


def with_hours(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """``rows`` of the table ``events`` with ``from_hour`` and ``to_hour`` where a clock, a word or a note narrows the
    day. A night that may be either of two is drawn over both.

    >>> [r.get("to_hour") for r in with_hours([{"precision": "day", "clock": "", "as_written": "", "note": ""}])]
    [None]
    """
    found = []
    for row in rows:
        hours = hours_of(row) if row["precision"] == "part_of_day" else (0, 24)
        if hours == PARTS_OF_DAY["night"] and not one_day(row):
            hours = (hours[0], hours[1] + 24)
        found.append(dict(row) | ({} if hours == (0, 24) else {"from_hour": hours[0], "to_hour": hours[1]}))
    return found


def theatre_of(region: str) -> str:
    """The theatre to which a region belongs.

    >>> theatre_of("moscow"), theatre_of("urals")
    ('Moscow', 'Other regions')
    """
    return next((name for name, regions in THEATRES.items() if region in regions), list(THEATRES)[-1])


COLUMNS = ("id", "section", "pages", "page_doubtful", "os_start", "os_end", "precision", "clock", "kind", "summary")
"""Columns of the table ``events`` that the functions here keep."""


def simultaneous(
    events: Any, places: Any, *, first: str, last: str, where_told: str = "narrative", kinds: Iterable[str] | None = None
) -> pd.DataFrame:
    """Events between two days on one clock, each in its theatre.

    Columns: those of COLUMNS; theatre; from_hour, to_hour (hours after midnight of its own first day); begin, end
    (hours after midnight at the start of ``first``). Only events of one day with a place; ``kinds`` keeps some
    kinds alone. Rows by begin, then end, then the order of telling.
    """
    import pandas as pd

    home = {r["id"]: r["region_id"] for r in as_rows(places)}
    zero = date.fromisoformat(first).toordinal()
    found, kept = [], None if kinds is None else frozenset(kinds)
    for row in taught(events):
        if row["where_told"] != where_told or (kept is not None and row["kind"] not in kept):
            continue
        day, place = one_day(row), str(row["place_id"]).split(";")[0]
        if place and day and first <= day <= last:
            base, (begin, end) = 24 * (date.fromisoformat(day).toordinal() - zero), hours_of(row)
            theatre = theatre_of(str(home.get(place, "")))
            found.append([*(row[c] for c in COLUMNS), theatre, begin, end, base + begin, base + end])
    frame = pd.DataFrame(found, columns=[*COLUMNS, "theatre", "from_hour", "to_hour", "begin", "end"])
    return frame.sort_values(["begin", "end"], kind="stable").reset_index(drop=True)


def same_hour(lanes: pd.DataFrame, *, hour: float, width: float = 1.0) -> pd.DataFrame:
    """The rows of ``simultaneous`` that may fall within ``width`` hours of ``hour``, one theatre after another.

    "May": an event drawn over a whole morning meets every hour of it. Adds ``certain``: true where the whole span of
    the event lies within the window.
    """
    low, high = hour - width, hour + width
    near = lanes[(lanes["begin"] <= high) & (lanes["end"] >= low)].copy()
    near["certain"] = (near["begin"] >= low) & (near["end"] <= high)
    rank = {name: n for n, name in enumerate(THEATRES)}
    return (
        near.assign(rank=near["theatre"].map(rank))
        .sort_values(["rank", "begin"], kind="stable")
        .drop(columns="rank")
        .reset_index(drop=True)
    )
