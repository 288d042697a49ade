"""Words that look back from a later day, by section and by what stands beside them."""

from __future__ import annotations

import math

import pytest

from helpers.analysis.back_projection import back_projection, uses_by_company
from helpers.analysis.counts import counts_of
from helpers.analysis.own_text import own_text
from helpers.loading import open_corpus

CORPUS = open_corpus()
TEXT = own_text({
    "1.1": "Orsk, who was subsequently shot for treason, spoke. An hour later it rained.",
    "1.2": "Dorn subsequently wrote that the roof was red. Afterwards she left.",
    "2.1": "The boat came back.",
})  # fmt: skip


def test_each_section_has_its_counts_and_its_rate() -> None:
    frame = back_projection(TEXT).set_index("section")
    assert frame[["subsequently", "later", "afterwards", "n", "n_with_verdict"]].values.tolist() == [
        [1, 1, 0, 2, 1],
        [1, 0, 1, 2, 0],
        [0, 0, 0, 0, 0],
    ]
    assert frame["per_10k"]["1.1"] == pytest.approx(2 / 13 * 1e4)
    assert frame["thin"].all()


def test_later_counts_as_beside_a_verdict_only_where_it_alone_is_asked_for() -> None:
    text = own_text({"1.1": "An hour later he was shot.", "1.2": "An hour later it rained."})
    assert back_projection(text)["n_with_verdict"].tolist() == [0, 0]
    assert back_projection(text, ["later"])["n_with_verdict"].tolist() == [1, 0]


def test_uses_are_sorted_by_what_stands_near() -> None:
    row = uses_by_company(TEXT, ["subsequently"]).iloc[0]
    assert row[["n", "n_verdict", "n_testimony", "n_both", "n_neither"]].tolist() == [2, 1, 1, 0, 0]
    assert row["verdict_share"] == 0.5


def test_a_word_seven_words_away_is_not_near() -> None:
    text = own_text({"1.1": "subsequently one two three four five six shot"})
    assert uses_by_company(text, ["subsequently"])["n_verdict"][0] == 0


def test_counts_alone_can_not_sort() -> None:
    row = uses_by_company(counts_of(TEXT), ["subsequently"]).iloc[0]
    assert row["n"] == 2
    assert math.isnan(row["n_verdict"])
    assert math.isnan(row["n_neither"])


def test_a_word_that_is_nowhere_has_no_share() -> None:
    row = uses_by_company(TEXT, ["eventually"]).iloc[0]
    assert row["n"] == 0
    assert math.isnan(row["verdict_share"])


def test_the_real_counts_are_those_of_the_measures() -> None:
    frame = back_projection(CORPUS)
    total = sum(row["count"] for row in CORPUS.measures.rows("leaf_tokens") if row["token"] == "subsequently")
    assert frame["subsequently"].sum() == total == 35
    assert frame.set_index("section")["n_with_verdict"]["1.2"] == 2
