"""Swim lanes: the same hours in several places under each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from helpers.charts.axes import axis_room, day_axis
from helpers.charts.bands import band, band_legend, extents, grouped, ids, pack, together, told, unit_days
from helpers.charts.brush import line, page, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, records
from helpers.charts.days import Span, day_name, day_number, span, spoken_span
from helpers.charts.finishing import empty_chart, finished
from helpers.charts.theme import BOLD, sheet, shorten, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NAMES, _RIGHT, _TOP, _STEP, _STRIP = 150.0, 26.0, 30.0, 13.0, 17.0
_TIMED = ("minute", "hour", "part_of_day")


def swim_lanes(
    rows: Iterable[Row],
    *,
    title: str,
    lane: str,
    begin: str,
    stop: str,
    label: str = "summary",
    lanes: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """Events of the days from ``begin`` to ``stop`` (YYYY-MM-DD, Old Style), a lane for each value of ``lane``.

    What is dated to the part of a day or better is drawn as a band by the hour; events with one and the same time share
    a band, with their number behind it. What is known to the day only is counted in a strip at the foot of its lane, day by
    day. Vaguer dates are not shown; the source says how many. Lanes stand in the order of ``lanes``, or of appearance.
    A mark a band or strip; its link holds the ids, parted by ";".
    """
    data = records(rows, [lane, "os_start", label])
    heads = columns or headings(lane, "os_start", "os_end", "precision", "clock", label)
    window = (float(day_number(begin)), float(day_number(stop) + 1))
    placed = [
        (s, row) for row in data if (s := span(row)) and s.start < window[1] and s.end > window[0] and s.precision in (*_TIMED, "day")
    ]
    names = [str(name) for name in lanes] or list(dict.fromkeys(str(row[lane]) for _, row in placed))
    placed = [(s, row) for s, row in placed if str(row[lane]) in names]
    if not placed:
        return empty_chart(title, heads, **text)
    left = max(text_width(shorten(name, _NAMES, BOLD), BOLD) for name in names) + 20
    unit = unit_days(window, left, _RIGHT)
    groups = {name: together(pair for pair in placed if str(pair[1][lane]) == name and pair[0].precision in _TIMED) for name in names}
    lines = {name: pack(extents(found, unit), unit) for name, found in groups.items()}
    highs = {name: _STEP * (max(lines[name], default=0) + 1) + _STRIP + 10 for name in names}
    marks = MarkList()
    room = axis_room(*window)
    with sheet(_TOP + sum(highs.values()) + room, left=left, right=_RIGHT, top=_TOP, bottom=room) as (figure, axes):
        axes.yaxis.set_visible(False)
        axes.set_ylim(sum(highs.values()), 0)
        day_axis(axes, *window, most=12)
        at = 0.0
        for name in names:
            words(
                axes, left - 10, _TOP + at + highs[name] / 2, shorten(name, _NAMES, BOLD), side="right", bold=True, transform=page(figure)
            )
            for group, k in zip(groups[name], lines[name], strict=True):
                gid = marks.add(f"{name}, {spoken_span(group[0])}: {told(group[1], label)}", ids(group[1]))
                grouped(axes, window, group, at + 4 + k * _STEP, _STEP - 2, gid=gid, unit=unit)
            days = [pair for pair in placed if str(pair[1][lane]) == name and pair[0].precision == "day"]
            _strip(axes, window, days, (at + highs[name] - _STRIP - 3, unit), name, marks)
            at += highs[name]
            line(axes, window, [at, at], alpha=0.4)
        for day in range(int(window[0]), int(window[1]) + 1):
            line(axes, [day, day], [0, at], alpha=0.15)
        band_legend(figure, axes, {s.precision for s, _ in placed if s.precision in _TIMED} | {"day"}, left=20)
        shown = [row for _, row in placed]
        source = f"{len(shown):,} of {len(data):,} events; not shown is what is vaguer than a day or lies outside these days and lanes."
        return finished(title, figure, marks, shown, heads, _sentence(placed, lane), source, text)


def _strip(
    axes: Axes, window: tuple[float, float], days: Sequence[tuple[Span, Row]], place: tuple[float, float], name: str, marks: MarkList
) -> None:
    """How many events of each day are known to the day only."""
    y, unit = place
    for day in range(int(window[0]), int(window[1])):
        found = [row for when, row in days if when.start <= day < when.end]
        if found:
            gid = marks.add(f"{name}, {day_name(day)}: {len(found)} known to the day only", ids(found))
            band(axes, window, Span(day + unit, day + 1 - unit, "day"), y, _STRIP - 3, gid=gid)
            if text_width(str(len(found))) * unit < 0.95:
                words(axes, day + 0.5, y + _STRIP / 2 - 1.5, str(len(found)), side="center")


def _sentence(placed: Sequence[tuple[Span, Row]], lane: str) -> str:
    counts: dict[str, int] = {}
    for _, row in placed:
        counts[str(row[lane])] = counts.get(str(row[lane]), 0) + 1
    timed = sum(when.precision in _TIMED for when, _ in placed)
    order = sorted(counts, key=lambda name: -counts[name])
    told = ", ".join(f"{name} {counts[name]:,}" for name in order)
    return f"Events in these days: {told}; {timed:,} of {len(placed):,} are dated to a part of the day or better."
