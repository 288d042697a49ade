"""Map of the old empire: towns on bare land, without frontiers, for those of today would mislead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Unpack

from helpers.charts.brush import dot, line, page, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, number, records, spoken
from helpers.charts.finishing import empty_chart, finished
from helpers.charts.frames import ATLAS, Frame, draw_inset_edge, draw_land, frames_around, height_of, legend_of, moved, scale_box
from helpers.charts.labels import SHORT, Box, crowded_first, lead, place_labels
from helpers.charts.projection import albers
from helpers.charts.theme import BLUE, GREY, INK, PURPLE, SMALL, VERMILLION, sheet, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

STATES = {
    "not yet": ("o", GREY, False),
    "passed": ("D", VERMILLION, True),
    "held": ("o", BLUE, True),
    "contested": ("^", PURPLE, True),
    "unknown": ("x", INK, False),
}
"""State of a town on a day → shape, colour, filled: ``passed`` is the day itself, ``held`` every day after it."""
CAPITALS = ("Petrograd", "Moscow")
"""Whatever else has no room, their names stand."""
_LINE = 22


@dataclass(frozen=True)
class _Town:
    row: Row
    frame: Frame
    spot: Box
    name: str
    gid: str


def town_map(
    rows: Iterable[Row],
    land: str,
    *,
    title: str,
    name: str = "name",
    longitude: str = "longitude",
    latitude: str = "latitude",
    value: str = "",
    unit: str = "",
    state: str = "",
    day: str = "",
    enlarged: bool = False,
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """Towns on the map, each a mark, in the order of ``rows``; ``land`` is the text of ``corpus/map/land.json``.

    With ``value`` the area of a dot goes by the value and the number stands behind the name; a value that is not known
    is a cross. With ``state`` (one of STATES; others: ValueError) shape, fill and colour tell the state on ``day``,
    which is written beside the map. ``enlarged`` shows the part that holds the towns, else Europe and Asia. Names are placed the
    capitals and the ten highest first, then where towns stand closest; where a name has no room its dot stands alone; their number
    is in the source, as is that of rows without coordinates or off the map.
    """
    data = records(rows, [c for c in (name, longitude, latitude, value, state) if c])
    heads = columns or headings(name, value, state)
    if strange := {str(row[state]) for row in data if state} - set(STATES):
        raise ValueError(f"there is no state {', '.join(sorted(strange))}; there are {', '.join(STATES)}")
    most = max([x for row in data if value and (x := number(row[value])) == x], default=1.0) or 1.0
    marks = MarkList()
    points = [where for row in data if (where := _where(row, longitude, latitude))]
    pieces = frames_around(points) if enlarged and points else ATLAS
    towns = [
        town
        for row in data
        if (town := _town(row, (name, longitude, latitude, value), most, pieces, marks, _told(row, name, value, unit, state)))
    ]
    if not towns:
        return empty_chart(title, heads, **text)
    with sheet(height_of(pieces), left=0, right=0, top=0, bottom=0) as (figure, axes):
        axes.set_axis_off()
        on_page = page(figure)
        for frame in pieces:
            draw_land(axes, frame, land, on_page)
        draw_inset_edge(axes, pieces, on_page)
        _echo(axes, towns, pieces, state, value, on_page)
        for town in towns:
            _dot(axes, town, town.spot, town.gid, state, value, on_page)
        placed = _names(axes, towns, pieces, value, on_page)
        _legend(axes, towns, state, (day, f"area, number: {unit}" if value else ""), legend_of(pieces), on_page)
        off, crossed = len(data) - len(towns), sum(bool(value) and number(t.row[value]) != number(t.row[value]) for t in towns)
        source = f"{len(towns):,} of {len(data):,} places on the map, {placed:,} with room for their names" + (
            f"; {off:,} without coordinates or off the map" if off else ""
        )
        source += f"; {crossed:,} not known, a cross." if crossed else "."
        return finished(title, figure, marks, [t.row for t in towns], heads, _sentence(towns, name, value, unit, state, day), source, text)


def _where(row: Row, longitude: str, latitude: str) -> tuple[float, float] | None:
    """Where a row lies in degrees; None without coordinates."""
    x, y = number(row[longitude]), number(row[latitude])
    return (x, y) if x == x and y == y else None


def _town(row: Row, columns: tuple[str, str, str, str], most: float, frames: Sequence[Frame], marks: MarkList, told: str) -> _Town | None:
    """A row as a town with its place on the page; None if no frame shows it."""
    name, longitude, latitude, value = columns
    where = _where(row, longitude, latitude)
    frame = next((f for f in frames if where and f.shows(*where)), None)
    if where is None or frame is None:
        return None
    x, y = frame.place(*albers(*where))
    amount = number(row[value]) if value else float("nan")
    size = 4 + 22 * sqrt(amount / most) if amount == amount and amount >= 0 else 7.5
    label = f"{row[name]} {spoken(amount)}" if amount == amount else str(row[name])
    return _Town(row, frame, Box(x - size / 2, y - size / 2, size, size), label, marks.add(told, row))


def _told(row: Row, name: str, value: str, unit: str, state: str) -> str:
    return ": ".join(
        part for part in (str(row[name]), spoken(number(row[value]), unit) if value else "", str(row[state]) if state else "") if part
    )


def _dot(axes: Axes, town: _Town, spot: Box, gid: str | None, state: str, value: str, on_page: Transform) -> None:
    unknown = bool(value) and number(town.row[value]) != number(town.row[value])
    shape, colour, filled = STATES[str(town.row[state])] if state else STATES["unknown" if unknown else "held"]
    x, y = spot.x + spot.width / 2, spot.y + spot.height / 2
    dot(axes, x, y, marker=shape, size=spot.width - 1.6, colour=colour, filled=filled, gid=gid, transform=on_page)


def _echo(axes: Axes, towns: Sequence[_Town], frames: Sequence[Frame], state: str, value: str, on_page: Transform) -> None:
    """The towns of the enlarged piece once more where they lie in the large one, without a name and no marks."""
    small, large = frames[:2]
    for town in (town for town in towns if town.frame == small):
        _dot(axes, town, moved(town.spot, small, large), None, state, value, on_page)


def _names(axes: Axes, towns: Sequence[_Town], frames: Sequence[Frame], value: str, on_page: Transform) -> int:
    """Write the names that have room; how many."""
    written, (small, large) = 0, frames[:2]
    for frame in frames:
        mine = _order([town for town in towns if town.frame == frame], value)
        echoed = [moved(town.spot, small, large) for town in towns if town.frame == small] if frame == large else []
        sizes = tuple((text_width(town.name, SMALL) + 2, SMALL + 1) for town in mine)
        free = place_labels(tuple(town.spot for town in mine), sizes, frame.box, (scale_box(frame), *echoed))
        for town, place in zip(mine, free, strict=True):
            if place:
                _lead(axes, town.spot, place, on_page)
                words(axes, place.x + 1, place.y + place.height / 2, town.name, transform=on_page)
                written += 1
    return written


def _order(towns: Sequence[_Town], value: str) -> list[_Town]:
    """In which order names are placed: the capitals, the ten highest values, then where towns stand closest."""
    capitals = [town for town in towns if str(town.row.get("name")) in CAPITALS]
    known = [town for town in towns if value and number(town.row[value]) == number(town.row[value])]
    highest = sorted(known, key=lambda town: -number(town.row[value]))[:10]
    first = capitals + [town for town in highest if town not in capitals]
    rest = [town for town in towns if town not in first]
    return first + [rest[k] for k in crowded_first([town.spot for town in rest])]


def _lead(axes: Axes, spot: Box, place: Box, on_page: Transform) -> None:
    """A thin line from a dot to a name that stands away from it."""
    (x, y), (to_x, to_y) = lead(spot, place)
    if max(abs(to_x - x), abs(to_y - y)) > spot.width / 2 + SHORT:
        line(axes, [x, to_x], [y, to_y], width=0.8, alpha=0.7, transform=on_page)


def _legend(axes: Axes, towns: Sequence[_Town], state: str, notes: tuple[str, str], place: tuple[float, float], on_page: Transform) -> None:
    """The day, the states with their shapes and numbers, and what the area means, under each other."""
    x, y = place
    for note in (note for note in notes if note):
        words(axes, x, y, note, bold=note == notes[0], transform=on_page)
        y += _LINE
    for name in STATES if state else ():
        shape, colour, filled = STATES[name]
        dot(axes, x + 6, y, marker=shape, size=8, colour=colour, filled=filled, transform=on_page)
        words(axes, x + 18, y, f"{name} {sum(str(town.row[state]) == name for town in towns)}", transform=on_page)
        y += _LINE


def _sentence(towns: Sequence[_Town], name: str, value: str, unit: str, state: str, day: str) -> str:
    if state:
        counts = {s: sum(str(t.row[state]) == s for t in towns) for s in STATES}
        told = ", ".join(f"{n} {s}" for s, n in counts.items() if n)
        return f"{day + ': ' if day else ''}{len(towns)} towns: {told}."
    known = [t for t in towns if value and number(t.row[value]) == number(t.row[value])]
    if not known:
        return f"{len(towns)} places on the map."
    order = sorted(known, key=lambda t: -number(t.row[value]))
    then = f"; then {', '.join(str(t.row[name]) for t in order[1:4])}" if order[1:] else ""
    return f"The highest of {len(known)} place{'s' * (len(known) != 1)} is {order[0].row[name]} with {spoken(number(order[0].row[value]), unit)}{then}."
