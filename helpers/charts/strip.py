"""Dispersion strip: where in the book a word stands, from the first page to the last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from helpers.charts.brush import box, line, page, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.finishing import empty_chart, finished
from helpers.charts.theme import BLUE, BOLD, WIDTH, sheet, shorten, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_RIGHT, _HIGH, _GAP = 12.0, 40.0, 16.0


def dispersion_strip(
    rows: Iterable[Row],
    *,
    title: str,
    term: str,
    start: str,
    end: str,
    value: str,
    place: str = "leaf",
    unit: str = "occurrences",
    breaks: Sequence[tuple[float, str]] = (),
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """A strip for each ``term``: a bar for each part of the book that has it, from ``start`` to ``end`` (in words or leaves
    from the beginning), as high as ``value``, all strips on one scale.

    ``breaks`` are places with a name (chapters) at which a line is drawn. A part with 0 is left blank; what is not known
    stays blank too and is counted in the source. ``place`` names the part in the marks. A mark a bar.
    """
    data = records(rows, [term, start, end, value])
    heads = columns or headings(term, place, value)
    if not data:
        return empty_chart(title, heads, **text)
    terms = list(dict.fromkeys(str(row[term]) for row in data))
    most = max([x for row in data if (x := number(row[value])) == x], default=1.0) or 1.0
    left = max(60.0, *(text_width(shorten(name, 170, BOLD), BOLD) + 34 for name in terms))
    height = 24 + len(terms) * (_HIGH + _GAP) + 30
    marks = MarkList()
    with sheet(height, left=left, right=_RIGHT, top=0, bottom=0) as (figure, axes):
        axes.set_axis_off()
        reach = (min([number(row[start]) for row in data] + [at for at, _ in breaks]), max(number(row[end]) for row in data))
        axes.set_xlim(*reach)
        axes.set_ylim(height, 0)
        unit_wide = (reach[1] - reach[0]) / (WIDTH - left - _RIGHT)
        _breaks(axes, breaks, reach, (left, height))
        for k, name in enumerate(terms):
            base = 24 + k * (_HIGH + _GAP) + _HIGH
            line(axes, reach, [base, base])
            words(axes, left - 26, base - _HIGH / 2, shorten(name, 170, BOLD), side="right", bold=True, transform=page(figure))
            for y, stop in ((base, 0.0), (base - _HIGH, most)):
                words(axes, left - 5, y - (4 if stop == 0 else -4), spoken(stop), side="right", transform=page(figure))
            for row in (row for row in data if str(row[term]) == name and number(row[value]) > 0):
                gid = marks.add(f"{name}, {row.get(place, place)}: {spoken(number(row[value]), unit)}", row)
                high = _HIGH * number(row[value]) / most
                box(axes, number(row[start]), base, max(number(row[end]) - number(row[start]), 1.6 * unit_wide), -high, gid=gid, face=BLUE)
        words(axes, left, height - 8, f"from the first page to the last; height: {unit} in a {place}", transform=page(figure))
        unknown = sum(number(row[value]) != number(row[value]) for row in data)
        n_parts = len({(row[start], row[end]) for row in data})
        source = f"{len(data):,} counts in {n_parts:,} parts of the book" + (f"; {unknown:,} not known." if unknown else ".")
        return finished(title, figure, marks, data, heads, _sentence(data, term, value, terms, n_parts, place), source, text)


def _breaks(axes: Axes, breaks: Sequence[tuple[float, str]], reach: tuple[float, float], frame: tuple[float, float]) -> None:
    """A line at each break, and the names that fit between two."""
    left, height = frame
    unit = (WIDTH - left - _RIGHT) / (reach[1] - reach[0])
    free = 0.0
    for at, name in breaks:
        line(axes, [at, at], [16, height - 18], alpha=0.35, width=1)
        x = min((at - reach[0]) * unit, WIDTH - left - _RIGHT - text_width(name))
        if x >= free:
            words(axes, reach[0] + x / unit, 9, name)
            free = x + text_width(name) + 6


def _sentence(data: Sequence[Row], term: str, value: str, terms: Sequence[str], n_parts: int, place: str) -> str:
    told = []
    for name in terms:
        counts = [number(row[value]) for row in data if str(row[term]) == name and number(row[value]) > 0]
        told.append(f"{name}: {spoken(sum(counts))} times in {len(counts):,} of {n_parts:,} {_plural(place)}")
    return "; ".join(told) + "."


def _plural(noun: str) -> str:
    """
    >>> _plural("leaf"), _plural("section")
    ('leaves', 'sections')
    """
    return f"{noun[:-1]}ves" if noun.endswith("f") else f"{noun}s"
