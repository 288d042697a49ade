"""The company a name keeps: names and terms of the lexicon on the same leaf, against what chance would give.

A leaf is a printed page or so of one section: two words on it need not stand in one sentence, and a label near a name
need not be aimed at it. So this says where to look, not what is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.analysis.arithmetic import divide
from helpers.analysis.chronology import as_rows
from helpers.analysis.counts import Counts, Source, counts_of
from helpers.analysis.keyness_measures import log_likelihood, log_ratio
from helpers.analysis.labels import term_per_leaf

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
MIN_LEAVES, MIN_EXPECTED = 5, 2.0
"""Too thin: a name and a term together on fewer than five leaves, or with fewer than two uses to be expected by chance."""


def name_per_leaf(counts: Counts, entity_leaf: Any, kind: str, name_id: str) -> np.ndarray:
    """How often a person, place, body or absence is named in each leaf. Raises ValueError where it is never named."""
    places = {leaf: k for k, leaf in enumerate(counts.leaves)}
    found = np.zeros(len(counts.leaves), dtype=np.int64)
    for row in as_rows(entity_leaf):
        if row["kind"] == kind and row["id"] == name_id:
            found[places[str(row["leaf"])]] += int(row["count"])
    if not found.any():
        raise ValueError(f"no leaf names the {kind} {name_id!r} by the spellings of the tables")
    return found


def _scope(counts: Counts, section: Any, chapter: int | None) -> np.ndarray:
    """For each leaf whether it lies in the chosen sections or chapter."""
    mask: np.ndarray = counts.scope(section, chapter)[counts.leaf_section]
    return mask


def _measures(uses: np.ndarray, beside: np.ndarray, n_words: np.ndarray) -> dict[str, np.ndarray]:
    """Counts of each row of ``uses`` (by leaf) on the leaves ``beside`` and elsewhere, with the measures of the difference."""
    inside, outside = int(n_words[beside].sum()), int(n_words[~beside].sum())
    n, together = uses.sum(axis=1), uses[:, beside].sum(axis=1)
    ratio = log_ratio(together, n - together, inside, outside) if outside else [np.full(len(uses), np.nan)] * 3
    expected = n * (inside / (inside + outside))
    n_leaves = (uses[:, beside] > 0).sum(axis=1)
    sure = log_likelihood(together, n - together, inside, outside) if outside else np.full(len(uses), np.nan)
    return {
        "n": n, "n_together": together, "expected": expected, "observed_over_expected": divide(together, expected), "log_ratio": ratio[0],
        "log_ratio_low": ratio[1], "log_ratio_high": ratio[2], "log_likelihood": sure, "n_leaves_together": n_leaves,
        "thin": (n_leaves < MIN_LEAVES) | (expected < MIN_EXPECTED),
    }  # fmt: skip


def company_of(
    source: Source, entity_leaf: Any, lexicon: Any, name_id: str, *, kind: str = "person", section: Any = None, chapter: int | None = None
) -> pd.DataFrame:
    """Terms of the lexicon on the leaves that name someone or something, the most over-used first; of some sections if asked.

    Columns: id, term, term_class, target, n (uses in scope), n_together (on leaves with the name), expected (n × words of these
    leaves / words in scope), observed_over_expected, log_ratio with log_ratio_low and log_ratio_high (rate on these leaves
    against the others in scope, 95 %; a count of 0 taken as 0.5), log_likelihood, n_leaves_together, n_leaves_name (leaves in
    scope that name it), thin (``MIN_LEAVES``, ``MIN_EXPECTED``). Terms without a use in scope are left out; thin ones come
    last. Where every leaf in scope names it there is nothing to compare: nan. Words of a page are no independent draws, so
    the intervals are too narrow. Raises ValueError where it is never named, also in scope.

    The name's leaf has 7 of 17 words, so 3 × 7 / 17 = 1.24 uses of three are to be expected on it.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "Orsk is a lackey and a lackey", "1.2": "one lackey took the boat across", "1.3": "nobody saw the boat"})
    >>> named = [{"kind": "person", "id": "orsk", "leaf": "1.1@0", "count": 1}]
    >>> term = {"id": "lackey", "term": "lackey", "forms": "lackey", "class": "label", "target": "srs"}
    >>> company_of(text, named, [term], "orsk")[["n", "n_together", "expected", "n_leaves_together", "thin"]].round(2).values.tolist()
    [[3, 2, 1.24, 1, True]]
    """
    import pandas as pd

    counts = counts_of(source)
    scope = _scope(counts, section, chapter)
    named = name_per_leaf(counts, entity_leaf, kind, name_id)[scope] > 0
    if not named.any():
        raise ValueError(f"no leaf in the chosen part names this {kind} ({name_id})")
    terms = as_rows(lexicon)
    uses = np.array([term_per_leaf(source, term)[0][scope] for term in terms])
    told = {c: [term[k] for term in terms] for c, k in (("id", "id"), ("term", "term"), ("term_class", "class"), ("target", "target"))}
    frame = pd.DataFrame({**told, **_measures(uses, named, counts.n_words[scope]), "n_leaves_name": int(named.sum())})
    frame = frame[frame["n"] > 0]
    return frame.sort_values(["thin", "log_ratio_low"], ascending=[True, False], kind="stable", ignore_index=True)


def names_beside(
    source: Source, entity_leaf: Any, people: Any, term: Row, *, kind: str = "person", section: Any = None, chapter: int | None = None
) -> pd.DataFrame:
    """The names on the leaves that use a term of the lexicon: who stands near the word, the most over-named first.

    The columns of ``company_of`` with id, name, side (side_in_book, where the table has it) for id, term, term_class and target,
    n the mentions, and n_leaves_term the leaves with the term. Names that are not in scope are left out, thin ones last.
    Raises ValueError where the term is not in scope.
    """
    import pandas as pd

    counts = counts_of(source)
    scope = _scope(counts, section, chapter)
    beside = term_per_leaf(source, term)[0][scope] > 0
    if not beside.any():
        raise ValueError(f"no leaf in the chosen part has {term['term']!r} in a form that can be counted")
    rows, places = {str(row["id"]): row for row in as_rows(people)}, {leaf: k for k, leaf in enumerate(counts.leaves)}
    order = {name_id: k for k, name_id in enumerate(rows)}
    uses = np.zeros((len(rows), len(counts.leaves)), dtype=np.int64)
    for row in as_rows(entity_leaf):
        if row["kind"] == kind and str(row["id"]) in order:
            uses[order[str(row["id"])], places[str(row["leaf"])]] += int(row["count"])
    told = {"id": list(rows), "name": [r["name"] for r in rows.values()], "side": [r.get("side_in_book", "") for r in rows.values()]}
    frame = pd.DataFrame({**told, **_measures(uses[:, scope], beside, counts.n_words[scope]), "n_leaves_term": int(beside.sum())})
    frame = frame[frame["n"] > 0]
    return frame.sort_values(["thin", "log_ratio_low"], ascending=[True, False], kind="stable", ignore_index=True)
