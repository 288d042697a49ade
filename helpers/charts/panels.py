"""Small multiples: the same small bars, panel by panel, on one scale; a gap is a gap and "not known" is drawn as such."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

from helpers.charts.brush import bar, line, page, unknown, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.finishing import empty_chart, finished, known_of
from helpers.charts.theme import BOLD, WIDTH, sheet, shorten, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

_LEFT, _RIGHT, _GAP, _HIGH, _HEAD, _FOOT = 48.0, 8.0, 18.0, 84.0, 34.0, 26.0


@dataclass(frozen=True)
class _Grid:
    """Where panels stand on the page, and how values become heights."""

    across: int
    wide: float
    most: float
    stops: tuple[float, ...]

    def corner(self, k: int) -> tuple[float, float]:
        """Left end and height of the base line of panel ``k``."""
        row, column = divmod(k, self.across)
        return _LEFT + column * (self.wide + _GAP), 22 + _HEAD + row * (_HEAD + _HIGH + _FOOT) + _HIGH

    def high(self, value: float) -> float:
        """Height of a value."""
        return _HIGH * value / self.most


def bar_panels(
    rows: Iterable[Row],
    *,
    title: str,
    panel: str,
    label: str,
    value: str,
    unit: str,
    labels: Sequence[str] = (),
    across: int = 0,
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """Vertical bars from 0, a panel for each value of ``panel`` in the order of ``rows``, all on one scale in ``unit``.

    Each panel has a place for each of ``labels`` (by default every value of the column ``label``, in order of
    appearance). A row whose value is nan, None or "" is drawn hatched with a question mark; a label without a row
    stays an empty place. ``across`` sets the number of panels in a line. A mark a row. Negative values are not meant
    for this chart: ValueError.
    """
    data = records(rows, [panel, label, value])
    heads = columns or headings(panel, label, value)
    if not data:
        return empty_chart(title, heads, **text)
    if any(number(row[value]) < 0 for row in data):
        raise ValueError(f"{value} has negative values; use bar_chart")
    panels = list(dict.fromkeys(str(row[panel]) for row in data))
    places = [str(name) for name in labels] or list(dict.fromkeys(str(row[label]) for row in data))
    grid = _grid(data, value, across or max(1, min(len(panels), 4, int(640 / max(46 * len(places), 120)))))
    marks, height = MarkList(), 22 + -(-len(panels) // grid.across) * (_HEAD + _HIGH + _FOOT)
    with sheet(height, left=0, right=0, top=0, bottom=0) as (figure, axes):
        axes.set_axis_off()
        on_page = page(figure)
        words(axes, 8, 10, unit, transform=on_page)
        for k, name in enumerate(panels):
            _frame(axes, grid, k, name, places, on_page)
            for row in (row for row in data if str(row[panel]) == name and str(row[label]) in places):
                gid = marks.add(f"{name}, {row[label]}: {spoken(number(row[value]), unit)}", row)
                _bar(axes, grid, k, (places.index(str(row[label])), len(places)), number(row[value]), gid, on_page)
        gaps = len(panels) * len(places) - len({(str(row[panel]), str(row[label])) for row in data if str(row[label]) in places})
        source = known_of(data, value) + (f" {gaps} empty place{'s' * (gaps != 1)}: no row at all." if gaps else "")
        return finished(title, figure, marks, data, heads, _sentence(data, panel, label, value, unit), source, text)


def _grid(data: Sequence[Row], value: str, across: int) -> _Grid:
    from matplotlib.ticker import MaxNLocator

    most = max([x for row in data if (x := number(row[value])) == x], default=1.0) or 1.0
    stops = tuple(float(stop) for stop in MaxNLocator(3).tick_values(0, most) if 0 <= stop <= most * 1.001)
    return _Grid(across, (WIDTH - _LEFT - _RIGHT - _GAP * (across - 1)) / across, most, stops)


def _frame(axes: Axes, grid: _Grid, k: int, name: str, places: Sequence[str], on_page: Transform) -> None:
    """Heading, scale and base line of a panel, and the labels under it."""
    x, base = grid.corner(k)
    words(axes, x, base - _HIGH - 22, shorten(name, grid.wide - 4, BOLD), bold=True, transform=on_page)
    for stop in grid.stops:
        y = base - grid.high(stop)
        line(axes, [x, x + grid.wide], [y, y], width=1, alpha=1 if stop == 0 else 0.15, transform=on_page)
        if k % grid.across == 0:
            words(axes, x - 5, y, spoken(stop), side="right", transform=on_page)
    room = grid.wide / len(places)
    for j, place in enumerate(places):
        every = 1 if max(text_width(p) for p in places) < room - 2 else 2 if len(places) > 3 else 1
        if j % every == 0:
            words(axes, x + (j + 0.5) * room, base + 11, shorten(place, room * every - 2), side="center", transform=on_page)


def _bar(axes: Axes, grid: _Grid, k: int, place: tuple[int, int], value: float, gid: str, on_page: Transform) -> None:
    x, base = grid.corner(k)
    room = grid.wide / place[1]
    left, wide = x + (place[0] + 0.17) * room, room * 0.66
    if value != value:
        unknown(axes, left, base - _HIGH * 0.5, wide, _HIGH * 0.5, gid, transform=on_page)
        words(axes, left + wide / 2, base - _HIGH * 0.5 - 8, "?", side="center", bold=True, transform=on_page)
        return
    bar(axes, left, base - grid.high(value), wide, grid.high(value), 0, gid, transform=on_page)
    if text_width(spoken(value)) <= room + 2:
        words(axes, left + wide / 2, base - grid.high(value) - 8, spoken(value), side="center", transform=on_page)


def _sentence(data: Sequence[Row], panel: str, label: str, value: str, unit: str) -> str:
    """The first and last known value of the panel that moves most."""
    moves = []
    for name in dict.fromkeys(row[panel] for row in data):
        known = [row for row in data if row[panel] == name and number(row[value]) == number(row[value])]
        if len(known) > 1:
            moves.append((abs(number(known[-1][value]) - number(known[0][value])), name, known[0], known[-1]))
    if not moves:
        return f"{len({row[panel] for row in data})} panels; none has two known values to compare."
    _, name, first, last = max(moves, key=lambda move: move[0])
    return (
        f"The greatest change is in {name}: from {spoken(number(first[value]))} ({first[label]}) "
        f"to {spoken(number(last[value]), unit)} ({last[label]}); {len(moves)} of {len({row[panel] for row in data})} panels have two known values or more."
    )
