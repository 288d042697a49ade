"""Measures of words: how often each stands in each leaf, runs of words, capitalised forms, the second source."""

from __future__ import annotations

import numpy as np

from helpers.measuring.units import Measured, Row

NGRAM_COUNT = 3
NGRAM_SECTIONS = {2: 2, 3: 3}
"""In how many sections a run must stand to ship: with rarer runs of three, whole lines of the book could be followed."""
FORM_COUNT = 2


def measure_leaf_tokens(m: Measured) -> list[Row]:
    """A row a leaf and folded word: how often. Leaves in reading order, words in alphabetical order."""
    rows: list[Row] = []
    for leaf in m.leaves:
        codes, counts = np.unique(m.folded[leaf.begin : leaf.end], return_counts=True)
        found = sorted((m.edition.folded_forms[c], int(n)) for c, n in zip(codes, counts, strict=True))
        rows += [{"leaf": leaf.id, "token": token, "count": n} for token, n in found]
    return rows


def measure_section_forms(m: Measured) -> list[Row]:
    """A row a section and capitalised form that stands there at least twice, not counting sentence openings alone."""
    forms = m.edition.tokens.form[m.places]
    section = m.edition.tokens.section[m.places]
    rows: list[Row] = []
    for s, unit in enumerate(m.edition.sections):
        codes, counts = np.unique(forms[section == s], return_counts=True)
        found = [(m.edition.forms[c], int(n)) for c, n in zip(codes, counts, strict=True) if n >= FORM_COUNT]
        rows += [{"section": unit.id, "form": form, "count": n} for form, n in sorted(found) if form[0].isupper()]
    return rows


def measure_book_ngrams(m: Measured) -> list[Row]:
    """A row a run of two or three words, parted by white space alone, that the book has at least three times in at
    least two sections. Book-wide: no place is given."""
    tokens, places = m.edition.tokens, m.places
    glued, forms = tokens.glued[places], m.edition.folded_forms
    section = tokens.section[places]
    adjacent = np.concatenate([[False], glued[1:] & (np.diff(places) == 1) & (np.diff(tokens.paragraph[places]) == 0)])
    rows: list[Row] = []
    for n in (2, 3):
        ends = np.flatnonzero(np.logical_and.reduce([np.roll(adjacent, k) for k in range(n - 1)]))
        ends = ends[ends >= n - 1]
        keys = np.stack([m.folded[ends - n + 1 + k] for k in range(n)], axis=1)
        grams, inverse, counts = np.unique(keys, axis=0, return_inverse=True, return_counts=True)
        pairs = np.unique(np.stack([inverse.ravel(), section[ends]], axis=1), axis=0)
        spread = np.bincount(pairs[:, 0], minlength=len(grams))
        for g in np.flatnonzero((counts >= NGRAM_COUNT) & (spread >= NGRAM_SECTIONS[n])):
            rows.append({"n": n, "ngram": " ".join(forms[c] for c in grams[g]), "count": int(counts[g]), "sections": int(spread[g])})
    return sorted(rows, key=lambda r: (r["n"], r["ngram"]))


def measure_reference_counts(m: Measured) -> list[Row]:
    """A row a folded word of the second source: how often, and in how many of its sections."""
    codes, counts = np.unique(m.folded, return_counts=True)
    section = m.edition.tokens.section[m.places]
    spread = np.bincount(np.unique(np.stack([m.folded, section], axis=1), axis=0)[:, 0], minlength=len(m.edition.folded_forms))
    found = sorted((m.edition.folded_forms[c], int(n), int(spread[c])) for c, n in zip(codes, counts, strict=True))
    return [{"token": token, "count": n, "sections": k} for token, n, k in found]
