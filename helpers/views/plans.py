"""Lesson 22's chart of plans told as strength: what was ordered or promised, and what the book counts afterwards."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from helpers.analysis.figures import number_of
from helpers.analysis.plans import counted_after, is_plan, plans_and_results
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart, page_words
from helpers.model import Corpus
from helpers.views.chronology import with_rows
from helpers.views.regions import EVERYWHERE

if TYPE_CHECKING:
    import pandas as pd

SIDES = {
    "bolshevik": "Bolsheviks", "worker": "workers", "revolutionary": "the rising", "other": "others", "soldier": "soldiers", "none": "nobody's",
    "soviet": "soviets", "counter_revolutionary": "opponents of the rising", "provisional_government": "Provisional Government", "menshevik": "Mensheviks",
    "sr": "Socialist-Revolutionaries", "cossack": "Cossacks", "peasant": "peasants", "left_sr": "Left S.-R.s", "national": "national movements",
}  # fmt: skip
"""How the sides of the table ``figures`` are called."""
PLANS = {"counted": "those with a count told afterwards", "open": "those without"}
PLAN_COLUMNS = {
    "of_what": "what was ordered, asked or promised", "planned": "number", "unit": "unit", "whose": "whose", "pages": "page", "after": "counted afterwards",
}  # fmt: skip


@lru_cache(maxsize=1)
def _plans(corpus: Corpus) -> pd.DataFrame:
    """The plans of the table with the name of their side and whether anything was counted afterwards; looked for once."""
    rows = corpus.tables.rows("figures")
    plans, by_id = plans_and_results(rows), {str(row["id"]): row for row in rows}
    after = [_told(counted_after(by_id[id_], rows)) if n else "nothing" for id_, n in zip(plans["id"], plans["n_after"], strict=True)]
    return plans.assign(whose=[SIDES.get(s, s) for s in plans["side"]], counted=plans["n_after"] > 0, after=after)


def _told(rows: Sequence[Any]) -> str:
    """The counts told after a plan, each with its page.

    >>> _told([{"value": 3.0, "of_what": "guns at the ferry", "pages": "10"}])
    '3: guns at the ferry (p. 10)'
    """
    return "; ".join(f"{_number(number_of(row['value']))}: {row['of_what']} ({page_words(row)})" for row in rows)


def plans_view(corpus: Corpus, *, show: str = "counted", side: str = EVERYWHERE) -> Chart:
    """Orders, demands and promises by side, with the number of those for which the book counts anything afterwards; the list holds them."""
    figures, plans = corpus.tables.rows("figures"), _plans(corpus)
    by_side = plans.groupby("whose")["counted"].agg(["size", "sum"]).sort_values("size", ascending=False, kind="stable")
    rows = [
        {"whose": whose, "n": int(n), "what": what}
        for whose, size, counted in by_side.itertuples()
        for what, n in (("plans, orders and promises", size), ("with a count told afterwards", counted))
    ]
    chart = bar_chart(
        rows,
        title="Was it ordered, or did it come?",
        label="whose",
        value="n",
        unit="figures",
        series="what",
        sentence=f"For {int(plans['counted'].sum())} of {len(plans)} plans, orders and promises the table holds a count of what came.",
        source=f"{len(plans)} of {len(figures):,} figures are plans. A count afterwards: same place and unit, within a month and 20 pages, and words in "
        "common, then read; a gap says what the table holds. Limits of time and drafts of seats are plans too.",
    )
    wanted = plans[(plans["counted"] == (show == "counted")) & ((plans["side"] == side) | (side == EVERYWHERE))]
    listed = [{**row, "planned": _number(row["planned"])} for row in wanted.to_dict("records")]
    return with_rows(chart, listed or [_none(side)], PLAN_COLUMNS)


def _number(value: float) -> str:
    return "no number" if math.isnan(value) else f"{value:,g}"


def _none(side: str) -> dict[str, str]:
    return dict.fromkeys(PLAN_COLUMNS, "") | {"of_what": "none of this kind in the table", "whose": SIDES.get(side, side)}


def sides_with_plans(corpus: Corpus) -> list[str]:
    """Every side that has a plan in the table, in the order of ``SIDES``."""
    found = {str(row["side"]) for row in corpus.tables.rows("figures") if is_plan(row)}
    return [side for side in SIDES if side in found]
