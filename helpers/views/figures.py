"""Lesson 22's charts of single numbers: the walk from a claim to its source, sums worked out again, round numbers."""

from __future__ import annotations

import math
import re
from typing import Any

from helpers.analysis.figures import MIN_FIGURES, heaping, number_of, recomputed
from helpers.analysis.formulas import formula_ids
from helpers.analysis.plans import counted_after, is_plan
from helpers.analysis.provenance import COUNTERS, figure_of, provenance, same_thing, told
from helpers.analysis.two_regions import in_region
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart, page_words
from helpers.model import Corpus
from helpers.views.chronology import with_rows
from helpers.views.plans import SIDES
from helpers.views.regions import region_names

NO_PLACE = "no-place"
"""The choice of region that means figures without a place."""
MOST_BESIDE = 8
"""So many other numbers on the same thing stand beside a figure."""


def figures_in(corpus: Corpus, region: str) -> list[dict[str, Any]]:
    """The figures of a region (``NO_PLACE``: those without a place), in the table's order."""
    figures, places = corpus.tables.rows("figures"), corpus.tables.rows("places")
    if region == NO_PLACE:
        return [dict(row) for row in figures if not row["place_id"]]
    return [dict(row) for row in in_region(figures, places, region)]


def figure_name(row: Any) -> str:
    """A figure as a list of figures names it.

    >>> figure_name({"pages": "9", "value": 40, "value_to": None, "unit": "guns", "note": "", "of_what": "guns at the ferry"})
    'p. 9: 40 guns: guns at the ferry'
    """
    return f"{page_words(row)}: {told(row)}"


WALK_COLUMNS = {"step": "step", "text": "what can be said", "pages": "page"}


def walk_view(corpus: Corpus, *, region: str = "ukraine", figure: str = "kharkov-congress-delegates") -> Chart:
    """One figure walked to its source, and beside it the other numbers on the same thing.

    A ``figure`` that is not of ``region`` gives way to the first that is; a region without figures is answered as a gap.
    """
    mine = figures_in(corpus, region)
    if not mine:
        return _no_figure(corpus, region)
    chosen = figure if any(row["id"] == figure for row in mine) else str(mine[0]["id"])
    figures, events = corpus.tables.rows("figures"), corpus.tables.rows("events")
    row = figure_of(chosen, figures)
    came = counted_after(row, figures) if is_plan(row) else []
    beside = [*came, *(other for _, other in same_thing(row, figures) if other["unit"] == row["unit"] and other not in came)]
    bars = [
        {**other, "name": f"{page_words(other)}: {other['of_what']}", "number": number_of(other["value"])}
        for other in (row, *beside[:MOST_BESIDE])
    ]
    chart = bar_chart(
        bars,
        title=f"Where does this number come from: {told(row)}?",
        label="name",
        value="number",
        unit=str(row["unit"]).replace("_", " "),
        sentence=f"{told(row)} ({page_words(row)}). Who counts: {COUNTERS[row['who_counts']]}. Numbers on the same thing in the same unit: {len(beside)}.",
        source=f"The first bar is the figure; {min(len(beside), MOST_BESIDE)} of {len(beside)} other numbers of its unit stand below. "
        "What is found beside it by the words of its description is a hint: look at both pages.",
    )
    steps = provenance(chosen, figures, events).to_dict("records")
    return with_rows(chart, [{**step, "id": step["link"]} for step in steps], WALK_COLUMNS)


def _no_figure(corpus: Corpus, region: str) -> Chart:
    name = "these places" if region == NO_PLACE else region_names(corpus)[region]
    return bar_chart(
        [{"name": name, "number": math.nan, "told": "no number in the table"}],
        title=f"Where do the numbers on {name} come from?",
        label="name",
        value="number",
        unit="numbers",
        columns={"name": "region", "told": "told"},
        sentence=f"The table has no number that the book gives for {name}.",
        source="0 figures. A region without numbers is not a region without people.",
        thin="no number is told",
    )


VERDICTS = {"fails": "sums that fail", "holds": "sums that hold", "all": "all of them"}
SUM_COLUMNS = {
    "of_what": "what is counted", "printed": "printed", "worked": "the book's own parts", "gives": "give", "off": "off by",
    "hedge": "with the word", "pages": "page", "note": "note",
}  # fmt: skip


