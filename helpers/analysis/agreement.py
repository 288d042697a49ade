"""How far coders agree: percent, Cohen's κ, Krippendorff's α, each with a bootstrap interval over the units coded.

Units are what was coded (passages), coders who coded them; a label is any value; None, "" or nan where a coder gave none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

Labels = Sequence[object]

RESAMPLES = 1000
SEED = 1917


class Agreement(NamedTuple):
    """A measure with its 95 % interval, and the number of units that it rests on."""

    value: float
    low: float
    high: float
    n_units: int


def _given(label: object) -> bool:
    """Whether a coder gave a label: not None, "" or nan (which alone differs from itself)."""
    return label not in (None, "") and label == label


def _pairs(first: Labels, second: Labels) -> list[tuple[object, object]]:
    """The units that both coded. Raises ValueError where the rows are of different length."""
    if len(first) != len(second):
        raise ValueError(f"the coders have {len(first)} and {len(second)} units: give both the same, None where one gave no label")
    return [(a, b) for a, b in zip(first, second, strict=True) if _given(a) and _given(b)]


def _tables(pairs: Sequence[tuple[object, object]]) -> np.ndarray:
    """For each unit a table of both labels with a single 1: units × labels × labels."""
    names = {label: k for k, label in enumerate(dict.fromkeys(label for pair in pairs for label in pair))}
    tables = np.zeros((len(pairs), len(names), len(names)))
    for k, (a, b) in enumerate(pairs):
        tables[k, names[a], names[b]] = 1
    return tables


def percent_agreement(first: Labels, second: Labels) -> float:
    """Share (0–1) of the units coded by both to which two coders gave the same label; nan where they share none.

    >>> percent_agreement(["own", "verdict", "own", None], ["own", "own", "own", "own"])
    0.6666666666666666
    """
    pairs = _pairs(first, second)
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else float("nan")


def _kappa(tables: np.ndarray) -> np.ndarray:
    """κ of count tables (the last two axes); nan where chance alone would make them agree."""
    total = tables.sum(axis=(-1, -2))
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = np.trace(tables, axis1=-2, axis2=-1) / total
        chance = (tables.sum(axis=-1) * tables.sum(axis=-2)).sum(axis=-1) / total**2
        kappa: np.ndarray = (observed - chance) / (1 - chance)
    return np.where(np.isclose(chance, 1), np.nan, kappa)


def cohen_kappa(first: Labels, second: Labels) -> float:
    """Cohen's κ of two coders over the units that both coded: 1 = always, 0 = as by chance, below 0 = less than that.

    (pₒ − pₑ) / (1 − pₑ), pₑ from each coder's own shares of the labels: Cohen, *Educational and Psychological
    Measurement* 20 (1960). nan where both use one and the same label throughout, or share no unit.

    Fleiss, Levin & Paik, *Statistical Methods for Rates and Proportions*, ch. 18: of 100 patients two raters call 75
    psychotic, 4 neurotic and 10 organic alike; pₒ = .89, pₑ = .66, κ = .676.

    >>> table = {("P", "P"): 75, ("P", "N"): 1, ("P", "O"): 4, ("N", "P"): 5, ("N", "N"): 4, ("N", "O"): 1, ("O", "O"): 10}
    >>> first, second = zip(*[pair for pair, n in table.items() for _ in range(n)])
    >>> round(cohen_kappa(first, second), 3)
    0.676
    """
    pairs = _pairs(first, second)
    return float(_kappa(_tables(pairs).sum(axis=0))) if pairs else float("nan")


def _coincidences(coders: Sequence[Labels]) -> np.ndarray:
    """For each unit with two labels or more its coincidences: every ordered pair of labels, weighted 1 / (labels − 1)."""
    if len({len(labels) for labels in coders}) > 1:
        raise ValueError(
            f"the coders have {', '.join(str(len(c)) for c in coders)} units: give all the same, None where a label is missing"
        )
    units = [[label for label in unit if _given(label)] for unit in zip(*coders, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    names = {label: k for k, label in enumerate(dict.fromkeys(label for unit in units for label in unit))}
    found = np.zeros((len(units), len(names), len(names)))
    for table, unit in zip(found, units, strict=True):
        counts = np.bincount([names[label] for label in unit], minlength=len(names))
        table += (np.outer(counts, counts) - np.diag(counts)) / (len(unit) - 1)
    return found


def _alpha(coincidences: np.ndarray) -> np.ndarray:
    """Nominal α of coincidence matrices (the last two axes); nan where there is but one label."""
    margins = coincidences.sum(axis=-1)
    total = margins.sum(axis=-1)
    observed = total - np.trace(coincidences, axis1=-2, axis2=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        expected = (total**2 - (margins**2).sum(axis=-1)) / (total - 1)
        alpha: np.ndarray = 1 - observed / expected
    return np.where(np.isclose(total**2, (margins**2).sum(axis=-1)), np.nan, alpha)


def krippendorff_alpha(coders: Sequence[Labels]) -> float:
    """Krippendorff's α for nominal labels, any number of coders, labels missing where they may: 1 = always alike, 0 = chance.

    1 − Dₒ / Dₑ from the coincidence matrix: Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011). He asks
    for .800, and draws only tentative conclusions from .667 on. nan where all labels are one, or no unit has two.

    His example of four observers and twelve units, with labels missing:

    >>> a, b = [1, 2, 3, 3, 2, 1, 4, 1, 2, "", "", ""], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, "", 3]
    >>> c, d = ["", 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, ""], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, ""]
    >>> round(krippendorff_alpha([a, b, c, d]), 3)
    0.743
    """
    found = _coincidences(coders)
    return float(_alpha(found.sum(axis=0))) if len(found) else float("nan")


def _interval(tables: np.ndarray, measure: Callable[[np.ndarray], np.ndarray], resamples: int, seed: int) -> Agreement:
    """The measure with the 2.5th and 97.5th percentile of it over units drawn again with replacement.

    RandomState, whose numbers NumPy promises never to change, so that stored outputs hold. Draws without a value are left out.
    """
    n = len(tables)
    if not n:
        return Agreement(float("nan"), float("nan"), float("nan"), 0)
    drawn = np.random.RandomState(seed).randint(0, n, size=(resamples, n))
    times = np.zeros((resamples, n))
    np.add.at(times, (np.arange(resamples)[:, None], drawn), 1)
    values = measure((times @ tables.reshape(n, -1)).reshape(resamples, *tables.shape[1:]))
    values = values[~np.isnan(values)]
    low, high = np.percentile(values, [2.5, 97.5]) if len(values) else (np.nan, np.nan)
    return Agreement(float(measure(tables.sum(axis=0))), float(low), float(high), n)


def kappa_interval(first: Labels, second: Labels, *, resamples: int = RESAMPLES, seed: int = SEED) -> Agreement:
    """Cohen's κ with a bootstrap interval: percentiles over the units, the same for the same ``seed``.

    >>> kappa_interval(["a", "b"] * 20, ["a", "b"] * 20)
    Agreement(value=1.0, low=1.0, high=1.0, n_units=40)
    """
    return _interval(_tables(_pairs(first, second)), _kappa, resamples, seed)


def alpha_interval(coders: Sequence[Labels], *, resamples: int = RESAMPLES, seed: int = SEED) -> Agreement:
    """Krippendorff's nominal α with a bootstrap interval: percentiles over the units, the same for the same ``seed``.

    A plain bootstrap of units, which Krippendorff's own procedure resembles but is not.

    >>> alpha_interval([["a", "b"] * 20, ["a", "b"] * 20, [None] * 40])
    Agreement(value=1.0, low=1.0, high=1.0, n_units=40)
    """
    return _interval(_coincidences(coders), _alpha, resamples, seed)


def differences(coders: Sequence[Labels]) -> list[int]:
    """Positions of the units on which the coders who labelled them don't agree, in order: what to talk about.

    >>> differences([["a", "b", "a"], ["a", "a", None]])
    [1]
    """
    units = zip(*coders, strict=True)
    return [k for k, unit in enumerate(units) if len({label for label in unit if _given(label)}) > 1]
