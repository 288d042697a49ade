"""Lesson 22's charts of strength: shares of seats and votes by town and period, and the election returns that the book quotes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from helpers.analysis.contests import PERIODS, contests, with_gaps
from helpers.analysis.figures import shares_without_base
from helpers.analysis.returns import assembly_returns
from helpers.charts.chart import Chart
from helpers.charts.panels import bar_panels
from helpers.model import Corpus
from helpers.views.chronology import with_rows
from helpers.views.regions import EVERYWHERE, region_names

BODIES = {
    "soviet": "soviets", "duma": "town dumas", "committee": "executives and committees", "congress": "congresses", "delegation":
    "delegations to the Second Congress", "other": "other meetings",
}  # fmt: skip
"""Kinds of body by the choice that shows them; the Constituent Assembly has a chart of its own."""
SHARE_COLUMNS = {
    "name": "town", "os_date": "day, Old Style", "period": "period", "per_cent": "Bolshevik share, per cent", "n": "their number", "base": "of",
    "unit": "counted", "basis": "what the share is of", "pages": "page",
}  # fmt: skip
MOST_PANELS = 16
SHORT = {"before August": "to July", "August": "August", "after August": "Sept. on"}
"""Periods as they stand under the bars."""


def seat_shares_view(corpus: Corpus, *, body: str = "soviet", region: str = EVERYWHERE) -> Chart:
    """Share of Bolshevik seats, or of votes for their motions, by town, before August, in August and after, in bodies of one kind;
    a gap is drawn as a gap.

    Of several votes of a town in one period the last is drawn and all are listed. A region without any is answered with
    its gaps.
    """
    frame = contests(corpus.tables.rows("figures"), corpus.tables.rows("places"))
    frame = frame[(frame["body"] == body) & ((frame["region_id"] == region) | (region == EVERYWHERE))]
    frame = frame.assign(
        name=[f"{n} Uyezd (S.-D.)" if "-uyezd-sd-" in ids else n for n, ids in zip(frame["name"], frame["ids"], strict=True)]
    )
    names = region_names(corpus)
    where = names[region] if region else "all the towns told"
    rows = _panels(with_gaps(frame).to_dict("records")) or _all_gaps(where)
    panels = list(dict.fromkeys(row["name"] for row in rows))[:MOST_PANELS]
    drawn = [row | {"short": SHORT[row["period"]]} for row in rows if row["name"] in panels and row["period"] in SHORT]
    told = {name: {row["period"] for row in drawn if row["name"] == name and row["per_cent"] == row["per_cent"]} for name in panels}
    twice = [name for name, periods in told.items() if len(periods) > 1]
    undated = int((frame["period"] == "no date").sum())
    chart = bar_panels(
        drawn,
        title=f"Which share had the Bolsheviks or their motions in {BODIES[body]}, before and after August: {where}?",
        panel="name",
        label="short",
        value="per_cent",
        unit="Bolsheviks, per cent of seats or votes",
        labels=list(SHORT.values()),
        sentence=f"{len(twice)} of {len(panels)} panels have a share in more than one period{': ' + ', '.join(twice) if twice else ''}. "
        f"{sum(len(p) for p in told.values())} of {3 * len(panels)} places are known.",
        source=f"{len(frame)} votes and bodies; {undated} without a date are listed alone. A question mark: no number is told, "
        "which is not 0. A share of those named is too high where others went unnamed."
        + (
            " S.-D.: the page has Social-Democrats, in the soviets of a rural district."
            if any("(S.-D.)" in name for name in panels)
            else ""
        ),
        thin="no share is told" if not any(told.values()) else "",
    )
    return with_rows(chart, [_listed(row) for row in frame.to_dict("records")] or [_listed(row) for row in drawn[:1]], SHARE_COLUMNS)


def _panels(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row a town and period: the last that is told, by its date."""
    cells: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        key, known = (row["name"], row["period"]), row["share"] == row["share"]
        if key not in cells or (known and str(row["os_date"]) >= str(cells[key].get("os_date") or "")):
            cells[key] = {**row, "id": row.get("ids") or "", "per_cent": round(100 * row["share"], 1) if known else math.nan}
    return list(cells.values())


def _all_gaps(where: str) -> list[dict[str, Any]]:
    empty = dict.fromkeys(("os_date", "basis", "pages", "unit", "id"), "") | {
        "n": math.nan,
        "whole": math.nan,
        "named": math.nan,
        "share": math.nan,
    }
    return [{**empty, "name": where, "period": period, "per_cent": math.nan, "basis": "not told"} for period in PERIODS[:3]]


def _listed(row: Mapping[str, Any]) -> dict[str, Any]:
    base = next((row[c] for c in ("whole", "named") if row[c] == row[c]), math.nan)
    return {
        **{key: row.get(key, "") for key in SHARE_COLUMNS}, "per_cent": round(100 * row["share"], 1), "n": _count(row["n"]), "base": _count(base),
        "os_date": row["os_date"] or "no day",
    }  # fmt: skip


