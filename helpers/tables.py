"""Rows of the shipped tables by place, date, section, kind: what the command line and the lessons ask of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]


def first_day(date: str) -> str:
    """The first day that a date of the tables can mean: YYYY, YYYY-MM, YYYY-MM-DD, or the first of a pair a/b.

    >>> first_day("1917-09"), first_day("1917"), first_day("1917-10-28/1917-11-01")
    ('1917-09-01', '1917-01-01', '1917-10-28')
    """
    first = date.split("/")[0]
    return first + "-01" * (2 - first.count("-"))


def last_day(date: str) -> str:
    """The last day that a date of the tables can mean; day 31 stands for any month's end, for comparison only.

    >>> last_day("1917-09"), last_day("1917-10-28/1917-11-01")
    ('1917-09-31', '1917-11-01')
    """
    last = date.split("/")[-1]
    return last + ("-12-31" if last.count("-") == 0 else "-31" if last.count("-") == 1 else "")


def meets(start: str, end: str, begin: str | None, stop: str | None) -> bool:
    """Whether the span from ``start`` to ``end`` (Old Style, possibly vague) meets the range asked for."""
    if not start:
        return begin is None and stop is None
    return (stop is None or first_day(start) <= last_day(stop)) and (begin is None or last_day(end or start) >= first_day(begin))


def page_range(pages: str) -> tuple[int, int]:
    """First and last of the printed pages of a row.

    >>> page_range("95-96"), page_range("95")
    ((95, 96), (95, 95))
    """
    numbers = [int(n) for n in re.findall(r"\d+", pages)]
    return numbers[0], numbers[-1]


DATES = {"events": ("os_start", "os_end"), "figures": ("os_date", "os_date"), "power": ("os_date_appendix", "os_date_narrative")}
"""Which columns of a table hold the day or span that ``--from`` and ``--to`` ask for."""


def select(
    table: str,
    rows: Iterable[Row],
    *,
    begin: str | None = None,
    stop: str | None = None,
    place: str | None = None,
    section: str | None = None,
    kind: str | None = None,
    status: str | None = None,
    region: str | None = None,
    places: Sequence[Row] = (),
) -> list[dict[str, Any]]:
    """The rows of ``table`` that fit, in the table's order, each with ``place`` = the names of its places.

    Dates are Old Style, YYYY, YYYY-MM or YYYY-MM-DD; a row counts if its span meets the range; a row of ``power``
    if either of its days does. ``place`` is an id or a name; ``region`` an id of the table ``regions``.
    """
    names = {str(p["id"]): str(p["name"]) for p in places}
    homes = {str(p["id"]): str(p["region_id"]) for p in places}
    wanted = {place} | {i for i, name in names.items() if place and name.lower() == place.lower()} if place else None
    found = []
    for row in rows:
        ids = [i for i in str(row.get("place_id") or (row["id"] if table == "places" else "")).split(";") if i]
        if wanted is not None and not wanted & set(ids):
            continue
        if region is not None and region not in {homes.get(i) for i in ids}:
            continue
        asked = ((section, "section"), (kind, "kind"), (status, "status"))
        if any(value is not None and str(row.get(column, "")) != value for value, column in asked):
            continue
        if (begin or stop) and not _in_range(table, row, begin, stop):
            continue
        found.append({**row, "place": "; ".join(names.get(i, i) for i in ids)})
    return found


def _in_range(table: str, row: Row, begin: str | None, stop: str | None) -> bool:
    columns = DATES.get(table)
    if columns is None:
        return True
    start, end = (str(row[c] or "") for c in columns)
    if table == "power":
        return any(day and meets(day, day, begin, stop) for day in (start, end))
    return meets(start, end, begin, stop)
