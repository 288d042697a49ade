"""The reading room in a notebook: each call shows one part, live where a kernel runs and readable where none does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets

from helpers.html import notice_html, table_html
from helpers.journal import Journal, open_journal
from helpers.loading import open_book, open_corpus
from helpers.model import Corpus
from helpers.reading.codebook import FIRST
from helpers.reading.listing import codebook_html, contents_html
from helpers.reading.texts import GUIDE, Texts, contents_rows, open_texts
from helpers.widgets.display import Shown, show
from helpers.widgets.reading.codebook import CodebookPart
from helpers.widgets.reading.coding import CodingPart
from helpers.widgets.reading.contents import ContentsPart
from helpers.widgets.reading.desk import Desk
from helpers.widgets.reading.exporting import CitePart, KeptPart
from helpers.widgets.reading.pane import PanePart
from helpers.widgets.reading.paths import PathsPart
from helpers.widgets.reading.searching import SearchPart


class ReadingRoom:
    """One reader's reading room. Its parts share a desk: what is opened in one is opened in all."""

    def __init__(self, corpus: Corpus, journal: Journal, texts: Texts) -> None:
        self.desk = Desk(corpus, journal, texts)
        self.searching = SearchPart(self.desk)
        self.contents_part = ContentsPart(self.desk)
        self.pane = PanePart(self.desk)
        self.codebook_part = CodebookPart(self.desk)
        self.coding = CodingPart(self.desk, self.pane, self.codebook_part)
        self.paths_part = PathsPart(self.desk, self.searching)
        self.cite_part = CitePart(self.desk, self.searching)
        self.kept = KeptPart(self.desk, self.coding)

    def card(self) -> Shown:
        """What lies open: the same wherever the notebook is stored."""
        said = "The reading guide ships and is open to everybody; your own copy of the book is open once you have imported it."
        return Shown(notice_html(said, kind="on the desk"), said)

    def contents(self) -> None:
        """Texts and sections, with how far each was read."""
        guide = self._guide
        rows = contents_rows(guide, GUIDE, {}) if guide else []
        self._show(self.contents_part, contents_html(rows, "Contents of the reading guide", live=False), f"{len(rows)} sections.")

    def search(self, query: str) -> None:
        """The search, set to ``query``."""
        self.searching.query.value = query
        html, sentence = self.searching.stored(self._guide, query) if self._guide else ("", "")
        self._show(self.searching, html, sentence)

    def read(self, section: str) -> None:
        """The reading pane, open at a section, with the coding of its passages below."""
        self.desk.open_place(f"{self.desk.text}/{section}")
        html, sentence = self.pane.stored(self._guide, section) if self._guide else ("", "")
        self._show(widgets.VBox([self.pane, self.coding]), html, sentence)

    def codebook(self) -> None:
        """The codebook, to be changed."""
        self._show(self.codebook_part, codebook_html(FIRST), f"A codebook of {len(FIRST)} codes to begin with.")

    def paths(self) -> None:
        """Reading paths: keep, replay, send, take in."""
        said = "Run this cell to keep a search with its chosen lines by name, to replay it, and to send it to a friend as a line of text."
        self._show(self.paths_part, notice_html(said, kind="reading paths"), said)

    def cite(self) -> None:
        """References at one click."""
        said = "Run this cell to make a reference of the passage or of the search, as plain text, Markdown, BibTeX or CSL-JSON."
        self._show(self.cite_part, notice_html(said, kind="references"), said)

    def export(self) -> None:
        """What was coded so far, and files to take away."""
        said = "Run this cell to see what you coded, and to write it as a table, a page, Markdown or references."
        self._show(self.kept, notice_html(said, kind="export"), said)

    def table(self, rows: Any, caption: str, columns: Sequence[str] | None = None) -> Shown:
        """Rows of a table or a DataFrame as a table that can be read aloud."""
        records = rows.to_dict("records") if hasattr(rows, "to_dict") else list(rows)
        return Shown(table_html(records, caption, columns), f"{caption} ({len(records)} rows)")

    @property
    def _guide(self) -> Any:
        return self.desk.texts.editions.get(GUIDE)

    def _show(self, part: Any, stored: str, sentence: str) -> None:
        notice = self.desk.journal.notice
        warned = [widgets.HTML(notice_html(notice, kind="please note"))] if notice else []
        show(widgets.VBox([*warned, part]), str(stored), sentence)


def open_reading_room() -> ReadingRoom:
    """The reading room of this reader: their copy where there is one, the guide, their answers.

    Raises CorpusError where neither the guide nor a copy can be opened.
    """
    corpus = open_corpus()
    return ReadingRoom(corpus, open_journal(), open_texts(corpus, open_book))