def _count(value: float) -> str:
    """A count as it is printed; "not told" for nan.

    >>> _count(1829.0), _count(float("nan"))
    ('1,829', 'not told')
    """
    return "not told" if value != value else f"{value:,.0f}"


PARTIES = {"bolshevik": "Bolsheviks", "sr": "S.-R.s", "menshevik": "Mensheviks", "other": "others"}
RETURN_MEASURES = {"share": "share, per cent", "votes": "votes"}
RETURN_COLUMNS = {
    "place": "place", "region": "region", "party": "party", "told_votes": "votes", "printed": "printed share, per cent", "of_named": "of the votes named, per cent",
    "pages": "page",
}  # fmt: skip


def returns_view(corpus: Corpus, *, measure: str = "share", region: str = EVERYWHERE) -> Chart:
    """The returns of the election to the Constituent Assembly that the book quotes: a panel a place, a bar a party.

    The share is the printed one, else that of the votes named there. A party without a number is an open place; a region
    without a return is answered as a gap.
    """
    names = region_names(corpus)
    frame = assembly_returns(corpus.tables.rows("figures"), corpus.tables.rows("places"))
    rows = [_return(row, names) for row in frame.to_dict("records") if region in (EVERYWHERE, row["region_id"])]
    n_places = len({row["place"] for row in rows})
    leads = [place for place in dict.fromkeys(row["place"] for row in rows) if _leader(rows, place) == "Bolsheviks"]
    if not rows:
        rows = [{**dict.fromkeys(RETURN_COLUMNS, ""), "place": names[region], "region": names[region], "party": p, "share": math.nan, "votes": math.nan,
                 "id": "", "told_votes": "not told", "printed": "not told", "of_named": "not told"} for p in PARTIES.values()]  # fmt: skip
    return bar_panels(
        rows,
        title=f"Which election returns does the book quote{f': {names[region]}' if region else ''}?",
        panel="place",
        label="party",
        value=measure,
        unit=f"Constituent Assembly, {RETURN_MEASURES[measure]}",
        labels=list(PARTIES.values()),
        across=2,
        columns=RETURN_COLUMNS,
        sentence=f"The book quotes returns from {n_places} place{'s' * (n_places != 1)}; the Bolsheviks are shown to lead in {len(leads)}.",
        source=f"{len(frame)} numbers from {frame.groupby(['place_id', 'district']).ngroups} places in the whole book, chosen by its authors; the country's "
        "total is not among them. A question mark or an empty place: not told.",
        thin="no return is quoted" if not n_places else "",
    )


def _return(row: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    printed, of_named = (100 * row[c] for c in ("printed_share", "share_of_named"))
    share = printed if printed == printed else of_named
    told = {"told_votes": _count(row["votes"]), "printed": _per_cent(printed), "of_named": _per_cent(of_named)}
    place = {
        "place": row["district"] or row["name"],
        "region": names.get(row["region_id"], ""),
        "party": PARTIES.get(row["party"], row["party"]),
    }
    return {
        **told,
        **place,
        "votes": row["votes"],
        "share": round(share, 1),
        "pages": row["pages"],
        "page_doubtful": row["page_doubtful"],
        "id": row["ids"],
    }


def _per_cent(value: float) -> str:
    return "not told" if value != value else f"{value:.3g}"


def _leader(rows: Sequence[Mapping[str, Any]], place: str) -> str:
    """The party with the largest share of a place where more than one is named; "" elsewhere."""
    mine = [row for row in rows if row["place"] == place and row["share"] == row["share"]]
    return str(max(mine, key=lambda row: row["share"])["party"]) if len(mine) > 1 else ""


COMMITTEE_COLUMNS = {"name": "where", "os_date": "day, Old Style", "n": "Bolsheviks", "base": "of", "pages": "page"}


def committee_seats(corpus: Corpus) -> list[dict[str, Any]]:
    """The revolutionary committees whose members the book counts by party, each with the Bolsheviks among them, in the table's order."""
    frame, names = contests(corpus.tables.rows("figures"), corpus.tables.rows("places")), region_names(corpus)
    named = frame[frame["contest"].str.contains("-mrc$|-mrc-|revolutionary-committee", regex=True) & (frame["unit"] == "seats")]
    return [
        {key: _listed(row)[key] for key in COMMITTEE_COLUMNS} | {"name": f"{row['name']} ({names[row['region_id']]})"}
        for row in named.to_dict("records")
    ]


BASES = {"none": "not told", "beside": "perhaps a number beside it", "formula": "numbers that stand there"}


def share_bases(corpus: Corpus) -> list[dict[str, Any]]:
    """How many of the book's percentages and shares have a base that it tells: rows with "of how many" and percentages."""
    found = shares_without_base(corpus.tables.rows("figures"))["base"]
    return [{"of how many": told, "percentages": int((found == base).sum())} for base, told in BASES.items()]
