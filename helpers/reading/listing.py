"""Lists of the reading room as HTML: concordance lines, printed pages with counts, contents, what was coded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from helpers.analysis.concordance import ConcordanceLine
from helpers.codings import Coding
from helpers.html import Safe, breaking, element, table_html
from helpers.reading.codebook import Code
from helpers.reading.counting import Counted
from helpers.reading.searching import SIZE

_LEFT = {"scope": "col", "style": "text-align:left"}


def lines_html(
    lines: Sequence[ConcordanceLine],
    caption: str,
    *,
    first: int = 1,
    places: Sequence[str] = (),
    kept: Iterable[str] = (),
    opened: str = "",
    live: bool = True,
) -> Safe:
    """Concordance lines as a table: number, left, node, right, where. In a ``live`` one the place opens the passage and a box
    keeps the line; ``places`` name the lines for that, ``kept`` are those kept, ``opened`` is the one in the pane."""
    chosen = set(kept)
    heads = ["line", "before", "found", "behind", "where", *(["keep"] if live else [])]
    rows = [
        _line(line, first + k, places[k] if live else "", live, places[k] in chosen if live else False, live and places[k] == opened)
        for k, line in enumerate(lines)
    ]
    return element(
        "table",
        element("caption", caption, style="text-align:left"),
        element("thead", element("tr", *(element("th", head, **_LEFT) for head in heads))),
        element("tbody", *rows) if rows else element("tbody", element("tr", element("td", "nothing to show", colspan=len(heads)))),
        class_="ro-lines",
    )


def _line(line: ConcordanceLine, number: int, place: str, live: bool, kept: bool, opened: bool) -> Safe:
    where: object = line.place.replace("§ ", "§\u00a0").replace("p. ", "p.\u00a0")
    if live:
        where = element("button", where, type="button", data_press=f"open:{place}", aria_pressed="true" if opened else "false")
    keep = (
        [element("td", element("input", type="checkbox", checked=kept, data_check=place, aria_label=f"Keep line {number}"))] if live else []
    )
    return element(
        "tr",
        element("th", number, scope="row", style="text-align:right"),
        element("td", line.left, style="text-align:right"),
        element("td", element("strong", line.node), style="text-align:center"),
        element("td", line.right, style="text-align:left"),
        element("td", where, " quoted" if line.quoted else "", style="text-align:left"),
        *keep,
    )


def counted_html(counted: Counted) -> Safe:
    """What the measures answer: the sentence, and the printed pages behind it, folded away."""
    said = element("p", element("strong", "From the measures. "), counted.said)
    if not counted.rows:
        return said
    n = len(counted.rows)
    columns = {"section": "section", "pages": "printed pages", "n": "at most" if counted.at_most else "how often"}
    table = Safe(table_html(counted.rows, "Printed pages", columns))
    return Safe(
        said + element("details", element("summary", f"Printed pages ({n:,} lea{'f' if n == 1 else 'ves'})"), table, data_key="leaves")
    )


def contents_html(rows: Sequence[Mapping[str, Any]], title: str, *, live: bool = True, opened: str = "") -> Safe:
    """The contents of a text chapter by chapter, folded, with how far each section was read; in a ``live`` one a section's
    name opens it. ``opened`` is the section in the pane: its chapter is unfolded."""
    chapters = {row["chapter"]: [r for r in rows if r["chapter"] == row["chapter"]] for row in rows}
    parts = [_chapter(chapter, mine, live, opened) for chapter, mine in chapters.items()]
    return element("div", element("p", element("strong", title)), *parts)


def _chapter(chapter: int, rows: Sequence[Mapping[str, Any]], live: bool, opened: str) -> Safe:
    begun = sum(row["read_share"] > 0 for row in rows)
    n = len(rows)
    name = f"Chapter {chapter}" if chapter else "Outside the chapters"
    said = f"{name}: {n} section{'s' * (n != 1)}, {sum(row['words'] for row in rows):,} words"
    heads = ("section", "printed pages", "words", *(["how far"] if live else []))
    table = element(
        "table",
        element("thead", element("tr", *(element("th", head, **_LEFT) for head in heads))),
        element("tbody", *(_section(row, live) for row in rows)),
        class_="ro-contents",
    )
    summary = element("summary", f"{said}, {begun} begun" if live else said)
    return element("details", summary, table, data_key=f"chapter-{chapter}", open=live and any(row["section"] == opened for row in rows))


def _section(row: Mapping[str, Any], live: bool) -> Safe:
    name = element("button", row["label"], type="button", data_press=f"section:{row['section']}") if live else row["label"]
    return element(
        "tr",
        element("th", name, scope="row", style="text-align:left"),
        element("td", row["pages"], style="text-align:left"),
        element("td", f"{row['words']:,}", style="text-align:right"),
        *([element("td", row["read"], style="text-align:left")] if live else []),
    )


def codebook_html(codes: Sequence[Code]) -> Safe:
    """The codes with what each means."""
    rows = [{"code": code.code, "meaning": code.meaning} for code in codes]
    caption = f"{len(rows)} code{'s' * (len(rows) != 1)}"
    return Safe(table_html(rows, caption, {"code": "code", "meaning": "given when"}, "The codebook is empty: add a code below."))


def codings_html(codings: Sequence[Coding], pages: Callable[[Coding], str]) -> Safe:
    """What was coded, each with buttons that open it and take it back; ``pages`` gives the printed pages of one."""
    if not codings:
        return element("p", "Nothing is coded yet. Choose a passage and a code below the reading pane, and keep the coding.")
    rows = [
        element(
            "tr",
            element(
                "th",
                element("button", coding.place, type="button", data_press=f"open:{coding.place}"),
                scope="row",
                style="text-align:left",
            ),
            *(element("td", text, style=f"text-align:left{breaking(text)}") for text in (pages(coding), coding.code, coding.memo)),
            element(
                "td",
                element("button", "Take back", type="button", data_press=f"drop:{coding.place}", aria_label=f"Take back: {coding.place}"),
            ),
        )
        for coding in codings
    ]
    heads = element("tr", *(element("th", head, **_LEFT) for head in ("passage", "printed pages", "code", "memo", "take back")))
    return element(
        "table", element("caption", f"{len(codings)} coded", style="text-align:left"), element("thead", heads), element("tbody", *rows)
    )


def first_line(page_number: int) -> int:
    """Number of the first line on a page of a concordance."""
    return (page_number - 1) * SIZE + 1
