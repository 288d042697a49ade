"""A reader at a lesson: answers its items by mouse or by keyboard, as its plan says they are answered."""

from __future__ import annotations

from typing import Any

from helpers.lessons.plan import Item
from helpers.widgets.activity import SAVE
from tests.browser.lab import wait_idle

WORDS = "Because the authors had telegrams for it, see p. 300."
TYPED = "Telegrams, p. 300."
"""What is typed letter by letter."""


def box(page: Any, item: Item) -> Any:
    """The item's place on the page."""
    return page.locator(f".ro-item-{item.id}").first


def fill(page: Any, item: Item) -> None:
    """Put an answer into the item's field."""
    place = box(page, item)
    place.scroll_into_view_if_needed()
    if item.kind == "choice":
        place.locator("input[type=radio]").nth(0).check()
    elif item.kind in ("day", "place"):
        place.locator("select").select_option(index=3)
    elif item.kind == "sort":
        for select in place.locator("select").all():
            select.select_option(index=1)
    elif item.kind == "number":
        place.locator("input[type=text]").fill("12")
    elif item.kind == "page":
        place.locator("input[type=text]").nth(0).fill("300")
        place.locator("input[type=text]").nth(1).fill("two hours for one thing")
    elif item.kind == "claim":
        for area in place.locator("textarea").all():
            area.fill(WORDS)
        for where in place.locator("input[type=text]").all():
            where.fill("p. 300")
        place.locator("input[type=radio]").nth(1).check()
    elif item.kind == "text":
        place.locator("textarea").fill(WORDS)
    elif item.kind == "order":
        place.locator("select").select_option(index=2)
        place.get_by_role("button", name="Move up").click()


def give(page: Any, item: Item) -> None:
    """Fill the field and press the button; wait until something is said."""
    fill(page, item)
    place = box(page, item)
    place.get_by_role("button", name=SAVE[item.step]).click()
    place.locator("[role=status]").first.wait_for()


def said(page: Any, item: Item) -> str:
    """What stands under the item now."""
    return " ".join(box(page, item).locator("[role=status]").all_inner_texts())


def answer_by_keyboard(page: Any, item: Item) -> None:
    """Answer an item with keys alone, from its first control on: Tab between controls, arrows and letters inside."""
    place = box(page, item)
    place.scroll_into_view_if_needed()
    first = place.locator("input, select, textarea").first
    if first.is_disabled():
        return
    first.focus()
    for _ in range(40):
        kind = page.evaluate("() => (document.activeElement.type || document.activeElement.tagName).toLowerCase()")
        if kind == "radio":
            page.keyboard.press("Space")
        elif kind.startswith("select"):
            page.keyboard.press("ArrowDown")
        elif kind in ("text", "textarea"):
            page.keyboard.type("12" if item.kind in ("number", "page") and kind == "text" else TYPED)
        elif kind in ("button", "submit") and _name(page) == SAVE[item.step]:
            page.keyboard.press("Enter")
            place.locator("[role=status]").first.wait_for()
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never reached the button of {item.id}")


def _name(page: Any) -> str:
    return str(page.evaluate("() => document.activeElement.textContent.trim()"))


def unmoved(page: Any) -> list[str]:
    """Titles of the explorers of which no list changes anything on the page when its next entry is chosen; [] when all answer."""
    still = []
    for cell in page.locator(".jp-CodeCell:has(.ro-chart svg)").all():
        lists = [found for found in cell.locator("select:visible").all() if not found.evaluate("s => s.closest('[class*=ro-item-]')")]
        if lists and not any(_changes(page, cell, found) for found in lists):
            still.append(cell.locator(".ro-title").first.inner_text())
    return still


def _changes(page: Any, cell: Any, choices: Any) -> bool:
    shown = "cell => [...cell.querySelectorAll('.ro-chart, table, [role=status]')].map(part => part.innerHTML).join()"
    before = cell.evaluate(shown)
    choices.select_option(index=choices.evaluate("s => (s.selectedIndex + 1) % s.options.length"))
    page.wait_for_timeout(500)
    wait_idle(page)
    return bool(cell.evaluate(shown) != before)
