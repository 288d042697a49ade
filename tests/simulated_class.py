"""A class on disk, made by code: thirty readers × all lessons, with known agreement, two kernels, drafts and damage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from helpers.classroom.readers import Student
from helpers.classroom.simulated import simulated_class
from helpers.codings import LESSON, Coding
from helpers.journal import Answer, encode_line
from helpers.lessons.plan import Item, LessonPlan, Option
from helpers.model import Corpus

LABELS = ("label", "self-name", "technical", "praise")
TERMS = tuple(f"term-{k}" for k in range(20))
SORT = Item(
    "sort-terms",
    "predict",
    "sort",
    "Sort the terms.",
    options=tuple(Option(x, x) for x in LABELS),
    entries=tuple(Option(t, t) for t in TERMS),
)
"""Twenty terms to sort, as lesson 31 will ask; the lessons that ship may have no such item yet."""


def known_labels(n_coders: int = 30, *, follows: float = 0.8, missing: float = 0.1, seed: int = 1917) -> list[list[str | None]]:
    """Labels of ``n_coders`` for the twenty terms: each follows one truth with ``follows``, and leaves out ``missing``."""
    dice = np.random.RandomState(seed)
    truth = [LABELS[k % 4] for k in range(len(TERMS))]

    def label(right: str) -> str | None:
        if dice.rand() < missing:
            return None
        return right if dice.rand() < follows else LABELS[dice.randint(4)]

    return [[label(right) for right in truth] for _ in range(n_coders)]


def coded(labels: Iterable[str | None], *, memo: str = "") -> list[Coding]:
    """One coder's labels as codings of paragraphs 4.5.1, 4.5.2 …; None was not coded."""
    return [Coding(f"4.5.{k}", label, memo) for k, label in enumerate(labels, 1) if label is not None]


def student(name: str, given: Sequence[tuple[str, str, Any]], *, start: int = 1, source: str = "") -> Student:
    """A reader who gave (lesson, item, value) in this order."""
    return Student(name, tuple(Answer(*what, counter, False, source) for counter, what in enumerate(given, start)))


def coder(name: str, labels: Iterable[str | None], *, memo: str = "") -> Student:
    """A reader who coded passages and did nothing else."""
    return student(name, [(LESSON, c.item, c.value) for c in coded(labels, memo=memo)])


def nine_lessons(plans: Sequence[LessonPlan]) -> tuple[LessonPlan, ...]:
    """Nine lessons to measure with: those that ship, and copies of them under the other lessons' ids."""
    ids = ["11", "12", "13", "21", "22", "23", "31", "32", "33"]
    return tuple(replace(plans[k % len(plans)], id=id_) for k, id_ in enumerate(ids))


def write_journal(path: Path, answers: Iterable[Answer]) -> Path:
    """A journal with these answers, as a kernel writes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(map(encode_line, answers)))
    return path


def write_class(folder: Path, plans: Sequence[LessonPlan], corpus: Corpus, *, n_readers: int = 30) -> Path:
    """The simulated class as a teacher gets it: a sub-folder a reader, two kernels each, known codings, and a draft."""
    labels = known_labels(n_readers)
    for k, reader in enumerate(simulated_class(plans, corpus, n_readers=n_readers).students):
        lessons = [a for a in reader.answers if a.lesson != LESSON]
        codings = [Answer(LESSON, c.item, c.value, len(lessons) + n) for n, c in enumerate(coded(labels[k]), 1)]
        draft = Answer(plans[0].id, "a-draft", "not yet", len(lessons) + len(codings) + 1, True)
        answers = [*lessons, *codings, draft]
        half = len(answers) // 2
        for n, part in enumerate((answers[:half], answers[half:])):
            write_journal(folder / reader.name / f"{4000 + k}-{k:06x}{n:06x}.jsonl", part)
    return folder
