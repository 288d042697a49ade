"""Votes, seats and delegates by town: what share one side had, of what, and when, with what is missing kept missing.

The table ``figures`` has one row a printed number. Numbers of one vote or body share the beginning of their id
(velsk-duma-bolshevik, velsk-duma-total): they are one contest.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.figures import ids_in, number_of
from helpers.analysis.regions import homes
from helpers.tables import first_day, last_day

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
PERIODS = ("before August", "August", "after August", "no date")
"""The Kornilov revolt at the end of August 1917 parts the series; a bare year has no period."""
UNITS = ("votes", "seats", "delegates", "members")
MIN_BASE = 20
"""A share of fewer than 20 votes or seats is thin: one more or less moves it by five points and over."""
_WHOLE = frozenset({"total", "delegates", "members", "seats", "present"})
_RATE = frozenset({"per", "cent", "share", "vote", "votes"})
_PART = frozenset({
    "bolshevik", "bolsheviks", "menshevik", "mensheviks", "sr", "srs", "left", "right", "cadet", "cadets", "anarchist", "maximalist",
    "non", "party", "unionist", "unionists", "sd", "internationalist", "internationalists", "defencist", "ukrainian", "socialist",
    "compromisers", "other", "others", "for", "against", "abstained",
})  # fmt: skip
_AGAIN = re.compile(r"-(again|ch\d(?:-\d)?)$")
_BODIES = {
    "delegation": r"\bsecond congress\b",
    "duma": r"\bdumas?\b",
    "congress": r"congress|conference",
    "committee": r"executive|committee|presidium|\bmrc\b",
    "soviet": r"\bsoviets?\b",
}
_PARTY_MEN = re.compile(r"(?<!non-)[Pp]arty members|[Oo]rganisation|organised|registered|meeting")


def stem_of(figure_id: str) -> tuple[str, frozenset[str]]:
    """What the ids of one contest share, and the words behind it that say whose number it is.

    >>> stem, rest = stem_of("velsk-duma-left-sr")
    >>> stem, sorted(rest)
    ('velsk-duma', ['left', 'sr'])
    """
    again = _AGAIN.search(figure_id)
    parts = _AGAIN.sub("", figure_id).split("-")
    end = len(parts)
    while end > 1 and parts[end - 1] in _WHOLE | _RATE | _PART:
        end -= 1
    return "-".join(parts[:end]) + (again[0] if again else ""), frozenset(parts[end:])


def body_of(row: Row) -> str:
    """Which body was elected or voted, by the row's id and description: Constituent Assembly, delegation (sent to the
    Second Congress of Soviets), duma, congress, committee, soviet, or "other".

    >>> body_of({"id": "velsk-executive-left", "of_what": "seats on the Executive, Velsk Soviet", "note": ""})
    'committee'
    """
    text = f"{row['id'].replace('-', ' ')}; {row['of_what']}".lower()
    if "constituent assembly" in text or re.search(r"^Constituent Assembly|elections held after October", str(row["note"])):
        return "Constituent Assembly"
    return next((body for body, pattern in _BODIES.items() if re.search(pattern, text)), "other")


def period_of(row: Row) -> str:
    """The period of ``PERIODS`` in which the number falls.

    >>> [period_of({"id": "velsk-vote", "os_date": d, "of_what": "", "note": ""}) for d in ("1917-06", "1917-08-21", "1917-09", "1917")]
    ['before August', 'August', 'after August', 'no date']
    """
    date = str(row["os_date"] or "")
    if body_of(row) == "Constituent Assembly":
        return "after August"
    if date.count("-") == 0:
        return "no date"
    return "before August" if last_day(date) < "1917-08-01" else "after August" if first_day(date) > "1917-08-31" else "August"


def _wanted(row: Row) -> bool:
    if row["kind"] not in ("result", "state", "estimate"):
        return False
    if row["unit"] in ("share", "per_cent"):
        return bool(row["kind"] == "result")
    in_party = row["unit"] == "members" and (_PARTY_MEN.search(str(row["of_what"])) or body_of(row) == "other")
    return row["unit"] in UNITS and not in_party


def _unit(row: Row) -> str:
    """The unit of a count; members of a body have seats in it."""
    return "seats" if row["unit"] == "members" else str(row["unit"])


def _grouped(figures: Any) -> list[tuple[str, str, str, list[Row]]]:
    """(stem, place, unit, rows) of each contest, in the table's order; a printed share goes with every unit of its contest."""
    stems: dict[tuple[str, str], list[Row]] = {}
    for row in as_rows(figures):
        if _wanted(row):
            stems.setdefault((stem_of(str(row["id"]))[0], str(row["place_id"])), []).append(row)
    found = []
    for (stem, place), rows in stems.items():
        units = list(dict.fromkeys(_unit(row) for row in rows if row["unit"] in UNITS)) or [""]
        found += [(stem, place, unit, [r for r in rows if _unit(r) == unit or r["unit"] not in UNITS]) for unit in units]
    return found


