"""Pages checked against the tables of events, contradictions, figures, power and bodies."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from helpers.analysis.calendars import calendar_mark
from helpers.analysis.figures import recomputed
from helpers.analysis.naming import national_bodies
from helpers.analysis.plans import is_plan
from helpers.analysis.power import power_dates
from helpers.analysis.provenance import told
from helpers.charts.chart import page_words, pages_words
from helpers.lessons.evidence.deciding import Ground, Rows, pages_in
from helpers.model import Corpus
from helpers.words import times

_PAGES_IN_PROSE = re.compile(r"\bpp?\. (\d+(?:[-–]\d+)?)")


def _named_in(prose: str) -> set[int]:
    """Pages that a sentence names as "p. 582"."""
    return {page for cell in _PAGES_IN_PROSE.findall(prose) for page in pages_in(cell)}


def _contradictions(corpus: Corpus, kinds: tuple[str, ...], what: str) -> Ground:
    rows = []
    for row in corpus.tables.rows("contradictions"):
        if row["kind"] in kinds:
            text = (
                f"{row['what']}: {row['statement_a']} ({pages_words(row['pages_a'])}) {row['statement_b']} ({pages_words(row['pages_b'])})"
            )
            named = pages_in(row["pages_a"]) | pages_in(row["pages_b"])
            rows.append((named | _named_in(str(row["reading"])), text))
    return Ground(rows, f"None of the {len(rows)} {what} that we know stands on p. {{page}}; if you are sure, bring it to class.")


def two_dates(corpus: Corpus) -> Ground:
    """A page where the book gives one of two dates or hours for one thing."""
    return _contradictions(corpus, ("date",), "contradictions of date")


def two_numbers(corpus: Corpus) -> Ground:
    """A page where the book gives one of two numbers for one thing."""
    return _contradictions(corpus, ("number",), "contradictions of number")


def any_contradiction(corpus: Corpus) -> Ground:
    """A page that disagrees with another page of the book."""
    return _contradictions(corpus, ("date", "number", "actor", "wording", "claim", "place"), "contradictions")


def _events(corpus: Corpus, wanted: Callable[[Mapping[str, Any]], bool]) -> Rows:
    return [
        (pages_in(row["pages"]), f"{row['summary']} ({page_words(row)}, printed as “{row['as_written']}”)")
        for row in corpus.tables.rows("events")
        if wanted(row)
    ]


def night_of(corpus: Corpus) -> Ground:
    """A page that dates something to the night of a day."""
    rows = _events(corpus, lambda row: "night of" in str(row["as_written"]).lower())
    return Ground(rows, "No event that we know of is dated by a “night of” on p. {page}.", printed="night of")


def both_calendars(corpus: Corpus) -> Ground:
    """A page that gives an event in both calendars."""
    rows = _events(corpus, lambda row: calendar_mark(row) == "both calendars")
    return Ground(rows, "No event that we know of is given in both calendars on p. {page}.")


def vague_date(corpus: Corpus) -> Ground:
    """A page that dates something by a month or a part of one."""
    rows = _events(corpus, lambda row: row["precision"] in ("part_of_month", "month") and bool(row["as_written"]))
    return Ground(rows, "No event that we know of has a vague date on p. {page}.")


def exact_minute(corpus: Corpus) -> Ground:
    """A page that times something to the minute."""
    rows = _events(corpus, lambda row: row["precision"] == "minute")
    return Ground(rows, "No event that we know of is timed to the minute on p. {page}.")


def two_power_days(corpus: Corpus) -> Ground:
    """A page on which the chronology or a chapter dates the passing of power in a town otherwise than the other does."""
    rows = [
        (
            pages_in(row["pages"]) | pages_in(row["narrative_pages"]),
            f"{row['name']}: {row['appendix']} by the chronology ({page_words(row)}), {row['narrative']} by the chapters ({pages_words(row['narrative_pages'])}).",
        )
        for row in power_dates(corpus.tables.rows("power"), corpus.tables.rows("places")).to_dict("records")
        if row["least_apart"] == row["least_apart"] and row["least_apart"] != 0
    ]
    return Ground(rows, "On p. {page} no town is dated that the other telling dates otherwise, as far as we know.")


def failing_sum(corpus: Corpus) -> Ground:
    """A page with a sum or share that its own parts don't give."""
    rows = [
        (
            pages_in(row["pages"]),
            f"{row['of_what']}: printed {row['printed']:,g}, the parts give {round(row['gives'], 2):,g} ({page_words(row)})"
            + (f"; the book says {row['hedge'].replace('_', ' ')}." if row["hedge"] else "."),
        )
        for row in recomputed(corpus.tables.rows("figures")).to_dict("records")
        if row["verdict"] == "fails"
    ]
    return Ground(rows, "No sum that we know of fails on p. {page}.")


def plan_told(corpus: Corpus) -> Ground:
    """A page with a number that was ordered, promised or asked for."""
    rows = [(pages_in(row["pages"]), f"{told(row)} ({page_words(row)}).") for row in corpus.tables.rows("figures") if is_plan(row)]
    return Ground(rows, "No order, promise or demand with a number that we know of stands on p. {page}.")


def national_body(corpus: Corpus) -> Ground:
    """A page on which a national body or party is named."""
    leaves = {str(leaf["id"]): leaf for leaf in corpus.measures.rows("leaves")}
    bodies = national_bodies(corpus.tables.rows("organisations"))
    rows = []
    for row in corpus.measures.rows("entity_leaf"):
        if row["kind"] == "organisation" and row["id"] in bodies:
            first, last = (int(leaves[str(row["leaf"])][c]) for c in ("first_page", "last_page"))
            rows.append(
                (
                    set(range(first, last + 1)),
                    f"{bodies[row['id']]} is named {times(row['count'])} on p. {first}{f'–{last}' if last > first else ''}.",
                )
            )
    return Ground(rows, "No national body or party that we know of is named on p. {page}.")
