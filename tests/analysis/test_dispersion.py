"""Dispersion: published and hand-worked values, the edges, and one number for one word however it is asked."""

from __future__ import annotations

import math

import numpy as np
import pytest
from pandas.testing import assert_frame_equal

from helpers.analysis.dispersion import dispersion, dispersion_list, dp, dp_norm, juilland_d, strip
from helpers.model import Corpus, TextEdition

GRIES = ([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
"""The letter a in five parts: the example of Gries (2008), International Journal of Corpus Linguistics 13."""


def test_griess_worked_example() -> None:
    assert dp(*GRIES) == pytest.approx(0.18)
    assert dp_norm(*GRIES) == pytest.approx(0.18 / 0.82)
    assert juilland_d(*GRIES) == pytest.approx(0.785, abs=0.0005)


def test_even_spread_and_one_place() -> None:
    assert (dp([2, 4], [100, 200]), juilland_d([2, 4], [100, 200])) == (0, 1)
    assert dp_norm([0, 6, 0], [100, 100, 200]) == 1
    assert juilland_d([0, 6, 0], [100, 100, 100]) == pytest.approx(0)


def test_a_word_that_is_nowhere_and_a_single_part_have_no_dispersion() -> None:
    assert all(math.isnan(measure([0, 0], [10, 10])) for measure in (dp, dp_norm, juilland_d))
    assert math.isnan(dp_norm([3], [10]))
    assert math.isnan(juilland_d([3], [10]))


def test_parts_without_words_are_no_parts() -> None:
    assert dp([3, 1, 0], [50, 50, 0]) == dp([3, 1], [50, 50])
    assert dp_norm([3, 1, 0], [50, 50, 0]) == 0.5


def test_a_word_by_section_counted_by_hand(tiny: TextEdition) -> None:
    row = dispersion(tiny, "red", by="section").iloc[0]
    assert [row[c] for c in ("n", "n_parts", "range", "range_share")] == [7, 3, 2, pytest.approx(2 / 3)]
    assert row["dp"] == pytest.approx((4 / 7 - 23 / 43 + 3 / 7 - 11 / 43 + 9 / 43) / 2)
    assert row["dp_norm"] == pytest.approx(row["dp"] / (1 - 9 / 43))


def test_a_phrase_has_a_dispersion_in_an_open_text(tiny: TextEdition) -> None:
    assert dispersion(tiny, "red guards", by="section")[["n", "range"]].values.tolist() == [[2, 1]]


@pytest.mark.parametrize("by", ["leaf", "section", "chapter"])
def test_the_list_gives_each_word_its_own_number(specimen: TextEdition, by: str) -> None:
    found = dispersion_list(specimen, by=by, min_count=1).set_index("token")
    for token in ("the", "velsk", "goat", "self-appointed", "linn"):
        alone = dispersion(specimen, token, by=by).iloc[0]
        for column in ("n", "per_10k", "range", "range_share", "dp", "dp_norm", "juilland_d"):
            assert found.loc[token, column] == pytest.approx(alone[column]), (token, column)


def test_the_list_is_ordered_from_even_to_uneven(specimen: TextEdition) -> None:
    found = dispersion_list(specimen, min_count=5)
    assert found["dp"].is_monotonic_increasing
    assert found["n"].min() >= 5


def test_measures_and_text_give_the_same_numbers(shipped: Corpus, specimen: TextEdition) -> None:
    assert_frame_equal(dispersion(shipped, "the|a*"), dispersion(specimen, "the|a*"))
    assert_frame_equal(dispersion_list(shipped, by="section"), dispersion_list(specimen, by="section"))
    assert_frame_equal(strip(shipped, "velsk"), strip(specimen, "velsk"))


def test_the_strip_covers_the_book_from_end_to_end(specimen: TextEdition) -> None:
    found = strip(specimen, "the")
    assert (found["begin_share"].iloc[0], found["end_share"].iloc[-1]) == (0, pytest.approx(1))
    assert np.allclose(found["end_share"].iloc[:-1], found["begin_share"].iloc[1:])
    assert found["n"].sum() == specimen.count("the")


def test_a_text_without_words_has_no_dispersion_and_no_error() -> None:
    from helpers.analysis.own_text import own_text

    empty = own_text({"1.1": "25!"})
    assert np.isnan(dispersion(empty, "red", by="section")["dp"].item())
    assert len(dispersion_list(empty)) == len(strip(empty, "red")) == 0
