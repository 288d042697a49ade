"""With a reader's copy a count opens into its lines: opened, read and corrected by keyboard alone, and all there after a reload."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.bringing import bring_in
from helpers.lessons.plan import read_plan
from tests.browser.conftest import shot
from tests.browser.lab import Lab, open_notebook, run_all, wait_idle
from tests.browser.reader import give
from tests.browser.test_lessons import errors_of
from tests.browser.test_rooms import tab_to

MARKS = ".jp-CodeCell:has(.ro-title:has-text('What are quotation marks round'))"


@pytest.fixture
def lab_with_copy(browser: Any, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lab]:
    """A JupyterLab whose reader has imported the book."""
    monkeypatch.setenv("STUDY_HOME", str(tmp_path / "home"))
    assert bring_in(scan)["verdict"] == "book"
    (tmp_path / "lab").mkdir()
    running = Lab(tmp_path / "lab", home=Path(os.environ["STUDY_HOME"]))
    yield running
    running.close()


def opened(page: Any) -> Any:
    """The cell of the quotation marks, its first bar chosen and its first line opened, by keys."""
    cell = page.locator(MARKS).first
    cell.locator("[data-mark]").first.focus()
    page.keyboard.press("Enter")
    cell.locator(".ro-lines").wait_for()
    wait_idle(page)
    tab_to(page, "§")
    page.keyboard.press("Enter")
    cell.locator("blockquote mark").wait_for()
    wait_idle(page)
    page.wait_for_timeout(300)
    return cell


def test_a_line_is_corrected_by_keyboard_alone_and_the_correction_is_there_after_a_reload(page: Any, lab_with_copy: Lab) -> None:
    open_notebook(page, lab_with_copy, "31_names_and_labels.ipynb")
    run_all(page)
    give(page, read_plan("31").item("share-distance"))
    wait_idle(page)
    cell = opened(page)
    assert page.evaluate("() => document.activeElement.querySelector('mark') !== null")
    tab_to(page, "What are the marks there for?", most=3)
    page.keyboard.press("ArrowDown")
    tab_to(page, "Keep what I say", most=3)
    page.keyboard.press("Enter")
    cell.get_by_text("Corrected.").wait_for()
    wait_idle(page)
    page.wait_for_timeout(300)
    assert page.evaluate("() => document.activeElement.innerText").strip() == "Keep what I say"
    assert cell.locator(".ro-lines tbody tr").first.locator("td").last.inner_text() == "a name"
    sample = cell.locator("table:has-text('by my own sample') tbody tr")
    assert sample.locator("td").all_inner_texts()[:2] == ["1", "1"]
    assert "488 of 608 right" in sample.inner_text()
    shot(page, "31-lines")
    assert errors_of(page) == []
    assert page.seen.outside == []
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(page, context=".jp-OutputArea-child").response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
    page.reload()
    open_notebook(page, lab_with_copy, "31_names_and_labels.ipynb")
    run_all(page)
    cell = opened(page)
    assert cell.locator(".ro-lines tbody tr").first.locator("td").last.inner_text() == "a name"
