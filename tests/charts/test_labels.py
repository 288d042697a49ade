"""Names on a map: none covers another, a dot or a line; names at the ends of lines stand apart."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.charts.labels import Box, apart, beside, crowded_first, lead, place_labels

FRAME = Box(0, 0, 300, 200)
SPOTS = st.lists(
    st.tuples(st.integers(10, 280), st.integers(10, 180), st.integers(20, 90)), min_size=1, max_size=25, unique_by=lambda p: p[:2]
)


@settings(max_examples=60, deadline=None)
@given(SPOTS)
def test_no_name_meets_a_name_a_dot_or_the_edge(spots: list[tuple[int, int, int]]) -> None:
    dots = tuple(Box(x, y, 7, 7) for x, y, _ in spots)
    placed = place_labels(dots, tuple((wide, 12.0) for _, _, wide in spots), FRAME)
    named = [box for box in placed if box]
    assert not any(one.meets(other) for one, other in combinations(named, 2))
    assert all(box.within(FRAME) for box in named)
    for k, box in enumerate(placed):
        assert box is None or not any(box.meets(dot) for j, dot in enumerate(dots) if j != k)


def test_a_name_with_room_stands_at_the_right_and_one_without_is_left_out() -> None:
    dots = (Box(10, 10, 4, 4), Box(10, 30, 4, 4))
    placed = place_labels(dots, ((30, 8), (400, 8)), FRAME)
    assert placed == (Box(16, 8, 30, 8), None)


def test_a_name_that_must_stand_away_has_a_line_that_crosses_nothing() -> None:
    dots = (Box(100, 100, 7, 7), *(Box(100 + dx, 100 + dy, 7, 7) for dx in (-12, 0, 12) for dy in (-12, 0, 12) if (dx, dy) != (0, 0)))
    (found, *_) = place_labels(dots, tuple((40.0, 12.0) for _ in dots), FRAME)
    assert found is None or not found.meets(Box(88, 88, 31, 31))


def test_what_is_taken_stays_free() -> None:
    taken = Box(0, 0, 300, 95)
    (found,) = place_labels((Box(100, 92, 7, 7),), ((50, 12),), FRAME, (taken,))
    assert found is not None
    assert not found.meets(taken)


@pytest.mark.parametrize(
    ("angle", "box"), [(0, Box(20, 9, 40, 12)), (180, Box(-30, 9, 40, 12)), (90, Box(-5, -2, 40, 12)), (270, Box(-5, 20, 40, 12))]
)
def test_a_name_touches_its_dots_rim_with_its_nearest_side(angle: float, box: Box) -> None:
    assert beside(Box(12, 12, 6, 6), (40, 12), angle, 2) == box


def test_a_line_leads_from_the_middle_of_the_dot_to_the_near_edge() -> None:
    assert lead(Box(0, 0, 10, 10), Box(30, 0, 40, 12)) == ((5, 5), (30, 5))


def test_the_crowded_come_first() -> None:
    dots = [Box(x, 0, 4, 4) for x in (0, 1000, 1010, 1020)]
    assert crowded_first(dots)[-1] == 0


@given(st.lists(st.floats(0, 200), min_size=1, max_size=12))
def test_ends_stand_apart_in_their_order(wanted: list[float]) -> None:
    found = apart(wanted, 16)
    order = sorted(range(len(wanted)), key=lambda k: (wanted[k], k))
    assert all(found[b] - found[a] >= 16 - 1e-6 for a, b in pairwise(order))


def test_ends_with_room_stay_where_they_are() -> None:
    assert apart([0, 100, 50], 16) == [0, 100, 50]
