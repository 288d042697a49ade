"""Each lesson in a real browser with a live kernel: read, answered, reloaded; nothing breaks, nothing leaves the machine."""

from __future__ import annotations

import os
from typing import Any

import pytest

from helpers.lessons.plan import lesson_ids, read_plan
from tests.browser.conftest import shot
from tests.browser.lab import Lab, command, open_notebook, run_all, save, wait_idle
from tests.browser.reader import answer_by_keyboard, give, said, unmoved
from tests.conftest import ROOT

EVERY = os.environ.get("READING_OCTOBER_BROWSER") == "all"
"""Whether every lesson is passed in the browser; otherwise one by mouse, one by keyboard, to keep the run short."""


def _lessons(*named: str) -> list[tuple[str, str]]:
    """(lesson, notebook) of the named lessons, of all where every one is asked for."""
    notebook_of = {lesson: next((ROOT / "notebooks").glob(f"{lesson}_*.ipynb")).name for lesson in lesson_ids()}
    return [(lesson, name) for lesson, name in notebook_of.items() if EVERY or lesson in named]


NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


def errors_of(page: Any) -> list[str]:
    """Console errors that are ours: a missing favicon or a server's 404 for a checkpoint is not."""
    return [text for text in page.seen.errors if "404" not in text]


@pytest.mark.promise("no-request")
@pytest.mark.parametrize("run", NOTEBOOKS, indirect=True)
def test_a_notebook_runs_without_an_error_and_asks_nothing_of_the_network(run: Any) -> None:
    assert run.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert run.locator(".jp-RenderedText:has-text('Traceback')").count() == 0
    assert errors_of(run) == []
    assert run.seen.outside == []
    shot(run, run.url.rpartition("/")[2].removesuffix(".ipynb"))


def test_nothing_in_the_lab_shows_a_page_that_asks_another_server(page: Any, lab: Lab) -> None:
    """Voilà's own previews in JupyterLab, whose pages want icons from elsewhere, are switched off."""
    assert page.goto(lab.url("").split("/lab/")[0] + "/voila/render/notebooks/00_start_here.ipynb").status == 404
    open_notebook(page, lab, "00_start_here.ipynb")
    assert page.locator("[title*='Voil'], [data-command*='voila' i]").count() == 0
    assert page.evaluate("() => window.jupyterapp.hasPlugin('@jupyter-widgets/jupyterlab-manager:plugin')")
    assert not page.evaluate("() => window.jupyterapp.commands.listCommands().some(name => name.includes('voila'))")


@pytest.mark.promise("answers-return")
@pytest.mark.parametrize(("lesson", "notebook"), _lessons("12"))
def test_a_lesson_is_passed_by_mouse_and_comes_back_after_a_reload(page: Any, lab: Lab, lesson: str, notebook: str) -> None:
    """Every answer is there again, and each explorer draws another chart, or says why not, when a list is moved."""
    plan = read_plan(lesson)
    open_notebook(page, lab, notebook)
    run_all(page)
    locked = page.locator(".jp-OutputArea [role=status]:has-text('above first')")
    assert locked.count() > 0
    for item in plan.items:
        give(page, item)
    wait_idle(page)
    assert locked.count() == 0
    assert page.get_by_text("Beside the result").count() > 0
    assert page.locator("svg [id^=m]").count() > 0
    assert page.get_by_text(f"{len(plan.items)} of {len(plan.items)} answers given").count() == 1
    before = {item.id: said(page, item) for item in plan.items}
    assert all(before.values())
    shot(page, f"{lesson}-passed")
    save(page, lab, notebook)
    open_notebook(page, lab, notebook)
    run_all(page)
    assert {item.id: said(page, item) for item in plan.items} == before
    assert page.locator(".jp-CodeCell:has(.ro-chart svg) select:visible").count() > 0
    assert unmoved(page) == []
    assert errors_of(page) == []
    assert page.seen.outside == []


FOCUSABLE_KINDS = """() => {
  const first = new Map();
  for (const part of document.querySelectorAll(".reading-october :is(button, input, select, textarea, summary, [tabindex='0'])")) {
    const kind = (part.tagName + " " + part.classList).toLowerCase();
    if (part.checkVisibility() && !part.disabled && !first.has(kind)) first.set(kind, part);
  }
  for (const [kind, part] of first) part.dataset.kind = kind;
  return [...first.keys()];
}"""
"""Marks the first of each kind of element of ours that takes the focus (by tag and classes), and names the kinds."""


@pytest.mark.promise("keyboard")
@pytest.mark.parametrize(("lesson", "notebook"), _lessons("32"))
def test_a_lesson_is_passed_by_keyboard_alone(page: Any, lab: Lab, lesson: str, notebook: str) -> None:
    """Tab reaches every item's field and button; letters typed in a control never edit the notebook's cells."""
    plan = read_plan(lesson)
    open_notebook(page, lab, notebook)
    run_all(page)
    cells = page.locator(".jp-Cell").count()
    for item in plan.items:
        answer_by_keyboard(page, item)
    wait_idle(page)
    assert all(said(page, item) for item in plan.items)
    kinds = page.evaluate(FOCUSABLE_KINDS)
    assert page.locator("[data-mark][data-kind]").count() > 0
    for kind in kinds:
        page.wait_for_timeout(300)  # a letter typed in a list has chosen another entry: the chart below is drawn anew
        wait_idle(page)
        page.evaluate(FOCUSABLE_KINDS)
        page.locator(f"[data-kind='{kind}']").first.focus()
        for key in ("b", "a", "d", "d", "x"):
            page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == cells
    assert errors_of(page) == []
    assert page.seen.outside == []


@pytest.mark.parametrize("run", [name for _, name in _lessons("12", "32")], indirect=True)
def test_our_outputs_have_no_serious_fault_for_a_screen_reader_in_either_theme(run: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        command(run, "apputils:change-theme", {"theme": theme})
        run.wait_for_timeout(300)
        results = axe.Axe().run(run, context=".jp-OutputArea-child").response["violations"]
        found = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in results if v["impact"] in ("serious", "critical")]
        assert (theme, found) == (theme, [])


@pytest.mark.parametrize("run", ["12_pages_per_day.ipynb"], indirect=True)
def test_a_reader_at_200_per_cent_sees_everything_without_scrolling_sideways(run: Any) -> None:
    run.set_viewport_size({"width": 640, "height": 450})
    run.wait_for_timeout(500)
    too_wide = run.evaluate(
        "() => [...document.querySelectorAll('.jp-OutputArea-child .ro-chart, .jp-OutputArea-child textarea, .jp-OutputArea-child select')]"
        ".filter(e => e.getBoundingClientRect().right > window.innerWidth + 1).length"
    )
    assert too_wide == 0
