"""Names and days are marked where they stand; a paragraph cut along its marks is still the paragraph; words are found as typed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.loading import open_corpus
from helpers.reading.marking import Marker, Span, counted, dates, pieces, span_of_words, whole_words
from helpers.words import word_spans

TEXT = "On October 25 Lenin spoke in Petrograd; the Bolsheviks’ “red flag” hung."


def test_people_places_and_organisations_of_the_tables_are_marked_with_their_names() -> None:
    found = Marker(open_corpus()).names(TEXT)
    assert [(TEXT[s.begin : s.end], s.kind) for s in found] == [("Lenin", "person"), ("Petrograd", "place"), ("Bolsheviks", "organisation")]
    assert found[0].label == "Vladimir Ilyich Lenin"
    assert counted([*found, *dates(TEXT)]) == "1 person (p), 1 place (l), 1 organisation (o), 1 date (d)"


def test_marks_never_overlap() -> None:
    text = "The Petrograd Soviet in Petrograd and the Moscow Soviet of Moscow Workers' Deputies."
    found = Marker(open_corpus()).names(text)
    assert all(a.end <= b.begin for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "marked", "label"),
    [
        ("by October 25, 300 men", "October 25", "1917-10-25"),
        ("from August 30 to September 1 it", "August 30 to September 1", "1917-08-30 to 1917-09-01"),
        ("on November 7, 1918, again", "November 7, 1918", "1918-11-07"),
        ("the 3rd of July.", "3rd of July", "1917-07-03"),
        ("October 24-25", "October 24-25", "1917-10-24 to 1917-10-25"),
    ],
)
def test_a_date_is_marked_to_its_end(text: str, marked: str, label: str) -> None:
    (span,) = dates(text)
    assert (text[span.begin : span.end], span.label) == (marked, label)


def test_a_month_alone_or_a_number_alone_is_no_date() -> None:
    assert dates("In October the 25 men waited; March came.") == []


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: Span(min(p), max(p), "code")), max_size=6)


@given(st.text(max_size=40), SPANS, st.lists(st.integers(-3, 50), max_size=4))
def test_pieces_put_together_are_the_text_and_each_lies_wholly_inside_its_spans(text: str, spans: list[Span], cuts: list[int]) -> None:
    found = pieces(text, spans, cuts)
    assert "".join(piece for _, piece, _ in found) == text
    for begin, piece, over in found:
        assert all(s.begin <= begin and begin + len(piece) <= s.end for s in over)
        assert all(s in over or s.end <= begin or s.begin >= begin + len(piece) for s in spans if s.begin < s.end)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("RED flag", "red flag"),
        ('"red flag"', "red flag"),
        ("Bolsheviks'", "Bolsheviks"),
        ("spoke ... Petrograd", "spoke in Petrograd"),
        ("spoke … flag", "spoke in Petrograd; the Bolsheviks’ “red flag"),
        ("pok", "spoke"),
    ],
)
def test_words_are_found_as_they_are_typed_and_taken_whole(typed: str, words: str) -> None:
    begin, end = span_of_words(TEXT, typed)
    assert TEXT[begin:end] == words


@pytest.mark.parametrize("typed", ["", " … ", "blue flag", "flag … spoke", ";", "(.*", "\\"])
def test_words_that_do_not_stand_there_are_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="stand in this passage|type the words first|no word was chosen"):
        span_of_words(TEXT, typed)


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_selection_becomes_whole_words_or_is_refused(text: str, a: int, b: int) -> None:
    try:
        begin, end = whole_words(text, min(a, b), max(a, b))
    except ValueError:
        return
    spans = list(word_spans(text))
    assert begin in [first for first, _ in spans]
    assert end in [last for _, last in spans]
    assert begin < max(a, b)
    assert end > min(a, b)
