"""The lines behind a count as HTML: groups, lines, pages to turn, the passage of a line, and tables whose rows open their lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from helpers.charts.chart import Chart
from helpers.corrections import in_words
from helpers.html import UNFOLDED, Safe, element, notice_html, table_html
from helpers.model import PageSpan, TextEdition
from helpers.reading.behind import Behind, Line
from helpers.reading.searching import SIZE
from helpers.views.linking import Asked

_LEFT = {"scope": "col", "style": "text-align:left"}
MOST = 200
"""Rows of a table, or of printed pages, after which it stops."""

Given = Mapping[tuple[str, str], str]
"""(what, place) → what the reader says of it."""


def behind_html(label: str, groups: Sequence[Asked], chosen: int, found: Behind, given: Given, opened: str = "") -> Safe:
    """All that stands behind a count: its name, the groups to choose from, what there is, the lines with what the reader says of them
    (or the printed pages), and the pages to turn. ``opened`` is the place whose passage is shown."""
    said = Safe(notice_html(f"{label}. {found.said}" if label else found.said, kind="behind it"))
    parts = [said, _groups(groups, chosen)]
    if found.n_places is None:
        parts.append(_printed(found))
    elif found.lines:
        parts += [_lines(found, given, opened), _turning(found)]
    return element("div", *parts)


def _groups(groups: Sequence[Asked], chosen: int) -> Safe:
    if len(groups) < 2:
        return Safe("")
    buttons: list[object] = []
    for k, group in enumerate(groups):
        count = "" if group.n is None else f" ({group.n:,})"
        pressed = "true" if k == chosen else "false"
        buttons += [element("button", f"{group.told}{count}", type="button", data_press=f"group:{k}", aria_pressed=pressed), " "]
    return element("p", "Show ", *buttons)


def _printed(found: Behind) -> Safe:
    rows = [row for row in found.pages if row["pages"]]
    if not rows:
        return Safe("")
    unit = "quoted words" if found.asked.kind == "quotations" else "how often"
    more = f"; the first {MOST} of {len(rows):,}" if len(rows) > MOST else ""
    columns = {"section": "section", "pages": "printed pages", "n": unit}
    table = Safe(table_html(rows[:MOST], f"Printed pages to look up{more}", columns))
    return element("details", element("summary", f"Printed pages ({len(rows):,})"), table, data_key="printed", open=len(rows) <= SIZE)


def _lines(found: Behind, given: Given, opened: str) -> Safe:
    first, what, long = (found.number - 1) * SIZE + 1, tuple(found.lines[0].found), found.asked.kind == "quotations"
    heads = ["line", "before", *(["how it begins"] if long else ["found", "behind"]), "where", *(["as shipped", "I say"] if what else [])]
    rows = [_line(line, first + k, what, given, opened, long) for k, line in enumerate(found.lines)]
    last = first + len(rows) - 1
    caption = f"Lines {first:,}–{last:,} of {found.n_places:,}" if last > first else f"Line {first:,} of {found.n_places:,}"
    table = element(
        "table",
        element("caption", caption, style="text-align:left"),
        element("thead", element("tr", *(element("th", head, **_LEFT) for head in heads))),
        element("tbody", *rows),
        class_="" if long else "ro-lines",
    )
    return element("div", table, style="overflow-x:auto", tabindex="0", role="region", aria_label=caption)


def _line(line: Line, number: int, what: Sequence[str], given: Given, opened: str, long: bool) -> Safe:
    where = line.line.place.replace("§ ", "§\u00a0").replace("p. ", "p.\u00a0")
    pressed = "true" if line.place == opened else "false"
    button = element(
        "button", where, type="button", data_press=f"open:{line.place}", aria_pressed=pressed, aria_label=f"{where}: open line {number}"
    )
    node = element("strong", line.line.node)
    if long:
        size = f" … ({line.size:,} words)" if line.cut else f" ({line.size:,} word{'' if line.size == 1 else 's'})"
        shown = [element("td", node, size, style="text-align:left")]
    else:
        shown = [element("td", node, style="text-align:center"), element("td", line.line.right, style="text-align:left")]
    quoted = " quoted" if line.line.quoted and not long else ""
    cells = [element("td", line.line.left, style="text-align:right"), *shown, element("td", button, quoted, style="text-align:left")]
    if what:
        cells.append(element("td", "; ".join(in_words(name, line.found[name]) for name in what), style="text-align:left"))
        said = [(name, given[name, line.place]) for name in what if (name, line.place) in given]
        mine = "; ".join("the same" if value == line.found[name] else in_words(name, value) for name, value in said)
        cells.append(element("td", mine or "–", style="text-align:left"))
    return element("tr", element("th", f"{number:,}", scope="row", style="text-align:right"), *cells)


def _turning(found: Behind) -> Safe:
    if found.n_pages == 1:
        return Safe("")
    buttons: list[object] = []
    for name, page in (("← Earlier lines", found.number - 1), ("Next lines →", found.number + 1)):
        out = not 1 <= page <= found.n_pages
        buttons += [
            element(
                "button",
                name,
                type="button",
                data_press=f"turn:{1 if '→' in name else -1}",
                disabled=out,
                style="opacity:.5" if out else None,
            ),
            " ",
        ]
    return element("p", *buttons, f"page {found.number} of {found.n_pages}")


def passage_html(edition: TextEdition, place: str) -> Safe:
    """The paragraph of a line's place ("2.4.17:120-126") with its pages, what was found in bold; empty for a place that isn't there."""
    paragraph_id, _, span = place.partition(":")
    at = edition.paragraph_places.get(paragraph_id)
    if at is None or not span:
        return Safe("")
    begin, end = (int(part) for part in span.split("-"))
    paragraph = edition.paragraph(at)
    pages: PageSpan | str = paragraph.pages() if paragraph.pages().first else ""
    text = paragraph.text
    head = element("strong", f"§ {paragraph_id}{f', {pages}' if pages else ''}. ")
    inner = element("p", head, text[:begin], element("mark", element("strong", text[begin:end])), text[end:])
    return element("blockquote", inner, style="border-left:4px solid currentColor;padding-left:.6em", data_paragraph=paragraph_id)


def opening_table_html(rows: Iterable[Mapping[str, Any]], caption: str, columns: Mapping[str, str], links: Sequence[str]) -> Safe:
    """A table whose first cells are buttons where the row has a link: "row:0" opens what the first row counts."""
    keys, body = list(columns), []
    for k, row in enumerate(rows):
        name: object = _told(row[keys[0]])
        if links[k]:
            name = element("button", name, type="button", data_press=f"row:{k}", title="open the lines behind this row")
        cells = [element("td", _told(row[key]), style=f"text-align:{'right' if _number(row[key]) else 'left'}") for key in keys[1:]]
        body.append(element("tr", element("th", name, scope="row", style="text-align:left"), *cells))
    head = element("thead", element("tr", *(element("th", columns[key], **_LEFT) for key in keys)))
    return element("table", element("caption", caption, style="text-align:left"), head, element("tbody", *body))


def chart_rows_html(chart: Chart) -> Safe:
    """The table behind a chart, folded as its static twin's is, with rows that open their lines."""
    n, shown = len(chart.rows), chart.rows[:MOST]
    left_out = f"; the first {MOST:,} of {n:,} rows" if n > MOST else ""
    table = opening_table_html(shown, f"{chart.title}{left_out}", chart.columns, [str(row.get("lines") or "") for row in shown])
    kind = "list" if chart.listed else "table"
    summary = element("summary", f"The {kind} behind it ({n:,} row{'' if n == 1 else 's'}); choose a row to open its lines")
    return element("details", summary, table, data_key="rows", open=chart.listed and n <= UNFOLDED)


def _number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _told(value: Any) -> object:
    if value is None or value != value:
        return "–"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value
