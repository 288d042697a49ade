"""Verbs of saying by turns, words of manner, quoted words by section, doers by voice: on rows that a hand can count."""

from __future__ import annotations

import math

import pytest

from helpers.analysis.agency import ACTORS, VOICE_NAMES, agency
from helpers.analysis.voices import MANNERS, MEASURES, VOICES, manners_by_class, reported_by_class, turns_of, voices_by_section, wilson


def report(verb: str, speaker: str, count: int, manner: str = "", form: str = "direct") -> dict[str, object]:
    return {"section": "1.1", "verb": verb, "manner": manner, "form": form, "speaker_class": speaker, "count": count}


def quoted(speaker: str, words: int, kind: str = "speech", opens: bool = True, leaf: str = "1.1@9") -> dict[str, object]:
    return {"leaf": leaf, "words": words, "speaker_class": speaker, "kind": kind, "opens_turn": opens}


REPORTS = [
    report("say", "command", 30),
    report("admit", "command", 2),
    report("state", "command", 1, manner="obliged to", form="indirect"),
    report("shout", "rank_and_file", 5),
    report("say", "unknown", 9),
]
QUOTED = [quoted("command", 10)] * 59 + [quoted("command", 5, opens=False), quoted("command", 3, kind="name"), quoted("rank_and_file", 40)]
LEAVES = [{"id": "1.1@9", "section": "1.1"}, {"id": "1.2@10", "section": "1.2"}]


def test_a_turn_is_a_quotation_that_opens_one_or_an_indirect_report() -> None:
    turns = turns_of(REPORTS, QUOTED)
    assert turns["command"] == 59 + 1
    assert turns["rank_and_file"] == 1
    assert turns["bolshevik"] == 0


@pytest.mark.parametrize(("what", "n"), [("marked", 2), ("concession", 2), ("gives way", 3), ("manner", 1), ("said", 30), ("neutral", 31)])
def test_each_way_of_reporting_counts_its_own(what: str, n: int) -> None:
    frame = reported_by_class(REPORTS, QUOTED, what=what).set_index("speaker_class")
    assert frame.loc["command", "n"] == n
    assert frame.loc["command", "per_100"] == pytest.approx(100 * n / 60)


def test_few_turns_are_thin_and_none_have_no_rate() -> None:
    frame = reported_by_class(REPORTS, QUOTED).set_index("speaker_class")
    assert not frame.loc["command", "thin"]
    assert frame.loc["rank_and_file", "thin"]
    assert math.isnan(frame.loc["bolshevik", "per_100"])
    assert list(frame.index) == list(VOICES)


def test_an_unknown_way_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="none of marked, neutral"):
        reported_by_class(REPORTS, QUOTED, what="loud")


def test_words_of_manner_are_sorted_once_and_counted_by_class() -> None:
    frame = manners_by_class(REPORTS, QUOTED).set_index(["speaker_class", "group"])
    assert frame.loc[("command", "gives way"), "n"] == 1
    assert frame.loc[("command", "gives way"), "words"] == "obliged to"
    assert frame["n"].sum() == 1
    words = [word for group in MANNERS.values() for word in group]
    assert len(words) == len(set(words))


def test_quoted_words_leave_names_out_and_keep_the_longest() -> None:
    frame = voices_by_section(QUOTED, LEAVES, ["command"]).set_index("section")
    assert frame.loc["1.1", ["n_words", "of", "longest"]].tolist() == [595, 635, 10]
    assert frame.loc["1.1", "share"] == pytest.approx(595 / 635)
    assert math.isnan(frame.loc["1.2", "share"])


def test_the_interval_is_that_of_a_textbook() -> None:
    """Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 gives 0.2553 to 0.3662, 0 of 20 gives 0 to 0.1611."""
    assert wilson(81, 263) == (pytest.approx(0.2553, abs=1e-4), pytest.approx(0.3662, abs=1e-4))
    assert wilson(0, 20) == (pytest.approx(0, abs=1e-9), pytest.approx(0.1611, abs=1e-4))
    assert all(math.isnan(end) for end in wilson(0, 0))


def test_the_voices_of_an_actor_add_up_to_a_hundred() -> None:
    rows = [
        {"section": "1.1", "actor": "party", "voice": voice, "count": n} for voice, n in zip(VOICE_NAMES, (50, 20, 20, 30), strict=True)
    ]
    rows.append({"section": "1.2", "actor": "party", "voice": "active", "count": 80})
    shares = [agency(rows, voice=voice, sections=["1.1"]).set_index("actor").loc["party", "per_100"] for voice in VOICE_NAMES]
    assert sum(shares) == pytest.approx(100)
    assert agency(rows, voice="active").set_index("actor").loc["party", "of"] == 200
    assert list(agency(rows)["actor"]) == list(ACTORS)
    with pytest.raises(ValueError, match="none of active"):
        agency(rows, voice="middle")


def test_every_way_has_words_for_a_reader() -> None:
    assert all(told and callable(fits) for told, fits in MEASURES.values())
