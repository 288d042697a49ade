"""The record of a coded passage: one form, written and read alike, and nothing else taken for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.codings import LESSON, Coding, codings, read_coding
from helpers.journal import Answer, Journal


@pytest.mark.parametrize(
    "coding",
    [
        Coding("2.4.17", "praise"),
        Coding("2.4.17", "blame", "who speaks?", 120, 166),
        Coding("A.3", "silence", edition="guide"),
        Coding("2.end.1", "attribution", "", 0, 9, "ten-days"),
    ],
)
def test_what_is_saved_comes_back(coding: Coding, tmp_path: Path) -> None:
    Journal(tmp_path).save(LESSON, coding.item, coding.value)
    assert [read_coding(answer) for answer in Journal(tmp_path).answers(LESSON)] == [coding]


@pytest.mark.parametrize(
    ("lesson", "item", "value"),
    [
        ("12", "coding/2.4.17", {"code": "praise"}),
        (LESSON, "coding/", {"code": "praise"}),
        (LESSON, "coding/2.4.17:9-5", {"code": "praise"}),
        (LESSON, "coding/../../etc", {"code": "praise"}),
        (LESSON, "coding/2.4.17\n", {"code": "praise"}),
        (LESSON, "coding/2.4.17:1-" + "9" * 5000, {"code": "praise"}),
        (LESSON, "coding/2.4.17", {"code": 7}),
        (LESSON, "coding/2.4.17", ["praise"]),
        (LESSON, "coding/2.4.17", {}),
        (LESSON, ["coding/2.4.17"], {"code": "praise"}),
    ],
)
def test_what_has_another_form_is_no_coding(lesson: str, item: Any, value: Any) -> None:
    assert read_coding(Answer(lesson, item, value, 1)) is None


def test_an_empty_code_takes_a_coding_back_and_a_memo_of_another_type_is_left(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for code in ("praise", "blame", ""):
        journal.save(LESSON, Coding("2.4.17", code).item, Coding("2.4.17", code).value)
    journal.save(LESSON, "coding/2.4.18", {"code": " blame ", "memo": ["x"]})
    assert [(c.place, c.code, c.memo) for c in codings(journal.answers(LESSON))] == [("2.4.18", "blame", "")]


def test_codings_stand_in_reading_order() -> None:
    places = ["2.10.1", "2.4.10", "2.4.9", "2.4.9:30-35", "2.4.9:4-9"]
    answers = [Answer(LESSON, f"coding/{place}", {"code": "praise"}, k) for k, place in enumerate(places)]
    assert [c.place for c in codings(answers)] == ["2.4.9", "2.4.9:4-9", "2.4.9:30-35", "2.4.10", "2.10.1"]
