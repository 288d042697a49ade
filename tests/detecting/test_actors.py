"""Actors: names by the tables, role nouns, what belongs to whom, and who can be a subject."""

from __future__ import annotations

import pytest

from helpers.detecting.actors import ActorFinder
from helpers.detecting.roles import BODIES, PERSONS, SPEAKER_CLASSES, class_of_body, class_of_person
from helpers.detecting.subjects import antecedent, subject
from helpers.home import CORPUS
from helpers.shipped import data_package


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Dorn and the workers", ["bolshevik", "rank_and_file"]),
        ("the “Left” Socialist-Revolutionaries", ["left_sr"]),
        ("the Right Socialist-Revolutionaries", ["moderate_socialist"]),
        ("the Military Revolutionary Committee", ["soviet_body"]),
        ("the “Committee of Public Safety,” which sat", ["moderate_socialist"]),
        ("the Commissar of the Northern Front", ["provisional_government"]),
        ("the Council of People’s Commissars", ["soviet_body"]),
        ("the Socialist-Revolutionary Central Executive Committee", ["moderate_socialist"]),
        ("Headquarters and an officer", ["command", "command"]),
        ("the Constitutional Democrats", ["liberal_right"]),
    ],
)
def test_names_and_role_nouns_have_their_class(finder: ActorFinder, text: str, classes: list[str]) -> None:
    assert [a.speaker for a in finder.find(text)] == classes


def test_a_title_and_a_name_are_one_person(scene) -> None:  # type: ignore[no-untyped-def]
    assert [(a.key, a.speaker) for a in scene("The Menshevik Orsk spoke.").actors] == [("people:orsk", "moderate_socialist")]


def test_a_delegate_has_the_class_of_those_who_sent_him(scene) -> None:  # type: ignore[no-untyped-def]
    here = scene("The delegate of the local workers rose.")
    assert here.completed(here.actors[0]).speaker == "rank_and_file"


@pytest.mark.parametrize(
    ("text", "can_act"),
    [
        ("Dorn spoke.", True),
        ("They wrote to Dorn.", False),
        ("Interrupting Dorn, they left.", False),
        ("Dorn’s letter came.", False),
        ("He hoped to hear Dorn.", False),
    ],
)
def test_objects_owners_and_names_behind_prepositions_cannot_be_subjects(scene, text: str, can_act: bool) -> None:  # type: ignore[no-untyped-def]
    here = scene(text)
    named = next(a for a in here.actors if a.key == "people:dorn")
    assert here.may_act(named) is can_act


def test_the_subject_behind_and_is_the_main_one_not_that_of_the_clause_between(scene) -> None:  # type: ignore[no-untyped-def]
    text = "Orsk said that Dorn had the keys and added:"
    found = subject(scene(text), 0, text.index("added"))
    assert found is not None
    assert found.key == "people:orsk"


def test_of_a_name_and_its_apposition_the_name_is_the_subject(scene) -> None:  # type: ignore[no-untyped-def]
    text = "Tann, the commandant, replied:"
    found = subject(scene(text), 0, text.index("replied"))
    assert found is not None
    assert found.key == "people:tann"


def test_he_stands_for_the_subject_of_the_sentence_before(scene) -> None:  # type: ignore[no-untyped-def]
    text = "Orsk wrote to Tann. Then he left."
    found = antecedent(scene(text), "single", text.index("he left"))
    assert found is not None
    assert found.key == "people:orsk"


def test_an_antecedent_may_stand_in_the_paragraph_before(scene) -> None:  # type: ignore[no-untyped-def]
    found = antecedent(scene("Then he left.", "Dorn counted the sacks."), "single", 5)
    assert found is not None
    assert found.key == "people:dorn"


def test_every_class_that_a_list_gives_exists_and_every_id_is_in_the_tables() -> None:
    package = data_package(CORPUS)
    people, bodies = package.rows("people"), package.rows("organisations")
    assert {class_of_person(row) for row in people} | {class_of_body(row) for row in bodies} <= set(SPEAKER_CLASSES)
    assert set(PERSONS) <= {row["id"] for row in people}
    assert set(BODIES) <= {row["id"] for row in bodies}
