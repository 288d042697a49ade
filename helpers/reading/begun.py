"""What a reader began to write on a passage and has not given: the coding to put back into the fields, and texts too long to keep."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.codings import Coding, read_coding
from helpers.journal import Answer
from helpers.reading.codebook import LONGEST_TEXT


def begun(latest: Iterable[Answer], paragraph: str, text: str) -> Coding | None:
    """The coding of a passage that was begun last, of the whole or of some words and perhaps without a code yet; else the one of the
    whole passage that stands; None for neither. ``latest`` are the latest answers with drafts, ``text`` is the edition.

    >>> kept = Answer("40", "coding/2.4.1", {"code": "praise", "memo": "so"}, 1)
    >>> draft = Answer("40", "coding/2.4.1:4-9", {"code": "", "memo": "half a th"}, 2, draft=True)
    >>> begun([kept, draft], "2.4.1", "book").memo, begun([kept], "2.4.1", "book").memo, begun([kept], "2.4.2", "book")
    ('half a th', 'so', None)
    """
    here = [(a, c) for a in latest if (c := read_coding(a)) is not None and (c.paragraph, c.edition) == (paragraph, text)]
    drafts = [(a.rank, c) for a, c in here if a.draft and c.memo]
    if drafts:
        return max(drafts, key=lambda pair: pair[0])[1]
    return next((c for _, c in here if c.begin is None and c.code), None)


def too_long(what: str, typed: str, most: int = LONGEST_TEXT) -> str:
    """Why a text can't be kept whole, "" where it can.

    >>> too_long("The memo", "why"), too_long("The memo", "x" * 5000)
    ('', 'The memo has 5,000 characters, and 4,000 can be kept: shorten it, then keep it.')
    """
    n = len(typed.strip())
    return f"{what} has {n:,} characters, and {most:,} can be kept: shorten it, then keep it." if n > most else ""
