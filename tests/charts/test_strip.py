"""Strip: a bar where the word stands."""

from __future__ import annotations

import re

import pytest

from helpers.charts.strip import dispersion_strip

LEAVES = [
    {"w": "ferry", "a": 0, "b": 200, "n": 2, "leaf": "1.1@15", "pages": "15", "id": "1.1@15"},
    {"w": "ferry", "a": 200, "b": 600, "n": 0, "leaf": "1.1@16", "pages": "16"},
    {"w": "ferry", "a": 600, "b": 1000, "n": 4, "leaf": "1.2@17", "pages": "17"},
]


def test_a_strip_has_a_bar_where_the_word_stands() -> None:
    chart = dispersion_strip(LEAVES, title="?", term="w", start="a", end="b", value="n", breaks=[(0, "ch. 1"), (600, "ch. 2")])
    bars = re.findall(r'<path id="m\d" d="M([\d.]+) ([\d.]+)h([\d.]+)v-([\d.]+)', chart.svg)
    (x0, _, w0, h0), (x1, _, w1, h1) = ([float(n) for n in bar] for bar in bars)
    assert (w1 / w0, h1 / h0) == (pytest.approx(2, abs=0.02), pytest.approx(2, abs=0.02))
    assert (x1 - x0) / w0 == pytest.approx(3, abs=0.02)
    assert [(mark.label, mark.link) for mark in chart.marks] == [
        ("ferry, 1.1@15: 2 occurrences, p. 15", "1.1@15"), ("ferry, 1.2@17: 4 occurrences, p. 17", ""),
    ]  # fmt: skip
    assert chart.sentence == "ferry: 6 times in 2 of 3 leaves."
    assert ">ch. 2</text>" in chart.svg
