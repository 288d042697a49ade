"""Corrections of the machine: what is kept, what counts, and the error by one's own sample, computed by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.classroom.correcting import agreed_rows, class_sample, corrections_html, judged, judgings
from helpers.classroom.given import shipped_plans
from helpers.classroom.marking import answer_rows
from helpers.classroom.portfolio import portfolio_html, portfolio_rows
from helpers.classroom.readers import Classroom, Student
from helpers.corrections import Correction, corrections, read_correction
from helpers.journal import Answer, Journal
from helpers.lessons.correcting import all_corrections
from helpers.lessons.own_sample import in_sentence, sample_rows, shipped_figure
from helpers.loading import open_corpus

CORPUS = open_corpus()
PLANS = shipped_plans()


def look(place: str, given: str, shipped: str = "command", detector: str = "reporting", what: str = "speaker") -> Correction:
    """What a reader says of a place."""
    return Correction(detector, what, place, shipped, given)


def answers(*looks: Correction) -> list[Answer]:
    """The same as a journal gives it back."""
    return [Answer("40", c.item, c.value, k) for k, c in enumerate(looks, 1)]


@pytest.mark.parametrize(
    ("lesson", "item", "value"),
    [
        ("32", "correct/reporting/speaker/1.1.1:2-9", {"shipped": "command", "given": "foreign"}),
        ("40", "correct/weather/speaker/1.1.1:2-9", {"shipped": "command", "given": "foreign"}),
        ("40", "correct/reporting/mood/1.1.1:2-9", {"shipped": "command", "given": "foreign"}),
        ("40", "correct/reporting/speaker/1.1.1:2-9", {"shipped": "command", "given": "the tsar"}),
        ("40", "correct/reporting/speaker/1.1.1:2-9", {"shipped": "", "given": "foreign"}),
        ("40", "correct/reporting/speaker/1.1.1:2-9", "foreign"),
        ("40", "correct/reporting/speaker/<b>", {"shipped": "command", "given": "foreign"}),
    ],
)
def test_what_is_no_correction_is_passed_over(lesson: str, item: str, value: Any) -> None:
    assert read_correction(Answer(lesson, item, value, 1)) is None


def test_a_journal_gives_back_what_was_kept_and_the_later_stands(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for c in (look("1.1.1:2-9", "foreign"), look("1.1.2:2-9", "command"), look("1.1.1:2-9", "liberal_right"), look("1.1.2:2-9", "")):
        journal.save("40", c.item, c.value)
    assert corrections(Journal(tmp_path).answers("40")) == [look("1.1.1:2-9", "liberal_right")]


def test_the_own_sample_is_counted_apart_from_the_figure_that_ships() -> None:
    looks = [look("1.1.1:2-9", "foreign"), *(look(f"1.1.{k}:2-9", "command") for k in (2, 3, 4))]
    (row,) = sample_rows(looks, CORPUS)
    assert (row["n"], row["n_corrected"], row["right"], row["low"], row["high"]) == (4, 1, 75, 30, 95)
    assert row["shipped"] == "speaker by rule alone: 209 of 269 right (78 of a hundred, 72 to 82)"
    assert sample_rows([*looks, *looks], CORPUS)[0]["shipped"] == row["shipped"]
    assert sample_rows([], CORPUS) == []
    assert "4 places looked at, 1 corrected; 75 of a hundred right (30 to 95)" in in_sentence(row)


def test_where_nothing_was_measured_no_figure_is_made_up() -> None:
    assert shipped_figure(CORPUS, "lexicon", "term_class") == "none ships"
    assert shipped_figure(CORPUS, "quotations", "kind") == "none ships"
    assert shipped_figure(CORPUS, "quotations", "speaker") == "speaker as shipped: 296 of 311 right (95 of a hundred, 93 to 97)"


def test_labels_of_a_lesson_and_corrections_at_the_lines_are_one_sample() -> None:
    item = next(plan for plan in PLANS if plan.id == "31").item("correct-kinds")
    mine = {entry.id: "scare" for entry in item.entries}
    at_line = look("1.1.1:2-9", "name", "scare", "scare_quotes", "mark")
    found = all_corrections([Answer("31", "correct-kinds", mine, 1), *answers(at_line)], PLANS, CORPUS)
    assert len(found) == len(item.entries) + 1
    assert found[-1] == at_line
    assert sample_rows(found, CORPUS)[0]["n"] == len(found)
    assert all_corrections([Answer("31", "correct-kinds", {"left": "scare"}, 1)], PLANS, CORPUS) == []


def test_a_correction_is_exported_in_words_beside_what_ships() -> None:
    student = Student("Ada", tuple(answers(look("1.1.1:2-9", "foreign"), look("1.1.2:2-9", "command"))))
    first, second = answer_rows(student, PLANS, CORPUS)
    assert (first["step"], first["answer"], first["data_say"]) == ("correction", "foreigners", "officers and staffs")
    assert second["answer"] == "officers and staffs (as shipped)"
    page = portfolio_html(portfolio_rows(student, PLANS, CORPUS), PLANS).decode()
    assert "Corrections of the machine" in page
    assert "foreigners" in page


def students(**given: list[Correction]) -> Classroom:
    """A class by what each said."""
    return Classroom(tuple(Student(name, tuple(answers(*looks))) for name, looks in given.items()))


def test_a_class_agrees_against_the_machine_where_most_and_at_least_two_say_the_same() -> None:
    room = students(
        Ada=[look("1.1.1:2-9", "foreign"), look("1.1.2:2-9", "foreign"), look("1.1.3:2-9", "foreign")],
        Ben=[look("1.1.1:2-9", "foreign"), look("1.1.2:2-9", "command")],
        Cy=[look("1.1.1:2-9", "command")],
        Dee=[],
    )
    found = judged(room, PLANS, CORPUS)
    assert list(found) == ["Ada", "Ben", "Cy"]
    (row,) = agreed_rows(found)
    assert (row["place"], row["given"], row["n"], row["of"]) == ("§ 1.1.1, characters 2–9", "foreigners", 2, 3)
    assert class_sample(found, CORPUS)[0]["n"] == 6
    (labelling,) = judgings(found)
    assert len(labelling.units) == 2
    assert labelling.by("Cy") == ("officers and staffs", None)
    html = corrections_html(room, PLANS, CORPUS)
    assert "as shipped: officers and staffs" in html
    assert corrections_html(students(Dee=[]), PLANS, CORPUS).count("Nobody has corrected") == 1
