"""Who is named and who is quoted, counted by hand in a small text and held against the real measures."""

from __future__ import annotations

import math

from helpers.analysis.naming import NATIONAL_PARTIES, PEOPLES, SPEAKERS, bodies_named, national_bodies, peoples_named, words_quoted
from helpers.analysis.own_text import own_text
from helpers.loading import open_corpus

CORPUS = open_corpus()
LEAVES = [
    {"id": "2.1@9", "section": "2.1", "first_page": 9, "last_page": 10},
    {"id": "2.2@11", "section": "2.2", "first_page": 11, "last_page": 11},
]


def span(leaf: str, words: int, speaker: str) -> dict[str, object]:
    return {"leaf": leaf, "words": words, "speaker_class": speaker}


def test_quoted_words_are_added_up_by_speaker_in_the_chosen_sections_alone() -> None:
    spans = [span("2.1@9", 30, "bolshevik"), span("2.1@9", 10, "bolshevik"), span("2.1@9", 10, "command"), span("2.2@11", 70, "foreign")]
    frame = words_quoted(spans, LEAVES, ["2.1"]).set_index("speaker_class")
    assert list(frame.index) == list(SPEAKERS)
    assert frame.loc["bolshevik", ["n_spans", "n_words", "of", "share"]].tolist() == [2, 40, 50, 0.8]
    assert frame.loc["foreign", "n_words"] == 0
    assert frame["thin"].all()
    assert not words_quoted([span("2.2@11", 100, "foreign")], LEAVES, ["2.2"])["thin"].any()


def test_where_nothing_is_quoted_a_share_is_not_0_but_undefined() -> None:
    frame = words_quoted([], LEAVES, ["2.1"])
    assert frame["of"].tolist() == [0] * len(SPEAKERS)
    assert all(math.isnan(share) for share in frame["share"])


def test_a_people_is_named_by_noun_and_adjective_and_not_outside_the_sections() -> None:
    text = own_text({"2.1": "The Letts, a Lettish band, an Ingush.", "2.2": "A Lett in the Mari hills."})
    assert peoples_named(text, ["2.1"])[["people", "n"]].values.tolist() == [["Letts", 2], ["Ingush", 1]]
    assert peoples_named(text, ["2.1", "2.2"])[["people", "n", "n_leaves"]].values.tolist() == [
        ["Letts", 3, 2],
        ["Ingush", 1, 1],
        ["Mari", 1, 1],
    ]
    assert peoples_named(text, ["9.9"]).empty


def test_bodies_are_national_by_kind_or_by_name_and_counted_on_their_leaves() -> None:
    bodies = [
        {"id": "rada", "name": "Rada", "kind": "national_body"},
        {"id": "bund", "name": "Bund", "kind": "party"},
        {"id": "velsk-soviet", "name": "Soviet", "kind": "soviet"},
    ]
    named = [
        {"kind": "organisation", "id": id_, "leaf": leaf, "count": n} for id_, leaf, n in (("rada", "2.1@9", 2), ("rada", "2.2@11", 5))
    ]
    named += [
        {"kind": "organisation", "id": "bund", "leaf": "2.1@9", "count": 3},
        {"kind": "organisation", "id": "velsk-soviet", "leaf": "2.1@9", "count": 9},
    ]
    assert national_bodies(bodies) == {"rada": "Rada", "bund": "Bund"}
    assert bodies_named(bodies, named, LEAVES, ["2.1"])[["body", "n", "pages"]].values.tolist() == [
        ["Bund", 3, "9-10"],
        ["Rada", 2, "9-10"],
    ]
    assert bodies_named(bodies, named, LEAVES, ["2.1", "2.2"]).loc[0].tolist() == ["Rada", 7, 2, "11", "rada"]


def test_every_name_given_by_hand_is_one_that_the_tables_or_the_book_have() -> None:
    assert {str(row["id"]) for row in CORPUS.tables.rows("organisations")} >= NATIONAL_PARTIES
    assert {str(row["speaker_class"]) for row in CORPUS.measures.rows("quotations")} <= set(SPEAKERS)
    everywhere = [str(row["id"]) for row in CORPUS.measures.rows("sections")]
    assert set(PEOPLES) - set(peoples_named(CORPUS, everywhere)["people"]) == set()
