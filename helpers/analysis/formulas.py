"""The formulas of the table ``figures``: sums and shares over ids, worked out without running any code."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_OPERATIONS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def formula_ids(formula: str) -> list[str]:
    """The figures that a formula adds up or divides, in order.

    >>> formula_ids("100 * army-left / army-all")
    ['army-left', 'army-all']
    """
    return _ID.findall(formula)


def evaluate(formula: str, values: Mapping[str, float]) -> float:
    """What a formula of the table ``figures`` gives: ids, numbers, + - * / and brackets; nan where it divides by 0
    or a number is missing (nan).

    A hyphen inside an id binds; a minus stands between spaces. Raises ValueError for an unknown id or any other sign.

    >>> evaluate("( army-left + army-right ) / 2", {"army-left": 22, "army-right": 20})
    21.0
    """
    unknown = [name for name in formula_ids(formula) if name not in values]
    if unknown:
        raise ValueError(f"the formula {formula!r} names {unknown[0]!r}, which is no figure with a value")
    if any(math.isnan(values[name]) for name in formula_ids(formula)):
        return math.nan
    numbers = _ID.sub(lambda match: repr(float(values[match[0]])), formula)
    try:
        return _value(ast.parse(numbers, mode="eval").body)
    except ZeroDivisionError:
        return math.nan
    except (SyntaxError, KeyError) as error:
        raise ValueError(f"the formula {formula!r} holds more than ids, numbers, + - * / and brackets") from error


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.BinOp):
        return _OPERATIONS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    raise KeyError(type(node).__name__)
