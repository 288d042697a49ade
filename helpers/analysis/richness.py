"""How varied the wording is: types and tokens, and measures that don't fall merely because a text is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from helpers.analysis.arithmetic import divide
from helpers.analysis.counts import Source, counts_of
from helpers.analysis.index import index_of, role_mask, text_of
from helpers.model import Corpus, TextEdition

if TYPE_CHECKING:
    import pandas as pd

WINDOW = 500


def expected_types(counts: np.ndarray, sample: int) -> float:
    """How many different words a sample of ``sample`` words drawn by chance from these ``counts`` would hold on average.

    Σ 1 − C(N − fᵢ, s) / C(N, s): Hurlbert, *Ecology* 52 (1971); for texts McCarthy & Jarvis, *Behavior Research Methods*
    42 (2010), HD-D. nan where there are fewer than ``sample`` words.

    Of counts 2, 1, 1, two words drawn are the same in one case of six: 2 − 1/6.

    >>> round(expected_types(np.array([2, 1, 1]), 2), 4), expected_types(np.array([2, 1, 1]), 5)
    (1.8333, nan)
    """
    counts = np.asarray(counts, dtype=np.int64)
    size = int(counts.sum())
    if size < sample or sample < 1:
        return float("nan")
    log_factorial = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, size + 1)))])
    left = size - counts[counts > 0]
    never = left[left >= sample]
    absent = log_factorial[never] - log_factorial[never - sample] - log_factorial[size] + log_factorial[size - sample]
    return float(len(left) - np.exp(absent).sum())


def richness(source: Source, *, by: str = "section", sample: int = WINDOW) -> pd.DataFrame:
    """Types and tokens of the book, or of each chapter, section or leaf, in reading order.

    Columns: what names the unit, its printed pages, n_words, n_types (different folded words), ttr (types / words; falls
    with length, so compare only units of one length), n_hapaxes (words that stand once in the unit), sample_ttr
    (``expected_types`` of a sample of ``sample`` words / ``sample``: comparable; nan for a unit with fewer words).

    >>> from helpers.analysis.own_text import own_text
    >>> richness(own_text({"1.1": "a red red flag"}), sample=4)[["n_types", "ttr", "n_hapaxes", "sample_ttr"]].values.tolist()
    [[3.0, 0.75, 2.0, 0.75]]
    """
    import pandas as pd

    counts = counts_of(source)
    units, rows = counts.units(by), counts.table(by)
    size = len(units.words)
    n_types = np.bincount(rows.unit, minlength=size)
    by_unit = np.argsort(rows.unit, kind="stable")
    parts = np.split(rows.n[by_unit], np.cumsum(n_types)[:-1])
    return pd.DataFrame({
        **units.columns, "n_words": units.words, "n_types": n_types,
        "ttr": divide(n_types, units.words),
        "n_hapaxes": np.bincount(rows.unit[rows.n == 1], minlength=size),
        "sample_ttr": [expected_types(part, sample) / sample for part in parts],
    })  # fmt: skip


def moving_ttr(words: np.ndarray, window: int = WINDOW) -> float:
    """Moving-average type–token ratio of a row of word codes: the mean TTR of all windows of ``window`` words.

    Covington & McFall, *Journal of Quantitative Linguistics* 17 (2010). nan where there are fewer words than a window.
    A word counts in every window that holds it and not the same word before it; so no window is looked at twice.

    a b a c: windows ab, ba, ac have 2 types each, so 2/2; windows of three: aba 2, bac 3.

    >>> moving_ttr(np.array([0, 1, 0, 2]), 2), round(moving_ttr(np.array([0, 1, 0, 2]), 3), 4)
    (1.0, 0.8333)
    """
    n = len(words)
    if window < 1 or n < window:
        return float("nan")
    order = np.argsort(words, kind="stable")
    before = np.full(n, -1, dtype=np.int64)
    same = np.flatnonzero(words[order][1:] == words[order][:-1])
    before[order[same + 1]] = order[same]
    places = np.arange(n)
    first, last = np.maximum(np.maximum(places - window + 1, before + 1), 0), np.minimum(places, n - window)
    return float(np.maximum(last - first + 1, 0).sum() / (n - window + 1) / window)


def mattr(source: Corpus | TextEdition, *, by: str = "section", window: int = WINDOW) -> pd.DataFrame:
    """Moving-average type–token ratio of the book, or of each chapter, section or leaf: needs an open text.

    Columns: what names the unit, its printed pages, n_words, mattr (0–1, mean TTR of windows of ``window`` words in
    reading order; nan for a unit with fewer). Captions, headings, footnotes and running heads are left out. Raises
    CorpusError where no text is open: counts don't know the order of words, use ``richness`` there.

    >>> from helpers.analysis.own_text import own_text
    >>> mattr(own_text({"1.1": "a red a flag"}), window=2)["mattr"].tolist()
    [1.0]
    """
    import pandas as pd

    edition = text_of(source, what="a moving type-token ratio")
    units, index = counts_of(edition).units(by), index_of(edition)
    words = index.folded[role_mask(None)[index.role]]
    parts = np.split(words, np.cumsum(units.words)[:-1])
    return pd.DataFrame({**units.columns, "n_words": units.words, "mattr": [moving_ttr(part, window) for part in parts]})
