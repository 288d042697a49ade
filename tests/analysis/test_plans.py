"""Plans and what came of them: near and far counts, and the quorum of the real table."""

from __future__ import annotations

import math
from typing import Any

import pytest

from helpers.analysis.plans import counted_after, is_plan, plans_and_results, plans_by_side, unit_of
from helpers.loading import open_corpus

FIGURES = open_corpus().tables.rows("figures")


def figure(figure_id: str, value: float | None, **more: Any) -> dict[str, Any]:
    base = {
        "id": figure_id, "section": "4.1", "pages": "240", "page_doubtful": False, "value": value, "unit": "persons", "side": "sailor", "kind": "state",
        "who_counts": "author", "of_what": "sailors on the boats", "place_id": "velsk", "os_date": "1917-10-25", "note": "",
    }  # fmt: skip
    return base | more


PLAN = figure("plan", 5000, kind="plan", who_counts="order", of_what="sailors whom the boats were to bring", os_date="1917-10-24")


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"os_date": ""}, True),
        ({"os_date": "1917-10"}, True),
        ({"os_date": "1917-10-20"}, False),
        ({"os_date": "1917-12-20"}, False),
        ({"pages": "261"}, False),
        ({"unit": "guns"}, False),
        ({"place_id": "brod"}, False),
        ({"of_what": "bread in stock"}, False),
        ({"kind": "plan"}, False),
        ({"who_counts": "order"}, False),
    ],
    ids=str,
)
def test_what_may_be_the_outcome_of_a_plan(change: dict[str, str], fits: bool) -> None:
    assert bool(counted_after(PLAN, [PLAN, figure("came", 2000, **change)])) is fits


def test_words_that_many_figures_share_are_no_link() -> None:
    plan = PLAN | {"of_what": "soviet regiments asked for"}
    assert counted_after(plan, [figure("came", 2, of_what="regiments of the soviet")]) == []


def test_a_reading_overrules_the_words() -> None:
    assert counted_after(PLAN | {"note": "an order; no count of what came"}, [figure("came", 2000)]) == []


def test_a_ratio_needs_exactly_one_outcome() -> None:
    one = plans_and_results([PLAN, figure("came", 2000)])
    two = plans_and_results([PLAN, figure("came", 2000), figure("more", 1000)])
    none = plans_and_results([PLAN])
    assert one["ratio"][0] == 0.4
    assert (two["n_after"][0], none["n_after"][0], none["after_id"][0]) == (2, 0, "")
    assert math.isnan(two["ratio"][0])
    assert math.isnan(none["ratio"][0])


def test_a_plan_told_in_a_word_has_no_number() -> None:
    frame = plans_and_results([PLAN | {"value": None}, figure("came", 2000)])
    assert math.isnan(frame["planned"][0])
    assert math.isnan(frame["ratio"][0])


def test_sides_are_counted_with_and_without_plans() -> None:
    frame = plans_by_side([PLAN, figure("came", 2000), figure("other", 1, side="cadets")])
    assert frame[["side", "n", "n_plans", "n_counted_after"]].values.tolist() == [["sailor", 2, 1, 1], ["cadets", 1, 0, 0]]
    assert math.isnan(frame["counted_share"][1])


def test_the_quorum_of_the_real_table_is_followed_by_those_who_came() -> None:
    plan = next(row for row in FIGURES if row["id"] == "9-4-quorum")
    assert plan["value"] == 400
    assert {row["id"]: row["value"] for row in counted_after(plan, FIGURES)} == {
        "9-4-deputies-arrived": 172.0,
        "9-4-deputies-expected": 100.0,
    }


def test_of_most_plans_the_book_counts_nothing_afterwards() -> None:
    frame = plans_and_results(FIGURES)
    assert len(frame) == sum(is_plan(row) for row in FIGURES)
    assert (frame["n_after"] > 0).sum() < 0.2 * len(frame)


def test_units_named_in_a_note_are_told_apart() -> None:
    assert unit_of(figure("a", 1, unit="other", note="unit tons; printed as a word")) == "tons"
    assert unit_of(figure("a", 1, unit="other")) == "other"
