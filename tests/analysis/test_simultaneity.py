"""One clock for several theatres: how wide an event is, where it belongs, and what may meet it."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.analysis.simultaneity import hours_of, same_hour, simultaneous, theatre_of, with_hours
from tests.analysis.test_chronology import EVENTS, event

PLACES = [
    {"id": "smolny", "region_id": "petrograd"},
    {"id": "kremlin", "region_id": "moscow"},
    {"id": "minsk", "region_id": "byelorussia"},
    {"id": "kazan", "region_id": "volga"},
]


def at(place: str, day: str = "1917-10-25", **more: Any) -> dict[str, Any]:
    return event(day, place_id=place, kind="battle", **more)


@pytest.mark.parametrize(
    ("row", "hours"),
    [
        (event("1917-10-25", precision="minute", clock="02:20"), (2 + 20 / 60 - 0.1, 2 + 20 / 60 + 0.1)),
        (event("1917-10-25", precision="hour", clock="14:00"), (13.5, 14.5)),
        (event("1917-10-25", precision="part_of_day", as_written="Towards evening"), (18, 24)),
        (event("1917-10-25", precision="part_of_day", as_written="on the night of the 25th"), (20, 30)),
        (event("1917-10-25", precision="part_of_day", note="inferred: between 22:00 on October 25 and 01:00 on October 26"), (22, 25)),
        (event("1917-10-25", precision="part_of_day", note="inferred: soon after 18:30"), (18.5, 19.5)),
        (event("1917-10-25", precision="part_of_day", note="inferred: before 02:00"), (0, 2)),
        (event("1917-10-25", precision="part_of_day", note="told again later"), (0, 24)),
        (event("1917-10-25"), (0, 24)),
    ],
)
def test_an_event_is_as_wide_as_its_date_is_vague(row: dict[str, Any], hours: tuple[float, float]) -> None:
    assert hours_of(row) == pytest.approx(hours)


def test_places_go_to_their_theatre_and_unknown_ones_to_the_last() -> None:
    assert [theatre_of(r) for r in ("petrograd", "moscow", "byelorussia", "volga", "")] == [
        "Petrograd", "Moscow", "The fronts", "Other regions", "Other regions",
    ]  # fmt: skip


def test_hours_count_from_the_first_day_and_rows_stand_in_order_of_time() -> None:
    rows = [
        at("kremlin", "1917-10-26", precision="hour", clock="05:00"),
        at("smolny", precision="hour", clock="14:00"),
        at("kazan", "1917-10-27"),
        at("smolny", "1917-10", precision="month"),
        at("", precision="hour", clock="10:00"),
    ]
    lanes = simultaneous(rows, PLACES, first="1917-10-25", last="1917-10-26")
    assert lanes[["theatre", "begin", "end"]].values.tolist() == [["Petrograd", 13.5, 14.5], ["Moscow", 28.5, 29.5]]


def test_kinds_can_be_left_out() -> None:
    assert len(simultaneous([at("smolny")], PLACES, first="1917-10-25", last="1917-10-25", kinds=["vote"])) == 0


def test_what_may_meet_an_hour_and_what_surely_does() -> None:
    rows = [
        at("kremlin", precision="part_of_day", as_written="in the morning"),
        at("smolny", precision="hour", clock="10:00"),
        at("minsk", precision="hour", clock="20:00"),
    ]
    near = same_hour(simultaneous(rows, PLACES, first="1917-10-25", last="1917-10-25"), hour=10)
    assert list(near["theatre"]) == ["Petrograd", "Moscow"]
    assert list(near["certain"]) == [True, False]


def test_hours_are_added_only_where_they_narrow_the_day() -> None:
    rows = with_hours([event("1917-10-25"), event("1917-10-25", precision="part_of_day", as_written="at dawn")])
    assert [row.get("from_hour") for row in rows] == [None, 5]


def test_most_parts_of_a_day_in_the_real_table_are_narrowed() -> None:
    vague = [r for r in EVENTS if r["precision"] == "part_of_day"]
    assert sum(hours_of(r) == (0, 24) for r in vague) < len(vague) / 10
