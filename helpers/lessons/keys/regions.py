"""Answers to what lessons 21, 22 and 23 ask, computed from the tables and the measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from helpers.analysis.actors import MIN_EVENTS
from helpers.analysis.bodies import bodies_by_region, looked_at
from helpers.analysis.contests import contests
from helpers.analysis.figures import heaping, recomputed
from helpers.analysis.keyness import keyness
from helpers.analysis.naming import words_quoted
from helpers.analysis.plans import plans_and_results
from helpers.analysis.power import power_on
from helpers.analysis.provenance import figure_of
from helpers.analysis.returns import assembly_returns
from helpers.model import Corpus
from helpers.tables import first_day
from helpers.views.acting import acting, events_by_region
from helpers.views.region_words import name_words
from helpers.views.regions import regions_measured

FIRST_DAY = "1917-10-25"
NATIONAL_SECTIONS = ("2.8", "2.9", "2.10", "2.11", "2.12", "2.13", "2.14")
"""The sections of chapter two on the national and border regions."""


def petrograd_share(corpus: Corpus) -> float:
    """Share of all mentions of places that name Petrograd, its districts and buildings, in whole per cent."""
    shares = regions_measured(corpus).set_index("region_id")["share"]
    return float(round(100 * shares["petrograd"]))


def region_most_per_page(corpus: Corpus) -> str:
    """The region whose places are named most for each page of its own sections."""
    frame = regions_measured(corpus)
    return str(frame.loc[frame["own_per_page"].idxmax(), "region_id"])


def towns_held_first_day(corpus: Corpus) -> float:
    """In how many of the towns that the book dates power had passed by 25 October, both tellings together."""
    return float((power_on(corpus.tables.rows("power"), FIRST_DAY)["state"] == "held").sum())


def baltic_national_bodies(corpus: Corpus) -> float:
    """How many national bodies the book names in the Baltic Provinces; nan if it did not treat them."""
    tables = corpus.tables
    looked = looked_at(regions_measured(corpus))
    frame = bodies_by_region(tables.rows("organisations"), tables.rows("places"), tables.rows("regions"), looked)
    return float(frame["n"][(frame["region_id"] == "baltic") & (frame["kind"] == "national_body")].iloc[0])


def towns_in_order(corpus: Corpus, ids: Sequence[str]) -> list[str]:
    """These towns (place ids) from the first day of the chronology to the last."""
    days = {str(row["place_id"]): first_day(str(row["os_date_appendix"])) for row in corpus.tables.rows("power") if row["os_date_appendix"]}
    return sorted(ids, key=lambda town: days[town])


def votes_ending_in_0(corpus: Corpus) -> float:
    """Share of the figures that come from votes and end in 0, in whole per cent."""
    frame = heaping(corpus.tables.rows("figures")).set_index("who_counts")
    return float(round(100 * frame["ends_0_share"]["vote"]))


def kinds_of_figures(corpus: Corpus, ids: Sequence[str]) -> dict[str, str]:
    """The kind of each of these figures by its id: state, plan, estimate or result."""
    figures = corpus.tables.rows("figures")
    return {id_: str(figure_of(id_, figures)["kind"]) for id_ in ids}


def sums_failing(corpus: Corpus) -> float:
    """How many of the sums and shares that the book offers do not come out when they are worked out again."""
    return float((recomputed(corpus.tables.rows("figures"))["verdict"] == "fails").sum())


def plans_counted(corpus: Corpus) -> float:
    """For how many plans, orders and promises the book counts anything afterwards."""
    return float((plans_and_results(corpus.tables.rows("figures"))["n_after"] > 0).sum())


def soviets_in_two_periods(corpus: Corpus) -> float:
    """For how many towns' soviets the book gives a dated Bolshevik share in more than one of the three periods."""
    frame = contests(corpus.tables.rows("figures"), corpus.tables.rows("places"))
    told = frame[(frame["body"] == "soviet") & frame["share"].notna() & (frame["period"] != "no date")]
    return float((told.groupby("place_id")["period"].nunique() > 1).sum())


def bolshevik_leads(corpus: Corpus) -> float:
    """In how many of the places whose returns stand on p. 58 the Bolsheviks lead."""
    frame = assembly_returns(corpus.tables.rows("figures"), corpus.tables.rows("places"))
    frame = frame[frame["pages"] == "58"]
    share = frame["printed_share"].fillna(frame["share_of_named"])
    leaders = frame.loc[share.groupby([frame["place_id"], frame["district"]]).idxmax(), "party"]
    return float((leaders == "bolshevik").sum())


def _most(corpus: Corpus, actor: str) -> str:
    """The region in which a class acts in the largest share of the events; regions of few events are left out."""
    shares = {}
    for region, events in events_by_region(corpus).items():
        if len(events) >= MIN_EVENTS:
            shares[region] = float(acting(corpus, events)["share"].get(actor, 0))
    return max(shares, key=lambda region: shares[region])


def region_party_acts(corpus: Corpus) -> str:
    """The region in which a party acts in the largest share of the events told."""
    return _most(corpus, "party")


def region_officers_act(corpus: Corpus) -> str:
    """The region in which named officers act in the largest share of the events told."""
    return _most(corpus, "named officer")


def national_words(corpus: Corpus) -> float:
    """Of a thousand quoted words in the sections on the border regions, how many are a national movement's, in whole words."""
    frame = words_quoted(corpus.measures.rows("quotations"), corpus.measures.rows("leaves"), NATIONAL_SECTIONS)
    return float(round(1000 * frame["share"][frame["speaker_class"] == "national_movement"].iloc[0]))


def names_among_words(corpus: Corpus) -> float:
    """How many of the twenty words that set the Volga's section most apart from that on the Urals are names of people and places."""
    frame = keyness(corpus, section="2.4", against=["2.6"], min_leaves=2, min_ll=0, top=20)
    return float(sum(token in name_words(corpus) for token in frame["token"]))


ENTRY_KEYS: dict[str, Callable[[Corpus, Sequence[str]], Any]] = {
    "kinds_of_figures": kinds_of_figures,
    "towns_in_order": towns_in_order,
}

KEYS: dict[str, Callable[[Corpus], Any]] = {
    "baltic_national_bodies": baltic_national_bodies,
    "bolshevik_leads": bolshevik_leads,
    "names_among_words": names_among_words,
    "national_words": national_words,
    "petrograd_share": petrograd_share,
    "plans_counted": plans_counted,
    "region_most_per_page": region_most_per_page,
    "region_officers_act": region_officers_act,
    "region_party_acts": region_party_acts,
    "soviets_in_two_periods": soviets_in_two_periods,
    "sums_failing": sums_failing,
    "towns_held_first_day": towns_held_first_day,
    "votes_ending_in_0": votes_ending_in_0,
}
