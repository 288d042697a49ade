"""Types and tokens: by hand, against plain counting, and the same from measures and text."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from pandas.testing import assert_frame_equal

from helpers.analysis.richness import expected_types, mattr, moving_ttr, richness
from helpers.model import Corpus, CorpusError, TextEdition


def test_types_tokens_and_hapaxes_by_hand(tiny: TextEdition) -> None:
    found = richness(tiny, sample=9)
    assert found["n_words"].tolist() == [23, 11, 9]
    assert found["n_types"].tolist() == [13, 7, 6]
    assert found["n_hapaxes"].tolist() == [9, 5, 4]
    assert found["ttr"].tolist() == pytest.approx([13 / 23, 7 / 11, 6 / 9])
    assert found["sample_ttr"].tolist()[2] == pytest.approx(6 / 9)


def test_a_unit_shorter_than_the_sample_has_no_comparable_value(tiny: TextEdition) -> None:
    assert [math.isnan(v) for v in richness(tiny, sample=10)["sample_ttr"]] == [False, False, True]
    assert [math.isnan(v) for v in mattr(tiny, window=10)["mattr"]] == [False, False, True]


def test_expected_types_is_the_mean_over_every_sample() -> None:
    text = [0, 0, 0, 1, 1, 2, 3]
    drawn = [len(set(sample)) for sample in combinations(text, 3)]
    assert expected_types(np.bincount(text), 3) == pytest.approx(sum(drawn) / len(drawn))


def test_expected_types_agrees_with_scipy() -> None:
    stats = pytest.importorskip("scipy.stats", reason="scipy is not installed")
    counts = np.random.RandomState(2).randint(1, 50, 40)
    by_scipy = sum(1 - stats.hypergeom(counts.sum(), c, 100).pmf(0) for c in counts)
    assert expected_types(counts, 100) == pytest.approx(by_scipy)


@pytest.mark.parametrize("window", [1, 2, 7, 50])
def test_moving_ttr_is_the_mean_over_every_window(window: int) -> None:
    words = np.random.RandomState(window).randint(0, 12, 50)
    plain = [len(set(words[k : k + window].tolist())) / window for k in range(50 - window + 1)]
    assert moving_ttr(words, window) == pytest.approx(sum(plain) / len(plain))


def test_richness_is_the_same_from_measures_and_text(shipped: Corpus, specimen: TextEdition) -> None:
    for by in ("book", "chapter", "section", "leaf"):
        assert_frame_equal(richness(shipped, by=by, sample=200), richness(specimen, by=by, sample=200))


def test_mattr_by_section_follows_the_words_of_the_section(specimen: TextEdition) -> None:
    found = mattr(specimen, window=100)
    tokens = specimen.tokens
    second = tokens.folded[(tokens.section == 1) & (tokens.role != 7)]
    assert found["mattr"].tolist()[1] == pytest.approx(moving_ttr(second, 100))


def test_counts_don_t_know_the_order_of_words(shipped: Corpus) -> None:
    with pytest.raises(CorpusError, match=r"moving type-token ratio.*study.py import"):
        mattr(shipped)
