"""Makes ``corpus/map/land.json`` once: ``python -m helpers.charts.land.make_land < land-50m.json > corpus/map/land.json``.

``land-50m.json`` is in the npm package world-atlas 2.0.2: Natural Earth's land at 1:50 million, public domain, as
TopoJSON. Nothing in the workbook runs this; it stands here so that the outlines can be made again.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from helpers.charts.land.shaping import Point, Ring, clip, simplify
from helpers.charts.projection import MERIDIAN, albers

DEGREES = (-20.0, 0.0, 200.0, 85.0)
"""What is projected at all: west, south, east, north; wide enough that its edges fall outside WINDOW."""
WINDOW = (-3700.0, -2500.0, 5000.0, 3200.0)
"""What is kept, in kilometres east and north: Europe's east, and Asia down to Persia, China and Japan."""
DETAIL = 4.0
"""Kilometres within which the outlines are simplified."""
SMALLEST = 900.0
"""Square kilometres under which an island is left out."""
HEAD = {
    "title": "Land of Europe's east and of northern Asia, without frontiers",
    "source": "Natural Earth, land 1:50 million, through the npm package world-atlas 2.0.2",
    "licence": "public domain",
    "projection": "Albers equal-area conic on a sphere of 6371 km: parallels 48 and 66, meridian 70, origin 55",
    "unit": "whole kilometres; x and y of a ring's first point, then steps",
}


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON in degrees: quantised steps summed up, scaled and moved.

    >>> arcs({"transform": {"scale": [0.5, 0.5], "translate": [10, 20]}, "arcs": [[[0, 0], [2, 0], [0, 4]]]})
    [[(10.0, 20.0), (11.0, 20.0), (11.0, 22.0)]]
    """
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for steps in topology["arcs"]:
        x, y, line = 0, 0, []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        lines.append(line)
    return lines


def geographic_rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Every ring of the object ``land``, its arcs joined (a negative number is an arc backwards), longitudes unwrapped."""
    lines = arcs(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            joined: list[Point] = []
            for number in ring:
                line = lines[number] if number >= 0 else lines[~number][::-1]
                joined += line[1:] if joined else line
            yield unwrap(joined[:-1])


def unwrap(ring: list[Point]) -> list[Point]:
    """``ring`` without jumps of a full turn between neighbours, moved to within half a turn of the central meridian.

    >>> unwrap([(179.0, 66.0), (-179.0, 66.0)])
    [(179.0, 66.0), (181.0, 66.0)]
    """
    unwrapped = ring[:1]
    for longitude, latitude in ring[1:]:
        turns = round((unwrapped[-1][0] - longitude) / 360)
        unwrapped.append((longitude + 360 * turns, latitude))
    middle = (min(p[0] for p in unwrapped) + max(p[0] for p in unwrapped)) / 2
    shift = 360 * round((MERIDIAN - middle) / 360)
    return [(longitude + shift, latitude) for longitude, latitude in unwrapped]


def area(ring: Ring) -> float:
    """Area inside a ring (Gauss's formula), in the square of its unit.

    >>> area(((0, 0), (3, 0), (3, 2), (0, 2)))
    6.0
    """
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))) / 2


def land(topology: dict[str, Any]) -> list[list[int]]:
    """The rings as they are stored: largest first."""
    kept = []
    for ring in geographic_rings(topology):
        plane = tuple(albers(*point) for point in clip(tuple(ring), DEGREES))
        shape = simplify(clip(plane, WINDOW), DETAIL)
        if len(shape) > 3 and area(shape) >= SMALLEST:
            kept.append(tuple((round(x), round(y)) for x, y in shape))
    return [_steps(ring) for ring in sorted(kept, key=lambda ring: (-area(ring), ring))]


def _steps(ring: tuple[tuple[int, int], ...]) -> list[int]:
    steps = list(ring[0])
    for before, point in pairwise(ring):
        steps += [point[0] - before[0], point[1] - before[1]]
    return steps


def land_text(topojson: str) -> str:
    """The text of ``land.json`` from that of a TopoJSON: a line for each entry of HEAD, a line for each ring."""
    shapes = land(json.loads(topojson))
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in HEAD.items()]
    body = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in shapes)
    return "{\n" + ",\n".join(lines) + ',\n "rings": [\n' + body + "\n]}\n"


if __name__ == "__main__":
    sys.stdout.write(land_text(sys.stdin.read()))
