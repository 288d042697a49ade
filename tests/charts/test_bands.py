"""Bands: packed into the fewest lines, those of one time together."""

from __future__ import annotations

from helpers.charts.bands import pack, together, window_of
from helpers.charts.days import Span


def test_packing_uses_the_first_free_line() -> None:
    assert pack([(0, 5), (1, 2), (3, 4), (5, 6)]) == [0, 1, 1, 0]
    assert pack([(0, 5), (5, 6)], gap=1) == [0, 1]


def test_the_window_leaves_vague_dates_out_of_account_if_it_can() -> None:
    year = Span(0, 365, "year")
    assert window_of([year, Span(100.5, 101.2, "part_of_day")]) == (100, 102)
    assert window_of([year]) == (0, 365)


def test_one_time_is_the_same_start_end_and_exactness() -> None:
    groups = together([(Span(1, 2, "day"), {"id": 1}), (Span(1, 2, "part_of_day"), {"id": 2}), (Span(1, 2, "day"), {"id": 3})])
    assert [[row["id"] for row in rows] for _, rows in groups] == [[1, 3], [2]]
