"""The one place that makes HTML: everything that comes from a text or a reader goes through ``escape``."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def escape(text: object) -> str:
    """``text`` as HTML text or attribute value.

    >>> escape('<img src=x onerror="alert(1)">')
    '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;'
    """
    return html.escape(str(text), quote=True)


def _cell(value: object) -> str:
    if value is None or value != value:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else escape(value)


def table_html(rows: Iterable[Mapping[str, Any]], caption: str, columns: Sequence[str] | Mapping[str, str] | None = None) -> str:
    """A table with caption and column headings; the first column heads its rows.

    ``rows`` are mappings (``frame.to_dict("records")`` for a DataFrame); ``columns`` chooses and orders them, or
    maps them to headings. An empty table says so in words. Missing values are shown as a dash.
    """
    data = list(rows)
    keys = list(columns) if columns is not None else list(data[0]) if data else []
    names = columns if isinstance(columns, Mapping) else {key: key.replace("_", " ") for key in keys}
    head = "".join(f'<th scope="col" style="text-align:left">{escape(names[key])}</th>' for key in keys)
    body = (
        "".join("<tr>" + "".join(_row_cell(row[key], first=k == 0) for k, key in enumerate(keys)) + "</tr>" for row in data)
        or f'<tr><td colspan="{max(len(keys), 1)}">nothing to show</td></tr>'
    )
    return f'<table><caption style="text-align:left">{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row_cell(value: object, *, first: bool) -> str:
    if first:
        return f'<th scope="row" style="text-align:left">{_cell(value)}</th>'
    numeric = isinstance(value, (int, float)) and not isinstance(value, bool)
    return f'<td style="text-align:right">{_cell(value)}</td>' if numeric else f'<td style="text-align:left">{_cell(value)}</td>'


def notice_html(text: str, *, kind: str = "note") -> str:
    """A short message set apart by a line at its side and a word, never by colour alone."""
    return f'<p role="status" style="border-left:4px solid currentColor;padding-left:.6em"><strong>{escape(kind.capitalize())}.</strong> {escape(text)}</p>'


def page_html(title: str, body: str, *, style: str = "") -> str:
    """A whole page in English around ``body`` (made by this module); asks nothing of the network."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{body}</body></html>"
    )
