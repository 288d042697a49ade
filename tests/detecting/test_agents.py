"""Who acts: subjects of active and passive verbs, doers behind "by", deeds told as nouns."""

from __future__ import annotations

import pytest

from helpers.detecting.agents import ACTORS, VOICES, find_deeds
from helpers.detecting.role_nouns import ROLE_NOUNS


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("The workers took the bridge.", [("workers", "active")]),
        ("The bridge was taken by the workers.", [("workers", "by_agent")]),
        ("The workers were driven from the bridge.", [("workers", "passive")]),
        ("The workers’ insurrection came late.", [("workers", "nominal")]),
        ("The onslaught of the cadets was short.", [("command", "nominal")]),
        ("Dorn, a baker by trade, opened the store.", [("leader", "active")]),
        ("Orsk had refused.", [("opponent", "active")]),
        ("The workers and soldiers of the lower town marched.", [("workers", "active"), ("soldiers", "active")]),
        ("They wrote to the workers.", []),
        ("A letter of Dorn and Orsk was read.", []),
        ("The workers in the harbour had to be called.", [("workers", "passive")]),
        ("It rained.", []),
    ],
)
def test_who_is_told_as_doing_or_undergoing(scene, text: str, deeds: list[tuple[str, str]]) -> None:  # type: ignore[no-untyped-def]
    assert [(d.actor.actor, d.voice) for d in find_deeds(scene(text))] == deeds


def test_every_class_of_actor_that_a_role_noun_gives_is_listed() -> None:
    assert {row[1] for row in ROLE_NOUNS if row[1]} <= set(ACTORS)
    assert VOICES == ("active", "passive", "by_agent", "nominal")
