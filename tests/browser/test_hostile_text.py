"""Hostile text is never executed and asks for nothing: live, saved and reopened, exported. A control shows that each stage would notice."""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbconvert import HTMLExporter

from tests.browser.hostile import NOT_IN_CONTROL, ROUTES, World, files, payloads, shown_texts
from tests.browser.lab import Lab, open_notebook, run_all, save

TURNS = range(len(shown_texts(0)) if os.environ.get("READING_OCTOBER_BROWSER") == "all" else 1)
SETUP = "import sys\n\nsys.path.insert(0, '..')\n"
ALIVE = """port => {
  const found = [], telling = /^(title|alt|value|placeholder|class|aria-.*|data-.*)$/, bad = text => text.includes('top.ran') || text.includes(':' + port)
  const visit = node => {
    for (const element of node.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot)
      if (/^(script|style)$/i.test(element.tagName) && !/json/.test(element.type || '') && bad(element.textContent)) found.push(element.outerHTML.slice(0, 200))
      for (const a of element.attributes) if (!telling.test(a.name) && bad(a.value)) found.push(element.tagName + ' ' + a.name + '=' + a.value.slice(0, 150))
    }
  }
  visit(document)
  return found
}"""
"""Parts of a page in which a payload is more than text: a script, a style, an attribute that is not only read out."""
TOLD = """() => [...document.querySelectorAll('.jp-CodeCell')].slice(1).map(cell => {
  const texts = []
  const visit = node => {
    for (const element of node.querySelectorAll('*')) { if (element.shadowRoot) visit(element.shadowRoot); texts.push(element.value || '', element.textContent) }
  }
  visit(cell.querySelector('.jp-OutputArea') || cell)
  return texts.join(' ').includes('top.ran')
})"""
"""For every cell but the first, whether it shows a payload as text."""


@pytest.fixture
def lab(browser: Any, tmp_path: Path) -> Iterator[Lab]:
    """A JupyterLab for one test: a kernel that keeps the widgets of many is slow to open again."""
    running = Lab(tmp_path)
    yield running
    running.close()


@pytest.fixture(scope="module")
def heard() -> Iterator[tuple[int, list[str]]]:
    """A listener on this machine: its port, and what was asked of it."""
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path.strip("/"))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, asked
        server.shutdown()


def notebook(folder: Path, name: str, cells: list[str]) -> Path:
    """A notebook of code cells in a lab's folder."""
    path = folder / "notebooks" / name
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, path)
    return path


def stages(page: Any, lab: Lab, name: str, look: Callable[[], None]) -> None:
    """Run a notebook and look; save it, open it again and look; export it and look."""
    open_notebook(page, lab, name)
    run_all(page)
    look()
    saved = lab.folder / "notebooks" / name
    save(page, lab, name)
    open_notebook(page, lab, name)
    page.wait_for_timeout(1000)
    look()
    exported = lab.folder / f"{name}.html"
    exported.write_text(HTMLExporter().from_filename(str(saved))[0], encoding="utf-8")
    page.goto(exported.as_uri())
    page.wait_for_timeout(500)
    look()


def ran(page: Any) -> set[str]:
    """Names of the payloads that ran on the page now open."""
    return set(page.evaluate("() => top.ran || []"))


@pytest.mark.promise("hostile-text")
@pytest.mark.parametrize("turn", TURNS)
def test_hostile_text_does_nothing_live_reopened_and_exported(
    page: Any, lab: Lab, heard: tuple[int, list[str]], turn: int, record_property: Callable[[str, object], None]
) -> None:
    port, asked = heard
    asked.clear()
    names = [route.__name__ for route in ROUTES]
    cells = [f"{SETUP}from tests.browser.hostile import show_route", *(f"show_route({name!r}, {port}, {turn})" for name in names)]
    notebook(lab.folder, "hostile.ipynb", cells)
    told: list[list[bool]] = []

    def look() -> None:
        assert (ran(page), asked, page.evaluate(ALIVE, port)) == (set(), [], [])
        told.append(page.evaluate(TOLD))

    stages(page, lab, "hostile.ipynb", look)
    if turn == 0:
        assert {name for name, shown in zip(names, told[0], strict=True) if not shown} == set()
    record_property("tried", 3 * len(ROUTES) * len(shown_texts(port)[turn]))


@pytest.mark.promise("hostile-text")
def test_hostile_text_does_nothing_in_the_files_that_leave_the_workbook(
    page: Any, heard: tuple[int, list[str]], tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    port, asked = heard
    asked.clear()
    tried = 0
    for k, text in enumerate(text for turn in TURNS for text in shown_texts(port)[turn]):
        for name, data in files(World(text)).items():
            if name.endswith(".html"):
                path = tmp_path / f"{k}-{name}"
                path.write_bytes(data)
                page.goto(path.as_uri())
                assert (name, ran(page), page.evaluate(ALIVE, port)) == (name, set(), [])
                assert k > 1 or "top.ran" in page.locator("body").inner_text()
                tried += 1
    page.wait_for_timeout(300)
    assert asked == []
    record_property("tried", tried)


def test_the_same_stages_notice_text_that_is_shown_raw(page: Any, lab: Lab, heard: tuple[int, list[str]]) -> None:
    port, asked = heard
    expected = set(payloads(port)) - set(NOT_IN_CONTROL)
    cells = ["from IPython.display import HTML, display", *(f"display(HTML({payloads(port)[name]!r}))" for name in sorted(expected))]
    notebook(lab.folder, "control.ipynb", cells)
    seen: list[tuple[set[str], bool]] = []

    def look() -> None:
        page.wait_for_timeout(500)
        seen.append((expected - ran(page) - set(asked), bool(page.evaluate(ALIVE, port))))
        asked.clear()

    stages(page, lab, "control.ipynb", look)
    assert seen == [(set(), True)] * 3
