"""Agreement of a class: by hand on small cases, equal to independent libraries on the simulated class."""

from __future__ import annotations

import math
from itertools import combinations
from statistics import fmean

import numpy as np
import pytest

from helpers.classroom.agreeing import (
    agreement_row,
    coded_passages,
    difference_rows,
    in_sentence,
    labellings,
    pair_agreement,
    pair_in_words,
    sorted_terms,
)
from helpers.classroom.readers import Classroom
from helpers.codings import LESSON, Coding
from helpers.lessons.plan import LessonPlan
from tests.simulated_class import LABELS, SORT, TERMS, coder, known_labels, student

PLAN = LessonPlan("31", "Names", "?", "rhetoric", "1", "", (), (), (SORT,))


def test_two_coders_by_hand() -> None:
    """Ten passages: 4 own-own, 3 other-other, 3 differ. pₒ = .7; pₑ = .5·.6 + .5·.4 = .5; κ = .4. α: the 20 labels are
    11 own and 9 other, so Dₑ = 2·11·9/(20·19), Dₒ = 6/20, α = 1 − .3/.521 = .424."""
    first = ["own"] * 5 + ["other"] * 5
    second = ["own"] * 4 + ["other"] + ["own"] * 2 + ["other"] * 3
    found = coded_passages(Classroom((coder("Ada", first), coder("Ben", second))))
    row = agreement_row(found)
    assert (row["n_readers"], row["n_units"]) == (2, 10)
    assert row["percent_share"] == pytest.approx(0.7)
    assert row["kappa"] == pytest.approx(0.4)
    assert row["alpha"] == pytest.approx(1 - 0.3 / (2 * 11 * 9 / (20 * 19)))
    assert row["alpha_low"] < row["alpha"] < row["alpha_high"]
    assert row["kappa_low"] < row["kappa"] < row["kappa_high"]
    assert row["thin"] == ""
    assert difference_rows(found)[0] == {"unit": "4.5.5", "labels": "other 1; own 1", "commonest_share": 0.5, "memos": ""}
    assert [r["unit"] for r in difference_rows(found)] == ["4.5.5", "4.5.6", "4.5.7"]


def test_three_coders_by_hand() -> None:
    """Three pairs share two, one and one of two units: mean 2/3 of the units alike."""
    coders = [coder("A", ["x", "y"]), coder("B", ["x", "y"]), coder("C", ["x", "x"])]
    row = agreement_row(coded_passages(Classroom(tuple(coders))))
    assert row["percent_share"] == pytest.approx(2 / 3)
    assert row["thin"] == "only 2 things were labelled by two readers or more"


def test_what_one_coded_alone_is_no_unit_and_capitals_make_no_code() -> None:
    ada = student(
        "Ada", [(LESSON, c.item, c.value) for c in (Coding("2.4.9", "Praise "), Coding("2.4.10", "blame"), Coding("2.4.11", "x"))]
    )
    ben = student(
        "Ben",
        [(LESSON, c.item, c.value) for c in (Coding("2.4.10", "blame", "why"), Coding("2.4.9", "praise"), Coding("2.4.11", "x", "", 3, 9))],
    )
    found = coded_passages(Classroom((ada, ben)))
    assert found.units == ("2.4.9", "2.4.10")
    assert found.labels == (("praise", "blame"), ("praise", "blame"))
    assert found.memos == {(1, "Ben"): "why"}


def test_sorted_terms_are_units_and_readers_who_sorted_are_coders() -> None:
    students = [
        student(f"R{k}", [("31", SORT.id, dict(zip(TERMS, labels, strict=True)))]) for k, labels in enumerate(known_labels(4, missing=0))
    ]
    found = sorted_terms(Classroom((*students, student("late", []))), PLAN, SORT)
    assert found.readers == ("R0", "R1", "R2", "R3")
    assert (len(found.units), [list(row) for row in found.labels]) == (20, known_labels(4, missing=0))
    assert [f.what for f in labellings(Classroom(tuple(students)), [PLAN])] == ["31 · Your answer"]


