"""How sure and how large the difference between two rates is: log-likelihood, log ratio with its interval, %DIFF."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from helpers.analysis.arithmetic import divide, times_log
from helpers.analysis.frequency import per_10k

CRITICAL = {0.05: 3.84, 0.01: 6.63, 0.001: 10.83, 0.0001: 15.13}
"""Level → the log-likelihood above which a difference is significant (χ² with one degree of freedom)."""
Z95 = 1.959964
"""The standard normal distribution has 95 % between −Z95 and Z95."""


def log_likelihood(n_target: Any, n_reference: Any, target_words: int, reference_words: int) -> np.ndarray:
    """Log-likelihood G² of a word's two counts; 0 where its rates are equal, nan where it is in neither.

    G² = 2 (a ln(a/E₁) + b ln(b/E₂)), E₁ = c (a + b) / (c + d), E₂ = d (a + b) / (c + d) for a occurrences in c words
    and b in d: Rayson & Garside, *Comparing corpora using frequency profiling* (2000), after Dunning, *Computational
    Linguistics* 19 (1993). A count of 0 adds nothing to the sum; nothing is put in its place.

    20 and 10 in 1000 words each: E = 15, so 2 (20 ln(4/3) + 10 ln(2/3)) = 3.398.

    >>> float(log_likelihood(20, 10, 1000, 1000).round(3))
    3.398
    """
    a, b = np.asarray(n_target, dtype=float), np.asarray(n_reference, dtype=float)
    share = (a + b) / (target_words + reference_words)
    value = 2 * (times_log(a, divide(a, target_words * share)) + times_log(b, divide(b, reference_words * share)))
    return np.where(a + b > 0, np.maximum(value, 0.0), np.nan)


class LogRatio(NamedTuple):
    """Binary logarithm of the ratio of two rates, with its 95 % confidence interval."""

    value: np.ndarray
    low: np.ndarray
    high: np.ndarray


def log_ratio(n_target: Any, n_reference: Any, target_words: int, reference_words: int) -> LogRatio:
    """How many times a word's rate in the target is doubled against the reference: 1 = twice, 2 = four times, −1 = half.

    log₂((a/c) / (b/d)): Hardie, *Log Ratio: an informal introduction* (2014); a count of 0 is taken as 0.5, as there.
    The interval is that of the logarithm of a relative risk, ± 1.96 √(1/a − 1/c + 1/b − 1/d) / ln 2: Katz et al.,
    *Biometrics* 34 (1978). An interval that holds 0 is no difference to build on. nan where the word is in neither.

    20 and 10 in 1000 words each: √(.05 − .001 + .1 − .001) = .3847, × 1.96 / ln 2 = 1.088.

    >>> [float(x.round(3)) for x in log_ratio(20, 10, 1000, 1000)]
    [1.0, -0.088, 2.088]
    """
    a, b = np.asarray(n_target, dtype=float), np.asarray(n_reference, dtype=float)
    here = a + b > 0
    a, b = np.where(here, np.maximum(a, 0.5), np.nan), np.where(here, np.maximum(b, 0.5), np.nan)
    value = np.log2((a / target_words) / (b / reference_words))
    reach = Z95 * np.sqrt(1 / a - 1 / target_words + 1 / b - 1 / reference_words) / np.log(2)
    return LogRatio(value, value - reach, value + reach)


def diff_pct(n_target: Any, n_reference: Any, target_words: int, reference_words: int) -> np.ndarray:
    """By how many per cent a word's rate in the target is above that in the reference: 100 = twice, −50 = half.

    %DIFF: Gabrielatos & Marchi, *Keyness: appropriate metrics and practical issues* (2012). nan where the reference has
    none of it: the difference is then without bound (they put a tiny number in its place).

    >>> diff_pct([20, 5, 3], [10, 10, 0], 1000, 1000).tolist()
    [100.0, -50.0, nan]
    """
    target, reference = per_10k(n_target, target_words), per_10k(n_reference, reference_words)
    return divide(100 * (target - reference), reference)
