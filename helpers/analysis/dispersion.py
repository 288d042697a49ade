"""How evenly a word is spread: range, Gries's DP, Juilland's D, and the strip of leaves on which it stands.

Two words of one frequency can be spread quite differently. A measure depends on the parts: leaves (of some 200 to 500
words), sections or chapters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.analysis.arithmetic import divide
from helpers.analysis.counts import Counts, Source, Units, counts_of, leaf_counts
from helpers.analysis.frequency import per_10k

if TYPE_CHECKING:
    import pandas as pd


def _shares(n: Any, n_words: Any) -> tuple[np.ndarray, np.ndarray]:
    """Each part's share of the occurrences and of the words; parts without words are left out."""
    n, n_words = np.asarray(n, dtype=float), np.asarray(n_words, dtype=float)
    full = n_words > 0
    total = n[full].sum()
    found = n[full] / total if total else np.full(int(full.sum()), np.nan)
    return found, n_words[full] / n_words[full].sum()


def dp(n: Any, n_words: Any) -> float:
    """Deviation of proportions of ``n`` occurrences in parts of ``n_words`` words: 0 = as even as can be, near 1 = in one place.

    Half the sum of |share of the occurrences − share of the words| over the parts: Gries, *Dispersions and adjusted
    frequencies in corpora*, International Journal of Corpus Linguistics 13 (2008). nan where the word is nowhere.

    3 and 1 occurrences in parts of 50 words each: (|.75 − .5| + |.25 − .5|) / 2.

    >>> dp([3, 1], [50, 50])
    0.25
    """
    found, expected = _shares(n, n_words)
    return float(np.abs(found - expected).sum() / 2) if len(found) else float("nan")


def dp_norm(n: Any, n_words: Any) -> float:
    """DP as a share of the highest it can be with these parts, 1 − share of the smallest part; so from 0 to 1.

    Lijffijt & Gries, *Correction to …*, International Journal of Corpus Linguistics 17 (2012). nan with a single part.

    >>> dp_norm([3, 1], [50, 50]), dp_norm([0, 4], [50, 50])
    (0.5, 1.0)
    """
    _, expected = _shares(n, n_words)
    room = 1 - expected.min() if len(expected) else 0.0
    return dp(n, n_words) / float(room) if room > 0 else float("nan")


def juilland_d(n: Any, n_words: Any) -> float:
    """Juilland's D: 1 = the same rate in all parts, 0 = in one part only.

    1 − V / √(k − 1), V the standard deviation of the rates in the k parts (divided by k) over their mean: Juilland &
    Chang-Rodríguez, *Frequency Dictionary of Spanish Words* (1964); with rates for parts of unequal size as in Gries
    (2008). nan where the word is nowhere or there is one part.

    3 and 1 in parts of 50 words: rates .06 and .02, mean .04, deviation .02; 1 − .5 / √1.

    >>> juilland_d([3, 1], [50, 50])
    0.5
    """
    rates = per_10k(n, n_words)
    rates = rates[~np.isnan(rates)]
    if len(rates) < 2 or not rates.any():
        return float("nan")
    return float(1 - rates.std() / rates.mean() / np.sqrt(len(rates) - 1))


def dispersion(source: Source, query: str, *, by: str = "leaf") -> pd.DataFrame:
    """How evenly ``query`` is spread over the leaves, sections or chapters: one row.

    Columns: query, by, n, per_10k, n_parts (with words), range (parts in which it stands), range_share, dp, dp_norm,
    juilland_d; the measures are nan for a word that is nowhere. Queries and errors as in ``frequency``.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "red flag red red", "1.2": "a red flag banner"})
    >>> dispersion(text, "red")[["n", "n_parts", "range", "dp", "dp_norm", "juilland_d"]].values.tolist()
    [[4.0, 2.0, 2.0, 0.25, 0.5, 0.5]]
    """
    import pandas as pd

    counts, per_leaf = leaf_counts(source, query)
    units = counts.units(by)
    n, n_words = units.sums(per_leaf), units.words
    n_parts, reach = int((n_words > 0).sum()), int((n > 0).sum())
    row = {
        "query": query, "by": by, "n": int(n.sum()), "per_10k": float(per_10k(n.sum(), n_words.sum())), "n_parts": n_parts, "range": reach,
        "range_share": reach / n_parts if n_parts else np.nan, "dp": dp(n, n_words), "dp_norm": dp_norm(n, n_words),
        "juilland_d": juilland_d(n, n_words),
    }  # fmt: skip
    return pd.DataFrame([row])


