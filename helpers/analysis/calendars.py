"""Which calendar a printed date follows, and how its page says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import narrated

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]

MARKS = {
    "by the general note": "nothing on the page: the note on p. 16 makes it Old Style",
    "both calendars": "Old Style with the New Style name beside it",
    "New Style, explained": "New Style, with the editors' word that it is so",
    "New Style, unmarked": "New Style in a quotation, and nothing says so",
    "not stated": "a foreign source or an earlier century; the calendar is open",
}
"""How a date's calendar is shown, and what each means."""


def calendar_mark(row: Row) -> str:
    """How the calendar of an event's date is shown on its page, by the row's note.

    >>> calendar_mark({"note": "both calendars given (November 7)"}), calendar_mark({"note": "evening"})
    ('both calendars', 'by the general note')
    """
    note = str(row["note"] or "")
    if "both calendars" in note:
        return "both calendars"
    if "calendar not stated" in note or "Western calendar" in note or "American source" in note:
        return "not stated"
    if "onverted" in note:
        return "New Style, unmarked" if "not glossed" in note or "without a mark" in note else "New Style, explained"
    return "New Style, explained" if "editors add" in note else "by the general note"


def calendar_marks(events: Any) -> pd.DataFrame:
    """The dated events that the chapters tell, each with how its calendar is shown.

    Columns: id, mark (a key of MARKS), as_written, os_start, ns_start, summary, section, pages, page_doubtful, in the
    order of telling.
    """
    import pandas as pd

    columns = ["id", "mark", "as_written", "os_start", "ns_start", "summary", "section", "pages", "page_doubtful"]
    told = [r for r in narrated(events) if r["os_start"]]
    return pd.DataFrame([{**{c: r[c] for c in columns if c != "mark"}, "mark": calendar_mark(r)} for r in told], columns=columns)
