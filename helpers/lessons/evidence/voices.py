"""Pages checked against the measures of voice and of words."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from helpers.analysis.back_projection import VERDICTS
from helpers.analysis.counts import Counts, counts_of, leaf_counts
from helpers.analysis.naming import SPEAKERS
from helpers.analysis.voices import OPPONENTS, QUOTED_KINDS
from helpers.lessons.evidence.deciding import Ground, Rows
from helpers.model import Corpus

LONG = 60
"""Words from which a quotation counts as one at length here."""
SEVERAL = 3
"""Words held at a distance from which a leaf counts as one that has several."""


def _leaves(corpus: Corpus) -> dict[str, tuple[set[int], str]]:
    """Of each leaf its printed pages, and how they are said."""
    found = {}
    for leaf in corpus.measures.rows("leaves"):
        first, last = int(leaf["first_page"]), int(leaf["last_page"])
        found[str(leaf["id"])] = (set(range(first, last + 1)), f"p. {first}" if first == last else f"pp. {first}–{last}")
    return found


def opponent_at_length(corpus: Corpus) -> Ground:
    """A page on which an opponent of the Bolsheviks is quoted at length."""
    leaves, rows = _leaves(corpus), []
    for row in corpus.measures.rows("quotations"):
        if row["speaker_class"] in OPPONENTS and row["kind"] in QUOTED_KINDS and row["words"] >= LONG:
            pages, told = leaves[str(row["leaf"])]
            rows.append((pages, f"{row['words']} words of {SPEAKERS[row['speaker_class']]} are quoted from {told} on ({row['kind']})."))
    return Ground(rows, f"No quotation of an opponent with {LONG} words or more begins on p. {{page}}.")


def words_at_a_distance(corpus: Corpus) -> Ground:
    """A page with several words that quotation marks hold at a distance."""
    leaves = _leaves(corpus)
    counts = Counter(str(row["leaf"]) for row in corpus.measures.rows("quotations") if row["kind"] == "scare")
    rows = [
        (leaves[leaf][0], f"{n} words or phrases stand at a distance on {leaves[leaf][1]}.") for leaf, n in counts.items() if n >= SEVERAL
    ]
    return Ground(rows, f"Fewer than {SEVERAL} words stand at a distance on p. {{page}}, as far as we know.")


@lru_cache(maxsize=2)
def _looking_back(counts: Counts) -> Rows:
    """Leaves that have "subsequently" and a word of a verdict, as rows to decide by."""
    back, verdicts = leaf_counts(counts, "subsequently")[1], {word: leaf_counts(counts, word)[1] for word in VERDICTS}
    rows = []
    for k in back.nonzero()[0].tolist():
        beside = [word for word, uses in verdicts.items() if uses[k]]
        pages = counts.leaf_pages[k]
        if beside:
            rows.append(
                (set(range(pages.first, pages.last + 1)), f"“Subsequently” stands on the same leaf as {', '.join(beside)}: {pages}.")
            )
    return rows


def later_verdict(corpus: Corpus) -> Ground:
    """A page that looks back with "subsequently" and also has a word of a verdict."""
    missing = "On p. {page} the word “subsequently” and a word of a verdict don't stand together, as far as we can count."
    return Ground(_looking_back(counts_of(corpus)), missing)
