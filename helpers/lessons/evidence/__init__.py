"""Evidence that a reader names by its printed page: does it hold, nearly hold, or not, and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from helpers.lessons.evidence import tables, voices
from helpers.lessons.evidence.deciding import NEAR, Ground, Verdict, decide, pages_in
from helpers.model import Corpus

__all__ = ["EVIDENCE", "NEAR", "Ground", "Verdict", "check", "decide", "pages_in", "pages_that_hold"]

EVIDENCE: dict[str, Callable[[Corpus], Ground]] = {
    "any_contradiction": tables.any_contradiction,
    "both_calendars": tables.both_calendars,
    "exact_minute": tables.exact_minute,
    "failing_sum": tables.failing_sum,
    "later_verdict": voices.later_verdict,
    "national_body": tables.national_body,
    "night_of": tables.night_of,
    "opponent_at_length": voices.opponent_at_length,
    "plan_told": tables.plan_told,
    "two_dates": tables.two_dates,
    "two_numbers": tables.two_numbers,
    "two_power_days": tables.two_power_days,
    "vague_date": tables.vague_date,
    "words_at_a_distance": voices.words_at_a_distance,
}
"""What each evidence item rests on, by the name that a lesson's plan gives."""


@lru_cache(maxsize=64)
def _ground(name: str, corpus: Corpus) -> Ground:
    return EVIDENCE[name](corpus)


def check(name: str, page: int, corpus: Corpus) -> Verdict:
    """Whether the evidence ``name`` holds on a printed page; in a reader's own copy its printed words decide as well."""
    ground = _ground(name, corpus)
    if ground.printed and corpus.book is not None and any(found.pages.first == page for found in corpus.book.find(ground.printed)):
        return Verdict("it holds", f"Your copy has the words on p. {page}.")
    return decide(page, ground.rows, ground.missing)


def pages_that_hold(name: str, corpus: Corpus) -> list[int]:
    """Every printed page on which the evidence ``name`` holds, in order."""
    return sorted(set().union(*(pages for pages, _ in _ground(name, corpus).rows)))
