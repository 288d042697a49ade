"""Rows of events follow the book: where a date is printed once on its page, neighbours stand in its order."""

from __future__ import annotations

from itertools import pairwise

from helpers.home import CORPUS
from helpers.shipped import data_package
from helpers.tables import page_range


def test_dates_printed_once_on_their_page_stand_in_the_books_order(imported) -> None:  # type: ignore[no-untyped-def]
    edition, _ = imported
    places: list[tuple[str, tuple[int, int]]] = []
    for row in data_package(CORPUS).rows("events"):
        page = page_range(row["pages"])[0]
        found = edition.find(row["as_written"]) if row["as_written"] and row["where_told"] == "narrative" else []
        here = [p for p in found if (p.section, p.pages.first) == (row["section"], page) and p.role not in ("caption", "heading")]
        if len(here) == 1:
            places.append((row["section"], (edition.paragraph_places[here[0].paragraph], here[0].begin)))
    steps = [a[1] <= b[1] for a, b in pairwise(places) if a[0] == b[0]]
    assert len(steps) >= 900
    # A few rows carry a date that the page prints before, of an event told earlier.
    assert sum(steps) / len(steps) >= 0.995
