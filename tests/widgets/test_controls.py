"""A press right behind the last key takes every letter; what an error says is a sentence."""

from __future__ import annotations

import asyncio

import pytest

from helpers.widgets import activity
from helpers.widgets.activity import Settled
from helpers.widgets.controls import sentence


def test_a_press_waits_for_what_was_typed_last_and_acts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activity, "SETTLED_AFTER", 0.02)
    typed, taken = ["half a wor"], []

    async def reader() -> None:
        pressed = Settled(lambda: taken.append(typed[0]))
        pressed.press()
        typed[0] = "half a word"
        assert taken == []
        await asyncio.sleep(0.1)

    asyncio.run(reader())
    assert taken == ["half a word"]


def test_a_press_that_can_not_wait_acts_at_once_and_never_twice() -> None:
    taken: list[str] = []

    async def reader() -> None:
        pressed = Settled(lambda: taken.append("x"))
        pressed.now()
        pressed.press()
        pressed.now()
        pressed.now()
        await asyncio.sleep(2 * activity.SETTLED_AFTER)

    asyncio.run(reader())
    assert taken == ["x"]


@pytest.mark.parametrize("text", ["no full stop", "Whole.", "why?", ""])
def test_an_error_is_shown_as_a_sentence(text: str) -> None:
    said = sentence(ValueError(text))
    assert said == "" or (said[0].isupper() and said[-1] in ".?")
