"""Network of company: who is named together with whom, on a circle, so that no place has a meaning that it has not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Unpack

from helpers.charts.brush import curve, dot, page, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.finishing import empty_chart, finished
from helpers.charts.theme import BLUE, INK, WIDTH, sheet, shorten

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

MOST_NODES = 30
_CENTRE, _HEIGHT, _RADIUS = WIDTH / 2, 470.0, 175.0


def company_network(
    rows: Iterable[Row],
    *,
    title: str,
    one: str,
    other: str,
    value: str,
    unit: str = "leaves in common",
    order: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """Names on a circle, joined by a line for each row, the wider the greater its ``value`` in ``unit``.

    The names stand in the order of ``order``, or so that those joined most stand near each other (the same order each
    time). A mark a line, widest first; then a mark a name, with its number of lines. Rows of a name with itself, of
    0 or of what is not known are not drawn and counted in the source. More than MOST_NODES names: ValueError.
    """
    data = records(rows, [one, other, value])
    heads = columns or headings(one, other, value)
    drawn = sorted(
        (r for r in data if number(r[value]) > 0 and r[one] != r[other]), key=lambda r: (-number(r[value]), str(r[one]), str(r[other]))
    )
    if not drawn:
        return empty_chart(title, heads, **text)
    names = [str(name) for name in order] or ring_order([(str(r[one]), str(r[other]), number(r[value])) for r in drawn])
    missing = {str(r[c]) for r in drawn for c in (one, other)} - set(names)
    if len(names) > MOST_NODES or missing:
        raise ValueError(
            f"{len(names)} names are too many for one circle" if not missing else f"the order lacks {', '.join(sorted(missing))}"
        )
    places = {name: _place(k, len(names)) for k, name in enumerate(names)}
    most, marks = number(drawn[0][value]), MarkList()
    with sheet(_HEIGHT, left=0, right=0, top=0, bottom=0) as (figure, axes):
        axes.set_axis_off()
        on_page = page(figure)
        gids = [marks.add(f"{r[one]} and {r[other]}: {spoken(number(r[value]), unit)}", r) for r in drawn]
        for row, gid in reversed(list(zip(drawn, gids, strict=True))):
            _curve(axes, places[str(row[one])], places[str(row[other])], number(row[value]) / most, gid, on_page)
        for name in names:
            mine = [r for r in drawn if name in (str(r[one]), str(r[other]))]
            gid = marks.add(f"{name}: joined to {len(mine)} of {len(names) - 1} others", {"id": name})
            _name(axes, name, places[name], len(mine), gid, on_page)
        words(axes, 8, _HEIGHT - 10, f"width of a line: {unit}; number: lines of a name", transform=on_page)
        source = f"{len(drawn):,} of {len(data):,} pairs drawn, {len(names)} names; a pair of 0 or not known has no line. Where a name stands on the circle has no meaning."
        return finished(title, figure, marks, data, heads, _sentence(drawn, one, other, value, unit, names), source, text)


def ring_order(edges: Sequence[tuple[str, str, float]]) -> list[str]:
    """The names in an order in which each follows the one it is joined to most: begun with the heaviest line, next always
    the name most joined to the last four placed; ties by the alphabet.

    >>> ring_order([("a", "b", 5), ("c", "d", 4), ("b", "c", 1)])
    ['a', 'b', 'c', 'd']
    """
    weight: dict[tuple[str, str], float] = {}
    for a, b, value in edges:
        for pair in ((a, b), (b, a)):
            weight[pair] = weight.get(pair, 0) + value
    left = sorted({name for a, b, _ in edges for name in (a, b)})
    first = min(edges, key=lambda edge: (-edge[2], edge[0], edge[1]))[0]
    placed = [first]
    left.remove(first)
    while left:
        near = min(left, key=lambda name: (-sum(weight.get((name, last), 0) for last in placed[-4:]), name))
        placed.append(near)
        left.remove(near)
    return placed


def _place(k: int, n: int) -> tuple[float, float]:
    """Page coordinates of the ``k``-th of ``n`` names, clockwise from the top."""
    angle = 2 * pi * k / n
    return _CENTRE + _RADIUS * sin(angle), _HEIGHT / 2 - _RADIUS * cos(angle)


def _curve(axes: Axes, a: tuple[float, float], b: tuple[float, float], share: float, gid: str, on_page: Transform) -> None:
    """A line bent towards the middle of the circle."""
    bend = tuple((p + q) / 2 + 0.55 * (m - (p + q) / 2) for p, q, m in zip(a, b, (_CENTRE, _HEIGHT / 2), strict=True))
    curve(axes, [a, (bend[0], bend[1]), b], colour=BLUE, width=round(0.8 + 8 * share, 1), alpha=0.9, gid=gid, transform=on_page)


def _name(axes: Axes, name: str, place: tuple[float, float], n: int, gid: str, on_page: Transform) -> None:
    x, y = place
    dot(axes, x, y, size=6 + 1.6 * sqrt(n), colour=INK, gid=gid, transform=on_page)
    out_x, out_y = (x - _CENTRE) / _RADIUS, (y - _HEIGHT / 2) / _RADIUS
    side = "center" if abs(out_x) < 0.12 else "left" if out_x > 0 else "right"
    told = f"{shorten(name, 150)} {n}"
    words(axes, x + 15 * out_x, y + (18 if side == "center" else 15) * out_y, told, side=side, transform=on_page)  # type: ignore[arg-type]


def _sentence(drawn: Sequence[Row], one: str, other: str, value: str, unit: str, names: Sequence[str]) -> str:
    most = drawn[0]
    counts = {name: sum(name in (str(r[one]), str(r[other])) for r in drawn) for name in names}
    known = max(names, key=lambda name: counts[name])
    return (
        f"The closest pair is {most[one]} and {most[other]} ({spoken(number(most[value]), unit)}); "
        f"{known} is joined to most others ({counts[known]} of {len(names) - 1})."
    )
