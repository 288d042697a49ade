"""Bars: one length a row, with its number; what is not known is drawn as not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from helpers.charts.axes import number_axis
from helpers.charts.brush import bar, legend, line, page, unknown, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.finishing import empty_chart, finished, known_of
from helpers.charts.theme import HATCHES, SMALL, in_two, sheet, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LABELS = 250
"""The widest that labels may be."""
_LINE = SMALL + 1.5


def bar_chart(
    rows: Iterable[Row],
    *,
    title: str,
    label: str,
    value: str,
    unit: str,
    series: str = "",
    low: str = "",
    high: str = "",
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """Horizontal bars in the order of ``rows``: ``label`` names each, ``value`` is its length in ``unit``.

    ``series`` (at most five names) sets the bars of one label together, told apart by colour and hatch; ``low`` and
    ``high`` are columns of an interval. A value of 0 is a line at zero; nan, None or "" a hatched stub marked "not known".
    A mark a bar, in the order drawn. Raises ValueError for a missing column or more than five series.
    """
    data = records(rows, [c for c in (label, value, series, low, high) if c])
    heads = columns or headings(label, series, value, low, high)
    if not data:
        return empty_chart(title, heads, **text)
    names = list(dict.fromkeys(str(row[series]) for row in data)) if series else [""]
    if len(names) > len(HATCHES) - 1:
        raise ValueError(f"{len(names)} series are too many to tell apart; at most {len(HATCHES) - 1}")
    labels = {name: in_two(name, _LABELS) for name in dict.fromkeys(str(row[label]) for row in data)}
    thick, gap = (15, 9) if series else (16, 7 if all(len(lines) == 1 for lines in labels.values()) else 13)
    marks, places = MarkList(), _places(data, label, thick, gap)
    top = 30 if series else 6
    left = max(60, *(text_width(line) + 14 for lines in labels.values() for line in lines))
    with sheet(places[-1] + thick + gap + top + 44, left=left, right=90, top=top, bottom=44) as (figure, axes):
        scale = _scale(axes, data, (value, low, high), unit)
        for row, place in zip(data, places, strict=True):
            name = f"{row[label]}, {row[series]}" if series else str(row[label])
            gid = marks.add(f"{name}: {_told(row, value, low, high, unit)}", row)
            _bar(axes, row, (value, low, high), (place, thick), names.index(str(row[series])) if series else 0, gid, scale)
        for name, lines in labels.items():
            mine = [place for row, place in zip(data, places, strict=True) if str(row[label]) == name]
            middle = top + (mine[0] + mine[-1] + thick) / 2 - (len(lines) - 1) * _LINE / 2
            for k, told in enumerate(lines):
                words(axes, left - 8, middle + k * _LINE, told, side="right", transform=page(figure))
        if series:
            legend(figure, axes, names, left=left)
        return finished(title, figure, marks, data, heads, _sentence(data, label, series, value, unit), known_of(data, value), text)


def _places(data: Sequence[Row], label: str, thick: float, gap: float) -> list[float]:
    """How far down each bar begins: bars of one label close together, labels apart."""
    at, before, places = gap / 2, None, []
    for row in data:
        at += 0 if before is None else thick + (2 if row[label] == before else gap)
        places.append(at)
        before = row[label]
    return places


def _scale(axes: Axes, data: Sequence[Row], columns: Sequence[str], unit: str) -> float:
    """Set the axes up; what one unit of the viewBox is worth on them."""
    found = [x for row in data for c in columns if c and (x := number(row[c])) == x]
    least, most = min([0.0, *found]), max([0.0, *found])
    most = most if most > least else 1.0
    axes.set_xlim(least - (0.12 * (most - least) if least < 0 else 0), most)
    height = axes.bbox.height
    axes.set_ylim(height, 0)
    axes.yaxis.set_visible(False)
    number_axis(axes, "x", unit)
    if least < 0:
        line(axes, [0, 0], [0, height])
        axes.spines["left"].set_visible(False)
    return float((axes.get_xlim()[1] - axes.get_xlim()[0]) / axes.bbox.width)


def _told(row: Row, value: str, low: str, high: str, unit: str) -> str:
    told = spoken(number(row[value]), unit)
    return (
        f"{told} (between {spoken(number(row[low]))} and {spoken(number(row[high]))})"
        if low and number(row[low]) == number(row[low])
        else told
    )


def _bar(axes: Axes, row: Row, columns: tuple[str, str, str], place: tuple[float, float], kind: int, gid: str, scale: float) -> None:
    """One bar with its interval, and its number behind the end."""
    top, thick = place
    length, low, high = (number(row[c]) if c else float("nan") for c in columns)
    middle = top + thick / 2
    if length != length:
        unknown(axes, 0, top, 36 * scale, thick, gid)
        words(axes, 42 * scale, middle, "not known")
        return
    bar(axes, 0, top, length, thick, kind, gid)
    if low == low:
        line(axes, [low, high], [middle, middle], width=1.6)
        for end in (low, high):
            line(axes, [end, end], [middle - 4, middle + 4], width=1.6)
    end = max(x for x in (length, high) if x == x) if length >= 0 else min(x for x in (length, low) if x == x)
    words(axes, end + (5 if length >= 0 else -5) * scale, middle, spoken(length), side="left" if length >= 0 else "right", size=SMALL)


def _sentence(data: Sequence[Row], label: str, series: str, value: str, unit: str) -> str:
    known: list[tuple[float, Any]] = [
        (number(row[value]), f"{row[label]} ({row[series]})" if series else row[label])
        for row in data
        if number(row[value]) == number(row[value])
    ]
    if not known:
        return "None of the values is known."
    most, least = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    if len(known) == 1:
        return f"{most[1]}: {spoken(most[0], unit)}."
    if most[0] == least[0]:
        return f"All {len(known)} values are the same: {spoken(most[0], unit)}."
    return f"Highest is {most[1]} with {spoken(most[0], unit)}, lowest {least[1]} with {spoken(least[0])}."
