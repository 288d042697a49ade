"""What leaves the workbook: no cell calculates, no Markdown runs or links, and the text is still the reader's own."""

from __future__ import annotations

import csv
import html
import io
import re
from pathlib import Path

import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.exporting import (
    csv_export,
    markdown_quote,
    markdown_text,
    plain,
    shortened,
    spreadsheet_cell,
    typed_path,
    write_into,
    write_whole,
)
from helpers.model import CorpusError

FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", '"=1+1"', " =1", "＝1+1", "a;=1+1", "a\n=1", 'x";"=1']
MARKUP = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "<http://example.org>",
    "https://example.org and www.example.org and a@example.org",
    "[ref]: http://example.org",
    "# heading\n===\n---\n* item\n- item\n+ item\n1. one\n2) two",
    "`code` ~~~\n```\nfence\n```",
    "    indented code",
    "| a | b |\n|---|---|",
    "$x$ $$y$$ \\(z\\) \\\\(w\\\\) &lt;b&gt; &#60;",
    "> quote\n>> deeper",
    "**bold** _it_ ^sup^ [^1]",
]


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_cell_begins_a_formula_whatever_a_spreadsheet_takes_for_a_separator(text: str, separator: str) -> None:
    data = csv_export([{"a": "safe", "b": text}], {"a": "A", "b": "B"}).decode("utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(data), delimiter=separator) for cell in line]
    assert [
        cell for cell in cells if cell.strip("\" '").startswith(tuple("=+-@\t\r＝＋－＠")) and not cell.lstrip('" ').startswith("'")
    ] == []


def test_numbers_stay_numbers_and_ordinary_words_stay_as_they_are() -> None:
    assert [spreadsheet_cell(v) for v in (-3, 2.5, None, float("nan"), True, "a - b", "Ленин")] == [
        -3,
        2.5,
        "",
        "",
        "True",
        "a - b",
        "Ленин",
    ]


def test_a_spreadsheet_is_told_the_encoding_and_reads_the_same_rows() -> None:
    data = csv_export([{"a": 'say "no"', "b": "one\ntwo"}], {"a": "A", "b": "B"})
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == [["A", "B"], ['say "no"', "one\ntwo"]]


def _rendered(markdown: str) -> str:
    return str(mistune.create_markdown(escape=False, plugins=["table", "url", "strikethrough", "footnotes", "math"])(markdown))


@pytest.mark.parametrize("text", MARKUP)
def test_markdown_shows_a_text_and_obeys_none_of_it(text: str) -> None:
    shown = _rendered(f"before\n\n{markdown_quote(text)}\n\nafter")
    assert set(re.findall(r"<(\w+)", shown)) <= {"p", "blockquote"}
    words = html.unescape(re.sub(r"<[^>]+>", " ", shown)).split()
    assert words == ["before", *plain(text).split(), "after"]


@given(st.text(alphabet="ab <>[]()!*_`#|~$@^\\&:;=+-.1)\n\t'\"{}/wh", max_size=60))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    shown = _rendered(markdown_quote(text))
    assert set(re.findall(r"<(\w+)", shown)) <= {"p", "blockquote"}
    assert html.unescape(re.sub(r"<[^>]+>", " ", shown)).split() == plain(text).split()


def test_plain_leaves_no_mark_that_hides_or_turns_text() -> None:
    assert plain("ev\u202eil\x07 \ud83d \u2066x\u2069 two\r\nlines\tz") == "evil � x two\nlines\tz"
    assert shortened("x" * 1_000_000, 10) == "xxxxxxxxxx … (999,990 more characters)"


def test_long_runs_of_line_breaks_take_no_time() -> None:
    assert len(markdown_text("\n" * 300_000)) == 300_000
    assert str(spreadsheet_cell("\n" * 300_000)).endswith("(268,000 more characters)")


def test_a_file_is_written_whole_and_a_journal_never_written_over(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a.html", b"one").read_bytes() == b"one"
    assert write_whole(tmp_path / "a.html", b"two").read_bytes() == b"two"
    journal = tmp_path / "1-0a1b2c3d4e5f.jsonl"
    journal.write_bytes(b"kept")
    with pytest.raises(CorpusError, match="name of a journal"):
        write_whole(journal, b"page")
    assert journal.read_bytes() == b"kept"
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "a.html", b"x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["1-0a1b2c3d4e5f.jsonl", "a.html"]


@pytest.mark.parametrize("folder", ["", "  ", "/no/such/folder", "~nobody-of-this-name", "a\0b"])
def test_a_folder_that_was_typed_wrong_is_answered_with_what_to_do(folder: str) -> None:
    with pytest.raises(ValueError, match="type"):
        write_into(folder, "a.html", b"x")


def test_a_folder_is_taken_as_it_is_copied_with_quotation_marks_and_blanks(tmp_path: Path) -> None:
    (tmp_path / "class 9a").mkdir()
    assert write_into(f' "{tmp_path}/class 9a" ', "a.html", b"one") == tmp_path / "class 9a" / "a.html"
    assert typed_path("~") == Path.home()
