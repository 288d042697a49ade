"""Key words: what a part of the text, or the whole, has more or less often than something else.

A list of key words is a text × a reference × a measure × cut-offs: all four are choices here. Log-likelihood says how
sure a difference is and grows with the amount of text; log ratio and %DIFF say how large it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.analysis.counts import Counts, ReferenceCounts, Source, Spread, counts_of, reference_of
from helpers.analysis.frequency import per_10k
from helpers.analysis.keyness_measures import CRITICAL, diff_pct, log_likelihood, log_ratio
from helpers.model import Corpus, TextEdition

if TYPE_CHECKING:
    import pandas as pd

_MEASURES: Mapping[str, Callable[..., Any]] = {
    "log_likelihood": log_likelihood,
    "log_ratio": lambda *counts: log_ratio(*counts).value,
    "diff_pct": diff_pct,
    "n_target": lambda n_target, *_: n_target,
}
ORDERS = tuple(_MEASURES)
SIDES = ("over", "under", "both")


@lru_cache(maxsize=4)
def _joined(counts: Counts, other: ReferenceCounts) -> tuple[list[str], np.ndarray]:
    """The words of both, the counts' first, and the place of each of the other's words among them."""
    places = np.array([counts.code_of.get(token, -1) for token in other.tokens], dtype=np.int64)
    extra = np.flatnonzero(places < 0)
    places[extra] = len(counts.tokens) + np.arange(len(extra))
    return [*counts.tokens, *(other.tokens[k] for k in extra.tolist())], places


def _other_source(counts: Counts, target: Spread, other: ReferenceCounts) -> tuple[Sequence[str], Spread, Spread]:
    tokens, places = _joined(counts, other)
    none = np.zeros(len(tokens) - len(counts.tokens), dtype=np.int64)
    n_target, n_leaves, n_homes = (np.concatenate([column, none]) for column in (target.n, target.n_leaves, target.n_sections))
    n, n_sections = np.zeros((2, len(tokens)), dtype=np.int64)
    n[places], n_sections[places] = other.count, other.n_sections
    return tokens, Spread(n_target, n_leaves, n_homes, target.n_words), Spread(n, np.full(len(tokens), np.nan), n_sections, other.n_words)


def _rest(whole: Spread, part: Spread) -> Spread:
    """What the whole has outside a part made of whole sections."""
    return Spread(whole.n - part.n, whole.n_leaves - part.n_leaves, whole.n_sections - part.n_sections, whole.n_words - part.n_words)


def _sides(source: Source, section: Any, chapter: int | None, against: Any) -> tuple[Sequence[str], Spread, Spread]:
    counts = counts_of(source)
    scope = counts.scope(section, chapter)
    target = counts.spread(scope)
    if against == "ten-days" and isinstance(source, Corpus):
        against = reference_of(source)
    if isinstance(against, TextEdition | Counts | ReferenceCounts):
        return _other_source(counts, target, reference_of(against))
    if against == "rest":
        return counts.tokens, target, _rest(counts.everywhere, target)
    if against == "ten-days":
        raise ValueError("to compare with Ten Days give the corpus, or name the open text or its counts in `against`")
    other = counts.scope(None, against) if isinstance(against, int) else counts.scope(against)
    if (other & scope).any():
        raise ValueError("the target and the reference share text: name different sections or chapters")
    return counts.tokens, target, counts.spread(other)


def keyness(
    source: Source,
    *,
    section: str | Sequence[str] | None = None,
    chapter: int | None = None,
    against: str | int | Sequence[str] | TextEdition | Counts | ReferenceCounts = "rest",
    side: str = "over",
    order: str = "log_likelihood",
    min_count: int = 3,
    min_leaves: int = 2,
    min_ll: float = CRITICAL[0.0001],
    top: int | None = None,
) -> pd.DataFrame:
    """Key words of some sections or a chapter (or the whole text) against a reference, the strongest by ``order`` first.

    ``against``: "rest" (of the same text), section ids, the number of a chapter, "ten-days" (the shipped counts of the
    second source), or another text or counts. ``side``: words "over"- or "under"-used in the target, or "both".
    ``min_count`` and ``min_leaves`` are asked of the side where the word has the higher rate (leaves only where they are
    known); ``min_ll`` of its log-likelihood: 15.13 is p < 0.0001, 0 lets all through.

    Columns: token, n_target, n_reference, target_per_10k, reference_per_10k, log_likelihood, log_ratio with
    log_ratio_low and log_ratio_high (95 %), diff_pct, n_leaves and n_sections of the target in which it stands,
    n_reference_leaves (nan for another source) and n_reference_sections; ``attrs`` holds target_words and
    reference_words. What happens to a count of 0 is said at each measure. Raises ValueError for an empty or shared side
    and unknown choices, CorpusError for an unknown section.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "red red red flag", "1.2": "a flag on a roof"})
    >>> keyness(text, section="1.1", min_leaves=1, min_ll=0)[["token", "n_target", "n_reference", "n_leaves"]].values.tolist()
    [['red', 3, 0, 1]]
    """
    import pandas as pd

    if order not in ORDERS or side not in SIDES:
        raise ValueError(f"order is one of {', '.join(ORDERS)}, side one of {', '.join(SIDES)}; not {order!r}, {side!r}")
    tokens, target, reference = _sides(source, section, chapter, against)
    sizes = (target.n_words, reference.n_words)
    if not all(sizes):
        raise ValueError(f"the {'reference' if sizes[0] else 'target'} has no counted words: choose another")
    over = target.n * reference.n_words > reference.n * target.n_words
    wanted = {"over": over, "under": target.n * reference.n_words < reference.n * target.n_words, "both": target.n != -1}[side]
    leaves = np.where(over, target.n_leaves, reference.n_leaves)
    wanted = wanted & (np.where(over, target.n, reference.n) >= max(min_count, 1)) & ~(leaves < min_leaves)
    found = np.flatnonzero(wanted)
    found = found[log_likelihood(target.n[found], reference.n[found], *sizes) >= min_ll]
    strength = np.abs(np.nan_to_num(_MEASURES[order](target.n[found], reference.n[found], *sizes), nan=np.inf))
    found = found[np.argsort(-strength, kind="stable")][:top]
    frame = pd.DataFrame(_columns(found, tokens, target, reference))
    frame.attrs.update(target_words=sizes[0], reference_words=sizes[1])
    return frame


def _columns(found: np.ndarray, tokens: Sequence[str], target: Spread, reference: Spread) -> dict[str, Any]:
    a, b, sizes = target.n[found], reference.n[found], (target.n_words, reference.n_words)
    ratio = log_ratio(a, b, *sizes)
    return {
        "token": [tokens[c] for c in found.tolist()], "n_target": a, "n_reference": b,
        "target_per_10k": per_10k(a, sizes[0]), "reference_per_10k": per_10k(b, sizes[1]),
        "log_likelihood": log_likelihood(a, b, *sizes), "log_ratio": ratio.value, "log_ratio_low": ratio.low,
        "log_ratio_high": ratio.high, "diff_pct": diff_pct(a, b, *sizes),
        "n_leaves": target.n_leaves[found], "n_sections": target.n_sections[found],
        "n_reference_leaves": reference.n_leaves[found], "n_reference_sections": reference.n_sections[found],
    }  # fmt: skip
