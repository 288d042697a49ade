"""What searching needs of an open text beside its columns, made once: codes of words, ranks, places; and which parts count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from helpers.model import COUNTED, ROLES, Corpus, CorpusError, PageSpan, TextEdition

BRING = "bring your copy with `python3 study.py import FILE`"


class Home(NamedTuple):
    """A paragraph's id, section and role, where its pages turn (character offsets) and what pages they are."""

    id: str
    section: str
    role: str
    turns: list[int]
    spans: list[PageSpan]

    def pages(self, begin: int, end: int) -> PageSpan:
        """Printed pages of the characters from ``begin`` to ``end``, as ``Paragraph.pages`` gives them."""
        if len(self.spans) == 1:
            return self.spans[0]
        low, high = (max(bisect_right(self.turns, at) - 1, 0) for at in (begin, end - 1))
        if low == high:
            return self.spans[low]
        return PageSpan(self.spans[low].first, self.spans[high].last, any(span.doubtful for span in self.spans[low : high + 1]))


class Index:
    """What searching needs of an edition beside its columns: codes of words, alphabetical ranks, paragraphs met so far."""

    def __init__(self, edition: TextEdition) -> None:
        for column in edition.tokens.COLUMNS:
            setattr(self, column, np.asarray(getattr(edition.tokens, column)))
        self.bounds = np.asarray(edition.bounds)
        self.text, self.forms, self._rows = edition.text, edition.folded_forms, edition.paragraph_rows
        self.code_of = {form: code for code, form in enumerate(self.forms)}
        self._homes: dict[int, Home] = {}

    form: np.ndarray
    folded: np.ndarray
    start: np.ndarray
    stop: np.ndarray
    paragraph: np.ndarray
    section: np.ndarray
    page: np.ndarray
    role: np.ndarray
    quoted: np.ndarray
    glued: np.ndarray
    order: np.ndarray
    offsets: np.ndarray

    @cached_property
    def ranks(self) -> np.ndarray:
        """Alphabetical rank of every folded form."""
        ranks = np.empty(len(self.forms), dtype=np.int32)
        ranks[sorted(range(len(self.forms)), key=self.forms.__getitem__)] = np.arange(len(self.forms))
        return ranks

    @cached_property
    def lines(self) -> str:
        """The folded forms, one a line, for searches with *."""
        return "\n".join(self.forms)

    @cached_property
    def counted(self) -> np.ndarray:
        """How often every folded form stands in what is counted without a choice of roles."""
        return np.bincount(self.folded[role_mask(None)[self.role]], minlength=len(self.forms))

    def home(self, paragraph: int) -> Home:
        """Where a paragraph stands; its row is read once."""
        if paragraph not in self._homes:
            pid, section, role, turns, *_ = self._rows[paragraph]
            spans = [PageSpan(page, page, bool(doubtful)) for _, page, doubtful in turns] or [PageSpan(0, 0)]
            self._homes[paragraph] = Home(pid, section, role, [offset for offset, _, _ in turns], spans)
        return self._homes[paragraph]

    def places(self, codes: Sequence[int]) -> np.ndarray:
        """Positions of all words with these codes, rising."""
        parts = [self.order[self.offsets[c] : self.offsets[c + 1]] for c in codes]
        return parts[0] if len(parts) == 1 else np.sort(np.concatenate([*parts, np.empty(0, np.int32)]))


_INDICES: WeakKeyDictionary[TextEdition, Index] = WeakKeyDictionary()


def index_of(edition: TextEdition) -> Index:
    """The index of ``edition``, made once."""
    if edition not in _INDICES:
        _INDICES[edition] = Index(edition)
    return _INDICES[edition]


def text_of(source: Any, *, what: str = "this") -> TextEdition:
    """The open text of ``source``: itself, or the imported book of a corpus. Raises CorpusError where there is none."""
    if isinstance(source, TextEdition):
        return source
    if isinstance(source, Corpus) and source.book is not None:
        return source.book
    raise CorpusError(f"{what} needs the book's own words: {BRING}")


def role_mask(roles: Sequence[str] | None) -> np.ndarray:
    """For each role code whether it counts: those named, else all but captions, headings, footnotes, running heads.

    >>> [role for role, counts in zip(ROLES, role_mask("dialogue")) if counts]
    ['dialogue']
    """
    wanted = COUNTED if roles is None else tuple([roles] if isinstance(roles, str) else roles)
    unknown = [role for role in wanted if role not in ROLES]
    if unknown:
        raise ValueError(f"unknown role {unknown[0]!r}; the roles are {', '.join(ROLES)}")
    return np.array([role in wanted for role in ROLES])


def section_mask(edition: TextEdition, section: str | Sequence[str] | None, chapter: int | None) -> np.ndarray:
    """For each section whether it is among those named. Raises CorpusError for an unknown section or chapter.

    >>> from helpers.analysis.own_text import own_text
    >>> section_mask(own_text({"1.1": "A flag.", "1.2": "A roof."}), "1.2", None).tolist()
    [False, True]
    """
    names = [section] if isinstance(section, str) else section
    wanted = None if names is None else {edition.section(name).id for name in names}
    if chapter is not None and not any(s.chapter == chapter for s in edition.sections):
        raise CorpusError(f"there is no chapter {chapter} in {edition.name}")
    return np.array([(wanted is None or s.id in wanted) and chapter in (None, s.chapter) for s in edition.sections])
