"""Collocates: pairs counted by hand, measures against a library, and one number from text and shipped counts."""

from __future__ import annotations

import numpy as np
import pytest
from pandas.testing import assert_frame_equal

from helpers.analysis.association import delta_p, expected_pairs, log_dice, mutual_information, pair_log_likelihood
from helpers.analysis.collocation import collocates, shipped_nodes
from helpers.model import Corpus, CorpusError, TextEdition
from tests.analysis.conftest import corpus_of


def _pairs(edition: TextEdition, node: str, **choices: object) -> dict[str, int]:
    found = collocates(edition, node, min_count=1, **choices)  # type: ignore[arg-type]
    return dict(zip(found["collocate"], found["n"], strict=True))


def test_the_window_is_cut_at_the_paragraph_edge_and_captions_are_left_out(tiny: TextEdition) -> None:
    assert _pairs(tiny, "flag", window=1) == {"red": 2, "down": 1, "hung": 1, "the": 1}
    assert _pairs(tiny, "wives", window=(0, 2)) == {"red": 1, "guards": 1}
    assert _pairs(tiny, "bridge", window=(2, 0)) == {"the": 2, "holds": 1, "hold": 1}


def test_roles_sections_and_chapters_choose_the_text(tiny: TextEdition) -> None:
    assert _pairs(tiny, "flag", window=1, roles=["caption"]) == {"red": 1}
    assert _pairs(tiny, "flag", window=1, roles="quotation") == {"down": 1, "red": 1}
    assert _pairs(tiny, "guards", window=1, chapter=2) == {"hold": 1, "the": 1}
    assert collocates(tiny, "guards", window=1, chapter=2).attrs == {"n_node": 1, "n_words": 9, "span": 2}


def test_a_word_near_two_nodes_counts_twice_and_a_node_can_be_its_own_company(tiny: TextEdition) -> None:
    found = collocates(tiny, "guards", window=2, section="1.2", min_count=1).set_index("collocate")
    assert found.loc["red", ["n", "n_collocate", "n_sections"]].tolist() == [4, 3, 1]
    assert "guards" not in found.index
    assert _pairs(tiny, "red", window=5, section="1.2")["red"] == 4


def test_the_company_of_a_phrase_leaves_out_its_own_words(tiny: TextEdition) -> None:
    assert _pairs(tiny, "red guards", window=1) == {"met": 1, "the": 1, "wives": 1}
    assert collocates(tiny, "red guards", window=1, min_count=1).attrs["n_node"] == 2


def test_every_measure_of_one_pair_by_hand(tiny: TextEdition) -> None:
    """flag stands 3 times, red 7 times in 43 words, and they meet twice at a window of one."""
    row = collocates(tiny, "flag", window=1, min_count=1).set_index("collocate").loc["red"]
    assert row["expected"] == pytest.approx(3 * 7 * 2 / 43)
    assert row["log_dice"] == pytest.approx(14 + np.log2(2 * 2 / (3 + 7)))
    assert row["mi"] == pytest.approx(np.log2(2 * 43 / (3 * 7 * 2)))
    assert row["delta_p_collocate"] == pytest.approx(2 / 6 - 12 / 80)
    assert row["delta_p_node"] == pytest.approx(2 / 14 - 4 / 72)
    cells = ((2, 6, 14), (4, 6, 72), (12, 80, 14), (68, 80, 72))
    assert row["log_likelihood"] == pytest.approx(2 * sum(o * np.log(o * 86 / (r * c)) for o, r, c in cells))


def test_association_agrees_with_nltk() -> None:
    nltk = pytest.importorskip("nltk.metrics", reason="nltk is not installed")
    measures = nltk.BigramAssocMeasures
    dice = np.random.RandomState(1)
    for joint, more, most in dice.randint(1, 60, size=(40, 3)).tolist():
        node, other, n_words = joint + more, joint + most, 5000
        margins = (joint, (node, other), n_words)
        assert float(pair_log_likelihood(joint, node, other, n_words, 1)) == pytest.approx(measures.likelihood_ratio(*margins))
        assert float(mutual_information(joint, expected_pairs(node, other, n_words, 1))) == pytest.approx(measures.pmi(*margins))
        assert float(log_dice(joint, node, other)) == pytest.approx(14 + np.log2(measures.dice(*margins)))


def test_words_that_never_meet_have_no_measure() -> None:
    assert np.isnan(log_dice(0, 3, 4))
    assert np.isnan(mutual_information(0, 2.0))
    assert float(pair_log_likelihood(0, 3, 4, 100, 10)) > 0
    assert float(delta_p(0, 3, 4, 100, 10)[0]) < 0


@pytest.mark.parametrize("order", ["log_dice", "log_likelihood", "mi", "delta_p_node", "n"])
def test_text_and_shipped_counts_give_the_same_numbers(shipped: Corpus, specimen: TextEdition, order: str) -> None:
    assert shipped_nodes(shipped) == ["a", "and", "the", "was"]
    for node in shipped_nodes(shipped):
        from_text = collocates(specimen, node, min_count=3, order=order)
        assert len(from_text) > 10
        assert_frame_equal(collocates(shipped, node, min_count=3, order=order), from_text)


def test_a_corpus_with_a_book_answers_from_its_text(shipped: Corpus, specimen: TextEdition) -> None:
    corpus = corpus_of({}, specimen)
    assert_frame_equal(collocates(corpus, "ferry", window=2), collocates(specimen, "ferry", window=2))


def test_by_log_likelihood_what_is_avoided_comes_last(specimen: TextEdition) -> None:
    found = collocates(specimen, "the", order="log_likelihood", min_count=1)
    attracted = (found["n"] >= found["expected"]).tolist()
    assert attracted == sorted(attracted, reverse=True)
    assert not all(attracted)


@pytest.mark.parametrize(
    ("node", "choices"),
    [("velsk", {}), ("the|a", {}), ("the bread", {}), ("the", {"window": 4}), ("the", {"min_count": 2}), ("the", {"chapter": 1})],
)
def test_what_shipped_counts_can_t_answer_asks_for_the_copy(shipped: Corpus, node: str, choices: dict[str, int]) -> None:
    with pytest.raises(CorpusError, match="study.py import"):
        collocates(shipped, node, **choices)  # type: ignore[arg-type]


@pytest.mark.parametrize("choices", [{"window": 0}, {"window": (-1, 2)}, {"order": "t_score"}, {"roles": ["hymn"]}])
def test_unknown_choices_are_refused(tiny: TextEdition, choices: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"window is|no measure|unknown role"):
        collocates(tiny, "flag", **choices)  # type: ignore[arg-type]


def test_a_node_that_is_nowhere_has_no_company(tiny: TextEdition) -> None:
    found = collocates(tiny, "goat")
    assert (len(found), found.attrs["n_node"]) == (0, 0)
