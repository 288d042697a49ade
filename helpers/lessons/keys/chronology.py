"""Answers to what lessons 11, 12 and 13 ask, computed from the tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from helpers.analysis.calendars import calendar_marks
from helpers.analysis.chronology import narrated, nights, one_day, pages_per_day, precision_counts, telling_order
from helpers.analysis.simultaneity import hours_of, simultaneous
from helpers.dates import offset_days
from helpers.model import Corpus
from helpers.tables import first_day
from helpers.views.chronology import THREE_DAYS
from helpers.views.simultaneity import DIFFERS

AUTUMN = ("1917-09-01", "1917-11-30")


def _tempo(corpus: Corpus) -> Any:
    return pages_per_day(corpus.tables.rows("events"), first=AUTUMN[0], last=AUTUMN[1])


def longest_day(corpus: Corpus) -> str:
    """The day, Old Style, to which the narrative gives most pages."""
    tempo = _tempo(corpus)
    return str(tempo.loc[tempo["pages"].idxmax(), "os_date"])


def three_days_share(corpus: Corpus) -> float:
    """Share of the pages of the autumn's days that goes to 24–26 October, in per cent, rounded to a whole number."""
    tempo = _tempo(corpus)
    three = tempo[tempo["os_date"].isin(THREE_DAYS)]["pages"].sum()
    return float(round(100 * three / tempo["pages"].sum()))


def steps_back_share(corpus: Corpus) -> float:
    """Share of the steps from one dated event to the next told that go back to an earlier day, in whole per cent."""
    order = telling_order(corpus.tables.rows("events"))
    return float(round(100 * order["back"].sum() / (len(order) - 1)))


def chapter_most_back(corpus: Corpus) -> str:
    """The chapter with most steps back for its number of dated events."""
    events = corpus.tables.rows("events")
    orders = {chapter: telling_order(events, chapter=chapter) for chapter in range(1, 10)}
    return str(max(orders, key=lambda chapter: orders[chapter]["back"].mean()))


def section_by_the_clock(corpus: Corpus) -> str:
    """The section in which the largest share of the events of one day carries a clock time."""
    told = [r for r in narrated(corpus.tables.rows("events")) if one_day(r)]
    sections = list(dict.fromkeys(str(r["section"]) for r in told))

    def share(section: str) -> float:
        rows = [r for r in told if r["section"] == section]
        return sum(r["precision"] in ("hour", "minute") for r in rows) / len(rows)

    return max(sections, key=share)


def palace_new_style(corpus: Corpus) -> str:
    """The New Style day of the fall of the Winter Palace."""
    return str(_event(corpus, "1917-10-26-winter-palace-falls")["ns_start"])


def _event(corpus: Corpus, event_id: str) -> Any:
    return next(row for row in corpus.tables.rows("events") if row["id"] == event_id)


def both_calendars_share(corpus: Corpus) -> float:
    """Share of the dated events told in the chapters whose page gives both calendars, in per cent to one decimal."""
    marks = calendar_marks(corpus.tables.rows("events"))["mark"]
    return float(round(100 * (marks == "both calendars").mean(), 1))


def gap_in_1861(corpus: Corpus) -> float:
    """Days between the two calendars when serfdom ended."""
    return float(offset_days("1861-02-19"))


def hour_share(corpus: Corpus) -> float:
    """Share of the dated events that the chapters tell to the hour or minute, in whole per cent."""
    counts = precision_counts(corpus.tables.rows("events"), where_told="narrative").set_index("precision")["share"]
    return float(round(100 * (counts["hour"] + counts["minute"])))


def night_meant(corpus: Corpus) -> str:
    """Which night the book's "night of" means: "after" or "before" the day throughout, or "both"."""
    meant = set(nights(corpus.tables.rows("events"))["meant"]) - {"open"}
    return {frozenset({"begins on it"}): "after", frozenset({"ends on it"}): "before"}.get(frozenset(meant), "both")


FIRST, LAST = "1917-10-24", "1917-11-03"
"""The days of lesson 13, Old Style."""


def lanes_of(corpus: Corpus) -> Any:
    """The events of lesson 13 on one clock."""
    return simultaneous(corpus.tables.rows("events"), corpus.tables.rows("places"), first=FIRST, last=LAST)


def theatre_with_most(corpus: Corpus) -> str:
    """The theatre with most of the events of lesson 13."""
    return str(lanes_of(corpus)["theatre"].value_counts().idxmax())


TWO_DAYS = ("1917-10-25", "1917-10-26")


def moscow_in_two_days(corpus: Corpus) -> float:
    """Dated events of 25 and 26 October that the chapters tell of Moscow."""
    lanes = lanes_of(corpus)
    return float(((lanes["theatre"] == "Moscow") & lanes["os_start"].isin(TWO_DAYS)).sum())


def told_in_both_share(corpus: Corpus) -> float:
    """Share of the entries of the chronology that the chapters tell too, in whole per cent."""
    rows = corpus.tables.rows("appendix_pairs")
    return float(round(100 * sum(row["told"] != "appendix_only" for row in rows) / len(rows)))


def told_differently_share(corpus: Corpus) -> float:
    """Of the entries told in both that can be compared, the share that stands there under another day, hour or actor,
    in whole per cent."""
    rows = corpus.tables.rows("appendix_pairs")
    comparable = [row for row in rows if row["told"] != "appendix_only" and row["agrees"] != "not_comparable"]
    return float(round(100 * sum(row["agrees"] in DIFFERS for row in comparable) / len(comparable)))


def events_in_order(corpus: Corpus, ids: Sequence[str]) -> list[str]:
    """These events from the earliest to the latest, by day and then by hour."""
    return sorted(ids, key=lambda id_: (first_day(str(_event(corpus, id_)["os_start"])), hours_of(_event(corpus, id_))))


ENTRY_KEYS: dict[str, Callable[[Corpus, Sequence[str]], Any]] = {"events_in_order": events_in_order}

KEYS: dict[str, Callable[[Corpus], Any]] = {
    "both_calendars_share": both_calendars_share,
    "chapter_most_back": chapter_most_back,
    "gap_in_1861": gap_in_1861,
    "hour_share": hour_share,
    "longest_day": longest_day,
    "moscow_in_two_days": moscow_in_two_days,
    "night_meant": night_meant,
    "palace_new_style": palace_new_style,
    "section_by_the_clock": section_by_the_clock,
    "steps_back_share": steps_back_share,
    "theatre_with_most": theatre_with_most,
    "three_days_share": three_days_share,
    "told_differently_share": told_differently_share,
    "told_in_both_share": told_in_both_share,
}
