"""The detectors' errors by what readers looked at themselves, beside the figures that ship and never mixed with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from helpers.analysis.voices import wilson
from helpers.corrections import DETECTORS, MARKS, VALUES, Correction
from helpers.model import Corpus

MEASURED = {
    ("reporting", "speaker"): ("speaker by rule alone",), ("quotations", "speaker"): ("speaker as shipped",),
    ("scare_quotes", "mark"): tuple(MARKS), ("agents", "voice"): ("actor with voice",),
}  # fmt: skip
"""(detector, what) → rows of the table ``detector_scores`` that measure it; where none does, no figure ships."""

SAMPLE_COLUMNS = {
    "what": "what was looked at", "n": "places", "n_corrected": "corrected", "right": "right, of a hundred", "low": "from", "high": "to",
    "shipped": "the figure that ships, from another sample",
}  # fmt: skip


def sample_rows(found: Iterable[Correction], corpus: Corpus) -> list[dict[str, Any]]:
    """A reader's (or a class's) own sample under ``SAMPLE_COLUMNS``: a row a detector and what, in the order of ``VALUES``.

    ``n`` places looked at, ``n_corrected`` of them corrected, the share left right of a hundred with its Wilson interval (95 %); beside
    it, never mixed in, the figure of ``detector_scores``. The places were chosen by the reader, not by chance.
    """
    every = list(found)
    pairs = sorted({(c.detector, c.what) for c in every}, key=lambda pair: (list(DETECTORS).index(pair[0]), list(VALUES).index(pair[1])))
    rows = []
    for detector, what in pairs:
        mine = [c for c in every if (c.detector, c.what) == (detector, what)]
        n, wrong = len(mine), sum(c.corrected for c in mine)
        low, high = wilson(n - wrong, n)
        rows.append({
            "what": f"{DETECTORS[detector]}: {VALUES[what][0].lower().rstrip('?')}", "n": n, "n_corrected": wrong,
            "right": round(100 * (n - wrong) / n), "low": round(100 * low), "high": round(100 * high),
            "shipped": shipped_figure(corpus, detector, what),
        })  # fmt: skip
    return rows


def shipped_figure(corpus: Corpus, detector: str, what: str) -> str:
    """How often the detector is right by the sample that ships, in words; that no figure ships where none does."""
    labels = MEASURED.get((detector, what), ())
    scores = [r for r in corpus.tables.rows("detector_scores") if r["detector"] == detector and r["label"] in labels]
    if not scores:
        return "none ships"
    n_right, n_found = sum(int(r["n_right"]) for r in scores), sum(int(r["n_found"]) for r in scores)
    own = [float(scores[0][end] or "nan") for end in ("low", "high")] if len(scores) == 1 else [float("nan")]
    low, high = own if own[0] == own[0] else wilson(n_right, n_found)
    name = labels[0] if len(labels) == 1 else "by the rule alone"
    return f"{name}: {n_right} of {n_found} right ({100 * n_right / n_found:.0f} of a hundred, {100 * low:.0f} to {100 * high:.0f})"


def in_sentence(row: Mapping[str, Any]) -> str:
    """A row of ``sample_rows`` in a sentence.

    >>> row = {"what": "doers: how is the actor told", "n": 4, "n_corrected": 1, "right": 75, "low": 30, "high": 95, "shipped": "none ships"}
    >>> in_sentence(row)
    'Your own sample (doers: how is the actor told): 4 places looked at, 1 corrected; 75 of a hundred right (30 to 95). Shipped figure: none ships.'
    """
    places = f"{row['n']} place{'' if row['n'] == 1 else 's'} looked at, {row['n_corrected']} corrected"
    right = f"{row['right']} of a hundred right ({row['low']} to {row['high']})"
    return f"Your own sample ({row['what']}): {places}; {right}. Shipped figure: {row['shipped']}."
