"""When power passed, town by town: the appendix against the narrative, the state on a day, and the order of the towns.

Rows of the table ``power`` go in. Days are Old Style; a date may be a month, a span a/b, or a latest day: where the note
says "by October 28" and that is the narrative's date, the narrative gives only the day by which power had passed.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from helpers.analysis.chronology import as_rows, days
from helpers.tables import first_day

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
STATES = ("not yet", "in between", "held", "told differently", "lost again", "unknown")
"""What can be said of a town on a day; ``in between`` = within the span that the book gives."""
_MONTHS = {"October": 10, "November": 11, "December": 12}
_BY = re.compile(r"\bby (?:about )?(October|November|December) (\d{1,2})\b")
_TURNS = re.compile(r"\b(lost to|take the town|regained)\b[^;]*?\b(October|November|December) (\d{1,2})\b")


class Span(NamedTuple):
    """First and last day that a date can mean."""

    first: date
    last: date


def span_of(text: str) -> Span:
    """First and last day of a date of the tables, with true month ends.

    >>> [str(day) for day in span_of("1917-09")], [str(day) for day in span_of("1917-10-30/1917-11-02")]
    (['1917-09-01', '1917-09-30'], ['1917-10-30', '1917-11-02'])
    """
    parts = [int(part) for part in text.split("/")[-1].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    last = parts[2] if len(parts) > 2 else monthrange(year, month)[1]
    return Span(date.fromisoformat(first_day(text)), date(year, month, last))


def days_between(earlier: Span, later: Span) -> int:
    """The least number of days from one span to the other: 0 where they can be one day, negative where ``later`` is earlier.

    >>> days_between(span_of("1917-10-25"), span_of("1917-10-28")), days_between(span_of("1917-10-25"), span_of("1917-09"))
    (3, -25)
    """
    if later.first > earlier.last:
        return (later.first - earlier.last).days
    return min((later.last - earlier.first).days, 0)


def only_latest(row: Row) -> bool:
    """Whether the narrative's day is only the latest one, by the note.

    >>> only_latest({"os_date_narrative": "1917-10-28", "note": "by October 28 in the narrative"})
    True
    """
    by = _BY.search(str(row["note"]))
    return by is not None and str(row["os_date_narrative"]) == f"1917-{_MONTHS[by[1]]}-{int(by[2]):02}"


def _narrative(row: Row) -> Span | None:
    text = str(row["os_date_narrative"] or "")
    if not text:
        return None
    return Span(date.min, span_of(text).last) if only_latest(row) else span_of(text)


def _appendix(row: Row) -> Span | None:
    return span_of(str(row["os_date_appendix"])) if row["os_date_appendix"] else None


def _told(row: Row) -> str:
    sides = (bool(row["os_date_appendix"]), bool(row["os_date_narrative"]), bool(row["narrative_pages"]))
    if sides[0] and sides[1]:
        return "both"
    if sides[0]:
        return "both, narrative without a day" if sides[2] else "appendix"
    return "narrative"


def power_dates(power: Any, places: Any) -> pd.DataFrame:
    """When power passed in each town, by the appendix and by the narrative; rows in the order of the first day told by either.

    Columns: id, place_id, name, region_id, latitude, longitude, appendix and narrative (as in the table, "" where none),
    only_latest (the narrative says only by when), told ("both", "appendix", "narrative", or "both, narrative without a
    day"), days_apart (first day of the narrative − first day of the appendix, as printed), least_apart (the least that both
    tellings allow, see ``days_between``: 0 = no conflict), both nan where one gives no day; form, how, pages, page_doubtful,
    narrative_pages, note.

    >>> row = dict.fromkeys(("id", "form", "how", "pages", "page_doubtful", "narrative_pages"), "")
    >>> row |= {"place_id": "velsk", "os_date_appendix": "1917-10-26", "os_date_narrative": "1917-10-28", "note": "by October 28"}
    >>> place = {"id": "velsk", "name": "Velsk", "region_id": "river", "latitude": 61.0, "longitude": 42.0}
    >>> power_dates([row], [place])[["name", "days_apart", "least_apart", "told"]].values.tolist()
    [['Velsk', 2.0, 0.0, 'both']]
    """
    import pandas as pd

    known = {str(place["id"]): place for place in as_rows(places)}
    found = []
    for row in as_rows(power):
        place, appendix, narrative = known[str(row["place_id"])], _appendix(row), _narrative(row)
        apart, least = math.nan, math.nan
        if appendix and narrative:
            apart = float((span_of(str(row["os_date_narrative"])).first - appendix.first).days)
            least = float(days_between(appendix, narrative))
        where = [place[c] for c in ("name", "region_id", "latitude", "longitude")]
        dates = [row["os_date_appendix"] or "", row["os_date_narrative"] or "", only_latest(row), _told(row), apart, least]
        found.append([row["id"], row["place_id"], *where, *dates, *(row[c] for c in _TOLD_OF)])
    columns = ["id", "place_id", "name", "region_id", "latitude", "longitude", "appendix", "narrative", "only_latest", "told", "days_apart"]
    frame = pd.DataFrame(found, columns=[*columns, "least_apart", *_TOLD_OF])
    firsts = [min(first_day(d) for d in pair if d) for pair in zip(frame["appendix"], frame["narrative"], strict=True)]
    return frame.iloc[sorted(range(len(frame)), key=firsts.__getitem__)].reset_index(drop=True)


_TOLD_OF = ["form", "how", "pages", "page_doubtful", "narrative_pages", "note"]


def _state(span: Span | None, day: date) -> str:
    if span is None:
        return "unknown"
    if day >= span.last:
        return "held"
    if day < span.first:
        return "not yet"
    return "unknown" if span.first == date.min else "in between"


def _agreed(appendix: str, narrative: str) -> str:
    firm = {state for state in (appendix, narrative) if state in ("held", "not yet")}
    if len(firm) == 2:
        return "told differently"
    return next(iter(firm), "in between" if "in between" in (appendix, narrative) else "unknown")


def turns(note: str) -> list[tuple[date, str]]:
    """Days on which a note has a town lost again or regained, in order of time; the year is 1917.

    >>> [(str(day), turn) for day, turn in turns("lost to the committee on October 27; regained by rail, night of November 1")]
    [('1917-10-27', 'lost again'), ('1917-11-01', 'held')]
    """
    found = _TURNS.findall(note)
    return sorted((date(1917, _MONTHS[month], int(day)), "held" if what == "regained" else "lost again") for what, month, day in found)


def power_on(power: Any, day: str) -> pd.DataFrame:
    """What the book lets one say of each town on ``day`` (ISO, Old Style); rows in the table's order.

    Columns: id, place_id, appendix and narrative (the state by each: not yet, in between, held, unknown), state. ``state``
    joins them: where one is silent the other counts; where one has the town held and the other not yet, it is "told
    differently"; "lost again" where the note says so and names the day. Held counts from the (last) day told. "unknown" is
    no "not yet": the book gives no day, or only a latest one.

    >>> row = {"id": "p", "place_id": "velsk", "os_date_appendix": "1917-11-04", "os_date_narrative": "1917-10-28", "note": ""}
    >>> [power_on([row], day)["state"][0] for day in ("1917-10-27", "1917-10-30", "1917-11-04")]
    ['not yet', 'told differently', 'held']
    """
    import pandas as pd

    at, found = date.fromisoformat(day), []
    for row in as_rows(power):
        appendix, narrative = _state(_appendix(row), at), _state(_narrative(row), at)
        past = [turn for when, turn in turns(str(row["note"])) if when <= at]
        found.append([row["id"], row["place_id"], appendix, narrative, past[-1] if past else _agreed(appendix, narrative)])
    return pd.DataFrame(found, columns=["id", "place_id", "appendix", "narrative", "state"])


def states_by_day(power: Any, first: str, last: str) -> pd.DataFrame:
    """How many towns are in which state on each day from ``first`` to ``last``: os_date and one column a state of ``STATES``."""
    import pandas as pd

    rows = as_rows(power)
    counts = [power_on(rows, day)["state"].value_counts() for day in days(first, last)]
    return pd.DataFrame([{"os_date": d, **{s: int(n.get(s, 0)) for s in STATES}} for d, n in zip(days(first, last), counts, strict=True)])
