"""Dates as bands: as wide as what the date can mean, and in a shape of its own for each precision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from helpers.charts.brush import box, dot, page, words
from helpers.charts.chart import Row, page_words
from helpers.charts.days import PRECISIONS, Span
from helpers.charts.theme import BLUE, INK, WIDTH, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.transforms import Transform

NAMES = {
    "minute": "minute",
    "hour": "hour",
    "part_of_day": "part of a day",
    "day": "day",
    "part_of_month": "part of a month",
    "month": "month",
    "year": "year",
}
_ALIKE = {"part_of_month": "month", "year": "month"}


def band(
    axes: Axes,
    window: tuple[float, float],
    span: Span,
    y: float,
    high: float,
    *,
    gid: str | None = None,
    least: float = 0.0,
    transform: Transform | None = None,
) -> None:
    """One date at height ``y``, ``high`` tall, cut to ``window``: a diamond for a minute, a full box for an hour, a hatched
    one for a part of a day, a pale one with an edge for a day, an open dashed one for anything vaguer. ``least`` is the
    least width."""
    start, end = max(span.start, window[0]), min(span.end, window[1])
    if span.precision == "minute":
        dot(axes, span.start, y + high / 2, marker="D", size=7, colour=BLUE, gid=gid, transform=transform)
        return
    wide = max(end - start, least)
    look = _ALIKE.get(span.precision, span.precision)
    if look == "hour":
        box(axes, start, y, wide, high, gid=gid, face=BLUE, transform=transform)
    elif look == "part_of_day":
        box(axes, start, y, wide, high, gid=gid, edge=BLUE, hatch="////", transform=transform)
    elif look == "day":
        box(axes, start, y, wide, high, gid=gid, face=BLUE, edge=BLUE, alpha=0.3, transform=transform)
    else:
        box(axes, start, y + high * 0.25, wide, high * 0.5, gid=gid, edge=INK, dash="--", transform=transform)


def band_legend(figure: Figure, axes: Axes, precisions: Iterable[str], *, left: float, top: float = 6) -> None:
    """One line that explains the shapes in use."""
    from matplotlib.transforms import Affine2D

    used = [p for p in PRECISIONS if p in set(precisions)]
    words(axes, left, top + 6, "exact to the", transform=page(figure))
    left += text_width("exact to the ") + 8
    for precision in used:
        swatch = Affine2D().translate(left, top) + page(figure)
        band(axes, (0, 24), Span(8 if precision == "minute" else 0, 20, precision), 0, 12, transform=swatch)
        words(axes, left + 26, top + 6, NAMES[precision], transform=page(figure))
        left += 44 + text_width(NAMES[precision])


def window_of(spans: Sequence[Span]) -> tuple[float, float]:
    """From the first to the last day of what is known to the day at least; of all, if nothing is.

    >>> window_of([Span(10.5, 10.6, "hour"), Span(12, 13, "day"), Span(1, 400, "year")])
    (10, 13)
    """
    exact = [s for s in spans if PRECISIONS.index(s.precision) <= PRECISIONS.index("day")] or list(spans)
    return int(min(s.start for s in exact)), -int(-max(s.end for s in exact) // 1)


def pack(spans: Sequence[tuple[float, float]], gap: float = 0.0) -> list[int]:
    """For each stretch the first line, from 0, on which it touches none before it.

    >>> pack([(0, 2), (1, 3), (2, 4)])
    [0, 1, 0]
    """
    ends: list[float] = []
    lines = []
    for start, end in spans:
        free = next((k for k, last in enumerate(ends) if last + gap <= start), len(ends))
        ends[free : free + 1] = [end]
        lines.append(free)
    return lines


def together(placed: Iterable[tuple[Span, Row]]) -> list[tuple[Span, list[Row]]]:
    """Events of one and the same time together, in order of time.

    >>> [(when.start, len(found)) for when, found in together([(Span(2, 3, "day"), {}), (Span(1, 2, "day"), {}), (Span(2, 3, "day"), {})])]
    [(1, 1), (2, 2)]
    """
    found: dict[Span, list[Row]] = {}
    for when, row in placed:
        found.setdefault(when, []).append(row)
    return sorted(found.items(), key=lambda group: (group[0].start, group[0].end, group[0].precision))


def extents(groups: Iterable[tuple[Span, Sequence[Row]]], unit: float) -> list[tuple[float, float]]:
    """From where to where each group is drawn, its number behind it included; ``unit`` is a unit of the viewBox in days."""
    found = []
    for when, rows in groups:
        start = when.start - (5 * unit if when.precision == "minute" else 0)
        number = text_width(str(len(rows))) + 6 if len(rows) > 1 else 0
        found.append((start, max(when.end, when.start + 8 * unit) + unit * number))
    return found


def grouped(
    axes: Axes, window: tuple[float, float], group: tuple[Span, Sequence[Row]], y: float, high: float, *, gid: str, unit: float
) -> None:
    """A band, and behind it how many events it stands for if there are several."""
    when, found = group
    band(axes, window, when, y, high, gid=gid, least=3 * unit)
    if len(found) > 1:
        end = min(max(when.end, when.start + 6 * unit), window[1])
        words(axes, end + 3 * unit, y + high / 2, str(len(found)))


def told(found: Sequence[Row], label: str) -> str:
    """The first event of a group with its page, and how many more there are."""
    first = ", ".join(part for part in (str(found[0][label]).rstrip("."), page_words(found[0])) if part)
    return first if len(found) == 1 else f"{first}; and {len(found) - 1} more at the same time"


def ids(found: Sequence[Row]) -> dict[str, str]:
    """What a group links to: the ids of its rows, parted by ";"."""
    return {"id": ";".join(str(row.get("id", "")) for row in found)}


def unit_days(window: tuple[float, float], left: float, right: float) -> float:
    """How many days one unit of the viewBox is."""
    return (window[1] - window[0]) / (WIDTH - left - right)
