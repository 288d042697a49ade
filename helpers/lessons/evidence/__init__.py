"""Evidence that a reader names by its printed page: does it hold, nearly hold, or not, and why."""

from __future__ import annotations

from collections.abc import Callable

from helpers.lessons.evidence import tables, voices
from helpers.lessons.evidence.deciding import NEAR, Verdict, decide, pages_in
from helpers.model import Corpus

__all__ = ["EVIDENCE", "NEAR", "Verdict", "decide", "pages_in"]

EVIDENCE: dict[str, Callable[[int, Corpus], Verdict]] = {
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
"""Checks by the name that a lesson's plan gives."""
