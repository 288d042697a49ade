"""What a test reads off a picture: the path of a mark, its width and height in units of the viewBox."""

from __future__ import annotations

import re

from helpers.charts.chart import Chart


def shape(chart: Chart, k: int) -> str:
    """The path of mark ``k`` with how it looks."""
    found = re.search(rf'<path id="m{k}" d="([^"]+)"([^>]*)/>', chart.svg)
    assert found, f"no path m{k}"
    return found[1] + found[2]


def left(chart: Chart, k: int) -> float:
    """Left end of a box."""
    found = re.match(r"M(-?[\d.]+)", shape(chart, k))
    assert found
    return float(found[1])


def width(chart: Chart, k: int) -> float:
    """Width of a box; below 0 if it points to the left."""
    found = re.match(r"M[-\d. ]+h(-?[\d.]+)", shape(chart, k))
    assert found
    return float(found[1])


def height(chart: Chart, k: int) -> float:
    """Height of a box."""
    found = re.search(r"v(-?[\d.]+)", shape(chart, k))
    assert found
    return abs(float(found[1]))
