"""The rubric: four criteria, four levels each, in words that a reader can hold their own argument to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

ITEM = "rubric"
LEVELS = {1: "beginning", 2: "on the way", 3: "secure", 4: "strong"}


class Criterion(NamedTuple):
    """One criterion: ``asks`` the question behind it, ``levels`` what an argument of each level is like, from 1 to 4."""

    id: str
    name: str
    asks: str
    levels: tuple[str, str, str, str]


RUBRIC = (
    Criterion(
        "claim", "Claim", "Could somebody deny it, and would it matter?",
        (
            "It repeats the topic, or says that the book is biased.",
            "It says something about the book, but too widely to be tested.",
            "It says what the book does, where, and could be wrong.",
            "It says what the book does, where and to what effect, and how sure its reader is, no surer than the evidence.",
        ),
    ),
    Criterion(
        "evidence", "Evidence", "Can a reader look it up, and does it bear on the claim?",
        (
            "There is an opinion instead of a page.",
            "There is a page or a count, but not what it has to do with the claim.",
            "Two pieces with their pages, each tied to the claim in a sentence.",
            "Different kinds of evidence that fit together: a count with its basis, and passages read closely.",
        ),
    ),
    Criterion(
        "counter", "Counter-evidence", "What speaks against it, and is it met?",
        (
            "Nothing speaks against it, or only what is easy to brush aside.",
            "Something is named that speaks against it, and left there.",
            "The best counter-evidence found is named with its page and answered.",
            "The counter-evidence has changed the claim: it is narrower, or surer, for it.",
        ),
    ),
    Criterion(
        "limits", "Limits and sources", "What can this not show, and who says so?",
        (
            "The count or the book is taken for the past itself.",
            "It is said that there are limits, not which.",
            "It is said what this method can't see, and whose words each passage is.",
            "It is said what was left out, what another source would add, and what would change the reader's mind.",
        ),
    ),
)  # fmt: skip


def rating_from(value: object) -> dict[str, int]:
    """A reader's rating of their own argument: criterion → level; what has another form is left out.

    >>> rating_from({"claim": 3, "evidence": 9, "counter": True, "style": 2})
    {'claim': 3}
    """
    given = value if isinstance(value, Mapping) else {}
    found = {criterion.id: given.get(criterion.id) for criterion in RUBRIC}
    return {name: level for name, level in found.items() if type(level) is int and level in LEVELS}


def rubric_rows(rating: Mapping[str, int]) -> list[dict[str, str]]:
    """The rubric as rows, the level a reader gave themselves marked in words."""
    return [
        {"criterion": f"{c.name}: {c.asks}"}
        | {str(n): f"{'My level: ' if rating.get(c.id) == n else ''}{text}" for n, text in enumerate(c.levels, 1)}
        for c in RUBRIC
    ]


COLUMNS = {"criterion": "criterion"} | {str(n): f"{n}: {name}" for n, name in LEVELS.items()}
