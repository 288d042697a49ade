"""What the shipped measures answer to a search where no copy lies open: how often, on which printed pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Any

import numpy as np

from helpers.analysis.counts import Counts, leaf_counts, shipped_columns
from helpers.analysis.queries import Phrase, Query, parse
from helpers.model import Corpus
from helpers.words import times

BRING = "To read the lines, bring your own copy with `python3 study.py import FILE`."
SPELLED_OUT = 200
"""A phrase with more alternatives than this is not looked up."""


@dataclass(frozen=True)
class Counted:
    """The answer ``said`` in words; ``rows`` are printed pages in reading order (section, pages, n), n exact or, with
    ``at_most``, no more than that."""

    said: str
    rows: tuple[dict[str, Any], ...] = ()
    at_most: bool = False


def counted_in_book(corpus: Corpus, query: str, where: str = "") -> Counted:
    """How often ``query`` stands in the book and where, by the shipped measures; with ``where`` ("chapter 4" or a section's id) the
    printed pages are those of that part.

    Single words (with ``*`` and ``a|b``) are counted leaf by leaf, a leaf being a printed page or a few. Of a phrase of two
    or three words the shipped list of runs knows how often, and of any phrase and of ``near`` the counts know the leaves
    that have all its words (one that runs over a page's end escapes this). Raises ValueError for what is no query, CorpusError for damaged measures.
    """
    found = _in_whole(corpus, query)
    return _in_part(found, where) if where and found.rows else found


def _in_part(found: Counted, where: str) -> Counted:
    chapter = where.removeprefix("chapter ")
    rows = tuple(row for row in found.rows if row["section"] == where or (chapter != where and row["section"].partition(".")[0] == chapter))
    leaves = f"{len(rows)} lea{'f' if len(rows) == 1 else 'ves'}"
    n = sum(row["n"] for row in rows)
    part = where if where.startswith("chapter ") else f"section {where}"
    said = f"{leaves} of these" if found.at_most else f"{times(n)}, on {leaves}"
    return replace(found, said=f"{found.said} In {part}: {said if rows else 'nowhere'}.", rows=rows)


def _in_whole(corpus: Corpus, query: str) -> Counted:
    wanted = parse(query)
    if wanted.words is not None:
        return _words(corpus, query)
    counts, bound = _bound(corpus, wanted)
    rows = _rows(counts, bound)
    look = f"All its words stand together on {len(rows)} of {len(counts.leaves)} leaves: look there." if rows else ""
    if wanted.others:
        known = f"Without a copy “near” can't be answered: the measures hold counts, not distances. {look}"
    else:
        known = f"{_phrase(corpus, query, wanted.phrases)} {look}"
    return Counted(
        f"{known.strip()} {BRING}"
        if rows
        else f"No leaf of the book has all the words of “{query.strip()}”: it stands nowhere, unless over a page's end.",
        rows,
        True,
    )


def _words(corpus: Corpus, query: str) -> Counted:
    counts, per_leaf = leaf_counts(corpus, query)
    rows = _rows(counts, per_leaf)
    if not rows:
        return Counted(f"“{query.strip()}” stands nowhere in the running text of the book.")
    n_sections = len({row["section"] for row in rows})
    said = (
        f"In the book “{query.strip()}” stands {times(int(per_leaf.sum()))}, on {len(rows)} of {len(counts.leaves)} leaves in "
        f"{n_sections} of {len(counts.sections)} sections. Captions, headings and footnotes are not counted."
    )
    return Counted(said, rows)


def _rows(counts: Counts, per_leaf: np.ndarray) -> tuple[dict[str, Any], ...]:
    return tuple(
        {"section": counts.sections[int(counts.leaf_section[k])], "pages": str(counts.leaf_pages[k]), "n": int(per_leaf[k])}
        for k in per_leaf.nonzero()[0].tolist()
    )


def _bound(corpus: Corpus, wanted: Query) -> tuple[Counts, np.ndarray]:
    """For each leaf how often the query can stand in it at most: as often as the rarest of its words."""
    counts, _ = leaf_counts(corpus, "a")
    bound = _bound_of(counts, wanted.phrases)
    return counts, np.minimum(bound, _bound_of(counts, wanted.others)) if wanted.others else bound


def _bound_of(counts: Counts, phrases: Sequence[Phrase]) -> np.ndarray:
    each = [np.min([counts.per_leaf("|".join(place)) for place in phrase if "*" not in place], axis=0) for phrase in phrases]
    total: np.ndarray = np.sum(each, axis=0)
    return total


def _phrase(corpus: Corpus, query: str, phrases: Sequence[Phrase]) -> str:
    """How often the phrase stands, as far as the shipped list of runs knows."""
    columns = shipped_columns(corpus, "book_ngrams")
    runs = dict(zip(columns["ngram"].tolist(), zip(columns["count"].tolist(), columns["sections"].tolist(), strict=True), strict=True))
    wanted = list(dict.fromkeys(run for phrase in phrases for run in spelled_out(phrase)))
    found = [runs[run] for run in wanted if run in runs]
    if not found:
        return f"“{query.strip()}” is not among the runs of words whose counts ship: it is rare, long, or has a * in it."
    least = "" if len(found) == len(wanted) else "at least "
    spread = f" in {found[0][1]} sections" if len(wanted) == 1 else ""
    return f"In the book “{query.strip()}” stands {least}{times(sum(count for count, _ in found))}{spread}."


def spelled_out(phrase: Phrase) -> list[str]:
    """Every run of words that a phrase with alternatives stands for; the phrase as it is where they are too many.

    >>> spelled_out((("red",), ("guard", "guards")))
    ['red guard', 'red guards']
    """
    if prod(len(place) for place in phrase) > SPELLED_OUT:
        return [" ".join("|".join(place) for place in phrase)]
    runs = [""]
    for place in phrase:
        runs = [f"{run} {word}".strip() for run in runs for word in place]
    return runs
