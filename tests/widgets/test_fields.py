"""Fields: a plain value in and out, None while incomplete, and nothing foreign accepted from a saved answer."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.lessons.plan import Item, Option
from helpers.widgets.fields import ClaimField, Field, OrderField, field_for

OPTIONS = (Option("a", "the first"), Option("b", "the second"))
CLAIM = {
    "claim": "c", "evidence_1": "e1", "evidence_2": "", "counter": "x", "would_change_my_mind": "m",
    "evidence_1_where": "p. 95", "evidence_2_where": "", "counter_where": "", "confidence": 2,
}  # fmt: skip


def item(kind: str, **more: Any) -> Item:
    return Item("i", "predict", kind, "Prompt?", options=OPTIONS, entries=OPTIONS, first="1917-10-24", last="1917-10-26", **more)


ROUND_TRIPS = [
    ("choice", "b"),
    ("place", "a"),
    ("day", "1917-10-25"),
    ("number", 12.5),
    ("text", "in my words"),
    ("order", ["b", "a"]),
    ("sort", {"a": "b", "b": "a"}),
    ("page", {"page": 203, "words": "two numbers"}),
    ("claim", CLAIM),
]


@pytest.mark.parametrize(("kind", "value"), ROUND_TRIPS, ids=[kind for kind, _ in ROUND_TRIPS])
def test_a_saved_value_comes_back_as_it_was(kind: str, value: Any) -> None:
    field = field_for(item(kind))
    field.set(value)
    assert field.get() == value


@pytest.mark.parametrize("kind", [kind for kind, _ in ROUND_TRIPS if kind != "order"])
def test_nothing_given_is_none(kind: str) -> None:
    assert field_for(item(kind)).get() is None


@pytest.mark.parametrize("foreign", [None, 7, "<script>", ["z"], {"z": 1}, {"page": {}, "words": []}, True, [["a"], "b"]], ids=repr)
@pytest.mark.parametrize("kind", [kind for kind, _ in ROUND_TRIPS])
def test_a_foreign_value_is_never_taken_for_an_answer_of_another_kind(kind: str, foreign: Any) -> None:
    field = field_for(item(kind))
    field.set(foreign)
    value = field.get()
    assert value is None or isinstance(value, (str, float, list))
    if kind in ("choice", "place", "day", "sort", "page", "claim"):
        assert value is None


@pytest.mark.parametrize(
    ("typed", "value"), [("1,234", 1234.0), (" 40 % ", 40.0), ("-3", None), ("12.5", 12.5), ("many", None), ("", None), ("1e99", None)]
)
def test_a_number_is_read_as_people_type_it(typed: str, value: float | None) -> None:
    field: Any = field_for(item("number"))
    field.widget.value = typed
    assert field.get() == value


def test_a_share_is_at_most_a_hundred() -> None:
    field: Any = field_for(item("number", unit="per cent"))
    for typed, value in (("100", 100.0), ("250", None)):
        field.widget.value = typed
        assert field.get() == value


@pytest.mark.parametrize(("typed", "page"), [("203", 203), ("p. 203", 203), ("p.203", 203), ("two", None), ("20345", None), ("-3", None)])
def test_a_page_is_read_as_people_type_it(typed: str, page: int | None) -> None:
    field: Any = field_for(item("page"))
    field.page.value = typed
    assert (field.get() or {}).get("page") == page


def test_an_entry_moves_up_and_down_and_stops_at_the_ends() -> None:
    field = OrderField(item("order"))
    heard: list[int] = []
    field.on_change(lambda: heard.append(1))
    assert field.get() == ["a", "b"]
    field.select.value = "b"
    field.up.click()
    assert field.get() == ["b", "a"]
    field.up.click()
    assert field.get() == ["b", "a"]
    field.down.click()
    assert field.get() == ["a", "b"]
    assert field.select.value == "b"
    assert len(heard) == 3
    assert [label for label, _ in field.select.options] == ["1. the first", "2. the second"]


def test_a_claim_needs_the_claim_one_evidence_and_how_sure() -> None:
    field = ClaimField(item("claim"))
    for missing in ("claim", "evidence_1", "confidence"):
        field.set(CLAIM | {missing: ""})
        if missing == "confidence":
            field.sure.value = None
        assert field.get() is None


@pytest.mark.parametrize("kind", [kind for kind, _ in ROUND_TRIPS])
def test_a_locked_field_can_not_be_moved_and_every_change_is_heard(kind: str) -> None:
    field: Field = field_for(item(kind))
    field.lock()
    assert all(control.disabled for control in field.controls)
    field.lock(False)
    heard: list[int] = []
    field.on_change(lambda: heard.append(1))
    if kind != "order":
        field.set(dict(ROUND_TRIPS)[kind])
        assert heard


@pytest.mark.parametrize("kind", [kind for kind, _ in ROUND_TRIPS])
def test_every_control_has_a_name(kind: str) -> None:
    for control in field_for(item(kind, label="My answer")).controls:
        assert control.description.strip()
