"""Corrections made in a lesson's own items (ten words in quotation marks) beside those made at the lines: one list, one error."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.corrections import Correction, corrections, of_labels
from helpers.journal import Answer
from helpers.lessons.plan import LessonPlan
from helpers.lessons.responding import key_of
from helpers.model import Corpus


def all_corrections(latest: Iterable[Answer], plans: Iterable[LessonPlan], corpus: Corpus) -> list[Correction]:
    """Everything that a reader looked at and judged, each place once: in the lessons' items of step ``correct``, then at the lines.

    An answer that doesn't fit its item is left out.
    """
    answers = list(latest)
    given = {(a.lesson, a.item): a.value for a in answers}
    found: list[Correction] = []
    for plan in plans:
        for item in plan.step("correct"):
            value = given.get((plan.id, item.id))
            if isinstance(value, dict) and item.accepts(value):
                found += of_labels(item.key, f"{plan.id}.{item.id}", key_of(item, corpus), value)
    return found + corrections(answers)
