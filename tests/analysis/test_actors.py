"""Who is made to act: classes of actors, counted by event."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.analysis.actors import CLASSES, NOBODY, OF_KIND, actor_classes, classes_of, who_acts
from helpers.loading import open_corpus

TABLES = open_corpus().tables
BODIES = [
    {"id": "velsk-soviet", "kind": "soviet"},
    {"id": "brod-soviet", "kind": "soviet"},
    {"id": "ferry-regiment", "kind": "regiment"},
    {"id": "third-army-committee", "kind": "other"},
    {"id": "moscow-cadets", "kind": "other"},
    {"id": "red-cross", "kind": "other"},
]
PEOPLE = [
    {"id": "orsk", "side_in_book": "bolshevik"},
    {"id": "dorn", "side_in_book": "cossack"},
    {"id": "linn", "side_in_book": "menshevik"},
]


def event(actors: str, status: str = "book") -> dict[str, Any]:
    return {"actors": actors, "status": status}


@pytest.mark.parametrize(
    ("actor", "name"),
    [
        ("velsk-soviet", "soviet"),
        ("ferry-regiment", "soldiers"),
        ("third-army-committee", "army committees"),
        ("moscow-cadets", "cadets"),
        ("red-cross", "other bodies"),
        ("orsk", "named Bolshevik"),
        ("dorn", "named officer"),
        ("linn", "named other"),
    ],
)
def test_classes(actor: str, name: str) -> None:
    assert actor_classes(BODIES, PEOPLE)[actor] == name


def test_two_bodies_of_one_class_act_once_and_nobody_is_said_to_be_nobody() -> None:
    classes = actor_classes(BODIES, PEOPLE)
    assert classes_of(event("velsk-soviet;brod-soviet;orsk"), classes) == ["soviet", "named Bolshevik"]
    assert classes_of(event(""), classes) == [NOBODY]
    assert classes_of(event("who"), classes) == ["unknown id"]


def test_shares_are_of_events_and_rows_not_to_be_taught_are_left_out() -> None:
    events = [event("velsk-soviet;brod-soviet"), event("brod-soviet;orsk"), event(""), event("orsk", "to_check")]
    frame = who_acts(events, BODIES, PEOPLE)
    assert frame[["actor_class", "n", "of", "ids"]].values.tolist() == [
        ["soviet", 2, 3, "brod-soviet;velsk-soviet"],
        ["named Bolshevik", 1, 3, "orsk"],
        [NOBODY, 1, 3, ""],
    ]
    assert frame["share"].sum() == pytest.approx(4 / 3)
    assert frame["thin"].all()


def test_no_events_give_an_empty_frame() -> None:
    assert len(who_acts([], BODIES, PEOPLE)) == 0


def test_every_actor_of_the_real_table_has_a_class() -> None:
    rows = TABLES.rows("events")
    assert {row["kind"] for row in TABLES.rows("organisations")} <= set(OF_KIND)
    frame = who_acts(rows, TABLES.rows("organisations"), TABLES.rows("people"))
    assert "unknown id" not in set(frame["actor_class"])
    assert set(frame["actor_class"]) <= set(CLASSES)
    assert (frame["of"] == sum(row["status"] != "to_check" for row in rows)).all()
