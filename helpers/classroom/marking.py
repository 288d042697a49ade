"""Rows for a spreadsheet: a class's answers for marking, one answer a row, and one reader's own answers."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from helpers.classroom.given import fits, in_words, keys_of
from helpers.classroom.readers import Classroom, Student
from helpers.codings import LESSON, Coding, codings, read_coding
from helpers.corrections import VALUES, Correction, corrections, read_correction
from helpers.corrections import in_words as in_words_of
from helpers.exporting import csv_export, plain
from helpers.lessons.plan import SKIPPED, Item, LessonPlan
from helpers.model import Corpus, CorpusError, TextEdition

Row = dict[str, Any]
Keys = Mapping[tuple[str, str], Any]

ANSWERS = {
    "reader": "reader", "lesson": "lesson", "item": "item", "step": "step", "asks": "question", "answer": "answer",
    "data_say": "what the data say", "code": "code", "memo": "memo", "pages": "printed pages",
}  # fmt: skip
"""Columns of answers, one a row; codings have ``code``, ``memo`` and ``pages``, corrections ``pages``."""

MARKING = ANSWERS | {"mark": "mark", "remark": "remark"}
"""The same with two empty columns for a teacher."""


def answer_rows(student: Student, plans: Sequence[LessonPlan], corpus: Corpus, keys: Keys | None = None) -> list[Row]:
    """Everything a reader gave that stands, in the order of the lessons and their items, then the passages coded, the
    corrections of the machine, then what belongs to no item of this version. A claim is one answer; skipped predictions say so. ``keys`` is what the data
    say where that is known already."""
    says = keys_of(plans, corpus) if keys is None else keys
    known = {(plan.id, item.id): item for plan in plans for item in plan.items}
    rows = [_item_row(student, key, item, says[key]) for key, item in known.items() if key in student.latest]
    places = [_coding_row(student, coding, corpus) for coding in codings(student.latest.values())]
    corrected = [_correction_row(student, correction, corpus) for correction in corrections(student.latest.values())]
    return [*rows, *places, *corrected, *_other_rows(student, known)]


def _item_row(student: Student, key: tuple[str, str], item: Item, says: Any) -> Row:
    lesson, value = key[0], student.latest[key].value
    fitting = value == SKIPPED or fits(item, value)
    return _row(student, lesson, item.id) | {
        "step": item.step, "asks": item.prompt, "answer": in_words(item, value) if fitting else f"(doesn't fit the question) {_anything(value)}",
        "data_say": plain(item.text_of(says)) if says is not None else "",
    }  # fmt: skip


def _row(student: Student, lesson: str, item: str) -> Row:
    return {**dict.fromkeys(MARKING, ""), "reader": student.name, "lesson": plain(lesson), "item": plain(item)}


def _coding_row(student: Student, coding: Coding, corpus: Corpus) -> Row:
    where = {"step": "coding", "pages": printed_pages(coding, corpus), "code": plain(coding.code), "memo": plain(coding.memo)}
    return _row(student, LESSON, coding.item) | where | {"answer": f"{coding.place}: {plain(coding.code)}"}


def _correction_row(student: Student, c: Correction, corpus: Corpus) -> Row:
    """What a reader says of a place that a detector found, beside what ships."""
    answer = f"{in_words_of(c.what, c.given)}{'' if c.corrected else ' (as shipped)'}"
    where = {"step": "correction", "pages": printed_pages(Coding(c.place.partition(":")[0], ""), corpus), "asks": VALUES[c.what][0]}
    return _row(student, LESSON, c.item) | where | {"answer": answer, "data_say": in_words_of(c.what, c.shipped)}


def printed_pages(coding: Coding, corpus: Corpus) -> str:
    """The printed pages of a coded passage, "" where the edition isn't here or doesn't hold it."""
    edition: TextEdition | None = None
    with contextlib.suppress(CorpusError):
        edition = {"book": lambda: corpus.book, "guide": lambda: corpus.guide}.get(coding.edition, lambda: None)()
    if edition is None or coding.paragraph not in edition.paragraph_places:
        return ""
    pages = edition.paragraph(edition.paragraph_places[coding.paragraph]).pages(coding.begin or 0, coding.end)
    return str(pages) if pages.first else ""


def _other_rows(student: Student, known: dict[tuple[str, str], Item]) -> Iterator[Row]:
    """Answers that belong to no item of this version: notes, ratings, items of older plans."""
    for (lesson, item), answer in sorted(student.latest.items()):
        if (lesson, item) not in known and read_coding(answer) is None and read_correction(answer) is None:
            yield _row(student, lesson, item) | {"step": "other", "answer": _anything(answer.value)}


def _anything(value: Any) -> str:
    """Whatever a journal holds, as text."""
    return plain(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def marking_rows(classroom: Classroom, plans: Sequence[LessonPlan], corpus: Corpus) -> list[Row]:
    """The answers of a whole class, reader by reader, each a row with a place for a mark and a remark."""
    keys = keys_of(plans, corpus)
    return [row for student in classroom.students for row in answer_rows(student, plans, corpus, keys)]


def marking_csv(classroom: Classroom, plans: Sequence[LessonPlan], corpus: Corpus) -> bytes:
    """``marking_rows`` as CSV that a spreadsheet opens and can't run."""
    return csv_export(marking_rows(classroom, plans, corpus), MARKING)
