"""Told time against time: pages a day, order of telling against order of events, and how exact the dates are.

All functions take rows of the table ``events`` (a DataFrame or mappings) and look at dated events alone. Days are
Old Style. Narrated time and narration time: Genette, *Narrative Discourse* (1980), ch. 1–2.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from helpers.tables import first_day, last_day, page_range

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
EXACT = ("minute", "hour", "part_of_day", "day")
"""Precisions that name one day, the most exact first."""
PRECISIONS = (*EXACT, "part_of_month", "month", "year")


def as_rows(events: Any) -> list[Row]:
    """``events`` as a list of mappings, whether it came as a DataFrame or as rows."""
    return list(events.to_dict("records")) if hasattr(events, "to_dict") else list(events)


def taught(events: Any) -> list[Row]:
    """The rows that may be taught: all but those whose status is ``to_check``."""
    return [row for row in as_rows(events) if row.get("status") != "to_check"]


def one_day(row: Row) -> str:
    """The day of an event told for one day, by the day on which it begins; "" where its date is vaguer, as a "night of"
    is that may be either of two.

    >>> one_day({"precision": "hour", "os_start": "1917-10-25"}), one_day({"precision": "month", "os_start": "1917-10"})
    ('1917-10-25', '')
    """
    if row["precision"] not in EXACT:
        return ""
    first, last = str(row["os_start"]), str(row.get("os_end") or row["os_start"])
    wide = row["precision"] == "part_of_day" and (date.fromisoformat(last) - date.fromisoformat(first)).days > 1
    return "" if wide else first


def days(first: str, last: str) -> list[str]:
    """Every day from ``first`` to ``last``, both included, in order.

    >>> days("1917-10-31", "1917-11-01")
    ['1917-10-31', '1917-11-01']
    """
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(begin + timedelta(days=n)).isoformat() for n in range((end - begin).days + 1)]


def narrated(events: Any, *, chapter: int | None = None) -> list[Row]:
    """Rows that the narrative tells (the appendix left out), of one chapter if asked, in the order of telling."""
    rows = [r for r in taught(events) if r["where_told"] == "narrative"]
    return [r for r in rows if chapter is None or str(r["section"]).startswith(f"{chapter}.")]


def pages_per_day(events: Any, *, first: str, last: str, chapter: int | None = None) -> pd.DataFrame:
    """How many printed pages the narrative gives to each day from ``first`` to ``last``.

    A page is shared equally among the dated events that begin on it: one that tells two events of the 25th and one
    of the 26th gives them 2/3 and 1/3. Pages on which no event of one day begins give nothing, and events of other
    days take their share of a page. Columns: os_date, pages (in printed pages), n_events, page_list (first pages,
    in order), ids (of the events told, in that order). One row a day, in order, days without events with 0 pages.

    >>> row = {"where_told": "narrative", "section": "1.1", "precision": "day", "pages": "20"}
    >>> told = [row | {"os_start": day} for day in ("1917-10-25", "1917-10-25", "1917-10-26")]
    >>> frame = pages_per_day(told, first="1917-10-24", last="1917-10-26")
    >>> [round(p, 2) for p in frame["pages"]], list(frame["n_events"])
    ([0.0, 0.67, 0.33], [0, 2, 1])
    """
    import pandas as pd

    by_page: dict[int, list[tuple[str, str]]] = {}
    for row in narrated(events, chapter=chapter):
        if one_day(row):
            by_page.setdefault(page_range(str(row["pages"]))[0], []).append((one_day(row), str(row.get("id", ""))))
    found: dict[str, Any] = {day: {"os_date": day, "pages": 0.0, "n_events": 0, "page_list": [], "ids": []} for day in days(first, last)}
    for page, told in sorted(by_page.items()):
        for day, id_ in told:
            if day in found:
                entry = found[day]
                entry["pages"] += 1 / len(told)
                entry["n_events"] += 1
                entry["page_list"] += [page] if page not in entry["page_list"] else []
                entry["ids"].append(id_)
    return pd.DataFrame(list(found.values()), columns=["os_date", "pages", "n_events", "page_list", "ids"])


def telling_order(events: Any, *, chapter: int | None = None, section: str | None = None) -> pd.DataFrame:
    """Each event of one day in the order of telling, with the jump in time from the one told before it.

    Columns: position (1 is told first), page (first printed page), jump_days (nan for the first), back (told after an
    event of a later day), and id, section, pages, page_doubtful, os_start, os_end, precision, clock, summary of the
    table. Rows in the order of telling.

    >>> row = {"where_told": "narrative", "section": "1.1", "precision": "day", "pages": "20"}
    >>> told = [row | {"os_start": day} for day in ("1917-10-25", "1917-10-20", "1917-10-26")]
    >>> frame = telling_order(told)
    >>> list(frame["jump_days"])[1:], list(frame["back"])
    ([-5.0, 6.0], [False, True, False])
    """
    import pandas as pd

    rows = [r for r in narrated(events, chapter=chapter) if one_day(r) and section in (None, r["section"])]
    ordinals = [date.fromisoformat(one_day(r)).toordinal() for r in rows]
    steps = [float("nan"), *(float(b - a) for a, b in pairwise(ordinals))]
    kept = ("id", "section", "pages", "page_doubtful", "os_start", "os_end", "precision", "clock", "summary")
    found = [
        {"position": n, "page": page_range(str(r["pages"]))[0], "jump_days": step, "back": step < 0} | {k: r.get(k) for k in kept}
        for n, (r, step) in enumerate(zip(rows, steps, strict=False), 1)
    ]
    return pd.DataFrame(found, columns=["position", "page", "jump_days", "back", *kept])


def precision_counts(events: Any, *, first: str | None = None, last: str | None = None, where_told: str | None = None) -> pd.DataFrame:
    """How many events are dated how exactly, from the most exact to the vaguest.

    An event counts if its span meets ``first`` to ``last`` (all dated events without them). Columns: precision,
    n_events, share (0–1, nan where there are none).

    >>> told = [{"where_told": "narrative", "precision": p, "os_start": "1917-10", "os_end": "1917-10"} for p in ("month", "month", "year")]
    >>> frame = precision_counts(told)
    >>> [int(n) for n in frame["n_events"]], round(float(frame["share"].max()), 2)
    ([0, 0, 0, 0, 0, 2, 1], 0.67)
    """
    import pandas as pd

    chosen = [r for r in taught(events) if r["os_start"] and where_told in (None, r["where_told"]) and _meets(r, first, last)]
    counts = [sum(r["precision"] == p for r in chosen) for p in PRECISIONS]
    shares = [n / len(chosen) if chosen else float("nan") for n in counts]
    return pd.DataFrame({"precision": PRECISIONS, "n_events": counts, "share": shares})


def _meets(row: Row, first: str | None, last: str | None) -> bool:
    begin, end = first_day(str(row["os_start"])), last_day(str(row["os_end"] or row["os_start"]))
    return (last is None or begin <= last) and (first is None or end >= first)


_NIGHT = re.compile(r"(?<![Bb]y the )night of (?:the )?(?:[A-Z][a-z]+ )?(\d{1,2})")


def nights(events: Any) -> pd.DataFrame:
    """Events dated by "night of" a day: which of two nights is meant?

    Columns: id, section, pages, as_written, named_day, os_start, os_end, meant: "begins on it" (the night after the
    named day), "ends on it" (the night before it), or "open". An event is open where its row spans both nights or
    says so in its note.

    >>> row = {"id": "e", "section": "6.3", "pages": "382", "as_written": "On the night of October 29", "note": "", "os_end": "1917-10-29"}
    >>> list(nights([row | {"os_start": "1917-10-28"}, row | {"os_start": "1917-10-29", "os_end": "1917-10-30"}])["meant"])
    ['ends on it', 'begins on it']
    """
    import pandas as pd

    found = []
    for row in taught(events):
        match = _NIGHT.search(str(row["as_written"]))
        if match and row["os_start"]:
            found.append(
                [
                    *(row[c] for c in ("id", "section", "pages", "as_written")),
                    int(match[1]),
                    row["os_start"],
                    row["os_end"],
                    _meant(row, int(match[1])),
                ]
            )
    return pd.DataFrame(found, columns=["id", "section", "pages", "as_written", "named_day", "os_start", "os_end", "meant"])


def _meant(row: Row, day: int) -> str:
    note = str(row["note"])
    begin, end = int(str(row["os_start"])[8:10]), int(str(row["os_end"])[8:10])
    if "open" in note or "undecided" in note or (begin != day and end != day):
        return "open"
    return "begins on it" if begin == day else "ends on it"


def events_on_page(events: Any, page: int) -> pd.DataFrame:
    """The events of one day that the narrative begins to tell on a printed page, with the share of the page each gets.

    Columns: os_start, precision, summary, share (of the page; they add up to 1). In the order of telling.

    >>> row = {"where_told": "narrative", "section": "1.1", "precision": "day", "pages": "20", "os_start": "1917-10-25", "summary": "s"}
    >>> list(events_on_page([row, row], 20)["share"]), len(events_on_page([row], 21))
    ([0.5, 0.5], 0)
    """
    import pandas as pd

    rows = [r for r in narrated(events) if one_day(r) and page_range(str(r["pages"]))[0] == page]
    found = [{"os_start": r["os_start"], "precision": r["precision"], "summary": r["summary"], "share": 1 / len(rows)} for r in rows]
    return pd.DataFrame(found, columns=["os_start", "precision", "summary", "share"])
