"""Concordance: every match with its company and its place; sorting, filters, samples, pages."""

from __future__ import annotations

import pytest

from helpers.analysis.concordance import concordance, concordance_lines, concordance_page
from helpers.analysis.counts import counts_of
from helpers.analysis.matching import find_matches
from helpers.model import Corpus, CorpusError, PageSpan, TextEdition
from tests.analysis.conftest import corpus_of


def _nodes(edition: TextEdition, query: str, **choices: object) -> list[str]:
    return [line.node for line in concordance_page(edition, query, **choices).lines]  # type: ignore[arg-type]


def _rights(edition: TextEdition, query: str, **choices: object) -> list[str]:
    return [line.right.strip() for line in concordance_page(edition, query, window=1, **choices).lines]  # type: ignore[arg-type]


def test_the_window_is_cut_at_the_paragraph_edge(tiny: TextEdition) -> None:
    lines = concordance_page(tiny, "flag", window=4).lines
    assert [(line.left, line.node, line.right) for line in lines] == [
        ("The red ", "flag", " hung over the red"),
        ("roof. Nobody saw the ", "flag", "."),
        ("“Take the red ", "flag", " down,” said Marta. The"),
    ]


def test_a_line_knows_where_it_stands(tiny: TextEdition) -> None:
    line = concordance_page(tiny, "roof", roles=["quotation"]).lines[0]
    assert (line.paragraph_id, line.section, line.role, line.quoted) == ("1.1.2", "1.1", "quotation", False)
    assert (line.pages, line.place) == (PageSpan(11, 11, True), "§ 1.1.2, p. 11 or 12")
    assert tiny.text[line.begin : line.end] == "roof"


def test_pages_are_those_of_the_passage(tiny: TextEdition) -> None:
    for query in ("the roof", "red", "guards", "the * near/9 was"):
        for line in concordance_page(tiny, query).lines:
            assert line.pages == tiny.passage(line.begin, line.end).pages
    assert str(concordance_page(tiny, "the roof", section="1.1").lines[0].pages) == "pp. 10–11 (or one later)"


def test_capitals_and_apostrophes_don_t_matter(tiny: TextEdition) -> None:
    assert _nodes(tiny, "RED", section="1.2") == ["Red", "red", "red"]
    assert _nodes(tiny, "guards’") == ["guards", "guards", "guards", "guards"]


FOUND = [
    ("red guards", ["Red guards", "red guards"]),
    ("red guard|guards", ["Red guards", "red guards"]),
    ("guards hold | red flag", ["red flag", "red flag", "guards hold"]),
    ("ho*", ["holds", "hold"]),
    ("the * flag", ["The red flag", "the red flag"]),
    ("* flag", ["red flag", "the flag", "red flag"]),
    ("flag *", ["flag hung", "flag down"]),
    ("said marta the", []),
    ("nowhere", []),
    ("red near/2 roof", ["red roof", "roof was red"]),
    ("red near/3 roof", ["red roof", "roof was red", "red, guards and roof"]),
    ("roof near/2 red", ["red roof", "roof was red"]),
    ("saw near/2 red guards", []),
    ("who near/3 the bridge", ["Who holds the bridge"]),
    ("bridge near/4 holds|hold", ["holds the bridge", "hold the bridge"]),
]


@pytest.mark.parametrize(("query", "nodes"), FOUND)
def test_words_phrases_wildcards_alternatives_and_near(tiny: TextEdition, query: str, nodes: list[str]) -> None:
    assert _nodes(tiny, query) == nodes


def test_near_takes_the_nearest_and_what_follows_before_what_precedes() -> None:
    from helpers.analysis.own_text import own_text

    text = own_text({"1.1": "red a flag b red flag c red"})
    assert _nodes(text, "flag near/4 red") == ["flag b red", "red flag"]
    assert _nodes(own_text({"1.1": "red flag red"}), "flag near/1 red") == ["flag red"]


def test_near_and_phrases_stay_in_the_paragraph() -> None:
    from helpers.analysis.own_text import own_text

    text = own_text({"1.1": "a red\n\nflag on a roof"})
    assert _nodes(text, "red flag") == _nodes(text, "red near/5 flag") == []


def test_captions_and_headings_are_left_out_unless_named(tiny: TextEdition) -> None:
    assert len(_nodes(tiny, "red flag")) == 2
    assert _nodes(tiny, "red flag", roles=["caption"]) == ["red flag"]
    assert _nodes(tiny, "red", roles=["heading"]) == ["RED"]
    with pytest.raises(ValueError, match=r"unknown role 'poem'; the roles are body, quotation"):
        _nodes(tiny, "red", roles=["poem"])


