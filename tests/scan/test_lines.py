"""On the real book: every count that lessons 31 to 33 show opens into as many lines, in the copy and by the printed pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from helpers.analysis.agency import agency
from helpers.analysis.keyness import keyness
from helpers.analysis.labels import term_counts
from helpers.importing.pipeline import import_bytes
from helpers.loading import open_corpus
from helpers.model import Corpus, TextEdition
from helpers.reading.behind import behind
from helpers.reading.printed import printed
from helpers.views.linking import Asked, asked_in, deed_link, spelling_link, term_link, word_link
from helpers.views.silences import spellings
from helpers.widgets.explorers import explorer_named
from tests.conftest import ROOT
from tests.widgets.test_explorers import options_of

SHIPPED = open_corpus()
NAMES = (
    "agency", "beside", "company", "dispersion", "frequency", "keyness", "labels", "looking_back", "manner", "marks", "opponents", "reporting",
    "silences", "trend", "twenty", "two_spreads", "villains", "voices", "ways",
)  # fmt: skip
FIRST = 4
"""Marks and rows that are tried for each choice of a control; of the opening choices all are."""


@pytest.fixture(scope="module")
def texts(imported: Any, ten_days: Path) -> tuple[Corpus, TextEdition]:
    """The corpus with the scan as its copy, and *Ten Days*."""
    other = import_bytes(ten_days.read_bytes())[0]
    return Corpus(SHIPPED.measures, SHIPPED.tables, lambda: SHIPPED.guide, lambda: imported[0]), other


def charts(name: str, corpus: Corpus) -> list[tuple[dict[str, Any], Any]]:
    """The chart of an explorer for its opening choices and for each option of each control that can be answered."""
    maker = explorer_named(name)
    choices = [{}, *({control: value} for control, widget in maker(corpus).controls.items() for value in options_of(widget))]
    found = []
    for choice in choices:
        try:
            found.append((choice, maker.twin(corpus, **choice)))
        except ValueError:
            continue
    return found


def groups(choice: dict[str, Any], chart: Any) -> list[Asked]:
    """What the marks and rows of a chart open."""
    most = None if not choice else FIRST
    links = [*(mark.link for mark in chart.marks[:most]), *(str(row.get("lines") or "") for row in chart.rows[:most])]
    return [asked for link in links for asked in asked_in(link)]


@pytest.mark.parametrize("name", NAMES)
def test_a_count_opens_into_as_many_lines(name: str, texts: tuple[Corpus, TextEdition], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpers.charts.finishing.svg_text", lambda *_, **__: "<svg/>")
    corpus, other = texts
    asked = {
        (a.kind, a.n, tuple(a.choices.items())): a
        for choice, chart in charts(name, corpus)
        for a in groups(choice, chart)
        if a.n is not None
    }
    assert asked
    for a in asked.values():
        found = behind(corpus, other, a)
        assert (found.total, found.n_places is not None) == (a.n, True), a
        if " " not in a.get("query"):
            assert sum(row["n"] for row in printed(corpus, a)) == a.n, a


def test_every_explorer_of_the_unit_is_tried() -> None:
    notebooks = [path for n in ("31", "32", "33") for path in (ROOT / "notebooks").glob(f"{n}_*.ipynb")]
    cells = ["".join(cell["source"]) for path in notebooks for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    shown = {name for cell in cells for name in re.findall(r'lesson\.explore\("(\w+)"', cell)}
    assert len(shown) > 12
    assert shown <= set(NAMES)


def test_the_rows_of_the_lessons_tables_open_into_as_many_lines(texts: tuple[Corpus, TextEdition]) -> None:
    corpus, other = texts
    chapter = [str(section["id"]) for section in corpus.measures.rows("sections") if section["chapter"] == 9]
    words = keyness(corpus, against="ten-days", side="under", top=8).to_dict("records")
    deeds = agency(corpus.measures.rows("agents"), voice="nominal", sections=chapter).to_dict("records")
    links = [term_link(row) for row in term_counts(corpus, corpus.tables.rows("lexicon")).to_dict("records")]
    links += [spelling_link(row) for person in ("vikzhel", "krylenko") for row in spellings(corpus, person)]
    links += [*map(word_link, words), *map(deed_link("nominal", ",".join(chapter)), deeds)]
    asked = [group for link in links for group in asked_in(link)]
    assert len(asked) > 100
    assert [(a, a.n) for a in asked if behind(corpus, other, a).total != a.n] == []
