"""In what a column of the shipped tables is counted or written, for the data dictionary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_NUMBERS = {
    "value": "see the column unit",
    "value_to": "see the column unit",
    "latitude": "degrees",
    "longitude": "degrees",
    "first_page": "printed page",
    "last_page": "printed page",
    "precision": "share, 0–1",
    "recall": "share, 0–1",
    "low": "share, 0–1",
    "high": "share, 0–1",
    "words": "words",
    "from_words": "words",
    "words_in_quotation": "words",
    "n": "words in the phrase",
    "chapter": "number in a sequence",
    "number": "number in a sequence",
    "sentences": "sentences",
    "paragraphs": "paragraphs",
    "leaves": "leaves",
}
"""Units of columns of numbers with these names, in whatever table; any other counts how many."""

_WRITTEN = {r"os_.*": "day, Old Style", r"ns_.*": "day, New Style", r"(.*_)?pages(_[ab])?": "printed page", r"clock": "hours:minutes"}
"""Units of columns of text, by a pattern of their names."""


def unit_of(field: Mapping[str, Any]) -> str:
    """The unit of a column: a measure, a calendar, "how many" for other counts; a dash for words and ids.

    >>> unit_of({"name": "os_start", "type": "string"}), unit_of({"name": "n_here", "type": "integer"})
    ('day, Old Style', 'how many')
    >>> unit_of({"name": "precision", "type": "string"}), unit_of({"name": "precision", "type": "number"})
    ('–', 'share, 0–1')
    """
    name, kind = str(field["name"]), field["type"]
    if kind == "boolean":
        return "true or false"
    if kind == "string":
        return next((unit for pattern, unit in _WRITTEN.items() if re.fullmatch(pattern, name)), "–")
    return _NUMBERS.get(name, "how many")
