"""Series: a line breaks at what is not known; days stand as far apart as they are."""

from __future__ import annotations

import re

import pytest

from helpers.charts.chart import Chart
from helpers.charts.series import line_series

NAN = float("nan")

GROWTH = [{"town": "Velsk", "at": at, "n": n} for at, n in (("May", 3), ("June", NAN), ("July", 5), ("August", 6))]


def series(rows: list[dict[str, object]], **more: object) -> Chart:
    return line_series(rows, title="?", at="at", value="n", unit="per cent", **more)  # type: ignore[arg-type]


def test_a_line_breaks_at_what_is_not_known_and_a_cross_marks_it() -> None:
    chart = series(GROWTH, series="town")
    paths = re.findall(r'<path d="(M[^"]+)" fill="none" stroke="#1e7bb8" stroke-width="2"', chart.svg)
    assert len(paths) == 1
    assert paths[0].count("M") == 1 + 1
    assert [mark.label for mark in chart.marks][1] == "Velsk, June: not known"
    assert chart.source == "3 of 4 values known; what is not known is a cross at the foot, not counted as 0."
    assert chart.sentence == "The highest value is 6 per cent (Velsk, August), the lowest 3 (Velsk, May)."


def test_days_stand_as_far_apart_as_they_are() -> None:
    rows = [{"at": day, "n": k} for k, day in enumerate(("1917-10-25", "1917-10-26", "1917-10-30"))]
    chart = series(rows, days=True, step=True)
    xs = [float(x) for x in re.findall(r'<g id="m\d">.*?<use[^>]* x="([\d.]+)"', chart.svg)]
    assert (xs[2] - xs[0]) / (xs[1] - xs[0]) == pytest.approx(5, abs=0.02)
    assert chart.marks[2].label == "30 Oct 1917 Old Style: 2 per cent"
    assert chart.sentence.startswith("The highest value is 2 per cent (30 Oct 1917)")


def test_numbers_are_an_axis_and_too_many_series_are_refused() -> None:
    assert (
        series([{"at": 1, "n": 1}, {"at": 10, "n": 2}], at_unit="section").sentence
        == "The highest value is 2 per cent (10), the lowest 1 (1)."
    )
    with pytest.raises(ValueError, match="bar_panels"):
        series([{"at": 1, "n": 1, "s": k} for k in range(7)], series="s")
