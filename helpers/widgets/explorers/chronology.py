"""Explorers of lessons 11 and 12: calendars, exactness, pages per day, order of telling."""

from __future__ import annotations

from helpers.analysis.calendars import MARKS
from helpers.analysis.chronology import PRECISIONS
from helpers.model import Corpus
from helpers.views.chronology import (
    back_view,
    calendar_view,
    clock_view,
    exactness_view,
    nights_view,
    precision_view,
    telling_view,
    tempo_view,
)
from helpers.widgets.explorer import Control, explorer
from helpers.widgets.fields import days_between
from helpers.words import title_case

CHAPTERS = [("the whole book", 0), *((f"chapter {n}", n) for n in range(1, 10))]
DAYS = days_between("1917-09-01", "1917-11-30", short=True)
AUTUMN = ("1917-09-01", "1917-11-30")


def section_choices(corpus: Corpus) -> list[tuple[str, str]]:
    """(number and printed title, id) of every section, in reading order."""
    return [(f"{s['id']} {title_case(str(s['title'])) or '(untitled)'}", str(s["id"])) for s in corpus.measures.rows("sections")]


tempo_explorer = explorer(
    tempo_view,
    controls={"span": Control("Days, Old Style", "range", DAYS), "chapter": Control("Told in", options=CHAPTERS)},
    span=AUTUMN,
    chapter=0,
)
telling_explorer = explorer(
    telling_view,
    controls={
        "chapter": Control("Told in", options=CHAPTERS),
        "span": Control("Days, Old Style", "range", DAYS),
        "jump_days": Control("Mark steps of at least", options=[(f"{n} day{'s' * (n > 1)}", n) for n in (1, 2, 3, 7, 14)]),
    },
    chapter=6,
    span=AUTUMN,
    jump_days=2,
)
back_explorer = explorer(back_view, controls={})
clock_explorer = explorer(clock_view, controls={"chapter": Control("Sections of", options=CHAPTERS)}, chapter=0)
precision_explorer = explorer(
    precision_view,
    controls={
        "section": Control("Section", options=section_choices),
        "precisions": Control("Show dates exact to", "several", [(p.replace("_", " "), p) for p in PRECISIONS]),
    },
    section="4.1",
    precisions=PRECISIONS,
)
exactness_explorer = explorer(
    exactness_view,
    controls={"where_told": Control("Dates of", options=[("the chapters", "narrative"), ("the chronology", "appendix")])},
    where_told="narrative",
)
calendar_explorer = explorer(
    calendar_view, controls={"mark": Control("List the dates", options=[(name, name) for name in MARKS])}, mark="New Style, unmarked"
)
nights_explorer = explorer(nights_view, controls={})
