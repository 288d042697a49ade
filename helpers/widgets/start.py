"""What 00_start_here shows: each function displays one answer, live and stored."""

from __future__ import annotations

import ipywidgets as widgets

from helpers.bringing import ALL_STEPS
from helpers.html import notice_html, table_html
from helpers.start import sections_at_a_glance, self_check, what_ships
from helpers.widgets.display import Shown, show
from helpers.widgets.import_panel import ImportPanel


def show_what_ships() -> Shown:
    """The shipped tables with their size and what they hold."""
    rows = what_ships()
    total = sum(row["kB"] for row in rows)
    caption = f"What ships: {len(rows)} tables, {total} kB, not a sentence of the book"
    return Shown(table_html(rows, caption), caption)


def show_sections() -> Shown:
    """The book's sections with printed pages and length."""
    rows = sections_at_a_glance()
    words = sum(row["words"] for row in rows)
    longest = max(rows, key=lambda row: row["words"])
    caption = f"The book in {len(rows)} parts and {words:,} words; the longest is {longest['section']} ({longest['words']:,} words)"
    return Shown(
        table_html(
            rows,
            caption,
            {"section": "section", "title": "printed title", "pages": "printed pages", "words": "words", "words_per_page": "words a page"},
        ),
        caption,
    )


def show_check() -> None:
    """The self-check, live; what is stored speaks of the shipped data alone."""
    columns = {"question": "question", "answer": "answer"}
    rows = self_check()
    stored = rows[:1]
    show(
        widgets.HTML(table_html(rows, "Self-check", columns)),
        table_html(stored, "Self-check (run the cell to check your machine)", columns),
        f"{stored[0]['question']} {stored[0]['answer']}",
    )


def show_import() -> None:
    """The import panel; what is stored says how it works."""
    sentence = f"Run this cell to import your copy: choose the file or type its path. The import takes {len(ALL_STEPS)} short steps and ends in a report."
    show(ImportPanel(), notice_html(sentence, kind="your copy"), sentence)
