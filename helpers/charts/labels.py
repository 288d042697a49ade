"""Placing names so that none covers another: side by side on a map, above each other at the end of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Box:
    """A rectangle on the page: its upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether the two have any area in common.

        >>> Box(0, 0, 2, 2).meets(Box(1, 1, 2, 2)), Box(0, 0, 2, 2).meets(Box(2, 0, 2, 2))
        (True, False)
        """
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def within(self, frame: Box) -> bool:
        """Whether it lies inside ``frame``."""
        across = frame.x <= self.x and self.x + self.width <= frame.x + frame.width
        return across and frame.y <= self.y and self.y + self.height <= frame.y + frame.height


NEAR = ((0, 2), (180, 2), (45, 1), (315, 1), (135, 1), (225, 1), (90, 2), (270, 2))
"""Where a name is tried first: degrees against the clock from the right, and distance from the dot."""
FAR = tuple((angle, distance) for distance in (8, 14, 20, 27, 35, 44, 54, 66, 80, 95) for angle in range(0, 360, 12))
"""Where it is tried then, with a line back to its dot."""

SHORT = 4.0
"""A name no farther from its dot needs no line."""


def beside(dot: Box, size: tuple[float, float], angle: float, distance: float) -> Box:
    """The box of a name of this size, its nearest side or corner ``distance`` away from the rim of ``dot``.

    >>> beside(Box(10, 10, 4, 4), (30, 8), 0, 2)
    Box(x=16.0, y=8.0, width=30, height=8)
    """
    right, up = round(cos(radians(angle)), 6), round(sin(radians(angle)), 6)
    reach = dot.width / 2 + distance
    x, y = dot.x + dot.width / 2 + reach * right, dot.y + dot.height / 2 - reach * up
    left = x - size[0] * (0 if right > 0.2 else 1 if right < -0.2 else 0.5)
    return Box(left, y - size[1] * (1 + up) / 2, *size)


def lead(dot: Box, label: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where a line leads from the middle of a dot to its name."""
    x, y = dot.x + dot.width / 2, dot.y + dot.height / 2
    return (x, y), (min(max(x, label.x), label.x + label.width), min(max(y, label.y + 2), label.y + label.height - 2))


@lru_cache(maxsize=32)
def place_labels(
    dots: tuple[Box, ...], sizes: tuple[tuple[float, float], ...], frame: Box, taken: tuple[Box, ...] = ()
) -> tuple[Box | None, ...]:
    """For each name the first place for it that meets no dot, no name placed before, no line to such a name, no edge of
    ``frame`` and nothing ``taken``; None if there is no such place.

    Names are placed in the order given (the most important first), near the dot before farther off, and never moved again: the same
    input gives the same map. Greedy placement as in Christensen, Marks and Shieber, ACM Transactions on Graphics 14 (1995).

    >>> place_labels((Box(10, 10, 4, 4), Box(10, 20, 4, 4)), ((30, 8), (90, 8)), Box(0, 0, 60, 40))
    (Box(x=16.0, y=8.0, width=30, height=8), None)
    """
    full = [_edges(box) for box in (*dots, *taken)]
    placed: list[Box | None] = []
    for k, (dot, size) in enumerate(zip(dots, sizes, strict=True)):
        others = np.array(full[:k] + full[k + 1 :] or [(0.0, 0.0, 0.0, 0.0)])
        tried = [box for place in (*NEAR, *FAR) if (box := beside(dot, size, *place)).within(frame)]
        free = (tried[n] for n in np.flatnonzero(_free([_edges(box) for box in tried], others)))
        found = next((box for box in free if _free(_along(dot, box), others).all()), None)
        placed.append(found)
        if found:
            full += [_edges(found), *_along(dot, found)]
    return tuple(placed)


def crowded_first(dots: Sequence[Box], near: float = 60) -> list[int]:
    """Positions of the dots, those first that have most others within ``near``: in that order more names find room."""
    spots = np.array([(dot.x + dot.width / 2, dot.y + dot.height / 2) for dot in dots]).reshape(-1, 2)
    far = np.hypot(spots[:, None, 0] - spots[None, :, 0], spots[:, None, 1] - spots[None, :, 1])
    return [int(k) for k in np.argsort(-(far < near).sum(axis=1), kind="stable")]


Edges = tuple[float, float, float, float]


def _edges(box: Box) -> Edges:
    return box.x, box.y, box.x + box.width, box.y + box.height


def _free(boxes: Sequence[Edges], others: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """For each box whether it meets none of the others."""
    x0, y0, x1, y1 = np.array(boxes).reshape(-1, 4).T[:, :, None]
    meets = (others[:, 0] < x1) & (others[:, 2] > x0) & (others[:, 1] < y1) & (others[:, 3] > y0)
    return np.asarray(~meets.any(axis=1))


def _along(dot: Box, label: Box) -> list[Edges]:
    """The line from a dot to its name as small boxes, as far as it is outside the dot; none where it is too short to draw."""
    (x0, y0), (x1, y1) = lead(dot, label)
    away = max(abs(x1 - x0), abs(y1 - y0))
    if away <= dot.width / 2 + SHORT:
        return []
    n = max(3, int(away / 4))
    first = dot.width / 2 / away
    points = ((x0 + share * (x1 - x0), y0 + share * (y1 - y0)) for share in (first + (1 - first) * k / n for k in range(n)))
    return [(x - 0.6, y - 0.6, x + 0.6, y + 0.6) for x, y in points]


def apart(wanted: Sequence[float], least: float) -> list[float]:
    """Heights as near to those wanted as can be with ``least`` between two, in the same order.

    >>> apart([10, 10, 50], 16)
    [2.0, 18.0, 50.0]
    """
    order = sorted(range(len(wanted)), key=lambda k: (wanted[k], k))
    groups: list[list[int]] = []
    for k in order:
        groups.append([k])
        while len(groups) > 1 and _top(groups[-1], wanted, least) < _top(groups[-2], wanted, least) + least * len(groups[-2]):
            last = groups.pop()
            groups[-1] += last
    found = [0.0] * len(wanted)
    for group in groups:
        for j, k in enumerate(group):
            found[k] = _top(group, wanted, least) + j * least
    return found


def _top(group: Sequence[int], wanted: Sequence[float], least: float) -> float:
    return sum(wanted[k] for k in group) / len(group) - least * (len(group) - 1) / 2
