"""The company of loaded words and names, counted over the whole book."""

from __future__ import annotations

import numpy as np

from helpers.measuring.units import Measured, Row, Tables
from helpers.words import fold

NODE_COUNT = 40
NODES = 150
COLLOCATE_COUNT = 3
WINDOW = 5


def node_words(m: Measured, tables: Tables) -> list[str]:
    """The loaded words and names whose company is counted: single folded words of the lexicon and of people's
    spellings that stand at least ``NODE_COUNT`` times, the ``NODES`` most frequent, in alphabetical order."""
    wanted = {fold(form) for row in tables["lexicon"] for form in str(row["forms"]).split(";")}
    wanted |= {fold(v) for row in tables["people"] for v in str(row["variants"] or "").split(";")}
    totals = np.bincount(m.folded, minlength=len(m.edition.folded_forms))
    found = [(-int(totals[c]), form) for c, form in enumerate(m.edition.folded_forms) if form in wanted and totals[c] >= NODE_COUNT]
    return sorted(form for _, form in sorted(found)[:NODES])


def measure_node_collocates(m: Measured, tables: Tables) -> list[Row]:
    """A row a node word and a word in its company: how often they stand within five words of each other in one
    paragraph, book-wide, in any order, at least three times; and in how many sections.

    A pair is counted once for each place of the node and each place of the other word.
    """
    nodes = node_words(m, tables)
    code_of = {form: c for c, form in enumerate(m.edition.folded_forms)}
    is_node = np.zeros(len(m.edition.folded_forms), dtype=bool)
    is_node[[code_of[n] for n in nodes]] = True
    paragraph = m.edition.tokens.paragraph[m.places]
    section = m.edition.tokens.section[m.places]
    at = np.flatnonzero(is_node[m.folded])
    pairs = []
    for distance in [d for d in range(-WINDOW, WINDOW + 1) if d]:
        other = at + distance
        fine = (other >= 0) & (other < len(m.folded))
        fine[fine] &= paragraph[at[fine]] == paragraph[other[fine]]
        pairs.append(np.stack([m.folded[at[fine]], m.folded[other[fine]], section[at[fine]]], axis=1))
    together = np.concatenate(pairs)
    keys, inverse, counts = np.unique(together[:, :2], axis=0, return_inverse=True, return_counts=True)
    spread = np.bincount(np.unique(np.stack([inverse.ravel(), together[:, 2]], axis=1), axis=0)[:, 0], minlength=len(keys))
    forms = m.edition.folded_forms
    rows: list[Row] = [
        {"node": forms[a], "collocate": forms[b], "count": int(n), "sections": int(k)}
        for (a, b), n, k in zip(keys, counts, spread, strict=True)
        if n >= COLLOCATE_COUNT
    ]
    return sorted(rows, key=lambda r: (r["node"], r["collocate"]))
