"""Telling against time: where the book jumps back, and where it runs ahead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Unpack

from helpers.charts.axes import number_axis
from helpers.charts.brush import dot, dust, line, page, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.days import Span, day_name, day_number, span, ticks
from helpers.charts.finishing import empty_chart, finished
from helpers.charts.theme import BLUE, PURPLE, VERMILLION, sheet, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True)
class _Point:
    at: float
    when: Span
    row: Row
    days: float
    """Days between it and the event told before it, back if below 0; 0 if the two dates may be one."""


def telling_scatter(
    rows: Iterable[Row],
    *,
    title: str,
    at: str,
    unit: str = "printed page",
    label: str = "summary",
    jump_days: float = 7,
    most_jumps: int = 25,
    begin: str = "",
    stop: str = "",
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """Dated events in the order of telling (the order of ``rows``): across, ``at`` (page, leaf or rank, in ``unit``); up, their day.

    A date that spans several days is a line as long as they are. A jump is a step of ``jump_days`` or more, up or
    down, from one event to the next; the ``most_jumps`` longest are marks, with a triangle that points back or on.
    Shown are the days from ``begin`` to ``stop`` (YYYY-MM-DD); rows without a date are left out and counted.
    """
    data = records(rows, [at, "os_start", label])
    heads = columns or headings(at, "os_start", "os_end", "precision", label)
    low, high = day_number(begin) if begin else 0, day_number(stop) + 1 if stop else 10**7
    points = _points(data, at, (low, high))
    if not points:
        return empty_chart(title, heads, **text)
    jumps = [p for p in points if abs(p.days) >= jump_days]
    longest = {id(p) for p in sorted(jumps, key=lambda p: -abs(p.days))[:most_jumps]}
    marks = MarkList()
    with sheet(360, left=66, right=16, top=32, bottom=44) as (figure, axes):
        _dress(axes, points, (low, high), unit)
        long = [p for p in points if p.when.end - p.when.start > 1.5]
        for p in long:
            line(axes, [p.at, p.at], [max(p.when.start, low), min(p.when.end, high)], colour=BLUE, alpha=0.55, width=1)
        dust(axes, [p.at for p in points], [p.when.middle for p in points], colour=BLUE, size=4.5)
        for before, p in pairwise(points):
            if id(p) in longest:
                gid = marks.add(_told(p, label), p.row)
                line(axes, [before.at, p.at], [before.when.middle, p.when.middle], colour=_colour(p), dash=":", width=1)
                dot(axes, p.at, p.when.middle, marker="v" if p.days < 0 else "^", size=9, colour=_colour(p), gid=gid)
        _legend(axes, page(figure))
        rest = len(data) - len(points)
        source = f"{len(points):,} of {len(data):,} events" + (f"; {rest:,} have no date or lie outside." if rest else ".")
        return finished(
            title, figure, marks, [p.row for p in points], heads, _sentence(points, jumps, jump_days, len(longest)), source, text
        )


def _points(data: Sequence[Row], at: str, bounds: tuple[float, float]) -> list[_Point]:
    points: list[_Point] = []
    for row in data:
        when, place = span(row), number(row[at])
        if when and place == place and when.start < bounds[1] and when.end > bounds[0]:
            points.append(_Point(place, when, row, _between(points[-1].when, when) if points else 0.0))
    return points


def _between(one: Span, other: Span) -> float:
    """Days from the one stretch of time to the other.

    >>> _between(Span(1, 2, "day"), Span(5, 6, "day")), _between(Span(5, 6, "day"), Span(1, 2, "day")), _between(Span(1, 31, "month"), Span(5, 6, "day"))
    (4, -4, 0.0)
    """
    if other.start >= one.end:
        return other.start - one.start if one.precision == other.precision == "day" else other.start - one.end
    if other.end <= one.start:
        return other.start - one.start if one.precision == other.precision == "day" else other.end - one.start
    return 0.0


def _dress(axes: Axes, points: Sequence[_Point], bounds: tuple[float, float], unit: str) -> None:
    first, last = max(min(p.when.start for p in points), bounds[0]), min(max(p.when.end for p in points), bounds[1])
    days = ticks(first, last, most=11)
    axes.set_yticks(days, [day_name(d, year=last - first > 500) for d in days])
    axes.set_ylim(first, last)
    least, most = min(p.at for p in points), max(p.at for p in points)
    axes.set_xlim(least - 0.01 * (most - least) - 0.5, most + 0.01 * (most - least) + 0.5)
    number_axis(axes, "x", f"order of telling: {unit}", most=9, whole=True)
    axes.grid(axis="y")


def _legend(axes: Axes, on_page: object) -> None:
    x = 70.0
    words(axes, 8, 12, "day, O.S.", transform=on_page)  # type: ignore[arg-type]
    for marker, colour, name in (("o", BLUE, "event"), ("v", VERMILLION, "jump back"), ("^", PURPLE, "jump ahead")):
        dot(axes, x + 20, 12, marker=marker, size=5 if marker == "o" else 9, colour=colour, transform=on_page)  # type: ignore[arg-type]
        words(axes, x + 30, 12, name, transform=on_page)  # type: ignore[arg-type]
        x += 50 + text_width(name)


def _colour(point: _Point) -> str:
    return VERMILLION if point.days < 0 else PURPLE


def _told(p: _Point, label: str) -> str:
    days = round(abs(p.days))
    return f"jump {'back' if p.days < 0 else 'ahead'} by {days} day{'s' * (days != 1)} to {day_name(p.when.middle, year=True)}: {str(p.row[label]).rstrip('.')}"


def _sentence(points: Sequence[_Point], jumps: Sequence[_Point], jump_days: float, n_shown: int) -> str:
    back = sum(p.days < 0 for p in jumps)
    if not jumps:
        return f"{len(points):,} events are told without a jump of {spoken(jump_days, 'days')} or more."
    most = max(jumps, key=lambda p: abs(p.days))
    return (
        f"In {len(points):,} events the telling jumps {spoken(len(jumps), 'times')} by {spoken(jump_days, 'days')} or more ({back:,} back, {len(jumps) - back:,} ahead); "
        f"the longest, {spoken(round(abs(most.days)), 'days')} {'back' if most.days < 0 else 'ahead'}, leads to {day_name(most.when.middle, year=True)}; marked: {n_shown}."
    )
