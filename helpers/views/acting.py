"""Lesson 23's charts of agency and voice: who is made to act in each region, and who is named and who is quoted there."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from helpers.analysis.actors import CLASSES, MIN_EVENTS, who_acts
from helpers.analysis.chronology import taught
from helpers.analysis.naming import bodies_named, peoples_named, words_quoted
from helpers.analysis.regions import homes, regions_of
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.charts.matrix import heat_map
from helpers.model import Corpus
from helpers.views.chronology import with_rows
from helpers.views.regions import GROUPS, region_names

if TYPE_CHECKING:
    import pandas as pd


def events_by_region(corpus: Corpus) -> dict[str, list[Any]]:
    """The events that may be taught of every region, in the table's order; an event with places in two regions is in both."""
    home = homes(corpus.tables.rows("places"))
    found: dict[str, list[Any]] = {region: [] for region in region_names(corpus)}
    for row in taught(corpus.tables.rows("events")):
        for region in regions_of(row, home):
            found[region].append(row)
    return found


def acting(corpus: Corpus, events: Any) -> pd.DataFrame:
    """``who_acts`` for some events, indexed by class."""
    return who_acts(events, corpus.tables.rows("organisations"), corpus.tables.rows("people")).set_index("actor_class")


ACTING_COLUMNS = {"region": "region", "actor_class": "who acts", "per_cent": "per cent of events", "n": "events", "of": "of"}


def acting_view(corpus: Corpus, *, among: str = "two") -> Chart:
    """In how many of a hundred events each class acts, region by region; regions of fewer than 20 events are hatched."""
    names, events = region_names(corpus), events_by_region(corpus)
    rows: list[dict[str, Any]] = []
    for region in GROUPS[among][1]:
        frame, of = acting(corpus, events[region]), len(events[region])
        for actor in CLASSES:
            n = int(frame["n"].get(actor, 0))
            known = of >= MIN_EVENTS
            rows.append(
                {"region": names[region], "actor_class": actor, "n": n, "of": of, "per_cent": round(100 * n / of) if known else math.nan}
            )
    shown = [actor for actor in CLASSES if any(row["n"] for row in rows if row["actor_class"] == actor)]
    few = list(dict.fromkeys(row["region"] for row in rows if row["per_cent"] != row["per_cent"]))
    return heat_map(
        [row for row in rows if row["actor_class"] in shown],
        title=f"Who is made to act in {GROUPS[among][0]}?",
        down="region",
        across="actor_class",
        value="per_cent",
        unit="per cent of the region's events",
        order=shown,
        columns=ACTING_COLUMNS,
        source="Actors of the events as we entered them from a reading; an event can have several, so a line adds up to more than 100."
        + (f" Under {MIN_EVENTS} events, so hatched: {', '.join(few)}." if few else ""),
    )


def who_acts_view(corpus: Corpus, *, region: str = "volga") -> Chart:
    """In how many of a hundred events each class acts, in a region and in all the rest of the book."""
    name, mine = region_names(corpus)[region], events_by_region(corpus)[region]
    inside = {row["id"] for row in mine}
    others = [row for row in taught(corpus.tables.rows("events")) if row["id"] not in inside]
    sides = [(name, acting(corpus, mine), len(mine)), ("all other events", acting(corpus, others), len(others))]
    rows = []
    for actor in CLASSES:
        told = [int(frame["n"].get(actor, 0)) for _, frame, _ in sides]
        for (where, _, of), n in zip(sides, told, strict=True) if any(told) else ():
            rows.append({"actor_class": actor, "where": where, "per_cent": round(100 * n / of, 1) if of else math.nan, "n": n, "of": of})
    return bar_chart(
        rows,
        title=f"Who is made to act: {name}?",
        label="actor_class",
        value="per_cent",
        unit="per cent of the events",
        series="where",
        columns={"actor_class": "who acts", "where": "where", "per_cent": "per cent of events", "n": "events", "of": "of"},
        source=f"{len(mine)} events of the region; {len(others):,} others. An event can have several actors; a crowd without a name has none.",
        thin=f"only {len(mine)} events are told of this region" if len(mine) < MIN_EVENTS else "",
    )


NATION_COLUMNS = {"named": "named", "what": "what", "n": "times", "n_leaves": "on leaves", "pages": "most on pages"}


def told_in(corpus: Corpus, region: str) -> list[str]:
    """The sections of chapter two that treat a region; where there are none, all that do."""
    sections = next(str(row["sections"]).split(";") for row in corpus.tables.rows("regions") if row["id"] == region)
    return [s for s in sections if s.startswith("2.")] or sections


def nations_view(corpus: Corpus, *, region: str = "central-asia") -> Chart:
    """Whose words are quoted in the sections on a region; the list says which peoples and national bodies are named there."""
    sections, name = told_in(corpus, region), region_names(corpus)[region]
    tables, measures = corpus.tables, corpus.measures
    quoted = words_quoted(measures.rows("quotations"), measures.rows("leaves"), sections)
    bodies = bodies_named(tables.rows("organisations"), measures.rows("entity_leaf"), measures.rows("leaves"), sections)
    peoples = peoples_named(corpus, sections)
    total = int(quoted["of"].iloc[0])
    voice = int(quoted["n_words"][quoted["speaker_class"] == "national_movement"].iloc[0])
    chart = bar_chart(
        [{**row, "per_cent": round(100 * row["share"], 1)} for row in quoted.to_dict("records")],
        title=f"Who is quoted, and who is named: {name}?",
        label="speaker",
        value="n_words",
        unit="quoted words",
        sentence=f"{voice} of {total:,} words quoted in section{'s' * (len(sections) > 1)} {', '.join(sections)} are a national movement's. "
        f"Peoples are named there {int(peoples['n'].sum())} times ({len(peoples)} of them), national bodies and parties {int(bodies['n'].sum())} times ({len(bodies)}).",
        source="Whose words a quotation holds was found by rules that err. Adjectives count as names of peoples, so a regiment or a party counts too.",
        thin=f"only {total} words are quoted" if quoted["thin"].iloc[0] else "",
    )
    rows = [{"named": r["people"], "what": "a people", **r} for r in peoples.to_dict("records")]
    rows += [{"named": r["body"], "what": "a national body or party", **r} for r in bodies.to_dict("records")]
    none = {"named": "no people and no national body or party", "what": "", "n": 0, "n_leaves": 0, "pages": ""}
    return with_rows(chart, rows or [none], NATION_COLUMNS)