def _summed(rows: Sequence[Row], side: str) -> tuple[float, float, float, float] | None:
    """The side's number, the printed whole, the sum of all numbers named, and the printed share; None where it is no contest."""
    counts = [(row, stem_of(str(row["id"]))[1]) for row in rows if row["unit"] in UNITS]
    parts = [(row, rest) for row, rest in counts if rest & _PART]
    ours = [(row, rest) for row, rest in parts if row["side"] == side]
    printed = [
        number_of(r["value"]) / (100 if r["unit"] == "per_cent" else 1) for r in rows if r["unit"] not in UNITS and r["side"] == side
    ]
    if {"for", "against"} <= {word for _, rest in ours for word in rest} or not (ours or printed):
        return None
    wholes = [number_of(row["value"]) for row, rest in counts if not rest & _PART]
    n = sum(number_of(row["value"]) for row, _ in ours) if ours else math.nan
    named = sum(number_of(row["value"]) for row, _ in parts) if len(parts) > len(ours) > 0 else math.nan
    return n, wholes[0] if wholes else math.nan, named, printed[0] if printed else math.nan


def _best(n: float, whole: float, named: float, printed: float) -> tuple[float, str]:
    if not math.isnan(printed):
        return printed, "printed share"
    if not math.isnan(n) and whole >= n:
        return n / whole, "of the printed total"
    return (n / named, "of those named") if not math.isnan(n) and named > 0 else (math.nan, "no base printed")


def contests(figures: Any, places: Any, *, side: str = "bolshevik") -> pd.DataFrame:
    """Every vote and body in which the book gives a number of ``side``: what share it had, and of what; in the table's order.

    Columns: contest, place_id, name, region_id, section, pages, page_doubtful, os_date, period, body, unit ("" where only
    a share is printed), n (the side's votes, delegates, or seats, as which members of a body count), whole (printed
    total), named (sum of all sides named), share (0–1), basis, ids, thin (a base under ``MIN_BASE``, or none). ``basis``
    is "printed share" (its base need not be known); "of the printed total" (n / whole); "of those named" (n / named: too
    high where others went unnamed); "no base printed" (share nan). Left out: plans, party membership, votes within the side.

    >>> row = {"section": "2.1", "pages": "9", "page_doubtful": False, "place_id": "velsk", "os_date": "1917-08", "kind": "result"}
    >>> row |= {"unit": "seats", "of_what": "seats, Velsk Duma", "note": ""}
    >>> duma = [row | {"id": f"velsk-duma-{s}", "side": s, "value": v} for s, v in (("bolshevik", 30), ("menshevik", 20))]
    >>> places = [{"id": "velsk", "name": "Velsk", "region_id": "river"}]
    >>> total = row | {"id": "velsk-duma-total", "side": "none", "value": 90}
    >>> [contests(rows, places)[["share", "basis"]].values.tolist() for rows in (duma, [*duma, total])]
    [[[0.6, 'of those named']], [[0.3333333333333333, 'of the printed total']]]
    """
    import pandas as pd

    names, home = {str(p["id"]): str(p["name"]) for p in as_rows(places)}, homes(places)
    found = []
    for stem, place, unit, rows in _grouped(figures):
        sums = _summed(rows, side)
        if sums:
            first, (share, basis) = next(r for r in rows if r["side"] == side), _best(*sums)
            base = {"of the printed total": sums[1], "of those named": sums[2], "printed share": math.inf}.get(basis, 0.0)
            told = [first[c] for c in ("section", "pages", "page_doubtful", "os_date")]
            where = ["; ".join(names.get(i, i) for i in ids_in(place)), home.get(place, "")]
            ids = ";".join(str(r["id"]) for r in rows)
            found.append(
                [stem, place, *where, *told, period_of(first), body_of(first), unit, *sums[:3], share, basis, ids, base < MIN_BASE]
            )
    columns = ["contest", "place_id", "name", "region_id", "section", "pages", "page_doubtful", "os_date", "period", "body"]
    return pd.DataFrame(found, columns=[*columns, "unit", "n", "whole", "named", "share", "basis", "ids", "thin"])


def with_gaps(found: pd.DataFrame, *, periods: Sequence[str] = PERIODS[:3]) -> pd.DataFrame:
    """``contests`` with a row for every period in which a town and kind of body has none: share nan, basis "not told".

    Rows by town in order of first appearance, then body, then period, so that a chart leaves the gap open instead of
    joining what lies on its sides. Contests of other periods ("no date") come last of their town and body.
    """
    import pandas as pd

    order = [*periods, *(period for period in PERIODS if period not in periods)]
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in found.to_dict("records"):
        groups.setdefault((row["place_id"], row["body"]), []).append(row)
    rows: list[dict[str, Any]] = []
    for (place, body), group in groups.items():
        town = {"place_id": place, "name": group[0]["name"], "region_id": group[0]["region_id"], "body": body}
        for period in order:
            gap = {**town, "period": period, "contest": "", "share": math.nan, "basis": "not told", "thin": True}
            rows += [row for row in group if row["period"] == period] or ([gap] if period in periods else [])
    return pd.DataFrame(rows, columns=list(found.columns))
