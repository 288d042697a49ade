"""Short quoted spans, of at most three words: their words and what the marks are there for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from helpers.detecting.kinds import SHORT
from helpers.detecting.quotations import Quotation
from helpers.model import TextEdition
from helpers.words import words

SHORT_KINDS = ("scare", "title", "name", "slogan", "term", "speech")
"""Kinds of short spans; a short stretch of a document counts as speech: somebody's words."""


@dataclass(frozen=True, slots=True)
class ShortSpan:
    """A quoted span of at most three words: where it opens, its folded words, its kind (one of SHORT_KINDS)."""

    paragraph: str
    opening: int
    place: int
    term: str
    kind: str


def short_kind(kind: str) -> str:
    """The kind of a short span by the kind of the ledger.

    >>> short_kind("document"), short_kind("scare")
    ('speech', 'scare')
    """
    return "speech" if kind == "document" else kind


def short_spans(edition: TextEdition, quotations: Iterable[Quotation]) -> list[ShortSpan]:
    """The quotations of one to three words, in order, with their folded words parted by a space."""
    found = []
    for q in quotations:
        if not 1 <= q.words <= SHORT or q.closes_in != q.paragraph:
            continue
        inner = edition.paragraph(q.place).text[q.begin : q.end]
        found.append(ShortSpan(q.paragraph, q.opening, q.place, " ".join(words(inner)), short_kind(q.kind)))
    return found
