"""What a notebook looks like as a page: nothing of the set-up in words, all of its code run, teaching code to unfold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from helpers.app.opening import NOTICE, cells_for_page, page_title
from helpers.site.revealing import call_of
from tests.notebooks.test_notebooks import NOTEBOOKS


def _cells(path: Any) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_every_code_cell_runs_and_no_words_are_lost_but_the_set_ups(path: Any) -> None:
    cells, shown = _cells(path), cells_for_page(_cells(path))
    assert [c for c in shown if c["cell_type"] == "code"] == [c for c in cells if c["cell_type"] == "code"]
    words = [c["source"] for c in cells if c["cell_type"] == "markdown" and not c["source"].startswith("## Set up")]
    assert [
        c["source"] for c in shown if c["cell_type"] == "markdown" and "<details>" not in c["source"] and c["source"] != NOTICE
    ] == words
    assert shown[1]["source"] == NOTICE


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_code_that_does_more_than_one_step_stands_folded_above_what_it_gives(path: Any) -> None:
    shown = cells_for_page(_cells(path))
    code = [k for k, c in enumerate(shown) if c["cell_type"] == "code"][1:]
    for k in code:
        folded = "<details>" in shown[k - 1]["source"]
        assert folded == (call_of("".join(shown[k]["source"])) is None)


def test_the_title_names_the_notebook_and_the_workbook() -> None:
    assert page_title([{"cell_type": "markdown", "source": "# 12 · Pages per day\n\nmore"}]) == "12 · Pages per day - Reading October"
