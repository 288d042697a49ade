"""Lesson 21's charts of power passing: the map on a day, two tellings side by side, and how many towns by when."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from helpers.analysis.chronology import days
from helpers.analysis.power import power_dates, power_on, span_of
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.charts.series import line_series
from helpers.charts.town_map import town_map
from helpers.dates import day_in_words
from helpers.model import Corpus
from helpers.tables import first_day
from helpers.views.regions import land, region_names

FIRST, LAST = "1917-10-25", "1917-12-06"
"""The days of the map, Old Style."""
TELLINGS = {"state": "both together", "appendix": "the chronology at the end", "narrative": "the chapters"}
"""By which telling the map goes: column of ``power_on`` and what a reader chooses."""
_DRAWN = {"not yet": "not yet", "held": "held", "unknown": "unknown"}
"""States as they are drawn; all others are ``contested``."""
TWELVE = (
    "petrograd", "kazan", "saratov", "krasnoyarsk", "voronezh", "moscow", "tsaritsyn", "novgorod", "vladivostok", "kursk", "omsk", "ashkhabad",
)  # fmt: skip
"""The towns that lesson 21 has put into order: each on another day of the chronology."""
MOST_GAPS = 12
"""Of a region without a dated town so many of its towns are shown as gaps."""

MAP_COLUMNS = {
    "name": "town", "told": "on this day", "appendix_date": "chronology", "narrative_date": "chapters", "form": "in what form",
    "pages": "page", "note": "note",
}  # fmt: skip


def power_map_view(corpus: Corpus, *, day: str = "1917-10-28", by: str = "state") -> Chart:
    """Every town that the book dates, on the map, with what it lets one say of the town on ``day``, by a telling of ``TELLINGS``."""
    power, before = corpus.tables.rows("power"), (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    states, earlier = power_on(power, day)[by], power_on(power, before)[by]
    told = power_dates(power, corpus.tables.rows("places")).set_index("id")
    rows = []
    for row, state, past in zip(power, states, earlier, strict=True):
        drawn = "passed" if state == "held" and past not in ("held", "lost again") else _DRAWN.get(state, "contested")
        dates = {"appendix_date": told["appendix"][row["id"]], "narrative_date": told["narrative"][row["id"]]}
        where = {key: told[key][row["id"]] for key in ("name", "latitude", "longitude")}
        rows.append({**row, **where, **dates, "state": drawn, "told": state})
    held, apart = sum(states == "held"), sum(states == "told differently")
    lost = ", ".join(told["name"][row["id"]] for row, state in zip(power, states, strict=True) if state == "lost again")
    return town_map(
        rows,
        land(),
        title=f"Where had power passed by {day_in_words(day)}, Old Style{'' if by == 'state' else f', by {TELLINGS[by]} alone'}?",
        state="state",
        day=day_in_words(day),
        columns=MAP_COLUMNS,
        sentence=f"On {day_in_words(day)} power had passed in {held} of {len(rows)} towns that the book dates; not yet in {sum(states == 'not yet')}, "
        f"within a span of days for {sum(states == 'in between')}, told differently for {apart}, not known for {sum(states == 'unknown')}"
        f"{f'; lost again: {lost}' if lost else ''}.",
        source=f"{len(rows)} towns that the book dates, and no others. Contested: the two tellings differ, the day lies inside the span given, or the "
        "town was lost again; the list says which. Not known: no day is given, or only a latest one.",
    )


def power_curve_view(corpus: Corpus) -> Chart:
    """How many of the towns dated were held on each day, by the chronology, by the chapters, and by both together."""
    power = corpus.tables.rows("power")
    states = {day: power_on(power, day) for day in days(FIRST, LAST)}
    rows = [
        {"os_date": day, "n": int((frame[by] == "held").sum()), "telling": TELLINGS[by]} for by in TELLINGS for day, frame in states.items()
    ]
    return line_series(
        rows,
        title="How many towns had passed to the Soviets by when?",
        at="os_date",
        value="n",
        unit="towns held",
        series="telling",
        days=True,
        step=True,
        columns={"os_date": "day, Old Style", "telling": "told by", "n": "towns held"},
        source=f"{len(power)} towns that the book dates: {sum(bool(r['os_date_appendix']) for r in power)} in the chronology, "
        f"{sum(bool(r['os_date_narrative']) for r in power)} in the chapters. A town counts from the last day of the span given.",
    )


CHRONOLOGY, CHAPTERS = "chronology", "chapters"
STRIP_COLUMNS = {
    "name": "town", "told_by": "told by", "date": "day, Old Style", "days": "days after 25 October", "form": "in what form", "pages": "page",
    "note": "note",
}  # fmt: skip


def power_strip_view(corpus: Corpus, *, towns: str = "twelve") -> Chart:
    """Days after 25 October on which power passed, by the chronology and by the chapters; the first by the chronology comes
    first, a town that it does not date stands at the chapters' day.

    ``towns`` is "twelve" (those of the lesson), "differ" (told with days that can't be one), "both" (dated by both), or a
    region. A telling that gives no day has no bar but a stub marked "not known".
    """
    frame = power_dates(corpus.tables.rows("power"), corpus.tables.rows("places"))
    chosen = _chosen(frame.to_dict("records"), towns)
    if not chosen:
        return _gaps(corpus, towns)
    chosen.sort(key=lambda row: first_day(str(row["appendix"] or row["narrative"])))
    rows = [bar for row in chosen for bar in _bars(row)]
    apart, latest = sum(told_apart(row) for row in chosen), sum(bool(row["only_latest"]) for row in chosen)
    return bar_chart(
        rows,
        title=f"When did power pass, {_named(corpus, towns)}?",
        label="name",
        value="days",
        unit="days after 25 October, Old Style (below 0: before)",
        series="told_by",
        low="low",
        high="high",
        columns=STRIP_COLUMNS,
        sentence=_earliest_and_latest(rows),
        source=f"{len(chosen)} of {len(frame)} towns that the book dates; in {apart} of them the two tellings can't both be right. "
        "A line at a bar's end: the day lies within a span."
        + (f" In {latest} the chapters name only the latest day, which is drawn." if latest else ""),
    )


def _chosen(rows: Sequence[dict[str, Any]], towns: str) -> list[dict[str, Any]]:
    if towns == "differ":
        return [row for row in rows if told_apart(row)]
    if towns == "twelve":
        return [row for row in rows if row["place_id"] in TWELVE]
    return [row for row in rows if towns == row["region_id"] or (towns == "both" and row["told"] == "both")]


def told_apart(row: Mapping[str, Any]) -> bool:
    """Whether the two tellings of a row of ``power_dates`` give days that can't be one."""
    return bool(row["least_apart"] == row["least_apart"] and row["least_apart"] != 0)


def _named(corpus: Corpus, towns: str) -> str:
    own = {"twelve": "in twelve towns", "differ": "where the two tellings differ", "both": "where both tellings give a day"}
    return own.get(towns) or region_names(corpus)[towns]


def days_after(text: str) -> tuple[float, float]:
    """First and last day that a date of the tables can mean, in days after 25 October 1917, Old Style; nan where none is given.

    >>> days_after("1917-10-27/1917-10-31"), days_after("1917-09")
    ((2.0, 6.0), (-54.0, -25.0))
    """
    if not text:
        return math.nan, math.nan
    span, zero = span_of(text), date.fromisoformat("1917-10-25")
    return float((span.first - zero).days), float((span.last - zero).days)


def _bars(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The bars of a town: one a telling, drawn to the first day, with a line to the last where they are not one."""
    found = []
    for told_by, text, pages in (
        (CHRONOLOGY, row["appendix"], row["pages"] if row["appendix"] else ""),
        (CHAPTERS, row["narrative"], row["narrative_pages"]),
    ):
        first, last = days_after(text)
        ends = {"low": first, "high": last} if first < last else {"low": math.nan, "high": math.nan}
        latest = " at the latest" if told_by == CHAPTERS and row["only_latest"] else ""
        told = {"told_by": told_by, "date": f"{text or 'no day given'}{latest}", "days": first, "pages": pages, **ends}
        found.append({key: row[key] for key in ("id", "name", "form", "note", "page_doubtful")} | told)
    return found


def _earliest_and_latest(rows: Sequence[Mapping[str, Any]]) -> str:
    """The first and the last bar of the strip in words.

    >>> rows = [{"name": "Velsk", "told_by": "chapters", "days": -2.0}, {"name": "Brod", "told_by": "chronology", "days": 1.0}]
    >>> _earliest_and_latest(rows)
    'Earliest is Velsk (chapters), 2 days before 25 October, Old Style; latest is Brod (chronology), 1 day after.'
    >>> _earliest_and_latest(rows[:1])
    'One day is told: Velsk (chapters), 2 days before 25 October, Old Style.'
    """
    told = sorted((row for row in rows if row["days"] == row["days"]), key=lambda row: row["days"])
    if len(told) == 1:
        return f"One day is told: {told[0]['name']} ({told[0]['told_by']}), {_from_the_25th(told[0]['days'])} 25 October, Old Style."
    early, late = (f"{row['name']} ({row['told_by']}), {_from_the_25th(row['days'])}" for row in (told[0], told[-1]))
    return f"Earliest is {early} 25 October, Old Style; latest is {late}{' that day' if told[-1]['days'] == 0 else ''}."


def _from_the_25th(days: float) -> str:
    """How far a day lies from 25 October, without naming it."""
    if days == 0:
        return "on"
    return f"{abs(days):g} day{'s' * (abs(days) != 1)} {'before' if days < 0 else 'after'}"


def _gaps(corpus: Corpus, region: str) -> Chart:
    """The towns of a region where the book dates nothing, each as a gap."""
    places = [row for row in corpus.tables.rows("places") if row["region_id"] == region]
    towns = [row for row in places if row["kind"] == "town"] or places
    rows = [{**row, "days": math.nan, "told": "no day given", "pages": ""} for row in towns[:MOST_GAPS]]
    return bar_chart(
        rows,
        title=f"When did power pass, {region_names(corpus)[region]}?",
        label="name",
        value="days",
        unit="days after 25 October, Old Style",
        columns={"name": "place", "told": "told"},
        sentence=f"The book dates power passing in none of the {len(towns)} towns or places of this region.",
        source=f"0 of {len(towns)} dated; {len(rows)} shown. That no day is told does not say that nothing passed.",
        thin="no day is told",
    )
