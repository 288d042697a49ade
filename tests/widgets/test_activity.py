"""An item on screen: kept, restored, locked where it must be, and never a traceback. Callbacks are called, not clicked."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest

from helpers.journal import Journal, read_folder
from helpers.lessons.plan import SKIPPED, Item, Model, Option
from helpers.loading import open_corpus
from helpers.widgets import activity as module
from helpers.widgets.activity import Activity

CORPUS = open_corpus()
PREDICT = Item("guess", "predict", "number", "How many days apart in 1861?", key="gap_in_1861", unit="days")
EXPLAIN = Item("why", "explain", "text", "Why?", models=(Model("thin", "too thin"), Model("rich", "has a page")))
CHECK = Item("check", "check", "choice", "Which?", options=(Option("a", "this", "Yes.", right=True), Option("b", "that", "Look again.")))
PAGE = Item("page", "evidence", "page", "Find a page.", evidence="night_of")


def shown(item: Item, journal: Journal, **more: Any) -> Any:
    return Activity(item, "99", journal, CORPUS, **more)


def test_a_prediction_is_kept_and_can_not_be_changed_afterwards(tmp_path: Path) -> None:
    heard: list[int] = []
    activity = shown(PREDICT, Journal(tmp_path), on_given=lambda: heard.append(1))
    activity.field.widget.value = "10"
    activity.give()
    assert Journal(tmp_path).latest("99", "guess") == 10.0
    assert activity.field.widget.disabled
    assert activity.save_button.disabled
    assert heard == [1]
    assert [n.kind for n in activity.said] == ["kept"]


def test_what_is_missing_is_said_and_nothing_is_saved(tmp_path: Path) -> None:
    activity = shown(PREDICT, Journal(tmp_path))
    activity.field.widget.value = "ten"
    activity.give()
    assert "Type a number" in activity.view.value
    assert Journal(tmp_path).latest("99", "guess") is None


def test_a_skipped_prediction_opens_the_way_too(tmp_path: Path) -> None:
    activity = shown(PREDICT, Journal(tmp_path))
    activity.skip()
    assert Journal(tmp_path).latest("99", "guess") == SKIPPED
    assert shown(PREDICT, Journal(tmp_path)).given == SKIPPED


def test_answers_come_back_when_the_notebook_is_opened_again(tmp_path: Path) -> None:
    first = shown(CHECK, Journal(tmp_path))
    first.field.set("b")
    first.give()
    again = shown(CHECK, Journal(tmp_path))
    assert again.field.get() == "b"
    assert "Look again." in again.view.value
    again.field.set("a")
    again.give()
    assert "Yes." in again.view.value


def test_model_answers_and_the_rating_appear_only_after_the_readers_own_words(tmp_path: Path) -> None:
    activity = shown(EXPLAIN, Journal(tmp_path))
    assert "thin" not in activity.view.value
    assert activity.rating.layout.display == "none"
    activity.field.set("because of the sources")
    activity.give()
    assert "thin" in activity.view.value
    assert activity.rating.layout.display != "none"
    activity.rating.value = "2"
    again = shown(EXPLAIN, Journal(tmp_path))
    assert again.rating.value == "2"
    assert again.field.get() == "because of the sources"


def test_a_draft_comes_back_after_a_crash_without_having_been_given(tmp_path: Path) -> None:
    activity = shown(EXPLAIN, Journal(tmp_path))
    activity.field.widget.value = "half a sentence"
    again = shown(EXPLAIN, Journal(tmp_path))
    assert again.field.get() == "half a sentence"
    assert again.given is None


def test_a_draft_is_saved_after_a_pause_and_not_at_every_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DRAFT_AFTER", 0.05)

    async def type_and_wait() -> None:
        activity = shown(EXPLAIN, Journal(tmp_path))
        for text in ("h", "ha", "hal", "half"):
            activity.field.widget.value = text
        assert read_folder(tmp_path).answers == []
        await asyncio.sleep(0.2)

    asyncio.run(type_and_wait())
    assert [a.value for a in read_folder(tmp_path).answers] == ["half"]


def test_what_could_not_be_saved_is_said_and_the_answer_still_gets_its_response(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    activity = shown(CHECK, Journal(tmp_path))

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    activity.field.set("a")
    activity.give()
    assert "could not be saved (No space left on device)" in activity.view.value
    assert "Yes." in activity.view.value


def test_hostile_words_are_shown_as_words(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    item = Item("h", "explain", "text", hostile, models=(Model(hostile, hostile),))
    activity = shown(item, Journal(tmp_path))
    activity.field.set(hostile)
    activity.give()
    assert "<img" not in activity.view.value
    assert "<img" not in activity.children[0].value
    assert "&lt;img" in activity.view.value


def test_a_page_is_looked_up(tmp_path: Path) -> None:
    activity = shown(PAGE, Journal(tmp_path))
    activity.field.set({"page": 382, "words": "the night of October 29"})
    activity.give()
    assert activity.said[0].kind == "it holds"
    assert "p. 382" in activity.said[0].text


def test_a_foreign_value_in_the_journal_does_no_harm(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for item in (PREDICT, EXPLAIN, CHECK, PAGE):
        for value in ("x", 7, ["y"], {"page": "x"}, {"words": 3}):
            journal.save("99", item.id, value)
            shown(item, journal)


def test_the_buttons_are_bound_to_what_they_say(tmp_path: Path) -> None:
    activity = shown(PREDICT, Journal(tmp_path))
    activity.field.widget.value = "4"
    activity.save_button.click()
    assert activity.given == 4.0
    other = shown(Item("other", "predict", "number", "?"), Journal(tmp_path))
    other.skip_button.click()
    assert other.given == SKIPPED


def test_a_pressed_button_waits_for_the_letters_typed_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SETTLED_AFTER", 0.05)

    async def fast() -> Any:
        activity = shown(EXPLAIN, Journal(tmp_path))
        activity.field.widget.value = "thirteen day"
        activity.press()
        await asyncio.sleep(0.02)
        activity.field.widget.value = "thirteen days"
        await asyncio.sleep(0.02)
        assert activity.given is None
        await asyncio.sleep(0.2)
        return activity.given

    assert asyncio.run(fast()) == "thirteen days"
    assert Journal(tmp_path).latest("99", "why") == "thirteen days"