def dispersion_list(source: Source, *, by: str = "leaf", min_count: int = 5, top: int | None = None) -> pd.DataFrame:
    """All words with at least ``min_count`` occurrences and how evenly they are spread, the most even (lowest DP) first.

    Columns: token, n, per_10k, range, range_share, dp, dp_norm, juilland_d, each the same number as ``dispersion`` gives.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "red flag red red", "1.2": "a red flag banner"})
    >>> dispersion_list(text, by="section", min_count=2)[["token", "n", "dp"]].values.tolist()
    [['flag', 2, 0.0], ['red', 4, 0.25]]
    """
    import pandas as pd

    counts = counts_of(source)
    columns = _all_words(counts, counts.units(by))
    found = np.flatnonzero(columns["n"] >= max(min_count, 1))
    found = found[np.argsort(columns["dp"][found], kind="stable")][:top]
    tokens = [counts.tokens[c] for c in found.tolist()]
    return pd.DataFrame({"token": tokens, **{name: values[found] for name, values in columns.items()}})


def _all_words(counts: Counts, units: Units) -> dict[str, np.ndarray]:
    """The measures for every word at once, from the parts where it stands; each part where it doesn't adds its share to DP."""
    rows, size = counts.table(units.by), len(counts.tokens)
    n_words, n_parts = units.words.sum(), max(int((units.words > 0).sum()), 1)
    n, reach = counts.everywhere.n, np.bincount(rows.token, minlength=size)
    share = units.words[rows.unit] / n_words
    difference = np.abs(rows.n / n[rows.token] - share) - share
    deviation = (1 + np.bincount(rows.token, difference, minlength=size)) / 2
    rates = rows.n / units.words[rows.unit]
    mean = np.bincount(rows.token, rates, minlength=size) / n_parts
    square = np.bincount(rows.token, rates**2, minlength=size) / n_parts
    room = 1 - divide(units.words[units.words > 0].min(initial=n_words), n_words)
    variation = divide(np.sqrt(np.maximum(square - mean**2, 0)), mean)
    return {
        "n": n, "per_10k": per_10k(n, n_words), "range": reach, "range_share": reach / n_parts, "dp": deviation,
        "dp_norm": divide(deviation, room), "juilland_d": 1 - divide(variation, np.sqrt(n_parts - 1)),
    }  # fmt: skip


def strip(source: Source, query: str) -> pd.DataFrame:
    """Leaf by leaf, in reading order, where ``query`` stands: what a dispersion plot draws.

    Columns: leaf, section, chapter, printed pages, n_words, n, per_10k, begin_share and end_share (0–1: where the leaf
    begins and ends in the counted words of the book).

    >>> from helpers.analysis.own_text import own_text
    >>> strip(own_text({"1.1": "a red flag", "1.2": "red"}), "red")[["n", "begin_share", "end_share"]].values.tolist()
    [[1.0, 0.0, 0.75], [1.0, 0.75, 1.0]]
    """
    import pandas as pd

    counts, per_leaf = leaf_counts(source, query)
    units = counts.units("leaf")
    ends = np.cumsum(units.words) / max(units.words.sum(), 1)
    return pd.DataFrame({
        **units.columns, "n_words": units.words, "n": per_leaf, "per_10k": per_10k(per_leaf, units.words),
        "begin_share": np.concatenate([[0.0], ends])[: len(ends)], "end_share": ends,
    })  # fmt: skip
