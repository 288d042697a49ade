"""What a mark of a chart opens: the row behind it in words, the page to look up, and the passage where a copy is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.analysis.passages import find_passage, stems_of
from helpers.charts.chart import Mark, page_words
from helpers.html import notice_html, quoted_html, table_html
from helpers.model import Corpus
from helpers.tables import page_range
from helpers.views.linking import ids_of

TABLES = ("events", "figures", "power", "contradictions", "places", "organisations", "people", "absences", "lexicon")
"""Tables whose rows a mark may open, in the order in which an id is looked for."""

SHOWN = (
    "summary", "as_written", "os_start", "os_end", "ns_start", "clock", "precision", "what", "statement_a", "pages_a", "statement_b",
    "pages_b", "reading", "name", "value", "value_to", "unit", "of_what", "side", "who_counts", "formula", "check", "os_date",
    "os_date_appendix", "os_date_narrative", "form", "how", "role_in_book", "modern_name", "class", "target", "n_here", "n_ten_days",
    "status", "note",
)  # fmt: skip
"""Columns worth showing, in this order; the rest are ids and page numbers."""

NAMED_IN = {"actors": ("people", "organisations"), "place_id": ("places",)}


MOST = 5
"""How many rows a mark that stands for several opens at once."""


LISTED = {"name": "who", "role_in_october": "in October", "n_here": "named here", "n_ten_days": "in Ten Days", "note": "note"}
"""Columns of the people and bodies that a mark counts: all of them are listed, and its lines name it."""


def rows_of(corpus: Corpus, link: str) -> list[Mapping[str, Any]]:
    """The rows that a mark's link names (ids parted by ";"), each from the table it names ("absences/nogin"), else from the first of
    TABLES that has it."""
    ids = [part for part in ids_of(link).split(";") if part]
    found: dict[str, Mapping[str, Any]] = {}
    for table in TABLES:
        for row in corpus.tables.rows(table) if len(found) < len(ids) else ():
            for name in (str(row["id"]), f"{table}/{row['id']}"):
                if name in ids:
                    found.setdefault(name, row)
    return [found[id_] for id_ in ids if id_ in found]


def terms_of(corpus: Corpus, row: Mapping[str, Any]) -> list[str]:
    """Names by which the passage of a row can be found: every spelling of its actors and places; empty for nobody."""
    terms: list[str] = []
    for column, tables in NAMED_IN.items():
        ids = {part for part in str(row.get(column) or "").split(";") if part}
        for table in tables:
            for named in corpus.tables.rows(table):
                if named["id"] in ids:
                    terms += [named["name"], *str(named.get("variants") or "").split(";")]
    return sorted({term.strip() for term in terms if term.strip()})


def opened_html(corpus: Corpus, mark: Mark) -> str:
    """The rows behind a mark, the page of each, and its passage where the reader has a copy; for live widgets alone."""
    rows = rows_of(corpus, mark.link)
    if rows and all(set(row) >= set(LISTED) for row in rows):
        return table_html(rows, "Who is counted", LISTED)
    if not rows:
        return notice_html(f"{mark.label}.", kind="chosen")
    more = f" The first {MOST} of {len(rows)} are opened." if len(rows) > MOST else ""
    return notice_html(f"{mark.label}.{more}", kind="chosen") + "".join(_row_html(corpus, row) for row in rows[:MOST])


def _row_html(corpus: Corpus, row: Mapping[str, Any]) -> str:
    shown = [{"what": column.replace("_", " "), "value": row[column]} for column in SHOWN if row.get(column) not in (None, "")]
    html = table_html(shown, f"Open {page_words(row) or 'the pages below'}", {"what": "what", "value": "as the table has it"})
    if corpus.book is None or not row.get("pages"):
        return html
    passage = find_passage(
        corpus.book,
        section=row["section"],
        pages=page_range(row["pages"]),
        terms=terms_of(corpus, row),
        printed=str(row.get("as_written") or ""),
        stems=stems_of(str(row.get("summary") or "")),
    )
    return html + (quoted_html("From your copy", passage.pages(), passage.text) if passage else "")
