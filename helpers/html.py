"""The one place that makes HTML: everything that comes from a text or a reader goes through ``escape``."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Protocol


class Drawn(Protocol):
    """What ``figure_html`` needs of a chart (``charts.chart.Chart`` is one)."""

    @property
    def title(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def thin(self) -> str: ...
    @property
    def listed(self) -> bool: ...
    @property
    def rows(self) -> Sequence[Mapping[str, Any]]: ...
    @property
    def columns(self) -> Mapping[str, str]: ...
    def picture(self) -> str: ...


_SIGNS = re.compile("[&<>\"']")


def escape(text: object) -> str:
    """``text`` as HTML text or attribute value.

    >>> escape('<img src=x onerror="alert(1)">')
    '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;'
    """
    plain = text if type(text) is str else str(text)
    return html.escape(plain, quote=True) if _SIGNS.search(plain) else plain


def _cell(value: object) -> str:
    if value is None or value != value:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else escape(value)


def table_html(
    rows: Iterable[Mapping[str, Any]],
    caption: str,
    columns: Sequence[str] | Mapping[str, str] | None = None,
    empty: str = "nothing to show",
) -> str:
    """A table with caption and column headings; the first column heads its rows.

    ``rows`` are mappings (``frame.to_dict("records")`` for a DataFrame); ``columns`` chooses and orders them, or
    maps them to headings. An empty table says so in the words of ``empty``. Missing values are shown as a dash.
    """
    data = list(rows)
    keys = list(columns) if columns is not None else list(data[0]) if data else []
    names = columns if isinstance(columns, Mapping) else {key: key.replace("_", " ") for key in keys}
    head = "".join(f'<th scope="col" style="text-align:left">{escape(names[key])}</th>' for key in keys)
    body = (
        "".join("<tr>" + "".join(_row_cell(row[key], first=k == 0) for k, key in enumerate(keys)) + "</tr>" for row in data)
        or f'<tr><td colspan="{max(len(keys), 1)}">{escape(empty)}</td></tr>'
    )
    return f'<table><caption style="text-align:left">{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


_WHOLE = re.compile(r"[\d:/.–-]{1,12}")
"""Dates, pages and clock times, which stay on one line."""


_ENDLESS = re.compile(r"\S{40}")
"""What has no place to break a line: an address, or a word of somebody who leant on a key."""


def breaking(text: object) -> str:
    """Style that lets a text without blanks break, so that no table grows wider than its page; "" for any other.

    >>> breaking("a long sentence in short words"), breaking("m" * 200)
    ('', ';overflow-wrap:anywhere;min-width:9em')
    """
    return ";overflow-wrap:anywhere;min-width:9em" if _ENDLESS.search(str(text)) else ""


def _row_cell(value: object, *, first: bool) -> str:
    if first:
        return f'<th scope="row" style="text-align:left{breaking(value)}">{_cell(value)}</th>'
    numeric = isinstance(value, (int, float)) and not isinstance(value, bool)
    whole = ";white-space:nowrap" if isinstance(value, str) and _WHOLE.fullmatch(value) else breaking(value)
    return f'<td style="text-align:{"right" if numeric else "left"}{whole}">{_cell(value)}</td>'


UNFOLDED = 12
"""A list of at most so many rows stands unfolded."""


def chart_table_html(chart: Drawn, *, most_rows: int = 200) -> str:
    """The table behind ``chart``, folded away; after ``most_rows`` it stops and says how many it leaves out."""
    shown, n = list(chart.rows)[:most_rows], len(chart.rows)
    left_out = f"; the first {most_rows:,} of {n:,} rows" if n > most_rows else ""
    table = table_html(shown, f"{chart.title}{left_out}", chart.columns)
    return f"<details{' open' if chart.listed and n <= UNFOLDED else ''}><summary>The {'list' if chart.listed else 'table'} behind it ({n:,} row{'' if n == 1 else 's'})</summary>{table}</details>"


def figure_html(chart: Drawn, *, most_rows: int = 60) -> str:
    """``chart`` where no kernel runs: its title, sentence and source, its picture on a white ground, the table behind it.

    The picture is an ``img`` with the sentence as text alternative, for an untrusted notebook drops drawn SVG.
    """
    picture = base64.b64encode(chart.picture().encode()).decode()
    thin = f"<br><strong>Too thin to trust:</strong> {escape(chart.thin)}" if chart.thin else ""
    return (
        f"<figure><figcaption><strong>{escape(chart.title)}</strong><br>{escape(chart.sentence)}{thin}<br><small>{escape(chart.source)}</small></figcaption>"
        f'<img width="720" alt="{escape(chart.sentence)}" src="data:image/svg+xml;base64,{picture}">{chart_table_html(chart, most_rows=most_rows)}</figure>'
    )


def notice_html(text: str, *, kind: str = "note") -> str:
    """A short message set apart by a line at its side and a word, never by colour alone."""
    return f'<p role="status" style="border-left:4px solid currentColor;padding-left:.6em"><strong>{escape(kind.capitalize())}.</strong> {escape(text)}</p>'


def page_html(title: str, body: str, *, style: str = "", sheet: str = "") -> str:
    """A whole page in English around ``body`` (made by this module); asks nothing of the network.

    ``style`` stands in the page itself, ``sheet`` names a file of styles beside it.
    """
    linked = f'<link rel="stylesheet" href="{escape(sheet)}"><link rel="icon" href="data:,">' if sheet else ""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>{linked}<style>{style}</style></head><body>{body}</body></html>"
    )


def notices_html(notices: Iterable[tuple[str, str]]) -> str:
    """Several short messages, each headed by its word."""
    return "".join(notice_html(text, kind=kind) for kind, text in notices if text)


def prompt_html(prompt: str) -> str:
    """A question that a lesson asks."""
    return f"<p><strong>{escape(prompt)}</strong></p>"


def items_html(items: Iterable[Any]) -> str:
    """What a lesson asks, on paper: each item's question with its answers to choose from or its terms to sort."""
    return "".join(_item_html(item) for item in items)


