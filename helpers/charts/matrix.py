"""Matrix: rows against columns, the number in each cell, its tint a help to the eye and never the only sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from helpers.charts.brush import box, unknown, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.finishing import empty_chart, finished, known_of
from helpers.charts.theme import BLUE, VERMILLION, WIDTH, sheet, shorten, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HIGH, _LABELS, _HEADS = 24.0, 220.0, 185.0
PALEST, DEEPEST = 0.06, 0.5
"""Share of colour in a cell of the least and of the greatest value: deeper, and the number in it could not be read."""


def heat_map(
    rows: Iterable[Row],
    *,
    title: str,
    down: str,
    across: str,
    value: str,
    unit: str,
    order: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """A cell for each pair of ``down`` and ``across`` (its order: ``order``, or appearance), with ``value`` in ``unit``.

    The tint runs from 0 to the greatest value (blue above 0, orange with a minus below). A cell that is not known is
    hatched; a pair without a row is left empty with a point in it. A mark a row. If a pair has two rows: ValueError.
    """
    data = records(rows, [down, across, value])
    heads = columns or headings(down, across, value)
    if not data:
        return empty_chart(title, heads, **text)
    cells = {(str(row[down]), str(row[across])): row for row in data}
    if len(cells) < len(data):
        raise ValueError(f"{len(data) - len(cells)} pairs of {down} and {across} have more than one row")
    lines = list(dict.fromkeys(str(row[down]) for row in data))
    names = [str(name) for name in order] or list(dict.fromkeys(str(row[across]) for row in data))
    left = max(text_width(shorten(name, _LABELS)) for name in lines) + 14
    wide = min(96.0, (WIDTH - left - 14) / len(names))
    if turned := any(text_width(name) > wide - 4 for name in names):
        wide = min(wide, (WIDTH - left - 0.75 * text_width(shorten(names[-1], _HEADS))) / len(names))
    top = max(text_width(shorten(name, _HEADS)) for name in names) * 0.72 + 18 if turned else 26
    most = max([abs(x) for row in data if (x := number(row[value])) == x], default=1.0) or 1.0
    marks, height = MarkList(), top + _HIGH * len(lines) + 22
    with sheet(height, left=0, right=0, top=0, bottom=0) as (figure, axes):
        axes.set_axis_off()
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(height, 0)
        _headings(axes, names, (left, top, wide), turned)
        for k, line in enumerate(lines):
            words(axes, left - 8, top + (k + 0.5) * _HIGH, shorten(line, _LABELS), side="right")
            for j, name in enumerate(names):
                row = cells.get((line, name))
                gid = marks.add(f"{line}, {name}: {spoken(number(row[value]), unit)}", row) if row else ""
                _cell(axes, (left + j * wide, top + k * _HIGH, wide), number(row[value]) if row else None, most, gid)
        words(axes, left, height - 10, f"{unit}; hatched: not known; ·: no row")
        return finished(title, figure, marks, data, heads, _sentence(data, down, across, value, unit), known_of(data, value, "cells"), text)


def _headings(axes: Axes, names: Sequence[str], place: tuple[float, float, float], turned: bool) -> None:
    left, top, wide = place
    for j, name in enumerate(names):
        if turned:
            words(axes, left + (j + 0.4) * wide, top - 8, shorten(name, _HEADS), turn=45)
        else:
            words(axes, left + (j + 0.5) * wide, top - 10, name, side="center")


def _cell(axes: Axes, place: tuple[float, float, float], value: float | None, most: float, gid: str) -> None:
    x, y, wide = place
    if value is None:
        words(axes, x + wide / 2, y + _HIGH / 2, "·", side="center")
        return
    if value != value:
        unknown(axes, x + 1, y + 1, wide - 2, _HIGH - 2, gid)
        return
    share = PALEST + (DEEPEST - PALEST) * abs(value) / most
    box(axes, x + 1, y + 1, wide - 2, _HIGH - 2, gid=gid, face=BLUE if value >= 0 else VERMILLION, alpha=round(share, 2))
    told = spoken(value)
    words(axes, x + wide / 2, y + _HIGH / 2, shorten(told, wide) if text_width(told) > wide else told, side="center")


def _sentence(data: Sequence[Row], down: str, across: str, value: str, unit: str) -> str:
    known = [row for row in data if number(row[value]) == number(row[value])]
    if not known:
        return "None of the cells is known."
    most = max(known, key=lambda row: number(row[value]))
    zero = sum(number(row[value]) == 0 for row in known)
    return f"The highest cell is {most[down]}, {most[across]} with {spoken(number(most[value]), unit)}; {zero:,} of {len(known):,} known cells are 0."
