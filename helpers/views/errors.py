"""What is known of the detectors' errors, for the charts and the lessons whose counts rest on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helpers.analysis.agency import VOICE_NAMES
from helpers.analysis.voices import wilson
from helpers.model import Corpus
from helpers.views.marks import KINDS

LABELS = KINDS | VOICE_NAMES
"""Labels of ``detector_scores`` in words, where they are not words themselves."""
SMALL_SAMPLE = 300
"""A sample of fewer places than this is said to be small."""


def error_of(corpus: Corpus, detector: str, labels: Sequence[str]) -> str:
    """What is known of a detector's errors, in a sentence that a chart can end with."""
    rows = {r["label"]: r for r in corpus.tables.rows("detector_scores") if r["detector"] == detector}
    told = [f"{LABELS.get(label, label)}: {_score(rows[label])}" for label in labels]
    n = rows[labels[0]]["n_sample"]
    small = ", a small sample" if n < SMALL_SAMPLE else ""
    return f"Errors, from {n} places marked by a reader{small}: {'; '.join(told)}. In brackets 95 per cent intervals."


def _score(row: Mapping[str, Any]) -> str:
    precision, recall = (f"{row[name]:.0%} ({between(row['n_right'], row[of], per_cent=True)})" for name, of in SHARES)
    if row["precision"] == row["recall"]:
        return f"right in {precision}"
    return f"{precision} of what is found is right, and {recall} is found"


SHARES = (("precision", "n_found"), ("recall", "n_marked"))
"""The two shares of ``detector_scores`` with what each is a share of."""


def between(n: int, of: int, *, per_cent: bool = False) -> str:
    """The 95 % interval of the share n / of (Wilson), or of the same in whole per cent.

    >>> between(30, 33), between(30, 33, per_cent=True)
    ('0.76 to 0.97', '76 to 97')
    """
    low, high = wilson(n, of)
    return f"{100 * low:.0f} to {100 * high:.0f}" if per_cent else f"{low:.2f} to {high:.2f}"


SCORE_COLUMNS = {
    "label": "what is found", "n_marked": "a reader marks", "n_found": "the rule finds", "n_right": "alike",
    "precision_told": "precision (95 per cent interval)", "recall_told": "recall (95 per cent interval)", "n_sample": "places in the sample",
}  # fmt: skip


def scores(corpus: Corpus, detector: str) -> list[dict[str, Any]]:
    """The rows of ``detector_scores`` of one detector for ``SCORE_COLUMNS``: what is found in words, each share with its interval."""
    rows = [row for row in corpus.tables.rows("detector_scores") if row["detector"] == detector]
    told = [{f"{name}_told": f"{row[name]:.2f} ({between(row['n_right'], row[of])})" for name, of in SHARES} for row in rows]
    return [{**row, **shares, "label": LABELS.get(str(row["label"]), row["label"])} for row, shares in zip(rows, told, strict=True)]
