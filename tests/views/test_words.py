"""Charts of words: the numbers are those that a hand finds in a small text, with a copy and without, and bad input is a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from helpers.analysis.own_text import own_text
from helpers.charts.chart import Chart
from helpers.loading import open_corpus
from helpers.measuring import measure
from helpers.model import Corpus
from helpers.views.keywords import collocates_view, keyness_view, ngrams_view, part_of
from helpers.views.words import dispersion_view, frequency_view, trend_view, two_spreads_view
from tests.analysis.conftest import TABLES, corpus_of

TEXT = own_text(
    {
        "1.1": "The red flag hung over the red roof, and nobody saw the red flag at all by then.",
        "1.2": "Red guards met at the old roof.",
        "2.1": "Who holds the bridge? The guards hold it.",
    },
    name="book",
)
WITHOUT = corpus_of(measure(TEXT, TABLES) | measure(own_text({"1.1": "A blue flag, a blue roof, a blue bridge."}, name="ten-days"), TABLES))
WITH = corpus_of(
    measure(TEXT, TABLES) | measure(own_text({"1.1": "A blue flag, a blue roof, a blue bridge."}, name="ten-days"), TABLES), TEXT
)
SHIPPED = open_corpus()
BOTH = pytest.mark.parametrize("corpus", [WITHOUT, WITH], ids=["without a copy", "with a copy"])


@BOTH
def test_frequency_counts_by_chapter_and_by_section(corpus: Corpus) -> None:
    by_chapter = frequency_view(corpus, word="red")
    assert [(r["name"], r["n"], r["n_words"], r["per_10k"]) for r in by_chapter.rows] == [
        ("chapter 1", 4, 25, 1600.0),
        ("chapter 2", 0, 8, 0.0),
    ]
    assert by_chapter.source.startswith("4 of 33 words.")
    assert by_chapter.thin == "it stands only 4 times"
    sections = frequency_view(corpus, word="red", chapter=1)
    assert [(r["n"], r["n_words"]) for r in sections.rows] == [(3, 18), (1, 7)]
    assert sections.source.startswith("4 of 25 words.")
    assert [mark.label for mark in sections.marks] == [
        "1.1 (untitled): 1,666.7 per 10,000 words",
        "1.2 (untitled): 1,428.6 per 10,000 words",
    ]


def test_a_phrase_is_counted_in_a_copy_and_refused_in_a_sentence_without_one() -> None:
    assert [r["n"] for r in frequency_view(WITH, word="red flag", chapter=1).rows] == [2, 0]
    with pytest.raises(ValueError, match="needs the book's own words: bring your copy"):
        frequency_view(WITHOUT, word="red flag")


@BOTH
def test_a_trend_is_the_rate_and_its_neighbours_in_reading_order(corpus: Corpus) -> None:
    chart = trend_view(corpus, word="red", span=3)
    assert [(r["section"], r["n"], r["per_10k"]) for r in chart.rows] == [
        ("1.1", 3, pytest.approx(1666.67, abs=0.01)),
        ("1.2", 1, pytest.approx(1428.57, abs=0.01)),
        ("2.1", 0, 0),
    ]
    smooth = [mark.label for mark in chart.marks if mark.label.startswith("3 sections")]
    assert "3 sections together, 1.1: 1,600 per 10,000 words" in smooth
    assert "τ with the order of sections: −1.00" in chart.source
    assert len(trend_view(corpus, word="red", span=1).marks) == 3


@BOTH
def test_dispersion_says_range_and_dp_and_lists_the_leaves_that_have_the_word(corpus: Corpus) -> None:
    chart = dispersion_view(corpus, words="red, bridge, snow")
    assert chart.sentence == (
        "“red” stands 4 times on 2 of 3 leaves (DP 0.24); “bridge” stands 1 time on 1 of 3 leaves (DP 0.76); “snow” stands nowhere."
    )
    assert [(r["term"], r["section"], r["n"]) for r in chart.rows] == [("red", "1.1", 3), ("red", "1.2", 1), ("bridge", "2.1", 1)]
    assert len(chart.marks) == len(chart.rows)
    assert chart.thin == "“red”, “bridge”, “snow” stand fewer than 20 times"


@BOTH
def test_two_words_of_one_frequency_are_the_most_and_the_least_even(corpus: Corpus) -> None:
    chart = two_spreads_view(corpus, count=2)
    assert {r["term"] for r in chart.rows} <= {"flag", "roof", "guards", "at"}
    with pytest.raises(ValueError, match="fewer than two words stand about 900 times"):
        two_spreads_view(corpus, count=900)


@BOTH
def test_keyness_names_both_sides_and_their_sizes(corpus: Corpus) -> None:
    chart = keyness_view(corpus, target="chapter 1", min_ll=0, min_leaves=1)
    red = next(r for r in chart.rows if r["token"] == "red")
    assert (red["n_target"], red["n_reference"]) == (4, 0)
    assert "25 words against 8." in chart.source
    assert chart.thin == "one side has only 8 words"
    assert "more in chapter 1 →" in chart.svg
    assert [m.label.split(":")[0] for m in chart.marks] == [r["token"] for r in chart.rows]
    against = keyness_view(corpus, target="book", against="ten-days", min_ll=0, min_leaves=1, side="both")
    assert {"blue", "red"} <= {r["token"] for r in against.rows}


def test_the_brakes_decide_what_is_a_key_word() -> None:
    free, held = (
        keyness_view(SHIPPED, target="chapter 5", order="log_ratio", min_ll=ll, min_leaves=leaves) for ll, leaves in ((0.0, 1), (15.13, 10))
    )
    assert {r["token"] for r in free.rows} != {r["token"] for r in held.rows}
    assert min(r["n_leaves"] for r in held.rows) >= 10
    assert min(r["log_likelihood"] for r in held.rows) >= 15.13
    assert any("too thin to trust" in mark.label for mark in free.marks)
    assert not any("too thin to trust" in mark.label for mark in held.marks)


def test_the_whole_book_has_nothing_but_the_other_book_to_be_compared_with() -> None:
    with pytest.raises(ValueError, match="leaves nothing to compare"):
        keyness_view(SHIPPED, target="book")
    with pytest.raises(ValueError, match="share text"):
        keyness_view(SHIPPED, target="5.1", against="chapter 5")


def test_the_company_of_a_shipped_word_is_the_shipped_count() -> None:
    chart = collocates_view(SHIPPED, node="masses", measure="n", without=0)
    shipped = {r["collocate"]: r["count"] for r in SHIPPED.measures.rows("node_collocates") if r["node"] == "masses"}
    assert {r["collocate"]: r["n"] for r in chart.rows}.items() <= shipped.items()
    assert [r["n"] for r in chart.rows] == sorted((n for n in shipped.values() if n >= 5), reverse=True)[: len(chart.rows)]
    assert "the" not in {r["collocate"] for r in collocates_view(SHIPPED, node="masses", without=50).rows}


def test_another_word_has_its_company_counted_in_a_copy_alone() -> None:
    chart = collocates_view(WITH, node="masses", other="red flag", min_count=1, without=0, measure="n")
    assert chart.title == "What company does “red flag” keep?"
    assert chart.thin == "it stands only 2 times"
    assert {r["collocate"] for r in chart.rows} >= {"hung", "roof", "saw"}
    with pytest.raises(ValueError, match="bring your copy"):
        collocates_view(SHIPPED, node="masses", other="red flag")


def test_runs_are_those_of_the_shipped_counts() -> None:
    shipped = {r["ngram"]: (r["count"], r["sections"]) for r in SHIPPED.measures.rows("book_ngrams") if r["n"] == 2}
    chart = ngrams_view(SHIPPED, length=2, containing="soviet*", order="n_sections")
    assert all(shipped[r["ngram"]] == (r["n"], r["n_sections"]) for r in chart.rows)
    assert all(any(word.startswith("soviet") for word in r["ngram"].split()) for r in chart.rows)
    with pytest.raises(ValueError, match="bring your copy"):
        ngrams_view(SHIPPED, length=4)
    assert ngrams_view(WITH, length=2, containing="snow").thin == "only 0 such runs"


@pytest.mark.parametrize(
    ("value", "part"), [("book", {}), ("chapter 4", {"chapter": 4}), ("4.1", {"section": "4.1"}), ("A", {"section": "A"})]
)
def test_a_part_is_named_in_plain_words(value: str, part: dict[str, Any]) -> None:
    assert part_of(value) == part


WORDED: list[tuple[Callable[..., Chart], str]] = [
    (frequency_view, "word"),
    (trend_view, "word"),
    (dispersion_view, "words"),
    (lambda corpus, word: collocates_view(corpus, node="masses", other=word), "word"),
    (lambda corpus, word: ngrams_view(corpus, containing=word), "word"),
]
BAD = ["<img src=x onerror=alert(1)>", "1917", "near/3", "red near/0 flag", "***", "a||b", "\ud800", "=1+1", "x" * 101, "a, b, c, d, e"]


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
@pytest.mark.parametrize(("view", "name"), WORDED, ids=["frequency", "trend", "dispersion", "collocates", "ngrams"])
def test_what_is_no_word_is_answered_with_a_sentence(view: Callable[..., Chart], name: str, bad: str) -> None:
    with pytest.raises(ValueError, match=r".{12,}"):
        view(SHIPPED, **{name: bad})


@pytest.mark.parametrize(("view", "name"), WORDED[:3], ids=["frequency", "trend", "dispersion"])
def test_an_empty_word_is_answered_with_a_sentence(view: Callable[..., Chart], name: str) -> None:
    with pytest.raises(ValueError, match="nothing to search for|name one to 4 words"):
        view(SHIPPED, **{name: "  "})


@pytest.mark.parametrize(("view", "name"), WORDED[:3], ids=["frequency", "trend", "dispersion"])
def test_a_word_that_is_nowhere_is_said_to_be_nowhere(view: Callable[..., Chart], name: str) -> None:
    assert "nowhere" in (chart := view(SHIPPED, **{name: "xyzzy"})).thin + chart.sentence
