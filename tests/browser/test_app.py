"""The lessons as pages (`study.py app`): opened in a real browser, answered, closed and opened again; nothing leaves the machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import study
from helpers.lessons.plan import read_plan
from tests.browser.conftest import shot
from tests.browser.lab import free_port
from tests.browser.reader import give, said
from tests.browser.test_lessons import EVERY, NOTEBOOKS, errors_of

OPENED = NOTEBOOKS if EVERY else ["00_start_here.ipynb", "40_reading_room.ipynb"]


@pytest.fixture(scope="module")
def app(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running app with an empty private home."""
    folder, port = tmp_path_factory.mktemp("app"), free_port()
    env = study.own_settings(os.environ | {"STUDY_HOME": str(folder / "home")})
    command = [sys.executable, "-m", "voila", "--no-browser", "--port", str(port), str(study.ROOT / "notebooks")]
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, cwd=study.ROOT, env=env, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/"
    _wait_for(address, folder / "server.log")
    yield address
    process.terminate()
    process.wait(timeout=20)


def _wait_for(address: str, log: Path) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(log.read_text(encoding="utf-8")[-2000:])


def open_page(page: Any, app: str, notebook: str, query: str = "") -> None:
    """Open a notebook's page and wait until it is ready and its widgets are drawn."""
    page.goto(f"{app}voila/render/{notebook}{query}", wait_until="commit")
    page.locator("#loading_text").wait_for()
    page.locator("#rendered_cells:visible").wait_for(timeout=60_000)
    page.wait_for_function("() => document.querySelectorAll('.jupyter-widgets, .widget-box, .ro-chart, .jp-OutputArea table').length > 0")


@pytest.mark.promise("no-request")
@pytest.mark.parametrize("notebook", OPENED)
def test_a_page_opens_with_its_code_hidden_and_asks_nothing_of_the_network(page: Any, app: str, notebook: str) -> None:
    open_page(page, app, notebook)
    page.wait_for_load_state("networkidle")
    assert page.locator("h1:visible").count() == 1
    assert page.title().endswith("Reading October")
    assert page.locator(".cm-editor, #Set-up:visible").count() == 0
    assert page.locator("[data-mime-type='application/vnd.jupyter.stderr'], :text('Traceback')").count() == 0
    assert errors_of(page) == []
    assert page.seen.outside == []
    shot(page, f"app-{notebook.removesuffix('.ipynb')}")


def test_every_lesson_is_reached_from_the_first_page_and_the_theme_goes_with_the_reader(page: Any, app: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(app)
    assert page.locator("main a").count() == len(NOTEBOOKS) - 1  # the teacher's room stays out of a student's way
    page.get_by_role("link", name="Start here").click()
    page.locator("#rendered_cells:visible").wait_for(timeout=60_000)
    assert page.locator("body.theme-dark").count() == 1
    page.locator("#rendered_cells a:has-text('Two calendars')").first.click()
    page.locator("#rendered_cells:visible h1:has-text('Two calendars')").wait_for(timeout=60_000)
    assert page.locator("body.theme-dark").count() == 1
    assert page.seen.outside == []


@pytest.mark.promise("answers-return")
def test_a_lesson_is_passed_and_its_answers_come_back(page: Any, app: str) -> None:
    plan = read_plan("11").items
    items = plan if EVERY else tuple({item.kind: item for item in plan}.values())
    open_page(page, app, "11_two_calendars.ipynb")
    for item in items:
        give(page, item)
    page.get_by_text(f"{len(items)} of {len(plan)} answers given").wait_for()
    before = {item.id: said(page, item) for item in items}
    shot(page, "app-11-passed")
    open_page(page, app, "11_two_calendars.ipynb")
    page.get_by_text(f"{len(items)} of {len(plan)} answers given").wait_for()
    assert {item.id: said(page, item) for item in items} == before
    assert errors_of(page) == []
    assert page.seen.outside == []


@pytest.mark.parametrize("query", ["", "?theme=dark"], ids=["light", "dark"])
def test_a_page_has_no_serious_fault_for_a_screen_reader_and_no_sideways_scrolling(page: Any, app: str, query: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page.set_viewport_size({"width": 640, "height": 450})
    open_page(page, app, "12_pages_per_day.ipynb", query)
    page.wait_for_load_state("networkidle")
    found = [
        v["id"] + ": " + v["nodes"][0]["html"][:160]
        for v in axe.Axe().run(page).response["violations"]
        if v["impact"] in ("serious", "critical")
    ]
    assert found == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth + 1")
    shot(page, f"app-12-narrow-{'dark' if query else 'light'}")
