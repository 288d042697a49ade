"""The test by election: returns of the vote for the Constituent Assembly, as far as the book quotes them.

The book quotes a handful of towns and one region, chosen by its authors; the country's totals are not in it, and none
are put beside them here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.contests import body_of
from helpers.analysis.figures import number_of
from helpers.analysis.regions import homes

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
MIN_PARTIES = 2
"""A return that names one party alone is too thin to say who stood against it."""
_SHARES = {"per_cent": 100.0, "share": 1.0}


def is_return(row: Row) -> bool:
    """Whether a figure is a result of that election: votes or a share, no forecast."""
    return bool(row["kind"] == "result" and row["unit"] in ("votes", *_SHARES) and body_of(row) == "Constituent Assembly")


def _district(row: Row) -> str:
    """The place that the description names behind its comma, such as a uyezd; "" where it names the election."""
    _, _, rest = str(row["of_what"]).rpartition(", ")
    return "" if rest == "Constituent Assembly" else rest


def assembly_returns(figures: Any, places: Any) -> pd.DataFrame:
    """One row a place and party that the book quotes, in the table's order.

    Columns: place_id, name, region_id, district ("" where the place itself), party (the column side), votes, printed_share
    (0–1), named_votes (all votes that the book gives for that place), share_of_named (votes / named_votes: too high by
    what went unnamed), unnamed_share (1 − the printed shares of the place, where three parties or more have one), n_parties
    quoted for the place, section, pages, page_doubtful, ids, thin (fewer than ``MIN_PARTIES`` parties). nan where the
    book gives no such number.

    >>> row = {"kind": "result", "section": "2.1", "pages": "58", "page_doubtful": False, "place_id": "velsk", "unit": "votes", "note": ""}
    >>> row["of_what"] = "votes, Constituent Assembly"
    >>> told = [row | {"id": f"velsk-{s}-votes", "side": s, "value": v} for s, v in (("sr", 300), ("left_sr", 100))]
    >>> frame = assembly_returns(told, [{"id": "velsk", "name": "Velsk", "region_id": "river"}])
    >>> frame[["party", "votes", "share_of_named"]].values.tolist()
    [['sr', 300.0, 0.75], ['left_sr', 100.0, 0.25]]
    """
    import pandas as pd

    names, home = {str(p["id"]): str(p["name"]) for p in as_rows(places)}, homes(places)
    cells: dict[tuple[str, str], dict[str, list[Row]]] = {}
    for row in as_rows(figures):
        if is_return(row):
            cells.setdefault((str(row["place_id"]), _district(row)), {}).setdefault(str(row["side"]), []).append(row)
    found = []
    for (place, district), parties in cells.items():
        numbers = {party: _numbers(rows) for party, rows in parties.items()}
        votes, shares = ([n[k] for n in numbers.values() if not math.isnan(n[k])] for k in (0, 1))
        unnamed = 1 - sum(shares) if len(shares) > 2 else math.nan
        for party, rows in parties.items():
            of_named = numbers[party][0] / sum(votes) if len(votes) > 1 else math.nan
            sums = [*numbers[party], sum(votes) or math.nan, of_named, unnamed, len(parties)]
            told = [*(rows[0][c] for c in ("section", "pages", "page_doubtful")), ";".join(str(r["id"]) for r in rows)]
            found.append([place, names.get(place, place), home.get(place, ""), district, party, *sums, *told, len(parties) < MIN_PARTIES])
    columns = ["place_id", "name", "region_id", "district", "party", "votes", "printed_share", "named_votes", "share_of_named"]
    return pd.DataFrame(found, columns=[*columns, "unnamed_share", "n_parties", "section", "pages", "page_doubtful", "ids", "thin"])


def _numbers(rows: list[Row]) -> tuple[float, float]:
    """Votes and printed share (0–1) of one party at one place; nan where not given."""
    votes = [number_of(row["value"]) for row in rows if row["unit"] == "votes"]
    shares = [number_of(row["value"]) / _SHARES[row["unit"]] for row in rows if row["unit"] in _SHARES]
    return votes[0] if votes else math.nan, shares[0] if shares else math.nan
