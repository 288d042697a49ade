"""The ledger of quotations on the real book: against a sample read by hand, and the rule alone against the stored readings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from helpers.detecting.quotations import Ledger, Quotation, ledger
from helpers.home import CORPUS
from helpers.importing.pipeline import Findings
from helpers.measuring.readings import fitting, read_ledger, stored_readings
from helpers.model import TextEdition
from helpers.shipped import data_package
from tests.scan.samples import Row, draw, openings, rows_of

NO_OPENING = frozenset({"none", "continued"})
"""Kinds of a row whose mark opens no quotation: a ditto sign ("none"), or one that opens a paragraph again or stands inside
another quotation ("continued")."""

Extent = tuple[str, int, str, int]


@pytest.fixture(scope="module")
def rule(imported: tuple[TextEdition, Findings]) -> Ledger:
    """The ledger by rule alone."""
    return ledger(imported[0], data_package(CORPUS))


@pytest.fixture(scope="module")
def read(imported: tuple[TextEdition, Findings]) -> Ledger:
    """The ledger with the stored readings."""
    return read_ledger(imported[0], data_package(CORPUS))


def extent(q: Quotation) -> Extent:
    """Where a quotation opens and closes."""
    return q.paragraph, q.opening, q.closes_in, q.closing


def extent_counts(rows: Sequence[Row], quotations: Sequence[Quotation]) -> tuple[int, int, int]:
    """Of the sampled marks: quotations found with their extent, found where none opens or with another extent, and missed.

    A quotation without a closing mark closes in no paragraph.
    """
    by_opening = {(q.paragraph, q.opening): extent(q) for q in quotations}
    hit = false = missed = 0
    for row in rows:
        found = by_opening.get((row["paragraph"], int(row["opening"])))
        if row["kind"] in NO_OPENING:
            false += found is not None
        elif found and found[3] == int(row["closing"]) and (found[2] == row["closes_in"] or not found[3]):
            hit += 1
        else:
            missed += 1
            false += found is not None
    return hit, false, missed


def class_hits(rows: Sequence[Row], quotations: Sequence[Quotation]) -> list[bool]:
    """For each sampled quotation that the ledger has: whether its class of speaker is the one read."""
    by_opening = {(q.paragraph, q.opening): q.speaker_class for q in quotations}
    keys = [(row["paragraph"], int(row["opening"]), row["speaker_class"]) for row in rows if row["kind"] not in NO_OPENING]
    return [by_opening.get((paragraph, opening)) == speaker for paragraph, opening, speaker in keys]


def interval(hits: Sequence[bool], seed: int = 1917) -> tuple[float, float, float]:
    """Share of hits with its 95 per cent bootstrap interval (percentiles of 2,000 resamples)."""
    values = np.array(hits, dtype=float)
    dice = np.random.default_rng(seed)
    means = values[dice.integers(0, len(values), (2000, len(values)))].mean(axis=1)
    return float(values.mean()), float(np.percentile(means, 2.5)), float(np.percentile(means, 97.5))


def f1(hit: int, false: int, missed: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * hit / (2 * hit + false + missed)


def test_the_scores_are_counted_by_hand() -> None:
    def q(paragraph: str, opening: int, closing: int, speaker: str) -> Quotation:
        return Quotation(paragraph, opening, paragraph, closing, 0, 0, 9, 2, "speech", "", speaker, "", "", "", True, False, True)

    found = [q("1.1.1", 1, 1, "bolshevik"), q("1.1.2", 1, 2, "command"), q("1.1.3", 1, 1, "command"), q("1.1.5", 1, 0, "foreign")]
    rows = [
        {"paragraph": "1.1.1", "opening": "1", "closes_in": "1.1.1", "closing": "1", "kind": "speech", "speaker_class": "bolshevik"},
        {"paragraph": "1.1.2", "opening": "1", "closes_in": "1.1.2", "closing": "1", "kind": "speech", "speaker_class": "foreign"},
        {"paragraph": "1.1.3", "opening": "1", "closes_in": "", "closing": "", "kind": "continued", "speaker_class": ""},
        {"paragraph": "1.1.4", "opening": "1", "closes_in": "1.1.4", "closing": "1", "kind": "term", "speaker_class": "author_text"},
        {"paragraph": "1.1.5", "opening": "1", "closes_in": "", "closing": "0", "kind": "speech", "speaker_class": "foreign"},
    ]
    assert extent_counts(rows, found) == (2, 2, 2)
    assert f1(1, 2, 2) == 1 / 3
    assert class_hits(rows, found) == [True, False, False, True]
    share, low, high = interval([True] * 9 + [False])
    assert share == 0.9
    assert 0.6 <= low <= share <= high <= 1.0


def test_the_ledger_agrees_with_the_sample_read_by_hand(rule: Ledger, read: Ledger) -> None:
    rows = rows_of("quotations_sample")
    counts = extent_counts(rows, read.quotations)
    alone, with_readings = interval(class_hits(rows, rule.quotations)), interval(class_hits(rows, read.quotations))
    print(f"\n{len(rows)} marks; extent F1 {f1(*counts):.3f} (hit, false, missed {counts})")
    print("class of speaker, rule alone {:.3f} [{:.3f}, {:.3f}]".format(*alone))
    print("class of speaker, with readings {:.3f} [{:.3f}, {:.3f}]".format(*with_readings))
    assert len(class_hits(rows, read.quotations)) >= 300
    assert f1(*counts) >= 0.95
    assert with_readings[0] >= 0.90


def test_the_readings_belong_to_the_book_and_say_how_good_the_rule_alone_is(rule: Ledger) -> None:
    """A reading of the whole book is stored where the rule was not sure or differed; elsewhere rule and reading agree."""
    readings = fitting(stored_readings(), rule.quotations)
    assert len(readings) == len(stored_readings())
    agree = [readings.get((q.paragraph, q.opening), (q.speaker_class, ""))[0] == q.speaker_class for q in rule.quotations]
    share, low, high = interval(agree)
    sure = [hit for hit, q in zip(agree, rule.quotations, strict=True) if q.sure]
    print(
        f"\nrule alone: class right in {share:.3f} [{low:.3f}, {high:.3f}] of {len(agree)}; where sure {np.mean(sure):.3f} of {len(sure)}"
    )
    assert share >= 0.78
    assert np.mean(sure) >= 0.85


def test_all_but_a_few_marks_of_the_book_find_their_partner(rule: Ledger) -> None:
    unbalanced = [q for q in rule.quotations if not q.balanced]
    assert len(rule.quotations) >= 1900
    assert len(unbalanced) <= 4
    assert {odd.what for odd in rule.oddities} <= {"never closed", "closes nothing", "opens inside another"}


def test_note_numbers_stand_behind_their_quotations(rule: Ledger) -> None:
    with_note = [q for q in rule.quotations if q.note]
    assert len(with_note) >= 500
    assert all(q.note.isdigit() for q in with_note)


def test_a_draw_is_spread_over_the_chapters_and_the_same_for_a_seed(imported: tuple[TextEdition, Findings]) -> None:
    edition = imported[0]
    drawn = draw(edition, "quotations", seed=7, n=200)
    assert len(drawn) == len(set(drawn)) == 200
    assert drawn == draw(edition, "quotations", seed=7, n=200) != draw(edition, "quotations", seed=8, n=200)
    assert not set(drawn) & set(draw(edition, "quotations", seed=8, n=200, kept=frozenset(drawn)))
    total = sum(len(marks) for marks in openings(edition).values())
    for chapter, marks in openings(edition).items():
        here = sum(mark in set(marks) for mark in drawn)
        assert abs(here - 200 * len(marks) / total) <= 1, chapter


def test_other_texts_go_by_rule_alone(imported: tuple[TextEdition, Findings], ten_days: Path) -> None:
    from helpers.importing.pipeline import import_bytes

    found = ledger(import_bytes(ten_days.read_bytes())[0], data_package(CORPUS))
    assert len(found.quotations) >= 1000
    assert fitting(stored_readings(), found.quotations) == {}
