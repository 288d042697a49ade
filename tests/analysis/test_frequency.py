"""Counts and rates by unit, counted by hand; the same from measures and from the text."""

from __future__ import annotations

import numpy as np
import pytest
from pandas.testing import assert_frame_equal

from helpers.analysis.frequency import frequency, frequency_list, kendall_tau, moving_rate, per_10k, trend
from helpers.model import Corpus, CorpusError, TextEdition


def test_rates_by_section_chapter_and_book(tiny: TextEdition) -> None:
    by_section = frequency(tiny, "red", by="section")
    assert by_section["n"].tolist() == [4, 3, 0]
    assert by_section["per_10k"].tolist() == pytest.approx([4e4 / 23, 3e4 / 11, 0])
    assert by_section[["first_page", "last_page", "page_doubtful"]].values.tolist() == [[10, 11, True], [11, 11, True], [12, 12, False]]
    assert frequency(tiny, "red|flag", by="chapter")["n"].tolist() == [10, 0]
    assert frequency(tiny, "red")[["text", "n_words", "n"]].values.tolist() == [["tiny", 43, 7]]


def test_a_phrase_in_an_open_text_has_a_frequency_too(tiny: TextEdition) -> None:
    assert frequency(tiny, "the * flag", by="section")["n"].tolist() == [2, 0, 0]


def test_a_word_that_is_nowhere_has_none_and_an_empty_unit_no_rate() -> None:
    from helpers.analysis.own_text import own_text

    found = frequency(own_text({"1.1": "A flag.", "1.2": "25!"}), "roof", by="section")
    assert found["n"].tolist() == [0, 0]
    assert found["per_10k"].tolist()[0] == 0
    assert np.isnan(found["per_10k"].tolist()[1])


@pytest.mark.parametrize("by", ["book", "chapter", "section", "leaf"])
@pytest.mark.parametrize("query", ["the", "velsk|brod", "b*", "nowhere"])
def test_measures_and_text_give_the_same_numbers(shipped: Corpus, specimen: TextEdition, by: str, query: str) -> None:
    assert_frame_equal(frequency(shipped, query, by=by), frequency(specimen, query, by=by))


def test_frequency_agrees_with_the_count_command(specimen: TextEdition) -> None:
    for word in ("the", "bread", "self-appointed", "pre-war"):
        assert frequency(specimen, word)["n"].item() == specimen.count(word)


def test_the_list_is_ordered_by_count_then_alphabet(tiny: TextEdition) -> None:
    found = frequency_list(tiny, top=5)
    assert found[["token", "n", "n_leaves", "n_sections"]].values.tolist() == [
        ["the", 9, 3, 3], ["red", 7, 2, 2], ["guards", 4, 2, 2], ["flag", 3, 1, 1], ["roof", 3, 2, 2],
    ]  # fmt: skip
    assert found["per_10k"].tolist()[0] == pytest.approx(9e4 / 43)


def test_the_list_of_a_chapter_or_a_pattern_counts_in_scope_alone(shipped: Corpus, tiny: TextEdition) -> None:
    assert frequency_list(tiny, section="2.1", top=1)[["token", "n", "per_10k"]].values.tolist() == [["the", 3, pytest.approx(3e4 / 9)]]
    assert frequency_list(tiny, pattern="*s", chapter=1)["token"].tolist() == ["guards", "was", "wives"]
    assert len(frequency_list(tiny, min_count=4)) == 3
    with pytest.raises(CorpusError, match=r"no section '3.1'"):
        frequency_list(shipped, section="3.1")


def test_the_list_is_the_same_from_measures_and_text(shipped: Corpus, specimen: TextEdition) -> None:
    assert_frame_equal(frequency_list(shipped, chapter=2), frequency_list(specimen, chapter=2))


def test_a_moving_rate_pools_its_neighbours(tiny: TextEdition) -> None:
    found = trend(tiny, "red", span=3)["moving_per_10k"].tolist()
    assert found == pytest.approx([7e4 / 34, 7e4 / 43, 3e4 / 20])
    with pytest.raises(ValueError, match="odd"):
        moving_rate(np.array([1]), np.array([10]), 2)


def test_per_10k_of_nothing_is_nan() -> None:
    assert np.isnan(per_10k(0, 0))


def test_tau_is_one_for_a_steady_rise_and_nan_where_nothing_changes() -> None:
    assert kendall_tau([1, 2, 3]) == 1
    assert kendall_tau([3, np.nan, 2, 1]) == -1
    assert np.isnan(kendall_tau([5]))
    assert np.isnan(kendall_tau([0, 0, 0]))


def test_tau_agrees_with_scipy() -> None:
    stats = pytest.importorskip("scipy.stats", reason="scipy is not installed")
    values = np.random.RandomState(3).randint(0, 9, 60)
    assert kendall_tau(values) == pytest.approx(stats.kendalltau(np.arange(60), values).statistic)
