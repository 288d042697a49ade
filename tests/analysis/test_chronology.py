"""Told time against time: hand-countable rows, and the real table where it holds a known trap."""

from __future__ import annotations

import math
from typing import Any

import pytest

from helpers.analysis.calendars import calendar_mark, calendar_marks
from helpers.analysis.chronology import (
    days,
    events_on_page,
    narrated,
    nights,
    pages_per_day,
    precision_counts,
    taught,
    telling_order,
)
from helpers.loading import open_corpus

EVENTS = open_corpus().tables.rows("events")


def event(day: str, pages: str = "20", **more: Any) -> dict[str, Any]:
    base = {
        "id": f"{day}-{pages}", "section": "1.1", "pages": pages, "page_doubtful": False, "where_told": "narrative", "as_written": "", "os_start": day,
        "os_end": day, "ns_start": "", "precision": "day", "clock": "", "summary": "", "status": "book", "note": "",
    }  # fmt: skip
    return base | more


TOLD = [
    event("1917-10-25"),
    event("1917-10-25"),
    event("1917-10-26", "20-21"),
    event("1917-10-24", "21"),
    event("1917-10", "21", precision="month"),
    event("1917-10-25", "650", where_told="appendix", section="A"),
    event("1917-10-25", "30", section="2.1"),
    event("1917-10-25", "31", status="to_check"),
]


def test_a_page_is_shared_among_the_days_that_begin_on_it() -> None:
    frame = pages_per_day(TOLD, first="1917-10-24", last="1917-10-27")
    assert [round(p, 3) for p in frame["pages"]] == [1.0, round(2 / 3 + 1, 3), round(1 / 3, 3), 0.0]
    assert list(frame["n_events"]) == [1, 3, 1, 0]
    assert list(frame["page_list"]) == [[21], [20, 30], [20], []]


def test_a_chapter_can_be_asked_for_alone() -> None:
    assert pages_per_day(TOLD, first="1917-10-25", last="1917-10-25", chapter=2)["pages"].tolist() == [1.0]
    assert pages_per_day(TOLD, first="1917-10-25", last="1917-10-25", chapter=9)["pages"].tolist() == [0.0]


def test_days_outside_the_range_still_take_their_share_of_a_page() -> None:
    assert pages_per_day(TOLD, first="1917-10-26", last="1917-10-26")["pages"].round(3).tolist() == [0.333]


def test_no_page_is_dealt_out_twice() -> None:
    frame = pages_per_day(EVENTS, first="1848-01-01", last="1946-12-31")
    pages = {
        int(str(r["pages"]).split("-")[0].split(",")[0])
        for r in narrated(EVENTS)
        if r["precision"] in ("minute", "hour", "part_of_day", "day")
    }
    assert math.isclose(frame["pages"].sum(), len(pages))


def test_the_shares_of_a_page_add_up_to_one() -> None:
    shares = events_on_page(EVENTS, 414)["share"]
    assert len(shares) > 1
    assert math.isclose(shares.sum(), 1)
    assert len(events_on_page(TOLD, 22)) == 0


def test_telling_order_tells_steps_back() -> None:
    order = telling_order(TOLD)
    assert list(order["os_start"]) == ["1917-10-25", "1917-10-25", "1917-10-26", "1917-10-24", "1917-10-25"]
    assert list(order["jump_days"])[1:] == [0.0, 1.0, -2.0, 1.0]
    assert list(order["back"]) == [False, False, False, True, False]
    assert list(order["position"]) == [1, 2, 3, 4, 5]
    assert len(telling_order(TOLD, section="9.9")) == 0


def test_the_pages_of_the_real_table_run_forward_within_a_section() -> None:
    order = telling_order(EVENTS)
    assert all(group["page"].is_monotonic_increasing for _, group in order.groupby("section", sort=False))


def test_what_is_to_be_checked_is_not_taught() -> None:
    assert len(taught(TOLD)) == len(TOLD) - 1
    assert all(row["status"] != "to_check" for row in narrated(EVENTS))


def test_precision_is_counted_over_a_span() -> None:
    counts = precision_counts(TOLD, first="1917-10-26", last="1917-10-26").set_index("precision")["n_events"]
    assert counts["day"] == 1
    assert counts["month"] == 1
    assert math.isnan(precision_counts([], where_told="narrative")["share"].iloc[0])


@pytest.mark.parametrize(
    ("start", "end", "note", "meant"),
    [
        ("1917-10-29", "1917-10-30", "", "begins on it"),
        ("1917-10-28", "1917-10-29", "", "ends on it"),
        ("1917-10-28", "1917-10-30", "undecided", "open"),
        ("1917-10-29", "1917-10-30", "left open which", "open"),
    ],
)
def test_a_night_of_begins_or_ends_on_its_day(start: str, end: str, note: str, meant: str) -> None:
    row = event(start, os_end=end, note=note, as_written="on the night of October 29", precision="part_of_day")
    assert nights([row])["meant"].tolist() == [meant]


def test_a_night_of_the_29th_is_read_without_its_month() -> None:
    assert nights([event("1917-10-29", as_written="the night of the 29th")])["named_day"].tolist() == [29]


def test_days_run_over_the_end_of_a_month() -> None:
    assert days("1917-10-30", "1917-11-02") == ["1917-10-30", "1917-10-31", "1917-11-01", "1917-11-02"]


@pytest.mark.parametrize(
    ("note", "mark"),
    [
        ("both calendars given (November 6)", "both calendars"),
        ("printed New Style in a quotation without a mark; converted by 13 days", "New Style, unmarked"),
        ("New Style in the quotation, converted (13 days); not glossed in the text", "New Style, unmarked"),
        ("planned; converted: the editor adds Old Style", "New Style, explained"),
        ("calendar not stated", "not stated"),
        ("evening", "by the general note"),
    ],
)
def test_how_a_page_shows_its_calendar(note: str, mark: str) -> None:
    assert calendar_mark({"note": note}) == mark


def test_the_known_new_style_dates_of_the_book_are_marked() -> None:
    marks = calendar_marks(EVENTS).set_index("id")["mark"]
    assert marks["1917-10-19-lenin-warns-against-waiting-for-congress-days"] == "New Style, unmarked"
    assert marks["1917-10-28-gotz-names-polkovnikov"] == "New Style, unmarked"
    assert marks["1917-10-30-kerensky-hopes-to-return"] == "New Style, explained"
    assert (marks == "both calendars").sum() >= 12
