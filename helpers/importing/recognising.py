"""Is this the book? Decided section by section from the words that only one section has."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from helpers.model import Coded, TextEdition

FOUND = 0.5
"""Share of a section's own words that must be there for it to count as found."""
PARTLY = 0.25
"""Below this share a section's own words are no more than chance; between the two it is there in part or badly scanned."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the text is: ``kind`` is book, part, poor, other or unknown; ``found`` the sections recognised,
    ``partly`` those there in part, ``coverage`` the share of each section's own words that the text has."""

    kind: str
    found: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    coverage: tuple[tuple[str, float], ...] = ()

    def in_words(self) -> str:
        """The verdict as a sentence."""
        n = len(self.coverage)
        return {
            "book": f"This is the book: {len(self.found)} of its {n} sections are recognised.",
            "part": f"This is part of the book: {len(self.found)} of {n} sections are recognised ({', '.join(self.found)}).",
            "poor": f"This looks like the book in a poor scan or another edition: {len(self.found)} of {n} sections are recognised, {len(self.partly)} more in part.",
            "other": "This is another book, or a scan too poor to tell: it is imported and can be searched, but the lessons are about another text.",
            "unknown": "It could not be compared with the book, because the shipped measures are missing.",
        }[self.kind]


def own_words(leaf_tokens: Coded) -> dict[str, set[str]]:
    """For each section, in reading order, the words of five letters or more that no other section has.

    >>> leaves, tokens = ["1.1@9", "1.1@10", "1.2@11"], ["soviet", "kremlin", "guns"]
    >>> own_words({"leaf": (np.array([0, 1, 2, 2]), leaves), "token": (np.array([0, 1, 0, 2]), tokens)})
    {'1.1': {'kremlin'}, '1.2': set()}
    """
    (leaf, leaves), (token, tokens) = leaf_tokens["leaf"], leaf_tokens["token"]
    homes = [name.split("@")[0] for name in leaves]
    places = {section: k for k, section in enumerate(dict.fromkeys(homes))}
    pairs = np.unique(token.astype(np.int64) * len(places) + np.array([places[home] for home in homes], dtype=np.int64)[leaf])
    words, sections = np.divmod(pairs, len(places))
    own: dict[str, set[str]] = {section: set() for section in places}
    names, once = list(places), np.bincount(words)[words] == 1
    for word, section in zip(words[once], sections[once], strict=True):
        if len(tokens[word]) >= 5:
            own[names[section]].add(tokens[word])
    return own


def recognise(edition: TextEdition, leaf_tokens: Coded) -> Verdict:
    """The verdict on ``edition``, by the share of every section's own words that stand anywhere in it.

    Sections are matched one by one, so that order, doubling and lost headings don't matter, and a near neighbour
    (another book on the same months) has no section at all. Each threshold is a module constant.
    """
    own = own_words(leaf_tokens)
    if not own:
        return Verdict("unknown")
    here = set(edition.folded_forms)
    coverage = {section: len(words & here) / len(words) if words else 0.0 for section, words in own.items()}
    found = tuple(s for s, share in coverage.items() if share >= FOUND)
    partly = tuple(s for s, share in coverage.items() if PARTLY <= share < FOUND)
    if len(found) >= 0.97 * len(own):
        kind = "book"
    elif not found:
        kind = "other"
    elif len(found) + len(partly) >= 0.9 * len(own) and len(partly) > 0.2 * len(own):
        kind = "poor"
    else:
        kind = "part"
    return Verdict(kind, found, partly, tuple((s, round(c, 3)) for s, c in coverage.items()))
