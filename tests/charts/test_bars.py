"""Bars: as long as their values; what is not known is drawn as such."""

from __future__ import annotations

import re

import pytest

from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart, Mark
from tests.charts.reading import shape, width

NAN = float("nan")

ROWS = [
    {"town": "Velsk", "n": 40, "pages": "95", "id": "a"},
    {"town": "Kem", "n": 10, "pages": "12-13", "page_doubtful": True, "id": "b"},
    {"town": "Onega", "n": NAN, "id": "c"},
    {"town": "Mezen", "n": 0, "id": "d"},
]


def bars(**more: object) -> Chart:
    return bar_chart(ROWS, title="How many ferries?", label="town", value="n", unit="ferries", **more)  # type: ignore[arg-type]


def test_a_bar_is_as_long_as_its_value() -> None:
    chart = bars()
    assert width(chart, 0) == pytest.approx(4 * width(chart, 1), abs=0.2)
    assert 'd="M74 ' not in shape(chart, 3)
    assert re.match(r"M[\d. ]+h0v", shape(chart, 3))


def test_not_known_is_hatched_and_said_and_nothing_is_not() -> None:
    chart = bars()
    assert 'fill="url(#' in shape(chart, 2)
    assert ">not known</text>" in chart.svg
    assert 'fill="url(#' not in shape(chart, 3)
    assert ">0</text>" in chart.svg


def test_marks_name_value_unit_and_page_and_link_to_their_rows() -> None:
    assert bars().marks == (
        Mark("m0", "Velsk: 40 ferries, p. 95", "a"),
        Mark("m1", "Kem: 10 ferries, pp. 12–13 or one later", "b"),
        Mark("m2", "Onega: not known", "c"),
        Mark("m3", "Mezen: 0 ferries", "d"),
    )


def test_sentence_and_source_are_made_from_the_data_unless_given() -> None:
    assert bars().sentence == "Highest is Velsk with 40 ferries, lowest Mezen with 0."
    assert bars().source == "3 of 4 values known; what is not known is hatched, not counted as 0."
    assert bars(sentence="So be it.", source="4 of 9 towns.").source == "4 of 9 towns."


@pytest.mark.parametrize(
    ("values", "sentence"),
    [([NAN, None], "None of the values is known."), ([3, ""], "a: 3 ferries."), ([3, 3], "All 2 values are the same: 3 ferries.")],
)
def test_few_values_are_told_too(values: list[object], sentence: str) -> None:
    rows = [{"town": name, "n": value} for name, value in zip("ab", values, strict=True)]
    assert bar_chart(rows, title="?", label="town", value="n", unit="ferries").sentence == sentence


def test_series_differ_by_hatch_and_an_interval_is_in_the_name() -> None:
    rows = [{"w": "soviet", "book": book, "n": n, "lo": n - 1, "hi": n + 1} for book, n in (("here", 5.0), ("there", 3.0))]
    chart = bar_chart(rows, title="?", label="w", value="n", unit="per 10,000", series="book", low="lo", high="hi")
    assert 'fill="#' in shape(chart, 0)
    assert 'fill="url(#' in shape(chart, 1)
    assert chart.marks[1].label == "soviet, there: 3 per 10,000 (between 2 and 4)"
    assert chart.svg.count(">soviet</text>") == 1


def test_bars_below_zero_point_to_the_left() -> None:
    chart = bar_chart([{"w": "a", "n": -2}, {"w": "b", "n": 4}], title="?", label="w", value="n", unit="log ratio")
    assert width(chart, 0) == pytest.approx(-width(chart, 1) / 2, abs=0.2)
    assert "−2" in chart.svg


def test_too_many_series_and_missing_columns_are_named() -> None:
    with pytest.raises(ValueError, match="6 series"):
        bar_chart([{"w": "a", "s": k, "n": 1} for k in range(6)], title="?", label="w", value="n", unit="u", series="s")
    with pytest.raises(ValueError, match="no column n; they have w"):
        bar_chart([{"w": "a"}], title="?", label="w", value="n", unit="u")


def test_a_data_frame_will_do() -> None:
    import pandas as pd

    chart = bar_chart(pd.DataFrame(ROWS), title="How many ferries?", label="town", value="n", unit="ferries")
    assert chart.svg == bars().svg
