"""One argument: a claim, what speaks for it and against it, an answer to that, its limits; and what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helpers.exporting import plain
from helpers.lessons.plan import SURE

LESSON, ITEM = "50", "argument"
"""Where the argument is saved."""

TEXTS = {
    "question": "My question",
    "claim": "My claim",
    "answer": "My answer to what speaks against it",
    "limits": "What my evidence can't show",
    "change": "What would change my mind",
}
"""Parts that are words alone, and what they are called."""

N_FOR, N_AGAINST = 4, 2
LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence: what it says, its printed page or source, and the material it was taken from ("" for none)."""

    text: str
    where: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument. ``sure`` is a key of SURE, 0 while not said."""

    question: str = ""
    claim: str = ""
    support: tuple[Piece, ...] = ()
    against: tuple[Piece, ...] = ()
    answer: str = ""
    limits: str = ""
    change: str = ""
    sure: int = 0

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All evidence, that for the claim first."""
        return (*self.support, *self.against)

    @property
    def value(self) -> dict[str, Any]:
        """What is saved."""
        sides = {name: [[p.text, p.where, p.source] for p in getattr(self, name)] for name in ("support", "against")}
        return {name: getattr(self, name) for name in TEXTS} | sides | {"sure": self.sure}


def argument_from(value: object) -> Argument:
    """The argument that a journal holds; parts of another form are left empty.

    >>> argument_from({"claim": "Space is choice.", "support": [["p. 1", 7], ["a page", "p. 95", ""]], "sure": "very"})
    Argument(question='', claim='Space is choice.', support=(Piece(text='a page', where='p. 95', source=''),), against=(), answer='', limits='', change='', sure=0)
    """
    given = value if isinstance(value, Mapping) else {}
    texts = {name: _text(given.get(name)) for name in TEXTS}
    sure = given.get("sure")
    return Argument(
        **texts,
        support=_pieces(given.get("support"), N_FOR),
        against=_pieces(given.get("against"), N_AGAINST),
        sure=sure if type(sure) is int and sure in SURE else 0,
    )


def _text(value: object) -> str:
    return plain(value).strip()[:LONGEST] if isinstance(value, str) else ""


def _pieces(value: object, most: int) -> tuple[Piece, ...]:
    rows = value if isinstance(value, (list, tuple)) else ()
    sound = [row for row in rows[:20] if isinstance(row, (list, tuple)) and len(row) == 3 and all(isinstance(part, str) for part in row)]
    return tuple(Piece(*(_text(part) for part in row)) for row in sound if any(part.strip() for part in row[:2]))[:most]


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that an argument lacks, in a sentence; ``criterion`` names the row of the rubric that asks for it."""

    criterion: str
    said: str = field(compare=False)


def lacking(argument: Argument) -> list[Lack]:
    """What the argument still lacks, in the order of the rubric; what it says is never judged."""
    named = [piece for piece in argument.pieces if piece.where]
    checks = (
        ("claim", bool(argument.claim), "Write the claim: one sentence that somebody could deny."),
        ("claim", bool(argument.sure), "Say how sure you are."),
        ("evidence", len(argument.support) >= 2, "Give at least two pieces of evidence."),
        ("evidence", len(named) == len(argument.pieces), "Every piece of evidence needs its printed page or source."),
        ("evidence", any(char.isdigit() for piece in argument.support for char in piece.where), "Name at least one printed page."),
        ("counter", bool(argument.against), "Give one piece of evidence that speaks against your claim."),
        ("counter", not argument.against or bool(argument.answer), "Answer what speaks against it."),
        ("limits", bool(argument.limits), "Say what your evidence can't show."),
        ("limits", bool(argument.change), "Say what would change your mind."),
    )
    return [Lack(criterion, said) for criterion, holds, said in checks if not holds]
