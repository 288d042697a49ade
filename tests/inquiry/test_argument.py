"""An argument survives being saved, says what it lacks, cites its pages, and leaves as text whatever was written into it."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from helpers.inquiry.argument import Argument, Piece, argument_from, lacking
from helpers.inquiry.handing_in import FORMATS, argument_csv, argument_html, argument_markdown, argument_page
from helpers.inquiry.references import WORKBOOK, method_limits, pages_named, references
from helpers.inquiry.rubric import LEVELS, RUBRIC, rating_from, rubric_rows
from helpers.inquiry.worked import worked_argument
from helpers.loading import open_corpus

CORPUS = open_corpus()
HOSTILE = "=1+1<img src=x onerror=alert(1)>\n# [x](javascript:alert(1))"
WHOLE = Argument(
    "Q?", "C.", (Piece("one", "p. 95", "12/guess"), Piece("two", "2.4.17:3-9, pp. 93–94", "coding/2.4.17:3-9")),
    (Piece("no", "Reed, ch. 4"),), "but", "pages", "a log", 3,
)  # fmt: skip


def test_an_argument_survives_being_saved() -> None:
    assert argument_from(WHOLE.value) == WHOLE


@pytest.mark.parametrize(
    "value", [None, 7, "x", [], {"claim": 7}, {"support": "x"}, {"support": [["a"], 7, [1, 2, 3]]}, {"sure": True}, {"sure": 9}]
)
def test_anything_else_in_a_journal_is_an_empty_argument(value: object) -> None:
    assert argument_from(value) == Argument()


def test_too_much_evidence_and_too_long_words_are_cut() -> None:
    found = argument_from({"claim": "x" * 9999, "support": [[str(k), "", ""] for k in range(99)], "against": [["", " ", "s"]]})
    assert (len(found.claim), len(found.support), found.against) == (6000, 4, ())


@pytest.mark.parametrize(
    ("change", "criterion"),
    [
        ({"claim": ""}, "claim"),
        ({"sure": 0}, "claim"),
        ({"support": WHOLE.support[:1]}, "evidence"),
        ({"support": (Piece("one"), Piece("two", "p. 9"))}, "evidence"),
        ({"support": (Piece("one", "Reed"), Piece("two", "a friend"))}, "evidence"),
        ({"against": ()}, "counter"),
        ({"answer": ""}, "counter"),
        ({"limits": ""}, "limits"),
        ({"change": ""}, "limits"),
    ],
)
def test_what_is_missing_is_named_by_its_criterion(change: dict[str, Any], criterion: str) -> None:
    assert lacking(WHOLE) == []
    found = {name: getattr(WHOLE, name) for name in WHOLE.__slots__} | change
    assert [lack.criterion for lack in lacking(Argument(**found))] == [criterion]


@pytest.mark.parametrize(
    ("where", "pages"),
    [
        ("p. 95", [(95, 95)]),
        ("95", [(95, 95)]),
        ("pp. 93-95, 101", [(93, 95), (101, 101)]),
        ("page 203", [(203, 203)]),
        ("2.4.17, p. 95", [(95, 95)]),
        ("§ 2.4.17:120-166", []),
        ("2.end.3, p. 184", [(184, 184)]),
        ("p. 9", []),
        ("p. 9000", []),
        ("pp. 101-95", []),
        ("guide/2.4.3, p. 94", []),
        ("Reed, p. 95", []),
        ("Trotsky 1932, p. 95", []),
        ("", []),
    ],
)
def test_printed_pages_are_read_out_of_what_a_reader_names(where: str, pages: list[tuple[int, int]]) -> None:
    assert pages_named(where, (15, 657)) == pages


def test_references_name_the_book_once_with_all_pages_then_the_others() -> None:
    assert references(WHOLE, CORPUS) == [
        "The History of the Civil War in the U.S.S.R., vol. 2 (Moscow: Foreign Languages Publishing House, 1946), pp. 93–94, 95.",
        "Reed, John, Ten Days That Shook the World (New York: Boni and Liveright, 1919).",
        WORKBOOK,
    ]
    assert references(Argument(support=(Piece("x", "Sukhanov 1922"), Piece("y", "Sukhanov 1922"))), CORPUS) == ["Sukhanov 1922", WORKBOOK]


def test_each_kind_of_evidence_brings_its_limits() -> None:
    assert [line.split()[0] for line in method_limits(WHOLE, CORPUS)] == ["Printed", "Counts", "A"]
    assert [line.split()[0] for line in method_limits(Argument(support=(Piece("x", "guide/2.4.3, p. 94"),)), CORPUS)] == ["What"]
    assert method_limits(Argument(), CORPUS) == []


def test_the_worked_argument_lacks_nothing_and_its_numbers_are_those_of_the_tables() -> None:
    argument = worked_argument(CORPUS)
    assert lacking(argument) == []
    listed = [
        r for r in CORPUS.tables.rows("events") if r["where_told"] == "appendix" and "1917-09-01" <= str(r["os_start"]) <= "1917-11-30"
    ]
    inside = sum(r["os_start"] in ("1917-10-24", "1917-10-25", "1917-10-26") for r in listed)
    assert f"Of {len(listed)} entries of the chronology in the same months, {inside} begin on them" in argument.support[1].text


@pytest.mark.parametrize("form", FORMATS)
def test_every_part_is_in_every_form(form: str) -> None:
    made = FORMATS[form](WHOLE, {"claim": 3}, CORPUS).decode("utf-8-sig")
    for part in (
        "Q?",
        "C.",
        "one",
        "two",
        "p. 95",
        "no",
        "Reed, ch. 4",
        "but",
        "pages",
        "a log",
        "fairly sure",
        "Boni and Liveright",
        "Printed pages are",
    ):
        assert part in made


def test_hostile_words_stay_words() -> None:
    hostile = Argument(*[HOSTILE] * 2, (Piece(HOSTILE, HOSTILE, HOSTILE),), (Piece(HOSTILE, HOSTILE),), *[HOSTILE] * 3)
    assert "<img" not in argument_html(hostile, CORPUS)
    page = argument_page(hostile, {}, CORPUS).decode()
    assert "<img" not in page
    assert "<script" not in page
    markdown = argument_markdown(hostile, {}, CORPUS).decode()
    assert "<img" not in markdown
    assert "](javascript" not in markdown
    assert not any(line.startswith("# &") for line in markdown.splitlines())
    cells = [cell for row in csv.reader(io.StringIO(argument_csv(hostile, {}, CORPUS).decode("utf-8-sig"))) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_an_empty_argument_can_be_shown_and_written() -> None:
    for form, make in FORMATS.items():
        assert make(Argument(), {}, CORPUS), form
    assert argument_html(Argument(), CORPUS).count("(not written yet)") == 7


def test_the_rubric_has_four_criteria_of_four_levels_and_marks_the_readers_own() -> None:
    assert [len(c.levels) for c in RUBRIC] == [len(LEVELS)] * 4
    rows = rubric_rows({"claim": 2})
    assert [name for name, text in rows[0].items() if text.startswith("My level: ")] == ["2"]
    assert not any(text.startswith("My level") for text in rows[1].values())


@pytest.mark.parametrize("value", [None, 7, [], {"claim": 0}, {"claim": 5}, {"claim": "3"}, {"claim": True}, {"style": 3}])
def test_a_rating_of_another_form_is_none(value: object) -> None:
    assert rating_from(value) == {}
