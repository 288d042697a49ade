"""The teacher's room in JupyterLab with a live kernel: a class opened by keyboard alone, hostile answers shown as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.classroom.given import shipped_plans
from helpers.loading import open_corpus
from tests.browser.conftest import shot
from tests.browser.lab import Lab, open_notebook, run_all, wait_idle
from tests.simulated_class import student, write_class, write_journal

HOSTILE = "<img src=x onerror=\"document.title='ran'\">"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The simulated class, and one reader more whose name and answers are hostile."""
    made = write_class(tmp_path_factory.mktemp("class"), shipped_plans(), open_corpus())
    claim = {"claim": HOSTILE, "evidence_1": HOSTILE, "confidence": 1}
    hostile = student("x", [("12", "why-back", HOSTILE), ("12", "claim", claim)])
    write_journal(made / HOSTILE.replace("/", "") / "1-0a1b2c3d4e5f.jsonl", hostile.answers)
    return made


def test_a_class_is_opened_and_hidden_by_keyboard_and_runs_nothing(page: Any, lab: Lab, folder: Path) -> None:
    open_notebook(page, lab, "90_teachers_room.ipynb")
    run_all(page)
    path = page.get_by_label("Class folder")
    path.scroll_into_view_if_needed()
    path.focus()
    page.keyboard.type(str(folder))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("31 readers.").wait_for()
    wait_idle(page)
    shot(page, "teachers_room_chooser")
    page.get_by_text("Answers given in each lesson").last.scroll_into_view_if_needed()
    assert page.get_by_text(HOSTILE).count() > 3
    shot(page, "teachers_room_progress")
    path.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_text("Names are hidden").wait_for()
    wait_idle(page)
    assert page.get_by_text("Reader 31", exact=True).count() > 1
    assert page.get_by_text("Simulated reader 01", exact=True).count() == 0
    for label, name in (("Prediction", "prediction"), ("Labelled", "agreement"), ("Plan of lesson", "plan")):
        page.get_by_label(label).first.scroll_into_view_if_needed()
        shot(page, f"teachers_room_{name}")
    assert page.title() != "ran"
    assert page.seen.outside == []
    assert [error for error in page.seen.errors if "ran" in error or "onerror" in error] == []


def test_nothing_serious_is_found_by_axe(page: Any, lab: Lab) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    open_notebook(page, lab, "90_teachers_room.ipynb")
    run_all(page)
    found = axe.Axe().run(page, context=".jp-OutputArea-output")
    serious = [
        (v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found.response["violations"] if v["impact"] in ("serious", "critical")
    ]
    assert serious == []
