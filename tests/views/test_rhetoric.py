"""Lessons 31 to 33's charts on what ships: each says its number, its basis and its error; nothing hangs on a drawing."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.analysis.voices import MEASURES
from helpers.loading import open_corpus
from helpers.views.company import company_view
from helpers.views.errors import SMALL_SAMPLE, between, error_of, scores
from helpers.views.labels import labels_view, resampled, twenty_view, villains_view
from helpers.views.marks import KINDS, marks_view
from helpers.views.silences import back_view, fates, named_in, silences_view, spellings, ways_view
from helpers.views.voices import RAW, agency_view, opponents_view, reporting_view, voices_view

CORPUS = open_corpus()


@pytest.fixture(autouse=True)
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpers.charts.finishing.svg_text", lambda *_, **__: "<svg/>")


@pytest.mark.parametrize("what", sorted(MEASURES))
def test_a_rate_of_reports_is_its_count_over_its_turns(what: str) -> None:
    chart = reporting_view(CORPUS, what=what)
    assert all(row["per_100"] == pytest.approx(100 * row["n"] / row["n_turns"], abs=0.06) for row in chart.rows)
    assert all(row["low"] <= row["per_100"] + 0.06 and row["per_100"] <= row["high"] + 0.06 for row in chart.rows)
    assert "of what is found is right" in chart.source


def test_bare_counts_and_rates_can_order_the_classes_otherwise() -> None:
    bare, rate = (reporting_view(CORPUS, what="noise", per=per) for per in (RAW, "per_100"))
    assert bare.sentence != rate.sentence
    assert [row["n"] for row in bare.rows] == [row["n"] for row in rate.rows]


def test_the_shares_of_a_chapter_add_up_and_the_quoted_words_agree() -> None:
    rows = voices_view(CORPUS).rows
    for chapter in {row["chapter"] for row in rows}:
        mine = [row for row in rows if row["chapter"] == chapter]
        assert sum(row["n"] for row in mine) == mine[0]["of"]
    assert opponents_view(CORPUS, top=99).rows[0]["n_words"] <= opponents_view(CORPUS).rows[0]["of"]


def test_a_small_part_is_said_to_be_thin() -> None:
    assert agency_view(CORPUS, part="4.7").thin
    assert not agency_view(CORPUS).thin
    assert marks_view(CORPUS, part="7.7").thin


def test_kinds_of_marks_add_up_to_all_short_spans() -> None:
    total = sum(row["count"] for row in CORPUS.measures.rows("scare_quotes"))
    assert f"Of {total} short spans" in marks_view(CORPUS).sentence
    listed = [sum(row["n"] for row in marks_view(CORPUS, kind=kind, top=999).rows) for kind in KINDS]
    assert sum(listed) == total


def test_errors_are_those_of_the_table() -> None:
    table = scores(CORPUS, "scare_quotes")
    assert all(row["precision"] == pytest.approx(row["n_right"] / row["n_found"], abs=0.001) for row in table)
    assert all(row["recall"] == pytest.approx(row["n_right"] / row["n_marked"], abs=0.001) for row in table)
    assert f"from {table[0]['n_sample']} places marked by a reader: " in error_of(CORPUS, "scare_quotes", ["scare"])


def test_a_share_has_its_interval_and_a_small_sample_is_called_small() -> None:
    for detector, label in (("reporting", "direct"), ("reporting", "manner"), ("quotations", "speaker as shipped")):
        row = next(r for r in CORPUS.tables.rows("detector_scores") if (r["detector"], r["label"]) == (detector, label))
        told = error_of(CORPUS, detector, [label])
        share = f"{row['precision']:.0%} ({between(row['n_right'], row['n_found'], per_cent=True)})"
        assert (f"right in {share}" if row["precision"] == row["recall"] else f"{share} of what is found is right") in told
        assert ("a small sample" in told) == (row["n_sample"] < SMALL_SAMPLE)
    assert between(90, 100) == "0.83 to 0.94"


def test_the_chart_of_a_voice_quotes_the_error_of_that_voice() -> None:
    rows = {r["label"]: r for r in CORPUS.tables.rows("detector_scores") if r["detector"] == "agents"}
    voices = {label: row["recall"] for label, row in rows.items() if label != "actor with voice"}
    assert min(voices, key=voices.__getitem__) == "passive", "lesson 32 says that the rule is weakest in the passive"
    assert f"(passive): {rows['passive']['precision']:.0%} " in agency_view(CORPUS, voice="passive").source


def test_an_interval_of_leaves_widens_where_a_word_comes_in_bursts() -> None:
    words = np.full(20, 400)
    even, burst = np.full(20, 2), np.array([40] + [0] * 19)
    assert resampled(even, words) == (50.0, 50.0)
    low, high = resampled(burst, words)
    assert low == 0.0
    assert high > 100
    assert np.isnan(resampled(even[:1], words[:1])).all()


def test_labels_and_praise_are_counted_by_chapter_and_by_section() -> None:
    chapters, sections = villains_view(CORPUS).rows, villains_view(CORPUS, chapter=3).rows
    whole = next(row["n"] for row in chapters if row["part"] == "chapter 3" and row["kind"] == "label")
    assert sum(row["n"] for row in sections if row["kind"] == "label") == whole
    assert len(twenty_view(CORPUS).rows) == 20
    with pytest.raises(ValueError, match="no term of the class"):
        labels_view(CORPUS, term_class="praise", target="mensheviks")


def test_too_small_a_part_for_company_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="choose a larger part|no leaf"):
        company_view(CORPUS, person="kamenev", part="7.7")


def test_silence_is_told_as_counts_and_never_as_a_cause() -> None:
    rows = {row["id"]: row for row in silences_view(CORPUS).rows}
    assert rows["bubnov"]["says"] == "nothing: named in neither"
    assert rows["antonov-ovseyenko"]["says"] == "named less here"
    assert rows["stalin"]["says"] == "named more here"
    assert rows["kamenev"]["says"].startswith("nothing")
    assert sum(row["n"] for row in ways_view(CORPUS).rows) == len(CORPUS.tables.rows("absences"))
    assert named_in(1, 0) == "here"


def test_a_life_is_told_with_its_source_and_left_out_where_it_must_be_checked() -> None:
    told = fates(CORPUS, ["krylenko", "glebov-avilov", "milyutin"])
    assert [row["name"] for row in told] == ["Nikolai Krylenko"]
    assert all(row["sources"] for row in told)


def test_one_spelling_alone_would_invent_a_silence() -> None:
    by_spelling = {row["spelling"]: row["n"] for row in spellings(CORPUS, "vikzhel")}
    assert by_spelling["Vikzhel"] <= 2
    assert by_spelling["all of these together"] > 50
    assert [row["n"] for row in spellings(CORPUS, "krylenko")] == [0]


def test_a_rare_word_that_looks_back_is_thin() -> None:
    assert back_view(CORPUS, term="ultimately").thin
    assert any(row["n_with_verdict"] for row in back_view(CORPUS, term="later").rows)
    assert not back_view(CORPUS).thin