def _item_html(item: Any) -> str:
    listed = (*item.entries, *item.options) if item.kind in ("choice", "place", "order", "sort") else ()
    answers = "".join(f"<li>{escape(option.text)}</li>" for option in listed)
    unit = f"<p>({escape(item.unit)})</p>" if item.unit else ""
    return prompt_html(item.prompt) + (f"<ul>{answers}</ul>" if answers else unit)


def card_html(plan: Any) -> str:
    """A lesson's card: question, what the reader will be able to do, minutes, needs, version."""
    can_do = "".join(f"<li>{escape(line)}</li>" for line in plan.can_do)
    minutes = "".join(f'<tr><th scope="row" style="text-align:left">{escape(part)}</th><td>{n} min</td></tr>' for part, n in plan.minutes)
    total = sum(n for _, n in plan.minutes)
    return (
        f"<p><strong>{escape(plan.question)}</strong></p><p>You will be able to</p><ul>{can_do}</ul>"
        f'<table><caption style="text-align:left">{total} minutes in class</caption><tbody>{minutes}</tbody></table>'
        f"<p>Needs: {escape(plan.needs)} Lesson {escape(plan.id)}, version {escape(plan.version)}.</p>"
    )


def _page_line(ref: Any) -> str:
    return f"<p>Open p. {ref.page} (section {escape(ref.section)}): {escape(ref.why)}</p>"


def specimen_html(ref: Any) -> str:
    """What stands for a passage where the reader has no copy: the page to open, and a specimen marked as ours."""
    if not ref.specimen:
        return _page_line(ref)
    return _page_line(ref) + quoted_html("Specimen", "written for this lesson, not from the book", ref.specimen)


def quoted_html(heading: str, pages: object, text: str) -> str:
    """A passage of a reader's own copy with its printed page. For live widgets alone: never stored."""
    return (
        f'<blockquote style="border-left:4px solid currentColor;padding-left:.6em"><p><strong>{escape(heading)}, {escape(pages)}.</strong> '
        f"{escape(text)}</p></blockquote>"
    )


class Safe(str):
    """HTML that this module made; everything else that goes into an ``element`` is escaped."""

    __slots__ = ()


def element(name: str, *inside: object, **attributes: object) -> Safe:
    """``<name attributes>inside</name>``, the parts of ``inside`` escaped unless ``Safe``.

    An attribute that is None or False is left out, one that is True has no value; ``data_line`` stands for data-line,
    ``class_`` for class.

    >>> element("p", "1 < 2, ", element("b", "so"), class_="x", hidden=False, data_line=3)
    '<p class="x" data-line="3">1 &lt; 2, <b>so</b></p>'
    """
    opening = f"<{name}"
    for key, value in attributes.items():
        if value is True:
            opening += f" {_attribute(key)}"
        elif value is not None and value is not False:
            opening += f' {_attribute(key)}="{escape(value)}"'
    return Safe(f"{opening}>" if name == "input" else f"{opening}>{joined(*inside)}</{name}>")


@cache
def _attribute(key: str) -> str:
    """An attribute's name as HTML has it, for one as Python has it."""
    return key.rstrip("_").replace("_", "-")


def joined(*parts: object) -> Safe:
    """``parts`` one behind another, each escaped unless ``Safe``."""
    return Safe("".join([part if isinstance(part, Safe) else escape(part) for part in parts]))
