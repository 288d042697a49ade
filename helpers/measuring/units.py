"""The units of counting: the words that counts rest on, and the leaves they lie in.

The unit of publication is the leaf: the part of one printed page that lies in one section, merged with its
neighbour in that section until it has at least ``LEAF_WORDS`` words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from helpers.model import COUNTED, ROLES, PageSpan, TextEdition, position

LEAF_WORDS = 200

Row = dict[str, object]

Tables = Mapping[str, Sequence[Mapping[str, Any]]]
"""The shipped tables by name, rows as mappings: some measures count what they list."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf: its section, pages, and the range of counted words (positions in ``Measured.words``)."""

    id: str
    section: str
    pages: PageSpan
    begin: int
    end: int


def counted_places(edition: TextEdition) -> np.ndarray:
    """Positions of the words that counts rest on: all but captions, headings, footnotes and running heads."""
    codes = [ROLES.index(role) for role in COUNTED]
    return np.flatnonzero(np.isin(edition.tokens.role, codes))


def leaves(edition: TextEdition) -> list[Leaf]:
    """The leaves of ``edition`` in reading order; together they hold every counted word once.

    A section's last part of under 200 words goes to the leaf before it, so no leaf is smaller unless its whole
    section is.
    """
    places = counted_places(edition)
    section, page = edition.tokens.section[places], edition.tokens.page[places]
    if not len(places):
        return []
    cuts = np.flatnonzero((np.diff(section) != 0) | (np.diff(page) != 0)) + 1
    bounds = [0, *cuts.tolist(), len(places)]
    parts: list[list[int]] = []
    for begin, end in pairwise(bounds):
        fits = parts and section[parts[-1][0]] == section[begin]
        if fits and parts[-1][1] - parts[-1][0] < LEAF_WORDS:
            parts[-1][1] = end
        else:
            parts.append([begin, end])
    merged: list[list[int]] = []
    for begin, end in parts:
        if merged and end - begin < LEAF_WORDS and section[merged[-1][0]] == section[begin]:
            merged[-1][1] = end
        else:
            merged.append([begin, end])
    return [_leaf(edition, places, begin, end) for begin, end in merged]


def _leaf(edition: TextEdition, places: np.ndarray, begin: int, end: int) -> Leaf:
    tokens = edition.tokens
    first, last = int(tokens.page[places[begin]]), int(tokens.page[places[end - 1]])
    doubtful = any(edition.passage(int(tokens.start[p]), int(tokens.stop[p])).pages.doubtful for p in (places[begin], places[end - 1]))
    section = edition.sections[int(tokens.section[places[begin]])].id
    label = f"{first}" if first == last else f"{first}-{last}"
    return Leaf(f"{section}@{label}", section, PageSpan(first, last, doubtful), begin, end)


class Measured:
    """An edition with what all measures share: counted words, leaves, and texts by leaf."""

    def __init__(self, edition: TextEdition) -> None:
        self.edition = edition
        self.places = counted_places(edition)
        self.leaves = leaves(edition)
        self.folded = edition.tokens.folded[self.places]
        self.leaf_of = np.repeat(np.arange(len(self.leaves)), [leaf.end - leaf.begin for leaf in self.leaves])

    def leaf_at(self, place: int) -> int:
        """Leaf of the counted word at or after a position of the edition's words."""
        return int(self.leaf_of[min(position(self.places, place), len(self.leaf_of) - 1)])

    def paragraphs(self) -> Iterator[tuple[int, str, int]]:
        """(paragraph position, text, leaf of its first word) of every counted paragraph with words."""
        starts = self.edition.tokens.paragraph[self.places]
        firsts = np.flatnonzero(np.diff(starts, prepend=-1))
        for k in firsts:
            place = int(starts[k])
            yield place, self.edition.paragraph(place).text, int(self.leaf_of[k])

    def leaf_of_offset(self, offset: int) -> int:
        """Leaf of the word at or after a character offset of the edition's text."""
        return self.leaf_at(position(self.edition.tokens.start, offset))