def test_alpha_equals_the_krippendorff_package_on_the_simulated_class(classroom: Classroom) -> None:
    package = pytest.importorskip("krippendorff", reason="krippendorff is not installed")
    labels = known_labels()
    numbers = [[np.nan if x is None else LABELS.index(x) for x in row] for row in labels]
    row = agreement_row(coded_passages(classroom))
    assert (row["n_readers"], row["n_units"]) == (30, 20)
    assert row["alpha"] == pytest.approx(package.alpha(reliability_data=numbers, level_of_measurement="nominal"), abs=1e-12)
    assert row["alpha_low"] < row["alpha"] < row["alpha_high"]


def test_kappa_equals_scikit_learn_on_the_simulated_class(classroom: Classroom) -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn is not installed")
    found = coded_passages(classroom)
    kappas = []
    for first, second in combinations(known_labels(), 2):
        both = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
        kappas.append(metrics.cohen_kappa_score(*zip(*both, strict=True)))
    row = agreement_row(found)
    assert row["kappa"] == pytest.approx(fmean(kappas), abs=1e-12)
    assert (row["kappa_low"], row["kappa_high"]) == pytest.approx((min(kappas), max(kappas)))
    share, kappa = pair_agreement(found, found.readers[0], found.readers[1])
    assert kappa.value == pytest.approx(kappas[0])
    assert 0 < share < 1


def test_the_simulated_class_has_the_agreement_it_was_made_with(classroom: Classroom) -> None:
    """Each follows one truth in .8 of the passages and throws a die of four in the rest: right with p = .85, each of the
    three others .05; two alike with .85² + 3·.05² = .73."""
    row = agreement_row(coded_passages(classroom))
    assert row["percent_share"] == pytest.approx(0.73, abs=0.04)
    assert row["alpha"] == pytest.approx((0.73 - 0.25) / 0.75, abs=0.05)


def test_a_pair_in_words_or_what_is_wrong_with_it() -> None:
    found = coded_passages(Classroom((coder("A", ["x", "y", "x"]), coder("B", ["x", "y", "y"]), coder("C", ["x", "x", "x"]))))
    assert pair_in_words(found, "A", "B").startswith("A and B labelled 3 in common, 67 % of them alike; Cohen's κ = 0.40")
    assert (
        pair_in_words(found, "A", "A")
        == pair_in_words(found, "A", "nobody")
        == "Choose two different readers who both labelled something here."
    )
    one = coded_passages(
        Classroom((coder("A", ["x", None, "x"]), coder("B", ["x", None, "x"]), coder("C", [None, "x", "x"]), coder("D", [None, "x", None])))
    )
    assert pair_in_words(one, "A", "B").endswith("κ is not defined where only one label is used.")
    assert pair_in_words(one, "A", "D") == "A and D labelled nothing in common."


def test_no_agreement_can_be_told_where_all_labels_are_one_or_too_many() -> None:
    one = agreement_row(coded_passages(Classroom((coder("A", ["x"] * 12), coder("B", ["x"] * 12)))))
    assert math.isnan(one["alpha"])
    assert "no agreement beyond chance can be told" in in_sentence(one)
    many = coded_passages(Classroom((coder("A", [f"code {k}" for k in range(500)]), coder("B", [f"code {k}" for k in range(500)]))))
    row = agreement_row(many)
    assert math.isnan(row["alpha"])
    assert row["thin"] == "500 different labels are too many to compare"
    assert labellings(Classroom((coder("A", ["x"]),)), [PLAN]) == []


@pytest.mark.parametrize(
    ("alpha", "words"), [(0.8, "takes as reliable"), (0.7, "for tentative conclusions only"), (0.2, "is less than Krippendorff asks")]
)
def test_krippendorffs_limits_in_words(alpha: float, words: str) -> None:
    row = agreement_row(coded_passages(Classroom((coder("A", ["x", "y"]), coder("B", ["x", "y"])))))
    assert words in in_sentence(row | {"alpha": alpha})
