"""The printed pages behind a count, from the shipped measures alone: what a reader without a copy looks up on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from helpers.analysis.counts import counts_of, leaf_counts, reference_of
from helpers.analysis.figures import ids_in
from helpers.analysis.labels import term_per_leaf
from helpers.analysis.voices import QUOTED_KINDS
from helpers.model import Corpus
from helpers.reading.sought import report_asked, terms_asked
from helpers.views.linking import Asked, asked_in, in_part

Cells = Iterator[tuple[str, int]]
"""(leaf or section, how often), in any order; the same leaf may come twice."""


def _by_leaf(corpus: Corpus, per_leaf: np.ndarray) -> Cells:
    counts = counts_of(corpus)
    for k in per_leaf.nonzero()[0].tolist():
        yield counts.leaves[k], int(per_leaf[k])


def _words(corpus: Corpus, asked: Asked) -> Cells:
    yield from _by_leaf(corpus, leaf_counts(counts_of(corpus), asked.get("query"))[1])


def _terms(corpus: Corpus, asked: Asked) -> Cells:
    for term in terms_asked(corpus.tables, asked):
        yield from _by_leaf(corpus, term_per_leaf(counts_of(corpus), term)[0])


def _named(corpus: Corpus, asked: Asked) -> Cells:
    ids = ids_in(asked.get("ids"))
    for row in corpus.measures.rows("entity_leaf"):
        if row["kind"] == asked.get("kind") and row["id"] in ids:
            yield str(row["leaf"]), int(row["count"])


def _reports(corpus: Corpus, asked: Asked) -> Cells:
    for row in corpus.measures.rows("reporting"):
        if report_asked(asked, row["speaker_class"], row["verb"], row["manner"]):
            yield str(row["section"]), int(row["count"])


def _quotations(corpus: Corpus, asked: Asked) -> Cells:
    for row in corpus.measures.rows("quotations"):
        if row["kind"] in QUOTED_KINDS and row["speaker_class"] in asked.get("speakers").split(","):
            yield str(row["leaf"]), int(row["words"])


def _turns(corpus: Corpus, asked: Asked) -> Cells:
    speakers = asked.get("speakers").split(",")
    for row in corpus.measures.rows("quotations"):
        if row["opens_turn"] and row["kind"] in QUOTED_KINDS and row["speaker_class"] in speakers:
            yield str(row["leaf"]), 1
    for row in corpus.measures.rows("reporting"):
        if row["form"] == "indirect" and row["speaker_class"] in speakers:
            yield str(row["section"]), int(row["count"])


def _spans(corpus: Corpus, asked: Asked) -> Cells:
    for row in corpus.measures.rows("scare_quotes"):
        if row["kind"] == asked.get("mark") and asked.get("term") in ("", row["term"]):
            yield str(row["section"]), int(row["count"])


def _deeds(corpus: Corpus, asked: Asked) -> Cells:
    for row in corpus.measures.rows("agents"):
        if row["actor"] == asked.get("actor") and asked.get("voice") in ("", row["voice"]):
            yield str(row["section"]), int(row["count"])


CELLS: dict[str, Callable[[Corpus, Asked], Cells]] = {
    "words": _words, "terms": _terms, "named": _named, "reports": _reports, "turns": _turns, "quotations": _quotations, "spans": _spans, "deeds": _deeds,
}  # fmt: skip


def _elsewhere(corpus: Corpus, asked: Asked) -> int:
    """How often something stands in *Ten Days*: its counts are of the whole text and name no page."""
    if asked.kind == "named":
        return sum(int(row["count"]) for row in corpus.measures.rows("reference_entities") if row["id"] in ids_in(asked.get("ids")))
    reference = reference_of(corpus)
    return int(reference.count[reference.tokens.index(asked.get("query"))]) if asked.get("query") in reference.tokens else 0


def printed(corpus: Corpus, asked: Asked) -> list[dict[str, Any]]:
    """Where a group of lines stands by the measures, in reading order: section, pages (of the leaf, else of the section), n.

    What is counted by section alone (reports, short spans, deeds) has the pages of the section. *Ten Days* has one row without pages.
    """
    if asked.get("text") == "ten-days":
        return [{"section": "Ten Days", "pages": "", "n": _elsewhere(corpus, asked)}]
    counts = counts_of(corpus)
    homes = dict(zip(counts.leaves, (counts.sections[k] for k in counts.leaf_section.tolist()), strict=True))
    pages = dict(zip(counts.leaves, counts.leaf_pages, strict=True)) | dict(zip(counts.sections, counts.section_pages, strict=True))
    beside = {leaf for group in asked_in(asked.get("beside")) for leaf, _ in CELLS[group.kind](corpus, group)}
    sums: Counter[str] = Counter()
    for unit, n in CELLS[asked.kind](corpus, asked):
        kept = in_part(homes.get(unit, unit), asked.get("part")) and asked.get("leaf") in ("", unit)
        if kept and (not asked.get("beside") or unit in beside):
            sums[unit] += n
    order = {unit: k for k, unit in enumerate([*counts.leaves, *counts.sections])}
    return [
        {"section": homes.get(unit, unit), "pages": str(pages[unit]) if pages[unit].first else "", "n": sums[unit]}
        for unit in sorted(sums, key=order.__getitem__)
    ]
