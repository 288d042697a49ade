"""The chronology unit's charts: told time against time, calendars, exactness, one clock, and the list at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from helpers.analysis.calendars import MARKS, calendar_marks
from helpers.analysis.chronology import PRECISIONS, narrated, nights, one_day, pages_per_day, precision_counts, taught, telling_order
from helpers.analysis.simultaneity import with_hours
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.charts.telling import telling_scatter
from helpers.charts.tempo import tempo_bars
from helpers.charts.timeline import timeline
from helpers.dates import day_in_words
from helpers.model import Corpus
from helpers.words import title_case

WHOLE_BOOK = 0
"""The choice of chapter that means all of them."""


def _chapter(chapter: int) -> int | None:
    return chapter or None


def _where(chapter: int) -> str:
    return f"chapter {chapter}" if chapter else "the book"


def tempo_view(corpus: Corpus, *, span: tuple[str, str], chapter: int = WHOLE_BOOK) -> Chart:
    """Pages for each day of ``span`` (first and last day, Old Style) in a chapter (0: the whole book)."""
    events = corpus.tables.rows("events")
    tempo = pages_per_day(events, first=span[0], last=span[1], chapter=_chapter(chapter))
    told = narrated(events, chapter=_chapter(chapter))
    dated = sum(bool(one_day(row)) for row in told)
    rows = [
        {"os_date": r.os_date, "pages": r.pages, "n_events": r.n_events, "printed": _pages(r.page_list), "id": ";".join(r.ids)}
        for r in tempo.itertuples(index=False)
    ]
    total = float(tempo["pages"].sum())
    three = float(tempo[tempo["os_date"].isin(THREE_DAYS)]["pages"].sum())
    most = max(rows, key=lambda row: row["pages"])
    sentence = (
        f"Most is told of {day_in_words(most['os_date'])}: {most['pages']:.1f} of {total:.1f} pages."
        if total
        else "No page here tells of these days."
    )
    if total and span[0] <= THREE_DAYS[0] and THREE_DAYS[-1] <= span[1]:
        sentence += f" The days from 24 to 26 October together have {three:.1f} pages, {three / total:.0%}."
    return tempo_bars(
        rows,
        title=f"How many pages does {_where(chapter)} give to each day?",
        value="pages",
        unit="pages",
        columns={"os_date": "day, Old Style", "pages": "pages", "n_events": "events told", "printed": "printed pages on which they begin"},
        source=f"Rests on {int(tempo['n_events'].sum()):,} of {len(told):,} events told; {len(told) - dated:,} have no single day and are left out. "
        "A page is shared equally among the dated events that begin on it.",
        sentence=sentence,
        thin="" if tempo["n_events"].sum() >= THIN else f"fewer than {THIN} events fall on these days",
    )


THREE_DAYS = ("1917-10-24", "1917-10-25", "1917-10-26")
"""The days of the rising in Petrograd, Old Style."""
THIN = 10
"""Fewer events than this are too thin to trust."""


def _pages(pages: list[int]) -> str:
    """Printed pages in order, runs drawn together.

    >>> _pages([15, 16, 17, 20])
    '15–17, 20'
    """
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


def clock_view(corpus: Corpus, *, chapter: int = WHOLE_BOOK) -> Chart:
    """Share of each section's events of one day that carry a clock time, in reading order."""
    told = [r for r in narrated(corpus.tables.rows("events"), chapter=_chapter(chapter)) if one_day(r)]
    titles = {s["id"]: title_case(str(s["title"])) or "untitled" for s in corpus.measures.rows("sections")}
    rows: list[dict[str, Any]] = []
    for section in dict.fromkeys(str(r["section"]) for r in told):
        mine = [r for r in told if r["section"] == section]
        timed = [r for r in mine if r["precision"] in ("hour", "minute")]
        thin = " (thin)" if len(mine) < THIN_SECTION else ""
        rows.append(
            {
                "label": f"{section}: {len(timed)} of {len(mine)}{thin}", "section": f"{section} {titles[section]}",
                "per_cent": round(100 * len(timed) / len(mine), 1), "timed": len(timed), "n_events": len(mine), "id": ";".join(r["id"] for r in timed),
            }
        )  # fmt: skip
    return bar_chart(
        rows,
        title="Where does the story slow down to hours?",
        label="label",
        value="per_cent",
        unit="per cent of the dated events",
        columns={
            "section": "section",
            "per_cent": "told by the clock, per cent",
            "timed": "with a clock time",
            "n_events": "events of one day",
        },
        sentence=_most_by_the_clock(rows),
        source=f"{sum(r['timed'] for r in rows):,} of {len(told):,} events of one day carry a clock time. A section with fewer than "
        f"{THIN_SECTION} such events is marked as thin: one event more or less moves it far.",
    )


