"""The company a word keeps: its collocates within a window, from an open text or from the shipped counts of some words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from helpers.analysis.association import delta_p, expected_pairs, log_dice, mutual_information, pair_log_likelihood
from helpers.analysis.counts import counts_of, shipped_columns
from helpers.analysis.index import BRING, Index, index_of, role_mask, section_mask, text_of
from helpers.analysis.matching import Matches, find_matches
from helpers.analysis.queries import parse
from helpers.model import Corpus, CorpusError, TextEdition

if TYPE_CHECKING:
    import pandas as pd

WINDOW = 5
SHIPPED_MIN = 3
"""The shipped measure holds pairs within this window that stand at least this often."""
ORDERS = ("log_dice", "log_likelihood", "mi", "delta_p_collocate", "delta_p_node", "n")


class Company(NamedTuple):
    """A node's collocates, with the joint count and its sections, the collocates' own counts; the node's, and all words."""

    collocates: Sequence[str]
    n: np.ndarray
    n_sections: np.ndarray
    n_collocate: np.ndarray
    n_node: int
    n_words: int


def _neighbours(index: Index, found: Matches, left: int, right: int) -> tuple[np.ndarray, np.ndarray]:
    """Codes of all words within the window of each match, cut at the paragraph's edge, and their sections."""
    words, sections = [], []
    for edge, steps in ((found.begin, range(-1, -left - 1, -1)), (found.end - 1, range(1, right + 1))):
        home, section = index.paragraph[edge], index.section[edge]
        for step in steps:
            at = np.clip(edge + step, 0, len(index.folded) - 1)
            inside = np.flatnonzero((index.paragraph[at] == home) & (at == edge + step))
            words.append(index.folded[at[inside]])
            sections.append(section[inside])
    return np.concatenate(words), np.concatenate(sections)


def _from_text(
    edition: TextEdition, node: str, left: int, right: int, section: str | Sequence[str] | None, chapter: int | None, roles: Any, least: int
) -> Company:
    """The company in an open text; collocates with a joint count under ``least`` may be left out."""
    index, size = index_of(edition), len(edition.folded_forms)
    found = find_matches(edition, node, section=section, chapter=chapter, roles=roles)
    words, homes = _neighbours(index, found, left, right)
    joint = np.bincount(words, minlength=size)
    n_homes = len(edition.sections)
    meets = np.zeros(size * n_homes, dtype=bool)
    meets[words * np.int64(n_homes) + homes] = True
    own = index.counted if section is None and chapter is None and roles is None else _counted(edition, section, chapter, roles)
    codes = np.flatnonzero(joint >= max(least, 1))
    codes = codes[np.argsort(index.ranks[codes])]
    forms = [edition.folded_forms[c] for c in codes.tolist()]
    return Company(forms, joint[codes], meets.reshape(size, n_homes)[codes].sum(axis=1), own[codes], len(found.begin), int(own.sum()))


def _counted(edition: TextEdition, section: str | Sequence[str] | None, chapter: int | None, roles: Any) -> np.ndarray:
    """How often each word stands in a part of the text."""
    index = index_of(edition)
    scope = role_mask(roles)[index.role] & section_mask(edition, section, chapter)[index.section]
    return np.bincount(index.folded[scope], minlength=len(edition.folded_forms))


_SHIPPED: WeakKeyDictionary[Corpus, Mapping[str, np.ndarray]] = WeakKeyDictionary()


def _shipped(corpus: Corpus) -> Mapping[str, np.ndarray]:
    if corpus not in _SHIPPED:
        _SHIPPED[corpus] = shipped_columns(corpus, "node_collocates")
    return _SHIPPED[corpus]


def _from_measures(corpus: Corpus, node: str) -> Company:
    rows = _shipped(corpus)
    words = parse(node).words or ()
    at = np.flatnonzero(rows["node"] == words[0]) if len(words) == 1 else np.empty(0, dtype=int)
    if not len(at):
        held = len(set(rows["node"].tolist()))
        raise CorpusError(f"the shipped counts hold the company of {held} single words, not of {node!r}: {BRING}")
    counts = counts_of(corpus)
    names = rows["collocate"][at].tolist()
    own = counts.everywhere.n[[counts.code_of[name] for name in names]]
    n_node = int(counts.everywhere.n[counts.code_of[words[0]]])
    return Company(names, rows["count"][at], rows["sections"][at], own, n_node, counts.everywhere.n_words)


