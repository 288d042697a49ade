"""Formulas over figures: the four operations, and nothing else."""

from __future__ import annotations

import math

import pytest

from helpers.analysis.formulas import evaluate, formula_ids

VALUES = {"velsk-left": 30.0, "velsk-right": 12.0, "velsk-none": 0.0, "9-2-unknown": math.nan}


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("velsk-left + velsk-right", 42),
        ("velsk-left - velsk-right", 18),
        ("100 * velsk-right / velsk-left", 40),
        ("( velsk-left + velsk-right ) / 2", 21),
        ("30 - 15 + 5", 20),
        ("1 - 0.5", 0.5),
    ],
)
def test_formulas_are_worked_out(formula: str, found: float) -> None:
    assert evaluate(formula, VALUES) == found


def test_division_by_nought_and_missing_numbers_give_nan() -> None:
    assert math.isnan(evaluate("velsk-left / velsk-none", VALUES))
    assert math.isnan(evaluate("velsk-left + 9-2-unknown", VALUES))


@pytest.mark.parametrize("formula", ["velsk-left + brod-left", "velsk-left ** 2", "abs ( 3 )", "velsk-left +", "'a' + 'b'", "3 > 2"])
def test_anything_else_is_an_error(formula: str) -> None:
    with pytest.raises(ValueError, match="formula"):
        evaluate(formula, VALUES)


def test_ids_keep_their_hyphens() -> None:
    assert formula_ids("1 - 9-1-left + 10 * 7-6-each") == ["9-1-left", "7-6-each"]
