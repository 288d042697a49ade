"""Quotation marks: which closes which, over paragraphs and pages. What doesn't come out is reported, never guessed away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from helpers.words import word_spans

_SIGN = re.compile('[“”«»"]')
_BEFORE_OPENING = re.compile(r"[\s(\[{‘'—–\-/]")
_SET_OFF = frozenset({"list", "table", "quotation"})
"""Roles of paragraphs that may go on with a quotation without opening it again."""
SIGNATURE_WORDS = 30
"""Up to how many words a paragraph without marks may have between a quotation and its closing mark: signatures and dates."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A double quotation mark: offset, whether it opens, and its number among the marks of its kind in the paragraph (from 1)."""

    offset: int
    opens: bool
    ordinal: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as the pairing sees it: its position in the edition, its role and its text."""

    place: int
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a quotation opens and closes: paragraph positions, ordinals of the marks (0 = no mark), character offsets
    of the first sign inside and of the closing mark. ``balanced`` is False where its own closing mark is missing."""

    first: int
    opening: int
    begin: int
    last: int
    closing: int
    end: int
    balanced: bool = True


@dataclass(frozen=True, slots=True)
class Oddity:
    """A mark that has no partner or stands inside another quotation: position of the paragraph, ordinal, what is odd
    ("never closed", "closes nothing", "opens inside another")."""

    place: int
    ordinal: int
    what: str


def find_marks(text: str) -> list[Mark]:
    """The double quotation marks of ``text`` in order; “ before white space is a ditto sign and no mark, but is numbered.

    A straight mark opens at the beginning, behind white space, a bracket or a dash; else it closes.

    >>> [(m.opens, m.ordinal) for m in find_marks('He said “yes” and "no".')]
    [(True, 1), (False, 1), (True, 2), (False, 2)]
    >>> find_marks("“ 10th “ guns")
    []
    """
    found: list[Mark] = []
    counts = {True: 0, False: 0}
    for match in _SIGN.finditer(text):
        at, sign = match.start(), match[0]
        before, behind = text[at - 1 : at], text[at + 1 : at + 2]
        opens = sign in "“«" or (sign == '"' and behind.strip() != "" and (not before or bool(_BEFORE_OPENING.match(before))))
        counts[opens] += 1
        if not opens or behind.strip():
            found.append(Mark(at, opens, counts[opens]))
    return found


def _opens_paragraph(text: str, marks: list[Mark]) -> bool:
    return bool(marks) and marks[0].opens and not any(True for _ in word_spans(text[: marks[0].offset]))


class _Pairing:
    """The walk over one section: the quotation that is open, the extents and oddities found so far."""

    def __init__(self) -> None:
        self.extents: list[Extent] = []
        self.oddities: list[Oddity] = []
        self.open: Extent | None = None
        self.inner: list[Extent] = []
        self.waiting: list[Block] = []

    def give_up(self) -> None:
        """The open quotation has no closing mark: it ends with the last paragraph that was surely its own, or before
        the first pair of marks in there; such pairs are then quotations themselves."""
        if self.open is not None:
            self.oddities.append(Oddity(self.open.first, self.open.opening, "never closed"))
            pairs = [pair for pair in self.inner if pair.first == self.open.last]
            end = pairs[0].begin - 1 if pairs else self.open.end
            self.extents += [replace(self.open, end=end, balanced=False), *pairs]
        self.open, self.inner, self.waiting = None, [], []

    def _goes_on(self, block: Block, marks: list[Mark]) -> bool:
        """Whether the open quotation goes on in this paragraph; one without marks waits for what comes behind."""
        if _opens_paragraph(block.text, marks) or (marks and not marks[0].opens):
            return True
        short = sum(1 for _ in word_spans(block.text)) <= SIGNATURE_WORDS
        return not marks and (block.role in _SET_OFF or short)

    def take(self, block: Block) -> None:
        """One more paragraph."""
        marks = find_marks(block.text)
        if self.open is not None and not self._goes_on(block, marks):
            self.give_up()
        if self.open is None:
            if block.role == "quotation" and not marks:
                self.extents.append(Extent(block.place, 0, 0, block.place, 0, len(block.text)))
                return
        elif not marks:
            self.waiting.append(block)
            return
        elif _opens_paragraph(block.text, marks):
            marks = self._reopened(block, marks)
        self._walk(block, marks)

    def _reopened(self, block: Block, marks: list[Mark]) -> list[Mark]:
        """The paragraph opens with a mark while a quotation is open: it goes on, unless plain text stands between."""
        if any(waiting.role not in _SET_OFF for waiting in self.waiting):
            self.give_up()
            return marks
        return marks[1:]

    def _walk(self, block: Block, marks: list[Mark]) -> None:
        stack = [self.open] if self.open is not None else []
        for mark in marks:
            if mark.opens:
                if stack:
                    self.oddities.append(Oddity(block.place, mark.ordinal, "opens inside another"))
                stack.append(Extent(block.place, mark.ordinal, mark.offset + 1, block.place, 0, len(block.text)))
            elif not stack:
                self.oddities.append(Oddity(block.place, mark.ordinal, "closes nothing"))
            else:
                closed = replace(stack.pop(), last=block.place, closing=mark.ordinal, end=mark.offset)
                (self.inner if stack else self.extents).append(closed)
        self.waiting = []
        self.open = replace(stack[0], last=block.place, end=len(block.text)) if stack else None
        self.inner = [pair for pair in self.inner if stack]


def pair_marks(blocks: Iterable[Block]) -> tuple[list[Extent], list[Oddity]]:
    """The quotations of one section in reading order, and what is odd about its marks.

    A paragraph that opens with a mark while a quotation is open goes on with it; a mark inside an open quotation
    belongs to the outer one, so does ‘…’. A paragraph of role ``quotation`` without any mark is a quotation by itself
    (``opening`` 0). A quotation that is never closed ends with its last sure paragraph (``closing`` 0, not balanced).

    >>> found, odd = pair_marks([Block(0, "body", "She read: “One."), Block(1, "body", "“Two.” Then “three.")])
    >>> [(x.first, x.last, x.closing, x.balanced) for x in found], [(o.place, o.what) for o in odd]
    ([(0, 1, 1, True), (1, 1, 0, False)], [(1, 'never closed')])
    """
    walk = _Pairing()
    for block in blocks:
        walk.take(block)
    walk.give_up()
    return sorted(walk.extents, key=lambda x: (x.first, x.begin)), walk.oddities


def inner_text(extent: Extent, texts: dict[int, str]) -> Iterator[str]:
    """The text inside a quotation, paragraph by paragraph; ``texts`` holds the paragraphs that count, by position."""
    for place in range(extent.first, extent.last + 1):
        text = texts.get(place, "")
        yield text[extent.begin if place == extent.first else 0 : extent.end if place == extent.last else len(text)]
