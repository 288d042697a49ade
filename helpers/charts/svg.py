"""From a drawn figure to SVG text: the same each time, small, and in the colours of the page it stands on."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from helpers.charts.theme import INK, SMALL, clean

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FONTS = "DejaVu Sans,Verdana,sans-serif"
LIGHT_INK, LIGHT_GROUND = "#1a1a1a", "#ffffff"
"""What a picture that stands alone is drawn with, since no page lends it a colour."""
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_COMMAND = re.compile(r"([MLHVQCZmlqcz])([^MLHVQCZmlqcz]*)")
_DEFAULTS = {"stroke-linejoin": "round", "stroke-linecap": "butt", "stroke-width": "1", "font-weight": "400", "text-anchor": "start"}
_DROPPED = {"font-family", "stroke-miterlimit"}


def svg_text(figure: Figure, marks: Collection[str] = (), *, faded: bool = False) -> str:
    """``figure`` as SVG text: ids only on ``marks`` and on what is referred to, no date, no metadata, no style sheet.

    The width is that of the page; numbers are cut to a tenth of a unit. ``faded`` marks are half transparent.
    """
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    stream = io.StringIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # a letter that this font lacks, the reader's font may have
        canvas: Any = FigureCanvasSVG(figure)
        canvas.print_svg(stream, metadata={"Date": None, "Creator": None})
    text = stream.getvalue()
    body = text[text.index("<svg") :].replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    root = ElementTree.fromstring(body.replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "", 1).replace("xlink:href", "href"))
    slim = _Slimming(marks, set(re.findall(r"(?:href=.|url\()#([\w.-]+)", body)), faded=faded)
    inside = "".join(slim.written(child) for child in root)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{root.get("viewBox")}" width="100%" fill="currentColor" '
        f'stroke-linejoin="round" font-family="{FONTS}" font-size="{SMALL:g}">{inside}</svg>'
    )


class _Slimming:
    """Writes the elements of matplotlib's SVG without what says nothing."""

    def __init__(self, marks: Collection[str], referred: set[str], *, faded: bool) -> None:
        self._marks, self._faded = frozenset(marks), faded
        self._named = self._marks | referred

    def written(self, element: ElementTree.Element) -> str:
        """``element`` as text; groups that carry nothing are left out around what they hold."""
        if element.tag in ("metadata", "style"):
            return ""
        attributes = self._attributes(element)
        if element.tag == "g" and len(element) == 1 and element[0].tag == "path" and set(attributes) <= {"id", "opacity"}:
            element, attributes = element[0], {**attributes, **self._attributes(element[0])}
        text = _escaped(element.text or "") if element.tag == "text" else ""
        inside = text + "".join(self.written(child) for child in element)
        if element.tag in ("g", "defs") and not inside:
            return ""
        if element.tag == "g" and not attributes:
            return inside
        start = element.tag + "".join(f' {name}="{_escaped(value)}"' for name, value in attributes.items())
        return f"<{start}>{inside}</{element.tag}>" if inside else f"<{start}/>"

    def _attributes(self, element: ElementTree.Element) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, value in element.attrib.items():
            if name == "id" and value not in self._named:
                continue
            if name == "style":
                found.update(_presentation(value))
            elif name == "d":
                found["d"] = compact_path(value)
            elif name == "transform":
                found.update(_placed(value))
            else:
                found[name] = value if name in ("id", "href", "clip-path") else _rounded(value)
        if self._faded and found.get("id") in self._marks:
            found["opacity"] = ".45"
        return found


@lru_cache(maxsize=1024)  # a chart has few styles and many elements
def _presentation(style: str) -> dict[str, str]:
    """A style as presentation attributes, which a page can't trip over; ink becomes the colour of the page's text."""
    pairs = (part.split(":", 1) for part in style.split(";") if ":" in part)
    found = {name.strip(): value.strip().replace(INK, "currentColor") for name, value in pairs}
    found = {name: value for name, value in found.items() if name not in _DROPPED and _DEFAULTS.get(name) != value}
    if found.get("fill") == "currentColor":
        del found["fill"]
    if "stroke" not in found:
        found.pop("stroke-linejoin", None)
    return {name: value.removesuffix("px") if name == "font-size" else value for name, value in found.items() if value != f"{SMALL:g}px"}


