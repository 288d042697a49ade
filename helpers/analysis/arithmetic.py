"""Division and logarithm that give nan where there is nothing to divide by, instead of 0, infinity or a warning."""

from __future__ import annotations

from typing import Any

import numpy as np


def divide(a: Any, b: Any) -> np.ndarray:
    """a / b, nan where b is 0.

    >>> divide([1, 0, 3], [2, 0, 0]).tolist()
    [0.5, nan, nan]
    """
    over, under = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    result = np.full(np.broadcast(over, under).shape, np.nan)
    np.divide(over, under, out=result, where=under != 0)
    return result


def log2(a: Any) -> np.ndarray:
    """The binary logarithm, nan where a is not above 0.

    >>> log2([8, 0]).tolist()
    [3.0, nan]
    """
    values = np.asarray(a, dtype=float)
    result = np.full(values.shape, np.nan)
    np.log2(values, out=result, where=values > 0)
    return result


def times_log(x: Any, ratio: Any) -> np.ndarray:
    """x ln(ratio), 0 where x is 0: a term of a log-likelihood.

    >>> times_log([2, 0], [1, 0]).tolist()
    [0.0, 0.0]
    """
    values, ratios = np.asarray(x, dtype=float), np.asarray(ratio, dtype=float)
    logs = np.zeros(np.broadcast(values, ratios).shape)
    np.log(ratios, out=logs, where=values > 0)
    product: np.ndarray = values * logs
    return product
