"""Organisations by region: nought and unknown told apart."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from helpers.analysis.bodies import KINDS, as_matrix, bodies_by_region, looked_at
from helpers.analysis.regions import region_mentions
from helpers.loading import open_corpus

CORPUS = open_corpus()
PLACES = [{"id": "velsk", "region_id": "river"}, {"id": "karsino", "region_id": "salt"}]
REGIONS = [{"id": "river", "name": "River"}, {"id": "salt", "name": "Salt"}]


def body(body_id: str, place: str = "velsk", kind: str = "soviet", same_as: str = "") -> dict[str, Any]:
    return {"id": body_id, "kind": kind, "place_id": place, "same_as": same_as}


def cell(frame: pd.DataFrame, region: str, kind: str) -> float:
    return float(frame[(frame["region_id"] == region) & (frame["kind"] == kind)]["n"].iloc[0])


def test_none_named_is_nought_where_the_book_looks_and_unknown_where_it_does_not() -> None:
    frame = bodies_by_region([body("a"), body("b", "karsino", "duma")], PLACES, REGIONS, ["river"])
    assert cell(frame, "river", "soviet") == 1
    assert cell(frame, "river", "duma") == 0
    assert cell(frame, "salt", "duma") == 1
    assert math.isnan(cell(frame, "salt", "soviet"))


def test_two_rows_that_may_be_one_body_count_once() -> None:
    frame = bodies_by_region([body("a", same_as="b"), body("b", same_as="a"), body("c")], PLACES, REGIONS, ["river"])
    assert cell(frame, "river", "soviet") == 2


def test_bodies_without_a_seat_have_a_row_of_their_own() -> None:
    frame = bodies_by_region([body("a", place="")], PLACES, REGIONS, ["river"])
    assert cell(frame, "", "soviet") == 1
    assert frame["n"].sum() == 1


def test_a_region_is_looked_at_from_twenty_mentions_of_two_places_on() -> None:
    mentions = pd.DataFrame({"region_id": ["a", "b", "c"], "n": [20, 19, 500], "n_named": [2, 9, 1]})
    assert looked_at(mentions) == ["a"]


def test_the_matrix_keeps_regions_and_kinds_in_order() -> None:
    matrix = as_matrix(bodies_by_region([body("a")], PLACES, REGIONS, ["river"]))
    assert list(matrix.columns) == list(KINDS)
    assert [region for region, _ in matrix.index] == ["river", "salt", ""]


def test_every_body_of_the_real_table_is_in_the_matrix() -> None:
    tables, measures = CORPUS.tables, CORPUS.measures
    mentions = region_mentions(measures.rows("entity_leaf"), tables.rows("places"), tables.rows("regions"), measures.rows("leaves"))
    frame = bodies_by_region(tables.rows("organisations"), tables.rows("places"), tables.rows("regions"), looked_at(mentions))
    assert {row["kind"] for row in tables.rows("organisations")} <= set(KINDS)
    merged = sum(bool(row["same_as"]) for row in tables.rows("organisations"))
    assert len(tables.rows("organisations")) - merged < frame["n"].sum() <= len(tables.rows("organisations"))
    assert math.isnan(cell(frame, "crimea", "soviet"))
    assert cell(frame, "transcaucasia", "red_guard") == 0
    assert cell(frame, "central-asia", "national_body") >= 1
