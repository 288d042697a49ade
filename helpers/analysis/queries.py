"""What a reader may type into a search box, taken apart: words, phrases, ``*``, ``a|b`` and ``near/5``.

- ``soviet``: that word in any capitals; ``soviet*``, ``*ist``, ``counter-*``: * stands for any letters, hyphens and
  apostrophes, or none;
- ``red guards``: a phrase, its words parted by white space alone; ``the * committee``: * alone is any one word;
- ``red guard|guards``: without spaces, | parts the words that may stand at one place of a phrase;
- ``red guards | white guards``: with spaces, | parts whole phrases;
- ``soviet near/5 power``: the first with the second at most five words away in its paragraph, before or behind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpers.words import fold

Place = tuple[str, ...]
"""The words that may stand at one place of a phrase, folded; a word may hold ``*``."""
Phrase = tuple[Place, ...]

_WORD = re.compile(r"[^\W\d_*]|\*")
_ALLOWED = re.compile(r"(?:[^\W\d_]|[*'\-])+")
_NEAR = re.compile(r"\s+near/(\d+)\s+")
HELP = "a word is letters with inner hyphens and apostrophes, no figures; * stands for any letters"


@dataclass(frozen=True, slots=True)
class Query:
    """A search taken apart: one of ``phrases``, and within ``distance`` words of it one of ``others``, if there are any."""

    phrases: tuple[Phrase, ...]
    others: tuple[Phrase, ...] = ()
    distance: int = 0

    @property
    def words(self) -> Place | None:
        """The alternatives of a search for single words, None for one with phrases or ``near``."""
        if self.others or any(len(phrase) > 1 for phrase in self.phrases):
            return None
        return tuple(dict.fromkeys(word for (place,) in self.phrases for word in place))


def _word(text: str, query: str) -> str:
    word = text.strip("\"'.,;:!?()[]-")
    if not _WORD.match(word) or not _ALLOWED.fullmatch(word):
        raise ValueError(f"{text!r} in {query!r} is no word: {HELP}")
    return word


def _phrase(text: str, query: str) -> Phrase:
    places = tuple(tuple(_word(word, query) for word in part.split("|")) for part in text.split())
    if not places:
        raise ValueError(f"{query!r} has an empty part: {HELP}")
    if all(set(word) <= {"*"} for place in places for word in place):
        raise ValueError(f"{query!r} names no letter: {HELP}")
    return places


def _phrases(text: str, query: str) -> tuple[Phrase, ...]:
    return tuple(_phrase(part, query) for part in re.split(r"(?:^|\s+)\|(?:\s+|$)", text))


def parse(query: str) -> Query:
    """``query`` taken apart; capitals and kinds of apostrophe don't matter.

    >>> parse("Soviet|Duma").words
    ('soviet', 'duma')
    >>> parse("red guard|guards").phrases
    ((('red',), ('guard', 'guards')),)
    >>> parse("soviet near/5 all power").others, parse("soviet near/5 all power").distance
    (((('all',), ('power',)),), 5)

    Raises ValueError that says which part is no word: a figure, a lone sign, nothing at all, no letter but ``*``.
    """
    text = fold(query).strip()
    if not text:
        raise ValueError("there is nothing to search for: type a word or a phrase")
    left, *rest = _NEAR.split(text)
    if not rest:
        return Query(_phrases(left, query))
    if len(rest) != 2 or int(rest[0]) < 1:
        raise ValueError(f"{query!r}: near/5 stands once, between two words or phrases, with a distance of 1 or more")
    return Query(_phrases(left, query), _phrases(rest[1], query), int(rest[0]))


def wildcard(word: str) -> re.Pattern[str]:
    """Pattern of a folded word with ``*``, finding whole lines of a list of words.

    >>> wildcard("soviet*").findall("anti-soviet\\nsoviet\\nsoviets")
    ['soviet', 'soviets']
    """
    return re.compile(rf"^{'.*'.join(re.escape(part) for part in word.split('*'))}$", re.MULTILINE)


def expand(words: Sequence[str], lines: str, code_of: Mapping[str, int]) -> list[int]:
    """Codes of all that ``words`` (folded, perhaps with ``*``) stand for, rising; empty if none is there.

    ``lines`` are the words that have codes, one a line.

    >>> expand(["re*", "flag"], "flag\\nred\\nrest", {"flag": 0, "red": 1, "rest": 2})
    [0, 1, 2]
    """
    found: set[int] = set()
    for word in words:
        if "*" in word:
            found.update(code_of[form] for form in wildcard(word).findall(lines))
        elif word in code_of:
            found.add(code_of[word])
    return sorted(found)
