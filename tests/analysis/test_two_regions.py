"""Two regions side by side: n of N by hand, and two regions of the real tables."""

from __future__ import annotations

import math
from typing import Any

import pytest

from helpers.analysis.own_text import own_text
from helpers.analysis.two_regions import compare_regions, distinctive_words, events_by_kind, in_region, organisers, sections_apart
from helpers.loading import open_corpus

CORPUS = open_corpus()
PLACES = [{"id": "velsk", "region_id": "river"}, {"id": "brod", "region_id": "river"}, {"id": "karsino", "region_id": "salt"}]
REGIONS = [{"id": "river", "sections": "2.1;8.4"}, {"id": "salt", "sections": "2.2;8.4"}]


def event(place: str, kind: str = "vote", actors: str = "", status: str = "book") -> dict[str, Any]:
    return {"place_id": place, "kind": kind, "actors": actors, "status": status}


EVENTS = [
    event("velsk"),
    event("brod", "strike", "orsk"),
    event("velsk;karsino"),
    event("karsino", "order", "orsk"),
    event("velsk", status="to_check"),
]


def test_an_event_of_two_regions_counts_in_both_and_what_is_not_taught_in_none() -> None:
    assert len(in_region(EVENTS, PLACES, "river")) == 3
    assert len(in_region(EVENTS, PLACES, "salt")) == 2


def test_kinds_are_n_of_all_events_of_the_region() -> None:
    frame = events_by_kind(EVENTS, PLACES, "river")
    assert frame[["kind", "n", "of"]].values.tolist() == [["vote", 2, 3], ["strike", 1, 3]]
    assert frame["thin"].all()


def test_a_region_without_events_has_an_empty_frame() -> None:
    assert len(events_by_kind(EVENTS, PLACES, "nowhere")) == 0


def test_sides_are_compared_measure_by_measure() -> None:
    figures = [{"place_id": "velsk", "kind": "plan", "who_counts": "order"}, {"place_id": "brod", "kind": "state", "who_counts": "author"}]
    people = [{"id": "orsk", "side_in_book": "bolshevik"}]
    frame = compare_regions("river", "salt", events=EVENTS, figures=figures, organisations=[], people=people, places=PLACES)
    rows = {(r["measure"], r["item"]): r for r in frame.to_dict("records")}
    assert [rows["figures", "all"][c] for c in ("n_a", "n_b")] == [2, 0]
    assert rows["figures by kind", "plan"]["share_a"] == 0.5
    assert math.isnan(rows["figures by kind", "plan"]["share_b"])
    assert math.isnan(rows["figures by kind", "plan"]["difference"])
    vote = rows["events by kind", "vote"]
    assert (vote["n_a"], vote["of_a"], vote["n_b"], vote["of_b"]) == (2, 3, 1, 2)
    assert vote["difference"] == pytest.approx(2 / 3 - 1 / 2)
    assert rows["who acts", "named Bolshevik"]["share_b"] == 0.5
    assert frame["thin"].all()


LEAVES = [
    {"id": "2.1@9", "section": "2.1", "words": 500},
    {"id": "8.4@90", "section": "8.4", "words": 500},
    {"id": "3.1@20", "section": "3.1", "words": 900},
]


def named(person: str, leaf: str, count: int) -> dict[str, Any]:
    return {"kind": "person", "id": person, "leaf": leaf, "count": count}


def person(person_id: str, name: str, side: str = "sr") -> dict[str, Any]:
    return {"id": person_id, "name": name, "side_in_book": side, "role_in_book": "", "shared_surname": False}


def test_people_are_ranked_by_mentions_in_the_regions_own_sections() -> None:
    rows = [
        named("orsk", "2.1@9", 6),
        named("orsk", "8.4@90", 2),
        named("dorn", "3.1@20", 50),
        named("dorn", "2.1@9", 1),
        named("linn", "3.1@20", 9),
    ]
    people = [person("orsk", "Pavel Orsk"), person("dorn", "Anna Dorn", "bolshevik"), person("linn", "Marta Linn")]
    frame = organisers("river", people, rows, REGIONS, LEAVES)
    assert frame[["person_id", "n_own", "n"]].values.tolist() == [["orsk", 8, 8], ["dorn", 1, 51]]
    assert frame["own_per_10k"].tolist() == [80, 10]
    assert frame["own_share"].tolist() == pytest.approx([1, 1 / 51])
    assert frame["thin"].tolist() == [False, True]
    assert organisers("river", people, rows, REGIONS, LEAVES, side="bolshevik")["person_id"].tolist() == ["dorn"]


def test_sections_on_both_regions_can_not_be_compared() -> None:
    assert sections_apart(REGIONS, "river", "salt") == (["2.1"], ["2.2"])
    text = own_text({"2.1": "boat boat boat", "2.2": "salt salt salt", "8.4": "boat salt"})
    frame = distinctive_words(text, REGIONS, "river", "salt", min_leaves=1, min_ll=0.0)
    assert frame[["token", "n_target", "n_reference"]].values.tolist() == [["boat", 3, 0]]


def test_a_region_with_no_section_of_its_own_is_an_error() -> None:
    with pytest.raises(ValueError, match="salt has no section"):
        distinctive_words(CORPUS, [REGIONS[0], {"id": "salt", "sections": "8.4"}], "river", "salt")


def test_the_urals_are_told_by_the_party_and_central_asia_by_governments_too() -> None:
    tables = CORPUS.tables
    names = ("events", "figures", "organisations", "people", "places")
    frame = compare_regions("urals", "central-asia", **{name: tables.rows(name) for name in names})
    acts = frame[frame["measure"] == "who acts"].set_index("item")
    assert acts["share_a"]["party"] > acts["share_b"]["party"]
    assert acts["n_a"]["government"] == 0
    assert acts["n_b"]["government"] > 0
    n = frame[frame["measure"] == "figures"].iloc[0]
    assert (n["n_a"], n["n_b"]) == tuple(
        len(in_region(tables.rows("figures"), tables.rows("places"), r)) for r in ("urals", "central-asia")
    )


def test_any_two_regions_of_the_real_tables_can_be_compared() -> None:
    tables = CORPUS.tables
    names = ("events", "figures", "organisations", "people", "places")
    rows = {name: tables.rows(name) for name in names}
    for region in tables.rows("regions"):
        frame = compare_regions(region["id"], "volga", **rows)
        assert frame["share_b"].dropna().between(0, 1).all()
        assert set(frame["measure"]) >= {"figures", "events by kind", "who acts"}
