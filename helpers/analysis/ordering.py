"""Which matches of a query a concordance shows, and in what order: sorting on the company, samples."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from helpers.analysis.index import Index, index_of
from helpers.analysis.matching import Matches
from helpers.model import TextEdition

SORTS = ("L1", "L2", "L3", "node", "R1", "R2", "R3")
"""What lines may be sorted on: a word left or right of the node, counted from it, or the node's first word."""


def _neighbour(index: Index, at: np.ndarray, edge: np.ndarray) -> np.ndarray:
    """Alphabetical rank of the word at a position; −1, before all words, where that is outside the paragraph of ``edge``."""
    safe: np.ndarray = np.clip(at, 0, len(index.folded) - 1)
    inside = (safe == at) & (index.paragraph[safe] == index.paragraph[edge])
    return np.where(inside, index.ranks[index.folded[safe]], -1)


def _key(index: Index, found: Matches, sort: str) -> np.ndarray:
    if sort == "node":
        first: np.ndarray = index.ranks[index.folded[found.begin]]
        return first
    step = int(sort[1])
    if sort[0] == "L":
        return _neighbour(index, found.begin - step, found.begin)
    return _neighbour(index, found.end - 1 + step, found.end - 1)


def sorted_matches(edition: TextEdition, found: Matches, sort: str | Sequence[str], *, first: int | None = None) -> Matches:
    """The matches sorted by keys such as ("R1", "R2") or "L1 R1": by the first, then the second …, ties in reading order.

    With ``first`` only so many of them, the same that stand at the head of all; the others are not put in order.
    Raises ValueError for an unknown key.

    >>> from helpers.analysis.matching import find_matches
    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "red roof, red flag, red"})
    >>> sorted_matches(text, find_matches(text, "red"), "R1").begin.tolist()
    [4, 2, 0]
    """
    keys = sort.replace(",", " ").split() if isinstance(sort, str) else list(sort)
    unknown = [key for key in keys if key not in SORTS]
    if unknown:
        raise ValueError(f"lines can't be sorted on {unknown[0]!r}; there are {', '.join(SORTS)}")
    if not keys or not len(found.begin):
        return found.pick(slice(first))
    index = index_of(edition)
    if first is not None and 0 < first < len(found.begin):
        head = _key(index, found, keys[0])
        found = found.pick(head <= np.partition(head, first - 1)[first - 1])
    return found.pick(np.lexsort([_key(index, found, key) for key in reversed(keys)])[:first])


def sampled_matches(found: Matches, sample: int | None, seed: int) -> Matches:
    """``sample`` of the matches drawn by chance, in reading order, the same for the same ``seed``; all where there are no more.

    Raises ValueError for a sample of none.
    """
    if sample is None or sample >= len(found.begin):
        return found
    if sample < 1:
        raise ValueError(f"a sample of {sample} lines is none: ask for 1 or more")
    return found.pick(np.array(sorted(random.Random(seed).sample(range(len(found.begin)), sample))))
