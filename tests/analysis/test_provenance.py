"""The walk of a figure, on an invented congress and on known figures of the real table."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.analysis.provenance import COUNTERS, KINDS, STEPS, figure_of, occasions, provenance, same_thing, told
from helpers.loading import open_corpus

TABLES = open_corpus().tables


def figure(figure_id: str, value: float | None = 146, **more: Any) -> dict[str, Any]:
    base = {
        "id": figure_id, "section": "2.9", "pages": "141", "page_doubtful": False, "value": value, "value_to": None, "unit": "delegates",
        "of_what": "delegates at the Velsk congress", "side": "none", "place_id": "velsk", "os_date": "1917-10-06", "who_counts": "author",
        "kind": "state", "note_number": "", "formula": "", "note": "",
    }  # fmt: skip
    return base | more


def event(day: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"e-{day}",
        "os_start": day,
        "os_end": day,
        "place_id": "velsk",
        "summary": "A meeting.",
        "pages": "141",
        "page_doubtful": False,
        "status": "book",
    } | more


def test_an_occasion_is_of_the_same_place_and_a_day_that_the_figure_can_mean() -> None:
    events = [event("1917-10-06"), event("1917-10-07"), event("1917-10-06", place_id="brod"), event("1917-10-06", status="to_check")]
    assert [row["id"] for row in occasions(figure("f"), events)] == ["e-1917-10-06"]
    assert len(occasions(figure("f", os_date="1917-10"), events)) == 2
    assert occasions(figure("f", os_date="1917"), events) == []


def test_the_occasion_that_speaks_of_the_same_thing_comes_first() -> None:
    events = [event("1917-10-06", id="near"), event("1917-10-06", id="same", pages="400", summary="The congress opens with its delegates.")]
    assert [row["id"] for row in occasions(figure("f"), events)] == ["same", "near"]


def test_other_figures_come_by_note_then_sum_then_words() -> None:
    rows = [
        figure("f-1"),
        figure("f-2", note="a word; repeats f-1"),
        figure("f-3", formula="f-1 + f-4"),
        figure("f-4", of_what="guests"),
        figure("f-5", of_what="the Velsk congress, all delegates"),
        figure("f-6", of_what="the Velsk congress, all delegates", side="left"),
        figure("f-7", of_what="loaves"),
    ]
    found = [(relation, row["id"]) for relation, row in same_thing(rows[0], rows)]
    assert found == [("named in a note", "f-2"), ("in one sum", "f-3"), ("in one sum", "f-4"), ("same words", "f-5")]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (figure("f", 40_000, unit="persons", of_what="riflemen"), "40,000 persons: riflemen"),
        (figure("f", 0.5, unit="share", of_what="part of the vote"), "0.5 share: part of the vote"),
        (figure("f", None, unit="machine_guns", of_what="guns"), "no number given: machine guns: guns"),
        (figure("f", 1, value_to=2, unit="days", of_what="grain"), "1–2 days: grain"),
    ],
)
def test_a_figure_in_words(row: dict[str, Any], words: str) -> None:
    assert told(row) == words


def test_every_step_is_walked_also_where_nothing_is_known() -> None:
    walk = provenance("f", [figure("f")], [])
    assert walk["step"].tolist() == list(STEPS)
    assert walk["text"][1] == "the authors of the book, who name nobody; no note number beside it"
    assert walk["link"].tolist() == ["f", "", "", "", "", "", ""]


def test_an_unknown_figure_is_an_error() -> None:
    with pytest.raises(ValueError, match="no figure 'nowhere'"):
        figure_of("nowhere", [figure("f")])


def test_the_vocabularies_cover_the_real_table() -> None:
    rows = TABLES.rows("figures")
    assert {row["who_counts"] for row in rows} <= set(COUNTERS)
    assert {row["kind"] for row in rows} <= set(KINDS)


def test_the_walk_of_kharkovs_delegates_finds_the_failing_sum_and_the_opening() -> None:
    walk = provenance("kharkov-congress-delegates", TABLES.rows("figures"), TABLES.rows("events"))
    sums = walk[walk["step"] == "sum"]
    assert sums["text"].tolist() == ["137 of 146 printed for all delegates, Kharkov Regional Congress: fails"]
    assert walk[walk["step"] == "occasion"]["text"].str.contains("1917-10-06").any()
    assert set(walk[walk["step"] == "same thing"]["link"]) <= {row["id"] for row in TABLES.rows("figures")}


def test_every_figure_of_the_real_table_can_be_walked() -> None:
    figures, events = TABLES.rows("figures"), TABLES.rows("events")
    for row in figures[::40]:
        assert set(provenance(row["id"], figures, events)["step"]) == set(STEPS)
