"""Tempo: how much is told of each day, day by day without a day left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from helpers.charts.axes import axis_room, day_axis, number_axis
from helpers.charts.brush import bar, unknown, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.days import day_name, day_number
from helpers.charts.finishing import empty_chart, finished
from helpers.charts.theme import WIDTH, sheet, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEFT, _RIGHT = 56.0, 26.0


def tempo_bars(
    rows: Iterable[Row],
    *,
    title: str,
    value: str,
    unit: str,
    day: str = "os_date",
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """Vertical bars over the calendar, Old Style with New Style under it: ``value`` in ``unit`` for each ``day`` (YYYY-MM-DD).

    Every day from the first to the last has its place; one without a row stays empty, one whose value is not known
    is hatched. Days may come in any order. A mark a row, in the order of days. Raises ValueError for a day that is none.
    """
    data = sorted((row for row in records(rows, [day, value]) if row[day]), key=lambda row: day_number(str(row[day])))
    heads = columns or headings(day, value)
    if not data:
        return empty_chart(title, heads, **text)
    first, last = day_number(str(data[0][day])), day_number(str(data[-1][day]))
    marks = MarkList()
    with sheet(250, left=_LEFT, right=_RIGHT, top=24, bottom=axis_room(first, last + 1)) as (figure, axes):
        most = max([x for row in data if (x := number(row[value])) == x], default=1.0) or 1.0
        axes.set_ylim(0, most)
        day_axis(axes, first, last + 1)
        number_axis(axes, "y", unit)
        room = (WIDTH - _LEFT - _RIGHT) / (last + 1 - first)
        for row in data:
            at = day_number(str(row[day]))
            gid = marks.add(f"{day_name(at, year=True)} Old Style: {spoken(number(row[value]), unit)}", row)
            _bar(axes, at, number(row[value]), most, room, gid)
        empty = last + 1 - first - len({row[day] for row in data})
        source = f"{len(data):,} of {last + 1 - first:,} days between the first and the last have a row" + (
            f"; empty: {empty:,}." if empty else "."
        )
        return finished(title, figure, marks, data, heads, _sentence(data, day, value, unit), source, text)


def _bar(axes: Axes, at: int, value: float, most: float, room: float, gid: str) -> None:
    if value != value:
        unknown(axes, at + 0.1, 0, 0.8, most * 0.35, gid)
        return
    bar(axes, at + 0.1, 0, 0.8, value, 0, gid)
    if text_width(spoken(value)) < room:
        words(axes, at + 0.5, value + most * 0.05, spoken(value), side="center")


def _sentence(data: Sequence[Row], day: str, value: str, unit: str) -> str:
    known: list[tuple[float, Any]] = [(number(row[value]), row[day]) for row in data if number(row[value]) == number(row[value])]
    total = sum(amount for amount, _ in known)
    if not known or not total:
        return (
            f"{spoken(len(data), 'days')}, and no {unit} known for any."
            if not known
            else f"No {unit} on any of {spoken(len(known), 'days')}."
        )
    most, where = max(known, key=lambda pair: pair[0])
    name = day_name(day_number(str(where)))
    return (
        f"Most is told of {name} Old Style ({spoken(most, unit)}), {most / total:.0%} of {spoken(total)} over {spoken(len(known), 'days')}."
    )
