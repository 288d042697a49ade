"""Tempo: no day is left out."""

from __future__ import annotations

import pytest

from helpers.charts.tempo import tempo_bars
from tests.charts.reading import left

NAN = float("nan")

DAYS = [{"os_date": "1917-10-27", "pages": 6}, {"os_date": "1917-10-24", "pages": 3.5}, {"os_date": "1917-10-25", "pages": NAN}]


def test_every_day_has_its_place_in_the_tempo() -> None:
    chart = tempo_bars(DAYS, title="?", value="pages", unit="pages")
    first, second, last = (left(chart, k) for k in range(3))
    assert last - first == pytest.approx(3 * (second - first), abs=0.3)
    assert [mark.label for mark in chart.marks] == [
        "24 Oct 1917 Old Style: 3.5 pages", "25 Oct 1917 Old Style: not known", "27 Oct 1917 Old Style: 6 pages",
    ]  # fmt: skip
    assert chart.source == "3 of 4 days between the first and the last have a row; empty: 1."
    assert chart.sentence == "Most is told of 27 Oct Old Style (6 pages), 63% of 9.5 over 2 days."
    assert ">6 Nov</text>" in chart.svg


def test_a_tempo_of_nothing_known_says_so() -> None:
    assert tempo_bars(DAYS[2:], title="?", value="pages", unit="pages").sentence == "1 day, and no pages known for any."
