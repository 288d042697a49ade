"""Line-end hyphens: which are soft, decided by the book's own vocabulary."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.importing.lines import Line
from helpers.words import WORD, fold

KEEP_AFTER = frozenset(["counter", "ex", "self", "semi", "non", "all", "pro", "anti"])
"""First parts that the edition sets with a hyphen."""

_LAST = re.compile(r"([^\W_]+(?:['’\-][^\W_]+)*)-$")
_FIRST = re.compile(r"[“”\"‘’']*([^\W_]+(?:['’\-][^\W_]+)*)")


class Vocabulary:
    """Words that stand whole inside lines, folded, with counts: the witness for every split word."""

    def __init__(self, texts: Iterable[str]) -> None:
        printed: Counter[str] = Counter()
        for text in texts:
            whole = WORD.findall(text)
            printed.update(whole[:-1] if text.endswith("-") else whole)
        self.counts: Counter[str] = Counter()
        for word, n in printed.items():
            self.counts[fold(word)] += n

    def keeps(self, left: str, right: str) -> bool | None:
        """Whether ``left-right`` keeps its hyphen; None where neither form is known and no rule decides."""
        solid, hyphened = self.counts[fold(left + right)], self.counts[fold(f"{left}-{right}")]
        if solid != hyphened:
            return hyphened > solid
        if solid:
            return None
        if fold(left) in KEEP_AFTER or ("-" in left and self.counts[fold(left)]):
            return True
        return None


def read_break(left_text: str, right_text: str) -> tuple[str, str] | None:
    """The two halves of a word broken over a line end, or None where the line ends in no broken word."""
    if not left_text.endswith("-"):
        return None
    left, right = _LAST.search(left_text), _FIRST.match(right_text)
    return (left[1], right[1]) if left and right else None


def keeps_hyphen(left: str, right: str, vocabulary: Vocabulary) -> tuple[bool, bool]:
    """(keep, sure) for a word broken as ``left-`` / ``right``.

    A capital or a digit after the break keeps the hyphen, as does a number before it; else the vocabulary votes,
    with the endings of the second half cut back where the full form is unknown; else the hyphen is soft and
    the case is listed as undecided.

    >>> keeps_hyphen("Socialist", "Revolutionaries", Vocabulary([]))
    (True, True)
    >>> keeps_hyphen("move", "ment", Vocabulary(["the movement"]))
    (False, True)
    """
    if right[0].isupper() or right[0].isdigit() or left[0].isdigit():
        return True, True
    decided = vocabulary.keeps(left, right)
    if decided is None:
        for ending in ("’s", "'s", "s", "ly", "ed", "ing", "aries", "ary", "ism", "ist", "ists"):
            stem = right[: -len(ending)]
            if right.endswith(ending) and len(stem) > 2:
                decided = vocabulary.keeps(left, stem)
                if decided is not None:
                    break
    return (False, False) if decided is None else (decided, True)


def decide_hyphens(stream: Sequence[Line], exceptions: dict[int, bool]) -> list[tuple[int, str]]:
    """Set ``hyphen`` ("soft" or "true") on every line of ``stream`` that ends in a broken word.

    ``stream`` is running text in order, without what interrupts it. Returns (line number, word) of those that
    neither vocabulary nor list decides; they are joined.
    """
    vocabulary = Vocabulary(line.text for line in stream)
    undecided = []
    for line, following in itertools.pairwise(stream):
        if line.unit != following.unit:
            continue
        halves = read_break(line.text, following.text)
        if halves is None:
            continue
        keep, sure = keeps_hyphen(*halves, vocabulary)
        if line.number in exceptions:
            keep, sure = exceptions[line.number], True
        line.hyphen = "true" if keep else "soft"
        if not sure:
            undecided.append((line.number, "".join(halves)))
    return undecided
