"""Small multiples: one scale; a gap is a gap and "not known" is not."""

from __future__ import annotations

import pytest

from helpers.charts.panels import bar_panels
from tests.charts.reading import height, shape

NAN = float("nan")

SHARES = [
    {"town": "Velsk", "when": "June", "share": 10, "pages": "3"},
    {"town": "Velsk", "when": "August", "share": NAN},
    {"town": "Velsk", "when": "October", "share": 40},
    {"town": "Kem", "when": "October", "share": 20},
]


def test_panels_share_one_scale_and_tell_a_gap_from_what_is_not_known() -> None:
    chart = bar_panels(SHARES, title="?", panel="town", label="when", value="share", unit="per cent")
    assert height(chart, 2) == pytest.approx(2 * height(chart, 3), abs=0.2)
    assert 'fill="url(#' in shape(chart, 1)
    assert ">?</text>" in chart.svg
    assert len(chart.marks) == 4
    assert chart.source == "3 of 4 values known; what is not known is hatched, not counted as 0. 2 empty places: no row at all."
    assert chart.sentence.startswith("The greatest change is in Velsk: from 10 (June) to 40 per cent (October); 1 of 2 panels")


def test_panels_keep_the_places_that_are_asked_for() -> None:
    chart = bar_panels(SHARES, title="?", panel="town", label="when", value="share", unit="per cent", labels=["May", "October"])
    assert [mark.label for mark in chart.marks] == ["Velsk, October: 40 per cent", "Kem, October: 20 per cent"]


def test_panels_refuse_what_they_cannot_draw() -> None:
    with pytest.raises(ValueError, match="bar_chart"):
        bar_panels([{"p": 1, "l": 1, "v": -1}], title="?", panel="p", label="l", value="v", unit="u")