def shipped_nodes(corpus: Corpus) -> list[str]:
    """The words whose company ships with the workbook, in alphabetical order."""
    return sorted(set(_shipped(corpus)["node"].tolist()))


def collocates(
    source: Corpus | TextEdition,
    node: str,
    *,
    window: int | tuple[int, int] = WINDOW,
    section: str | Sequence[str] | None = None,
    chapter: int | None = None,
    roles: Sequence[str] | None = None,
    order: str = "log_dice",
    min_count: int = 5,
    top: int | None = None,
) -> pd.DataFrame:
    """Words within ``window`` words of ``node`` (left and right, or a pair of both), the strongest by ``order`` first.

    By log-likelihood, which is large for repulsion too, words met less often than by chance come last. Windows end at the paragraph's edge; captions, headings, footnotes and running heads are left out unless ``roles``
    names them. A word near two nodes counts twice, and a node near itself is its own collocate. An open text (or a corpus
    with an imported book) answers for any word, phrase or query; without one the shipped counts answer, with the same
    numbers, for the words of ``shipped_nodes``, a window of 5, the whole book, and pairs that stand at least 3 times.

    Columns: collocate, n (pairs), n_sections (where they meet), n_collocate (its occurrences), expected (pairs by chance),
    log_dice, log_likelihood, mi, delta_p_collocate (likelier beside the node than elsewhere), delta_p_node (the reverse);
    formulas in ``helpers.analysis.association``. ``attrs`` holds n_node, n_words and span. No rows where the node is
    nowhere. Raises CorpusError where neither can answer, ValueError for unknown choices.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "The red flag and the red roof.\\n\\nFlag."})
    >>> collocates(text, "red", window=1, min_count=1)[["collocate", "n", "n_collocate", "expected"]].values.tolist()
    [['the', 2, 2, 1.0], ['roof', 1, 1, 0.5], ['flag', 1, 2, 1.0]]
    """
    import pandas as pd

    left, right = (window, window) if isinstance(window, int) else window
    if min(left, right) < 0 or not left + right:
        raise ValueError(f"the window is {window!r}; it is a number of words from 1, or a pair (left, right)")
    if order not in ORDERS:
        raise ValueError(f"there is no measure {order!r}; there are {', '.join(ORDERS)}")
    if isinstance(source, Corpus) and source.book is None:
        if (left, right) != (WINDOW, WINDOW) or section is not None or chapter is not None or roles is not None or min_count < SHIPPED_MIN:
            raise CorpusError(f"the shipped counts know a window of {WINDOW}, the whole book, and pairs from {SHIPPED_MIN} on: {BRING}")
        company = _from_measures(source, node)
    else:
        company = _from_text(text_of(source, what="the company of a word"), node, left, right, section, chapter, roles, min_count)
    columns = _measured(company, left + right, min_count)
    strength = columns[order] * np.where((columns["n"] < columns["expected"]) & (order == "log_likelihood"), -1, 1)
    best = np.argsort(-strength, kind="stable")[:top]
    frame = pd.DataFrame({name: values[best] for name, values in columns.items()})
    frame.attrs.update(n_node=company.n_node, n_words=company.n_words, span=left + right)
    return frame


def _measured(company: Company, span: int, min_count: int) -> dict[str, np.ndarray]:
    keep = np.flatnonzero(company.n >= max(min_count, 1))
    n, n_node, own, n_words = company.n[keep], company.n_node, company.n_collocate[keep], company.n_words
    expected = expected_pairs(n_node, own, n_words, span)
    given_node, given_collocate = delta_p(n, n_node, own, n_words, span)
    return {
        "collocate": np.array([company.collocates[k] for k in keep.tolist()], dtype=object), "n": n,
        "n_sections": company.n_sections[keep], "n_collocate": own, "expected": expected, "log_dice": log_dice(n, n_node, own),
        "log_likelihood": pair_log_likelihood(n, n_node, own, n_words, span), "mi": mutual_information(n, expected),
        "delta_p_collocate": given_node, "delta_p_node": given_collocate,
    }  # fmt: skip
