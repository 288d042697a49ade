"""Drafts of sections and paragraphs → a text edition with its token columns. Pure: no files."""

from __future__ import annotations

import itertools
import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from helpers.model import COUNTED, ROLES, PageSpan, Section, TextEdition, Tokens
from helpers.words import WORD, fold

PREFIX = {"caption": "c", "footnote": "f", "heading": "h", "running_head": "r"}
"""Letters in the ids of paragraphs outside the running text: ``2.4.c1`` is the first caption of 2.4."""


_TOKEN_COLUMNS = ("form", "folded", "start", "stop", "paragraph", "section", "page", "role", "quoted", "glued")


@dataclass(slots=True)
class ParagraphDraft:
    """A paragraph before it has its id. ``page_turns``: (offset, page, doubtful); ``notes``: (offset, mark)."""

    role: str
    text: str
    page_turns: list[tuple[int, int, bool]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    lines: tuple[int, int] = (0, 0)
    entry: dict[str, Any] | None = None


@dataclass(slots=True)
class SectionDraft:
    """A section before its pages and words are counted."""

    id: str
    kind: str
    chapter: int
    number: int
    title: str
    paragraphs: list[ParagraphDraft]
    chapter_title: str = ""
    guessed: str = ""


def _quoted_words(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    """For each word whether it stands between “ and ”; a mark left open holds to the paragraph's end."""
    marks = [(m.start(), m[0]) for m in re.finditer("[“”]", text)]
    inside, depth, k = [], 0, 0
    for begin, _ in spans:
        while k < len(marks) and marks[k][0] < begin:
            depth = depth + 1 if marks[k][1] == "“" else max(depth - 1, 0)
            k += 1
        inside.append(depth > 0)
    return inside


def _glued(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    """For each word whether nothing but white space parts it from the word before it in its paragraph."""
    return [False] * bool(spans) + [text[end:begin].isspace() for (_, end), (begin, _) in itertools.pairwise(spans)]


def _word_pages(turns: Sequence[tuple[int, int, bool]], spans: list[tuple[int, int]]) -> list[int]:
    """For each word the printed page on which it begins; 0 where the paragraph has no pages."""
    if not turns:
        return [0] * len(spans)
    offsets, pages = [offset for offset, _, _ in turns[1:]], [page for _, page, _ in turns]
    return [pages[bisect_right(offsets, begin)] for begin, _ in spans]


def _paragraph_ids(section: SectionDraft) -> list[str]:
    counts: dict[str, int] = {}
    ids = []
    for draft in section.paragraphs:
        prefix = PREFIX.get(draft.role, "")
        counts[prefix] = counts.get(prefix, 0) + 1
        ids.append(f"{section.id}.{prefix}{counts[prefix]}")
    return ids


def _section_pages(drafts: Sequence[ParagraphDraft]) -> PageSpan:
    turns = [turn for draft in drafts for turn in draft.page_turns]
    if not turns:
        return PageSpan(0, 0)
    low, high = min(turns, key=lambda t: t[1]), max(turns, key=lambda t: t[1])
    return PageSpan(low[1], high[1], low[2] or high[2])


def build_edition(name: str, title: str, reference: Mapping[str, str], drafts: Sequence[SectionDraft]) -> TextEdition:
    """The edition of these sections in this order.

    Words are numbered over the whole edition; postings (``order`` and ``offsets``) list the places of every
    folded form in reading order, so that a form's hits are one slice.
    """
    texts: list[str] = []
    rows: list[tuple[Any, ...]] = []
    bounds = [0]
    sections: list[Section] = []
    entries: list[dict[str, Any]] = []
    columns = {column: array("b" if column in ("role", "quoted", "glued") else "i") for column in _TOKEN_COLUMNS}
    forms: dict[str, int] = {}
    folded_forms: dict[str, int] = {}
    folded_of: dict[str, int] = {}
    for s, draft in enumerate(drafts):
        first, n_words = len(texts), 0
        for pid, p in zip(_paragraph_ids(draft), draft.paragraphs, strict=True):
            place, base = len(texts), bounds[-1]
            spans = [m.span() for m in WORD.finditer(p.text)]
            for begin, end in spans:
                word = p.text[begin:end]
                if word not in folded_of:
                    forms[word] = len(forms)
                    folded_of[word] = folded_forms.setdefault(fold(word), len(folded_forms))
                columns["form"].append(forms[word])
                columns["folded"].append(folded_of[word])
                columns["start"].append(base + begin)
                columns["stop"].append(base + end)
            columns["glued"].extend(_glued(p.text, spans))
            columns["quoted"].extend(_quoted_words(p.text, spans))
            columns["page"].extend(_word_pages(p.page_turns, spans))
            for column, value in (("paragraph", place), ("section", s), ("role", ROLES.index(p.role))):
                columns[column].extend([value] * len(spans))
            if p.role in COUNTED:
                n_words += len(spans)
            if p.entry is not None:
                entries.append({"paragraph": pid, **p.entry})
            texts.append(p.text)
            rows.append((pid, draft.id, p.role, [list(t) for t in p.page_turns], [list(n) for n in p.notes], list(p.lines)))
            bounds.append(base + len(p.text) + 1)
        sections.append(
            Section(
                draft.id,
                draft.kind,
                draft.chapter,
                draft.number,
                draft.title,
                draft.chapter_title,
                _section_pages(draft.paragraphs),
                range(first, len(texts)),
                n_words,
                draft.guessed,
            )
        )
    folded = np.frombuffer(columns["folded"], dtype=np.intc).astype(np.int32)
    order = np.argsort(folded, kind="stable").astype(np.int32)
    offsets_by_form = np.concatenate([[0], np.cumsum(np.bincount(folded, minlength=len(folded_forms)))]).astype(np.int32)
    kinds = {"page": np.int16, "section": np.int16, "role": np.int8, "quoted": np.bool_, "glued": np.bool_}
    arrays: dict[str, np.ndarray] = {c: np.asarray(v).astype(kinds.get(c, np.int32)) for c, v in columns.items()}
    return TextEdition(
        name,
        title,
        dict(reference),
        sections,
        "".join(t + "\n" for t in texts),
        np.array(bounds, dtype=np.int32),
        np.array([ROLES.index(row[2]) for row in rows], dtype=np.int8),
        np.repeat(np.arange(len(sections), dtype=np.int16), [len(s.paragraphs) for s in sections]),
        rows,
        list(forms),
        list(folded_forms),
        Tokens(**arrays, order=order, offsets=offsets_by_form),
        entries,
    )
