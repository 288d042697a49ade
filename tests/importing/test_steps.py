"""The steps of the import one by one, on lines short enough to follow by hand."""

from __future__ import annotations

import pytest

from helpers.importing.correcting import correct, fits
from helpers.importing.furniture import mark_captions, mark_footnotes
from helpers.importing.headings import chapter_number, map_numbered_sections
from helpers.importing.hyphens import Vocabulary, decide_hyphens, keeps_hyphen
from helpers.importing.lines import Line, split_lines
from helpers.importing.noting import number_notes
from helpers.importing.paging import mark_page_starts, mark_running_heads, number_pages
from helpers.importing.paragraphs import ends_sentence, is_item
from helpers.importing.profiles import CIVIL_WAR, Correction
from helpers.importing.widths import WIDTHS


def _line(text: str, number: int = 1) -> Line:
    return Line(number=number, text=text, gap=2, indented=False)


def _paged(text: str) -> list[Line]:
    lines = split_lines(text)
    heads = mark_running_heads(lines, CIVIL_WAR)
    mark_page_starts(lines, CIVIL_WAR, heads)
    number_pages(lines, CIVIL_WAR, heads)
    return lines


def _page(number: int, lines: int = 3) -> str:
    head = f"\n\n\n{number} THE HISTORY OF THE CIVIL WAR\n\n" if number else ""
    return head + "\n\n".join(f"line {k} of a page" for k in range(lines)) + "\n"


def test_a_missing_blank_line_turns_the_page_and_a_lone_space_does_not() -> None:
    lines = _paged("one\n\ntwo\n three\n\n four\n\nfive\n six\n")
    assert [(line.text, line.page) for line in lines] == [("one", 15), ("two", 15), ("three", 16), ("four", 16), ("five", 16), ("six", 17)]


def test_running_heads_set_the_number() -> None:
    lines = _paged("one\n" + _page(16) + "\n\n\n17 THE HISTORY OF THE CIVIL WAR\n")
    assert [line.page for line in lines if line.role == "running_head"] == [16, 17]


def test_a_page_without_a_trace_leaves_doubt_until_the_next_head() -> None:
    lines = _paged("one\n" + _page(40) + " a\n\nb\n c\n\nd\n" + _page(44))
    doubt = {line.text: (line.page, line.doubtful) for line in lines}
    assert doubt["line 0 of a page"] == (44, False)
    assert doubt["a"] == (41, True)
    assert doubt["c"] == (42, True)
    assert lines[1].page == 40
    assert not lines[1].doubtful


def test_a_page_that_the_profile_knows_to_be_blank_is_passed_over_without_doubt() -> None:
    lines = _paged("one\n" + _page(185) + " a\n\nb\n" + _page(188))
    assert [(line.page, line.doubtful) for line in lines if line.text == "a"] == [(187, False)]


def test_a_head_that_runs_backwards_is_a_misprint() -> None:
    lines = _paged("one\n" + _page(20) + _page(12) + _page(22))
    assert [line.page for line in lines if line.role == "running_head"] == [20, 21, 22]


@pytest.mark.parametrize(("text", "number"), [("One", 1), ("Nine", 9), ("XIX", 19), ("iv", 4), ("12", 12), ("Q", 0)])
def test_chapter_numbers(text: str, number: int) -> None:
    assert chapter_number(text) == number


def test_a_number_with_a_full_stop_is_no_numeral_and_a_lost_one_is_counted_on() -> None:
    text = (
        " Chapter One\n\nA TITLE\n\n \n\nI\n\nFIRST SECTION\n\nTook place on October\n\n25.\n\nNothing more.\n"
        " SECOND SECTION WITHOUT ITS NUMERAL\n\nText.\n\n*   *   *\n\nClosing words.\n"
    )
    lines = _paged(text)
    units = map_numbered_sections(lines, CIVIL_WAR)
    assert [(u.id, u.title, u.guessed) for u in units] == [
        ("1.1", "FIRST SECTION", "numeral misread"),
        ("1.2", "SECOND SECTION WITHOUT ITS NUMERAL", "numeral lost"),
        ("1.end", "", ""),
    ]
    assert [line.text for line in lines if line.unit == 2] == ["* * *", "Closing words."]


def test_a_break_with_a_section_behind_it_is_only_a_break() -> None:
    text = " Chapter One\n\nTITLE HERE\n\n \n\n1\n\nFIRST PART\n\nText.\n\n*   *   *\n\nMore text.\n\n \n\n2\n\nSECOND PART\n\nEnd.\n"
    lines = _paged(text)
    assert [u.id for u in map_numbered_sections(lines, CIVIL_WAR)] == ["1.1", "1.2"]
    assert next(line.starts for line in lines if line.text == "More text.")


