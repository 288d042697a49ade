"""What a reader takes out of the reading room: codings and notes as rows, and each of them as a reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from helpers.codings import BOOK, Coding, codings, reading_order
from helpers.exporting import csv_export, markdown_quote, markdown_text
from helpers.html import escape, page_html, table_html
from helpers.journal import Answer
from helpers.model import PageSpan, TextEdition
from helpers.reading.citations import reference, together
from helpers.reading.codebook import notes

Row = dict[str, Any]
COLUMNS = {"kind": "kind", "place": "passage", "pages": "printed pages", "code": "code", "memo": "memo or note", "reference": "reference"}
TITLE = "Reading October: my codings and notes"
STYLE = """
:root { color-scheme: light dark; } body { font: 1rem/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; } th, td { border-bottom: 1px solid currentColor; padding: .2rem .8rem .2rem 0; vertical-align: top; }
"""


def pages_at(editions: Mapping[str, TextEdition], coding: Coding) -> PageSpan:
    """The printed pages of a coded place; none where its text isn't here or doesn't have it."""
    edition = editions.get(coding.edition)
    place = edition.paragraph_places.get(coding.paragraph) if edition else None
    if edition is None or place is None:
        return PageSpan(0, 0)
    return edition.paragraph(place).pages(coding.begin or 0, coding.end)


def kept_rows(latest: Iterable[Answer], editions: Mapping[str, TextEdition]) -> list[Row]:
    """A row a coding, then a row a note, in reading order, each with printed pages and a plain reference."""
    answers = list(latest)
    rows = [_row("coding", c, editions) | {"code": c.code, "memo": c.memo} for c in codings(answers)]
    for place, note in sorted(notes(answers).items(), key=lambda pair: reading_order(pair[0])):
        text, _, paragraph = place.rpartition("/")
        rows.append(_row("note", Coding(paragraph, "", edition=text or BOOK), editions) | {"code": "", "memo": note})
    return rows


def _row(kind: str, coding: Coding, editions: Mapping[str, TextEdition]) -> Row:
    return {"kind": kind, "place": coding.place, "pages": _pages(pages_at(editions, coding)), "reference": _cited(coding, editions, "text")}


def _pages(pages: PageSpan) -> str:
    return str(pages) if pages.first else ""


def _cited(coding: Coding, editions: Mapping[str, TextEdition], form: str) -> str:
    edition = editions.get(coding.edition)
    if edition is None:
        return ""
    return reference(edition, coding.paragraph, pages_at(editions, coding), form=form, keyword=coding.code if form != "text" else "")


def kept_references(latest: Iterable[Answer], editions: Mapping[str, TextEdition], form: str) -> str:
    """A reference for each coded place, in one form, with its code as keyword; places of texts that aren't here are left out."""
    cited = [text for coding in codings(latest) if (text := _cited(coding, editions, form))]
    return together(cited, form)


def kept_csv(rows: Sequence[Row]) -> bytes:
    """The rows for a spreadsheet, every cell guarded."""
    return csv_export(rows, COLUMNS)


def kept_markdown(rows: Sequence[Row]) -> bytes:
    """The rows as Markdown; what a reader wrote stands in quotations."""
    parts = [f"# {TITLE}"]
    for row in rows:
        parts.append(f"**{markdown_text(row['place'])}** {markdown_text(row['pages'])} {markdown_text(row['code'] or 'note')}")
        parts += [markdown_quote(row["memo"])] if row["memo"] else []
        parts += [markdown_text(row["reference"])] if row["reference"] else []
    return ("\n\n".join(parts) + "\n").encode()


def kept_html(rows: Sequence[Row]) -> bytes:
    """The rows as a page that prints; no script, nothing asked of the network."""
    body = f"<main><h1>{escape(TITLE)}</h1>{table_html(rows, f'{len(rows)} kept', COLUMNS)}</main>"
    return page_html(TITLE, body, style=STYLE).encode()


FORMATS: dict[str, Callable[[Sequence[Row]], bytes]] = {"html": kept_html, "md": kept_markdown, "csv": kept_csv}
"""What makes each format."""
