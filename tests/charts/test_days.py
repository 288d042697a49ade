"""Days as numbers, and how long a vague date is."""

from __future__ import annotations

import pytest

from helpers.charts.days import day_name, day_number, new_style_name, span, spoken_span, ticks

DAY = day_number("1917-10-25")


@pytest.mark.parametrize(
    ("row", "start", "end"),
    [
        ({"os_start": "1917-10-25", "precision": "minute", "clock": "02:20"}, 140 / 1440, 141 / 1440),
        ({"os_start": "1917-10-25", "precision": "hour", "clock": "14:00"}, 14 / 24, 15 / 24),
        ({"os_start": "1917-10-25", "precision": "hour", "clock": ""}, 0, 1),
        ({"os_start": "1917-10-25", "os_end": "1917-10-25", "precision": "part_of_day"}, 0, 1),
        ({"os_start": "1917-10-25", "os_end": "1917-10-26", "precision": "part_of_day"}, 0.75, 1.25),
        ({"os_start": "1917-10-25", "precision": "part_of_day", "from_hour": 6, "to_hour": 12}, 0.25, 0.5),
        ({"os_start": "1917-10-25", "precision": "part_of_day", "from_hour": float("nan"), "to_hour": float("nan")}, 0, 1),
        ({"os_start": "1917-10-25", "os_end": "1917-10-27", "precision": "day"}, 0, 3),
        ({"os_start": "1917-10", "os_end": "1917-10", "precision": "month"}, -24, 7),
        ({"os_start": "1917-12", "os_end": "", "precision": "month"}, 37, 68),
        ({"os_start": "1917", "precision": "year"}, -297, 68),
        ({"os_start": "1917-10-28/1917-11-01", "precision": "day"}, 3, 8),
    ],
)
def test_a_span_is_all_that_the_date_can_mean(row: dict[str, object], start: float, end: float) -> None:
    found = span(row)
    assert found is not None
    assert (found.start - DAY, found.end - DAY) == (pytest.approx(start), pytest.approx(end))


def test_a_row_without_a_date_has_no_span() -> None:
    assert span({"os_start": "", "precision": "day"}) is None


def test_what_is_no_date_is_an_error() -> None:
    with pytest.raises(ValueError, match="1917-13-01|month|no day"):
        day_number("1917-13-01")


def test_both_calendars_name_the_same_day() -> None:
    assert (day_name(DAY), new_style_name(DAY)) == ("25 Oct", "7 Nov")
    assert day_number("1900-02-29") + 1 == day_number("1900-03-01")  # a day that only the Old Style has


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"os_start": "1917-10-25", "precision": "minute", "clock": "02:05"}, "25 Oct 1917, 2:05"),
        ({"os_start": "1917-10-25", "precision": "hour", "clock": "14:00"}, "25 Oct 1917, about 14:00"),
        ({"os_start": "1917-10-25", "precision": "day"}, "25 Oct 1917, to the day"),
        ({"os_start": "1917-10", "precision": "month"}, "1 Oct to 31 Oct 1917, to the month"),
        ({"os_start": "1917-12-30", "os_end": "1918-01-02", "precision": "day"}, "30 Dec 1917 to 2 Jan 1918, to the day"),
    ],
)
def test_a_span_is_told_no_more_exactly_than_it_is_known(row: dict[str, object], told: str) -> None:
    found = span(row)
    assert found is not None
    assert spoken_span(found) == told


@pytest.mark.parametrize("days", [1, 3, 8, 11, 40, 180, 900, 4000])
def test_there_are_never_too_many_ticks(days: int) -> None:
    assert 1 <= len(ticks(DAY, DAY + days, most=9)) <= 12
