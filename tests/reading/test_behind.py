"""What stands behind a count: lines of a small text that can be counted by hand, printed pages without a copy, and HTML that can't run."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.analysis.own_text import own_text
from helpers.loading import open_corpus
from helpers.model import Corpus, TextEdition
from helpers.reading.behind import behind
from helpers.reading.behind_html import behind_html, chart_rows_html, passage_html
from helpers.reading.printed import printed
from helpers.reading.sought import places, sought_in
from helpers.views.linking import Asked, asked_in, lines
from helpers.views.marks import marks_view
from tests.analysis.conftest import Rows

TEXT = {
    "1.1": "Orsk praised the “efficiency” of a lackey. A lackey went. “The boats are late,” said Moll.",
    "1.2": "Nobody saw a lackey. The workers took the boat and Moll was seen.\n\nOrsk’s lackeys went home.",
}
TABLES = {
    "people": [
        {"id": "orsk", "name": "Orsk", "variants": "Orsk", "side_in_book": "bolshevik", "role_in_book": "", "shared_surname": "false"},
        {"id": "moll", "name": "Moll", "variants": "Moll", "side_in_book": "sr", "role_in_book": "", "shared_surname": "false"},
    ],
    "organisations": [],
    "absences": [{"id": "dorn", "name": "Dorn", "variants": "Dorn", "variants_ten_days": "Dornn"}],
    "lexicon": [
        {"id": "lackey", "term": "lackey", "forms": "lackey;lackeys", "class": "label", "target": "srs"},
        {"id": "boat", "term": "boat", "forms": "boat;boats", "class": "technical", "target": ""},
    ],
}  # fmt: skip


def velsk(edition: TextEdition | None = None) -> tuple[Corpus, TextEdition]:
    """The text as a reader's copy of the book, with its tables."""
    edition = edition or own_text(TEXT, name="book")
    return Corpus(Rows({}), Rows(TABLES), lambda: edition, lambda: edition), edition


def nodes(link: str) -> list[str]:
    """The words found for a link, in reading order."""
    corpus, _ = velsk()
    return [line.line.node for asked in asked_in(link) for line in behind(corpus, None, asked).lines]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (lines("words", query="lackey"), ["lackey", "lackey", "lackey"]),
        (lines("words", query="lackey", part="1.2"), ["lackey"]),
        (lines("words", query="lackey", part="not 1.2"), ["lackey", "lackey"]),
        (lines("words", query="lackey", part="chapter 2"), []),
        (lines("words", query="lackey", beside=lines("words", query="nobody")), ["lackey"]),
        (lines("terms", ids="lackey"), ["lackey", "lackey", "lackey", "lackeys"]),
        (lines("terms", term_class="label", target="srs", part="1.2"), ["lackey", "lackeys"]),
        (lines("terms", term_class="label", target="officers"), []),
        (lines("named", kind="person", ids="orsk;moll"), ["Orsk", "Moll", "Moll", "Orsk’s"]),
        (lines("named", kind="absence", ids="dorn"), []),
        (lines("quotations", speakers="moderate_socialist"), ["The boats are late"]),
        (lines("spans", mark="scare"), ["efficiency"]),
        (lines("spans", mark="scare", term="late"), []),
        (lines("reports", what="said", speakers="moderate_socialist"), ["said"]),
        (lines("reports", what="marked", speakers="moderate_socialist"), []),
        (lines("deeds", actor="workers", voice="active"), ["workers"]),
        (lines("deeds", actor="workers", voice="passive"), []),
        (lines("deeds", actor="workers"), ["workers"]),
        (lines("turns", speakers="moderate_socialist"), ["The"]),
        (lines("turns", speakers="command"), []),
    ],
)
def test_a_link_finds_its_lines_and_no_others(link: str, expected: list[str]) -> None:
    assert nodes(link) == expected


def test_a_quotation_counts_for_its_words() -> None:
    corpus, _ = velsk()
    found = behind(corpus, None, Asked("quotations", {"speakers": "moderate_socialist"}, 4))
    assert (found.n_places, found.total, found.said) == (1, 4, "1 quotation with 4 quoted words, as many as were counted.")


def test_a_copy_that_counts_otherwise_says_so() -> None:
    corpus, _ = velsk()
    said = behind(corpus, None, Asked("words", {"query": "lackey"}, 5)).said
    assert said.startswith("3 lines; the shipped count is 5.")


def test_twenty_lines_are_a_page_and_a_page_beyond_the_last_is_the_last() -> None:
    corpus, _ = velsk(own_text({"1.1": "flag " * 45}, name="book"))
    pages = [behind(corpus, None, Asked("words", {"query": "flag"}), page=n) for n in (1, 3, 9, 0)]
    assert [(len(p.lines), p.number, p.n_pages) for p in pages] == [(20, 1, 3), (5, 3, 3), (5, 3, 3), (20, 1, 3)]


def test_a_word_of_two_terms_is_counted_for_both_as_the_measures_do() -> None:
    twice = {**TABLES, "lexicon": [*TABLES["lexicon"], {"id": "tail", "term": "tail", "forms": "lackey", "class": "label", "target": ""}]}
    edition = own_text(TEXT, name="book")
    assert len(places(sought_in(edition, Rows(twice)), Asked("terms", {"term_class": "label", "part": "1.1"}))) == 4


def test_without_a_copy_the_printed_pages_add_up_to_the_count() -> None:
    corpus = open_corpus()
    for link in (row["lines"] for row in marks_view(corpus).rows):
        (asked,) = asked_in(link)
        assert sum(row["n"] for row in printed(corpus, asked)) == asked.n
    found = behind(corpus, None, Asked("words", {"query": "mutiny"}, 3))
    assert found.n_places is None
    assert "To read the lines, bring your own copy" in found.said
    assert behind(corpus, None, Asked("words", {"query": "zzz"}, 0)).said == "None stands there: the count is 0."
    assert behind(corpus, None, Asked("named", {"kind": "absence", "ids": "krylenko", "text": "ten-days"})).total == 18


def test_nothing_of_a_text_runs_as_code() -> None:
    corpus, edition = velsk(own_text({"1.1": "a <img src=x onerror=alert(1)> flag"}, name="book"))
    asked = Asked("words", {"query": "flag"})
    found = behind(corpus, None, asked)
    html = behind_html("<b>x", [asked, Asked("words", {}, 1, "<i>")], 0, found, {}) + passage_html(edition, found.lines[0].place)
    assert "<img" not in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert passage_html(edition, "9.9.9:1-2") == passage_html(edition, "1.1.1") == ""


def test_a_line_shows_what_ships_and_what_the_reader_says() -> None:
    corpus, _ = velsk()
    asked = Asked("spans", {"mark": "scare"}, 1)
    found = behind(corpus, None, asked)
    place = found.lines[0].place
    same, other = ({("mark", place): value} for value in ("scare", "name"))
    assert "the same" in behind_html("", [asked], 0, found, same)
    shown = behind_html("", [asked], 0, found, other)
    assert "at a distance" in shown
    assert "a name" in shown


def test_rows_that_count_something_are_buttons_and_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpers.charts.finishing.svg_text", lambda *_, **__: "<svg/>")
    html = chart_rows_html(marks_view(open_corpus(), part="7.9"))
    listed: Any = marks_view(open_corpus(), part="7.9").rows
    assert html.count('data-press="row:') == sum(bool(row.get("lines")) for row in listed)
