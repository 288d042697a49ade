"""The reading room and the inquiry in a real browser: searched, read and coded by keyboard alone, and all there after a reload."""

from __future__ import annotations

from typing import Any

from tests.browser.conftest import shot
from tests.browser.lab import Lab, open_notebook, run_all, save, wait_idle
from tests.browser.test_lessons import errors_of

FOCUSED = "() => { const a = document.activeElement; return a.getAttribute('aria-label') || a.labels?.[0]?.innerText || a.innerText || '' }"


def tab_to(page: Any, *names: str, most: int = 220) -> str:
    """Press Tab until something with one of these names has the focus; its name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = str(page.evaluate(FOCUSED)).strip()
        if any(focused.startswith(name) for name in names):
            return focused
    raise AssertionError(f"{names} can't be reached with the tab key")


def cells(page: Any) -> int:
    """How many cells the notebook has."""
    return int(page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length"))


def test_a_passage_is_found_and_coded_by_keyboard_alone_and_is_there_after_a_reload(page: Any, lab: Lab) -> None:
    open_notebook(page, lab, "40_reading_room.ipynb")
    run_all(page)
    before = cells(page)
    page.get_by_label("Search for").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("bread")
    page.keyboard.press("Enter")
    wait_idle(page)
    page.locator(".ro-lines caption:has-text('bread')").wait_for()
    place = tab_to(page, "§").split(",")[0].replace("§", "").strip()
    page.keyboard.press("Enter")
    wait_idle(page)
    page.locator(".ro-chosen mark").first.wait_for()
    assert place in page.locator(".ro-chosen .ro-id").inner_text()
    assert page.evaluate("() => document.activeElement.dataset.paragraph") == place
    tab_to(page, "Only these words")
    page.keyboard.type("bread")
    tab_to(page, "Code")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Memo")
    page.keyboard.type("a bad day, dd")
    wait_idle(page)
    page.wait_for_timeout(500)
    tab_to(page, "Keep the coding")
    page.keyboard.press("Enter")
    wait_idle(page)
    page.locator(".ro-chosen .ro-tag").first.wait_for()
    assert "a bad day, dd" in page.locator(".ro-chosen").inner_text()
    assert cells(page) == before
    shot(page, "40-coded")
    save(page, lab, "40_reading_room.ipynb")
    open_notebook(page, lab, "40_reading_room.ipynb")
    run_all(page)
    assert page.get_by_text("a bad day, dd").count() > 0
    assert errors_of(page) == []
    assert page.seen.outside == []


def test_words_selected_with_the_mouse_are_the_words_coded(page: Any, lab: Lab) -> None:
    open_notebook(page, lab, "40_reading_room.ipynb")
    run_all(page)
    page.get_by_label("Mark people, places and organisations").check()
    page.locator(".ro-block p[data-paragraph] :is(.ro-person, .ro-place, .ro-organisation)").first.wait_for()
    words = page.locator(".ro-block p[data-paragraph]").first
    words.scroll_into_view_if_needed()
    box = words.bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 260, box["y"] + 12, steps=8)
    page.mouse.up()
    wait_idle(page)
    page.wait_for_timeout(400)
    typed = page.get_by_label("Only these words").input_value()
    assert typed
    shown = page.locator(".ro-chosen p[data-paragraph]").evaluate(
        "(p) => { const c = p.cloneNode(true); c.querySelectorAll('[data-skip]').forEach(x => x.remove()); return c.textContent }"
    )
    assert typed in shown
    assert errors_of(page) == []


def test_an_argument_is_written_and_comes_back(page: Any, lab: Lab) -> None:
    open_notebook(page, lab, "50_inquiry.ipynb")
    run_all(page)
    page.get_by_label("My claim", exact=True).fill("The list has what the chapters pass over.")
    page.locator(".ro-argument:has-text('The list has what')").first.wait_for()
    page.get_by_role("button", name="Keep the argument").click()
    page.get_by_text("The argument is kept").wait_for()
    shot(page, "50-kept")
    open_notebook(page, lab, "50_inquiry.ipynb")
    run_all(page)
    assert page.get_by_label("My claim", exact=True).input_value() == "The list has what the chapters pass over."
    assert errors_of(page) == []
    assert page.seen.outside == []
