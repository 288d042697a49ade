"""A lesson on screen: reveals stay shut until the prediction is in, passages open where a copy is, nothing private is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.journal import Journal
from helpers.lessons.plan import SKIPPED, lesson_ids, read_plan
from helpers.loading import open_corpus
from helpers.model import CorpusError
from helpers.widgets import lesson as module
from helpers.widgets.converter import Converter
from helpers.widgets.explorers import UNITS, explorer_named
from helpers.widgets.lesson import Lesson, Reveal

CORPUS = open_corpus()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, str, str]]:
    """What the lesson displayed: (widget, stored HTML, sentence)."""
    seen: list[tuple[Any, str, str]] = []
    monkeypatch.setattr(module, "show", lambda widget, fallback, sentence: seen.append((widget, fallback, sentence)))
    return seen


def lesson_12(folder: Path | None) -> Lesson:
    return Lesson(read_plan("12"), CORPUS, Journal(folder))


def test_an_explorer_opens_only_after_every_prediction_it_belongs_to(tmp_path: Path, shown: list[Any]) -> None:
    lesson = lesson_12(tmp_path)
    lesson.explore("tempo", after=("longest-day", "three-days"), worked={"chapter": 7})
    reveal: Reveal = shown[0][0].children[0]
    assert not reveal.is_open
    assert reveal.explorer is None
    lesson.ask("longest-day", "three-days")
    first, second = shown[1][0].children[0].children
    first.field.set("1917-10-26")
    first.give()
    assert reveal.explorer is None
    second.skip()
    assert reveal.is_open
    assert reveal.explorer.result.title == "How many pages does the book give to each day?"
    notes = reveal.children[0].value
    assert "You predicted: 26 October 1917. The data say: 25 October 1917." in notes
    assert "You skipped the prediction." in notes


def test_what_is_stored_of_a_locked_explorer_is_the_worked_case(tmp_path: Path, shown: list[Any]) -> None:
    lesson = lesson_12(tmp_path)
    lesson.explore("tempo", after="longest-day", worked={"chapter": 7})
    lesson.explore("tempo", after="longest-day")
    assert "chapter 7" in shown[0][1]
    assert "data:image/svg" in shown[0][1]
    assert "data:image/svg" not in shown[1][1]
    assert "locked" in shown[1][1].lower()


def test_what_is_stored_is_the_same_whatever_the_reader_has_answered(tmp_path: Path, shown: list[Any]) -> None:
    journal = Journal(tmp_path)
    for item in read_plan("12").items:
        journal.save("12", item.id, SKIPPED if item.step == "predict" else "x")
    for folder in (None, tmp_path):
        lesson = lesson_12(folder)
        lesson.recall()
        lesson.explore("tempo", after=("longest-day", "three-days"), worked={"chapter": 7})
        lesson.beside("longest-day")
        lesson.progress()
    half = len(shown) // 2
    assert [part[1:] for part in shown[:half]] == [part[1:] for part in shown[half:]]


def test_a_reader_without_a_place_to_save_is_told(shown: list[Any]) -> None:
    lesson_12(None).recall()
    assert "not being saved" in shown[0][0].children[0].value
    assert "not being saved" not in shown[0][1]


def test_progress_counts_answers(tmp_path: Path, shown: list[Any]) -> None:
    lesson = lesson_12(tmp_path)
    lesson.progress()
    lesson.ask("longest-day")
    total = len(lesson.plan.items)
    assert f"0 of {total} answers given" in shown[0][0].children[0].value
    shown[1][0].children[0].children[0].skip()
    assert f"1 of {total} answers given" in shown[0][0].children[0].value


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_every_passage_shows_its_page_and_a_marked_specimen_without_a_copy(lesson_id: str, shown: list[Any]) -> None:
    lesson = Lesson(read_plan(lesson_id), CORPUS, Journal(None))
    for ref in lesson.plan.passages:
        shown.clear()
        lesson.passage(ref.id)
        assert f"p. {ref.page}" in shown[0][1]
        assert ("not from the book" in shown[0][1]) == bool(ref.specimen)
        assert "From your copy" not in shown[0][0].children[-1].value


def test_unknown_names_are_refused_with_those_there_are(shown: list[Any]) -> None:
    lesson = lesson_12(None)
    with pytest.raises(CorpusError, match="no item 'nothing'"):
        lesson.ask("nothing")
    with pytest.raises(CorpusError, match="no explorer 'nothing'; there are back"):
        lesson.explore("nothing")


@pytest.mark.parametrize("name", [name for names in UNITS.values() for name in names])
def test_every_explorer_is_found_by_its_name(name: str) -> None:
    assert explorer_named(name).view.__name__.endswith("_view")


@pytest.mark.parametrize(
    ("typed", "style", "result"),
    [
        ("1917-10-25", "old", "25 October 1917 Old Style is 7 November 1917 New Style: 13 days apart."),
        ("1917-11-7", "new", "25 October 1917 Old Style is 7 November 1917 New Style: 13 days apart."),
        ("1861-02-19", "old", "19 February 1861 Old Style is 3 March 1861 New Style: 12 days apart."),
        ("1900-02-29", "new", "That calendar has no day 1900-02-29."),
        ("yesterday", "old", "'yesterday' is not of the form 1917-10-25: year, month, day."),
        ("0001-01-01", "old", "This converter knows the years 1600 to 2100."),
    ],
)
def test_the_converter_answers_or_says_what_is_wrong(typed: str, style: str, result: str) -> None:
    converter = Converter("1917-10-25")
    converter.calendar.value = style
    converter.date.value = typed
    assert converter.result == result
    assert result.split(":")[0].replace("'", "&#x27;") in converter.view.value
