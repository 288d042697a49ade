"""Runs of words: counted by hand, and the same from text and shipped counts."""

from __future__ import annotations

import pytest
from pandas.testing import assert_frame_equal

from helpers.analysis.ngrams import SHIPPED, ngrams
from helpers.measuring import NGRAM_COUNT, NGRAM_SECTIONS
from helpers.model import Corpus, CorpusError, TextEdition


def test_runs_are_parted_by_white_space_alone_and_stay_in_their_paragraph(tiny: TextEdition) -> None:
    found = ngrams(tiny, 2, min_count=2, min_sections=1)
    assert found.values.tolist() == [["the red", 4, 2], ["red flag", 2, 1], ["red guards", 2, 1], ["the bridge", 2, 1]]
    assert "red guards wives" not in set(ngrams(tiny, 3, min_count=1, min_sections=1)["ngram"])


def test_long_runs_and_rare_ones_come_from_an_open_text(tiny: TextEdition) -> None:
    found = ngrams(tiny, 5, min_count=1, min_sections=1, containing="hung")
    assert found["ngram"].tolist() == [
        "flag hung over the red", "hung over the red roof", "red flag hung over the", "the red flag hung over",
    ]  # fmt: skip


def test_runs_with_a_word_in_them(tiny: TextEdition) -> None:
    found = ngrams(tiny, 2, min_count=1, min_sections=1, containing="hold*|wives", order="ngram")
    assert found["ngram"].tolist() == ["guards hold", "hold the", "holds the", "who holds"]


def test_shipped_limits_are_those_of_the_measure() -> None:
    assert {n: (NGRAM_COUNT, NGRAM_SECTIONS[n]) for n in SHIPPED} == SHIPPED


@pytest.mark.parametrize("choices", [{"n": 2}, {"n": 3}, {"n": 3, "order": "n_sections"}, {"n": 2, "containing": "the|b*", "min_count": 6}])
def test_text_and_shipped_counts_give_the_same_runs(shipped: Corpus, specimen: TextEdition, choices: dict[str, object]) -> None:
    from_text = ngrams(specimen, **choices)  # type: ignore[arg-type]
    assert len(from_text) > 20
    assert_frame_equal(ngrams(shipped, **choices), from_text)  # type: ignore[arg-type]


@pytest.mark.parametrize("choices", [{"n": 4}, {"n": 2, "min_count": 2}, {"n": 3, "min_sections": 2}])
def test_what_shipped_counts_don_t_hold_asks_for_the_copy(shipped: Corpus, choices: dict[str, int]) -> None:
    with pytest.raises(CorpusError, match="study.py import"):
        ngrams(shipped, **choices)  # type: ignore[arg-type]


@pytest.mark.parametrize("choices", [{"n": 1}, {"n": 6}, {"order": "mi"}, {"containing": "red flag"}])
def test_unknown_choices_are_refused(tiny: TextEdition, choices: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"from 2 to 5|is a phrase"):
        ngrams(tiny, **choices)  # type: ignore[arg-type]
