"""Lesson 23's charts of two regions side by side: how much is told, by kind, by whom, and in which words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from helpers.analysis.regions import own_sections
from helpers.analysis.two_regions import compare_regions, in_region, organisers
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.model import Corpus
from helpers.views.regions import KIND_NAMES, own_pages, region_names

if TYPE_CHECKING:
    import pandas as pd

HOW_MUCH = "how much"
COMPARED = {
    HOW_MUCH: "how much is told, by own page", "events by kind": "events by kind", "figures by kind": "figures by kind",
    "figures by who counts": "figures by who counts", "organisations by kind": "organisations by kind", "who acts": "who acts in the events",
}  # fmt: skip
"""What two regions may be compared by: the measure of ``compare_regions`` and what a reader chooses."""
MOST_ITEMS = 12
PAIR_COLUMNS = {"item": "item", "region": "region", "n": "number", "of": "of", "value": "drawn", "thin": "thin"}


def two_names(corpus: Corpus, a: str, b: str) -> tuple[str, str]:
    """The names of two regions. Raises ValueError where they are one."""
    names = region_names(corpus)
    if a == b:
        raise ValueError(f"{names[a]} is chosen twice: choose another region to compare it with")
    return names[a], names[b]


def two_regions_view(corpus: Corpus, *, a: str = "volga", b: str = "urals", measure: str = HOW_MUCH) -> Chart:
    """Two regions by a measure of ``COMPARED``: shares of what the book tells of each, with n of N in the table.

    Where neither region has anything of the measure, how much is told of both is shown instead, and the chart says so.
    """
    names, tables = two_names(corpus, a, b), corpus.tables
    asked = measure
    frame = compare_regions(
        a, b, events=tables.rows("events"), figures=tables.rows("figures"), organisations=tables.rows("organisations"),
        people=tables.rows("people"), places=tables.rows("places"),
    )  # fmt: skip
    mine = frame[frame["measure"] == measure]
    if mine.empty:
        measure = HOW_MUCH
    rows = _how_much(corpus, (a, b), names) if measure == HOW_MUCH else _shares(mine, names)
    few = sorted({row["region"] for row in rows if row["thin"] == "yes"})
    unit = "for each ten pages of the region's own sections" if measure == HOW_MUCH else "per cent of all that is told of the region"
    gone = f"neither has {asked.partition(' by ')[0]}: how much is told is shown instead" if asked != measure else ""
    return bar_chart(
        rows,
        title=f"{names[0]} and {names[1]}: {COMPARED[measure]}?",
        label="item",
        value="value",
        unit=unit,
        series="region",
        columns=PAIR_COLUMNS,
        source=f"Counted in the tables, which are a reading of the whole book. {_basis(rows, measure)}"
        + (f" Under 20 rows, so that one moves the share by five points: {', '.join(few)}." if few else ""),
        thin=gone,
    )


def _basis(rows: Sequence[Mapping[str, Any]], measure: str) -> str:
    if measure == HOW_MUCH:
        return "Only what the region's own sections tell; a section that treats several regions is an own section of each."
    of = {row["region"]: row["of"] for row in rows}
    return "; ".join(f"{region}: {n} in all" for region, n in of.items()) + "; one row can count under two items."


def _how_much(corpus: Corpus, regions: tuple[str, str], names: tuple[str, str]) -> list[dict[str, Any]]:
    """Events, figures, organisations and named people of the region's own sections for each ten pages of them."""
    tables, pages, sections = corpus.tables, own_pages(corpus), own_sections(corpus.tables.rows("regions"))
    rows = []
    for item in ("events", "figures", "organisations", "people"):
        for region, name in zip(regions, names, strict=True):
            own = pages[region]
            n = (
                len(organisers_of(corpus, region, top=None))
                if item == "people"
                else sum(row["section"] in sections[region] for row in in_region(tables.rows(item), tables.rows("places"), region))
            )
            value = round(10 * n / own, 1) if own else math.nan
            rows.append({"item": item, "region": name, "n": n, "of": f"{own} pages", "value": value, "thin": ""})
    return rows


def _shares(frame: pd.DataFrame, names: tuple[str, str]) -> list[dict[str, Any]]:
    rows = []
    for row in frame.head(MOST_ITEMS).to_dict("records"):
        for side, name in zip("ab", names, strict=True):
            told = {"item": KIND_NAMES.get(row["item"], str(row["item"]).replace("_", " ")), "region": name, "n": row[f"n_{side}"]}
            thin = "yes" if row[f"of_{side}"] < 20 else ""
            rows.append({**told, "of": row[f"of_{side}"], "value": round(100 * row[f"share_{side}"], 1), "thin": thin})
    return rows


def organisers_of(corpus: Corpus, region: str, *, side: str | None = None, top: int | None = 15) -> pd.DataFrame:
    """``organisers`` of the shipped counts."""
    tables, measures = corpus.tables, corpus.measures
    return organisers(
        region, tables.rows("people"), measures.rows("entity_leaf"), tables.rows("regions"), measures.rows("leaves"), side=side, top=top
    )


ORGANISER_SIDES = {"": "of all sides", "bolshevik": "Bolsheviks", "others": "all others"}
NOBODY = "nobody named"


def organisers_view(corpus: Corpus, *, region: str = "volga", side: str = "") -> Chart:
    """The people whom the sections on a region name most, all or of one side, with the share of their mentions that stands there."""
    name = region_names(corpus)[region]
    frame = organisers_of(corpus, region, side=side if side == "bolshevik" else None, top=None if side == "others" else 15)
    frame = frame[frame["side"] != "bolshevik"].head(15) if side == "others" else frame
    rows: list[dict[str, Any]] = [
        {**row, "side": row["side"].replace("_", " "), "id": row["person_id"], "here": round(100 * row["own_share"])}
        for row in frame.to_dict("records")
    ] or [{"name": NOBODY, "side": "", "role": "", "n_own": 0, "n": 0, "here": 0, "id": ""}]
    local = [str(row["name"]) for row in rows if row["here"] >= 50 and row["n_own"] > 1]
    return bar_chart(
        rows,
        title=f"Whom do the sections on a region name most: {name}?",
        label="name",
        value="n_own",
        unit="mentions in the sections that treat the region",
        columns={
            "name": "name",
            "side": "side in the book",
            "role": "role in the book",
            "n_own": "here",
            "n": "in the book",
            "here": "here, per cent of all",
        },
        sentence=f"Of the {len(rows)} named most, these stand here with at least half of their mentions: {', '.join(local) or 'none'}.",
        source="People of the table, by surname; the first fifteen. A section that treats several regions lends its people to each. "
        "Named often is not the same as having organised.",
    )
