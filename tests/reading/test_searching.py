"""A search is plain values; its lines are the concordance's; without a copy the measures answer, and never wrongly."""

from __future__ import annotations

from collections import Counter

import pytest

from helpers.analysis.matching import find_matches
from helpers.importing.pipeline import import_bytes
from helpers.loading import open_corpus
from helpers.measuring import measure
from helpers.model import TextEdition
from helpers.reading.counting import counted_in_book, spelled_out
from helpers.reading.listing import counted_html
from helpers.reading.searching import SIZE, Search, basis, checked, in_words, lines_of, narrowed, place_of, search_from
from helpers.words import words
from tests.analysis.conftest import TABLES, corpus_of
from tests.specimens import small_book

COPY, _ = import_bytes(small_book()[0].encode())
MEASURED = corpus_of(measure(COPY, TABLES))
SHIPPED = open_corpus()


def test_lines_are_twenty_a_page_and_are_the_matches_in_order() -> None:
    search = Search("the", where="chapter 1", quotation="outside")
    pages = [lines_of(COPY, search, page) for page in (1, 2)]
    every = find_matches(COPY, "the", chapter=1, quotation="outside")
    assert [len(page.lines) for page in pages] == [SIZE, SIZE]
    assert pages[0].n_lines == len(every.begin)
    starts = [int(COPY.tokens.start[k]) for k in every.begin[: 2 * SIZE]]
    assert [line.begin for page in pages for line in page.lines] == starts
    assert basis(pages[1], search).startswith(f"Lines 21–40 of {len(every.begin)} (page 2 of ")


def test_a_place_names_the_words_found() -> None:
    line = lines_of(COPY, Search("bakers")).lines[0]
    paragraph, _, span = place_of(COPY, line).partition(":")
    begin, end = map(int, span.split("-"))
    assert COPY.paragraph(COPY.paragraph_places[paragraph]).text[begin:end] == line.node == "bakers"


def test_roles_and_sorting_are_those_of_the_concordance() -> None:
    quoted = lines_of(COPY, Search("the", role="quotation"))
    assert {line.role for line in quoted.lines} == {"quotation"}
    behind = [words(line.right)[0] for line in lines_of(COPY, Search("the", sort=("R1",))).lines]
    assert behind == sorted(behind)


@pytest.mark.parametrize(
    ("search", "said"),
    [
        (Search(""), "nothing to search for"),
        (Search("<b>"), "is no word"),
        (Search("x" * 201), "201 characters long"),
        (Search("a near/0 b"), "distance of 1 or more"),
        (Search("a", where="9.9"), "there is no section '9.9'"),
        (Search("a", where="chapter x"), "there is no 'chapter x'"),
        (Search("a", where="chapter 77"), "there is no chapter 77"),
        (Search("a", role="poem"), "unknown"),
        (Search("a", quotation="beside"), "unknown"),
        (Search("a", sort=("L9",)), "sorted on up to three"),
        (Search("a", text="bible"), "there is no text 'bible'"),
    ],
)
def test_what_can_not_be_asked_is_answered_with_a_sentence(search: Search, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        lines_of(COPY, search)


@pytest.mark.parametrize(
    "value", [None, 7, [], {}, {"query": 3}, {"query": "a", "role": 4}, {"query": "a", "sort": "R1"}, {"query": "a", "where": "x" * 50}]
)
def test_values_that_hold_no_search_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="search|part of another kind"):
        search_from(value)


def test_a_search_survives_as_plain_values() -> None:
    search = Search("red near/3 flag", "guide", "chapter 4", "list", "inside", ("R1", "L1"))
    assert search_from(search.plain()) == checked(search)


def test_a_place_of_another_text_is_forgotten_when_texts_change() -> None:
    assert narrowed(COPY, Search("a", where="8.3")).where == ""
    assert narrowed(COPY, Search("a", where="1.2")).where == "1.2"
    assert "1.2 The Bathhouse" in in_words(COPY, Search("a", where="1.2"))


