"""Timeline: uncertainty is drawn, not rounded."""

from __future__ import annotations

import re

import pytest

from helpers.charts.timeline import MOST_NAMED, timeline
from tests.charts.reading import width
from tests.charts.samples import event, events, exact_events


def test_a_band_is_as_wide_as_the_date_is_vague() -> None:
    chart = timeline(exact_events(), title="?")
    names = [mark.label for mark in chart.marks]
    assert [name.split(": ")[0] for name in names] == [
        "24 Oct 1917, to the day", "24 Oct to 27 Oct 1917, to the day", "24 Oct to 25 Oct 1917, part of day", "25 Oct 1917, about 14:00",
    ]  # fmt: skip
    day = width(chart, 0)
    assert width(chart, 1) == pytest.approx(4 * day, abs=0.3)
    assert width(chart, 2) == pytest.approx(day / 2, abs=0.3)
    assert width(chart, 3) == pytest.approx(day / 24, abs=0.3)


def test_each_precision_has_a_shape_of_its_own() -> None:
    chart = timeline(events("A letter"), title="?", begin="1917-10-01", stop="1917-10-31")
    shapes = [re.search(rf'id="{mark.id}"[^>]*>(?:<path[^>]*>|<use[^>]*>)?', chart.svg) for mark in chart.marks]
    looks = {re.sub(r'd="[^"]*"|id="[^"]*"|[xy]="[^"]*"|href="[^"]*"', "", found[0]) for found in shapes if found}
    assert len(looks) == len(chart.marks) == 5


def test_marks_of_the_timeline_name_time_event_and_page() -> None:
    chart = timeline(events("A letter"), title="?")
    assert "24 Oct 1917, 9:30: A letter, p. 90" in [mark.label for mark in chart.marks]
    assert chart.marks[0].link == "e4"
    assert chart.sentence == "Of 5 events 2 are dated to the hour or better; most often (1 time) the date is exact to the month."


def test_rows_without_a_date_and_outside_the_days_are_counted() -> None:
    rows = [*exact_events(), event(9, "Undated", "")]
    chart = timeline(rows, title="?", begin="1917-10-25", stop="1917-10-25")
    assert chart.source == "3 of 5 events shown; 2 have no date or lie outside these days."
    assert timeline(rows, title="?", begin="1918-01-01").rows == ()


def test_of_many_events_those_of_one_time_share_a_band() -> None:
    rows = [event(k, f"Event {k}", "1917-10-24") for k in range(MOST_NAMED + 1)]
    chart = timeline(rows, title="?")
    assert len(chart.marks) == 1
    assert chart.marks[0].link.split(";") == [f"e{k}" for k in range(MOST_NAMED + 1)]
    assert chart.marks[0].label.endswith(f"Event 0, p. 90; and {MOST_NAMED} more at the same time")
    assert f">{MOST_NAMED + 1}</text>" in chart.svg
