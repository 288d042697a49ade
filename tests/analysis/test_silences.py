"""Absences with their intervals: by hand, against the exact bound, and the known silences of the two books."""

from __future__ import annotations

import math
from typing import Any

import pytest

from helpers.analysis.counts import counts_of, reference_of
from helpers.analysis.keyness_measures import log_ratio
from helpers.analysis.own_text import own_text
from helpers.analysis.silences import WAYS, absence_rates, by_way, rule_of_three, spelling_counts
from helpers.loading import open_corpus

CORPUS = open_corpus()


def absence(name: str, **more: Any) -> dict[str, Any]:
    base = {
        "id": name.lower(),
        "name": name,
        "way": "deletion",
        "role_in_october": "",
        "variants": name,
        "variants_ten_days": name,
        "status": "book",
        "note": "",
    }
    return base | more


def test_the_rule_of_three_is_just_above_the_exact_bound() -> None:
    for n_words in (1000, 120_000, 230_000):
        exact = (1 - 0.05 ** (1 / n_words)) * 1e4
        assert exact < rule_of_three(n_words) < exact * 1.003
    assert math.isnan(rule_of_three(0))


NAMED = [
    {"kind": "absence", "id": "orsk", "leaf": "1.1@9", "count": 2},
    {"kind": "absence", "id": "orsk", "leaf": "3.1@30", "count": 4},
    {"kind": "person", "id": "orsk", "leaf": "1.1@9", "count": 90},
]
ROWS = [absence("Orsk", way="recasting"), absence("Dorn"), absence("Linn", variants_ten_days=""), absence("Timon", way="control")]
RATES = absence_rates(
    ROWS, NAMED, [{"id": "orsk", "count": 3}, {"id": "dorn", "count": 12}], n_words=60_000, n_words_reference=30_000
).set_index("id")


def test_counts_rates_and_what_the_references_rate_would_give_here() -> None:
    assert RATES["n_here"].tolist() == [6, 0, 0, 0]
    assert RATES["n_reference"].tolist() == [3, 12, 0, 0]
    assert RATES["here_per_10k"]["orsk"] == 1
    assert RATES["reference_per_10k"]["orsk"] == 1
    assert RATES["expected_here"]["dorn"] == 24
    assert RATES["leaves_here"]["orsk"] == "1.1@9;3.1@30"


def test_equal_rates_have_a_log_ratio_of_nought_within_its_interval() -> None:
    orsk = RATES.loc["orsk"]
    assert orsk["log_ratio"] == 0
    assert orsk["log_ratio_low"] < 0 < orsk["log_ratio_high"]


def test_a_nought_has_an_upper_bound_and_a_count_has_none() -> None:
    assert RATES["here_upper"]["dorn"] == 0.5
    assert RATES["reference_upper"]["linn"] == 1.0
    assert math.isnan(RATES["here_upper"]["orsk"])
    assert math.isnan(RATES["reference_upper"]["dorn"])


def test_a_name_in_neither_book_has_no_ratio_and_is_thin() -> None:
    assert math.isnan(RATES["log_ratio"]["linn"])
    assert RATES["thin"].to_dict() == {"orsk": False, "dorn": False, "linn": True, "timon": True}


def test_a_nought_that_was_not_looked_for_says_so() -> None:
    assert RATES["counted_there"].to_dict() == {"orsk": True, "dorn": True, "linn": False, "timon": True}


def test_ways_are_summed_up() -> None:
    frame = by_way(RATES).set_index("way")
    assert list(frame.index) == list(WAYS)
    assert frame.loc["deletion"].to_dict() == {
        "n": 2, "n_never_here": 2, "n_never_reference": 1, "n_here": 0, "n_reference": 12, "n_lower_here": 1, "n_higher_here": 0, "n_undecided": 1,
    }  # fmt: skip


def test_each_spelling_is_counted_by_itself_with_its_possessives() -> None:
    text = own_text({"1.1": "Orsk's boat. Pavel Orsk, Orssk and ORSK.", "1.2": "Pavel Orsk's roof."})
    found = spelling_counts(text, "Orsk;Orssk;Pavel Orsk;Dorn")
    assert found["n"].tolist() == [4, 1, 1, 0]
    assert math.isnan(spelling_counts(counts_of(text), "Pavel Orsk")["n"][0])


def real() -> Any:
    n_words, reference = int(counts_of(CORPUS).n_words.sum()), reference_of(CORPUS).n_words
    tables, measures = CORPUS.tables, CORPUS.measures
    rows = tables.rows("absences"), measures.rows("entity_leaf"), measures.rows("reference_entities")
    return absence_rates(*rows, n_words=n_words, n_words_reference=reference).set_index("id"), n_words, reference


def test_antonov_is_named_nowhere_here_and_often_in_ten_days() -> None:
    frame, n_words, reference = real()
    antonov = frame.loc["antonov-ovseyenko"]
    told = next(row for row in CORPUS.tables.rows("absences") if row["id"] == "antonov-ovseyenko")
    assert (antonov["n_here"], antonov["n_reference"], antonov["way"]) == (0, told["n_ten_days"], "deletion")
    assert antonov["n_reference"] >= 17
    assert antonov["expected_here"] == pytest.approx(antonov["n_reference"] * n_words / reference)
    assert antonov["here_upper"] == pytest.approx(3e4 / n_words)
    assert antonov["log_ratio_high"] == pytest.approx(float(log_ratio(0, told["n_ten_days"], n_words, reference).high))
    assert antonov["log_ratio_high"] < 0


def test_stalin_is_the_reverse_case_and_bubnov_proves_nothing() -> None:
    frame, _, _ = real()
    assert (frame["n_reference"]["stalin"], frame["log_ratio_low"]["stalin"] > 0) == (2, True)
    assert (frame["n_here"]["bubnov"], frame["n_reference"]["bubnov"]) == (0, 0)
    assert math.isnan(frame["log_ratio"]["bubnov"])


def test_the_counts_are_those_of_the_table() -> None:
    frame, _, _ = real()
    assert frame["n_here"].to_dict() == {row["id"]: row["n_here"] for row in CORPUS.tables.rows("absences")}
    assert set(frame["way"]) == set(WAYS)
