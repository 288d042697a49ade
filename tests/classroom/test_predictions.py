"""Predictions beside results: distributions counted by hand, and the bar into which the data fall."""

from __future__ import annotations

from typing import Any

from helpers.classroom.given import SKIPPED
from helpers.classroom.predictions import number_rows, predicted_items, prediction_chart, spread_of
from helpers.classroom.readers import Classroom
from helpers.lessons.plan import Item, LessonPlan, Option
from helpers.lessons.responding import key_of
from helpers.model import Corpus
from tests.simulated_class import SORT, TERMS, student


def spread(item: Item, values: list[Any], corpus: Corpus) -> Any:
    """How these values of as many readers spread."""
    return spread_of(Classroom(tuple(student(f"R{k}", [("12", item.id, v)]) for k, v in enumerate(values))), "12", item, corpus)


def counted(found: Any) -> dict[str, int]:
    """Answer → readers, those of nobody left out."""
    return {row["answer"]: row["n_readers"] for row in found.rows if row["n_readers"]}


def test_a_choice_lists_every_option_and_marks_what_the_data_say(corpus: Corpus) -> None:
    item = Item("where", "predict", "choice", "Where?", key="chapter_most_back", options=tuple(Option(c, f"Chapter {c}") for c in "2479"))
    found = spread(item, ["2", "2", "7", SKIPPED, "nonsense"], corpus)
    assert [(row["answer"], row["n_readers"], row["says"]) for row in found.rows] == [
        ("Chapter 2", 2, True), ("Chapter 4", 0, False), ("Chapter 7", 1, False), ("Chapter 9", 0, False),
    ]  # fmt: skip
    assert (found.n_given, found.n_skipped, found.n_readers, found.n_hit, found.key) == (3, 1, 5, 2, "Chapter 2")
    chart = prediction_chart(found)
    assert chart.sentence == "The data say: Chapter 2. 2 of 3 readers predicted it."
    assert chart.source == "3 of 5 readers predicted, 1 skipped it, 1 have not given it yet. Drafts are not counted."
    assert chart.marks[0].label == "Chapter 2 ◂ the data: 2 readers"
    assert chart.thin == "fewer than five readers predicted"


def test_days_stand_in_their_order_and_the_day_of_the_data_is_there_though_nobody_said_it(corpus: Corpus) -> None:
    item = Item("day", "predict", "day", "Which?", key="longest_day", first="1917-10-01", last="1917-11-30")
    key = key_of(item, corpus)
    found = spread(item, ["1917-11-07", "1917-10-02", "1917-11-07"], corpus)
    assert counted(found) == {"2 October 1917": 1, "7 November 1917": 2}
    assert [row["n_readers"] for row in found.rows if row["says"]] == [0]
    assert key in ("1917-10-24", "1917-10-25", "1917-10-26")


def test_numbers_fall_into_ranges_and_far_ones_into_one() -> None:
    rows = number_rows([10, 12, 14, 22, 31, 9e11], 14.4, "days")
    assert sum(row["n_readers"] for row in rows) == 6
    assert [row["answer"] for row in rows if row["says"]] == [rows[0]["answer"]]
    many = number_rows([*range(100), 9e11], 50, "")
    assert [row["answer"] for row in many][-1] == "100 or more"
    assert len(many) <= 10


def test_whole_numbers_close_together_stand_one_by_one() -> None:
    assert [(r["answer"], r["n_readers"], r["says"]) for r in number_rows([1, 2, 2, 4], 2, "events")] == [
        ("1 events", 1, False), ("2 events", 2, True), ("3 events", 0, False), ("4 events", 1, False),
    ]  # fmt: skip
    assert number_rows([], None, "") == []


def test_an_order_is_told_by_its_pairs_the_other_way_round(corpus: Corpus, plans: tuple[LessonPlan, ...]) -> None:
    item = next(i for plan in plans for i in plan.items if i.kind == "order")
    key = list(key_of(item, corpus))
    swapped = [key[1], key[0], *key[2:]]
    n = len(key) * (len(key) - 1) // 2
    found = spread(item, [key, key, swapped], corpus)
    assert counted(found) == {f"0 of {n} pairs the other way round": 2, f"1 of {n} pairs the other way round": 1}
    assert prediction_chart(found).sentence.endswith("2 of 3 readers have the same order.")
    assert sum(counted(spread(item, [key, key[::-1]], corpus)).values()) == 2


def test_terms_that_were_sorted_show_the_label_that_most_gave(corpus: Corpus) -> None:
    values = [dict.fromkeys(TERMS, "label"), dict.fromkeys(TERMS, "label"), dict.fromkeys(TERMS, "praise")]
    found = spread(SORT, values, corpus)
    assert counted(found) == {f"{term}: label": 2 for term in TERMS}


def test_where_nobody_predicted_the_chart_says_so(corpus: Corpus) -> None:
    item = Item("n", "predict", "number", "How many?", key="gap_in_1861", unit="days")
    assert prediction_chart(spread(item, [SKIPPED], corpus)).sentence == "Nobody has predicted yet. The data say: 12 days."


def test_every_prediction_of_every_lesson_can_be_drawn(corpus: Corpus, plans: tuple[LessonPlan, ...], classroom: Classroom) -> None:
    for plan in plans[:3]:
        for item in predicted_items(plan):
            found = spread_of(classroom, plan.id, item, corpus)
            assert found.n_given + found.n_skipped <= 30
            if item.kind != "sort":
                assert sum(row["n_readers"] for row in found.rows) == found.n_given
            assert found.key == "" or any(row["says"] for row in found.rows)
            assert prediction_chart(found).svg
