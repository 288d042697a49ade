"""What is known of the detectors' errors, for the charts and the lessons whose counts rest on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helpers.model import Corpus
from helpers.views.marks import KINDS


def error_of(corpus: Corpus, detector: str, labels: Sequence[str]) -> str:
    """What is known of a detector's errors, in a sentence that a chart can end with."""
    rows = {r["label"]: r for r in corpus.tables.rows("detector_scores") if r["detector"] == detector}
    told = [f"{label}: {_score(rows[label])}" for label in labels]
    return f"Errors, from {rows[labels[0]]['n_sample']} places marked by a reader: {'; '.join(told)}."


def _score(row: Mapping[str, Any]) -> str:
    if row["precision"] == row["recall"]:
        return f"right in {row['precision']:.0%}"
    return f"{row['precision']:.0%} of what is found is right, and {row['recall']:.0%} is found"


SCORE_COLUMNS = {
    "label": "what is found", "n_marked": "a reader marks", "n_found": "the rule finds", "n_right": "alike", "precision": "precision",
    "recall": "recall", "n_sample": "places in the sample",
}  # fmt: skip


def scores(corpus: Corpus, detector: str) -> list[dict[str, Any]]:
    """The rows of ``detector_scores`` of one detector under ``SCORE_COLUMNS``, what is found in words."""
    rows = [row for row in corpus.tables.rows("detector_scores") if row["detector"] == detector]
    return [{key: row[key] for key in SCORE_COLUMNS} | {"label": KINDS.get(str(row["label"]), row["label"])} for row in rows]