def test_single_words_are_counted_on_their_pages_by_the_measures() -> None:
    answer = counted_in_book(SHIPPED, "sabotage|saboteurs")
    n = Counter(
        row["leaf"]
        for row in SHIPPED.measures.rows("leaf_tokens")
        if row["token"] in ("sabotage", "saboteurs")
        for _ in range(row["count"])
    )
    assert sum(row["n"] for row in answer.rows) == sum(n.values())
    assert len(answer.rows) == len(n)
    assert f"stands {sum(n.values())} times, on {len(n)} of" in answer.said
    assert all(row["pages"].startswith("p") for row in answer.rows)


def test_a_phrase_is_counted_by_the_shipped_runs_and_its_pages_are_bounded() -> None:
    shipped = {row["ngram"]: (row["count"], row["sections"]) for row in SHIPPED.measures.rows("book_ngrams")}
    answer = counted_in_book(SHIPPED, "Red Guards")
    assert f"stands {shipped['red guards'][0]} times in {shipped['red guards'][1]} sections." in answer.said
    assert answer.at_most
    both = counted_in_book(SHIPPED, "red guard|guards")
    assert f"stands {shipped['red guards'][0] + shipped['red guard'][0]} times." in both.said


@pytest.mark.parametrize(
    "query", ["the harbour", "anna dorn", "the * town", "council near/8 school", "bakers|porters had", "shop in three"]
)
def test_every_match_of_a_phrase_lies_on_a_leaf_that_the_measures_name(query: str) -> None:
    rows = counted_in_book(MEASURED, query).rows
    named = {row["section"] for row in rows}
    matches = find_matches(COPY, query)
    assert len(matches.begin)
    found = {COPY.sections[int(COPY.tokens.section[k])].id for k in matches.begin}
    assert found <= named
    assert sum(row["n"] for row in rows) >= len(matches.begin) * 0.9


@pytest.mark.parametrize("query", ["xyzzy", "xyzzy flag", "xyzzy near/3 red"])
def test_what_is_nowhere_is_said_to_be_nowhere(query: str) -> None:
    assert "nowhere" in counted_in_book(SHIPPED, query).said
    assert counted_in_book(SHIPPED, query).rows == ()


def test_a_phrase_of_many_alternatives_is_not_spelled_out() -> None:
    many = tuple(tuple(f"w{k}x{j}" for j in range(9)) for k in range(9))
    assert len(spelled_out(many)) == 1


def test_both_routes_give_one_number() -> None:
    edition: TextEdition = COPY
    assert sum(row["n"] for row in counted_in_book(MEASURED, "the").rows) == lines_of(edition, Search("the")).n_lines


@pytest.mark.parametrize("where", ["2.9", "chapter 9"])
def test_a_part_of_the_book_has_its_own_pages_and_its_own_count(where: str) -> None:
    whole, part = counted_in_book(SHIPPED, "sabotage"), counted_in_book(SHIPPED, "sabotage", where)
    inside = [row for row in whole.rows if row["section"] == where or f"chapter {row['section'][0]}" == where]
    assert list(part.rows) == inside
    assert f"In {'section ' * (where == '2.9')}{where}: {sum(row['n'] for row in inside)} times" in part.said


def test_a_part_without_the_word_is_said_and_a_phrase_is_counted_by_leaves() -> None:
    assert counted_in_book(SHIPPED, "sabotage", "1.1").said.endswith("In section 1.1: nowhere.")
    assert "of these." in counted_in_book(SHIPPED, "red guards", "chapter 7").said


def test_every_printed_page_of_a_frequent_word_is_listed() -> None:
    answer = counted_in_book(SHIPPED, "soviet|soviets")
    assert counted_html(answer).count("<tr>") == len(answer.rows) + 1 > 61


def test_near_without_a_distance_is_answered_with_the_way_to_write_it() -> None:
    search = Search("harbour near town")
    assert "near/5" in basis(lines_of(COPY, search), search)
    assert "near/5" not in basis(lines_of(COPY, Search("xyzzy")), Search("xyzzy"))
