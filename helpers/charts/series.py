"""Series: lines or steps that break where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from helpers.charts.axes import axis_room, day_axis, number_axis
from helpers.charts.brush import dot, line, page, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.days import day_name, day_number
from helpers.charts.finishing import empty_chart, finished, known_of
from helpers.charts.labels import apart
from helpers.charts.theme import MARKERS, PALETTE, WIDTH, sheet, shorten, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEFT, _TOP, _HIGH, _NAMES = 62.0, 20.0, 210.0, 150.0
Point = tuple[float, float, Row]


def line_series(
    rows: Iterable[Row],
    *,
    title: str,
    at: str,
    value: str,
    unit: str,
    series: str = "",
    at_unit: str = "",
    days: bool = False,
    step: bool = False,
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """Lines through ``value`` (in ``unit``) over ``at`` for each ``series``, in order of ``at``; the name stands at the line's end.

    ``at`` is a number (in ``at_unit``), with ``days`` an Old Style date YYYY-MM-DD, or else a label: labels stand evenly
    in order of appearance. A value that is not known breaks the line; its place is marked at the foot with a cross. With
    ``step`` a value holds until the next. At most six series, told apart by colour and shape: ValueError beyond. A mark a row.
    """
    data = records(rows, [c for c in (at, value, series) if c])
    heads = columns or headings(series, at, value)
    if not data:
        return empty_chart(title, heads, **text)
    names = list(dict.fromkeys(str(row[series]) for row in data)) if series else [""]
    if len(names) > len(MARKERS):
        raise ValueError(f"{len(names)} series are too many to tell apart; at most {len(MARKERS)}; use bar_panels")
    labels = [] if days or _numeric(data, at) else list(dict.fromkeys(str(row[at]) for row in data))
    right = 24 + (max(text_width(shorten(name, _NAMES)) for name in names) if series else 0)
    marks = MarkList()
    xs = [_where(row, at, days, labels) for row in data]
    room = axis_room(min(xs), max(xs) + 1) if days else 44
    with sheet(_TOP + _HIGH + room, left=_LEFT, right=right, top=_TOP, bottom=room) as (figure, axes):
        _dress(axes, data, (xs, labels), days, value, (unit, at_unit or at.replace("_", " ")))
        foot, ends = axes.get_ylim()[0], []
        for kind, name in enumerate(names):
            points = sorted(
                ((x, number(row[value]), row) for x, row in zip(xs, data, strict=True) if not series or str(row[series]) == name),
                key=_first,
            )
            line(axes, *_path(points, step), colour=PALETTE[kind], width=2)
            for x, y, row in points:
                where = f"{day_name(x, year=True)} Old Style" if days else str(row[at])
                gid = marks.add(f"{name + ', ' if name else ''}{where}: {spoken(y, unit)}", row)
                dot(axes, x, y if y == y else foot, kind=kind, size=7 if y == y else 8, gid=gid, marker="" if y == y else "x")
            ends += [(name, kind, y) for _, y, _ in [p for p in points if p[1] == p[1]][-1:]]
        if series:
            _names(axes, ends, WIDTH - right + 14)
        return finished(
            title,
            figure,
            marks,
            data,
            heads,
            _sentence(data, at, value, series, unit, days),
            known_of(data, value, drawn="a cross at the foot"),
            text,
        )


def _first(point: Point) -> float:
    return point[0]


def _numeric(data: Sequence[Row], at: str) -> bool:
    return all(isinstance(row[at], (int, float)) for row in data)


def _where(row: Row, at: str, days: bool, labels: Sequence[str]) -> float:
    if days:
        return day_number(str(row[at])) + 0.5
    return float(labels.index(str(row[at]))) if labels else number(row[at])


def _path(points: Sequence[Point], step: bool) -> tuple[list[float], list[float]]:
    """The corners of a line: nan breaks it; a step holds its value to the next point.

    >>> _path([(0, 1.0, {}), (2, 3.0, {})], True)
    ([0, 2, 2], [1.0, 1.0, 3.0])
    """
    xs: list[float] = []
    ys: list[float] = []
    for k, (x, y, _) in enumerate(points):
        if step and k:
            xs.append(x)
            ys.append(points[k - 1][1])
        xs.append(x)
        ys.append(y)
    return xs, ys


def _dress(
    axes: Axes, data: Sequence[Row], places: tuple[Sequence[float], Sequence[str]], days: bool, value: str, units: tuple[str, str]
) -> None:
    xs, labels = places
    found = [y for row in data if (y := number(row[value])) == y] or [1.0]
    low, high = min(0.0, *found), max(0.0, *found)
    axes.set_ylim(low, high + (high - low or 1) * 0.04)
    number_axis(axes, "y", units[0])
    if days:
        day_axis(axes, int(min(xs)), int(max(xs)) + 1, most=9)
        return
    room = (max(xs) - min(xs) or 1) * 0.03
    axes.set_xlim(min(xs) - room, max(xs) + room)
    axes.set_xlabel(units[1])
    if labels:
        every = -(-sum(text_width(name) + 12 for name in labels) // (WIDTH - 180))
        axes.set_xticks(range(0, len(labels), int(every)), [shorten(name, 110) for name in labels[:: int(every)]])
    else:
        number_axis(axes, "x", units[1], most=9)


def _names(axes: Axes, ends: Sequence[tuple[str, int, float]], x: float) -> None:
    """Each name at the height of its line's end, moved so that no two overlap."""
    low, high = axes.get_ylim()
    wanted = [_TOP + _HIGH * (high - y) / (high - low) for _, _, y in ends]
    on_page = page(axes.figure)  # type: ignore[arg-type]
    for (name, kind, _), y in zip(ends, apart(wanted, 16), strict=True):
        dot(axes, x, y, kind=kind, size=7, transform=on_page)
        words(axes, x + 9, y, shorten(name, _NAMES), transform=on_page)


def _sentence(data: Sequence[Row], at: str, value: str, series: str, unit: str, days: bool) -> str:
    known = [row for row in data if number(row[value]) == number(row[value])]
    if not known:
        return "None of the values is known."
    most, least = (pick(known, key=lambda row: number(row[value])) for pick in (max, min))
    places = [day_name(day_number(str(row[at])), year=True) if days else row[at] for row in (most, least)]
    where = [f"{row[series]}, {place}" if series else place for row, place in zip((most, least), places, strict=True)]
    return f"The highest value is {spoken(number(most[value]), unit)} ({where[0]}), the lowest {spoken(number(least[value]))} ({where[1]})."