def sums_view(corpus: Corpus, *, verdict: str = "fails") -> Chart:
    """Every sum and share that the book offers, worked out again: what its parts give, in per cent of what is printed."""
    figures = corpus.tables.rows("figures")
    frame = recomputed(figures)
    shown = frame if verdict == "all" else frame[frame["verdict"] == verdict]
    values = {str(row["id"]): number_of(row["value"]) for row in figures}
    rows = [
        {**row, "per_cent": 100 * row["gives"] / row["printed"], "worked": _worked(row["formula"], values)}
        for row in shown.to_dict("records")
    ]
    fails, hedged = frame[frame["verdict"] == "fails"], int((frame["hedge"][frame["verdict"] == "fails"] != "").sum())
    chart = bar_chart(
        [{**row, "name": f"{page_words(row)}: {row['of_what']}", "per_cent": _near(row["per_cent"])} for row in rows],
        title="Do the parts make the whole?",
        label="name",
        value="per_cent",
        unit="what the parts give, in per cent of the printed number",
        sentence=f"{len(frame) - len(fails)} of {len(frame)} sums and shares hold and {len(fails)} fail; {hedged} of these stand with a word such as about or over, which may cover the gap.",
        source=f"{len(shown)} of {len(frame)} sums shown. One holds where it comes within half a unit of the printed number: what rounding can explain.",
    )
    rounded = [{**row, "printed": _plain(row["printed"]), "gives": _plain(row["gives"]), "off": f"{row['off']:+.3g}"} for row in rows]
    return with_rows(chart, rounded, SUM_COLUMNS)


def _near(per_cent: float) -> float:
    """With one decimal, or with two where one would hide that it is not 100.

    >>> _near(93.84), _near(100.02), _near(100.0)
    (93.8, 100.02, 100.0)
    """
    return round(per_cent, 2 if abs(per_cent - 100) < 0.05 else 1)


def _plain(value: float) -> str:
    """A number as a reader writes it, with two decimals at most.

    >>> _plain(27862.0), _plain(100 / 3), _plain(0.6667)
    ('27,862', '33.33', '0.67')
    """
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _worked(formula: str, values: dict[str, float]) -> str:
    """A formula with the numbers in the place of their ids.

    >>> _worked("bloc-a + bloc-b", {"bloc-a": 49.0, "bloc-b": 0.5})
    '49 + 0.5'
    """
    for name in sorted(set(formula_ids(formula)), key=len, reverse=True):
        formula = re.sub(
            rf"(?<![\w-]){re.escape(name)}(?![\w-])", f"{values[name]:,g}" if values[name] < 1e6 else f"{values[name]:,.0f}", formula
        )
    return formula


GROUPINGS = {"who_counts": "who counts", "kind": "what kind of number", "side": "whose number"}
NAMES = {
    "who_counts": {"author": "the authors", "report": "a report they cite", "vote": "a vote", "witness": "a witness", "order": "an order"},
    "kind": {"state": "told as a fact", "plan": "a plan or demand", "estimate": "an estimate", "result": "a result of counting"},
    "side": SIDES,
}
"""How the groups of the table are called."""


def round_view(corpus: Corpus, *, by: str = "who_counts") -> Chart:
    """How many figures in a hundred end in 0, by who counts, kind or side; of groups under 20 the rate is too thin."""
    frame = heaping(corpus.tables.rows("figures"), by=by)
    rows = [
        {by: NAMES[by].get(str(r[by]), str(r[by])) + (f" (thin: {r['n']})" if r["thin"] else ""), "n": r["n"], "per_cent": round(100 * r["ends_0_share"], 1), "five": round(100 * r["ends_5_share"], 1),
         "thin": "yes" if r["thin"] else ""}
        for r in frame.to_dict("records")
    ]  # fmt: skip
    few, firm = [row for row in rows if row["thin"]], sorted((row for row in rows if not row["thin"]), key=lambda row: -row["per_cent"])
    told = (
        f"Highest is {firm[0][by]} with {firm[0]['per_cent']:g} of a hundred, lowest {firm[-1][by]} with {firm[-1]['per_cent']:g}"
        if firm
        else ""
    )
    return bar_chart(
        rows,
        title=f"How many numbers end in 0, by {GROUPINGS[by]}?",
        label=by,
        value="per_cent",
        unit="of a hundred figures",
        sentence=f"{told}{', groups of few figures left out' if few else ''}." if told else "Every group is too thin to compare.",
        columns={
            by: GROUPINGS[by],
            "n": "figures",
            "per_cent": "end in 0, per cent",
            "five": "end in 5, per cent",
            "thin": "under 20: thin",
        },
        source=f"{sum(row['n'] for row in rows):,} whole numbers of 10 and more that count something. If last digits fell by chance, ten in a hundred "
        f"would end in 0.{f' Thin: fewer than {MIN_FIGURES} figures, with their number.' if few else ''}",
    )
