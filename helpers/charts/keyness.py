"""Keyness: how much more often a word stands here than there, with the interval that the counts allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Unpack

from helpers.charts.axes import number_axis
from helpers.charts.brush import dot, line, page, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.finishing import empty_chart, finished, known_of
from helpers.charts.theme import BLUE, GREY, INK, VERMILLION, WIDTH, sheet, shorten, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_STEP, _LABELS, _RIGHT = 21.0, 190.0, 96.0


def keyness_dots(
    rows: Iterable[Row],
    *,
    title: str,
    label: str,
    value: str,
    low: str,
    high: str,
    unit: str = "log ratio",
    thin_row: str = "",
    here: str = "more here",
    there: str = "more there",
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """A dot at ``value`` with its interval from ``low`` to ``high``, in the order of ``rows``; 0 is "as often in both".

    Round and blue right of 0, square and orange left of it; hollow and grey where the interval meets 0 or the row's
    ``thin_row`` is true; the sentence counts the others. An interval without end is an arrow; what is not known is written out.
    A mark a row.
    """
    data = records(rows, [c for c in (label, value, low, high, thin_row) if c])
    heads = columns or headings(label, value, low, high)
    if not data:
        return empty_chart(title, heads, **text)
    left = max(60.0, *(text_width(shorten(str(row[label]), _LABELS)) + 16 for row in data))
    marks, tall = MarkList(), _STEP * len(data)
    with sheet(tall + 28 + 44, left=left, right=_RIGHT, top=28, bottom=44) as (figure, axes):
        found = [0.0, *(x for row in data for c in (value, low, high) if isfinite(x := number(row[c])))]
        room = (max(found) - min(found) or 1.0) * 0.04
        limits = (min(found) - room, max(found) + room)
        _dress(axes, limits, tall, unit, left, (there, here))
        for k, row in enumerate(data):
            x, ends = number(row[value]), (number(row[low]), number(row[high]))
            weak = _weak(row, ends, thin_row)
            told = f"{row[label]}: {unit} {spoken(x)}, between {spoken(ends[0])} and {spoken(ends[1])}" + (
                ", too thin to trust" if weak else ""
            )
            gid = marks.add(told, row)
            words(axes, left - 8, 28 + (k + 0.5) * _STEP, shorten(str(row[label]), _LABELS), side="right", transform=page(figure))
            _dot(axes, x, ends, (k + 0.5) * _STEP, limits, weak, gid)
            words(axes, WIDTH - _RIGHT + 10, 28 + (k + 0.5) * _STEP, spoken(x), transform=page(figure))
        return finished(
            title,
            figure,
            marks,
            data,
            heads,
            _sentence(data, label, value, (low, high), thin_row, unit),
            known_of(data, value, "rows", drawn="a cross"),
            text,
        )


def _weak(row: Row, ends: tuple[float, float], thin_row: str) -> bool:
    return not (ends[0] > 0 or ends[1] < 0) or bool(thin_row and row[thin_row])


def _dress(axes: Axes, limits: tuple[float, float], tall: float, unit: str, left: float, sides: tuple[str, str]) -> None:
    axes.set_xlim(*limits)
    axes.set_ylim(tall, 0)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)
    number_axis(axes, "x", unit, most=8)
    line(axes, [0, 0], [-6, tall], width=1)
    step = (limits[1] - limits[0]) / (WIDTH - left - _RIGHT)
    if -limits[0] > (text_width(sides[0]) - left + 30) * step:
        words(axes, -9 * step, -14, f"← {sides[0]}", side="right")
    words(axes, 9 * step, -14, f"{sides[1]} →")


def _dot(axes: Axes, x: float, ends: tuple[float, float], y: float, limits: tuple[float, float], weak: bool, gid: str) -> None:
    if x != x:
        dot(axes, 0, y, marker="x", size=7, colour=INK, gid=gid)
        return
    colour = GREY if weak else BLUE if x >= 0 else VERMILLION
    drawn = [min(max(end, limits[0]), limits[1]) for end in ends if end == end]
    if len(drawn) == 2:
        line(axes, drawn, [y, y], colour=colour, width=2)
        for end, at, arrow in zip(ends, drawn, "<>", strict=True):
            if not isfinite(end):
                dot(axes, at, y, marker=arrow, size=6, colour=colour)
    dot(axes, min(max(x, limits[0]), limits[1]), y, marker="o" if x >= 0 else "s", size=8, colour=colour, filled=not weak, gid=gid)


def _sentence(data: Sequence[Row], label: str, value: str, ends: tuple[str, str], thin_row: str, unit: str) -> str:
    clear = "clear of 0 and not too thin" if thin_row else "clear of 0"
    known = [row for row in data if number(row[value]) == number(row[value])]
    sure = [row for row in known if not _weak(row, (number(row[ends[0]]), number(row[ends[1]])), thin_row)]
    if not sure:
        return f"None of {len(data)} differences is {clear}."
    most = max(sure, key=lambda row: abs(number(row[value])))
    return f"{len(sure)} of {len(data)} differences are {clear}; the greatest is {most[label]} ({unit} {spoken(number(most[value]))})."
