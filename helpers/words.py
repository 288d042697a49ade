"""What a word is, said once: letters with inner apostrophes and hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

APOSTROPHES = "’‘ʼ`´"
QUOTES = "“”„‟«»"

LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{LETTER}+(?:['’‘\-]{LETTER}+)*")

_STRAIGHT = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(QUOTES, '"'), "\u00a0": " "})


def straighten(text: str) -> str:
    """``text`` with straight apostrophes and quotation marks; every character keeps its place.

    >>> straighten("“the workers’ soviet”")
    '"the workers\\' soviet"'
    """
    return text if text.isascii() else text.translate(_STRAIGHT)


def lower_in_place(text: str) -> str:
    """Lower case with the same length, so that positions stay true (``İ`` alone grows by a character).

    >>> lower_in_place("KIEV")
    'kiev'
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def fold(text: str) -> str:
    """The form under which text is searched and words are counted: lower case, straight marks, same length.

    >>> fold("Socialist-Revolutionaries’")
    "socialist-revolutionaries'"
    """
    return lower_in_place(straighten(text))


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every word of ``text``, in order.

    Digits are no words; a hyphen or apostrophe belongs to a word between two letters only.

    >>> [("the Soviet’s 25 all-Russian ‘aims’")[a:b] for a, b in word_spans("the Soviet’s 25 all-Russian ‘aims’")]
    ['the', 'Soviet’s', 'all-Russian', 'aims']
    """
    for match in WORD.finditer(text):
        yield match.span()


def words(text: str) -> list[str]:
    """The folded words of ``text``, in order.

    >>> words("In 1917 the MINSK Soviet")
    ['in', 'the', 'minsk', 'soviet']
    """
    return [fold(text[a:b]) for a, b in word_spans(text)]


def phrase_pattern(phrase: str, *, case: bool = False) -> re.Pattern[str]:
    """Pattern for ``phrase`` as whole words in straightened text (in folded text unless ``case``).

    Inner white space stands for any run of spaces. A word that goes on with a hyphen or an apostrophe and a
    letter is another word. Raises ``ValueError`` for a phrase without any sign.

    >>> bool(phrase_pattern("revolution").search("a counter-revolution"))
    False
    """
    wanted = straighten(phrase) if case else fold(phrase)
    parts = [re.escape(part) for part in wanted.split()]
    if not parts:
        raise ValueError("the phrase is empty")
    body = r"\s+".join(parts)
    before = r"(?<!\w)(?<!\w['\-])" if re.match(r"\w", wanted.strip()) else ""
    after = r"(?!\w)(?!['\-]\w)" if re.search(r"\w$", wanted.strip()) else ""
    return re.compile(before + body + after)


_SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"])
_FIRST_LETTERS = re.compile(r"(?:^|(?<=-))\W*\w")
"""The first letter of a word and of each of its parts joined by a hyphen."""


def title_case(title: str) -> str:
    """A title printed in capitals as one reads it; one in mixed case stays as it is.

    >>> title_case("AT THE STAFF HEADQUARTERS OF THE REVOLUTION"), title_case("Central Asia"), title_case("THE EIGHTH DAY (MAY 3)")
    ('At the Staff Headquarters of the Revolution', 'Central Asia', 'The Eighth Day (May 3)')
    """
    if title != title.upper():
        return title
    low = title.lower().split()
    return " ".join(word if k and word in _SMALL else _FIRST_LETTERS.sub(lambda m: m[0].upper(), word) for k, word in enumerate(low))


def times(n: int) -> str:
    """How often, in words.

    >>> times(1), times(1234)
    ('once', '1,234 times')
    """
    return "once" if n == 1 else f"{n:,} times"
