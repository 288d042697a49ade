"""Agreement between coders: published worked examples, libraries as oracles, intervals that hold still."""

from __future__ import annotations

import math

import numpy as np
import pytest

from helpers.analysis.agreement import (
    alpha_interval,
    cohen_kappa,
    differences,
    kappa_interval,
    krippendorff_alpha,
    percent_agreement,
)

MEG, OWEN = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
BEN, GERRY = list("aabbdcccedda"), list("babbbccceddd")
"""Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): A, two observers, and B, nominal data."""


def test_krippendorffs_worked_examples() -> None:
    assert krippendorff_alpha([MEG, OWEN]) == pytest.approx(0.095, abs=0.0005)
    assert krippendorff_alpha([BEN, GERRY]) == pytest.approx(0.692, abs=0.0005)


def test_kappa_by_hand() -> None:
    """Of 50 proposals 20 get yes from both, 15 no from both, 5 and 10 differ: .7 seen, .5 by chance."""
    first = ["yes"] * 25 + ["no"] * 25
    second = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert percent_agreement(first, second) == 0.7
    assert cohen_kappa(first, second) == pytest.approx(0.4)


def test_missing_labels_are_left_out_and_not_a_label() -> None:
    first, second = ["a", "b", None, "a", "", float("nan")], ["a", "b", "b", None, "a", "a"]
    assert percent_agreement(first, second) == cohen_kappa(first, second) == 1
    assert krippendorff_alpha([first, second]) == 1
    assert krippendorff_alpha([first, second, [None] * 6]) == 1


def test_agreement_less_than_chance_is_below_zero() -> None:
    assert cohen_kappa("abab", "baba") == -1
    assert krippendorff_alpha(["abab", "baba"]) < 0


def test_one_label_throughout_or_no_unit_in_common_has_no_value() -> None:
    for measure in (cohen_kappa, percent_agreement):
        assert math.isnan(measure(["a", None], [None, "a"]))
    assert math.isnan(cohen_kappa("aaaa", "aaaa"))
    assert math.isnan(krippendorff_alpha(["aaaa", "aaaa"]))
    assert math.isnan(krippendorff_alpha([["a", None], [None, "a"]]))
    assert all(math.isnan(v) for v in alpha_interval([["a", None], [None, "a"]])[:3])


def test_rows_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="3 and 2 units"):
        cohen_kappa("aba", "ab")
    with pytest.raises(ValueError, match="3, 2 units"):
        krippendorff_alpha(["aba", "ab"])


def test_the_interval_is_the_same_each_time_and_holds_the_value() -> None:
    first, second = BEN * 5, GERRY * 5
    found = alpha_interval([first, second])
    assert found == alpha_interval([first, second])
    assert found != alpha_interval([first, second], seed=1)
    assert found.low < found.value < found.high
    assert (found.value, found.n_units) == (krippendorff_alpha([first, second]), 60)
    kappa = kappa_interval(first, second)
    assert kappa.value == pytest.approx(cohen_kappa(first, second))
    assert kappa.low < kappa.value < kappa.high


def test_more_units_narrow_the_interval() -> None:
    few, many = (kappa_interval(BEN * n, GERRY * n) for n in (2, 40))
    assert many.high - many.low < (few.high - few.low) / 3


def test_a_bootstrap_draw_is_the_measure_of_the_units_drawn() -> None:
    drawn = np.random.RandomState(5).randint(0, 12, size=(1, 12))[0]
    expected = cohen_kappa([BEN[k] for k in drawn], [GERRY[k] for k in drawn])
    assert kappa_interval(BEN, GERRY, resamples=1, seed=5)[1:3] == pytest.approx((expected, expected))


def test_units_to_talk_about() -> None:
    assert differences([BEN, GERRY]) == [0, 4, 11]


def _codings(seed: int) -> list[list[str]]:
    """Three coders of 200 units who follow one truth four times of five."""
    dice = np.random.RandomState(seed)
    truth = dice.choice(list("abcd"), 200, p=[0.5, 0.3, 0.15, 0.05])
    return [np.where(dice.rand(200) < 0.8, truth, dice.choice(list("abcd"), 200)).tolist() for _ in range(3)]


def test_kappa_agrees_with_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn is not installed")
    for seed in range(5):
        first, second, _ = _codings(seed)
        assert cohen_kappa(first, second) == pytest.approx(metrics.cohen_kappa_score(first, second))


def test_alpha_agrees_with_the_krippendorff_package() -> None:
    package = pytest.importorskip("krippendorff", reason="krippendorff is not installed")
    for seed in range(5):
        coders = [np.array(labels, dtype=object) for labels in _codings(seed)]
        coders[seed % 3][::7] = None
        numbers = [[np.nan if x is None else "abcd".index(x) for x in labels] for labels in coders]
        by_package = package.alpha(reliability_data=numbers, level_of_measurement="nominal")
        assert krippendorff_alpha([labels.tolist() for labels in coders]) == pytest.approx(by_package)
