"""The one artist that charts draw with: a path or a marker and how it looks, without what a chart never asks of matplotlib."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.colors import to_rgba
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform

_SAME = IdentityTransform()
DASHES = {"-": None, "--": (4.0, 3.0), ":": (1.2, 2.2)}


class Shape(Artist):
    """``path`` in the coordinates of the artist's transform, with a face, an edge or both; with ``marker`` each of its
    points is drawn as that marker, ``size`` wide.

    Patches and lines of matplotlib draw the same and take twice the time, most of it for limits, picking and
    properties; a chart of two hundred marks would feel it.
    """

    def __init__(
        self, path: Path, *, face: str = "none", edge: str = "none", line: float = 1.0, dash: str = "-", hatch: str = "",
        alpha: float | None = None, cap: str = "butt", marker: str = "", size: float = 0.0,
    ) -> None:  # fmt: skip
        super().__init__()
        self._path, self._marker, self._size = path, marker, size
        self._face = to_rgba(face, alpha) if face != "none" else None
        self._edge = to_rgba(edge, None if face != "none" else alpha) if edge != "none" else None
        self._line, self._dash, self._hatch, self._cap = line, dash, hatch, cap

    def draw(self, renderer: Any) -> None:
        """Draw the path or its markers as a group of their own."""
        renderer.open_group("shape", self.get_gid())
        gc = self._context(renderer)
        if self._marker:
            renderer.draw_markers(gc, marker_path(self._marker, self._size), _SAME, self._path, self.get_transform(), self._face)
        else:
            renderer.draw_path(gc, self._path, self.get_transform(), self._face)
        renderer.close_group("shape")
        gc.restore()

    def _context(self, renderer: Any) -> GraphicsContextBase:
        gc = renderer.new_gc()
        gc.set_foreground(self._edge or (0, 0, 0, 0), isRGBA=True)
        gc.set_linewidth(self._line if self._edge else 0)
        gc.set_joinstyle("miter")
        gc.set_capstyle(self._cap)
        if DASHES[self._dash]:
            gc.set_dashes(0, DASHES[self._dash])
        if self._hatch:
            gc.set_hatch(self._hatch)
            gc.set_hatch_color(self._edge)
        return gc  # type: ignore[no-any-return]


@lru_cache(maxsize=256)
def marker_path(marker: str, size: float) -> Path:
    """The outline of a marker, ``size`` units wide."""
    style = MarkerStyle(marker)
    outline: Path = (style.get_transform() + Affine2D().scale(size)).transform_path(style.get_path())
    return outline
