"""What may be marked in a paragraph: names, days, coded words, the words searched for; and the paragraph cut along them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.dates import MONTHS
from helpers.detecting.dates import find_dates
from helpers.detecting.names import NameFinder
from helpers.model import Corpus
from helpers.words import fold, word_spans

NAMED = {"people": "person", "places": "place", "organisations": "organisation"}
"""Tables whose names are marked, and what a name of each is called."""

LETTERS = {"person": "p", "place": "l", "organisation": "o", "date": "d"}
"""The letter set behind a marked name, so that nothing hangs on its colour."""

_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"(?:{_MONTH}) \d{{1,2}}(?:(?:-|–| to | and )(?:(?:{_MONTH}) )?\d{{1,2}}(?!\d))?(?:, 1[89]\d\d)?|\d{{1,2}}(?:st|nd|rd|th) of (?:{_MONTH})"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``begin`` to ``end`` of a paragraph: ``kind`` is person, place, organisation, date, code or hit; ``label`` says what."""

    begin: int
    end: int
    kind: str
    label: str = ""


class Marker:
    """Finds the names of the shipped tables in a paragraph; each table is read when it is first needed."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._finders: dict[str, tuple[NameFinder, dict[str, str]]] = {}

    def names(self, text: str) -> list[Span]:
        """People, places and organisations named in ``text``, in order; of names that overlap the longest counts."""
        found = []
        for table, kind in NAMED.items():
            if table not in self._finders:
                rows = self._corpus.tables.rows(table)
                self._finders[table] = (NameFinder(rows), {str(r["id"]): str(r["name"]) for r in rows})
            finder, called = self._finders[table]
            found += [Span(m.begin, m.end, kind, called[m.id]) for m in finder.find(text)]
        kept: list[Span] = []
        for span in sorted(found, key=lambda s: (s.begin, s.begin - s.end)):
            if not kept or span.begin >= kept[-1].end:
                kept.append(span)
        return kept


def dates(text: str) -> list[Span]:
    """Days named in ``text``, in order; what they are called is the day as an Old Style date of 1917 unless a year stands by.

    >>> dates("from October 25 to 27, and on the 3rd of July")
    [Span(begin=5, end=21, kind='date', label='1917-10-25 to 1917-10-27'), Span(begin=34, end=45, kind='date', label='1917-07-03')]
    """
    found: dict[int, list[str]] = {}
    for mention in find_dates(text):
        found.setdefault(mention.begin, []).append(mention.date)
    spans = [(match, days) for begin, days in found.items() if (match := _DATE.match(text, begin))]
    return [Span(match.start(), match.end(), "date", " to ".join(dict.fromkeys(days))) for match, days in spans]


def pieces(text: str, spans: Sequence[Span], cuts: Iterable[int] = ()) -> list[tuple[int, str, tuple[Span, ...]]]:
    """``text`` in pieces (where it begins, text, the spans that lie over it), cut where a span begins or ends and at ``cuts``.

    >>> [(piece, [s.kind for s in over]) for _, piece, over in pieces("a red flag", [Span(2, 5, "hit"), Span(2, 10, "code")])]
    [('a ', []), ('red', ['hit', 'code']), (' flag', ['code'])]
    """
    edges = {0, len(text), *cuts} | {s.begin for s in spans} | {s.end for s in spans}
    at = sorted(edge for edge in edges if 0 <= edge <= len(text))
    over = [(a, b, tuple(s for s in spans if s.begin <= a and b <= s.end)) for a, b in pairwise(at)]
    return [(a, text[a:b], spans_over) for a, b, spans_over in over]


def counted(spans: Iterable[Span]) -> str:
    """How many of each kind are marked, in words; "" for none.

    >>> counted([Span(0, 1, "person"), Span(2, 3, "person"), Span(4, 5, "date")])
    '2 people (p), 1 date (d)'
    """
    plural = {"person": "people", "place": "places", "organisation": "organisations", "date": "dates"}
    counts = Counter(span.kind for span in spans)
    return ", ".join(f"{counts[k]} {k if counts[k] == 1 else plural[k]} ({letter})" for k, letter in LETTERS.items() if counts[k])


def whole_words(text: str, begin: int, end: int) -> tuple[int, int]:
    """The span widened to the whole words that it touches, so that two readers who mark the same words mark the same place.

    Raises ValueError where it touches no word.

    >>> whole_words("a red flag", 3, 7)
    (2, 10)
    """
    touched = [(a, b) for a, b in word_spans(text) if a < end and begin < b]
    if not touched:
        raise ValueError("no word was chosen")
    return touched[0][0], touched[-1][1]


def span_of_words(text: str, typed: str) -> tuple[int, int]:
    """Where the words ``typed`` stand in ``text``, the first time; with … between them everything from the first to the last.

    Capitals, kinds of quotation marks and line breaks don't matter. Raises ValueError where they don't stand there.

    >>> span_of_words("The red flag hung over the roof.", "Red  flag"), span_of_words("The red flag hung over the roof.", "flag … roof")
    ((4, 12), (8, 31))
    """
    parts = [fold(part).split() for part in re.split(r"…|\.\.\.", typed) if part.strip()]
    if not parts:
        raise ValueError("type the words first, or leave the field empty for the whole passage")
    at, first = 0, -1
    for part in parts:
        match = re.compile(r"\s+".join(re.escape(word) for word in part)).search(fold(text), at)
        if match is None:
            raise ValueError(f"“{' '.join(part)}” doesn't stand in this passage: copy the words as they are printed")
        first, at = match.start() if first < 0 else first, match.end()
    return whole_words(text, first, at)
