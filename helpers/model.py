"""The corpus as plain data: editions of text with sections, paragraphs and token columns. No input or output."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import numpy as np

from helpers.words import fold, phrase_pattern, straighten

ROLES = ("body", "quotation", "dialogue", "list", "table", "caption", "footnote", "heading", "running_head", "entry", "inset")
"""Roles of a paragraph, in the order of their codes in the token columns."""

UNCOUNTED = frozenset({"caption", "footnote", "heading", "running_head"})
"""Roles left out of every count unless a caller names them: captions repeat the text."""

COUNTED = tuple(role for role in ROLES if role not in UNCOUNTED)

KINDS = ("section", "division", "appendix")

Coded = Mapping[str, tuple[np.ndarray, list[Any]]]
"""Columns of a large table by name: a code for each row, and the different values that the codes stand for."""


def position(column: np.ndarray, value: int, *, side: Literal["left", "right"] = "left") -> int:
    """Where ``value`` belongs in a rising column, as ``np.searchsorted`` says it; the column is not copied to a wider type.

    >>> position(np.array([0, 5, 9], np.int32), 5, side="right")
    2
    """
    return int(np.searchsorted(column, column.dtype.type(value), side=side))


class CorpusError(Exception):
    """Something about the corpus that a reader can act on: the message says what, where and the remedy."""


@dataclass(frozen=True, slots=True)
class PageSpan:
    """Printed pages of a stretch of text; ``doubtful`` = each may be one later (a page without text before it).

    >>> str(PageSpan(95, 97)), str(PageSpan(292, 292, True))
    ('pp. 95–97', 'p. 292 or 293')
    """

    first: int
    last: int
    doubtful: bool = False

    def __str__(self) -> str:
        if not self.first:
            return "no page"
        if self.first == self.last:
            return f"p. {self.first} or {self.first + 1}" if self.doubtful else f"p. {self.first}"
        span = f"pp. {self.first}–{self.last}"
        return f"{span} (or one later)" if self.doubtful else span

    def as_list(self) -> list[int]:
        """``[first, last]``, or an empty list where the edition has no pages."""
        return [self.first, self.last] if self.first else []


@dataclass(frozen=True, slots=True)
class Section:
    """A section, untitled division or appendix: ``paragraphs`` is the range of its paragraphs' positions.

    ``id`` is "2.4" for chapter 2 section 4, "2.end" for a chapter's closing division, "A" for the appendix.
    """

    id: str
    kind: str
    chapter: int
    number: int
    title: str
    chapter_title: str
    pages: PageSpan
    paragraphs: range
    words: int
    guessed: str = ""

    @property
    def label(self) -> str:
        """What a reader calls it: the title, or what an untitled one is."""
        return self.title or {"division": "(untitled closing division)"}.get(self.kind, "(untitled)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, caption, heading or entry.

    ``page_turns`` are (character offset, page, doubtful) in reading order, the first at offset 0; ``notes`` are
    (offset, mark) of note numbers and footnote signs that stood there; ``lines`` the first and last source line.
    """

    id: str
    section: str
    role: str
    text: str
    page_turns: tuple[tuple[int, int, bool], ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    lines: tuple[int, int] = (0, 0)

    def pages(self, begin: int = 0, end: int | None = None) -> PageSpan:
        """Printed pages of the characters from ``begin`` to ``end``."""
        if not self.page_turns:
            return PageSpan(0, 0)
        stop = len(self.text) if end is None else end
        offsets = [offset for offset, _, _ in self.page_turns]
        low = max(bisect_right(offsets, begin) - 1, 0)
        high = max(bisect_right(offsets, max(stop - 1, begin)) - 1, low)
        touched = self.page_turns[low : high + 1]
        return PageSpan(touched[0][1], touched[-1][1], any(doubtful for _, _, doubtful in touched))


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one paragraph with everything needed to cite it."""

    paragraph: str
    section: str
    role: str
    pages: PageSpan
    text: str
    begin: int
    end: int


@dataclass(frozen=True, eq=False)
class Tokens:
    """The words of an edition as columns, one row a word in reading order.

    form, folded: codes into ``forms`` and ``folded_forms``; start, stop: character offsets in the edition's
    text; paragraph, section, page: positions and printed page; role: code into ROLES; quoted: inside quotation
    marks; glued: 1 where only white space stands between this word and the one before in its paragraph.
    """

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

    COLUMNS = ("form", "folded", "start", "stop", "paragraph", "section", "page", "role", "quoted", "glued", "order", "offsets")

    def __len__(self) -> int:
        return len(self.form)


@dataclass(frozen=True, eq=False)
class TextEdition:
    """A text in reading order: sections, paragraphs, token columns.

    ``text`` holds all paragraphs, parted by line breaks (a string, or a mapped file sliced like one);
    ``bounds[i]`` is where paragraph ``i`` begins; ``roles`` and ``homes`` are its role code and section position.
    """

    name: str
    title: str
    reference: Mapping[str, str]
    sections: Sequence[Section]
    text: Any
    bounds: np.ndarray
    roles: np.ndarray
    homes: np.ndarray
    paragraph_rows: Sequence[Any]
    forms: Sequence[str]
    folded_forms: Sequence[str]
    tokens: Tokens
    entries: Sequence[Mapping[str, Any]] = field(default=())

    def __len__(self) -> int:
        """Number of paragraphs, captions and headings included."""
        return len(self.bounds) - 1

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self.sections)} sections, {len(self)} paragraphs, {len(self.tokens)} words>"

    @cached_property
    def section_places(self) -> dict[str, int]:
        """Section id → position."""
        return {section.id: k for k, section in enumerate(self.sections)}

    @cached_property
    def paragraph_places(self) -> dict[str, int]:
        """Paragraph id → position."""
        return {row[0]: k for k, row in enumerate(self.paragraph_rows)}

    def place_at(self, offset: int) -> int:
        """Position of the paragraph that holds a character of the edition's text."""
        return position(self.bounds, offset, side="right") - 1

    def paragraph(self, place: int) -> Paragraph:
        """The paragraph at a position (0 is the first)."""
        pid, section, role, turns, notes, lines = self.paragraph_rows[place]
        text = self.text[int(self.bounds[place]) : int(self.bounds[place + 1]) - 1]
        return Paragraph(
            pid, section, role, text, tuple((o, p, bool(d)) for o, p, d in turns), tuple((o, m) for o, m in notes), (lines[0], lines[1])
        )

    def paragraphs(self, section: str | None = None) -> Iterator[Paragraph]:
        """All paragraphs in reading order, or those of one section. Raises CorpusError for an unknown id."""
        places = range(len(self)) if section is None else self.section(section).paragraphs
        for place in places:
            yield self.paragraph(place)

    def section(self, section_id: str) -> Section:
        """The section with this id. Raises CorpusError with the ids there are."""
        place = self.section_places.get(section_id)
        if place is None:
            some = ", ".join(list(self.section_places)[:6])
            raise CorpusError(f"there is no section {section_id!r} in {self.name}; its sections are {some} …")
        return self.sections[place]

    @cached_property
    def folded_text(self) -> str:
        """The whole text folded; same length, so positions hold."""
        return fold(str(self.text))

    def passage(self, begin: int, end: int) -> Passage:
        """The passage between two character offsets of the edition's text, inside one paragraph."""
        place = self.place_at(begin)
        paragraph = self.paragraph(place)
        base = int(self.bounds[place])
        return Passage(
            paragraph.id,
            paragraph.section,
            paragraph.role,
            paragraph.pages(begin - base, end - base),
            self.text[begin:end],
            begin - base,
            end - base,
        )

    def find(self, phrase: str) -> list[Passage]:
        """Every place where ``phrase`` stands, in reading order.

        Case is ignored, apostrophes and quotation marks are straightened, runs of white space count as one
        space, three dots find an ellipsis sign and the other way round. All roles are searched; a match may run
        over lines and pages but not over paragraphs. Raises ValueError for an empty phrase.
        """
        wanted = " ".join(fold(phrase).split())
        if not wanted:
            raise ValueError("the phrase is empty")
        spellings = {wanted, wanted.replace("...", "…"), wanted.replace("…", "...")}
        hits = set()
        for spelling in spellings:
            at = self.folded_text.find(spelling)
            while at >= 0:
                hits.add((at, at + len(spelling)))
                at = self.folded_text.find(spelling, at + 1)
        return [self.passage(begin, end) for begin, end in sorted(hits)]

    def count(
        self,
        phrase: str,
        *,
        section: str | None = None,
        chapter: int | None = None,
        roles: Sequence[str] | None = None,
        case: bool = False,
    ) -> int:
        """How often ``phrase`` stands as whole words.

        Without ``roles`` captions, headings, footnotes and running heads are left out (captions repeat the
        text). A word that goes on with a hyphen or apostrophe is another word. Raises ValueError for an empty
        phrase or an unknown role, CorpusError for an unknown section.
        """
        wanted = COUNTED if roles is None else tuple(roles)
        unknown = [role for role in wanted if role not in ROLES]
        if unknown:
            raise ValueError(f"unknown role {unknown[0]!r}; the roles are {', '.join(ROLES)}")
        text = straighten(str(self.text)) if case else self.folded_text
        places = self.section(section).paragraphs if section is not None else range(len(self))
        if chapter is not None and not any(s.chapter == chapter for s in self.sections):
            raise CorpusError(f"there is no chapter {chapter} in {self.name}")
        codes = {ROLES.index(role) for role in wanted}
        total = 0
        for match in phrase_pattern(phrase, case=case).finditer(text):
            place = self.place_at(match.start())
            home = self.sections[int(self.homes[place])]
            total += place in places and int(self.roles[place]) in codes and chapter in (None, home.chapter)
        return total


class TableSet(Mapping[str, Any]):
    """Tables by name: ``tables["events"]`` is a DataFrame, ``tables.rows("events")`` the same as mappings, without pandas."""

    def rows(self, name: str) -> Sequence[Mapping[str, Any]]:
        """The rows of a table, in file order. Raises CorpusError for an unknown name."""
        raise NotImplementedError


class Corpus:
    """Everything a lesson reads: the guide, the measures, the tables, and the reader's own book where imported.

    ``guide`` and ``book`` (None until imported) are opened when they are first asked for; ``measures`` and
    ``tables`` give DataFrames by name.
    """

    def __init__(
        self,
        measures: TableSet,
        tables: TableSet,
        open_guide: Callable[[], TextEdition | None],
        open_book: Callable[[], TextEdition | None],
    ) -> None:
        self.measures, self.tables = measures, tables
        self._open_guide, self._open_book = open_guide, open_book

    @cached_property
    def guide(self) -> TextEdition | None:
        """Our reading guide as an edition."""
        return self._open_guide()

    @cached_property
    def book(self) -> TextEdition | None:
        """The reader's imported copy, None where there is none."""
        return self._open_book()
