"""Where the words of a query stand in an open text: positions in its token columns, found through the postings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from helpers.analysis.index import Index, index_of, role_mask, section_mask
from helpers.analysis.queries import Phrase, expand, parse
from helpers.model import TextEdition

QUOTATION = ("inside", "outside")


class Matches(NamedTuple):
    """Positions of the first word of each match and one past its last, in reading order."""

    begin: np.ndarray
    end: np.ndarray

    def pick(self, which: np.ndarray | slice) -> Matches:
        """The matches that a mask, an array of indices or a slice names."""
        return Matches(self.begin[which], self.end[which])


def _phrase_matches(index: Index, phrase: Phrase) -> Matches:
    """Matches of one phrase: its words in a row, parted by white space alone. Looked for from its rarest word."""
    fixed = {k: index.places(expand(place, index.lines, index.code_of)) for k, place in enumerate(phrase) if "*" not in place}
    if len(phrase) == 1:
        return Matches(fixed[0], fixed[0] + 1)
    rarest = min(fixed, key=lambda k: len(fixed[k]))
    begin = fixed[rarest] - rarest
    begin = begin[(begin >= 0) & (begin + len(phrase) <= len(index.folded))]
    for k in range(1, len(phrase)):
        begin = begin[index.glued[begin + k].astype(bool)]
    for k, places in fixed.items():
        if k != rarest:
            at = np.minimum(np.searchsorted(places, begin + k), max(len(places) - 1, 0))
            begin = begin[places[at] == begin + k] if len(places) else begin[:0]
    return Matches(begin, begin + len(phrase))


def _any_of(index: Index, phrases: Sequence[Phrase]) -> Matches:
    if len(phrases) == 1:
        return _phrase_matches(index, phrases[0])
    parts = [_phrase_matches(index, phrase) for phrase in phrases]
    pairs = np.unique(np.stack([np.concatenate([p.begin for p in parts]), np.concatenate([p.end for p in parts])], axis=1), axis=0)
    return Matches(pairs[:, 0], pairs[:, 1])


def _near(index: Index, left: Matches, right: Matches, distance: int) -> Matches:
    """Each left match with the nearest right one at most ``distance`` words away in its paragraph; behind wins a tie."""
    if not len(left.begin) or not len(right.begin):
        return Matches(left.begin[:0], left.end[:0])
    by_end = np.argsort(right.end, kind="stable")
    after = np.minimum(np.searchsorted(right.begin, left.end), len(right.begin) - 1)
    before = by_end[np.maximum(np.searchsorted(right.end[by_end], left.begin, side="right") - 1, 0)]
    gap_after, gap_before = right.begin[after] - left.end + 1, left.begin - right.end[before] + 1
    home = index.paragraph[left.begin]
    far = distance + 1
    gap_after = np.where((gap_after > 0) & (index.paragraph[right.begin[after]] == home), gap_after, far)
    gap_before = np.where((gap_before > 0) & (index.paragraph[right.begin[before]] == home), gap_before, far)
    forward = gap_after <= gap_before
    begin = np.where(forward, left.begin, right.begin[before])
    end = np.where(forward, right.end[after], left.end)
    return Matches(begin, end).pick(np.minimum(gap_after, gap_before) <= distance)


def find_matches(
    edition: TextEdition,
    query: str,
    *,
    section: str | Sequence[str] | None = None,
    chapter: int | None = None,
    roles: Sequence[str] | None = None,
    quotation: str | None = None,
) -> Matches:
    """Every match of ``query`` (see ``helpers.analysis.queries``) in reading order, by positions in ``edition.tokens``.

    Without ``roles`` captions, headings, footnotes and running heads are left out; ``quotation`` "inside" or
    "outside" keeps matches whose first word stands inside or outside quotation marks. Of ``near`` there is one match
    for each place of the first word. Raises ValueError for a bad query, role or choice, CorpusError for an unknown section.

    >>> from helpers.analysis.own_text import own_text
    >>> found = find_matches(own_text({"1.1": "A red flag, the red roof."}), "red flag|roof")
    >>> found.begin.tolist(), found.end.tolist()
    ([1, 4], [3, 6])
    """
    if quotation not in (None, *QUOTATION):
        raise ValueError(f"quotation is {quotation!r}, not one of {', '.join(QUOTATION)}")
    index, wanted = index_of(edition), parse(query)
    found = _any_of(index, wanted.phrases)
    if wanted.others:
        found = _near(index, found, _any_of(index, wanted.others), wanted.distance)
    keep = role_mask(roles)[index.role[found.begin]]
    if section is not None or chapter is not None:
        keep &= section_mask(edition, section, chapter)[index.section[found.begin]]
    if quotation is not None:
        keep &= index.quoted[found.begin].astype(bool) == (quotation == "inside")
    return found.pick(keep)
