"""Later verdicts carried back to 1917: words such as "subsequently", where they stand, and beside what.

The word itself is innocent: it also opens a witness's later memoir, or merely says what came next. So it is counted by
section, and sorted by the words near it; the sorting is the machine's, and each case wants reading.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from helpers.analysis.counts import Source, counts_of, leaf_counts
from helpers.analysis.frequency import per_10k
from helpers.model import Corpus, CorpusError, TextEdition

if TYPE_CHECKING:
    import pandas as pd

LOOKS_BACK = ("subsequently", "eventually", "ultimately", "afterwards", "later")
"""Words by which a telling looks back from a later day; "later" is mostly "an hour later", and counted apart."""
VERDICTS = ("exposed", "executed", "shot", "treason", "enemy", "enemies", "betrayed", "trotskyite", "traitor", "traitors")
"""Words of verdicts passed afterwards; "shot" and "enemy" also have plain military uses."""
TESTIMONY = (
    "related", "wrote", "stated", "confessed", "admitted", "recalled", "explained", "called", "reported",
    "statement", "memoirs", "reminiscences",
)  # fmt: skip
"""Words by which a later witness is brought in."""
DISTANCE = 6
"""Words that may lie between the two, as near/6 has it."""
MIN_USES = 5
"""Fewer uses are too thin for a rate by section."""


def back_projection(source: Source, terms: Sequence[str] = LOOKS_BACK) -> pd.DataFrame:
    """How often each section looks back: one row a section, in reading order.

    Columns: section, first_page, last_page, page_doubtful, n_words, one column a term (its uses), n (all of them), per_10k (n
    per 10 000 words; nan without words), n_with_verdict (uses of the terms in leaves that also have a word of ``VERDICTS``: the
    same page, not the same sentence; "later" is left out where other terms are asked for too), thin (n under ``MIN_USES``).

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "Orsk was subsequently shot. An hour later it rained.", "1.2": "Orsk subsequently wrote a book."})
    >>> back_projection(text)[["section", "subsequently", "later", "n", "n_with_verdict"]].values.tolist()
    [['1.1', 1, 1, 2, 1], ['1.2', 1, 0, 1, 0]]
    """
    import pandas as pd

    counts = counts_of(source)
    units = counts.units("section")
    uses = {term: leaf_counts(counts, term)[1] for term in terms}
    verdict = leaf_counts(counts, "|".join(VERDICTS))[1] > 0
    n = units.sums(np.sum(list(uses.values()), axis=0))
    judged = units.sums(np.sum([u for term, u in uses.items() if term != "later"] or list(uses.values()), axis=0) * verdict)
    columns = {c: units.columns[c] for c in ("section", "first_page", "last_page", "page_doubtful")}
    by_term = {term: units.sums(found) for term, found in uses.items()}
    sums = {"n": n, "per_10k": per_10k(n, units.words), "n_with_verdict": judged, "thin": n < MIN_USES}
    return pd.DataFrame({**columns, "n_words": units.words, **by_term, **sums})


def _near(source: Source, term: str, words: Sequence[str]) -> float:
    """How often ``term`` has one of ``words`` within ``DISTANCE``; nan where no text is open."""
    try:
        return float(leaf_counts(source, f"{term} near/{DISTANCE} {'|'.join(words)}")[1].sum())
    except CorpusError:
        return math.nan


def uses_by_company(source: Corpus | TextEdition, terms: Sequence[str] = LOOKS_BACK) -> pd.DataFrame:
    """What stands near each term: a verdict, a witness, or neither; one row a term, in the order given.

    Columns: term, n (uses), n_verdict (with a word of ``VERDICTS`` within ``DISTANCE`` words, in its paragraph), n_testimony
    (with one of ``TESTIMONY``), n_both, n_neither, verdict_share (of n), thin (n under ``MIN_USES``). All but n are nan
    without an open text: counts by page can't say what stands beside what. A near word need not belong to the term.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "Orsk was subsequently shot.", "1.2": "Orsk subsequently wrote a book.", "1.3": "Subsequently it rained."})
    >>> uses_by_company(text, ["subsequently"])[["n", "n_verdict", "n_testimony", "n_neither"]].values.tolist()
    [[3.0, 1.0, 1.0, 1.0]]
    """
    import pandas as pd

    found = []
    for term in terms:
        n = int(leaf_counts(source, term)[1].sum())
        verdict, witness, either = (_near(source, term, words) for words in (VERDICTS, TESTIMONY, (*VERDICTS, *TESTIMONY)))
        share = verdict / n if n else math.nan
        found.append([term, n, verdict, witness, verdict + witness - either, n - either, share, n < MIN_USES])
    columns = ["term", "n", "n_verdict", "n_testimony", "n_both", "n_neither", "verdict_share", "thin"]
    return pd.DataFrame(found, columns=columns)
