"""Which bodies the book names where: regions by kinds of organisation, with none named told apart from unknown.

A count of 0 says: the book treats the region, and no such body is named in it. Where it hardly goes the number is
unknown (nan). Neither says what existed.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.figures import ids_in
from helpers.analysis.regions import homes, regions_of

if TYPE_CHECKING:
    import pandas as pd

KINDS = (
    "soviet", "mrc", "party", "party_committee", "red_guard", "factory_committee", "union", "garrison", "regiment",
    "army_command", "school", "congress", "newspaper", "national_body", "duma", "committee_of_safety", "government", "other",
)  # fmt: skip
"""Kinds of the table ``organisations``, in the order in which a matrix shows them."""
MIN_NAMED, MIN_PLACES = 20, 2
"""A region counts as looked at from 20 mentions of its places on, and two places that are named."""
SEAT_UNKNOWN = ""


def looked_at(mentions: pd.DataFrame) -> list[str]:
    """Ids of the regions that the book treats closely enough for a 0 to mean something, from ``region_mentions``.

    That is ``MIN_NAMED`` mentions or more of at least ``MIN_PLACES`` places that are named.

    >>> import pandas as pd
    >>> looked_at(pd.DataFrame({"region_id": ["river", "salt"], "n": [25, 4], "n_named": [3, 2]}))
    ['river']
    """
    fits = (mentions["n"] >= MIN_NAMED) & (mentions["n_named"] >= MIN_PLACES)
    return [str(region) for region in mentions["region_id"][fits]]


def _bodies(organisations: Any, home: dict[str, str]) -> dict[tuple[str, str], list[str]]:
    """Ids of the bodies by region and kind; of rows that may be one body the first counts."""
    cells: dict[tuple[str, str], list[str]] = {}
    seen: set[str] = set()
    for row in as_rows(organisations):
        if not seen & set(ids_in(row["same_as"])):
            seen.add(str(row["id"]))
            for region in regions_of(row, home) or [SEAT_UNKNOWN]:
                cells.setdefault((region, str(row["kind"])), []).append(str(row["id"]))
    return cells


def bodies_by_region(organisations: Any, places: Any, regions: Any, looked: Collection[str]) -> pd.DataFrame:
    """How many bodies of each kind the book names in each region: one row a region and kind, and for bodies without a seat.

    ``looked`` are the regions where 0 means "none named" (see ``looked_at``). Columns: region_id ("" = seat not known),
    region, kind, n (nan = unknown: none named, and the book hardly looks there), ids (parted by ;), known. Regions in the
    table's order, kinds in the order of ``KINDS``. Two rows that may be one body (same_as) count once. A body sits where
    the table has its seat, so a national newspaper counts for its town.

    >>> body = {"id": "velsk-soviet", "kind": "soviet", "place_id": "velsk", "same_as": ""}
    >>> regions = [{"id": "river", "name": "River"}, {"id": "salt", "name": "Salt"}]
    >>> frame = bodies_by_region([body], [{"id": "velsk", "region_id": "river"}], regions, ["river"])
    >>> [(r, k, n) for r, k, n in zip(frame["region_id"], frame["kind"], frame["n"]) if k in ("soviet", "duma") and r]
    [('river', 'soviet', 1.0), ('river', 'duma', 0.0), ('salt', 'soviet', nan), ('salt', 'duma', nan)]
    """
    import pandas as pd

    cells = _bodies(organisations, homes(places))
    names = {str(row["id"]): str(row["name"]) for row in as_rows(regions)} | {SEAT_UNKNOWN: "seat not known"}
    found = []
    for region, name in names.items():
        for kind in KINDS:
            ids = cells.get((region, kind), [])
            known = bool(ids) or region in looked or region == SEAT_UNKNOWN
            found.append([region, name, kind, float(len(ids)) if known else math.nan, ";".join(ids), known])
    return pd.DataFrame(found, columns=["region_id", "region", "kind", "n", "ids", "known"])


def as_matrix(bodies: pd.DataFrame) -> pd.DataFrame:
    """``bodies_by_region`` as a matrix: index region_id, region; a column a kind; nan stays unknown."""
    matrix = bodies.pivot(index=["region_id", "region"], columns="kind", values="n")
    kinds = [kind for kind in KINDS if kind in matrix.columns]
    return matrix.reindex(index=list(dict.fromkeys(zip(bodies["region_id"], bodies["region"], strict=True))), columns=kinds)
