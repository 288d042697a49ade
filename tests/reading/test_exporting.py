"""What is taken away names text, passage, page and search, opens elsewhere, and can do no harm there."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from helpers.citing import FORMATS
from helpers.codings import LESSON, Coding
from helpers.importing.pipeline import import_bytes
from helpers.journal import Answer
from helpers.loading import open_corpus
from helpers.model import PageSpan
from helpers.reading.citations import reference, together
from helpers.reading.exporting import kept_csv, kept_html, kept_markdown, kept_references, kept_rows
from tests.specimens import small_book

COPY, _ = import_bytes(small_book()[0].encode())
GUIDE = open_corpus().guide
assert GUIDE is not None
EDITIONS = {"book": COPY, "guide": GUIDE}
CODED = COPY.paragraph(2)
HOSTILE = '=1+1<img src=x onerror=alert(1)>\n# "x"'
ANSWERS = [
    Answer(LESSON, Coding(CODED.id, "praise").item, {"code": "praise", "memo": HOSTILE}, 1),
    Answer(LESSON, Coding("2.4.3", "hedge", edition="guide").item, {"code": "hedge", "memo": ""}, 2),
    Answer(LESSON, Coding("9.9.9", "gone", edition="other").item, {"code": "gone"}, 3),
    Answer(LESSON, f"note/{CODED.id}", "who says so?", 4),
    Answer(LESSON, "note/broken/1.1.1", "no such text", 5),
]


@pytest.mark.parametrize("form", FORMATS)
def test_a_reference_names_text_passage_page_and_search(form: str) -> None:
    cited = reference(COPY, "1.1.3", PageSpan(16, 16), form=form, search="“a|b” in a copy; sorted on R1")
    for part in ("1.1.3", "16", "a|b" if form != "md" else r"a\|b", "sorted on R1"):
        assert part in cited


def test_bibtex_is_balanced_whatever_was_searched_for() -> None:
    cited = reference(COPY, "1.1.3", PageSpan(16, 16), form="bibtex", search="“{a}% $b_c” \\", keyword="a & b")
    bare = re.sub(r"\\[{}]", "", cited)
    assert bare.count("{") == bare.count("}")
    assert cited.startswith("@book{")
    assert "-1-1-3,\n" in cited
    assert r"keywords = {a \& b}" in cited


def test_csl_is_json_and_many_references_are_one_list() -> None:
    one = reference(COPY, "1.1.3", PageSpan(16, 16), form="csl", search="“a”", keyword="praise")
    (record,) = json.loads(one)
    assert (record["page"], record["keyword"]) == ("16", "praise")
    assert record["note"] == "§ 1.1.3; Found by searching “a”."
    assert len(json.loads(together([one, one], "csl"))) == 2


def test_pages_of_the_guide_are_said_to_be_the_books() -> None:
    cited = reference(GUIDE, "2.4.3", PageSpan(94, 94), form="text")
    assert cited.endswith("§ 2.4.3. About p. 94 of the book.")


def test_rows_have_pages_and_references_where_the_text_is_here() -> None:
    rows = {row["place"]: row for row in kept_rows(ANSWERS, EDITIONS) if row["kind"] == "coding"}
    assert list(rows) == [CODED.id, "guide/2.4.3", "other/9.9.9"]
    assert rows[CODED.id]["pages"] == str(CODED.pages())
    assert f"§ {CODED.id}, {CODED.pages()}." in rows[CODED.id]["reference"]
    assert (rows["other/9.9.9"]["pages"], rows["other/9.9.9"]["reference"]) == ("", "")
    assert [r["memo"] for r in kept_rows(ANSWERS, EDITIONS) if r["kind"] == "note"] == ["who says so?", "no such text"]


def test_exports_hold_what_was_written_as_text_alone() -> None:
    rows = kept_rows(ANSWERS, EDITIONS)
    cells = list(csv.reader(io.StringIO(kept_csv(rows).decode("utf-8-sig"))))
    assert len(cells) == len(rows) + 1
    assert cells[1][4].startswith("'=1+1")
    assert "<img" not in kept_html(rows).decode()
    assert "<script" not in kept_html(rows).decode()
    assert "<img" not in kept_markdown(rows).decode()
    assert "\n# &" not in kept_markdown(rows).decode()


@pytest.mark.parametrize("form", ["bibtex", "csl"])
def test_every_coded_place_becomes_a_reference_with_its_code(form: str) -> None:
    made = kept_references(ANSWERS, EDITIONS, form)
    assert "praise" in made
    assert "hedge" in made
    assert "gone" not in made
    if form == "csl":
        assert [record["keyword"] for record in json.loads(made)] == ["praise", "hedge"]


def test_nothing_kept_is_an_empty_file_of_the_right_form() -> None:
    assert json.loads(kept_references([], EDITIONS, "csl")) == []
    assert kept_references([], EDITIONS, "bibtex") == ""
    assert len(kept_csv([]).decode("utf-8-sig").splitlines()) == 1
