"""Damaged readings mended from a list that names line, word and reason; never a silent guess."""

from __future__ import annotations

from helpers.importing.lines import Line
from helpers.importing.profiles import Correction


def fits(lines: list[Line], corrections: list[Correction]) -> bool:
    """Whether the corrections belong to this file: four in five find their word on their line.

    Lists keyed by line number serve the one scan they were made for; another copy is imported by rule alone.
    """
    by_number = {line.number: line for line in lines}
    hits = sum(c.line in by_number and c.printed in by_number[c.line].text for c in corrections)
    return bool(corrections) and hits >= 0.8 * len(corrections)


def correct(lines: list[Line], corrections: list[Correction]) -> list[Correction]:
    """Mend the lines in place; return the corrections applied. A word that isn't on its line is left alone."""
    by_number = {line.number: line for line in lines}
    applied = []
    for c in corrections:
        line = by_number.get(c.line)
        if line is None or line.text.count(c.printed) != 1:
            continue
        line.text = line.text.replace(c.printed, c.read).strip()
        applied.append(c)
    return applied
