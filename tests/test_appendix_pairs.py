"""The appendix beside the narrative: every entry once, every reference sound, pages where the narrative stands."""

from __future__ import annotations

import re
from typing import Any

from helpers.home import CORPUS
from helpers.shipped import data_package
from helpers.tables import meets, page_range

PACKAGE = data_package(CORPUS)
EVENTS = {row["id"]: row for row in PACKAGE.rows("events")}
PAIRS = PACKAGE.rows("appendix_pairs")
SPANS = [(s["first_page"], s["last_page"]) for s in PACKAGE.rows("sections") if s["kind"] != "appendix"]


def _ids(row: Any) -> list[str]:
    return [event for event in row["narrative_ids"].split(";") if event]


def test_every_entry_of_the_appendix_stands_exactly_once_in_its_order() -> None:
    assert [row["appendix_id"] for row in PAIRS] == [i for i, row in EVENTS.items() if row["where_told"] == "appendix"]


def test_what_is_paired_with_an_entry_is_told_in_the_chapters() -> None:
    for row in PAIRS:
        assert {EVENTS[event]["where_told"] for event in _ids(row)} <= {"narrative"}, row["appendix_id"]
        assert len(set(_ids(row))) == len(_ids(row)), row["appendix_id"]


def test_only_what_the_chapters_tell_has_rows_pages_and_a_verdict() -> None:
    for row in PAIRS:
        assert bool(_ids(row)) == (row["told"] == "both"), row["appendix_id"]
        assert bool(row["agrees"]) == bool(row["narrative_pages"]) == (row["told"] != "appendix_only"), row["appendix_id"]


def test_narrative_pages_lie_in_a_section_of_the_narrative() -> None:
    for row in PAIRS:
        homes = {EVENTS[event]["section"] for event in _ids(row)}
        spans = [(s["first_page"], s["last_page"]) for s in PACKAGE.rows("sections") if s["id"] in homes] or SPANS
        if row["told"] == "both" and _further_pages(row):
            spans = SPANS
        for part in filter(None, row["narrative_pages"].split(";")):
            first, last = page_range(part)
            assert first <= last, row["appendix_id"]
            assert any(a <= first and last <= b for a, b in spans), row["appendix_id"]


def _further_pages(row: Any) -> bool:
    """Whether pages are given beyond those of the paired rows: a passage without a row of its own."""
    given = set(re.findall(r"\d+", row["narrative_pages"]))
    return not given <= {n for event in _ids(row) for n in re.findall(r"\d+", EVENTS[event]["pages"])}


def _on_the_day(entry: Any, told: Any) -> bool:
    """Whether the two spans meet; midnight ends a day and begins the next."""
    return meets(told["os_start"], told["os_end"], entry["os_start"], entry["os_end"]) or told["clock"] == "00:00"


def test_the_verdict_on_the_day_follows_from_the_dates() -> None:
    for row in PAIRS:
        entry, told = EVENTS[row["appendix_id"]], [EVENTS[event] for event in _ids(row)]
        if row["agrees"] == "same":
            assert any(_on_the_day(entry, t) for t in told), row["appendix_id"]
        if row["agrees"] == "other_day":
            assert not all(_on_the_day(entry, t) for t in told), row["appendix_id"]


def test_a_verdict_other_than_agreement_says_what_differs() -> None:
    plain = {"same", "other_day", ""}
    assert [row["appendix_id"] for row in PAIRS if row["agrees"] not in plain and not row["note"]] == []
