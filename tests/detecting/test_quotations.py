"""The ledger on a text of our own: who speaks, how, of what kind, with which note."""

from __future__ import annotations

import pytest

from helpers.detecting.quotations import ledger, overruled
from helpers.detecting.reports import find_reports
from helpers.detecting.scare_quotes import short_spans
from tests.detecting.conftest import TABLES, edition_of


def classes(*paragraphs: str | tuple[str, str]) -> list[tuple[str, str]]:
    """(kind, class of speaker) of every quotation."""
    return [(q.kind, q.speaker_class) for q in ledger(edition_of(paragraphs), TABLES).quotations]


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (["“The ferry is late,” said Orsk."], [("speech", "moderate_socialist")]),
        (["Dorn said: “The ferry is late.”"], [("speech", "bolshevik")]),
        (["“Late,” said Orsk, “and so am I.”"], [("speech", "moderate_socialist"), ("speech", "moderate_socialist")]),
        (["Dorn looked up. “Late again,” she said."], [("speech", "bolshevik")]),
        (["Dorn wrote the following letter:", ("quotation", "“Close the ferry.”")], [("document", "bolshevik")]),
        (["The following note was received from Tann:", ("quotation", "“Close the ferry at noon.”")], [("document", "command")]),
        (["“Bread first!”—shouted the workers."], [("speech", "rank_and_file")]),
        (["“Who has the keys to the store?” came the retort from the soldiers."], [("speech", "rank_and_file")]),
        (["They carried a banner with the inscription: “Down with the ferry!”"], [("slogan", "unknown")]),
        (["Dorn praised the “efficiency” of the ferry."], [("scare", "author_text")]),
        (["He read the article “Flour and Nails” twice."], [("title", "author_text")]),
        (["They sat in the “Silver Anchor” until noon."], [("name", "author_text")]),
        (["The word “flour” was not spoken."], [("term", "author_text")]),
        (["Nobody was there. “Late again,” somebody shouted."], [("speech", "unknown")]),
    ],
)
def test_who_speaks_and_what_the_marks_are_for(paragraphs: list[str | tuple[str, str]], found: list[tuple[str, str]]) -> None:
    assert classes(*paragraphs) == found


def test_a_row_of_the_ledger_names_place_length_verb_manner_and_note() -> None:
    text = "Orsk was obliged to admit: “The ferry, you see, is late.”"
    end = text.rindex("”") + 1
    (row,) = ledger(edition_of([text], {0: [(end, "17")]}), TABLES).quotations
    assert (row.paragraph, row.opening, row.closes_in, row.closing, row.words) == ("1.1.1", 1, "1.1.1", 1, 6)
    assert (row.speaker, row.verb, row.manner, row.note) == ("people:orsk", "admit", "obliged to", "17")
    assert row.sure
    assert not row.goes_on


def test_length_is_counted_over_paragraphs() -> None:
    edition = edition_of(["Dorn read:", ("quotation", "“Flour first."), ("quotation", "“Nails then.”")])
    (row,) = ledger(edition, TABLES).quotations
    assert (row.words, row.closes_in, row.closing) == (4, "1.1.3", 1)


def test_quoted_words_of_the_quotation_are_not_taken_for_its_speaker() -> None:
    assert classes("Orsk rose.", ("quotation", "“Dorn said that the workers were ready to leave the harbour,” he remarked.")) == [
        ("speech", "moderate_socialist")
    ]


def test_a_reading_overrules_class_and_kind_and_is_sure() -> None:
    found = ledger(edition_of(["Nobody was there. “Late again,” somebody shouted."]), TABLES)
    (row,) = overruled(found, {("1.1.1", 1): ("rank_and_file", "slogan")}).quotations
    assert (row.speaker_class, row.kind, row.sure) == ("rank_and_file", "slogan", True)


def test_a_verb_that_brings_in_two_stretches_is_one_act_of_reporting() -> None:
    edition = edition_of(
        [
            "Orsk said that the ferry was “rather late today again” and that the bridge was “not quite safe at all.” Dorn replied that it was."
        ]
    )
    (part,) = ledger(edition, TABLES).sections
    assert [(t.verb, t.form, t.speaker_class) for t in find_reports(part)] == [
        ("say", "direct", "moderate_socialist"),
        ("reply", "indirect", "bolshevik"),
    ]


def test_short_spans_have_their_folded_words_and_kind() -> None:
    edition = edition_of(["The “Silver Anchor” was no “Palace.” The “guests” left, and the word “ferry” fell."])
    spans = short_spans(edition, ledger(edition, TABLES).quotations)
    assert [(s.term, s.kind) for s in spans] == [("silver anchor", "name"), ("palace", "name"), ("guests", "scare"), ("ferry", "term")]
