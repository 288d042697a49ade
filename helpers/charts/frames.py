"""The pieces of the map: which kilometres each shows, where it stands on the page, and the land in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.charts.brush import box, line, outline, words
from helpers.charts.labels import Box
from helpers.charts.land import outlines
from helpers.charts.projection import albers
from helpers.charts.theme import INK, WIDTH

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform


@dataclass(frozen=True)
class Frame:
    """A piece of the map: ``window`` (x0, y0, x1, y1 in kilometres of ``projection.albers``) at ``corner`` of the page."""

    window: tuple[float, float, float, float]
    corner: tuple[float, float]
    wide: float

    @property
    def km(self) -> float:
        """Kilometres to a unit of the page."""
        return (self.window[2] - self.window[0]) / self.wide

    @property
    def box(self) -> Box:
        """What it takes up of the page."""
        return Box(*self.corner, self.wide, (self.window[3] - self.window[1]) / self.km)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The place on the page of a point in kilometres."""
        return self.corner[0] + (x - self.window[0]) / self.km, self.corner[1] + (self.window[3] - y) / self.km

    def shows(self, longitude: float, latitude: float) -> bool:
        """Whether a point in degrees lies in it."""
        x, y = albers(longitude, latitude)
        return self.window[0] <= x <= self.window[2] and self.window[1] <= y <= self.window[3]


_WEST = (-3260.0, -1640.0, -180.0, 2060.0)
_EAST = (-1250.0, -2260.0, 4760.0, 2500.0)
_MOSCOW = (-2175.0, 330.0, -1560.0, 755.0)
_ALL = (-3260.0, -2260.0, 4760.0, 2500.0)
ATLAS = (Frame(_MOSCOW, (456, 218), WIDTH - 458), Frame(_WEST, (2, 2), 448), Frame(_EAST, (456, 2), WIDTH - 458))
"""The towns around Moscow, enlarged; Europe to the Urals, in which they lie; Asia. A town is a mark in the first piece that shows it."""
_CLOSE_PAGE = (WIDTH - 212, 380)
"""Width and height, on the page, of the part around some towns."""
_LEAST_KM, _MARGIN = 700, 1.3
"""Its least width in kilometres, and how much wider it is than the towns lie apart."""
_ECHO = 4.5
"""Size of a dot in the small map beside it."""


def frames_around(points: Sequence[tuple[float, float]]) -> tuple[Frame, Frame]:
    """The part of the map that holds all points (longitude, latitude; at least one), enlarged, and the map of Europe, or of everything,
    in which it lies.

    >>> close, whole = frames_around([(30.3, 59.9), (36.2, 50.0)])
    >>> round(close.window[2] - close.window[0]), whole.window == _WEST
    (1992, True)
    """
    wide, high = _CLOSE_PAGE
    places = [albers(*point) for point in points]
    (left, right), (low, top) = ((min(ends), max(ends)) for ends in zip(*places, strict=True))
    width = min(max(_MARGIN * (right - left), _MARGIN * (top - low) * wide / high, _LEAST_KM), 0.95 * (_ALL[2] - _ALL[0]))
    half = width / 2, width / 2 * high / wide
    whole = _WEST if _WEST[0] + half[0] < (left + right) / 2 < _WEST[2] - half[0] else _ALL
    x = min(max((left + right) / 2, whole[0] + half[0] + 1), whole[2] - half[0] - 1)
    y = min(max((low + top) / 2, whole[1] + half[1] + 1), whole[3] - half[1] - 1)
    return Frame((x - half[0], y - half[1], x + half[0], y + half[1]), (210, 2), wide), Frame(whole, (2, 2), 200)


def legend_of(frames: Sequence[Frame]) -> tuple[float, float]:
    """Where the legend begins: under the last of the lower pieces."""
    under = frames[0] if len(frames) > 2 else frames[1]
    return under.corner[0] + 6, under.box.y + under.box.height + 18


def moved(spot: Box, small: Frame, large: Frame) -> Box:
    """The box of the same town in another piece of the map; small where that piece only shows where the first one lies."""
    x = small.window[0] + (spot.x + spot.width / 2 - small.corner[0]) * small.km
    y = small.window[3] - (spot.y + spot.height / 2 - small.corner[1]) * small.km
    to_x, to_y = large.place(x, y)
    wide, high = (spot.width, spot.height) if large.wide > small.wide else (_ECHO, _ECHO)
    return Box(to_x - wide / 2, to_y - high / 2, wide, high)


def draw_inset_edge(axes: Axes, frames: Sequence[Frame], on_page: Transform) -> None:
    """A line in the second piece around the part that the first one enlarges."""
    small, large = frames[:2]
    (x0, y1), (x1, y0) = large.place(*small.window[:2]), large.place(*small.window[2:])
    box(axes, x0, y0, x1 - x0, y1 - y0, edge=INK, line=0.8, transform=on_page)


def draw_land(axes: Axes, frame: Frame, land: str, on_page: Transform) -> None:
    """The land of a frame, a line around it, and a stretch of ``scale_km``."""
    rings = outlines(land, frame.window, frame.km)
    outline(axes, [[frame.place(x, y) for x, y in ring] for ring in rings], transform=on_page)
    whole = frame.box
    box(axes, whole.x, whole.y, whole.width, whole.height, edge=INK, line=1, transform=on_page)
    right, foot = whole.x + whole.width - 10, whole.y + whole.height - 10
    line(axes, [right - scale_km(frame) / frame.km, right], [foot, foot], width=2, transform=on_page)
    words(axes, right, foot - 10, f"{scale_km(frame)} km", side="right", transform=on_page)


def scale_km(frame: Frame) -> int:
    """How long the stretch is that shows a frame's scale."""
    return 500 if frame.km > 4 else 100


def scale_box(frame: Frame) -> Box:
    """What that stretch takes up, so that no name is put on it."""
    whole, wide = frame.box, max(scale_km(frame) / frame.km, 50) + 8
    return Box(whole.x + whole.width - 6 - wide, whole.y + whole.height - 30, wide, 26)


def height_of(frames: Sequence[Frame]) -> float:
    """Height of the page that holds all of them."""
    return max(frame.box.y + frame.box.height for frame in frames) + 4
