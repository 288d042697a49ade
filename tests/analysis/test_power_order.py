"""The order of towns: shared places, nothing for an unknown day, pairs counted by hand."""

from __future__ import annotations

import math

from helpers.analysis.power_order import Agreement, agreement, order_agreement, order_of_towns, places_in
from helpers.loading import open_corpus

TABLES = open_corpus().tables


def test_towns_of_one_day_share_a_place_and_the_next_comes_behind_all_of_them() -> None:
    assert places_in(["1917-10-26", "1917-10-25", "1917-10-25"]) == [3.0, 1.0, 1.0]


def test_a_month_stands_at_its_first_day() -> None:
    assert places_in(["1917-11-02", "1917-11"]) == [2.0, 1.0]


def test_pairs_are_same_reversed_or_tied() -> None:
    """a–b same, a–c same, b–c reversed; d is placed by one side alone; e ties with a."""
    one = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 1}
    other = {"a": 1, "b": 3, "c": 2, "d": math.nan, "e": 1}
    found = agreement(one, other)
    assert found == Agreement(n_same=4, n_reversed=1, n_tied=1)
    assert found.same_share == 0.8
    assert found.thin


def test_no_comparable_pair_has_no_share() -> None:
    assert math.isnan(agreement({"a": 1}, {"a": 1}).same_share)


def test_a_readers_order_is_compared_with_the_books() -> None:
    towns = order_of_towns(TABLES.rows("power"), TABLES.rows("places"), ["moscow", "petrograd", "harbin", "saratov"])
    assert towns["place_id"].tolist() == ["petrograd", "saratov", "moscow", "harbin"]
    assert order_agreement(["petrograd", "moscow", "saratov", "harbin"], towns) == Agreement(5, 1, 0)


def test_appendix_and_narrative_order_most_towns_alike_but_not_all() -> None:
    towns = order_of_towns(TABLES.rows("power"), TABLES.rows("places"))
    found = agreement(
        dict(zip(towns["place_id"], towns["place_in_appendix"], strict=True)),
        dict(zip(towns["place_id"], towns["place_in_narrative"], strict=True)),
    )
    n = int((towns["told"] == "both").sum())
    assert sum(found) == n * (n - 1) // 2
    assert found.n_same > found.n_reversed > 0
