"""Telling against time: a jump is a jump only where the dates leave no doubt."""

from __future__ import annotations

from helpers.charts.telling import telling_scatter
from tests.charts.samples import event

TOLD = [
    event(0, "First", "1917-10-20"),
    event(1, "Second", "1917-10-21"),
    event(2, "Long before", "1917-10-01"),
    event(3, "A vague month", "1917-10", "month"),
    event(4, "Back again", "1917-10-22"),
    event(5, "Undated", ""),
]


def test_jumps_are_marks_that_say_how_far_and_whither() -> None:
    chart = telling_scatter(TOLD, title="?", at="page", jump_days=5)
    assert [mark.label for mark in chart.marks] == ["jump back by 20 days to 1 Oct 1917: Long before, p. 92"]
    assert chart.source == "5 of 6 events; 1 have no date or lie outside."
    assert chart.sentence == (
        "In 5 events the telling jumps 1 time by 5 days or more (1 back, 0 ahead); the longest, 20 days back, leads to 1 Oct 1917; marked: 1."
    )


def test_a_date_that_may_be_the_same_is_no_jump() -> None:
    told = [TOLD[1], TOLD[3], TOLD[4]]
    assert telling_scatter(told, title="?", at="page", jump_days=1).sentence == "3 events are told without a jump of 1 day or more."


def test_only_the_longest_jumps_are_marked() -> None:
    rows = [event(k, f"e{k}", f"1917-10-{1 + (k % 2) * (k + 3):02d}") for k in range(12)]
    chart = telling_scatter(rows, title="?", at="page", jump_days=1, most_jumps=4)
    assert len(chart.marks) == 4
    assert "marked: 4." in chart.sentence


def test_jumps_outside_the_days_shown_are_not_counted() -> None:
    chart = telling_scatter(TOLD, title="?", at="page", jump_days=5, begin="1917-10-15", stop="1917-10-31")
    assert chart.marks == ()
