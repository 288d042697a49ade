"""Where the book looks: mentions of places, rolled up to regions, inside the sections that treat a region and elsewhere.

A mention is a spelling of the table ``places`` in the running text; "the Petrograd Soviet" names Petrograd. Mentions are
the authors' attention, not what happened in a place. Rows of tables and measures go in, as DataFrames or mappings.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.figures import ids_in, number_of
from helpers.analysis.frequency import per_10k

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
MIN_MENTIONS = 5
"""Fewer mentions are too thin for a rate: chance alone moves a count of 5 by some 45 per cent (1 / √5)."""


def own_sections(regions: Any) -> dict[str, frozenset[str]]:
    """The sections that treat each region, by region id. A section may treat several.

    >>> own_sections([{"id": "river", "sections": "2.1;8.4"}])["river"] == {"2.1", "8.4"}
    True
    """
    return {str(row["id"]): frozenset(ids_in(row["sections"])) for row in as_rows(regions)}


def homes(places: Any) -> dict[str, str]:
    """The region of each place, by place id."""
    return {str(row["id"]): str(row["region_id"]) for row in as_rows(places)}


def regions_of(row: Row, home: Mapping[str, str]) -> list[str]:
    """The regions of the places of a row of a table, each once, in order; none where it has no place.

    >>> regions_of({"place_id": "velsk;brod;karsino"}, {"velsk": "river", "brod": "river", "karsino": "salt"})
    ['river', 'salt']
    """
    return list(dict.fromkeys(home[i] for i in ids_in(row["place_id"]) if i in home))


def _by_place(entity_leaf: Any, section_of: Mapping[str, str]) -> dict[str, list[tuple[str, str, int]]]:
    """(leaf, section, mentions) of each place, in reading order."""
    order = {leaf: k for k, leaf in enumerate(section_of)}
    found: dict[str, list[tuple[str, str, int]]] = {}
    for row in as_rows(entity_leaf):
        if row["kind"] == "place":
            found.setdefault(str(row["id"]), []).append((str(row["leaf"]), section_of[str(row["leaf"])], int(row["count"])))
    return {place: sorted(rows, key=lambda r: order[r[0]]) for place, rows in found.items()}


def place_mentions(entity_leaf: Any, places: Any, regions: Any, leaves: Any) -> pd.DataFrame:
    """How often each place is named, in the sections that treat its region and elsewhere; the most named first.

    Columns: place_id, name, region_id, kind, latitude, longitude (nan where no source gives them), n, per_10k (n per 10 000
    words of the book), n_leaves and n_sections (in how many it is named), n_own (in sections that treat its region),
    n_elsewhere, first_leaf and top_leaf (the first, and the one that names it most; "" where none), thin (n under
    ``MIN_MENTIONS``). Places that are never named by their own spellings have n = 0. Ties keep the table's order.

    >>> leaves = [{"id": "2.1@9", "section": "2.1", "words": 400}, {"id": "3.1@20", "section": "3.1", "words": 600}]
    >>> named = [{"kind": "place", "id": "velsk", "leaf": leaf, "count": n} for leaf, n in (("3.1@20", 1), ("2.1@9", 5))]
    >>> place = {"id": "velsk", "name": "Velsk", "region_id": "river", "kind": "town", "latitude": None, "longitude": None}
    >>> frame = place_mentions(named, [place], [{"id": "river", "sections": "2.1"}], leaves)
    >>> frame[["n", "per_10k", "n_own", "n_elsewhere", "first_leaf", "top_leaf"]].values.tolist()
    [[6, 60.0, 5, 1, '2.1@9', '2.1@9']]
    """
    import pandas as pd

    section_of = {str(leaf["id"]): str(leaf["section"]) for leaf in as_rows(leaves)}
    named, own = _by_place(entity_leaf, section_of), own_sections(regions)
    n_words = sum(int(leaf["words"]) for leaf in as_rows(leaves))
    found = []
    for place in as_rows(places):
        rows = named.get(str(place["id"]), [])
        n, n_own = sum(r[2] for r in rows), sum(r[2] for r in rows if r[1] in own.get(str(place["region_id"]), ()))
        told = [place[c] for c in ("id", "name", "region_id", "kind")] + [number_of(place[c]) for c in ("latitude", "longitude")]
        counts = [n, len(rows), len({r[1] for r in rows}), n_own, n - n_own]
        ends = [rows[0][0], max(rows, key=lambda r: r[2])[0]] if rows else ["", ""]
        found.append([*told, *counts, *ends, n < MIN_MENTIONS])
    columns = ["place_id", "name", "region_id", "kind", "latitude", "longitude", "n", "n_leaves", "n_sections", "n_own"]
    frame = pd.DataFrame(found, columns=[*columns, "n_elsewhere", "first_leaf", "top_leaf", "thin"])
    frame.insert(columns.index("n") + 1, "per_10k", per_10k(frame["n"], n_words))
    return frame.sort_values("n", ascending=False, kind="stable", ignore_index=True)


def _pages(leaves: Iterable[Row]) -> int:
    """Printed pages on which these leaves stand; a page shared with another section counts whole."""
    return len({page for leaf in leaves for page in range(int(leaf["first_page"]), int(leaf["last_page"]) + 1)})


def region_mentions(entity_leaf: Any, places: Any, regions: Any, leaves: Any) -> pd.DataFrame:
    """How often the places of each region are named, by the room that the book gives to the region; regions in the table's order.

    Columns: region_id, name, n_places (of the table, in the region), n_named (of these, named at all), n, share (of all
    mentions of places, 0–1), per_10k (n per 10 000 words of the book), n_own and n_elsewhere (inside and outside the
    sections that treat the region), own_words and own_pages of these sections, own_per_10k (n_own per 10 000 own words),
    elsewhere_per_10k, own_per_page (n_own per own printed page), elsewhere_share (n_elsewhere / n), thin (n under
    ``MIN_MENTIONS``). A section that treats several regions is an own section of each. Rates without a base are nan.

    >>> leaf = {"first_page": 9, "last_page": 10}
    >>> leaves = [leaf | {"id": "2.1@9-10", "section": "2.1", "words": 400}, leaf | {"id": "3.1@10", "section": "3.1", "words": 600}]
    >>> named = [{"kind": "place", "id": "velsk", "leaf": k, "count": n} for k, n in (("2.1@9-10", 6), ("3.1@10", 3))]
    >>> place = {"id": "velsk", "name": "Velsk", "region_id": "river", "kind": "town", "latitude": None, "longitude": None}
    >>> frame = region_mentions(named, [place], [{"id": "river", "name": "River", "sections": "2.1"}], leaves)
    >>> frame[["n", "n_own", "own_per_10k", "elsewhere_per_10k", "own_per_page"]].values.tolist()
    [[9.0, 6.0, 150.0, 50.0, 3.0]]
    """
    import pandas as pd

    frame, rows, own = place_mentions(entity_leaf, places, regions, leaves), as_rows(leaves), own_sections(regions)
    n_words, total = sum(int(leaf["words"]) for leaf in rows), int(frame["n"].sum())
    found, by_region = [], dict(list(frame.groupby("region_id")))
    for region in as_rows(regions):
        here = by_region.get(region["id"], frame[:0])
        treated = [leaf for leaf in rows if leaf["section"] in own[str(region["id"])]]
        n, n_own, own_words, pages = int(here["n"].sum()), int(here["n_own"].sum()), sum(int(r["words"]) for r in treated), _pages(treated)
        found.append({
            "region_id": region["id"], "name": region["name"], "n_places": len(here), "n_named": int((here["n"] > 0).sum()), "n": n,
            "share": n / total if total else math.nan, "per_10k": float(per_10k(n, n_words)), "n_own": n_own, "n_elsewhere": n - n_own,
            "own_words": own_words, "own_pages": pages, "own_per_10k": float(per_10k(n_own, own_words)),
            "elsewhere_per_10k": float(per_10k(n - n_own, n_words - own_words)), "own_per_page": n_own / pages if pages else math.nan,
            "elsewhere_share": (n - n_own) / n if n else math.nan, "thin": n < MIN_MENTIONS,
        })  # fmt: skip
    return pd.DataFrame(found)


def inhabitants(figures: Any) -> dict[str, Row]:
    """The figure that counts the population of a place, by place id: the first that the book gives, plans left out.

    A figure counts if its unit is persons and its description says "population of". Most places have none.

    >>> figure = {"unit": "persons", "kind": "state", "place_id": "velsk", "value": 9000.0}
    >>> list(inhabitants([figure | {"of_what": "population of Velsk"}, figure | {"of_what": "inhabitants who left"}]))
    ['velsk']
    """
    found: dict[str, Row] = {}
    for row in as_rows(figures):
        if row["unit"] == "persons" and row["kind"] != "plan" and "population of" in str(row["of_what"]).lower():
            for place in ids_in(row["place_id"]):
                found.setdefault(place, row)
    return found


def per_inhabitant(mentions: pd.DataFrame, figures: Any) -> pd.DataFrame:
    """``mentions`` of places or regions with their rate by inhabitants, only where the book itself gives a figure.

    Adds: inhabitants, n_per_10k_inhabitants (mentions per 10 000 of them), both nan without a figure; figure_id and
    figure_pages, "" without. A region has a figure where one stands under its own id. Nothing is taken from outside or
    filled in, so places of different years stand side by side: see the figure. Thin as the mentions are.

    >>> import pandas as pd
    >>> figure = {"unit": "persons", "kind": "state", "place_id": "velsk", "value": 9000, "id": "f-1", "pages": "9"}
    >>> figure["of_what"] = "population of Velsk"
    >>> per_inhabitant(pd.DataFrame({"place_id": ["velsk", "brod"], "n": [18, 5]}), [figure])["n_per_10k_inhabitants"].tolist()
    [20.0, nan]
    """
    key = "place_id" if "place_id" in mentions else "region_id"
    known = inhabitants(figures)
    rows = [known.get(place, {}) for place in mentions[key]]
    people = [number_of(row.get("value")) for row in rows]
    rates = [n * 1e4 / count if count > 0 else math.nan for n, count in zip(mentions["n"], people, strict=True)]
    told = {f"figure_{c}": [str(row.get(c, "")) for row in rows] for c in ("id", "pages")}
    return mentions.assign(inhabitants=people, n_per_10k_inhabitants=rates, **told)


def mentions_by_section(entity_leaf: Any, leaves: Any, ids: Iterable[str], *, kind: str = "place") -> Counter[str]:
    """How often the people, places or bodies with these ids are named in each section; sections without are 0.

    >>> named = [{"kind": "place", "id": "velsk", "leaf": "2.1@9", "count": 2}]
    >>> mentions_by_section(named, [{"id": "2.1@9", "section": "2.1"}], ["velsk"])["2.1"]
    2
    """
    wanted, section_of = set(ids), {str(leaf["id"]): str(leaf["section"]) for leaf in as_rows(leaves)}
    found: Counter[str] = Counter()
    for row in as_rows(entity_leaf):
        if row["kind"] == kind and row["id"] in wanted:
            found[section_of[str(row["leaf"])]] += int(row["count"])
    return found
