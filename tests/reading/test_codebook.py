"""The codebook and the notes are small plain text, whatever a journal holds."""

from __future__ import annotations

import pytest

from helpers.codings import LESSON, Coding
from helpers.journal import Answer
from helpers.reading.codebook import (
    FIRST,
    MOST_CODES,
    Code,
    codebook_from,
    codebook_value,
    codings_in,
    notes,
    one_line,
    with_code,
    without_code,
)


@pytest.mark.parametrize("value", [None, 7, [], "codes", {}, {"codes": 7}, {"codes": "abc"}])
def test_a_journal_without_a_codebook_gives_the_first_one(value: object) -> None:
    assert codebook_from(value) == FIRST


def test_entries_of_another_form_are_left_out_and_long_ones_cut() -> None:
    value = {"codes": [7, {"code": 3}, {"code": " "}, {"code": "a" * 99, "meaning": 4}, {"code": "b", "meaning": "x" * 999}, {"code": "B"}]}
    found = codebook_from(value)
    assert [(len(c.code), len(c.meaning)) for c in found] == [(40, 0), (1, 200)]
    assert len(codebook_from({"codes": [{"code": f"c{k}"} for k in range(10_000)]})) == MOST_CODES


def test_an_empty_codebook_stays_empty() -> None:
    assert codebook_from({"codes": []}) == ()


def test_codes_are_added_changed_and_taken_out() -> None:
    codes = with_code((Code("praise"),), " blame\n", "someone is  blamed")
    assert codes == (Code("praise"), Code("blame", "someone is blamed"))
    assert with_code(codes, "BLAME", "again") == (Code("praise"), Code("blame", "again"))
    assert without_code(codes, "praise") == (Code("blame", "someone is blamed"),)
    assert codebook_from(codebook_value(codes)) == codes


def test_a_code_needs_a_name_and_a_codebook_an_end() -> None:
    with pytest.raises(ValueError, match="name first"):
        with_code((), " \u202e ", "x")
    with pytest.raises(ValueError, match="at most 60"):
        with_code(tuple(Code(f"c{k}") for k in range(MOST_CODES)), "one more", "")


@pytest.mark.parametrize(("code", "meaning"), [("x" * 41, ""), ("x", "y" * 201), ("x" * 1_000_000, "y")])
def test_a_name_or_a_meaning_that_is_too_long_is_refused_and_not_cut(code: str, meaning: str) -> None:
    with pytest.raises(ValueError, match="shorten it"):
        with_code((), code, meaning)


def test_controls_and_marks_of_direction_go() -> None:
    assert one_line("a\x00\u202eb\r\n c") == "ab c"


def test_notes_are_those_that_stand_and_are_text() -> None:
    answers = [Answer(LESSON, f"note/2.4.{k}", value, k) for k, value in enumerate(["why?", "", 7, None, {"a": 1}])]
    assert notes([*answers, Answer("12", "note/x", "other lesson", 9)]) == {"2.4.0": "why?"}


def test_codings_are_sorted_by_paragraph_and_beginning_and_kept_apart_by_text() -> None:
    made = [Coding("2.4.1", "b", "", 9, 12), Coding("2.4.1", "a"), Coding("2.4.1", "c", "", 2, 5), Coding("2.4.1", "g", edition="guide")]
    answers = [Answer(LESSON, c.item, c.value, k) for k, c in enumerate(made)]
    assert [c.code for c in codings_in(answers, "book")["2.4.1"]] == ["a", "c", "b"]
    assert [c.code for c in codings_in(answers, "guide")["2.4.1"]] == ["g"]
