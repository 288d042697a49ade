"""What a chart is: a picture with its marks, and everything that says the same without the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from helpers.charts.svg import standalone
from helpers.charts.theme import clean
from helpers.html import figure_html

Row = Mapping[str, Any]


class Words(TypedDict, total=False):
    """What any kind of chart may be told to say in place of what it says by itself."""

    sentence: str
    source: str
    thin: str


@dataclass(frozen=True)
class Mark:
    """One thing that can be pointed at: ``id`` is the gid of its shape in the SVG, ``label`` its spoken name with value
    and page, ``link`` the row, page or leaf that it opens ("" for none)."""

    id: str
    label: str
    link: str = ""


@dataclass(frozen=True, repr=False)
class Chart:
    """A question answered four ways: picture, marks, sentence, table.

    ``title`` states the question; ``svg`` draws it; ``sentence`` says in words what the picture shows; ``source`` on
    how much it rests ("n of N") and what is not counted; ``rows`` under ``columns`` (key → heading) are the table
    behind it; ``thin`` says why it is too thin to trust, or is empty; ``listed``: the rows are a list that
    the picture only sums up, and stand unfolded. Raises ValueError if two marks share an id.
    """

    title: str
    svg: str
    marks: tuple[Mark, ...]
    sentence: str
    source: str
    rows: tuple[dict[str, Any], ...]
    columns: Mapping[str, str]
    thin: str = ""
    listed: bool = False

    def __post_init__(self) -> None:
        if len({mark.id for mark in self.marks}) != len(self.marks):
            raise ValueError(f"two marks of {self.title!r} share an id")

    def picture(self, *, words: bool = False) -> str:
        """The SVG as a file of its own, dark on white; ``words`` writes title and source into it."""
        return standalone(self.svg, title=self.title, source=self.source) if words else standalone(self.svg)

    def __repr__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return figure_html(self)


class MarkList:
    """Gathers the marks of a chart while it is drawn: ``add`` gives the gid to draw with."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []

    def add(self, label: str, row: Row | None = None, *, link: str = "id") -> str:
        """The gid ("m0", "m1", …) of a new mark; the page and the link are taken from ``row`` where it has them."""
        page = page_words(row) if row else ""
        mark = Mark(f"m{len(self._marks)}", clean(f"{label}, {page}" if page else label), str((row or {}).get(link) or ""))
        self._marks.append(mark)
        return mark.id

    def ids(self) -> frozenset[str]:
        """The ids so far."""
        return frozenset(mark.id for mark in self._marks)

    def all(self) -> tuple[Mark, ...]:
        """The marks so far, in the order of the keyboard."""
        return tuple(self._marks)


def page_words(row: Row) -> str:
    """The printed page of a row as it is spoken and cited; "" where it has none (a number is no page: pages are text).

    >>> page_words({"pages": "95"}), page_words({"pages": "95-96"}), page_words({"pages": "292", "page_doubtful": True})
    ('p. 95', 'pp. 95–96', 'p. 292 or one later')
    """
    pages = row.get("pages")
    if not isinstance(pages, str) or not pages:
        return ""
    return pages_words(pages) + (" or one later" if row.get("page_doubtful") is True else "")


def pages_words(pages: str) -> str:
    """Printed pages as a table has them, as they are spoken.

    >>> pages_words("95"), pages_words("95-96")
    ('p. 95', 'pp. 95–96')
    """
    several = "-" in pages or "–" in pages or ";" in pages
    return f"{'pp.' if several else 'p.'} {pages.replace('-', '–')}"


def records(data: Iterable[Row] | Any, needed: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of a DataFrame or of any iterable of mappings, in order. Raises ValueError if the first row lacks a column."""
    rows = data.to_dict("records") if hasattr(data, "to_dict") else [dict(row) for row in data]
    missing = [name for name in needed if rows and name not in rows[0]]
    if missing:
        raise ValueError(f"the rows have no column {', '.join(missing)}; they have {', '.join(map(str, rows[0]))}")
    return rows


def number(value: object) -> float:
    """``value`` as a number; what is not known (None, "", nan) is nan.

    >>> number("3"), number(""), number(None)
    (3.0, nan, nan)
    """
    if value is None or value == "":
        return float("nan")
    return float(value)  # type: ignore[arg-type]


def spoken(value: float, unit: str = "") -> str:
    """A number as it is printed beside its mark, with its unit; "not known" for nan.

    >>> spoken(1234.0), spoken(0.5, "pages"), spoken(1, "pages per day"), spoken(float("nan"), "pages"), spoken(-3.14159)
    ('1,234', '0.5 pages', '1 page per day', 'not known', '−3.14')
    """
    if value != value:
        return "not known"
    if value == 1:
        unit = singular(unit)
    return f"{_digits(value)} {unit}".strip().replace("-", "−", 1 if value < 0 else 0)


def singular(unit: str) -> str:
    """The unit of a single thing: only its first word changes.

    >>> [singular(unit) for unit in ("pages", "leaves in common", "bodies", "per cent", "log ratio")]
    ['page', 'leaf in common', 'body', 'per cent', 'log ratio']
    """
    first, space, rest = unit.partition(" ")
    for many, one in (("ies", "y"), ("ves", "f"), ("s", "")):
        if first.endswith(many):
            return f"{first.removesuffix(many)}{one}{space}{rest}"
    return unit


def _digits(value: float) -> str:
    if abs(value) == float("inf"):
        return "∞" if value > 0 else "-∞"
    if value == round(value):
        return f"{value:,.0f}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.01 else f"{value:.2g}"


def headings(*columns: str) -> dict[str, str]:
    """Column → heading for the columns that are named at all.

    >>> headings("n_events", "", "place")
    {'n_events': 'n events', 'place': 'place'}
    """
    return {column: column.replace("_", " ") for column in columns if column}
