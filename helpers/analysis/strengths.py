"""Numbers of one thing over time, place by place, with the gaps kept: party members, rifles, men in the Red Guard.

A line drawn through two dates claims what nobody counted in between; so a month without a figure is a row with nan.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.figures import ids_in, number_of
from helpers.analysis.power import span_of
from helpers.analysis.regions import homes

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]


def figure_series(
    figures: Any,
    places: Any,
    *,
    unit: str = "members",
    side: str | None = "bolshevik",
    of_what: str = r"member|organised",
    kinds: tuple[str, ...] = ("state", "result", "estimate"),
) -> pd.DataFrame:
    """Figures of one unit and side whose description has the pattern ``of_what``, by place, then date.

    Columns: id, place_id, name, region_id, os_date (as in the table), first and last (the days it can mean, "" without a
    date), value, value_to (nan unless a range), unit, side, kind, who_counts, of_what, section, pages, page_doubtful,
    note, n_dates (different dates of that place: with one there is no change to see). Places in order of their first
    figure; figures without a date come last of their place. Numbers of several bodies in one town stand side by side:
    read ``of_what`` before joining any.

    >>> row = {"unit": "members", "side": "bolshevik", "kind": "state", "who_counts": "author", "section": "2.1", "pages": "9"}
    >>> row |= {"value_to": None, "page_doubtful": False, "note": "", "place_id": "velsk", "of_what": "party members in Velsk"}
    >>> told = [row | {"id": "f-2", "os_date": "1917-10", "value": 400}, row | {"id": "f-1", "os_date": "1917-06", "value": 250}]
    >>> figure_series(told, [{"id": "velsk", "name": "Velsk", "region_id": "river"}])[["id", "value", "n_dates"]].values.tolist()
    [['f-1', 250.0, 2], ['f-2', 400.0, 2]]
    """
    import pandas as pd

    names, home, pattern = {str(p["id"]): str(p["name"]) for p in as_rows(places)}, homes(places), re.compile(of_what, re.IGNORECASE)
    found: list[dict[str, Any]] = []
    for row in as_rows(figures):
        fits = row["unit"] == unit and side in (None, row["side"]) and row["kind"] in kinds and pattern.search(str(row["of_what"]))
        for place in ids_in(row["place_id"]) if fits else ():
            date = str(row["os_date"] or "")
            ends = [str(day) for day in span_of(date)] if date else ["", ""]
            numbers = {"value": number_of(row["value"]), "value_to": number_of(row["value_to"])}
            where = {"place_id": place, "name": names.get(place, place), "region_id": home.get(place, "")}
            found.append({c: row[c] for c in _KEPT} | where | {"os_date": date, "first": ends[0], "last": ends[1]} | numbers)
    frame = pd.DataFrame(
        found, columns=["id", "place_id", "name", "region_id", "os_date", "first", "last", "value", "value_to", *_KEPT[1:]]
    )
    order = {place: k for k, place in enumerate(dict.fromkeys(frame["place_id"]))}
    rows = sorted(range(len(frame)), key=lambda k: (order[frame["place_id"][k]], frame["first"][k] or "9999", frame["last"][k]))
    frame = frame.iloc[rows].reset_index(drop=True)
    return frame.assign(n_dates=[frame["os_date"][frame["place_id"] == place].replace("", pd.NA).nunique() for place in frame["place_id"]])


_KEPT = ["id", "unit", "side", "kind", "who_counts", "of_what", "section", "pages", "page_doubtful", "note"]


def by_month(series: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    """A ``figure_series`` as a grid: one row a place and month from ``first`` to ``last`` (YYYY-MM), value nan where none.

    Columns: place_id, name, month, value, n_figures, id (of the figure shown, "" for a gap), pages. A figure stands in the
    month of its date; one that is vaguer than a month stands nowhere. Of several in a month the first told is shown, and
    n_figures says how many there are.

    >>> import pandas as pd
    >>> figure = {"place_id": "velsk", "name": "Velsk", "os_date": "1917-08-21", "value": 97.0, "id": "f-1", "pages": "9"}
    >>> series = pd.DataFrame([figure])
    >>> by_month(series, "1917-07", "1917-08")[["month", "value", "n_figures"]].values.tolist()
    [['1917-07', nan, 0], ['1917-08', 97.0, 1]]
    """
    import pandas as pd

    cells: dict[tuple[str, str], list[Row]] = {}
    for row in as_rows(series):
        cells.setdefault((str(row["place_id"]), str(row["os_date"])[:7]), []).append(row)
    found = []
    for place, name in dict(zip(series["place_id"], series["name"], strict=True)).items():
        for month in months(first, last):
            here = cells.get((place, month), [])
            shown = [here[0][c] for c in ("value", "id", "pages")] if here else [math.nan, "", ""]
            found.append([place, name, month, shown[0], len(here), *shown[1:]])
    return pd.DataFrame(found, columns=["place_id", "name", "month", "value", "n_figures", "id", "pages"])


def months(first: str, last: str) -> list[str]:
    """Every month from ``first`` to ``last``, both YYYY-MM and both included.

    >>> months("1917-12", "1918-01")
    ['1917-12', '1918-01']
    """
    begin, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{n // 12}-{n % 12 + 1:02}" for n in range(begin, end + 1)]
