"""One browser and one JupyterLab for all browser tests; skipped, with the reason, where either is missing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.lab import CHROMIUM_FLAGS, Lab, Seen, chromium, open_notebook, run_all

SHOTS = Path(os.environ["READING_OCTOBER_SHOTS"]) if os.environ.get("READING_OCTOBER_SHOTS") else None
"""Where screenshots go to be looked at; none are kept unless it is set."""


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -r tests/browser/requirements.txt")
    path = chromium()
    if path is None:
        pytest.skip("no Chromium is on the PATH (Debian: apt install chromium)")
    with sync.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def lab(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab with an empty private home."""
    running = Lab(tmp_path_factory.mktemp("lab"))
    yield running
    running.close()


@contextmanager
def new_page(browser: Any) -> Iterator[Any]:
    """A page of 1280 × 900 with ``page.seen``: its errors and its requests off the machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    opened.seen = Seen(opened)
    yield opened
    context.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page of its own for a test."""
    with new_page(browser) as opened:
        yield opened


@pytest.fixture(scope="module")
def run(browser: Any, lab: Lab, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page with a notebook that has run once, shared by the tests that only look at it."""
    with new_page(browser) as opened:
        open_notebook(opened, lab, request.param)
        run_all(opened)
        yield opened


def shot(page: Any, name: str) -> None:
    """Keep a screenshot of the notebook where READING_OCTOBER_SHOTS names a folder."""
    if SHOTS:
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(SHOTS / f"{name}.png"))
