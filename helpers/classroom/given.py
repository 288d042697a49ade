"""What readers gave for the items of a lesson: fitting answers, and the same in words. What doesn't fit is told apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from helpers.classroom.readers import Classroom, Student
from helpers.exporting import plain
from helpers.lessons.plan import CLAIM_PARTS, SKIPPED, SURE, Item, LessonPlan, lesson_ids, read_plan
from helpers.lessons.responding import key_of
from helpers.model import Corpus


@cache
def shipped_plans() -> tuple[LessonPlan, ...]:
    """The plans of every lesson that ships, in order."""
    return tuple(read_plan(lesson) for lesson in lesson_ids())


@lru_cache(maxsize=1024)
def key_for(item: Item, corpus: Corpus) -> Any:
    """``key_of``, computed once for each item: a class asks it again and again, and the data don't change."""
    return key_of(item, corpus)


def keys_of(plans: Sequence[LessonPlan], corpus: Corpus) -> dict[tuple[str, str], Any]:
    """What the data say to every item, by (lesson, item); None where nothing decides. Each is computed from the tables."""
    return {(plan.id, item.id): key_for(item, corpus) for plan in plans for item in plan.items}


def fits(item: Item, value: Any) -> bool:
    """Whether ``value`` can be an answer to ``item``; a journal may hold anything under its name.

    >>> item = Item("a", "predict", "number", "How many?")
    >>> fits(item, 12), fits(item, float("nan")), fits(item, 10**400), fits(item, "12")
    (True, False, False, False)
    """
    try:
        return item.accepts(value) and bool(_sane(item.kind, value))
    except (TypeError, ValueError, OverflowError):
        return False


def _sane(kind: str, value: Any) -> Any:
    if kind == "number":
        return math.isfinite(value) and abs(value) < 1e12
    if kind == "day":
        return date.fromisoformat(value).isoformat() == value
    if kind == "page":
        return 0 < value["page"] < 10_000
    if kind in ("order", "sort"):
        return all(isinstance(part, str) for part in value)
    return True


def given_by(student: Student, lesson: str, item: Item) -> Any:
    """The latest answer of a reader, ``SKIPPED`` where skipped, None where there is none that fits."""
    answer = student.latest.get((lesson, item.id))
    return answer.value if answer is not None and (answer.value == SKIPPED or fits(item, answer.value)) else None


def given(classroom: Classroom, lesson: str, item: Item) -> dict[str, Any]:
    """Reader → latest fitting answer, skipped ones left out, in the order of the class."""
    found = ((s.name, given_by(s, lesson, item)) for s in classroom.students)
    return {name: value for name, value in found if value is not None and value != SKIPPED}


def ever_given(student: Student, lesson: str, item: Item) -> Iterator[Any]:
    """Every fitting answer of a reader, from the first to the latest: a check may be answered again."""
    return (a.value for a in student.by_item.get((lesson, item.id), ()) if fits(item, a.value))


def unfitting(student: Student, plans: tuple[LessonPlan, ...]) -> int:
    """How many of a reader's latest answers don't fit the item whose name they bear."""
    items = {(plan.id, item.id): item for plan in plans for item in plan.items}
    known = [(items[key], answer.value) for key, answer in student.latest.items() if key in items]
    return sum(value != SKIPPED and not fits(item, value) for item, value in known)


def in_words(item: Item, value: Any) -> str:
    """A fitting answer as its reader would say it, plain.

    >>> in_words(Item("a", "evidence", "page", "Where?"), {"page": 95, "words": "two dates"})
    'p. 95: two dates'
    """
    if value == SKIPPED:
        return "skipped"
    if item.kind == "page":
        return plain(f"p. {value['page']}: {value['words']}")
    if item.kind == "claim":
        return "\n".join(f"{heading.capitalize()}: {text}" for heading, text in claim_in_parts(value).items() if text)
    return plain(item.text_of(value))


def claim_in_parts(value: dict[str, Any]) -> dict[str, str]:
    """A claim's parts by heading, each with the page or source that was named, and how sure its reader is."""
    parts = {}
    for part, heading in CLAIM_PARTS.items():
        where = plain(value.get(f"{part}_where", "")).strip()
        text = plain(value.get(part, "")).strip()
        parts[heading] = f"{text} ({where})" if where else text
    return parts | {"how sure": SURE.get(value["confidence"], "not said")}
