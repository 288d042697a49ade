"""Every lesson's plan: complete, in the order of the pattern, every name in it resolves, every wrong answer is met."""

from __future__ import annotations

import pytest

from helpers.lessons.evidence import EVIDENCE
from helpers.lessons.keys import ENTRY_KEYS, KEYS
from helpers.lessons.plan import STEPS, Item, LessonPlan, lesson_ids, parse_plan, read_plan
from helpers.lessons.responding import key_of
from helpers.loading import open_corpus
from helpers.model import CorpusError

CORPUS = open_corpus()
PLANS = [read_plan(lesson) for lesson in lesson_ids()]
ITEMS = [pytest.param(plan, item, id=f"{plan.id}-{item.id}") for plan in PLANS for item in plan.items]
MISCONCEPTIONS = {row["id"]: row for row in CORPUS.tables.rows("misconceptions")}


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.id)
def test_a_plan_has_the_parts_of_the_pattern(plan: LessonPlan) -> None:
    assert len(plan.can_do) == 3
    assert sum(count for _, count in plan.minutes) == 45
    assert len({item.id for item in plan.items}) == len(plan.items)
    counts = {step: len(plan.step(step)) for step in STEPS}
    assert counts["recall"] == 2
    assert counts["source"] == 1
    assert counts["claim"] == 1
    assert counts["exit"] == 3
    assert counts["predict"] >= 3
    assert counts["evidence"] >= 1
    assert counts["check"] >= 3
    assert counts["explain"] >= 4


@pytest.mark.parametrize(("plan", "item"), ITEMS)
def test_every_name_in_an_item_resolves(plan: LessonPlan, item: Item) -> None:
    assert not item.key or item.key in KEYS or item.key in ENTRY_KEYS
    assert (item.step == "evidence") == (item.evidence in EVIDENCE)
    named = [option.misconception for option in item.options if option.misconception]
    assert [m for m in named if m not in MISCONCEPTIONS] == []
    assert all(MISCONCEPTIONS[m]["item"].split()[0] <= plan.id for m in named), (
        "a lesson meets misconceptions of its own or earlier lessons"
    )


@pytest.mark.parametrize(("plan", "item"), ITEMS)
def test_closed_items_have_one_right_answer_and_feedback_for_every_wrong_one(plan: LessonPlan, item: Item) -> None:
    if item.kind != "choice" or item.step not in ("check", "recall", "exit"):
        return
    right = key_of(item, CORPUS)
    assert [option.id for option in item.options].count(right) == 1
    assert sum(option.right for option in item.options) == (0 if item.key else 1)
    assert all(option.feedback or option.misconception for option in item.options if option.id != right)


@pytest.mark.parametrize(("plan", "item"), ITEMS)
def test_what_data_decide_has_an_answer_of_its_kind(plan: LessonPlan, item: Item) -> None:
    key = key_of(item, CORPUS)
    if item.kind == "number" and (item.key or item.step == "check"):
        assert isinstance(key, float)
    if item.kind == "choice" and item.key:
        assert key in [option.id for option in item.options]
    if item.kind == "day" and item.key:
        assert item.first <= key <= item.last
    if item.kind in ("order", "sort") and item.key:
        assert sorted(key) == sorted(entry.id for entry in item.entries)


@pytest.mark.parametrize("unit", ["1", "2", "3"])
def test_each_misconception_of_a_lesson_is_met_in_it(unit: str) -> None:
    for plan in PLANS:
        if plan.id.startswith(unit):
            used = {option.misconception for item in plan.items for option in item.options}
            mine = {m for m, row in MISCONCEPTIONS.items() if str(row["item"]).startswith(plan.id)}
            assert mine - used == set(), f"lesson {plan.id}"


SMALL = """
id = "99"
title = "t"
question = "q?"
unit = "u"
version = "1"
needs = "n"
"""


def test_a_small_plan_is_read() -> None:
    plan = parse_plan(SMALL + '[[item]]\nid = "a"\nstep = "predict"\nkind = "number"\nprompt = "How many?"\n', "small.toml")
    assert plan.item("a").prompt == "How many?"
    with pytest.raises(CorpusError, match="no item 'b'; it has a"):
        plan.item("b")


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ("colour = 1\n", "'colour' is none of"),
        ('[[item]]\nid = "a"\nstep = "guess"\nkind = "number"\nprompt = "p"\n', "step 'guess'"),
        ('[[item]]\nid = "a"\nstep = "predict"\nkind = "number"\n', "prompt"),
        ('[[item]]\nid = "a"\nstep = "predict"\nkind = "choice"\nprompt = "p"\noptions = [{ id = "x", txt = "y" }]\n', "'txt' is none of"),
        ("= 3", "Invalid"),
    ],
)
def test_a_wrong_plan_is_refused_with_its_place(extra: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        parse_plan(SMALL + extra, "small.toml")


def test_an_unknown_lesson_is_refused_with_those_there_are() -> None:
    with pytest.raises(CorpusError, match="there are plans for lessons 11"):
        read_plan("77")
