"""Names and labels: the terms of the table ``lexicon`` counted by class, by target and by section.

The classes are ours, given by reading; a strong word isn't yet a label, and a label can stand in a quotation from the other
side. Over shipped counts only forms of one word are counted; with an open text phrases too.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.analysis.chronology import as_rows
from helpers.analysis.counts import Counts, Source, counts_of, leaf_counts
from helpers.analysis.figures import ids_in
from helpers.analysis.frequency import per_10k
from helpers.model import Corpus
from helpers.words import words

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
CLASSES = ("label", "praise", "self_name", "technical", "metaphor")
MIN_USES = 5
"""Fewer uses are too thin for a rate: chance alone moves a count of 5 by some 45 per cent (1 / √5)."""


def forms_of(term: Row) -> list[list[str]]:
    """The forms of a term as lists of words, each form once, those left out that hold another form of the term.

    "the masses" beside "masses" would count each of the masses twice.

    >>> forms_of({"forms": "masses;the masses;red guard"})
    [['masses'], ['red', 'guard']]
    """
    forms = [words(form) for form in ids_in(term["forms"])]
    kept = [form for form in forms if form and not any(other != form and _holds(form, other) for other in forms)]
    return [form for k, form in enumerate(kept) if form not in kept[:k]]


def _holds(form: list[str], other: list[str]) -> bool:
    return any(form[k : k + len(other)] == other for k in range(len(form) - len(other) + 1)) if other else False


def term_per_leaf(source: Source, term: Row) -> tuple[np.ndarray, list[str]]:
    """How often a term stands in each leaf, and the forms that could not be counted.

    These are phrases where no text is open, or where the reader's copy has other leaves than the shipped counts.
    """
    counts = counts_of(source)
    single = [form[0] for form in forms_of(term) if len(form) == 1]
    phrases = [" ".join(form) for form in forms_of(term) if len(form) > 1]
    per_leaf = leaf_counts(counts, "|".join(single))[1] if single else np.zeros(len(counts.leaves), dtype=np.int64)
    if not phrases or isinstance(source, Counts) or (isinstance(source, Corpus) and source.book is None):
        return per_leaf, phrases
    in_text, found = leaf_counts(source, " | ".join(phrases))
    if list(in_text.leaves) != list(counts.leaves):
        return per_leaf, phrases
    return per_leaf + found, []


def term_counts(source: Source, lexicon: Any) -> pd.DataFrame:
    """How often each term of the lexicon stands in the book; rows in the table's order.

    Columns: id, term, term_class, target (parted by ;), own_use, n, per_10k (of the book's words), n_leaves, n_sections, uncounted
    (phrases that counts of single words can't find, parted by ;), counted (False where no form could be counted: n is then
    nan, not 0), thin (n under ``MIN_USES``, or uncounted). A word with several senses is counted in all of them.

    >>> from helpers.analysis.own_text import own_text
    >>> term = {"id": "lackey", "term": "lackey", "forms": "lackey;lackeys", "class": "label", "target": "srs", "own_use": "no"}
    >>> frame = term_counts(own_text({"1.1": "A lackey of lackeys.", "1.2": "A boat."}), [term])
    >>> frame[["n", "per_10k", "n_leaves", "n_sections"]].round(1).values.tolist()
    [[2.0, 3333.3, 1.0, 1.0]]
    """
    import pandas as pd

    counts, found = counts_of(source), []
    for term in as_rows(lexicon):
        per_leaf, uncounted = term_per_leaf(source, term)
        counted = len(uncounted) < len(forms_of(term))
        n = float(per_leaf.sum()) if counted else math.nan
        sections = len(set(counts.leaf_section[per_leaf > 0].tolist()))
        told = [term[c] for c in ("id", "term", "class", "target", "own_use")]
        spread = [float((per_leaf > 0).sum()), float(sections)] if counted else [math.nan, math.nan]
        rate = float(per_10k(n, counts.n_words.sum()))
        found.append([*told, n, rate, *spread, ";".join(uncounted), counted, not n >= MIN_USES or bool(uncounted)])
    columns = ["id", "term", "term_class", "target", "own_use", "n", "per_10k", "n_leaves", "n_sections", "uncounted", "counted", "thin"]
    return pd.DataFrame(found, columns=columns)


def by_class_and_target(counted: pd.DataFrame) -> pd.DataFrame:
    """``term_counts`` summed up by class and target: what kind of word is used of whom; most uses first within a class.

    Columns: term_class, target, n_terms, n (uses), per_10k, top_terms (the five most used, parted by ;), thin (n under
    ``MIN_USES``). A term with several targets counts for each: rows do not add up. The target is whom the term is mostly
    used of by reading, not by each occurrence. Terms that could not be counted are in n_terms alone.
    """
    import pandas as pd

    wide = counted.assign(target=[ids_in(cell) for cell in counted["target"]]).explode("target")
    found = []
    for (name, target), rows in wide.groupby(["term_class", "target"], sort=False):
        top = rows.sort_values("n", ascending=False, kind="stable")["term"].head(5)
        n = int(rows["n"].sum())
        found.append([name, target, len(rows), n, float(rows["per_10k"].sum()), ";".join(top), n < MIN_USES])
    order = sorted(found, key=lambda row: (CLASSES.index(row[0]), -row[3], row[1]))
    return pd.DataFrame(order, columns=["term_class", "target", "n_terms", "n", "per_10k", "top_terms", "thin"])


def by_section(source: Source, lexicon: Any, *, term_class: str | None = None, target: str | None = None) -> pd.DataFrame:
    """How often terms of a class (and used of a target) stand in each section, in reading order.

    Columns: section, first_page, last_page, page_doubtful, n_words, n, per_10k (nan without words), n_terms (different ones),
    top_terms (the three most used there, parted by ;), thin (n under ``MIN_USES``). Without a choice all terms count.
    Raises ValueError where no term fits.
    """
    import pandas as pd

    fits = [t for t in as_rows(lexicon) if term_class in (None, t["class"]) and (target is None or target in ids_in(t["target"]))]
    if not fits:
        raise ValueError(f"the lexicon has no term of class {term_class!r} and target {target!r}; classes are {', '.join(CLASSES)}")
    units = counts_of(source).units("section")
    table = np.array([units.sums(term_per_leaf(source, term)[0]) for term in fits])
    n = table.sum(axis=0)
    names = [[str(fits[k]["term"]) for k in np.argsort(-column, kind="stable")[:3] if column[k]] for column in table.T]
    columns = {c: units.columns[c] for c in ("section", "first_page", "last_page", "page_doubtful")}
    sums = {"n_words": units.words, "n": n, "per_10k": per_10k(n, units.words), "n_terms": (table > 0).sum(axis=0)}
    return pd.DataFrame({**columns, **sums, "top_terms": [";".join(part) for part in names], "thin": n < MIN_USES})
