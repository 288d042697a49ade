"""The coast lines that the map stands on: as stored in ``corpus/map/land.json``, and as drawn at a scale."""

from __future__ import annotations

import json
from functools import lru_cache

from helpers.charts.land.shaping import Ring, clip, simplify

LAND_FILE = "map/land.json"
"""Where the outlines lie in the corpus folder."""


def rings(text: str) -> tuple[Ring, ...]:
    """Closed outlines in kilometres of ``projection.albers`` from the text of ``land.json``, in the order of the file.

    The file holds, a ring, one list of whole kilometres: x and y of the first point, then steps. Raises ValueError
    if the text is no such file.

    >>> rings('{"rings": [[10, 20, 5, 0, 0, 5]]}')
    (((10, 20), (15, 20), (15, 25)),)
    """
    try:
        return tuple(_ring(steps) for steps in json.loads(text)["rings"])
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise ValueError("the outlines of the land can't be read; restore corpus/map/land.json with `git checkout corpus`") from error


def _ring(steps: list[int]) -> Ring:
    points, x, y = [], 0, 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return tuple(points)


@lru_cache(maxsize=32)
def outlines(text: str, window: tuple[float, float, float, float], detail: float) -> tuple[Ring, ...]:
    """The outlines inside ``window`` (x0, y0, x1, y1 in kilometres), without what is smaller than ``detail`` kilometres."""
    inside = (clip(ring, window) for ring in rings(text))
    drawn = (simplify(ring, detail) for ring in inside if ring)
    return tuple(ring for ring in drawn if len(ring) > 3)
