"""A section cut into screens: whole paragraphs, about two printed pages, so that a reader pages on and never scrolls far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from helpers.model import COUNTED, ROLES, PageSpan, Paragraph, TextEdition, position

WORDS = 700
"""A screen is closed by the paragraph with which it has this many words."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Screen ``number`` (from 1) of ``n`` in a section; ``places`` are its paragraphs' positions in the edition."""

    section: str
    number: int
    n: int
    places: range


@lru_cache(maxsize=256)
def screens(edition: TextEdition, section_id: str, words: int = WORDS) -> tuple[Screen, ...]:
    """The screens of a section in reading order; a rest of less than half a screen joins the one before.

    Raises CorpusError for an unknown section.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "one two three\\n\\nfour five\\n\\nsix seven eight\\n\\nnine"})
    >>> [list(screen.places) for screen in screens(text, "1.1", 4)]
    [[0, 1], [2, 3]]
    """
    section = edition.section(section_id)
    counts = _words_in(edition, section.paragraphs)
    cuts, held = [section.paragraphs.start], 0
    for place, count in zip(section.paragraphs, counts, strict=True):
        held += count
        if held >= words and place + 1 < section.paragraphs.stop:
            cuts.append(place + 1)
            held = 0
    if held < words / 2 and len(cuts) > 1:
        cuts.pop()
    ends = [*cuts[1:], section.paragraphs.stop]
    return tuple(Screen(section_id, k, len(cuts), range(a, b)) for k, (a, b) in enumerate(zip(cuts, ends, strict=True), 1))


def _words_in(edition: TextEdition, places: range) -> list[int]:
    paragraph = np.asarray(edition.tokens.paragraph)
    low, high = (position(paragraph, place) for place in (places.start, places.stop))
    return [int(n) for n in np.bincount(paragraph[low:high] - places.start, minlength=len(places))]


def first_text(edition: TextEdition, places: range) -> str:
    """Id of the first paragraph among ``places`` that isn't a heading, a caption or the like; the first of all if each is."""
    place = next((p for p in places if ROLES[int(edition.roles[p])] in COUNTED), places.start)
    return str(edition.paragraph_rows[place][0])


def screen_at(edition: TextEdition, place: int) -> Screen:
    """The screen on which the paragraph at a position stands."""
    section = edition.sections[int(edition.homes[place])]
    found = screens(edition, section.id)
    return found[bisect_right([screen.places.start for screen in found], place) - 1]


def beside(edition: TextEdition, screen: Screen, step: int) -> Screen | None:
    """The next screen (``step`` 1) or the one before (−1), in the next section where this one ends; None at the ends."""
    place = screen.places.stop if step > 0 else screen.places.start - 1
    return screen_at(edition, place) if 0 <= place < len(edition) else None


def screen_of_page(edition: TextEdition, page: int) -> tuple[Screen, str] | None:
    """The screen on which a printed page begins, and the first paragraph that stands on it; None for a page without text.

    A page that may be one later is found under its lower number.
    """
    pages = np.asarray(edition.tokens.page)
    at = np.flatnonzero(pages == page)
    if page < 1 or not len(at):
        return None
    place = int(edition.tokens.paragraph[int(at[0])])
    return screen_at(edition, place), str(edition.paragraph_rows[place][0])


def paragraphs_of(edition: TextEdition, screen: Screen) -> list[Paragraph]:
    """The paragraphs of a screen."""
    return [edition.paragraph(place) for place in screen.places]


def pages_of(paragraphs: Sequence[Paragraph]) -> PageSpan:
    """Printed pages from the first to the last of these paragraphs, by number: a caption may stand out of order."""
    spans = [span for p in paragraphs if (span := p.pages()).first]
    if not spans:
        return PageSpan(0, 0)
    return PageSpan(min(s.first for s in spans), max(s.last for s in spans), any(s.doubtful for s in spans))