def test_captions_and_footnotes_end_with_their_page() -> None:
    text = (
        "Body goes on\n\n"
        + " " * 21
        + "\n\n* A footnote.\n\nMore of it.\n\n \n\nA caption\n\nFrom a drawing by N. N.\n here without a gap.\n"
    )
    lines = _paged(text)
    mark_footnotes(lines)
    mark_captions(lines)
    assert [line.role for line in lines] == ["body", "footnote", "footnote", "caption", "caption", "body"]


@pytest.mark.parametrize(
    ("left", "right", "keep", "sure"),
    [
        ("Socialist", "Revolutionaries", True, True),
        ("All", "Russian", True, True),
        ("re", "port", False, True),
        ("counter", "revolutionary", True, True),
        ("19-year", "old", True, True),
        ("gran", "ary", False, False),
        ("well", "known", True, True),
        ("September 30", "October", True, True),
    ],
)
def test_the_book_itself_votes_on_hyphens(left: str, right: str, keep: bool, sure: bool) -> None:
    vocabulary = Vocabulary(["the report of a well-known man", "counter-revolution", "a 19-year-old"])
    assert keeps_hyphen(left, right, vocabulary) == (keep, sure)


def test_an_undecided_word_is_joined_and_listed() -> None:
    lines = [_line("they broke into the gran-", 5), _line("ary at night", 6)]
    assert decide_hyphens(lines, {}) == [(5, "granary")]
    assert lines[0].hyphen == "soft"
    assert decide_hyphens(lines, {5: True}) == []
    assert lines[0].hyphen == "true"


def _numbered(*texts: str) -> tuple[list[Line], list[str]]:
    lines = [_line(text, k) for k, text in enumerate(texts, 1)]
    _, odd = number_notes(lines)
    return lines, odd


def test_note_numbers_leave_the_text_and_keep_their_place() -> None:
    lines, odd = _numbered("he said.”1", "on October 28.2 The men,”3 they said", "28,590 roubles, No. 4 at 2:25 p.m.")
    assert [line.text for line in lines] == ["he said.”", "on October 28. The men,” they said", "28,590 roubles, No. 4 at 2:25 p.m."]
    assert [line.marks for line in lines] == [[(9, "1")], [(14, "2"), (24, "3")], []]
    assert odd == []


def test_a_misprinted_note_gets_the_number_due_and_a_lost_one_is_named() -> None:
    lines, odd = _numbered("a.”1", "b.”3", "c.”3", "d.”4", "e.”6")
    assert [mark for line in lines for _, mark in line.marks] == ["1", "2", "3", "4", "6"]
    assert odd == ["line 2 prints note 3 for 2", "note 5 is missing before line 5"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It was over.", True),
        ("sent by A.", False),
        ("the Workers’", False),
        ("the so-called “Left”", False),
        ("he cried: “No!”", True),
        ("as follows:", True),
        ("and then", False),
    ],
)
def test_sentence_ends(text: str, ends: bool) -> None:
    assert ends_sentence(_line(text)) is ends


@pytest.mark.parametrize(
    ("text", "item"), [("1. to open", True), ("“2) to close", True), ("a) here", True), ("25 men", False), ("A. Dorn", False)]
)
def test_items(text: str, item: bool) -> None:
    assert is_item(text) is item


def test_corrections_apply_to_their_own_scan_alone() -> None:
    corrections = [Correction(1, "he done", "be done", "be/he"), Correction(2, "tbe", "the", "letter")]
    lines = [_line("must he done now", 1), _line("in tbe end", 2)]
    assert fits(lines, corrections)
    assert len(correct(lines, corrections)) == 2
    assert [line.text for line in lines] == ["must be done now", "in the end"]
    assert not fits([_line("another text", 1)], corrections)


def test_the_letter_widths_are_those_of_the_metrics_file() -> None:
    from pathlib import Path

    import matplotlib

    names = {"a": "a", "m": "m", "W": "W", "emdash": "—", "quotedblleft": "“", "quoteright": "’", "seven": "7", "hyphen": "-", "space": " "}
    path = Path(matplotlib.get_data_path()) / "fonts" / "afm" / "pncr8a.afm"
    seen = 0
    for line in path.read_text(encoding="latin-1").splitlines():
        parts = line.split()
        if line.startswith("C ") and parts[7] in names:
            assert WIDTHS[names[parts[7]]] == int(parts[4]) / 1000
            seen += 1
    assert seen == len(names)
