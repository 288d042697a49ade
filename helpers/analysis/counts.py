"""How often each word stands in each leaf: from the shipped measures or from an open text, with the same numbers.

``counts_of(source)`` is what the functions of frequency, keyness, dispersion and richness call first, so each of them
takes a corpus (its shipped measures are counted), an open text, or counts made before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from helpers.analysis.count_table import GRAINS, Counts, Spread, Units
from helpers.analysis.index import BRING, text_of
from helpers.analysis.matching import find_matches
from helpers.analysis.queries import parse
from helpers.measuring import Measured
from helpers.model import Corpus, CorpusError, PageSpan, TextEdition

__all__ = ["GRAINS", "Counts", "ReferenceCounts", "Source", "Spread", "Units", "counts_of", "leaf_counts", "reference_of"]

Source = Corpus | TextEdition | Counts


@dataclass(frozen=True, eq=False)
class ReferenceCounts:
    """How often each word stands in a second source, and in how many of its sections; ``n_words`` are all its words."""

    name: str
    tokens: Sequence[str]
    count: np.ndarray
    n_sections: np.ndarray
    n_words: int


def shipped_columns(corpus: Corpus, name: str) -> Mapping[str, np.ndarray]:
    """A shipped measure column by column: straight from the data package where the tables come from one."""
    package = getattr(corpus.measures, "package", None)
    if package is not None:
        columns: Mapping[str, np.ndarray] = package.arrays(name)
        return columns
    rows = corpus.measures.rows(name)
    return {column: np.array([row[column] for row in rows], dtype=None) for column in (rows[0] if rows else ())}


def _table(leaf: np.ndarray, code: np.ndarray, forms: Sequence[str], n_leaves: int, count: np.ndarray | None = None) -> dict[str, Any]:
    """The vocabulary in alphabetical order, and the rows of a count table sorted by word, then leaf."""
    present = np.unique(code)
    order = sorted(present.tolist(), key=forms.__getitem__)
    rank = np.zeros(len(forms), dtype=np.int64)
    rank[order] = np.arange(len(order))
    keys = rank[code] * n_leaves + leaf
    if count is None:
        keys, count = np.unique(keys, return_counts=True)
    else:
        by_key = np.argsort(keys)
        keys, count = keys[by_key], count[by_key]
    token, place = np.divmod(keys, max(n_leaves, 1))
    rows = {"token": token.astype(np.int32), "leaf": place.astype(np.int32), "count": count.astype(np.int32)}
    return {"tokens": tuple(forms[c] for c in order), **rows}


def _coded_columns(corpus: Corpus, name: str) -> Mapping[str, tuple[np.ndarray, Sequence[Any]]]:
    """A large shipped measure column by column, each as (codes, values)."""
    package = getattr(corpus.measures, "package", None)
    if package is not None:
        columns: Mapping[str, tuple[np.ndarray, Sequence[Any]]] = package.coded(name)
        return columns
    return {column: _coded(values.tolist()) for column, values in shipped_columns(corpus, name).items()}


def _coded(values: Sequence[Any]) -> tuple[np.ndarray, list[Any]]:
    """Each value as a code into a list of the different ones."""
    codes: dict[Any, int] = {}
    coded = np.array([codes.setdefault(value, len(codes)) for value in values], dtype=np.int64)
    return coded, list(codes)


def _spans(columns: Mapping[str, np.ndarray]) -> list[PageSpan]:
    cells = (columns[c].tolist() for c in ("first_page", "last_page", "page_doubtful"))
    return [PageSpan(first, last, bool(doubtful)) for first, last, doubtful in zip(*cells, strict=True)]


def _from_measures(corpus: Corpus) -> Counts:
    sections, leaves = shipped_columns(corpus, "sections"), shipped_columns(corpus, "leaves")
    rows = _coded_columns(corpus, "leaf_tokens")
    ids, section_ids = leaves["id"].tolist(), sections["id"].tolist()
    leaf_places = {leaf: k for k, leaf in enumerate(ids)}
    leaf = np.array([leaf_places[x] for x in rows["leaf"][1]], dtype=np.int64)[rows["leaf"][0]]
    code, forms = rows["token"]
    count = np.array(rows["count"][1])[rows["count"][0]]
    homes = np.array([section_ids.index(s) for s in leaves["section"].tolist()], dtype=np.int64)
    return Counts(
        "book", section_ids, sections["chapter"].tolist(), _spans(sections), ids, _spans(leaves), homes,
        leaves["words"].astype(np.int64), **_table(leaf, code, forms, len(ids), count),
    )  # fmt: skip


def _from_edition(edition: TextEdition) -> Counts:
    measured = Measured(edition)
    leaves = measured.leaves
    homes = np.array([edition.section_places[leaf.section] for leaf in leaves], dtype=np.int64)
    sizes = np.array([leaf.end - leaf.begin for leaf in leaves], dtype=np.int64)
    starts = np.array([measured.places[leaf.begin] for leaf in leaves], dtype=np.int64)
    table = _table(measured.leaf_of, measured.folded, edition.folded_forms, len(leaves))
    return Counts(
        edition.name, [s.id for s in edition.sections], [s.chapter for s in edition.sections], [s.pages for s in edition.sections],
        [leaf.id for leaf in leaves], [leaf.pages for leaf in leaves], homes, sizes, **table, leaf_starts=starts,
    )  # fmt: skip


_MADE: WeakKeyDictionary[Any, Counts] = WeakKeyDictionary()


def counts_of(source: Source) -> Counts:
    """The counts of ``source``, made once: a corpus by its shipped measures, an open text by its words.

    Captions, headings, footnotes and running heads are not counted. Raises CorpusError for damaged measures.

    >>> from helpers.analysis.own_text import own_text
    >>> counts = counts_of(own_text({"1.1": "Red flag, red banner.", "1.2": "A flag."}))
    >>> counts.tokens, counts.n_words.tolist(), counts.per_leaf("red|flag").tolist()
    (('a', 'banner', 'flag', 'red'), [4, 2], [3, 1])
    """
    if isinstance(source, Counts):
        return source
    if source not in _MADE:
        _MADE[source] = _from_measures(source) if isinstance(source, Corpus) else _from_edition(source)
    return _MADE[source]


def leaf_counts(source: Source, query: str) -> tuple[Counts, np.ndarray]:
    """How often ``query`` stands in each leaf, with the counts that describe the leaves.

    Single words (alternatives and * too) are answered by counts; a phrase or ``near`` by the open text, where each match
    counts in the leaf of its first word. Raises CorpusError where a phrase is asked and no text is open.

    >>> from helpers.analysis.own_text import own_text
    >>> leaf_counts(own_text({"1.1": "A red flag.", "1.2": "A red, flag."}), "red flag")[1].tolist()
    [1, 0]
    """
    if parse(query).words is not None:
        counts = counts_of(source)
        return counts, counts.per_leaf(query)
    if isinstance(source, Counts):
        raise CorpusError(f"counts of single words can't answer {query!r}: {BRING}")
    edition = text_of(source, what=f"the phrase {query!r}")
    counts = counts_of(edition)
    begin = find_matches(edition, query).begin
    leaf = np.searchsorted(np.asarray(counts.leaf_starts), begin, side="right") - 1
    return counts, np.bincount(leaf, minlength=len(counts.leaves))


_REFERENCES: WeakKeyDictionary[Any, ReferenceCounts] = WeakKeyDictionary()


def reference_of(source: Source | ReferenceCounts) -> ReferenceCounts:
    """``source`` as a second source to compare with: a corpus stands for the shipped counts of *Ten Days That Shook the World*.

    >>> from helpers.analysis.own_text import own_text
    >>> reference = reference_of(own_text({"1.1": "A red flag.", "1.2": "Red!"}))
    >>> reference.tokens, reference.count.tolist(), reference.n_sections.tolist(), reference.n_words
    (('a', 'flag', 'red'), [1, 1, 2], [1, 1, 2], 4)
    """
    if isinstance(source, ReferenceCounts):
        return source
    if source not in _REFERENCES:
        _REFERENCES[source] = _shipped_reference(source) if isinstance(source, Corpus) else _reduced(counts_of(source))
    return _REFERENCES[source]


def _shipped_reference(corpus: Corpus) -> ReferenceCounts:
    rows = shipped_columns(corpus, "reference_counts")
    count = rows["count"].astype(np.int64)
    return ReferenceCounts("ten-days", tuple(rows["token"].tolist()), count, rows["sections"].astype(np.int64), int(count.sum()))


def _reduced(counts: Counts) -> ReferenceCounts:
    found = counts.everywhere
    return ReferenceCounts(counts.name, counts.tokens, found.n, found.n_sections, found.n_words)
