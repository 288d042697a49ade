"""Measures of structure: sections, leaves, and how long sentences and quotations are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import numpy as np

from helpers.detecting.dates import find_dates
from helpers.measuring.units import Measured, Row
from helpers.model import COUNTED
from helpers.sentences import sentence_ends
from helpers.words import word_spans

SENTENCE_BINS = (1, 6, 11, 16, 21, 26, 31, 41, 51, 76)
"""Lower edges of the bins of sentence and quotation length, in words; the last bin is open."""


def measure_sections(m: Measured) -> list[Row]:
    """A row a section: id, kind, chapter, number, title, pages, and its counts."""
    sentences: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    for section in m.edition.sections:
        for paragraph in m.edition.paragraphs(section.id):
            if paragraph.role in COUNTED:
                paragraphs[section.id] += 1
                sentences[section.id] += len(sentence_ends(paragraph.text))
                notes[section.id] += sum(mark.isdigit() for _, mark in paragraph.notes)
    n_leaves = Counter(leaf.section for leaf in m.leaves)
    return [
        {
            "id": s.id, "kind": s.kind, "chapter": s.chapter, "number": s.number, "title": s.title,
            "first_page": s.pages.first, "last_page": s.pages.last, "page_doubtful": s.pages.doubtful,
            "leaves": n_leaves[s.id], "paragraphs": paragraphs[s.id], "words": s.words, "sentences": sentences[s.id], "notes": notes[s.id],
        }
        for s in m.edition.sections
    ]  # fmt: skip


def measure_leaves(m: Measured) -> list[Row]:
    """A row a leaf, in reading order: pages and counts. A sentence or date counts where it begins."""
    counts = {name: [0] * len(m.leaves) for name in ("sentences", "quotation_spans", "date_mentions", "digits")}
    for place, text, _ in m.paragraphs():
        base = int(m.edition.bounds[place])
        begins = [0, *sentence_ends(text)[:-1]]
        found = {
            "sentences": begins,
            "quotation_spans": [x.start() for x in re.finditer("“", text)],
            "date_mentions": [x.begin for x in find_dates(text)],
            "digits": [x.start() for x in re.finditer(r"\d+(?:[.,:]\d+)*", text)],
        }
        end = len(text)
        for name, offsets in found.items():
            for offset in offsets:
                counts[name][m.leaf_of_offset(min(base + offset, base + end - 1))] += 1
    quoted = m.edition.tokens.quoted[m.places]
    rows: list[Row] = []
    for k, leaf in enumerate(m.leaves):
        rows.append(
            {
                "id": leaf.id, "section": leaf.section, "first_page": leaf.pages.first, "last_page": leaf.pages.last,
                "page_doubtful": leaf.pages.doubtful, "words": leaf.end - leaf.begin, "sentences": counts["sentences"][k],
                "words_in_quotation": int(quoted[leaf.begin : leaf.end].sum()), "quotation_spans": counts["quotation_spans"][k],
                "date_mentions": counts["date_mentions"][k], "digits": counts["digits"][k],
                "types": len(np.unique(m.folded[leaf.begin : leaf.end])),
            }
        )  # fmt: skip
    return rows


def _bin(length: int) -> int:
    return max(edge for edge in SENTENCE_BINS if edge <= length)


def measure_lengths(m: Measured) -> list[Row]:
    """A row a section, kind (sentence, quotation) and bin of length in words (``from_words`` is its lower edge)."""
    counts: Counter[tuple[int, str, int]] = Counter()
    for place, text, _ in m.paragraphs():
        s = int(m.edition.homes[place])
        for begin, end in pairwise([0, *sentence_ends(text)]):
            n = sum(1 for _ in word_spans(text[begin:end]))
            if n:
                counts[(s, "sentence", _bin(n))] += 1
        for span in re.finditer("“[^“”]*”", text):
            n = sum(1 for _ in word_spans(span[0]))
            if n:
                counts[(s, "quotation", _bin(n))] += 1
    return [
        {"section": m.edition.sections[s].id, "kind": kind, "from_words": edge, "count": n} for (s, kind, edge), n in sorted(counts.items())
    ]
