"""The lines behind a count: a page of the concordance of all that a mark or a row stands for, or the printed pages without a copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.analysis.concordance import ConcordanceLine, concordance_lines
from helpers.analysis.matching import Matches
from helpers.model import Corpus, TextEdition, position
from helpers.reading.counting import BRING
from helpers.reading.printed import printed
from helpers.reading.searching import SIZE, WINDOW, place_of
from helpers.reading.sought import Place, places, sought_in
from helpers.views.linking import Asked

LONG = 12
"""Words of a quotation that are shown in its line; the rest stands in the passage."""


@dataclass(frozen=True)
class Line:
    """One line: its words and place, how that is named in the journal, for how many it counts, whether more words belong to it than are
    shown, and what a detector found there."""

    line: ConcordanceLine
    place: str
    size: int
    cut: bool
    found: dict[str, str]


@dataclass(frozen=True)
class Behind:
    """What stands behind a count. ``n_places`` in the copy (None without one), ``total`` what they add up to (words, for
    quotations), ``asked.n`` what the chart says; ``lines`` those of page ``number`` of ``n_pages``; ``pages`` the printed pages by
    the measures, where no copy is open."""

    asked: Asked
    n_places: int | None
    total: int
    number: int = 1
    n_pages: int = 1
    lines: tuple[Line, ...] = ()
    pages: tuple[dict[str, Any], ...] = ()

    @property
    def said(self) -> str:
        """How many lines there are, beside the count of the chart; where the two differ, why they may."""
        n, unit = self.asked.n, "quoted words" if self.asked.kind == "quotations" else ""
        if self.n_places is None:
            return _without(self.asked, self.total, unit)
        if not n and not self.n_places:
            return "None stands there: the count is 0."
        lines = "1 line" if self.n_places == 1 else f"{self.n_places:,} lines"
        if unit:
            lines = f"{'1 quotation' if self.n_places == 1 else f'{self.n_places:,} quotations'} with {self.total:,} {unit}"
        if n is None or n == self.total:
            return f"{lines}{', as many as were counted' if n is not None else ''}."
        return f"{lines}; the shipped count is {n:,} {unit}".rstrip() + ". Your copy was scanned or cut otherwise, or has other words."


def _without(asked: Asked, total: int, unit: str) -> str:
    if asked.get("text"):
        return f"{total:,} in Ten Days, by the shipped count. To read the lines, import a text of it."
    counted = f"{total:,} {unit}".strip()
    return f"{counted}, on these printed pages. {BRING}" if total else "None stands there: the count is 0."


def behind(corpus: Corpus, other: TextEdition | None, asked: Asked, *, page: int = 1) -> Behind:
    """Page ``page`` (from 1; one beyond the last is the last) of the lines of a group, 20 a page. ``other`` is an open *Ten Days*.

    Without the text that is asked for: the printed pages by the measures. Raises CorpusError for measures or a copy that are damaged.
    """
    edition = other if asked.get("text") == "ten-days" else corpus.book
    if edition is None:
        rows = printed(corpus, asked)
        return Behind(asked, None, sum(row["n"] for row in rows), pages=tuple(rows))
    found = places(sought_in(edition, corpus.tables), asked)
    n_pages = max(-(-len(found) // SIZE), 1)
    number = min(max(page, 1), n_pages)
    shown = found[(number - 1) * SIZE : number * SIZE]
    return Behind(asked, len(found), sum(p.size for p in found), number, n_pages, tuple(lines_of(edition, shown)))


def lines_of(edition: TextEdition, shown: list[Place]) -> list[Line]:
    """Some places as lines, in their order; of a long quotation the first words are the node."""
    start = np.asarray(edition.tokens.start)
    begin, end = (np.array([position(start, at) for at in ats], np.int64) for ats in ([p.begin for p in shown], [p.end for p in shown]))
    end = np.maximum(end, begin + 1)
    lines = concordance_lines(edition, Matches(begin, np.minimum(end, begin + LONG)), window=WINDOW) if shown else []
    return [
        Line(line, place_of(edition, line), p.size, bool(cut), dict(p.found))
        for line, p, cut in zip(lines, shown, end > begin + LONG, strict=True)
    ]
