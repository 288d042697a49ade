"""How often a word stands: counts and rates per 10 000 words, by book, chapter, section or leaf, and their trend."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.analysis.arithmetic import divide
from helpers.analysis.counts import Source, counts_of, leaf_counts

if TYPE_CHECKING:
    import pandas as pd


def per_10k(n: Any, n_words: Any) -> np.ndarray:
    """``n`` occurrences in ``n_words`` words as a rate per 10 000 words; nan where there are no words.

    >>> per_10k([3, 0, 0], [6000, 500, 0]).tolist()
    [5.0, 0.0, nan]
    """
    return divide(np.asarray(n) * 1e4, n_words)


def frequency(source: Source, query: str, *, by: str = "book") -> pd.DataFrame:
    """How often ``query`` stands in the book, or in each chapter, section or leaf, in reading order.

    ``query`` is a word, ``a|b`` or a word with * (folded: capitals don't matter); over an open text also a phrase or
    ``near``. Columns: what names the unit, its printed pages (``page_doubtful``: each may be one later), n_words
    (counted words of the unit), n, per_10k (n per 10 000 of these words, nan where there are none). A word that is
    nowhere has n = 0. Captions, headings, footnotes and running heads are not counted. Raises ValueError for what is no
    word or no grain, CorpusError for a phrase where no text is open.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "Red flag, red banner.", "1.2": "A flag."})
    >>> frequency(text, "red", by="section")[["section", "n_words", "n", "per_10k"]].values.tolist()
    [['1.1', 4, 2, 5000.0], ['1.2', 2, 0, 0.0]]
    """
    import pandas as pd

    counts, per_leaf = leaf_counts(source, query)
    units = counts.units(by)
    n = units.sums(per_leaf)
    return pd.DataFrame({**units.columns, "n_words": units.words, "n": n, "per_10k": per_10k(n, units.words)})


def moving_rate(n: np.ndarray, n_words: np.ndarray, span: int) -> np.ndarray:
    """Rate per 10 000 words over ``span`` neighbouring units, pooled (all their occurrences over all their words).

    ``span`` is odd and centred on each unit; at the ends it is what there is of it. Long units weigh more, as they should.

    >>> moving_rate(np.array([1, 2, 6]), np.array([1000, 1000, 2000]), 3).tolist()
    [15.0, 22.5, 26.666666666666668]
    """
    if span < 1 or span % 2 == 0:
        raise ValueError(f"the span is {span}; it is odd and at least 1, so that it has a middle")
    places = np.arange(len(n))
    low, high = np.maximum(places - span // 2, 0), np.minimum(places + span // 2 + 1, len(n))
    sums = [np.concatenate([[0], np.cumsum(values)]) for values in (n, n_words)]
    return per_10k(sums[0][high] - sums[0][low], sums[1][high] - sums[1][low])


def trend(source: Source, query: str, *, by: str = "section", span: int = 5) -> pd.DataFrame:
    """The frequency of ``query`` from unit to unit, with its rate over ``span`` neighbouring units.

    The columns of ``frequency`` and moving_per_10k (see ``moving_rate``). In reading order, which is not the order of
    events. ``kendall_tau`` of per_10k says in one number whether it rises through the book.

    >>> from helpers.analysis.own_text import own_text
    >>> trend(own_text({"1.1": "a red flag and", "1.2": "red red"}), "red", span=3)["moving_per_10k"].tolist()
    [5000.0, 5000.0]
    """
    frame = frequency(source, query, by=by)
    frame["moving_per_10k"] = moving_rate(frame["n"].to_numpy(), frame["n_words"].to_numpy(), span)
    return frame


def kendall_tau(rates: Any) -> float:
    """Kendall's τ-b between ``rates`` and their order: 1 where each is higher than the one before, −1 the reverse.

    Units without a rate (nan) are left out; nan where fewer than two are left or all rates are equal. As used for
    frequencies over stages: Hilpert & Gries, *Literary and Linguistic Computing* 24 (2009).

    Of the six pairs of 1, 3, 2, 4 five rise and one falls: (5 − 1) / 6.

    >>> round(kendall_tau([1, 3, 2, 4]), 4), kendall_tau([2, 2])
    (0.6667, nan)
    """
    values = np.asarray(rates, dtype=float)
    values = values[~np.isnan(values)]
    rises = np.sign(values[None, :] - values[:, None])[np.triu_indices(len(values), 1)]
    untied = int(np.count_nonzero(rises))
    return float(rises.sum() / np.sqrt(untied * len(rises))) if untied else float("nan")


def frequency_list(
    source: Source,
    *,
    section: str | Iterable[str] | None = None,
    chapter: int | None = None,
    pattern: str | None = None,
    min_count: int = 1,
    top: int | None = None,
) -> pd.DataFrame:
    """All words of the book, or of some sections or a chapter, the most frequent first (then by alphabet).

    Columns: token, n, per_10k (of the words in scope), n_leaves and n_sections (in how many of those in scope it stands).
    ``pattern`` keeps the words that a query such as ``*ist|*ism`` stands for. Raises CorpusError for an unknown section.

    >>> from helpers.analysis.own_text import own_text
    >>> frequency_list(own_text({"1.1": "Red flag, red banner.", "1.2": "A flag."}), top=2).values.tolist()
    [['flag', 2, 3333.3333333333335, 2, 2], ['red', 2, 3333.3333333333335, 1, 1]]
    """
    import pandas as pd

    counts = counts_of(source)
    n, n_leaves, n_sections, n_words = counts.spread(counts.scope(section, chapter))
    keep = n >= max(min_count, 1)
    if pattern is not None:
        keep &= np.isin(np.arange(len(keep)), counts.codes(pattern))
    found = np.flatnonzero(keep)
    found = found[np.argsort(-n[found], kind="stable")][:top]
    return pd.DataFrame({
        "token": [counts.tokens[c] for c in found.tolist()], "n": n[found],
        "per_10k": per_10k(n[found], n_words), "n_leaves": n_leaves[found], "n_sections": n_sections[found],
    })  # fmt: skip
