"""Reporting verbs: which word is one, how it is said to report, indirect speech and its subject."""

from __future__ import annotations

import pytest

from helpers.detecting.reporting import find_indirect, find_verbs, manner_of
from helpers.detecting.verbs import LEMMA_OF, TONE_OF, is_marked


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Dorn said so.", ["say"]),
        ("the order of the day", []),
        ("They had to order flour.", ["order"]),
        ("the proposed bridge", []),
        ("His report was short, and he reported at noon.", ["report"]),
        ("The note reads as follows: none", []),
        ("The note read as follows: none", ["read"]),
    ],
)
def test_verbs_are_found_and_nouns_of_the_same_form_passed_over(text: str, lemmas: list[str]) -> None:
    assert [v.lemma for v in find_verbs(text)] == lemmas


@pytest.mark.parametrize(
    ("text", "verb", "manner"),
    [
        ("Orsk was obliged to admit that the ferry was late.", "admit", "obliged to"),
        ("Orsk hastened to add that it was safe.", "add", "hastened to"),
        ("she explained ironically.", "explained", "ironically"),
        ("he asked in a threatening tone: why", "asked", "threatening tone"),
        ("he finally said so.", "said", ""),
        ("Dorn said that the mayor had quietly left.", "said", ""),
    ],
)
def test_manner_is_compulsion_adverb_or_tone_and_never_more_than_three_words(text: str, verb: str, manner: str) -> None:
    at = text.index(verb)
    assert manner_of(text, at, at + len(verb)) == manner


def test_indirect_speech_has_a_clause_and_a_subject(scene) -> None:  # type: ignore[no-untyped-def]
    here = scene("Orsk declared that the ferry was safe. Dorn declared war on dust. The school, she wrote, was open.", "Dorn came.")
    found = [(r.verb.lemma, r.subject.key if r.subject else "") for r in find_indirect(here)]
    assert found == [("declare", "people:orsk"), ("write", "people:dorn")]


def test_verdict_and_neutral_verbs_are_told_apart() -> None:
    assert [is_marked(v) for v in ("say", "explain", "admit", "claim", "howl", "beg", "threaten")] == [
        False,
        False,
        True,
        True,
        True,
        True,
        True,
    ]
    assert {LEMMA_OF[form] for form in ("howled", "admits", "claiming", "wrote")} <= set(TONE_OF)
