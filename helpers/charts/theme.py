"""One look for every chart: colours, shapes and hatches that carry meaning together, sizes, and the sheet to draw on.

The colours are those of Okabe and Ito (Color Universal Design, 2008) brought to middle tones: each has a contrast of 3.9
or more against a white ground and against JupyterLab's dark one. Text and lines take the colour of the page's text.
"""

from __future__ import annotations

import logging
import warnings
from bisect import bisect_right
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

# Matplotlib reads its list of fonts without naming an encoding; a warning would stand in every lesson's first chart.
warnings.filterwarnings("ignore", category=EncodingWarning, module=r"matplotlib(\..*)?")

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# matplotlib warns on stderr of fonts to be listed and folders it can't write; a notebook would store that as output
logging.getLogger("matplotlib").setLevel(logging.ERROR)

WIDTH = 720
"""Width of every chart, in units of its viewBox; about as many pixels in a notebook on a screen of 1024."""
TEXT, SMALL = 12.5, 11.5
"""Sizes of text, in the same units."""
BOLD = SMALL * 1.17
"""The size at which plain text is as wide as bold text is at SMALL: to measure bold text by."""

INK = "#000000"
"""Text, axes and outlines: written as ``currentColor``, so that they follow the theme of the page."""
GROUNDS = {"light": "#ffffff", "dark": "#111111"}
BLUE, VERMILLION, GREEN, PURPLE, OCHRE, GREY = "#1e7bb8", "#c55a11", "#0b8f69", "#b9618f", "#9a7d0a", "#767676"
PALETTE = (BLUE, VERMILLION, PURPLE, GREEN, OCHRE, GREY)
MARKERS = ("o", "s", "^", "D", "v", "P")
HATCHES = ("", "///", "|", "\\\\\\", "xxx", "---")
UNKNOWN_HATCH = "////"
"""Not known: always this hatch in ink on nothing, never a value."""

_RC: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": TEXT,
    "text.parse_math": False,  # a dollar sign in a label is a dollar sign
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.facecolor": "none",
    "axes.labelsize": SMALL,
    "axes.linewidth": 1,
    "axes.axisbelow": True,
    "axes.formatter.useoffset": False,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "grid.color": INK,
    "grid.alpha": 0.15,
    "grid.linewidth": 1,
    "hatch.linewidth": 1,
    "path.simplify": False,  # it would drop the points of ``brush.dust``
    "figure.dpi": 72,
    "figure.facecolor": "none",
    "svg.fonttype": "none",
    "svg.hashsalt": "reading-october",
}


@contextmanager
def sheet(height: float, *, left: float = 60, right: float = 20, top: float = 10, bottom: float = 44) -> Iterator[tuple[Figure, Axes]]:
    """A figure of WIDTH × ``height`` with one pair of axes inside the margins, drawn by the theme alone.

    Whatever settings a reader has made in matplotlib are out of force inside and back in force afterwards.
    """
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        settings: MutableMapping[Any, Any] = matplotlib.rcParams
        settings.update(_RC)
        figure = Figure(figsize=(WIDTH / 72, height / 72))
        figure.patch.set_visible(False)
        box = (left / WIDTH, bottom / height, (WIDTH - left - right) / WIDTH, (height - top - bottom) / height)
        axes = figure.add_axes(box)
        axes.patch.set_visible(False)
        yield figure, axes


@lru_cache(maxsize=1)
def _font() -> Any:
    import matplotlib
    from matplotlib.ft2font import FT2Font

    return FT2Font(f"{matplotlib.get_data_path()}/fonts/ttf/DejaVuSans.ttf")


@lru_cache(maxsize=2048)
def _advance(letter: str, size: float) -> float:
    font = _font()
    glyph = font.get_char_index(ord(letter))
    if not glyph:  # not in this font: the reader's own may be as wide as it is high
        return size
    font.set_size(size, 72)
    return float(font.load_glyph(glyph).linearHoriAdvance) / 65536


def text_width(text: str, size: float = SMALL) -> float:
    """Width of ``text`` in DejaVu Sans, in units of the viewBox: the widest of the fonts a reader may have."""
    return sum(_advance(letter, size) for letter in text)


def shorten(text: str, width: float, size: float = SMALL) -> str:
    """``text`` cut to ``width``, with an ellipsis if anything went."""
    text = clean(text)
    if text_width(text, size) <= width:
        return text
    room = width - text_width("…", size)
    ends = list(accumulate(_advance(letter, size) for letter in text))
    return f"{text[: bisect_right(ends, room)].rstrip()}…"


def in_two(text: str, width: float, size: float = SMALL) -> list[str]:
    """``text`` on one line, or parted between words on two of at most ``width``; the second is cut if that is not enough.

    >>> in_two("a short name", 100), in_two("delegates of the Siberian Congress, all parties", 170)
    (['a short name'], ['delegates of the Siberian', 'Congress, all parties'])
    """
    text = clean(text)
    if text_width(text, size) <= width:
        return [text]
    parts = text.split(" ")
    fits = max((k for k in range(1, len(parts)) if text_width(" ".join(parts[:k]), size) <= width), default=0)
    return [" ".join(parts[:fits]), shorten(" ".join(parts[fits:]), width, size)] if fits else [shorten(text, width, size)]


def clean(text: object) -> str:
    """``text`` on one line, without what no font draws and XML forbids: control and direction signs, lone surrogates.

    >>> clean("Vel\\x00sk\\n\\u202eon the Vaga")
    'Vel sk  on the Vaga'
    """
    line = str(text)
    return line if line.isprintable() else "".join(letter if letter.isprintable() else " " for letter in line)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours "#rrggbb", from 1 to 21 (WCAG 2.2, definitions of relative luminance and contrast ratio).

    >>> round(contrast("#000000", "#ffffff")), round(contrast("#767676", "#ffffff"), 2)
    (21, 4.54)
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
