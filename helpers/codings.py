"""The record of a coded passage: how it is named and what it holds, said once for those who write it and those who read it.

A coding is an answer of lesson "40". Its item is ``coding/PLACE``, its value ``{"code": …, "memo": …}``. PLACE is a
paragraph of the book ("2.4.17"), of another edition ("guide/2.4.17"), or some of its words ("2.4.17:120-166":
characters of the paragraph, the last not included). A later coding of the same place by the same reader replaces the
earlier one; an empty code takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from helpers.journal import Answer

LESSON = "40"
"""The lesson under which the reading room saves."""

BOOK = "book"
_ITEM = re.compile(r"coding/(?:([a-z][a-z0-9-]*)/)?([0-9A-Za-z.]{1,24})(?::([0-9]{1,6})-([0-9]{1,6}))?")


@dataclass(frozen=True, slots=True)
class Coding:
    """One coded passage. ``begin`` and ``end`` are None where the whole paragraph was coded; ``code`` "" takes it back."""

    paragraph: str
    code: str
    memo: str = ""
    begin: int | None = None
    end: int | None = None
    edition: str = BOOK

    @property
    def place(self) -> str:
        """The place in short, the same for all who coded it.

        >>> Coding("2.4.17", "praise").place, Coding("2.4.17", "praise", "", 120, 166, "guide").place
        ('2.4.17', 'guide/2.4.17:120-166')
        """
        edition = "" if self.edition == BOOK else f"{self.edition}/"
        return f"{edition}{self.paragraph}" + (f":{self.begin}-{self.end}" if self.begin is not None else "")

    @property
    def item(self) -> str:
        """The item under which it is saved: ``journal.save(LESSON, coding.item, coding.value)``."""
        return f"coding/{self.place}"

    @property
    def value(self) -> dict[str, str]:
        """What is saved."""
        return {"code": self.code, "memo": self.memo}


def read_coding(answer: Answer) -> Coding | None:
    """The coding that an answer holds; None where it is something else or hasn't the form.

    >>> found = read_coding(Answer("40", "coding/2.4.17:5-9", {"code": "blame", "memo": "who?"}, 1))
    >>> (found.paragraph, found.begin, found.end, found.code) == ("2.4.17", 5, 9, "blame")
    True
    >>> read_coding(Answer("40", "coding/2.4.17:9-5", {"code": "blame"}, 2))
    """
    match = _ITEM.fullmatch(answer.item) if answer.lesson == LESSON and isinstance(answer.item, str) else None
    value = answer.value
    if match is None or not isinstance(value, Mapping) or not isinstance(value.get("code"), str):
        return None
    edition, paragraph, *span = match.groups()
    begin, end = (int(n) if n is not None else None for n in span)
    if begin is not None and end is not None and begin >= end:
        return None
    memo = value.get("memo", "")
    return Coding(paragraph, value["code"].strip(), memo if isinstance(memo, str) else "", begin, end, edition or BOOK)


def codings(latest: Iterable[Answer]) -> list[Coding]:
    """The codings that stand among the latest answers, in reading order; those taken back are left out."""
    found = [coding for answer in latest if (coding := read_coding(answer)) is not None]
    return sorted((coding for coding in found if coding.code), key=lambda coding: reading_order(coding.place))


def reading_order(place: str) -> tuple[tuple[bool, int, str], ...]:
    """What puts places into reading order: 2.4.9 before 2.4.10, the book before its guide.

    >>> sorted(["guide/2.4.1", "2.4.10", "2.4.9:30-35", "2.4.9:4-9"], key=reading_order)
    ['2.4.9:4-9', '2.4.9:30-35', '2.4.10', 'guide/2.4.1']
    """
    parts = re.split("[/:.-]", place)
    return tuple((not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts)
