"""The references of an argument: the book with every page named, other sources as they were named, the workbook itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from helpers.importing.profiles import PROFILES
from helpers.inquiry.argument import Argument, Piece
from helpers.model import Corpus

WORKBOOK = "Reading October: a study workbook for The History of the Civil War in the U.S.S.R., volume II (tables, measures and guide)."
_REED = re.compile(r"\breed\b|\bten days\b|\bten-days\b", re.IGNORECASE)
_PLACE = re.compile(r"§?\s*\b(?:[0-9]|A)\.(?:[0-9]+|end)[^\s,;]*")
_PAGES = re.compile(r"(?<![\d.:])(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?(?![\d.:])")


def page_range(corpus: Corpus) -> tuple[int, int]:
    """First and last printed page of the book."""
    rows = corpus.measures.rows("sections")
    return int(rows[0]["first_page"]), max(int(row["last_page"]) for row in rows)


def pages_named(where: str, within: tuple[int, int]) -> list[tuple[int, int]]:
    """The printed pages of the book that a reader names, as (first, last): "p. 95", "pp. 93–95", "95 and 101", "2.4.17, p. 95".

    Numbers outside ``within``, numbers of paragraphs, and pages of another source are none.

    >>> pages_named("2.4.17:120-126, pp. 93–95 and 101", (15, 657)), pages_named("Reed, p. 95", (15, 657))
    ([(93, 95), (101, 101)], [])
    """
    if _REED.search(where) or where.startswith("guide/"):
        return []
    text = _PLACE.sub(" ", where)
    if not re.match(r"\s*[,;]?\s*(?:pp?\b|pages?\b|\d)", text, re.IGNORECASE):
        return []
    found = [(int(a), int(b or a)) for a, b in _PAGES.findall(text)]
    return [(a, b) for a, b in found if within[0] <= a <= b <= within[1]]


def references(argument: Argument, corpus: Corpus) -> list[str]:
    """The references, the book first, in the order in which the evidence names them; each once."""
    within = page_range(corpus)
    pages = sorted({pair for piece in argument.pieces for pair in pages_named(piece.where, within)})
    found = [_book("civil-war-2", pages)] if pages else []
    if any(_REED.search(piece.where) for piece in argument.pieces):
        found.append(_book("ten-days", []))
    others = [piece.where for piece in argument.pieces if piece.where and not _REED.search(piece.where) and _is_other(piece, within)]
    return [*found, *dict.fromkeys(others), WORKBOOK]


def _is_other(piece: Piece, within: tuple[int, int]) -> bool:
    return not pages_named(piece.where, within) and not _PLACE.search(piece.where) and not re.match(r"(?:table|lesson) ", piece.where)


def _book(profile: str, pages: Sequence[tuple[int, int]]) -> str:
    ref: Mapping[str, str] = PROFILES[profile].reference
    author = f"{ref['author']}, " if "author" in ref else ""
    volume = f", vol. {ref['volume']}" if "volume" in ref else ""
    listed = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in pages)
    several = len(pages) > 1 or any(a != b for a, b in pages)
    where = f", {'pp.' if several else 'p.'} {listed}" if pages else ""
    return f"{author}{ref['title']}{volume} ({ref['publisher-place']}: {ref['publisher']}, {ref['year']}){where}."


LIMITS = {
    "pages": "Printed pages are those of the English edition of 1946; where a picture page left no trace in the scan, a page may be one later.",
    "counts": "Counts and dates rest on tables and measures made by people and programs: what they leave out isn't counted.",
    "codings": "A code is one reader's reading of a passage until others have coded it too.",
    "guide": "What is cited from the reading guide is an account of the book, not the book.",
}
"""What each kind of evidence can't bear, said with every argument that uses it."""


def method_limits(argument: Argument, corpus: Corpus) -> list[str]:
    """The limits that go with the kinds of evidence used."""
    within = page_range(corpus)
    sources = [piece.source for piece in argument.pieces]
    used = {
        "pages": any(pages_named(piece.where, within) for piece in argument.pieces),
        "counts": any(re.match(r"\d\d/", source) for source in sources),
        "codings": any(source.startswith("coding/") for source in sources),
        "guide": any(piece.where.startswith("guide/") for piece in argument.pieces),
    }
    return [LIMITS[kind] for kind, is_used in used.items() if is_used]
