"""A worked argument, its numbers computed from what ships, so that the rubric can be tried on something that isn't one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helpers.analysis.chronology import narrated, one_day, pages_per_day
from helpers.inquiry.argument import Argument, Piece
from helpers.model import Corpus

THREE_DAYS = ("1917-10-24", "1917-10-25", "1917-10-26")
AUTUMN = ("1917-09-01", "1917-11-30")
TABLE = "table of events"


def worked_argument(corpus: Corpus) -> Argument:
    """An argument on the room that three days get in the chapters and in the chronology at the end."""
    events = corpus.tables.rows("events")
    tempo = pages_per_day(events, first=AUTUMN[0], last=AUTUMN[1])
    of_pages = 100 * float(tempo[tempo["os_date"].isin(THREE_DAYS)]["pages"].sum()) / float(tempo["pages"].sum())
    listed = [r for r in events if r["where_told"] == "appendix" and AUTUMN[0] <= str(r["os_start"]) <= AUTUMN[1]]
    inside = sum(r["os_start"] in THREE_DAYS for r in listed)
    of_list = 100 * inside / len(listed)
    timed, other = _clock_shares(narrated(events))
    return Argument(
        question="Do the chapters give their room where the book's own chronology has events?",
        claim=f"The chapters give 24, 25 and 26 October {of_pages / of_list:.1f} times the share that these days have in the list at the end.",
        support=(
            Piece(f"Of the pages that go to single days of September, October and November, {of_pages:.0f} per cent go to these three.", TABLE, "12/three-days"),
            Piece(f"Of {len(listed)} entries of the chronology in the same months, {inside} begin on them: {of_list:.0f} per cent.", _pages(corpus, "A")),
        ),
        against=(
            Piece(f"For these days there were sources with hours: {timed:.0f} per cent of their events carry a clock time, {other:.0f} per cent of the others.", TABLE),
        ),
        answer="Richer sources explain a part of it. But which logs and telegrams were printed at length was chosen too.",
        limits="A page is shared equally among the events that begin on it, however long each is told; events without a day get none.",
        change="A count by lines instead of pages that gave the three days the share that they have in the list.",
        sure=3,
    )  # fmt: skip


def _clock_shares(told: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
    """Per cent of the events of one day that carry a clock time: on the three days, and on all others."""
    sides: dict[bool, list[bool]] = {True: [], False: []}
    for row in told:
        if day := one_day(row):
            sides[str(day) in THREE_DAYS].append(row["precision"] in ("hour", "minute"))
    return tuple(100 * sum(timed) / len(timed) for timed in sides.values())  # type: ignore[return-value]


def _pages(corpus: Corpus, section: str) -> str:
    row = next(r for r in corpus.measures.rows("sections") if r["id"] == section)
    return f"pp. {row['first_page']}–{row['last_page']}"
