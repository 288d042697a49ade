"""The four measures of voice, counted by hand on a text of our own; and when stored readings belong to a copy."""

from __future__ import annotations

import pytest

from helpers.detecting.quotations import ledger
from helpers.measuring import Measured, Voices
from helpers.measuring.readings import fitting
from helpers.measuring.voices import measure_agents, measure_quotations, measure_reporting, measure_scare_quotes
from tests.detecting.conftest import TABLES, edition_of


@pytest.fixture
def voices() -> Voices:
    """A page of the specimen: two turns, one of them interrupted, a title, a word held at a distance."""
    paragraphs = [
        "“The ferry is late,” said Orsk, “and so is the bread.” The workers took the bridge.",
        "Dorn praised the “haste” of the ferry. She confessed that she had read “Flour and Nails” in an article “Flour and Nails” twice.",
        ("caption", "“A caption is not counted.”"),
    ]
    return Voices(Measured(edition_of(paragraphs)), TABLES)


def test_quotations_have_length_class_kind_and_turn_and_no_words(voices: Voices) -> None:
    rows = measure_quotations(voices)
    assert [(r["words"], r["speaker_class"], r["kind"], r["opens_turn"]) for r in rows] == [
        (3, "author_text", "name", True),
        (1, "author_text", "scare", True),
        (3, "author_text", "title", True),
        (4, "moderate_socialist", "speech", True),
        (5, "moderate_socialist", "speech", False),
    ]
    assert {r["leaf"] for r in rows} == {"1.1@9"}


def test_an_interrupted_turn_is_one_act_of_reporting(voices: Voices) -> None:
    assert measure_reporting(voices) == [
        {"section": "1.1", "verb": "confess", "manner": "", "form": "indirect", "speaker_class": "bolshevik", "count": 1},
        {"section": "1.1", "verb": "say", "manner": "", "form": "direct", "speaker_class": "moderate_socialist", "count": 1},
    ]


def test_short_spans_are_counted_by_term_and_kind(voices: Voices) -> None:
    assert [(r["term"], r["kind"], r["count"]) for r in measure_scare_quotes(voices)] == [
        ("flour and nails", "name", 1),
        ("flour and nails", "title", 1),
        ("haste", "scare", 1),
    ]


def test_actors_are_counted_by_voice(voices: Voices) -> None:
    assert {(r["actor"], r["voice"]): r["count"] for r in measure_agents(voices)} == {("leader", "active"): 1, ("workers", "active"): 1}


def test_readings_belong_to_a_copy_only_if_four_in_five_find_their_quotation_with_its_length(voices: Voices) -> None:
    found = ledger(voices.measured.edition, TABLES).quotations
    right = [("1.1.1", 1, 4, "command", "speech"), ("1.1.1", 2, 5, "command", "speech"), ("1.1.2", 1, 1, "foreign", "term")]
    near = [*right, ("1.1.2", 2, 3, "foreign", "title")]
    assert len(fitting(near, found)) == 4
    assert len(fitting([*near, ("1.1.9", 1, 3, "foreign", "title")], found)) == 4
    assert fitting([*right, ("1.1.2", 2, 4, "foreign", "title")], found) == {}
    assert fitting([], found) == {}
