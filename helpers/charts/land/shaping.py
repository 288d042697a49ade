"""Cutting and simplifying closed outlines."""

from __future__ import annotations

from math import hypot

Point = tuple[float, float]
Ring = tuple[Point, ...]


def clip(ring: Ring, window: tuple[float, float, float, float]) -> Ring:
    """The part of ``ring`` inside ``window`` (x0, y0, x1, y1), closed along its edges; () if none is.

    Sutherland and Hodgman, Reentrant polygon clipping, CACM 17 (1974).

    >>> clip(((0, 0), (4, 0), (4, 4), (0, 4)), (2, 2, 9, 9))
    ((2.0, 2.0), (4.0, 2.0), (4, 4), (2.0, 4.0))
    """
    x0, y0, x1, y1 = window
    for axis, bound, sign in ((0, x0, 1), (0, x1, -1), (1, y0, 1), (1, y1, -1)):
        ring = _cut(ring, axis, bound, sign)
    return ring


def _cut(ring: Ring, axis: int, bound: float, sign: int) -> Ring:
    kept: list[Point] = []
    for before, point in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        inside, was_inside = sign * (point[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
        if inside != was_inside:
            kept.append(_crossing(before, point, axis, bound))
        if inside:
            kept.append(point)
    return tuple(kept)


def _crossing(a: Point, b: Point, axis: int, bound: float) -> Point:
    share = (bound - a[axis]) / (b[axis] - a[axis])
    return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))


def simplify(ring: Ring, detail: float) -> Ring:
    """``ring`` without the points that lie within ``detail`` of the line through their neighbours kept.

    Douglas and Peucker, Cartographica 10 (1973), on each half of the ring, cut at the point farthest from the first.

    >>> simplify(((0, 0), (5, 0.1), (10, 0), (10, 10), (0, 10)), 1)
    ((0, 0), (10, 0), (10, 10), (0, 10))
    """
    if len(ring) < 4:
        return ring
    far = max(range(len(ring)), key=lambda k: (hypot(ring[k][0] - ring[0][0], ring[k][1] - ring[0][1]), -k))
    return (*_line(ring[: far + 1], detail)[:-1], *_line((*ring[far:], ring[0]), detail)[:-1])


def _line(points: Ring, detail: float) -> Ring:
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, distance = max(
            ((k, _distance(points[k], points[first], points[last])) for k in range(first + 1, last)), default=(0, 0.0), key=_second
        )
        if distance > detail:
            keep.add(far)
            stack += [(first, far), (far, last)]
    return tuple(points[k] for k in sorted(keep))


def _second(pair: tuple[int, float]) -> float:
    return pair[1]


def _distance(p: Point, a: Point, b: Point) -> float:
    """Distance of ``p`` from the stretch between ``a`` and ``b``."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
    return hypot(p[0] - a[0] - share * dx, p[1] - a[1] - share * dy)