def test_filters_by_section_chapter_and_quotation_marks(tiny: TextEdition) -> None:
    assert len(_nodes(tiny, "the", section=["1.1", "2.1"])) == 8
    assert len(_nodes(tiny, "the", chapter=2)) == 3
    assert _nodes(tiny, "the", quotation="inside") == ["the"]
    assert len(_nodes(tiny, "the", quotation="outside")) == 8
    with pytest.raises(CorpusError, match="no section '3.3'"):
        _nodes(tiny, "the", section="3.3")
    with pytest.raises(ValueError, match="not one of inside, outside"):
        _nodes(tiny, "the", quotation="both")


def test_lines_sort_on_words_to_the_right_and_left(tiny: TextEdition) -> None:
    assert _rights(tiny, "red", sort="R1") == [".", "flag", "flag", "guards", "guards", ", guards", "roof"]
    lefts = [line.left.strip() for line in concordance_page(tiny, "red", window=1, sort=("L1",)).lines]
    assert lefts == ["", "The", "the", "the", "the", "was", "wives;"]


def test_ties_stay_in_reading_order_and_further_keys_break_them(tiny: TextEdition) -> None:
    in_order = [line.begin for line in concordance_page(tiny, "red", sort="R1").lines if line.right.strip().startswith("guards")]
    assert in_order == sorted(in_order)
    by_second = [line.right for line in concordance_page(tiny, "red", sort="R1, R2", window=2, section="1.2").lines]
    assert by_second == [", guards and", " guards met", " guards’ wives"]
    assert _nodes(tiny, "roof|flag|bridge", sort="node L1")[:2] == ["bridge", "bridge"]
    with pytest.raises(ValueError, match="can't be sorted on 'R9'; there are L1"):
        _nodes(tiny, "red", sort="R9")


def test_pages_of_lines_count_from_one_and_stop_at_the_last(tiny: TextEdition) -> None:
    first, last, beyond = (concordance_page(tiny, "the", page=n, size=4) for n in (1, 3, 99))
    assert (len(first.lines), first.number, first.n_pages, first.n_lines) == (4, 1, 3, 9)
    assert (len(last.lines), last.lines) == (1, beyond.lines)
    none = concordance_page(tiny, "goat")
    assert (none.lines, none.number, none.n_pages, none.n_matches) == ([], 1, 1, 0)


def test_a_sample_is_the_same_for_the_same_seed(specimen: TextEdition) -> None:
    a, b, c = (concordance_page(specimen, "the", sample=20, seed=seed) for seed in (1, 1, 2))
    assert a == b
    assert a.lines != c.lines
    assert (a.n_lines, a.n_matches, len({line.begin for line in a.lines})) == (20, specimen.count("the"), 20)
    assert [line.begin for line in a.lines] == sorted(line.begin for line in a.lines)
    assert concordance_page(specimen, "goat", sample=10**6).n_lines == specimen.count("goat")


def test_matches_are_those_that_the_count_command_counts(specimen: TextEdition) -> None:
    for query in ("the", "harbour", "the river workers", "two pre-war cannon", "stationmaster's daughter"):
        n = len(find_matches(specimen, query).begin)
        assert n == specimen.count(query) == int(concordance_page(specimen, query).n_matches)
    assert counts_of(specimen).per_leaf("harbour").sum() == specimen.count("harbour")


def test_the_table_has_a_row_a_line(tiny: TextEdition) -> None:
    found = concordance(tiny, "roof", sort="L1", window=1)
    assert found[["left", "node", "right", "paragraph_id", "first_page", "page_doubtful", "quoted"]].values.tolist() == [
        ["and ", "roof", ".", "1.2.1", 11, True, False],
        ["red ", "roof", ". Nobody", "1.1.1", 10, False, False],
        ["The ", "roof", " was", "1.1.2", 11, True, False],
    ]
    assert found.attrs == {"n_matches": 3}
    assert len(concordance(tiny, "goat")) == 0
    assert list(concordance(tiny, "goat").columns) == list(found.columns)


def test_a_corpus_is_asked_for_its_book(shipped: Corpus, tiny: TextEdition) -> None:
    assert concordance_page(corpus_of({}, tiny), "roof") == concordance_page(tiny, "roof")
    with pytest.raises(CorpusError, match=r"a concordance needs the book's own words.*study.py import"):
        concordance_page(shipped, "roof")


def test_lines_without_company_and_a_bad_window(tiny: TextEdition) -> None:
    found = find_matches(tiny, "marta")
    assert [(line.left, line.node, line.right) for line in concordance_lines(tiny, found, window=0)] == [("", "Marta", "")]
    with pytest.raises(ValueError, match="window is -1"):
        concordance_lines(tiny, found, window=-1)
