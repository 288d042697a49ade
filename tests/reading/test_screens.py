"""Screens hold every paragraph once, in order; pages are found; contents say how far one has come."""

from __future__ import annotations

import pytest

from helpers.codings import LESSON
from helpers.importing.pipeline import import_bytes
from helpers.journal import Answer
from helpers.loading import open_corpus
from helpers.model import Corpus, CorpusError, TextEdition
from helpers.reading.screens import beside, pages_of, paragraphs_of, screen_at, screen_of_page, screens
from helpers.reading.texts import contents_rows, open_texts, progress_item, read_so_far, share_in_words, share_read
from tests.specimens import small_book

COPY, _ = import_bytes(small_book()[0].encode())
CORPUS = open_corpus()
GUIDE = CORPUS.guide
assert GUIDE is not None


@pytest.mark.parametrize("edition", [COPY, GUIDE], ids=["copy", "guide"])
def test_every_paragraph_stands_on_one_screen_in_reading_order(edition: TextEdition) -> None:
    places = [place for section in edition.sections for screen in screens(edition, section.id, 120) for place in screen.places]
    assert places == list(range(len(edition)))
    assert all(screen_at(edition, place).places.start <= place < screen_at(edition, place).places.stop for place in places)


def test_a_short_rest_joins_the_screen_before() -> None:
    words = [sum(len(p.text.split()) for p in paragraphs_of(GUIDE, s)) for s in screens(GUIDE, "8.3", 300)]
    assert len(words) > 2
    assert min(words) >= 150
    assert [s.number for s in screens(GUIDE, "8.3", 300)] == list(range(1, len(words) + 1))


def test_paging_goes_from_section_to_section_and_stops_at_the_ends() -> None:
    screen, seen = screen_at(COPY, 0), []
    assert beside(COPY, screen, -1) is None
    while screen:
        seen.append(screen)
        screen = beside(COPY, screen, 1)
    assert [s.section for s in seen] == [section.id for section in COPY.sections for _ in screens(COPY, section.id)]


@pytest.mark.parametrize("page", [15, 17, 21])
def test_a_printed_page_opens_where_it_begins(page: int) -> None:
    found = screen_of_page(COPY, page)
    assert found is not None
    paragraph = COPY.paragraph(COPY.paragraph_places[found[1]])
    assert page in range(paragraph.pages().first, paragraph.pages().last + 1)
    assert page in range(pages_of(paragraphs_of(COPY, found[0])).first, pages_of(paragraphs_of(COPY, found[0])).last + 1)


@pytest.mark.parametrize("page", [0, -3, 1, 5000])
def test_a_page_that_is_not_there_opens_nothing(page: int) -> None:
    assert screen_of_page(COPY, page) is None


def test_how_far_a_section_was_read_is_told_by_the_last_paragraph() -> None:
    section = COPY.sections[0]
    last = str(COPY.paragraph_rows[section.paragraphs.stop - 1][0])
    assert share_read(COPY, section, last) == 1
    assert share_read(COPY, section, "9.9.9") == share_read(COPY, section, None) == share_read(COPY, section, "2.1.1") == 0
    rows = contents_rows(COPY, "book", {progress_item("book", section.id): last})
    assert [row["read"] for row in rows][:2] == ["read", "not yet"]
    assert [row["section"] for row in rows] == [s.id for s in COPY.sections]


def test_progress_of_another_form_is_left_out() -> None:
    values = [{"paragraph": "1.1.3"}, "1.1.3", 7, None, {"paragraph": 3}, ["x"]]
    answers = [Answer(LESSON, f"progress/1.{k}", value, k) for k, value in enumerate(values)]
    assert read_so_far([*answers, Answer("12", "progress/1.9", {"paragraph": "x"}, 9)]) == {"progress/1.0": "1.1.3"}


@pytest.mark.parametrize(("share", "words"), [(0.0, "not yet"), (0.001, "1 % read"), (0.999, "99 % read"), (1.0, "read")])
def test_a_share_is_said_without_rounding_to_nothing_or_to_all(share: float, words: str) -> None:
    assert share_in_words(share) == words


def test_a_damaged_text_is_named_and_the_others_stay_open() -> None:
    def damaged() -> TextEdition:
        raise CorpusError("tokens-form.npy is cut short; import your copy again")

    texts = open_texts(Corpus(CORPUS.measures, CORPUS.tables, lambda: GUIDE, damaged), lambda name: COPY if name == "other" else None)
    assert list(texts.editions) == ["guide", "other"]
    assert texts.first == "guide"
    assert texts.damaged == ("Your copy of the book can't be opened: tokens-form.npy is cut short; import your copy again",)
