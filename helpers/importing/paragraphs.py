"""Paragraph boundaries where no indent survives: sentence end, capital, and room left on the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from helpers.importing.lines import Line
from helpers.importing.widths import SPACE, width

MEASURE = 31.9
"""Width in ems up to which a line of the full measure could have taken another word."""
INDENT = 1.8
"""How much shorter the first line of a paragraph is, in ems: its indent is lost."""
QUOTE_INDENT = 1.9
"""How much narrower set-off quotations are, in ems."""
NARROW = 23.0
"""Lines below this width in a row stand beside a picture."""
NOTE_DIGIT = 0.33

_TERMINAL = re.compile(r"[.!?:…][”’\"')\]]*$|[.!?…,;:][”\"]+$|”$|\)$|\]$")
_OPENING = re.compile(r"[“\"‘'(\[—•…]*[A-ZÀ-ÞА-Я0-9]|[“\"][a-z….]|\.\.\.|…")
_INITIAL = re.compile(r"(?:^|[\s(“])(?:[A-Z]|St|Mr|Mrs|Dr|Gen|Col|Lieut|Capt|Prof|No|Nos|Messrs|i\.e|e\.g|viz)\.$")
_ITEM = re.compile(r"[“\"‘'(]*(?:\d{1,2}|[a-h]|[IVX]+)[.)](?:\s|$)")
_QUOTED_WORD = re.compile(r"“[^“”]{1,40}”$")


def opens_with_quote(text: str) -> bool:
    """True where the line begins with an opening double mark, curly or straight."""
    return text.startswith(("“", '"', "‘‘"))


def is_item(text: str) -> bool:
    """True where the line begins like an item of a list: ``1.``, ``“2)``, ``a)``.

    >>> is_item("“2. To detail"), is_item("25 men")
    (True, False)
    """
    return bool(_ITEM.match(text))


def ends_sentence(line: Line) -> bool:
    """True where the line could be the last of a paragraph: not after an initial, nor after a quoted word."""
    text = line.text
    if _INITIAL.search(text):
        return False
    if any(offset >= len(text) for offset, _ in line.marks):
        return True
    if re.search(r"(?:s|n)’$", text):
        return False
    if text.endswith("”") and not re.search(r"[.!?…,;:—-][’']?”$", text):
        return not _QUOTED_WORD.search(text)
    return bool(_TERMINAL.search(text))


def first_word_width(text: str) -> float:
    """Width of the first word of a line, with what is glued to it; a dash or hyphen could have parted it."""
    word = text.split(" ", 1)[0]
    part = re.match(r".+?(?:—|-(?=\w))", word)
    return width(part[0] if part else word)


def measure_lines(stream: Sequence[Line]) -> None:
    """Fill in ``width`` for every line, its note numbers counted small."""
    for line in stream:
        line.width = width(line.text) + NOTE_DIGIT * sum(len(mark) for _, mark in line.marks)


def local_measures(stream: Sequence[Line]) -> list[float]:
    """For each line the width that its column could take: the full measure, or that of a column beside a picture.

    A column is at least four lines in a row below ``NARROW`` on one page, not all of them sentence ends; its
    measure is the width of its widest line but one.
    """
    measures = [MEASURE] * len(stream)
    begin = 0
    while begin < len(stream):
        end = begin
        while end < len(stream) and stream[end].width < NARROW and (end == begin or not stream[end].page_start):
            end += 1
        run = stream[begin:end]
        broken = sum(not ends_sentence(line) for line in run)
        if len(run) >= 4 and broken >= 0.6 * len(run):
            widest = sorted(line.width for line in run)[-2]
            measures[begin:end] = [widest] * len(run)
        begin = max(end, begin + 1)
    return measures


def _open_quotes(text: str, depth: int) -> int:
    depth += len(re.findall(r"“|‘‘|^\"", text))
    depth -= len(re.findall(r"”|’’|(?<=\S)\"", text))
    return max(depth, 0)


class BoundaryRule:
    """Decides whether a line starts a paragraph, from the line before and the room each leaves."""

    def __init__(self, slack: float = 0.3, indent: float = 0.6) -> None:
        self.slack, self.indent = slack, indent

    def room(self, line: Line, following: Line, measure: float) -> float:
        """Ems left on ``line`` after taking the first word of ``following``; negative where it didn't fit."""
        return measure - line.width - SPACE - first_word_width(following.text)

    def starts(self, a: Line, b: Line, c: Line | None, measure_a: float, measure_b: float, inside: bool) -> bool:
        """True where ``b`` starts a paragraph after ``a``; ``c`` follows, ``inside`` = a quotation is open."""
        if a.hyphen or a.text.endswith("-"):
            return False
        if b.indented and b.gap > 1 and not b.text[0].islower():
            return True
        room = self.room(a, b, measure_a)
        if is_item(b.text) and (ends_sentence(a) or a.text.endswith(";")) and room > -1.0:
            return True
        if opens_with_quote(b.text) and room > 2.0 and not inside:
            return True
        if not ends_sentence(a) or not _OPENING.match(b.text):
            return False
        if a.text.endswith(":") and opens_with_quote(b.text):
            return True
        if inside and not opens_with_quote(b.text):
            return room > QUOTE_INDENT + 4.0
        if any(offset >= len(a.text) for offset, _ in a.marks):
            return True
        if room > self.slack:
            return True
        return room > -6.0 and self._indented(b, c, measure_b)

    def _indented(self, b: Line, c: Line | None, measure: float) -> bool:
        """A first line is short of the measure by its lost indent: a broken word shows it at once, else the
        next word would have fitted."""
        if b.hyphen:
            return b.width < measure - 2 * self.indent
        return c is not None and self.room(b, c, measure) > self.indent


def mark_paragraph_starts(stream: Sequence[Line], exceptions: dict[int, bool], rule: BoundaryRule | None = None) -> None:
    """Set ``starts`` on the lines of ``stream`` (running text in order, of any number of units)."""
    rule = rule or BoundaryRule()
    measure_lines(stream)
    measures = local_measures(stream)
    depth = 0
    if stream:
        stream[0].starts = True
    for k, (a, b) in enumerate(pairwise(stream)):
        depth = _open_quotes(a.text, 0 if a.starts and opens_with_quote(a.text) else depth)
        c = stream[k + 2] if k + 2 < len(stream) else None
        if b.unit != a.unit or exceptions.get(b.number) is True or b.starts:
            b.starts = True
        elif b.number in exceptions:
            b.starts = False
        else:
            measure = measures[k] - INDENT if a.starts and measures[k] == MEASURE else measures[k]
            b.starts = rule.starts(a, b, c, measure, measures[k + 1], depth > 0)
        if b.starts and not opens_with_quote(b.text):
            depth = 0


def mark_entry_starts(stream: Sequence[Line], exceptions: dict[int, bool]) -> None:
    """Set ``starts`` on the lines of a chronology in narrow columns: an entry is one sentence as a rule."""
    measure_lines(stream)
    for k, line in enumerate(stream):
        before = stream[k - 1] if k else None
        by_rule = before is None or before.unit != line.unit or (line.indented and line.gap > 1)
        if before is not None and not by_rule:
            by_rule = ends_sentence(before) and not line.text[0].islower()
        line.starts = exceptions.get(line.number, by_rule)
