"""Natural widths of printed lines, estimated from the letters' widths in a Century Schoolbook face.

The figures are Adobe's metrics of New Century Schoolbook Roman, in thousandths of an em (the book is set in a
close relative); a test compares them with the metrics file that matplotlib brings along.
"""

from __future__ import annotations

import unicodedata

_BY_WIDTH: dict[int, str] = {
    204: "'‘’",
    278: " ,./:;",
    296: "!j",
    315: "il",
    333: "()-[]f",
    389: '"t“”',
    407: "I",
    444: "?cr",
    463: "s",
    481: "z",
    500: "*eo†",
    537: "gvxy",
    556: "$0123456789Jabq£–",
    574: "dp",
    593: "k",
    606: "+=",
    611: "Zhnu",
    630: "S",
    667: "FLPT",
    704: "XY",
    722: "ABCERV",
    778: "DGKOQw",
    815: "&NU",
    833: "%H",
    889: "m",
    944: "M",
    981: "W",
    1000: "—…",
}
WIDTHS: dict[str, float] = {c: w / 1000 for w, chars in _BY_WIDTH.items() for c in chars}
SPACE = WIDTHS[" "]


def width(text: str) -> float:
    """Natural width of ``text`` in ems; an accented letter counts as its base, an unknown sign as 0.556.

    >>> round(width("Minsk"), 3)
    2.926
    """
    total = 0.0
    for char in text:
        known = WIDTHS.get(char)
        if known is None:
            known = WIDTHS.get(unicodedata.normalize("NFD", char)[0], 0.556)
        total += known
    return total
