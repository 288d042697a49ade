"""HTML that answers: what the browser reports is heard, and anything else is let fall."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.widgets.live_html import LiveHtml


def listening() -> tuple[LiveHtml, list[Any]]:
    heard: list[Any] = []
    live = LiveHtml("<p></p>", on_press=heard.append, on_check=lambda *said: heard.append(said), on_select=lambda *said: heard.append(said))
    return live, heard


def test_presses_ticks_and_selections_are_heard() -> None:
    live, heard = listening()
    live.hear(live, {"kind": "press", "name": "open:1"})
    live.hear(live, {"kind": "check", "name": "x", "on": True})
    live.hear(live, {"kind": "select", "paragraph": "1.1.1", "begin": 3, "end": 9})
    assert heard == ["open:1", ("x", True), ("1.1.1", 3, 9)]


@pytest.mark.parametrize(
    "message",
    [
        None,
        7,
        "press",
        [],
        {},
        {"kind": "press"},
        {"kind": "press", "name": 7},
        {"kind": "check", "name": None, "on": True},
        {"kind": "select", "paragraph": "1.1.1", "begin": "3", "end": 9},
        {"kind": "select", "paragraph": "1.1.1", "begin": True, "end": 9},
        {"kind": "select", "begin": 1, "end": 9},
        {"kind": "run", "name": "rm"},
    ],
)
def test_messages_of_another_form_are_let_fall(message: object) -> None:
    live, heard = listening()
    live.hear(live, message)
    assert heard == []


def test_what_is_not_ticked_is_told_as_such() -> None:
    live, heard = listening()
    live.hear(live, {"kind": "check", "name": "x", "on": "yes"})
    assert heard == [("x", False)]


def test_going_to_a_passage_is_remembered() -> None:
    live, _ = listening()
    live.goto("2.4.17")
    assert live.went == "2.4.17"