THIN_SECTION = 20
"""A section with fewer events of one day is too thin for a share."""


def _most_by_the_clock(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "No event here is told for one day."
    most = max(rows, key=lambda row: row["per_cent"])
    return f"The largest share told by the clock is that of section {most['section']}: {most['timed']} of {most['n_events']} events, {most['per_cent']:.0f} per cent."


def back_view(corpus: Corpus) -> Chart:
    """Share of the steps from one dated event to the next told that go back to an earlier day, chapter by chapter."""
    events = corpus.tables.rows("events")
    rows: list[dict[str, Any]] = []
    for chapter in range(1, 10):
        order = telling_order(events, chapter=chapter)
        steps, back = len(order) - 1, order[order["back"]]
        rows.append(
            {
                "chapter": f"chapter {chapter}",
                "per_cent": round(100 * len(back) / steps, 1),
                "back": len(back),
                "steps": steps,
                "id": ";".join(back["id"]),
            }
        )
    most = max(rows, key=lambda row: row["per_cent"])
    whole = telling_order(events)
    share = whole["back"].sum() / (len(whole) - 1)
    return bar_chart(
        rows,
        title="How often does each chapter go back in time?",
        label="chapter",
        value="per_cent",
        unit="per cent of the steps",
        columns={"chapter": "chapter", "per_cent": "steps back, per cent", "back": "steps back", "steps": "steps"},
        sentence=f"In the whole book {share:.0%} of the steps go back; most in {most['chapter']}, {most['per_cent']:.0f} per cent.",
        source=f"{len(whole):,} events of one day in the order of telling; a step leads from one of them to the next.",
    )


def precision_view(corpus: Corpus, *, section: str, precisions: tuple[str, ...] = PRECISIONS) -> Chart:
    """The dated events of a section on a line of time, each as wide as its date is vague; ``precisions`` are kept."""
    rows = [r for r in taught(corpus.tables.rows("events")) if r["section"] == section and r["os_start"]]
    kept = [r for r in rows if r["precision"] in precisions]
    return timeline(
        with_hours(kept),
        title=f"How exact are the dates of section {section}?",
        columns={
            "os_start": "from (Old Style)",
            "os_end": "to",
            "precision": "exact to",
            "clock": "clock",
            "summary": "what happens",
            "pages": "page",
        },
        source=f"{len(kept)} of {len(rows)} dated events of this section have the chosen exactness. A bar is as wide as its date is vague.",
    )


def exactness_view(corpus: Corpus, *, where_told: str = "narrative") -> Chart:
    """How many events are dated how exactly, in the chapters or in the chronology."""
    events = [r for r in taught(corpus.tables.rows("events")) if r["where_told"] == where_told]
    counts = precision_counts(events)
    rows = [
        {
            "precision": r.precision.replace("_", " "),
            "n_events": r.n_events,
            "per_cent": round(100 * r.share, 1),
            "id": _some(events, r.precision),
        }
        for r in counts.itertuples(index=False)
    ]
    timed = sum(row["per_cent"] for row in rows[:2])
    return bar_chart(
        rows,
        title=f"How exact are the dates of the {'chapters' if where_told == 'narrative' else 'chronology'}?",
        label="precision",
        value="per_cent",
        unit="per cent of the dated events",
        columns={"precision": "exact to", "n_events": "events", "per_cent": "per cent"},
        sentence=f"{timed:.0f} per cent of the dated events are told to the hour or to the minute.",
        source=f"{int(counts['n_events'].sum()):,} dated events; a date the book only implies counts as exact as it is implied.",
    )


def _some(events: list[Any], precision: str) -> str:
    return ";".join(str(r["id"]) for r in events if r["precision"] == precision)


def calendar_view(corpus: Corpus, *, mark: str = "New Style, unmarked") -> Chart:
    """How the calendar of each date is shown on its page; the table lists the events shown in the way ``mark``."""
    marks = calendar_marks(corpus.tables.rows("events"))
    counts = marks["mark"].value_counts()
    ids = {name: ";".join(group["id"]) for name, group in marks.groupby("mark")}
    bars = [{"mark": name, "n_events": int(counts.get(name, 0)), "meaning": text, "id": ids.get(name, "")} for name, text in MARKS.items()]
    both = counts.get("both calendars", 0)
    chosen = marks[marks["mark"] == mark].to_dict("records")
    chart = bar_chart(
        bars,
        title="How does a page show which calendar its date follows?",
        label="mark",
        value="n_events",
        unit="events",
        columns={"mark": "shown how", "n_events": "events", "meaning": "what that means"},
        sentence=f"On {both} of {len(marks):,} dates, {both / len(marks):.1%}, the page itself gives both calendars.",
        source=f"{len(marks):,} dated events told in the chapters.",
    )
    listed = {"as_written": "as printed", "os_start": "Old Style", "ns_start": "New Style", "summary": "what happens", "pages": "page"}
    if mark not in MARKS or mark == "by the general note":
        return chart
    return with_rows(chart, [{key: row[key] for key in listed} for row in chosen], listed)


def with_rows(chart: Chart, rows: list[dict[str, Any]], columns: dict[str, str]) -> Chart:
    """The chart with the single rows that it sums up as an unfolded list."""
    return replace(chart, rows=tuple(rows), columns=columns, listed=True)


def nights_view(corpus: Corpus) -> Chart:
    """Which night a "night of" means, counted; the table lists each with its page."""
    found = nights(corpus.tables.rows("events"))
    meanings = {
        "begins on it": "the night that begins on the named day",
        "ends on it": "the night that ends on it",
        "open": "the page leaves it open",
    }
    counts = found["meant"].value_counts()
    chart = bar_chart(
        [
            {"meant": text, "n_events": int(counts.get(key, 0)), "id": ";".join(found[found["meant"] == key]["id"])}
            for key, text in meanings.items()
        ],
        title="Which night is “the night of” a day?",
        label="meant",
        value="n_events",
        unit="events",
        columns={"meant": "meant", "n_events": "events"},
        sentence="; ".join(f"{text}: {int(counts.get(key, 0))}" for key, text in meanings.items()) + ".",
        source=f"{len(found)} events dated in this way; which night is meant was read from the clock times and days around them.",
    )
    listed = {"as_written": "as printed", "os_start": "from (Old Style)", "os_end": "to", "meant": "meant", "pages": "page"}
    return with_rows(chart, found.to_dict("records"), listed)


def telling_view(corpus: Corpus, *, chapter: int = WHOLE_BOOK, span: tuple[str, str], jump_days: int = 2) -> Chart:
    """The order of telling against the order of events in a chapter (0: the whole book); steps of ``jump_days`` or
    more are marks."""
    order = telling_order(corpus.tables.rows("events"), chapter=_chapter(chapter))
    back = int(order["back"].sum())
    return telling_scatter(
        order.to_dict("records"),
        title=f"In what order does {_where(chapter)} tell its days?",
        at="page",
        jump_days=jump_days,
        begin=span[0],
        stop=span[1],
        columns={
            "position": "told as number",
            "page": "page",
            "os_start": "day, Old Style",
            "jump_days": "days on (−: back)",
            "summary": "what happens",
        },
        sentence=f"{back:,} of {max(len(order) - 1, 0):,} steps from one dated event to the next go back to an earlier day"
        f"{', ' + format(back / (len(order) - 1), '.0%') if len(order) > 1 else ''}. Triangles mark steps of {jump_days} days or more.",
        source=f"{len(order):,} events of one day in the order of telling; the picture shows those within the chosen days.",
        thin="" if len(order) >= THIN else f"fewer than {THIN} dated events",
    )
