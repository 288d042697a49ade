"""A small notebook as a page: what is left out, folded, and said in another way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helpers.html import Safe, notice_html
from helpers.lessons.plan import read_plan
from helpers.model import CorpusError
from helpers.site.notebooks import STILL_LESSON, STILL_ROOM, code_html, markdown_html, notebook_html, read_cells, shown_html, title_of
from helpers.site.revealing import Folds
from tests.site.built import corpus


def _code(source: str, html: str = "", *, plain: str = "") -> dict[str, Any]:
    data = {"text/html": [html]} if html else {"text/plain": plain} if plain else {}
    outputs = [{"output_type": "execute_result", "data": data, "metadata": {}}] if data else []
    return {"cell_type": "code", "source": [source], "outputs": outputs}


HEAD = {"cell_type": "markdown", "source": "# 12 · A title\n\nwords"}
SETUP = {"cell_type": "markdown", "source": ["## Set up\n", "\n", "Run this."]}


def test_the_set_up_goes_and_what_it_showed_stays() -> None:
    html = notebook_html([HEAD, SETUP, _code("import sys\nlesson.card()", "<p>card</p>"), _code("a = 1\nb(a)", "<p>b</p>")], None)
    assert "Set up" not in html
    assert "import sys" not in html
    assert '<div class="shown"><p>card</p></div>' in html
    assert "<pre><code>a = 1\nb(a)</code></pre>" in html
    assert html.index("words") < html.index(STILL_ROOM) < html.index("card")
    assert html.count(STILL_ROOM) == 1


def test_a_lesson_says_what_a_page_cannot_do() -> None:
    folds = Folds(read_plan("12"), corpus())
    assert STILL_LESSON in notebook_html([HEAD], folds)


@pytest.mark.parametrize(
    ("source", "folded"),
    [("lesson.ask('x')", False), ("room.search('a')", False), ("x = f(1)\nx", True), ("import a\na.b()", True), ("if a < b: pass", True)],
)
def test_code_that_only_calls_a_step_is_left_out_and_other_code_is_folded_and_escaped(source: str, folded: bool) -> None:
    html = code_html(source)
    assert html.startswith("<details") == folded
    assert bool(html) == folded
    assert "a < b" not in html


LOCKED = notice_html("Run the lesson and give your prediction.", kind="locked")


@pytest.mark.parametrize(
    ("stored", "fold", "shown"),
    [
        (LOCKED, "", LOCKED.replace("Locked.", "In the live workbook.")),
        (LOCKED, "<details></details>", "<details></details>"),
        (LOCKED + "<p>case</p>", "<details></details>", "<p>First another case, to see how to read it:</p><p>case</p><details></details>"),
        ("<p>open</p>", "<details></details>", "<p>open</p><details></details>"),
    ],
)
def test_what_is_locked_gives_way_to_its_fold(stored: str, fold: str, shown: str) -> None:
    assert shown_html(_code("x()", stored), Safe(fold)) == shown


def test_plain_words_are_escaped() -> None:
    assert shown_html(_code("x", plain="<a> & b"), Safe("")) == "<pre>&lt;a&gt; &amp; b</pre>"


def test_an_explorer_is_folded_with_results_told_once() -> None:
    folds = Folds(read_plan("12"), corpus())
    source = 'lesson.explore("tempo", after=("longest-day", "three-days"), worked={"chapter": 7})'
    first, second = folds.fold(source), folds.fold(source)
    assert "<li><strong>The day with the most pages: </strong>25 October 1917." in first
    assert "How many pages does the book give to each day?" in first
    assert "How many pages does the book give to each day?" in second
    assert "<li>" not in second


@pytest.mark.parametrize(
    "source", ['lesson.ask("longest-day")', 'lesson.explore("tempo")', 'lesson.converter("1917-02-23", after="x")', "x = 1"]
)
def test_other_cells_have_no_fold(source: str) -> None:
    assert Folds(read_plan("12"), corpus()).fold(source) == ""


def test_markdown_keeps_its_marks_and_drops_the_pilcrow() -> None:
    html = markdown_html("## A *b*\n\n<kbd>Tab</kbd> and `x < y`\n")
    assert html.startswith('<h2 id="A-b">A <em>b</em></h2>')
    assert "<kbd>Tab</kbd> and <code>x &lt; y</code>" in html


def test_a_title_is_the_first_heading() -> None:
    assert title_of([HEAD]) == "12 · A title"


@pytest.mark.parametrize("content", ["{", json.dumps({"nbformat": 4}), None])
def test_a_damaged_or_missing_notebook_is_named(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "12_x.ipynb"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"12_x\.ipynb is missing or damaged"):
        read_cells(path)
