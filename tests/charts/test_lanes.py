"""Lanes: one clock; what is known to the day is counted, what is timed is drawn."""

from __future__ import annotations

from helpers.charts.lanes import swim_lanes
from tests.charts.reading import left
from tests.charts.samples import event, exact_events


def test_lanes_count_what_is_known_to_the_day_and_draw_what_is_timed() -> None:
    rows = [{**row, "lane": "Velsk"} for row in exact_events()] + [
        {**event(7, "A letter", "1917-10-25", "hour", clock="14:00"), "lane": "Kem"}
    ]
    chart = swim_lanes(rows, title="?", lane="lane", begin="1917-10-24", stop="1917-10-25", lanes=["Kem", "Velsk"])
    assert [mark.label.split(": ")[0] for mark in chart.marks] == [
        "Kem, 25 Oct 1917, about 14:00", "Velsk, 24 Oct to 25 Oct 1917, part of day", "Velsk, 25 Oct 1917, about 14:00",
        "Velsk, 24 Oct", "Velsk, 25 Oct",
    ]  # fmt: skip
    assert chart.marks[3].label == "Velsk, 24 Oct: 2 known to the day only"
    assert chart.marks[3].link == "e0;e3"
    assert "12:00" in chart.svg
    assert chart.sentence == "Events in these days: Velsk 4, Kem 1; 3 of 5 are dated to a part of the day or better."


def test_events_at_the_same_hour_stand_under_each_other() -> None:
    rows = [{**event(k, "x", "1917-10-25", "hour", clock="14:00"), "lane": lane} for k, lane in enumerate(("a", "b"))]
    chart = swim_lanes(rows, title="?", lane="lane", begin="1917-10-24", stop="1917-10-27")
    assert left(chart, 0) == left(chart, 1)


def test_what_is_vaguer_than_a_day_has_no_lane() -> None:
    rows = [{**event(0, "A rumour", "1917-10", "month"), "lane": "a"}]
    assert swim_lanes(rows, title="?", lane="lane", begin="1917-10-24", stop="1917-10-27").marks == ()
