"""Keys of lessons 31 to 33 against values derived by hand: on small rows, and on simple sums over what ships."""

from __future__ import annotations

import pytest

from helpers.lessons.keys import rhetoric
from helpers.lessons.plan import read_plan
from helpers.lessons.responding import Notice, compared, respond
from helpers.loading import open_corpus
from helpers.views.labels import TWENTY
from helpers.views.silences import THIRTY

CORPUS = open_corpus()


class Tables:
    """Rows by name, as a corpus gives them."""

    def __init__(self, **rows: list[dict[str, object]]) -> None:
        self._rows = rows

    def rows(self, name: str) -> list[dict[str, object]]:
        return self._rows[name]


class Small:
    """A corpus of a few rows."""

    def __init__(self, **rows: list[dict[str, object]]) -> None:
        self.measures = self.tables = Tables(**rows)


def told(verb: str, speaker: str, n: int, manner: str = "") -> dict[str, object]:
    return {"section": "1.1", "verb": verb, "manner": manner, "form": "indirect", "speaker_class": speaker, "count": n}


REPORTS = [
    told("say", "command", 57),
    told("shout", "command", 3),
    told("say", "bolshevik", 98),
    told("state", "bolshevik", 2, "obliged to"),
]


def test_rates_and_not_bare_counts_decide_who_is_judged_most() -> None:
    small = Small(reporting=REPORTS, quotations=[])
    assert rhetoric.class_most_marked(small) == "command"  # type: ignore[arg-type]
    assert rhetoric.class_most_giving_way(small) == "bolshevik"  # type: ignore[arg-type]
    assert rhetoric.bolsheviks_admitting(small) == 2.0  # type: ignore[arg-type]


def test_the_share_of_opponents_leaves_out_names_and_unknown_speakers() -> None:
    def span(speaker: str, words: int, kind: str = "speech") -> dict[str, object]:
        return {"leaf": "1.1@9", "words": words, "speaker_class": speaker, "kind": kind, "opens_turn": True}

    quoted = [span("bolshevik", 30), span("command", 10), span("unknown", 99), span("command", 99, "name")]
    assert rhetoric.opponents_words_share(Small(quotations=quoted, leaves=[{"id": "1.1@9", "section": "1.1"}])) == 25.0  # type: ignore[arg-type]


def test_spans_at_a_distance_are_a_share_of_all_short_spans() -> None:
    spans = [
        {"section": "1.1", "term": "so called", "kind": "scare", "count": 3},
        {"section": "1.1", "term": "so called", "kind": "name", "count": 1},
    ]
    small = Small(scare_quotes=spans)
    assert rhetoric.scare_share(small) == 75.0  # type: ignore[arg-type]
    assert rhetoric.kinds_of_spans(small, ["so-called"]) == {"so-called": "scare"}  # type: ignore[arg-type]


def test_the_count_of_a_word_is_that_of_its_leaves() -> None:
    uses = sum(row["count"] for row in CORPUS.measures.rows("leaf_tokens") if row["token"] == "subsequently")
    assert rhetoric.subsequently_uses(CORPUS) == uses


def test_where_people_are_named_is_what_the_table_of_absences_counts() -> None:
    table = {row["id"]: row for row in CORPUS.tables.rows("absences")}
    for id_, where in rhetoric.where_named(CORPUS, THIRTY).items():
        row = table[id_]
        assert where == {(1, 1): "both", (1, 0): "here", (0, 1): "there", (0, 0): "neither"}[row["n_here"] > 0, row["n_ten_days"] > 0], id_


def test_thirty_people_and_twenty_words_are_asked_and_none_that_must_be_checked() -> None:
    status = {row["id"]: row["status"] for row in CORPUS.tables.rows("absences")}
    assert len(set(THIRTY)) == 30
    assert [id_ for id_ in THIRTY if status[id_] == "to_check"] == []
    assert {entry.id for entry in read_plan("33").item("thirty").entries} == set(THIRTY)
    assert {entry.id for entry in read_plan("31").item("sort-twenty").entries} == set(TWENTY)


def test_the_round_numbers_in_the_questions_hold() -> None:
    ways = [row["way"] for row in CORPUS.tables.rows("absences")]
    assert "some two dozen" in read_plan("33").item("settled").prompt
    assert 22 <= ways.count("deletion") <= 27
    assert "sixty parts" in read_plan("33").item("uneven").prompt
    assert len(CORPUS.measures.rows("sections")) == 60
    assert "Hundreds of times" in read_plan("31").item("share-distance").prompt
    assert sum(row["count"] for row in CORPUS.measures.rows("scare_quotes")) >= 300


def test_deletions_are_settled_where_the_whole_interval_lies_below_nought() -> None:
    from helpers.views.silences import rates

    frame = rates(CORPUS)
    deleted = frame[(frame["way"] == "deletion") & (frame["log_ratio_high"] < 0)]
    assert rhetoric.deletions_settled(CORPUS) == len(deleted)


def test_corrections_stand_beside_what_ships_without_a_mark() -> None:
    item = read_plan("31").item("correct-kinds")
    shipped = rhetoric.kinds_of_spans(CORPUS, [entry.id for entry in item.entries])
    mine = {**shipped, "dvinsks": "scare"}
    notice, error = respond(item, mine, CORPUS)
    assert notice.kind == "your labels beside ours"
    assert notice.text.startswith(f"{len(shipped) - 1} of {len(shipped)} agree.")
    assert "you say at a distance, we have a name" in notice.text
    assert f"{len(shipped)} places looked at, 1 corrected; 90 of a hundred right (60 to 98)." in error.text
    assert error.text.endswith("Shipped figure: by the rule alone: 488 of 608 right (80 of a hundred, 77 to 83).")


def test_a_long_sorting_is_told_by_what_differs() -> None:
    item = read_plan("33").item("thirty")
    key = rhetoric.where_named(CORPUS, [entry.id for entry in item.entries])
    assert compared(item, key, CORPUS) == Notice("beside the result", "30 of 30 agree.")
    text = compared(item, {**key, "krylenko": "both"}, CORPUS).text
    assert text == "29 of 30 agree. For the others the data say: only in Ten Days: Nikolai Krylenko."


@pytest.mark.parametrize("name", sorted(rhetoric.KEYS))
def test_every_key_gives_a_plain_value(name: str) -> None:
    assert isinstance(rhetoric.KEYS[name](CORPUS), (str, float))
