"""Key words against a reference: published and hand-worked values, cut-offs, and the same list from measures and text."""

from __future__ import annotations

import numpy as np
import pytest
from pandas.testing import assert_frame_equal

from helpers.analysis.counts import counts_of
from helpers.analysis.keyness import keyness
from helpers.analysis.keyness_measures import diff_pct, log_likelihood, log_ratio
from helpers.model import Corpus, CorpusError, TextEdition

MILLION = 10**6


def test_log_likelihood_gives_raysons_published_values() -> None:
    """P. Rayson on the Corpora list, 18 January 2002: keep, keeps, keeping, kept in learners' and natives' texts."""
    found = log_likelihood([348, 15, 9, 21, 392], [99, 14, 32, 25, 170], MILLION, MILLION)
    assert found.round().tolist() == [147, 0, 14, 0, 90]


def test_log_likelihood_gives_the_lancaster_course_value() -> None:
    assert float(log_likelihood(52, 57, 50_000, 75_000)) == pytest.approx(2.65, abs=0.005)


def test_equal_rates_are_no_difference_and_an_absent_word_has_none() -> None:
    assert log_likelihood([10, 0], [20, 0], 100, 200).tolist() == [0, pytest.approx(np.nan, nan_ok=True)]
    assert np.isnan(log_ratio(0, 0, 100, 200).value)


def test_a_zero_count_adds_nothing_to_log_likelihood_and_half_to_the_log_ratio() -> None:
    assert float(log_likelihood(8, 0, 1000, 3000)) == pytest.approx(2 * 8 * np.log(4))
    assert float(log_ratio(8, 0, 1000, 1000).value) == 4
    assert float(log_ratio(0, 8, 1000, 1000).value) == -4
    assert np.isnan(diff_pct(8, 0, 1000, 1000))
    assert float(diff_pct(0, 8, 1000, 1000)) == -100


def test_the_interval_narrows_as_counts_grow() -> None:
    few, many = log_ratio(4, 2, MILLION, MILLION), log_ratio(400, 200, MILLION, MILLION)
    assert float(few.value) == float(many.value) == 1
    assert float(few.low) < 0 < float(many.low) < 1 < float(many.high) < float(few.high)


def test_measures_agree_with_scipy() -> None:
    stats = pytest.importorskip("scipy.stats", reason="scipy is not installed")
    dice = np.random.RandomState(5)
    for a, b in dice.randint(1, 400, size=(50, 2)).tolist():
        share = (a + b) / 50_000
        expected = stats.power_divergence([a, b], [20_000 * share, 30_000 * share], lambda_="log-likelihood").statistic
        assert float(log_likelihood(a, b, 20_000, 30_000)) == pytest.approx(expected)
        risk = stats.contingency.relative_risk(a, 20_000, b, 30_000)
        interval = risk.confidence_interval(0.95)
        found = [float(x) for x in log_ratio(a, b, 20_000, 30_000)]
        assert found == pytest.approx(np.log2([risk.relative_risk, interval.low, interval.high]).tolist(), rel=1e-6)


def test_a_section_against_the_rest_counted_by_hand(tiny: TextEdition) -> None:
    found = keyness(tiny, section="1.2", min_leaves=1, min_ll=0)
    assert found["token"].tolist() == ["guards", "red"]
    guards = found.iloc[0]
    assert [guards[c] for c in ("n_target", "n_reference", "n_leaves", "n_sections", "n_reference_leaves")] == [3, 1, 1, 1, 1]
    assert guards["target_per_10k"] == pytest.approx(3e4 / 11)
    assert guards["log_ratio"] == pytest.approx(np.log2((3 / 11) / (1 / 32)))
    assert guards["diff_pct"] == pytest.approx(100 * (3 / 11 - 1 / 32) * 32)
    assert guards["log_likelihood"] == pytest.approx(2 * (3 * np.log(3 / (4 * 11 / 43)) + np.log(1 / (4 * 32 / 43))))
    assert found.attrs == {"target_words": 11, "reference_words": 32}


def test_both_sides_and_under_use(tiny: TextEdition) -> None:
    under = keyness(tiny, section="2.1", side="under", min_leaves=1, min_ll=0)
    assert under[["token", "n_target", "n_reference"]].values.tolist() == [["red", 0, 7], ["flag", 0, 3], ["roof", 0, 3]]
    both = keyness(tiny, section="2.1", side="both", min_count=1, min_leaves=1, min_ll=0)
    assert len(both) == len(counts_of(tiny).tokens)


