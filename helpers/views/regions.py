"""Lesson 21's charts of attention: which places and regions the book names, by three measures, and the bodies it names there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from helpers.analysis.bodies import KINDS, bodies_by_region, looked_at
from helpers.analysis.regions import own_sections, per_inhabitant, place_mentions, region_mentions
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart, Words, spoken
from helpers.charts.land import LAND_FILE
from helpers.charts.matrix import heat_map
from helpers.charts.town_map import town_map
from helpers.home import CORPUS
from helpers.model import Corpus
from helpers.views.chronology import with_rows

if TYPE_CHECKING:
    import pandas as pd

EVERYWHERE = ""
"""The choice of region that means all of them."""
MEASURES = {
    "n": ("mentions", "mentions in the book"),
    "own_per_page": ("mentions per page", "mentions per page of the region's own sections"),
    "per_inhabitant": ("per 10,000 people", "mentions for every ten thousand inhabitants, where the book gives a number"),
}
"""Measures of attention: (unit, what a reader chooses)."""
_COLUMN = {"per_inhabitant": "n_per_10k_inhabitants"}
ON_MAP = 40
"""Places shown where no region is chosen: with more, most names find no room."""
FRONTS = ("northern-front", "western-front", "south-western-front", "rumanian-front", "caucasian-front")
CHAPTER_TWO = (
    "petrograd", "moscow", "moscow-region", "volga", "don", "urals", "siberia", "crimea", "ukraine", "north-caucasus", "byelorussia",
    "baltic", "transcaucasia", "central-asia",
)  # fmt: skip
ELSEWHERE = ("petrograd-approaches", "northern-region", "finland", "all-russia", "abroad")
GROUPS = {
    "two": ("the regions of chapter two", CHAPTER_TWO),
    "fronts": ("the fronts of chapter eight", FRONTS),
    "elsewhere": ("the other regions of the table", ELSEWHERE),
}
"""Regions by the choice that shows them: (what a reader chooses, ids)."""


def region_names(corpus: Corpus) -> dict[str, str]:
    """The name of every region, by id, in the table's order."""
    return {str(row["id"]): str(row["name"]) for row in corpus.tables.rows("regions")}


