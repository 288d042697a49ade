"""Measures of association between a node and a collocate: log-likelihood, logDice, MI and ΔP, each from four counts.

Counted are pairs: the node at one place, another word at most so many words away in the same paragraph. Each of N words
has a window of ``span`` places (left + right), so there are N × span pairs. O pairs join node and collocate; the node has
R = f(node) × span of all pairs, the collocate C = f(collocate) × span. By chance E = R × C / (N × span) =
f(node) × f(collocate) × span / N: Evert, *Corpora and collocations* (2008). That a paragraph's edge cuts some windows is
left out of E, so E is a little too high.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.analysis.arithmetic import divide, log2, times_log


def log_dice(n: Any, n_node: Any, n_collocate: Any) -> np.ndarray:
    """14 + log₂(2 n / (n_node + n_collocate)): at most 14 for pairs met once each; +1 is twice as often; needs no corpus size.

    Rychlý, *A lexicographer-friendly association score* (2008). nan where the pair never meets.

    8 meetings of words that stand 12 and 20 times: 14 + log₂(16 / 32).

    >>> float(log_dice(8, 12, 20))
    13.0
    """
    score: np.ndarray = 14 + log2(divide(2 * np.asarray(n), np.asarray(n_node) + n_collocate))
    return score


def mutual_information(n: Any, expected: Any) -> np.ndarray:
    """log₂(n / expected): 1 = twice as often as by chance. Favours rare words. nan where the pair never meets.

    Church & Hanks, *Computational Linguistics* 16 (1990), with the window in ``expected``.

    >>> float(mutual_information(8, 2))
    2.0
    """
    return log2(divide(n, expected))


def _cells(n: Any, n_node: int, n_collocate: Any, n_words: int, span: int) -> tuple[np.ndarray, ...]:
    """The four cells of pairs: both, node alone, collocate alone, neither."""
    both = np.asarray(n, dtype=float)
    rows, columns = float(n_node * span), np.asarray(n_collocate, dtype=float) * span
    return both, rows - both, columns - both, n_words * span - rows - columns + both


def expected_pairs(n_node: int, n_collocate: Any, n_words: int, span: int) -> np.ndarray:
    """Meetings of node and collocate by chance, E.

    >>> float(expected_pairs(12, 20, 1200, 10))
    2.0
    """
    return np.asarray(n_collocate, dtype=float) * n_node * span / n_words


def pair_log_likelihood(n: Any, n_node: int, n_collocate: Any, n_words: int, span: int) -> np.ndarray:
    """Log-likelihood G² of the 2 × 2 table of pairs: 2 Σ O ln(O / E) over its four cells, a cell of 0 adding 0.

    Dunning, *Computational Linguistics* 19 (1993). It is large for attraction and for repulsion; compare n with expected.

    >>> float(pair_log_likelihood(8, 12, 20, 1200, 1).round(2))
    54.0
    """
    cells = _cells(n, n_node, n_collocate, n_words, span)
    both, node, collocate, neither = cells
    rows, columns = (both + node, collocate + neither), (both + collocate, node + neither)
    margins = [row * column for row in rows for column in columns]
    terms = [times_log(cell, cell * n_words * span / margin) for cell, margin in zip(cells, margins, strict=True)]
    total: np.ndarray = 2 * np.sum(terms, axis=0)
    return total


def delta_p(n: Any, n_node: int, n_collocate: Any, n_words: int, span: int) -> tuple[np.ndarray, np.ndarray]:
    """ΔP both ways, each from −1 to 1: how much likelier the collocate is beside the node than elsewhere, and the reverse.

    O / R − (C − O) / (N span − R) and O / C − (R − O) / (N span − C): Gries, *50-something years of work on collocations*,
    International Journal of Corpus Linguistics 18 (2013).

    >>> [float(x.round(4)) for x in delta_p(8, 12, 20, 1200, 1)]
    [0.6566, 0.3966]
    """
    both, node, collocate, neither = _cells(n, n_node, n_collocate, n_words, span)
    return both / (both + node) - collocate / (collocate + neither), both / (both + collocate) - node / (node + neither)
