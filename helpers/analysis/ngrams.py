"""Runs of words that come back: from an open text at any length from 2 to 5, from the shipped counts for 2 and 3."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from helpers.analysis.counts import shipped_columns
from helpers.analysis.index import BRING, Index, index_of, role_mask, text_of
from helpers.analysis.queries import expand, parse
from helpers.model import Corpus, CorpusError, TextEdition

if TYPE_CHECKING:
    import pandas as pd

SHIPPED = {2: (3, 2), 3: (3, 3)}
"""Length of a run → how often and in how many sections it stands at least to be among the shipped counts."""
LENGTHS = range(2, 6)
ORDERS = ("n", "n_sections", "ngram")


class Runs(NamedTuple):
    """Runs in alphabetical order: the name of each by its position, how often it stands, in how many sections."""

    name: Callable[[int], str]
    n: np.ndarray
    n_sections: np.ndarray


_MADE: WeakKeyDictionary[Any, dict[int, tuple[np.ndarray, ...]]] = WeakKeyDictionary()


def _runs(index: Index, length: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every different run of ``length`` counted words parted by white space alone: codes (a row a run), count, sections."""
    counted = role_mask(None)[index.role]
    whole = counted.copy()
    for k in range(1, length):
        whole[:-k] &= index.glued[k:].astype(bool)
        whole[len(whole) - k :] = False
    begin = np.flatnonzero(whole)
    keys = index.folded[begin].astype(np.int64)
    for k in range(1, length):
        _, keys = np.unique(keys * len(index.forms) + index.folded[begin + k], return_inverse=True)
    _, first, run, n = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    codes = index.folded[begin[first][:, None] + np.arange(length)]
    n_homes = int(index.section.max()) + 1 if len(index.section) else 1
    pairs = np.unique(run * n_homes + index.section[begin])
    return codes, n, np.bincount(pairs // n_homes, minlength=len(n))


def _from_text(edition: TextEdition, length: int) -> tuple[np.ndarray, ...]:
    made = _MADE.setdefault(edition, {})
    if length not in made:
        made[length] = _runs(index_of(edition), length)
    return made[length]


def _with(query: str | None, lines: str, code_of: dict[str, int]) -> list[int] | None:
    if query is None:
        return None
    wanted = parse(query).words
    if wanted is None:
        raise ValueError(f"{query!r} is a phrase; runs are chosen by a word in them")
    return expand(wanted, lines, code_of)


def ngrams(
    source: Corpus | TextEdition,
    n: int = 2,
    *,
    containing: str | None = None,
    min_count: int = 3,
    min_sections: int | None = None,
    order: str = "n",
    top: int | None = None,
) -> pd.DataFrame:
    """Runs of ``n`` words that stand at least ``min_count`` times in at least ``min_sections`` sections.

    A run lies in one paragraph, its words parted by white space alone, captions and the like left out. ``containing``
    keeps runs that hold a word (``a|b`` and * allowed). ``min_sections`` is 2 for pairs and 3 for longer runs, the rule
    under which the shipped counts were made; these answer where no text is open, with the same numbers.

    Columns: ngram (folded), n, n_sections; by ``order`` ("n" and "n_sections": highest first; "ngram": by alphabet), then
    by alphabet. Raises CorpusError where the shipped counts don't reach so far, ValueError for unknown choices.

    >>> from helpers.analysis.own_text import own_text
    >>> ngrams(own_text({"1.1": "A red flag, a red flag.", "1.2": "A red roof."}), 2, min_count=2).values.tolist()
    [['a red', 3, 2]]
    """
    import pandas as pd

    if n not in LENGTHS or order not in ORDERS:
        raise ValueError(f"n is from 2 to 5 and order one of {', '.join(ORDERS)}; not {n!r}, {order!r}")
    spread = min(n, 3) if min_sections is None else min_sections
    if isinstance(source, Corpus) and source.book is None:
        runs = _shipped_runs(source, n, containing, min_count, spread)
    else:
        runs = _text_runs(text_of(source, what="this"), n, containing, min_count, spread)
    strength = {"n": -runs.n, "n_sections": -runs.n_sections, "ngram": np.zeros(len(runs.n))}[order]
    best = np.argsort(strength, kind="stable")[:top]
    return pd.DataFrame({"ngram": [runs.name(k) for k in best.tolist()], "n": runs.n[best], "n_sections": runs.n_sections[best]})


def _text_runs(edition: TextEdition, n: int, containing: str | None, min_count: int, spread: int) -> Runs:
    index = index_of(edition)
    codes, count, sections = _from_text(edition, n)
    keep = (count >= max(min_count, 1)) & (sections >= spread)
    wanted = _with(containing, index.lines, index.code_of)
    if wanted is not None:
        keep &= np.isin(codes, wanted).any(axis=1)
    kept = np.flatnonzero(keep)
    kept = kept[np.lexsort(index.ranks[codes[kept]].T[::-1])]
    return Runs(lambda k: " ".join([index.forms[c] for c in codes[kept[k]].tolist()]), count[kept], sections[kept])


def _shipped_runs(corpus: Corpus, n: int, containing: str | None, min_count: int, spread: int) -> Runs:
    if n not in SHIPPED or min_count < SHIPPED[n][0] or spread < SHIPPED[n][1]:
        raise CorpusError(
            f"the shipped counts hold runs of 2 words in 2 sections and of 3 words in 3 sections, from 3 times on, not this: {BRING}"
        )
    columns = shipped_columns(corpus, "book_ngrams")
    kept = np.flatnonzero((columns["n"] == n) & (columns["count"] >= min_count) & (columns["sections"] >= spread))
    names = columns["ngram"][kept].tolist()
    if containing is not None:
        vocabulary = sorted({word for run in names for word in run.split(" ")})
        wanted = _with(containing, "\n".join(vocabulary), {word: k for k, word in enumerate(vocabulary)}) or []
        words = {vocabulary[k] for k in wanted}
        held = [not words.isdisjoint(run.split(" ")) for run in names]
        kept, names = kept[held], [run for run, holds in zip(names, held, strict=True) if holds]
    return Runs(names.__getitem__, columns["count"][kept], columns["sections"][kept])
