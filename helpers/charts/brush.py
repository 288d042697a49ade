"""The few things that charts are drawn with: boxes, lines, dots and words, unclipped and cheap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from helpers.charts.theme import HATCHES, INK, MARKERS, PALETTE, SMALL, UNKNOWN_HATCH, WIDTH, clean, shorten, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.transforms import Transform

Side = Literal["left", "center", "right"]


def page(figure: Figure) -> Transform:
    """Coordinates of the page: units of the viewBox from its upper left corner."""
    from matplotlib.transforms import Affine2D

    return Affine2D().scale(1, -1).translate(0, figure.get_figheight() * 72)


def box(
    axes: Axes, x: float, y: float, width: float, height: float, *, gid: str | None = None, face: str = "none", edge: str = "none", hatch: str = "",
    line: float = 1.2, dash: str = "-", alpha: float | None = None, transform: Transform | None = None,
) -> None:  # fmt: skip
    """A rectangle from (x, y), in data coordinates unless ``transform`` says otherwise; ``alpha`` thins its face alone."""
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    _draw(axes, corners, "MLLLZ", gid, transform, face=face, edge=edge, hatch=hatch, line=line, dash=dash, alpha=alpha)


def bar(
    axes: Axes, x: float, y: float, width: float, height: float, kind: int, gid: str | None = None, *, transform: Transform | None = None
) -> None:
    """A box in the colour and hatch of a kind: the first is filled, each other hatched in its own way."""
    face = PALETTE[kind] if kind == 0 else "none"
    box(axes, x, y, width, height, gid=gid, face=face, edge=PALETTE[kind], hatch=HATCHES[kind] * 2, transform=transform)


def unknown(
    axes: Axes, x: float, y: float, width: float, height: float, gid: str | None = None, *, transform: Transform | None = None
) -> None:
    """A box that says "not known": hatched in ink."""
    box(axes, x, y, width, height, gid=gid, edge=INK, hatch=UNKNOWN_HATCH, line=1, transform=transform)


def dot(
    axes: Axes, x: float, y: float, *, kind: int = 0, size: float = 8, filled: bool = True, gid: str | None = None, colour: str = "", marker: str = "",
    transform: Transform | None = None,
) -> None:  # fmt: skip
    """A marker in the colour and shape of a kind (or of its own), filled or hollow."""
    tone = colour or PALETTE[kind]
    look = {"face": tone if filled else "none", "edge": tone, "line": 1.6, "marker": marker or MARKERS[kind], "size": size}
    _draw(axes, [(x, y)], "M", gid, transform, **look)


def line(
    axes: Axes, xs: Sequence[float], ys: Sequence[float], *, colour: str = INK, width: float = 1.2, dash: str = "-", alpha: float | None = None,
    gid: str | None = None, transform: Transform | None = None,
) -> None:  # fmt: skip
    """A line through points; nan breaks it."""
    points, codes, begun = [], "", False
    for x, y in zip(xs, ys, strict=True):
        if x == x and y == y:
            points.append((x, y))
            codes += "L" if begun else "M"
        begun = x == x and y == y
    if points:
        _draw(axes, points, codes, gid, transform, edge=colour, line=width, dash=dash, alpha=alpha)


def curve(
    axes: Axes,
    points: Sequence[tuple[float, float]],
    *,
    colour: str,
    width: float,
    alpha: float,
    gid: str | None = None,
    transform: Transform | None = None,
) -> None:
    """A line from the first to the third of three points, bent towards the second."""
    _draw(axes, points, "MQQ", gid, transform, edge=colour, line=width, alpha=alpha)


def dust(axes: Axes, xs: Sequence[float], ys: Sequence[float], *, colour: str, size: float = 5, alpha: float = 1.0) -> None:
    """Many round points in one shape, for what nobody points at singly."""
    places = dict.fromkeys(zip(xs, ys, strict=True))
    _draw(
        axes,
        [place for pair in places for place in (pair, pair)],
        "ML" * len(places),
        None,
        None,
        edge=colour,
        line=size,
        cap="round",
        alpha=alpha,
    )


def outline(axes: Axes, rings: Sequence[Sequence[tuple[float, float]]], *, transform: Transform | None = None) -> None:
    """Closed shapes as one, in the pale tint of land."""
    points = [point for ring in rings for point in (*ring, ring[0])]
    codes = "".join("M" + "L" * (len(ring) - 1) + "Z" for ring in rings)
    if points:
        _draw(axes, points, codes, None, transform, face=INK, edge=INK, line=0.5, alpha=0.1)


def words(
    axes: Axes, x: float, y: float, text: str, *, side: Side = "left", size: float = SMALL, bold: bool = False, turn: float = 0,
    transform: Transform | None = None,
) -> None:  # fmt: skip
    """Text whose middle line is at y and whose ``side`` is at x; ``turn`` degrees against the clock about that point."""
    from matplotlib.text import Text

    weight = "bold" if bold else "normal"
    written = Text(x, y, clean(text), ha=side, va="center_baseline", fontsize=size, color=INK, fontweight=weight)
    if turn:
        written.set(rotation=turn, rotation_mode="anchor")
    _place(axes, written, None, transform)


def _draw(axes: Axes, points: Sequence[tuple[float, float]], codes: str, gid: str | None, transform: Transform | None, **look: Any) -> None:
    from matplotlib.path import Path

    from helpers.charts.shape import Shape

    names = {"M": Path.MOVETO, "L": Path.LINETO, "Q": Path.CURVE3, "Z": Path.CLOSEPOLY}
    _place(axes, Shape(Path(points, [names[code] for code in codes]), **look), gid, transform)


def _place(axes: Axes, artist: Any, gid: str | None, transform: Transform | None) -> None:
    artist.set_transform(axes.transData if transform is None else transform)
    artist.set_gid(gid)
    artist.set_zorder(2)  # what is drawn later lies on top, whatever it is
    axes.figure.add_artist(artist)  # unclipped there, and a third cheaper than on the axes


def legend(figure: Figure, axes: Axes, names: Sequence[str], *, left: float, top: float = 6) -> None:
    """The names of the kinds in one line from ``left``, each after a swatch of its colour and hatch."""
    on_page = page(figure)
    for kind, name in enumerate(names):
        room = (WIDTH - 20 - left) / (len(names) - kind) - 42
        bar(axes, left, top, 18, 12, kind, transform=on_page)
        words(axes, left + 24, top + 6, shorten(name, max(room, 40)), transform=on_page)
        left += 42 + min(text_width(clean(name)), max(room, 40))