@lru_cache(maxsize=1)
def land() -> str:
    """The outlines that maps stand on. Raises ValueError, with the remedy, where the file is missing."""
    try:
        return (CORPUS / LAND_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError("the outlines of the land can't be read; restore corpus/map/land.json with `git checkout corpus`") from error


def _tables(corpus: Corpus) -> tuple[Any, Any, Any, Any]:
    leaves, named = corpus.measures.rows("leaves"), corpus.measures.rows("entity_leaf")
    return named, corpus.tables.rows("places"), corpus.tables.rows("regions"), leaves


def regions_measured(corpus: Corpus) -> pd.DataFrame:
    """``region_mentions`` of the shipped counts with the rate by inhabitants."""
    return per_inhabitant(region_mentions(*_tables(corpus)), corpus.tables.rows("figures"))


def own_pages(corpus: Corpus) -> dict[str, int]:
    """On how many printed pages the sections of each region stand; a page shared with another section counts whole."""
    own, pages = own_sections(corpus.tables.rows("regions")), {}
    for region, sections in own.items():
        leaves = [leaf for leaf in corpus.measures.rows("leaves") if leaf["section"] in sections]
        pages[region] = len({page for leaf in leaves for page in range(leaf["first_page"], leaf["last_page"] + 1)})
    return pages


def places_measured(corpus: Corpus) -> pd.DataFrame:
    """``place_mentions`` of the shipped counts with own_per_page (n_own / pages of the region's own sections) and the rate by inhabitants."""
    frame = place_mentions(*_tables(corpus))
    own = frame["n_own"] / frame["region_id"].map(own_pages(corpus)).replace(0, float("nan"))
    return per_inhabitant(frame, corpus.tables.rows("figures")).assign(own_per_page=own)


PLACE_COLUMNS = {
    "name": "place", "region": "region", "n": "mentions", "n_own": "in the region's own sections", "own_per_page": "per page of these",
    "inhabitants": "inhabitants", "n_per_10k_inhabitants": "per 10,000 of them", "figure_pages": "page of that number",
    "pages": "most on pages",
}  # fmt: skip


def _place_rows(frame: pd.DataFrame, names: Mapping[str, str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = frame.round(3).to_dict("records")
    for row in rows:
        row |= {"id": row["place_id"], "region": names[row["region_id"]], "pages": row["top_leaf"].partition("@")[2]}
    return rows


def _on_map(frame: pd.DataFrame, measure: str, region: str) -> pd.DataFrame:
    """The places that have coordinates: all of a region, else the ``ON_MAP`` highest (by inhabitants: the most named)."""
    placed = frame[frame["latitude"].notna()]
    if region:
        return placed
    by = "n" if measure == "per_inhabitant" else measure
    return placed[placed[by] > 0].sort_values(by, ascending=False, kind="stable").head(ON_MAP)


def attention_view(corpus: Corpus, *, measure: str = "n", region: str = EVERYWHERE) -> Chart:
    """The places that the book names, on the map, by a measure of ``MEASURES``; all of one region, or the 40 highest of all.

    By inhabitants the 40 are the most named, so that what has no number is seen to have none. A region without a place
    on the map is answered with bars.
    """
    frame, names, column = places_measured(corpus), region_names(corpus), _COLUMN.get(measure, measure)
    mine = frame[frame["region_id"] == region] if region else frame
    shown = _on_map(mine, measure, region)
    where, (unit, told) = names[region] if region else "the book", MEASURES[measure]
    known = f"the book gives the inhabitants of {int(shown[column].notna().sum())} of these {len(shown)} places"
    words: Words = {"thin": known if measure == "per_inhabitant" else ""}
    title = f"Where does the book look: {told.partition(',')[0]}{f', {where}' if region else ''}?"
    basis = f"{int(mine['n'].sum()):,} mentions of {int((mine['n'] > 0).sum()):,} of {len(mine):,} places in {where}"
    if measure == "n" and len(shown):
        words["sentence"] = _most_named(shown, int(mine["n"].sum()), where)
    chart = town_map(
        _place_rows(shown, names), land(), title=title, value=column, unit=unit, enlarged=bool(region), columns=PLACE_COLUMNS, **words
    )
    if chart.marks:
        return replace(chart, source=f"{basis}; streets, works and buildings are not on the map. {chart.source}")
    words["source"] = f"{basis}, none of them on the map."
    return bar_chart(_place_rows(mine, names), title=title, label="name", value=column, unit=unit, columns=PLACE_COLUMNS, **words)


def _most_named(shown: pd.DataFrame, total: int, where: str) -> str:
    """The place on the map that is named most, with its share of all mentions of places there, streets and buildings included."""
    order = shown.sort_values("n", ascending=False, kind="stable")
    first, then = order.iloc[0], ", ".join(order["name"][1:4])
    share = f": {first['n'] / total:.0%} of the {total:,} mentions of places in {where}" if total else ""
    return f"The highest of {len(order)} place{'s' * (len(order) != 1)} is {first['name']} with {spoken(float(first['n']), 'mentions')}{share}{f'; then {then}' if then else ''}."


def region_attention_view(corpus: Corpus, *, measure: str = "own_per_page") -> Chart:
    """Every region by a measure of ``MEASURES``, the highest first, what is not known last."""
    column = _COLUMN.get(measure, measure)
    frame = regions_measured(corpus).sort_values(column, ascending=False, kind="stable", na_position="last")
    unit, told = MEASURES[measure]
    few = [str(name) for name in frame["name"][frame["thin"]]]
    return bar_chart(
        frame.assign(share=100 * frame["share"]).round(2).to_dict("records"),
        title=f"Which region does the book look at most: {told.partition(',')[0]}?",
        label="name",
        value=column,
        unit=unit,
        columns={
            "name": "region", "n_places": "places of the table", "n_named": "of these named", "n": "mentions", "share": "of a hundred", "n_own": "in its own sections",
            "own_pages": "pages of these", "own_per_page": "per page", "elsewhere_share": "share told elsewhere (0–1)",
        },
        source=f"{int(frame['n'].sum()):,} mentions of places. A section that treats several regions is counted for each."
        + (f" Fewer than five mentions: {', '.join(few)}." if few else ""),
        thin="the book gives the inhabitants of one region alone" if measure == "per_inhabitant" else "",
    )  # fmt: skip


KIND_NAMES = {
    "mrc": "revolutionary committee", "party_committee": "party committee", "red_guard": "Red Guard", "factory_committee": "factory committee",
    "army_command": "army command", "national_body": "national body", "committee_of_safety": "committee of safety", "duma": "town duma",
}  # fmt: skip
"""How kinds of bodies are called where the id does not read well."""


def bodies_view(corpus: Corpus, *, among: str = "two", region: str = "volga") -> Chart:
    """How many bodies of each kind the book names in each region of a group of ``GROUPS``; the list holds those of ``region``.

    Hatched: unknown, because the book hardly treats the region; 0: treated, and none named.
    """
    names, looked = region_names(corpus), looked_at(region_mentions(*_tables(corpus)))
    frame = bodies_by_region(corpus.tables.rows("organisations"), corpus.tables.rows("places"), corpus.tables.rows("regions"), looked)
    shown = frame[frame["region_id"].isin(GROUPS[among][1])]
    shown = shown.assign(across=[KIND_NAMES.get(k, k) for k in shown["kind"]])
    chart = heat_map(
        shown.to_dict("records"),
        title=f"Which bodies does the book name in {GROUPS[among][0]}?",
        down="region",
        across="across",
        value="n",
        unit="named",
        order=[KIND_NAMES.get(k, k) for k in KINDS],
        source=f"{int(shown['n'].notna().sum())} of {len(shown)} cells known. 0: the region is treated and none is named there; hatched: the book "
        "hardly goes there, so a 0 would say nothing. A body is counted where it sat.",
    )
    ids = [i for cell in frame["ids"][frame["region_id"] == region] for i in cell.split(";") if i]
    return with_rows(chart, _body_rows(corpus, ids, names[region]), BODY_COLUMNS)


BODY_COLUMNS = {"name": "body", "kind": "kind", "pages": "first told on", "note": "note"}


def _body_rows(corpus: Corpus, ids: list[str], region: str) -> list[dict[str, Any]]:
    """The bodies with these ids in the order given; one row that says so where there are none."""
    by_id = {str(row["id"]): row for row in corpus.tables.rows("organisations")}
    rows = [{**by_id[i], "kind": KIND_NAMES.get(str(by_id[i]["kind"]), by_id[i]["kind"])} for i in ids]
    return rows or [{"name": f"none named: {region}", "kind": "", "pages": "", "note": "nothing follows about what there was"}]
