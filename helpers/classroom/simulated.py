"""A class made by a program: what the teacher's room shows before a folder is opened, and what tests measure.

Nobody gave these answers. They are drawn with RandomState, whose numbers NumPy promises never to change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

from helpers.classroom.given import keys_of
from helpers.classroom.readers import Classroom, Student
from helpers.codings import LESSON, Coding
from helpers.journal import Answer
from helpers.lessons.plan import SKIPPED, Item, LessonPlan
from helpers.model import Corpus

Maker = Callable[[Item, Any, np.random.RandomState], Any]

GIVES, SKIPS, KNOWS = 0.92, 0.06, 0.45
"""How often a simulated reader gives an item at all, skips a prediction, and hits what is right or what the data say."""

CODES = ("attribution", "praise", "blame", "silence")
PASSAGES = tuple(Coding(f"4.5.{k}", "", edition="guide") for k in range(1, 13))
"""Twelve paragraphs of the guide, each with a code that two in three simulated readers give it."""

FOLLOWS = 2 / 3
_CLAIM = ("claim", "evidence_1", "evidence_2", "counter", "would_change_my_mind")


def simulated_class(plans: Sequence[LessonPlan], corpus: Corpus, *, n_readers: int = 30, seed: int = 1917) -> Classroom:
    """``n_readers`` readers who answered ``plans`` and coded twelve passages, the same for the same ``seed``."""
    keys = keys_of(plans, corpus)
    return Classroom(tuple(_student(k, plans, keys, seed) for k in range(1, n_readers + 1)), simulated=True)


def _student(k: int, plans: Sequence[LessonPlan], keys: dict[tuple[str, str], Any], seed: int) -> Student:
    said: list[tuple[str, str, Any]] = []
    for plan in plans:
        dice = np.random.RandomState([seed, k, int(plan.id)])
        for item in plan.items:
            said += [(plan.id, item.id, value) for value in _values(item, keys[plan.id, item.id], dice)]
    said += [(LESSON, coding.item, coding.value) for coding in _codings(np.random.RandomState([seed, k, int(LESSON)]))]
    return Student(f"Simulated reader {k:02d}", tuple(Answer(*what, counter) for counter, what in enumerate(said, 1)))


def _values(item: Item, key: Any, dice: np.random.RandomState) -> list[Any]:
    """What a simulated reader gives for an item, in order: nothing, one answer, or a wrong one and then another."""
    if dice.rand() > GIVES:
        return []
    if item.step == "predict" and dice.rand() < SKIPS:
        return [SKIPPED]
    again = item.step == "check" and dice.rand() > KNOWS
    return [_value(item, key, dice) for _ in range(1 + again)]


def _value(item: Item, key: Any, dice: np.random.RandomState) -> Any:
    make: Maker = _MAKERS.get(item.kind, _words)
    return make(item, key, dice)


def _choice(item: Item, key: Any, dice: np.random.RandomState) -> str:
    ids = [option.id for option in item.options]
    return str(key) if key is not None and dice.rand() < KNOWS else ids[dice.randint(len(ids))]


def _number(item: Item, key: Any, dice: np.random.RandomState) -> float:
    right = float(key) if key is not None else 10.0
    guess = max(0.0, round(right * float(np.exp(0.6 * dice.randn())) + dice.randint(-2, 3)))
    return min(guess, 100.0) if item.unit == "per cent" else guess


def _day(item: Item, key: Any, dice: np.random.RandomState) -> str:
    middle = date.fromisoformat(key or item.first)
    day = middle + timedelta(days=0 if dice.rand() < KNOWS else round(4 * dice.randn()))
    return min(max(day, date.fromisoformat(item.first)), date.fromisoformat(item.last)).isoformat()


def _order(item: Item, key: Any, dice: np.random.RandomState) -> list[str]:
    order = list(key) if key is not None else [entry.id for entry in item.entries]
    for _ in range(dice.randint(0, 4)):
        at = dice.randint(len(order) - 1)
        order[at], order[at + 1] = order[at + 1], order[at]
    return order


def _sort(item: Item, key: Any, dice: np.random.RandomState) -> dict[str, str]:
    ids = [option.id for option in item.options]
    usual = key or {entry.id: ids[k % len(ids)] for k, entry in enumerate(item.entries)}
    return {entry.id: usual[entry.id] if dice.rand() < FOLLOWS else ids[dice.randint(len(ids))] for entry in item.entries}


def _page(item: Item, key: Any, dice: np.random.RandomState) -> dict[str, Any]:
    return {"page": int(dice.randint(15, 658)), "words": f"Simulated words on {item.id}."}


def _claim(item: Item, key: Any, dice: np.random.RandomState) -> dict[str, Any]:
    parts = {part: f"Simulated {part.replace('_', ' ')}." for part in _CLAIM}
    parts["counter"] *= bool(dice.rand() < 0.7)
    return parts | {"evidence_1_where": f"p. {dice.randint(15, 658)}", "confidence": int(dice.randint(1, 5))}


def _words(item: Item, key: Any, dice: np.random.RandomState) -> str:
    return f"Simulated answer {dice.randint(1, 100)} to “{item.id}”."


_MAKERS: dict[str, Maker] = {
    "choice": _choice, "place": _choice, "number": _number, "day": _day, "order": _order, "sort": _sort, "page": _page, "claim": _claim,
}  # fmt: skip


def _codings(dice: np.random.RandomState) -> list[Coding]:
    found = []
    for k, place in enumerate(PASSAGES):
        if dice.rand() < GIVES:
            code = CODES[k % len(CODES)] if dice.rand() < FOLLOWS else CODES[dice.randint(len(CODES))]
            found.append(
                Coding(place.paragraph, code, f"Simulated memo {dice.randint(1, 100)}." * bool(dice.rand() < 0.2), edition=place.edition)
            )
    return found
