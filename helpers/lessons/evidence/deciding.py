"""How a page that a reader names is judged: it holds, it nearly holds, or it doesn't, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.tables import page_range

NEAR = 1
"""How many pages beside the right one still count as nearly right: a page may be one off where a plate left no trace."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``holds`` is "it holds", "it nearly holds" or "it doesn't hold"; ``why`` names the row or the page that decides."""

    holds: str
    why: str


def pages_in(cell: str) -> set[int]:
    """Every page that a cell of printed pages names.

    >>> sorted(pages_in("258-260, 264"))
    [258, 259, 260, 264]
    """
    found: set[int] = set()
    for part in re.split(r"[,;]\s*", str(cell)):
        if part:
            first, last = page_range(part)
            found.update(range(first, last + 1))
    return found


Rows = list[tuple[set[int], str]]
"""What evidence is checked against: the printed pages of each case, and what stands there in words."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What an evidence item rests on: its cases, what is said where none is near ({page} stands for the page asked
    about), and the printed words that decide as well where a reader's own copy is open."""

    rows: Rows
    missing: str
    printed: str = ""


def decide(page: int, rows: Rows, missing: str) -> Verdict:
    """The verdict for a page against rows of (pages, what they show)."""
    on_page = [text for pages, text in rows if page in pages]
    if on_page:
        return Verdict("it holds", on_page[0] + (f" ({len(on_page) - 1} more on this page.)" if len(on_page) > 1 else ""))
    near = sorted((min(abs(page - p) for p in pages), min(pages), text) for pages, text in rows if pages)
    if near and near[0][0] <= NEAR:
        return Verdict("it nearly holds", f"Not on p. {page}, but close by: {near[0][2]}")
    where = f" The nearest is on p. {near[0][1]}." if near else ""
    return Verdict("it doesn't hold", f"{missing.format(page=page)}{where}")
