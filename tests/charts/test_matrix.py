"""Matrix: a number in every cell, a tint that grows with it, doubt hatched."""

from __future__ import annotations

import re

import pytest

from helpers.charts.matrix import heat_map

NAN = float("nan")

CELLS = [
    {"region": "North", "body": "soviet", "n": 4},
    {"region": "North", "body": "union", "n": NAN},
    {"region": "South", "body": "soviet", "n": 0},
]


def test_every_cell_has_its_number_and_a_tint_that_grows_with_it() -> None:
    chart = heat_map(
        [*CELLS, {"region": "East", "body": "union", "n": 2}], title="?", down="region", across="body", value="n", unit="bodies"
    )
    tints = {m: float(a) for m, a in re.findall(r'<path id="(m\d)"[^>]*fill-opacity="([\d.]+)"', chart.svg)}
    assert tints == {"m0": 0.5, "m2": 0.06, "m3": 0.28}
    assert re.search(r'id="m1"[^>]*fill="url\(#', chart.svg)
    assert chart.svg.count(">·</text>") == 2
    assert chart.sentence == "The highest cell is North, soviet with 4 bodies; 1 of 3 known cells are 0."


def test_two_rows_for_one_cell_are_refused() -> None:
    with pytest.raises(ValueError, match="more than one row"):
        heat_map([CELLS[0], CELLS[0]], title="?", down="region", across="body", value="n", unit="bodies")
