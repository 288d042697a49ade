"""Mentions of people, places and bodies, by the spellings that the tables list; no guessing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from helpers.words import straighten

KINDS = {"people": "person", "places": "place", "organisations": "organisation", "absences": "absence"}
"""Tables whose rows are looked for, and the name of their kind."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: whose id, and the character span in the text."""

    id: str
    begin: int
    end: int


_WORD_START = re.compile(r"(?<![^\W_])(?<![^\W_]['\-])[^\W_]")


def spellings(row: Mapping[str, Any], column: str = "variants") -> list[str]:
    """The spellings by which a row of the tables is counted, longest first.

    The ``column`` lists them; where a place's is empty its name alone counts, unless the name carries
    a bracket, which says that the bare name is shared.

    >>> spellings({"name": "Velsk", "variants": "Velsk;Old Velsk", "kind": "town"})
    ['Old Velsk', 'Velsk']
    """
    listed = [v.strip() for v in str(row[column] or "").split(";") if v.strip()]
    if "region_id" in row and "(" not in str(row["name"]):
        listed.append(str(row["name"]))
    return sorted({straighten(v) for v in listed}, key=lambda v: (-len(v), v))


def _ends_a_word(text: str, end: int) -> bool:
    """Whether a spelling that ends here is a whole name: a possessive may follow, no letter, digit or hyphened word."""
    rest = text[end : end + 3]
    if not rest or not (rest[0].isalnum() or rest[0] in "-'"):
        return True
    if rest[0] == "-":
        return not rest[1:2].isalnum()
    if rest[0] == "'":
        return rest[1:3].lower() == "s" or not rest[1:2].isalpha() or (rest[1].lower() == "s" and not rest[2:3].isalnum())
    return False


class NameFinder:
    """Finds the spellings of a table's rows in a text. A spelling that two rows share counts for neither."""

    def __init__(self, rows: Iterable[Mapping[str, Any]], column: str = "variants") -> None:
        self._owners: dict[str, set[str]] = {}
        for row in rows:
            for spelling in spellings(row, column):
                self._owners.setdefault(spelling, set()).add(str(row["id"]))
        self._by_first: dict[str, list[str]] = {}
        for spelling in sorted(self._owners, key=len, reverse=True):
            self._by_first.setdefault(spelling[:4], []).append(spelling)
        self._lengths = sorted({len(first) for first in self._by_first})
        self._initials = {first[0] for first in self._by_first}

    def find(self, text: str) -> list[Mention]:
        """Every mention in order, none inside another: the longest spelling at a place counts, so that "Okopnaya
        Pravda" is no mention of "Pravda". Capitals matter; a possessive may follow.

        >>> finder = NameFinder([{"id": "old", "variants": "Old Velsk"}, {"id": "new", "variants": "Velsk"}])
        >>> [(m.id, m.begin) for m in finder.find("Old Velsk and Velsk’s Velskians")]
        [('old', 0), ('new', 14)]
        """
        plain = straighten(text)
        found: list[Mention] = []
        end = 0
        for match in _WORD_START.finditer(plain):
            at = match.start()
            if at < end or plain[at] not in self._initials:
                continue
            spelling = self._longest_at(plain, at)
            if spelling:
                end = at + len(spelling)
                if len(self._owners[spelling]) == 1:
                    found.append(Mention(next(iter(self._owners[spelling])), at, end))
        return found

    def _longest_at(self, text: str, at: int) -> str:
        candidates = [s for length in self._lengths for s in self._by_first.get(text[at : at + length], ())]
        fitting = [s for s in candidates if text.startswith(s, at) and _ends_a_word(text, at + len(s))]
        return max(fitting, key=len, default="")