def test_section_against_section_and_chapter_against_chapter(tiny: TextEdition) -> None:
    found = keyness(tiny, section="1.1", against="1.2", min_leaves=1, min_ll=0, min_count=1, side="both")
    assert found.attrs == {"target_words": 23, "reference_words": 11}
    chapters = keyness(tiny, chapter=1, against=2, min_leaves=1, min_ll=0)
    assert chapters.attrs == {"target_words": 34, "reference_words": 9}
    with pytest.raises(ValueError, match="share text"):
        keyness(tiny, chapter=1, against=["1.1", "2.1"])


def test_cut_offs_and_order_are_choices(specimen: TextEdition) -> None:
    everything = keyness(specimen, chapter=1, min_count=1, min_leaves=0, min_ll=0)
    assert len(keyness(specimen, chapter=1, min_count=10, min_leaves=0, min_ll=0)) == (everything["n_target"] >= 10).sum()
    assert len(keyness(specimen, chapter=1, min_count=1, min_leaves=4, min_ll=0)) == (everything["n_leaves"] >= 4).sum()
    assert len(keyness(specimen, chapter=1, min_count=1, min_leaves=0, min_ll=3.84)) == (everything["log_likelihood"] >= 3.84).sum()
    by_size = keyness(specimen, chapter=1, order="log_ratio", min_count=1, min_leaves=0, min_ll=0, top=5)
    assert by_size["log_ratio"].tolist() == sorted(everything["log_ratio"], reverse=True)[:5]


def test_an_order_by_difference_puts_words_the_reference_lacks_first(tiny: TextEdition) -> None:
    found = keyness(tiny, section="2.1", order="diff_pct", min_count=1, min_leaves=1, min_ll=0)
    assert found["token"].tolist()[-1] in {"the", "guards"}
    assert np.isnan(found["diff_pct"].tolist()[0])


TARGETS = [
    {"section": "1.1"},
    {"chapter": 2},
    {"section": ["1.1", "2.end"], "against": ["1.2"]},
    {"chapter": 1, "against": 2, "side": "both"},
    {"chapter": 1, "side": "under", "order": "log_ratio"},
]


@pytest.mark.parametrize("choices", TARGETS, ids=str)
def test_measures_and_text_give_the_same_list(shipped: Corpus, specimen: TextEdition, choices: dict[str, object]) -> None:
    cuts: dict[str, object] = {"min_ll": 0, "min_count": 1, "min_leaves": 0}
    assert_frame_equal(keyness(shipped, **choices, **cuts), keyness(specimen, **choices, **cuts))  # type: ignore[arg-type]


@pytest.mark.parametrize("side", ["over", "under", "both"])
def test_the_book_against_the_second_source_is_the_same_from_measures_and_texts(
    shipped: Corpus, specimen: TextEdition, second: TextEdition, side: str
) -> None:
    a = keyness(shipped, against="ten-days", side=side, min_ll=0, min_count=1)
    b = keyness(specimen, against=second, side=side, min_ll=0, min_count=1)
    assert_frame_equal(a, b)
    assert a.attrs == {"target_words": specimen.tokens.folded.size - 8, "reference_words": second.tokens.folded.size - 8}


def test_words_of_the_reference_alone_are_under_used() -> None:
    from helpers.analysis.own_text import own_text

    found = keyness(own_text({"1.1": "a flag"}), against=own_text({"1.1": "a roof roof roof"}), side="under", min_ll=0)
    assert found[["token", "n_target", "n_reference", "n_leaves"]].values.tolist() == [["roof", 0, 3, 0]]


REFUSED = [
    ({}, ValueError, "reference has no counted words"),
    ({"section": "9.9"}, CorpusError, r"no section '9.9'"),
    ({"section": "1.1", "side": "left"}, ValueError, "side one of over"),
    ({"section": "1.1", "order": "p"}, ValueError, "order is one of log_likelihood"),
    ({"against": "ten-days"}, ValueError, "name the open text"),
]


@pytest.mark.parametrize(("choices", "error", "message"), REFUSED)
def test_what_can_t_be_compared_is_refused_in_words(
    tiny: TextEdition, choices: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        keyness(tiny, **choices)  # type: ignore[arg-type]
