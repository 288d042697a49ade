"""One table of counts, the same from the shipped measures and from the text they were taken from."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from helpers.analysis.counts import Counts, counts_of, leaf_counts, reference_of
from helpers.home import CORPUS
from helpers.loading import Frames
from helpers.model import Corpus, CorpusError, TextEdition
from helpers.shipped import DataPackage
from tests.analysis.conftest import corpus_of


def _same(a: Counts, b: Counts) -> None:
    for column in ("name", "sections", "chapters", "section_pages", "leaves", "leaf_pages", "tokens"):
        assert list(getattr(a, column)) == list(getattr(b, column)), column
    for column in ("leaf_section", "n_words", "token", "leaf", "count"):
        assert getattr(a, column).tolist() == getattr(b, column).tolist(), column


def test_counts_from_measures_equal_those_from_the_text(shipped: Corpus, specimen: TextEdition) -> None:
    _same(counts_of(shipped), counts_of(specimen))


def test_every_counted_word_is_in_the_table_and_no_caption(tiny: TextEdition) -> None:
    counts = counts_of(tiny)
    assert counts.leaves == ["1.1@10-11", "1.2@11", "2.1@12"]
    assert counts.n_words.tolist() == [23, 11, 9]
    assert counts.per_leaf("red").tolist() == [4, 3, 0]
    assert counts.per_leaf("flag").tolist() == [3, 0, 0]
    assert counts.per_leaf("the").tolist() == [5, 1, 3]
    assert counts.per_leaf("ro*|bridge").tolist() == [2, 1, 2]
    assert counts.per_leaf("nowhere").tolist() == [0, 0, 0]
    assert counts.everywhere.n.sum() == 43


def test_units_sum_up_leaves(tiny: TextEdition) -> None:
    counts = counts_of(tiny)
    chapters, book = counts.units("chapter"), counts.units("book")
    assert (chapters.columns["chapter"], chapters.words.tolist()) == ([1, 2], [34, 9])
    assert (chapters.columns["first_page"], chapters.columns["last_page"]) == ([10, 12], [11, 12])
    assert chapters.columns["page_doubtful"] == [True, False]
    assert chapters.sums(counts.per_leaf("red")).tolist() == [7, 0]
    assert (book.words.tolist(), book.columns["text"]) == ([43], ["tiny"])
    with pytest.raises(ValueError, match="no grain 'page'"):
        counts.units("page")


def test_spread_counts_leaves_and_sections_within_a_scope(specimen: TextEdition) -> None:
    counts = counts_of(specimen)
    scope = counts.scope(chapter=1)
    found, code = counts.spread(scope), counts.code_of["velsk"]
    per_leaf = counts.per_leaf("velsk")[scope[counts.leaf_section]]
    assert (found.n[code], found.n_leaves[code]) == (per_leaf.sum(), (per_leaf > 0).sum())
    assert found.n.sum() == found.n_words == counts.n_words[:6].sum()


def test_a_phrase_is_counted_in_an_open_text_where_it_begins(tiny: TextEdition, shipped: Corpus) -> None:
    counts, found = leaf_counts(tiny, "red guards")
    assert (counts is counts_of(tiny), found.tolist()) == (True, [0, 2, 0])
    assert leaf_counts(tiny, "red near/2 roof")[1].tolist() == [2, 0, 0]
    for source in (shipped, counts_of(shipped)):
        with pytest.raises(CorpusError, match=r"red guards.*study.py import"):
            leaf_counts(source, "red guards")


def test_unknown_sections_and_chapters_are_named(tiny: TextEdition) -> None:
    with pytest.raises(CorpusError, match=r"'9.9' in tiny; its sections are 1.1, 1.2, 2.1"):
        counts_of(tiny).scope("9.9")
    with pytest.raises(CorpusError, match="no chapter 7"):
        counts_of(tiny).scope(None, 7)


def test_the_second_source_is_the_same_from_measures_and_text(shipped: Corpus, second: TextEdition) -> None:
    a, b = reference_of(shipped), reference_of(second)
    assert (a.name, a.tokens, a.n_words) == (b.name, b.tokens, b.n_words) == ("ten-days", b.tokens, int(a.count.sum()))
    assert a.count.tolist() == b.count.tolist()
    assert a.n_sections.tolist() == b.n_sections.tolist()


def test_counts_are_made_once(shipped: Corpus) -> None:
    assert counts_of(shipped) is counts_of(shipped)
    assert reference_of(shipped) is reference_of(shipped)


MEASURES = ("leaf_tokens", "leaves", "sections", "reference_counts", "node_collocates", "book_ngrams", "lengths")


@pytest.mark.parametrize("name", MEASURES)
def test_columns_read_at_once_are_the_rows(name: str) -> None:
    package = DataPackage()
    arrays, rows = package.arrays(name), package.rows(name)
    assert list(arrays) == package.columns(name)
    for column, values in arrays.items():
        assert values.tolist() == [row[column] for row in rows], column


def test_an_empty_number_is_nan_among_columns_and_none_among_rows(tmp_path: Path) -> None:
    package = DataPackage(tmp_path)
    package.descriptor = {"resources": [{  # type: ignore[misc]
        "name": "t", "path": "t.csv", "bytes": 31, "rows": 2, "hash": "",
        "schema": {"fields": [{"name": n, "type": t} for n, t in (("a", "integer"), ("b", "boolean"), ("c", "string"), ("d", "number"))]},
    }]}  # fmt: skip
    text = 'a,b,c,d\n1,true,"x,y",\n,,z,2.5\n'
    package._text = lambda name: text  # type: ignore[method-assign]
    arrays = package.arrays("t")
    assert np.array_equal(arrays["a"], [1, np.nan], equal_nan=True)
    assert np.array_equal(arrays["d"], [np.nan, 2.5], equal_nan=True)
    assert (arrays["b"].tolist(), arrays["c"].tolist()) == ([True, None], ["x,y", "z"])


def test_a_damaged_measure_is_named_by_counts_too(tmp_path: Path) -> None:
    shutil.copytree(CORPUS / "measures", tmp_path / "measures")
    shutil.copy(CORPUS / "datapackage.json", tmp_path)
    path = tmp_path / "measures" / "leaf_tokens.csv.gz"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    corpus = Corpus(Frames(["sections", "leaves", "leaf_tokens"], DataPackage(tmp_path)), corpus_of({}).tables, lambda: None, lambda: None)
    with pytest.raises(CorpusError, match=r"leaf_tokens.csv.gz is damaged.*git checkout"):
        counts_of(corpus)


@pytest.mark.parametrize(("cut", "problem"), [("leaf,token,count\n", "full rows"), ("leaf,token\nx,y\n", "columns"), ("", "columns")])
def test_a_table_of_the_wrong_shape_is_refused(cut: str, problem: str) -> None:
    package = DataPackage()
    package._text = lambda name: cut  # type: ignore[method-assign]
    with pytest.raises(CorpusError, match=problem):
        package.arrays("leaf_tokens")
