"""What a class gave, counted by hand on a class of three."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.classroom.given import SKIPPED, claim_in_parts, fits, given, in_words
from helpers.classroom.readers import Classroom
from helpers.classroom.results import check_rows, claim_rows, evidence_rows, item_rows, misconception_rows, progress_rows, word_rows
from helpers.codings import LESSON, Coding
from helpers.lessons.plan import Item, LessonPlan, Option
from helpers.model import Corpus
from tests.simulated_class import student

CHOICE = Item(
    "check", "check", "choice", "Which?",
    options=(Option("right", "the right one", right=True), Option("space", "the important day", misconception="pages-measure-importance")),
)  # fmt: skip
NUMBER = Item(
    "sum", "exit", "number", "How many?", key="gap_in_1861", options=(Option("13", "thirteen", misconception="gap-is-always-thirteen"),)
)
ITEMS = (
    Item("source", "source", "text", "Who speaks?"),
    Item("guess", "predict", "number", "How many days?", unit="days"),
    CHOICE,
    NUMBER,
    Item("page", "evidence", "page", "Find a page.", evidence="night_of"),
    Item("claim", "claim", "claim", "Claim something."),
)
PLAN = LessonPlan("12", "Title", "Question?", "unit", "1", "", (), (), ITEMS)
CLAIM = {"claim": "It is so.", "evidence_1": "a page", "evidence_1_where": "p. 95", "evidence_2": "", "counter": "", "confidence": 3}

ADA = student(
    "Ada", [("12", "source", "the authors"), ("12", "guess", 12.0), ("12", "check", "space"), ("12", "check", "right"), ("12", "sum", 13.0)]
)
BEN = student(
    "Ben", [("12", "guess", SKIPPED), ("12", "check", "space"), ("12", "page", {"page": 9000, "words": "x"}), ("12", "claim", CLAIM)]
)
CLEO = student(
    "Cleo",
    [
        ("12", "check", "nonsense"),
        ("12", "guess", "twelve"),
        ("12", "old-item", 1),
        (LESSON, "coding/2.4.1", Coding("2.4.1", "praise").value),
    ],
)
CLASS = Classroom((ADA, BEN, CLEO))


def test_progress_counts_what_was_given_or_skipped_and_what_does_not_fit() -> None:
    assert progress_rows(CLASS, [PLAN]) == [
        {"reader": "Ada", "12": 4, "codings": 0, "begun": 0, "unfit": 0},
        {"reader": "Ben", "12": 4, "codings": 0, "begun": 0, "unfit": 0},
        {"reader": "Cleo", "12": 0, "codings": 1, "begun": 0, "unfit": 2},
    ]


def test_who_has_not_given_an_item_yet_is_named() -> None:
    rows = {row["item"]: (row["n_given"], row["n_skipped"], row["missing"]) for row in item_rows(CLASS, PLAN)}
    assert rows["guess"] == (1, 1, "Cleo")
    assert rows["check"] == (2, 0, "Cleo")
    assert rows["source"] == (1, 0, "Ben, Cleo")


def test_a_misconception_met_and_given_up_is_met_and_not_held(corpus: Corpus) -> None:
    rows = {row["answer"]: row for row in check_rows(CLASS, PLAN, corpus) if row["item"] == "check"}
    assert (rows["the right one"]["n_now"], rows["the right one"]["n_ever"], rows["the right one"]["verdict"]) == (1, 1, "right")
    assert (rows["the important day"]["n_now"], rows["the important day"]["n_ever"], rows["the important day"]["verdict"]) == (
        1,
        2,
        "wrong",
    )
    met = misconception_rows(Classroom((ADA, BEN)), [LessonPlan("12", "", "", "", "", "", (), (), (CHOICE,))], corpus)
    assert [(row["misconception"], row["n_met"], row["n_now"], row["where"]) for row in met] == [
        ("pages-measure-importance", 2, 1, "12 check")
    ]
    assert met[0]["statement"] == "The day with the most pages was the most important day."


def test_a_number_is_right_where_the_data_say_so_and_its_traps_go_by_their_number(corpus: Corpus) -> None:
    rows = [row for row in check_rows(CLASS, PLAN, corpus) if row["item"] == "sum"]
    assert [(row["answer"], row["verdict"], row["n_now"]) for row in rows] == [("12", "right", 0), ("thirteen", "wrong", 1)]


def test_evidence_stands_with_what_the_tables_say_of_it(corpus: Corpus) -> None:
    (row,) = evidence_rows(CLASS, PLAN, corpus)
    assert (row["reader"], row["page"], row["verdict"]) == ("Ben", 9000, "it doesn't hold")


def test_a_claim_says_what_is_missing_from_it() -> None:
    (row,) = claim_rows(CLASS, [PLAN])
    assert (row["reader"], row["claim"], row["first evidence"]) == ("Ben", "It is so.", "a page (p. 95)")
    assert (row["how sure"], row["missing"]) == ("fairly sure", "second evidence, what speaks against it")


def test_words_are_shortened_and_skipped_predictions_are_no_predictions() -> None:
    long = Classroom((student("Ada", [("12", "source", "x" * 1_000_000)]),))
    assert [len(row["words"]) < 700 for row in word_rows(long, PLAN)] == [True]
    assert given(CLASS, "12", ITEMS[1]) == {"Ada": 12.0}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", True), ("number", float("inf")), ("number", 10**400), ("number", "1"), ("number", None), ("number", [1]),
        ("choice", 1), ("choice", ["right"]), ("choice", {"right": 1}), ("choice", "other"),
        ("day", "1917-13-40"), ("day", "１９１７-10-25"), ("day", "1917-10-25\n"), ("day", 19171025),
        ("order", ["a", "a"]), ("order", [1, 2]), ("order", "ab"), ("order", ["a", {"b": 1}]),
        ("sort", {"a": "right"}), ("sort", {"a": "right", "b": ["right"]}), ("sort", ["a", "b"]),
        ("page", {"page": True, "words": ""}), ("page", {"page": -1, "words": ""}), ("page", {"page": 10**30, "words": ""}), ("page", {"page": 95}),
        ("claim", {"claim": 1, "confidence": 1}), ("claim", {"claim": "x"}), ("claim", "x"), ("text", 3), ("text", {"a": 1}),
    ],
)  # fmt: skip
def test_hostile_values_don_t_fit(kind: str, value: Any) -> None:
    item = Item("i", "predict", kind, "?", options=CHOICE.options, entries=(Option("a", "A"), Option("b", "B")))
    if kind == "page" and value == {"page": True, "words": ""}:
        assert in_words(item, value) == "p. True: "  # a truth value is a 1 in Python: harmless, and shown as it is
    else:
        assert not fits(item, value)


def test_a_claim_with_parts_of_other_types_is_shown_as_text() -> None:
    parts = claim_in_parts({"claim": "c", "evidence_1": ["<b>", 2], "counter": {"x": 1}, "confidence": 99, "evidence_1_where": 95})
    assert parts["first evidence"] == "['<b>', 2] (95)"
    assert (parts["what speaks against it"], parts["how sure"]) == ("{'x': 1}", "not said")
