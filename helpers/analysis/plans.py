"""Plans told as strength: what was ordered, promised or asked for, and what the book counts at the same place afterwards.

A plan is a row of ``figures`` of kind plan, or one that an order counts. The book seldom says how many came; so most
plans have nothing beside them, and that is the finding.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.figures import MIN_FIGURES, content_words, ids_in, number_of
from helpers.analysis.power import span_of
from helpers.tables import page_range

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
WITHIN_PAGES, WITHIN_DAYS = 20, 31
"""A count told or dated further than this from the plan is hardly its outcome."""
_WEAK = frozenset({"soviet", "committee", "regiment", "guard", "asked", "representative", "headquarter", "centre", "member"})
"""Words that too many descriptions share to point from a plan to its outcome."""
_READ = "no count of what came"
"""In the note of a plan: the counts that its words find are of something else."""


def is_plan(row: Row) -> bool:
    """Whether a figure is a plan, order, promise or demand and not a count."""
    return bool(row["kind"] == "plan" or row["who_counts"] == "order")


def unit_of(row: Row) -> str:
    """The unit of a figure; of unit "other" the one that its note names.

    >>> unit_of({"unit": "other", "note": "date inferred; unit troop trains"}), unit_of({"unit": "guns", "note": ""})
    ('troop trains', 'guns')
    """
    named = re.search(r"\bunit ([a-z ]+)", str(row["note"]))
    return named[1].strip() if row["unit"] == "other" and named else str(row["unit"])


def _follows(row: Row, plan: Row) -> bool:
    """Whether the count can be of the plan's day or of the ``WITHIN_DAYS`` days after it; also where either has no date."""
    if not (row["os_date"] and plan["os_date"]):
        return True
    at, planned = span_of(str(row["os_date"])), span_of(str(plan["os_date"]))
    return at.last >= planned.first and (at.first - planned.last).days <= WITHIN_DAYS


def counted_after(plan: Row, figures: Any) -> list[Row]:
    """Counts that may be what came of a plan: same place and unit, not earlier, within ``WITHIN_DAYS`` and ``WITHIN_PAGES``, and
    with a telling word of its description in common; those with most words in common first, then the nearest page. None
    where the plan's note says that a reading found no count of what came.
    """
    if _READ in str(plan["note"]):
        return []
    page, wanted = page_range(str(plan["pages"]))[0], content_words(str(plan["of_what"])) - _WEAK - content_words(unit_of(plan))
    places, found = set(ids_in(plan["place_id"])), []
    for row in as_rows(figures):
        if is_plan(row) or not places & set(ids_in(row["place_id"])) or unit_of(row) != unit_of(plan):
            continue
        shared, away = len(content_words(str(row["of_what"])) & wanted), abs(page_range(str(row["pages"]))[0] - page)
        if shared and away <= WITHIN_PAGES and _follows(row, plan):
            found.append((-shared, away, row))
    return [row for *_, row in sorted(found, key=lambda f: f[:2])]


def plans_and_results(figures: Any) -> pd.DataFrame:
    """Every plan, order and promise, and what the book counts of it afterwards; rows in the table's order.

    Columns: id, section, pages, page_doubtful, os_date, place_id, side, who_counts, planned (number, nan where the book has
    only a word), unit, of_what, n_after (counts that may be its outcome, see ``counted_after``), after_id, after_value,
    after_of_what, after_pages (of the first of these; "" or nan where there is none), ratio (after_value / planned; nan
    unless there is exactly one), note. A match by words is a hint, no proof: look at both pages. "Nothing counted after" is
    what the table holds, not what happened.

    >>> row = {"section": "9.4", "page_doubtful": False, "place_id": "velsk", "side": "other", "unit": "delegates"}
    >>> row |= {"os_date": "1917-11-28", "note": ""}
    >>> plan = row | {"id": "quorum", "pages": "616", "who_counts": "order", "kind": "plan", "value": 400, "of_what": "deputies needed"}
    >>> came = row | {"id": "came", "pages": "618", "who_counts": "author", "kind": "state", "value": 172, "of_what": "deputies present"}
    >>> plans_and_results([plan, came])[["planned", "after_value", "ratio"]].values.tolist()
    [[400.0, 172.0, 0.43]]
    """
    import pandas as pd

    rows, found = as_rows(figures), []
    for row in rows:
        if is_plan(row):
            after, planned = counted_after(row, rows), number_of(row["value"])
            came = number_of(after[0]["value"]) if after else math.nan
            first = [after[0]["id"], came, after[0]["of_what"], after[0]["pages"]] if after else ["", came, "", ""]
            ratio = came / planned if len(after) == 1 and planned > 0 else math.nan
            told = [row[c] for c in _PLAN]
            found.append([*told, planned, unit_of(row), row["of_what"], len(after), *first, ratio, row["note"]])
    columns = [*_PLAN, "planned", "unit", "of_what", "n_after", "after_id", "after_value", "after_of_what", "after_pages", "ratio", "note"]
    return pd.DataFrame(found, columns=columns)


_PLAN = ["id", "section", "pages", "page_doubtful", "os_date", "place_id", "side", "who_counts"]


def plans_by_side(figures: Any) -> pd.DataFrame:
    """How many of each side's figures are plans, and of how many plans the book counts anything after; most figures first.

    Columns: side, n, n_plans, plan_share (n_plans / n), n_counted_after, counted_share (of the plans; nan without plans),
    thin (n under ``MIN_FIGURES`` of figures.py).
    """
    import pandas as pd

    rows, plans = as_rows(figures), plans_and_results(figures)
    found = []
    for side in dict.fromkeys(str(row["side"]) for row in rows):
        n, mine = sum(row["side"] == side for row in rows), plans[plans["side"] == side]
        counted = int((mine["n_after"] > 0).sum())
        found.append([side, n, len(mine), len(mine) / n, counted, counted / len(mine) if len(mine) else math.nan, n < MIN_FIGURES])
    columns = ["side", "n", "n_plans", "plan_share", "n_counted_after", "counted_share", "thin"]
    return pd.DataFrame(found, columns=columns).sort_values("n", ascending=False, kind="stable", ignore_index=True)