def _placed(transform: str) -> dict[str, str]:
    """A transform, unless it turns by nothing; a mere move of a text becomes its place."""
    if re.match(r"rotate\(-?0(\.0)? ", transform):
        return {}
    if moved := re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", transform):
        return {"x": _rounded(moved[1]), "y": _rounded(moved[2])}
    return {"transform": _rounded(transform)}


@lru_cache(maxsize=8192)
def _tenth(value: float) -> str:
    """A number to a tenth, as short as it can be written.

    >>> _tenth(0.25), _tenth(-0.04), _tenth(12.0)
    ('.2', '0', '12')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text in ("-0", "0") else text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _rounded(value: str) -> str:
    return value if value.startswith("#") else _NUMBER.sub(lambda m: _tenth(float(m[0])), value)


@lru_cache(maxsize=64)  # the same hatching is drawn again and again
def compact_path(d: str) -> str:
    """A path with the same points to a tenth of a unit, in steps.

    >>> compact_path("M 10 20 \\nL 14.04 20 \\nL 14 28.5 \\nz\\n")
    'M10 20h4v8.5z'
    """
    pieces, x, y = [], 0, 0
    for command, rest in _COMMAND.findall(d):
        numbers = [round(float(n) * 10) for n in _NUMBER.findall(rest)]
        if command == "M":
            x, y = numbers[-2:]
            pieces.append(f"M{_tenth(x / 10)} {_tenth(y / 10)}")
        elif command in "LQC":
            steps = [n - (x, y)[k % 2] for k, n in enumerate(numbers)]
            x, y = numbers[-2:]
            pieces.append(_step(command.lower(), steps))
        else:
            pieces.append(command.lower())
    return "".join(pieces)


def _step(command: str, steps: list[int]) -> str:
    if command == "l" and steps[1] == 0:
        return f"h{_tenth(steps[0] / 10)}" if steps[0] else "h0"
    if command == "l" and steps[0] == 0:
        return f"v{_tenth(steps[1] / 10)}"
    return command + " ".join(_tenth(step / 10) for step in steps).replace(" -", "-")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def standalone(svg: str, *, title: str = "", source: str = "") -> str:
    """``svg`` as a picture of its own: dark on a white ground, its size fixed, with title above and source below if given."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    width, height = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    above, below = _lines(title, width, 15), _lines(source, width, 11)
    top, bottom = 20.0 * len(above) + 8 * bool(above), 15.0 * len(below) + 6 * bool(below)
    texts = [f'<text x="8" y="{_tenth(20 * k - top)}" font-size="15" font-weight="700">{line}</text>' for k, line in enumerate(above, 1)]
    texts += [f'<text x="8" y="{_tenth(height + 15 * k)}" font-size="11">{line}</text>' for k, line in enumerate(below, 1)]
    ground = f'<rect y="{_tenth(-top)}" width="{width:g}" height="{_tenth(height + top + bottom)}" fill="{LIGHT_GROUND}"/>'
    tall = height + top + bottom
    alone = svg.replace('width="100%"', f'width="{width:g}" height="{tall:g}"', 1)
    alone = re.sub(r'viewBox="[^"]*"', f'viewBox="0 {_tenth(-top)} {width:g} {tall:g}"', alone, count=1)
    return alone.replace(">", f">{ground}", 1).replace("</svg>", "".join(texts) + "</svg>").replace('"currentColor"', f'"{LIGHT_INK}"')


def _lines(text: str, width: float, size: float) -> list[str]:
    """``text`` broken into lines that fit, escaped; by eye (0.62 of the size a letter), for no font is loaded here."""
    import textwrap

    return [_escaped(line) for line in textwrap.wrap(clean(text), max(20, int((width - 16) / (0.62 * size))))]
