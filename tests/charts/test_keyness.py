"""Keyness dots: full only where the interval is clear of zero."""

from __future__ import annotations

import re
from math import inf

import pytest

from helpers.charts.chart import Chart
from helpers.charts.keyness import keyness_dots

NAN = float("nan")


def dots(**row: object) -> Chart:
    rows = [{"w": "ferry", "x": 2.0, "lo": 1.0, "hi": 3.0} | row]
    return keyness_dots(rows, title="?", label="w", value="x", low="lo", high="hi", thin_row="thin" if "thin" in row else "")


def fill(chart: Chart) -> str | None:
    found = re.search(r'<g id="m0">.*?<use[^>]*fill="(#\w+)"', chart.svg)
    return found[1] if found else None


@pytest.mark.parametrize(
    ("row", "colour"),
    [
        ({}, "#1e7bb8"),
        ({"x": -2, "lo": -3, "hi": -1}, "#c55a11"),
        ({"lo": -0.5}, None),
        ({"thin": True}, None),
        ({"x": NAN, "lo": NAN, "hi": NAN}, None),
    ],
)
def test_a_dot_is_full_only_where_the_interval_is_clear_of_zero(row: dict[str, object], colour: str | None) -> None:
    assert fill(dots(**row)) == colour


def test_the_interval_is_in_the_name_and_endless_ones_are_arrows() -> None:
    chart = dots(lo=-inf)
    assert chart.marks[0].label == "ferry: log ratio 2, between −∞ and 3, too thin to trust"
    assert chart.svg.count("<use") > dots().svg.count("<use")
    assert dots().sentence == "1 of 1 differences are clear of 0; the greatest is ferry (log ratio 2)."


def test_where_rows_can_be_thin_the_sentence_says_that_these_are_left_out() -> None:
    assert dots(thin=False).sentence.startswith("1 of 1 differences are clear of 0 and not too thin;")
    assert dots(thin=True).sentence == "None of 1 differences is clear of 0 and not too thin."
