"""A button pressed right behind the last key takes every letter, by mouse and by keyboard."""

from __future__ import annotations

import os
from typing import Any

import pytest

from helpers.journal import Journal
from tests.browser.lab import Lab, open_notebook, run_all

TRIES = 30 if os.environ.get("READING_OCTOBER_BROWSER") == "all" else 2


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_an_answer_typed_fast_is_kept_to_its_last_letter(page: Any, lab: Lab, by: str) -> None:
    open_notebook(page, lab, "11_two_calendars.ipynb")
    run_all(page)
    place = page.locator(".ro-item-source").first
    area, button = place.locator("textarea"), place.get_by_role("button", name="Keep my line")
    area.scroll_into_view_if_needed()
    typed = [f"{by} try {n}, typed to the last letter {chr(97 + n % 26)}" for n in range(TRIES)]
    kept = []
    for words in typed:
        area.fill("")
        area.focus()
        page.keyboard.type(words)
        button.dispatch_event("click") if by == "mouse" else (page.keyboard.press("Tab"), page.keyboard.press("Enter"))
        page.wait_for_timeout(900)
        kept.append(Journal(lab.home / "answers").latest("11", "source"))
    assert kept == typed
