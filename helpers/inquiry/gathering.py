"""What a reader has given so far, as material for an argument: claims, evidence, predictions, explanations, codings, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.classroom.given import fits, in_words
from helpers.classroom.marking import printed_pages
from helpers.codings import BOOK, Coding, codings, reading_order
from helpers.exporting import plain
from helpers.journal import Answer
from helpers.lessons.plan import SKIPPED, SURE, Item, LessonPlan
from helpers.lessons.responding import key_of
from helpers.model import Corpus
from helpers.reading.codebook import notes

KINDS = {
    "claim": "claims", "evidence": "evidence", "counter": "counter-evidence", "prediction": "predictions", "explanation": "explanations",
    "coding": "codings", "note": "notes",
}  # fmt: skip
"""Kinds of material, and what several of each are called."""

STEPS = {"predict": "prediction", "explain": "explanation", "compare": "explanation"}
"""Steps of a lesson whose answers are gathered as they are, and the kind they become."""


@dataclass(frozen=True, slots=True)
class Material:
    """One thing gathered. ``source`` is where it was given ("12/claim#evidence_1", "coding/2.4.17"); ``text`` what it says;
    ``where`` the page or source that stands behind it ("" for none); ``lesson`` what it was given in, as one reads it."""

    source: str
    kind: str
    text: str
    where: str
    lesson: str


def gathered(latest: Iterable[Answer], plans: Sequence[LessonPlan], corpus: Corpus) -> list[Material]:
    """Everything gathered, in the order of lessons and items, then codings, then notes. What was skipped, what doesn't fit
    its item and what says nothing is left out."""
    answers = {(a.lesson, a.item): a for a in latest if isinstance(a.lesson, str) and isinstance(a.item, str)}
    found: list[Material] = []
    for plan in plans:
        for item in plan.items:
            answer = answers.get((plan.id, item.id))
            if answer is not None and answer.value != SKIPPED and fits(item, answer.value):
                found += _of_item(plan, item, answer.value, corpus)
    found += [_of_coding(coding, corpus) for coding in codings(answers.values())]
    found += [
        _of_note(place, note, corpus) for place, note in sorted(notes(answers.values()).items(), key=lambda pair: reading_order(pair[0]))
    ]
    return [material for material in found if material.text]


def _of_item(plan: LessonPlan, item: Item, value: Any, corpus: Corpus) -> Iterator[Material]:
    source, lesson = f"{plan.id}/{item.id}", f"{plan.id} · {plan.title}"
    if item.kind == "claim":
        yield from _of_claim(source, lesson, value)
    elif item.step == "evidence" and item.kind == "page":
        yield Material(source, "evidence", plain(value["words"]).strip() or item.prompt, f"p. {value['page']}", lesson)
    elif item.step == "predict":
        says = key_of(item, corpus)
        beside = f" The data say: {item.text_of(says)}." if says is not None else ""
        yield Material(source, "prediction", f"{item.prompt} I predicted: {in_words(item, value)}.{beside}", f"lesson {plan.id}", lesson)
    elif item.step in STEPS:
        yield Material(source, STEPS[item.step], in_words(item, value).strip(), "", lesson)


def _of_claim(source: str, lesson: str, value: dict[str, Any]) -> Iterator[Material]:
    sure = SURE.get(value["confidence"], "")
    yield Material(source, "claim", _said(value.get("claim")), f"({sure})" if sure else "", lesson)
    for part, kind in (("evidence_1", "evidence"), ("evidence_2", "evidence"), ("counter", "counter")):
        yield Material(f"{source}#{part}", kind, _said(value.get(part)), _said(value.get(f"{part}_where")), lesson)


def _said(value: object) -> str:
    return plain(value).strip() if isinstance(value, str) else ""


def _of_coding(coding: Coding, corpus: Corpus) -> Material:
    text = f"Coded as “{plain(coding.code)}”" + (f": {plain(coding.memo).strip()}" if coding.memo.strip() else "")
    return Material(coding.item, "coding", text, _place(coding, corpus), "40 · Reading room")


def _of_note(place: str, note: str, corpus: Corpus) -> Material:
    text, _, paragraph = place.rpartition("/")
    return Material(f"note/{place}", "note", note.strip(), _place(Coding(paragraph, "", edition=text or BOOK), corpus), "40 · Reading room")


def _place(coding: Coding, corpus: Corpus) -> str:
    pages = printed_pages(coding, corpus)
    return f"{plain(coding.place)}, {pages}" if pages else plain(coding.place)
