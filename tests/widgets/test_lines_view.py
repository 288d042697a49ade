"""The lines behind a count, live: opened from a mark or a row, turned, judged and kept; without a copy the printed pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.analysis.own_text import own_text
from helpers.corrections import corrections
from helpers.journal import Journal, NotSaved
from helpers.loading import open_corpus
from helpers.model import Corpus
from helpers.views.linking import lines, term_link
from helpers.widgets.explorers import explorer_named
from helpers.widgets.lines_view import LinesView
from helpers.widgets.opening_table import OpeningTable

SHIPPED = open_corpus()
COPY = own_text(
    {"1.1": "The “efficiency” of mutiny. " + "A mutiny and a mutinous crew stood there. " * 12, "1.2": "Dorn praised the “order” too."},
    name="book",
)
CORPUS = Corpus(SHIPPED.measures, SHIPPED.tables, lambda: SHIPPED.guide, lambda: COPY)
MUTINY = lines("words", query="mutiny", n=13)


@pytest.fixture
def view(tmp_path: Path) -> LinesView:
    """The lines over a small copy, with a journal of its own."""
    return LinesView(CORPUS, Journal(tmp_path))


def test_lines_open_turn_and_close(view: LinesView) -> None:
    view.show("mutiny", lines("terms", ids="mutiny"))
    assert view.found is not None
    assert (len(view.found.lines), view.found.n_pages) == (20, 2)
    view.pressed("turn:1")
    assert view.found.number == 2
    view.pressed("turn:1")
    assert view.found.number == 2
    view.clear()
    assert view.children == ()


def test_a_line_opens_its_passage_and_closes_it_again(view: LinesView) -> None:
    view.show("mutiny", MUTINY)
    assert view.found is not None
    place = view.found.lines[1].place
    view.pressed(f"open:{place}")
    assert "<mark>" in view.passage.html
    assert view.passage.went == "1.1.1"
    view.pressed(f"open:{place}")
    assert view.passage.html == ""


def test_a_judgement_is_kept_counted_and_can_be_taken_back(view: LinesView) -> None:
    view.show("mutiny", lines("terms", ids="mutiny"))
    assert view.found is not None
    first, second = (line.place for line in view.found.lines[:2])
    view.pressed(f"open:{first}")
    assert view.choices["term_class"].value == "label"
    lists = view.judging.children
    view.choices["term_class"].value = "technical"
    view.judge(go_on=True)
    assert view.opened == second
    assert view.judging.children == lists
    view.judge()
    assert [c.given for c in corrections(view.journal.answers("40"))] == ["technical", "label"]
    assert "50" in view.sample.html
    assert "none ships" in view.sample.html
    assert "technical word" in view.lines.html
    view.pressed(f"open:{first}")
    assert view.choices["term_class"].value == "technical"
    view.judge(back=True)
    assert len(corrections(view.journal.answers("40"))) == 1


def test_a_correction_that_can_not_be_saved_is_said(view: LinesView, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved("the disk is full")

    view.show("mutiny", lines("terms", ids="mutiny"))
    assert view.found is not None
    view.pressed(f"open:{view.found.lines[0].place}")
    monkeypatch.setattr(view.journal, "save", full)
    view.judge()
    assert "the disk is full" in view.passage.html


def test_a_line_that_no_detector_found_can_be_read_and_not_judged(view: LinesView) -> None:
    view.show("mutiny", MUTINY)
    assert view.found is not None
    view.pressed(f"open:{view.found.lines[0].place}")
    view.judge()
    assert view.judging.children == ()
    assert view.journal.answers() == []


@pytest.mark.parametrize("name", ["open:9.9.9:1-2", "open:<b>", "turn:7", "group:9", "group:x", "row:1", "x", ""])
def test_what_nobody_can_press_changes_nothing(view: LinesView, name: str) -> None:
    view.show("mutiny", MUTINY)
    view.pressed(name)
    assert view.found is not None
    assert view.found.number == 1
    assert view.passage.html == ""


def test_a_row_and_a_mark_open_the_same_count(tmp_path: Path) -> None:
    explorer = explorer_named("marks")(SHIPPED)
    explorer.chart.chosen = explorer.result.marks[0].id
    assert explorer.lines.found.asked.n == explorer.lines.found.total
    explorer._press("row:0")
    assert explorer.lines.found.asked.n == explorer.result.rows[0]["n"] == explorer.lines.found.total
    explorer.controls["kind"].value = "name"
    assert explorer.lines.found is None


def test_the_rows_of_a_lessons_table_open_too(tmp_path: Path) -> None:
    rows = [{"id": "mutiny", "term": "mutiny", "n": 75.0}, {"id": "zzz", "term": "zzz", "n": float("nan")}]
    table = OpeningTable(rows, "Words", {"term": "term", "n": "uses"}, SHIPPED, term_link, Journal(tmp_path))
    assert table.table.html.count("data-press") == 1
    table.pressed("row:0")
    assert table.lines.found is not None
    assert table.lines.found.total == table.lines.found.asked.n == 75
