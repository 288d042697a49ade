"""A dispute is told position by position, each with its source, and nothing unchecked is taught."""

from __future__ import annotations

import pytest

from helpers.analysis.disputes import positions
from helpers.loading import open_corpus

TABLES = open_corpus().tables
DISPUTES, SOURCES = TABLES.rows("disputes"), TABLES.rows("sources")


@pytest.mark.parametrize("id_", ["d-baku-power", "d-elections", "d-tashkent-september"])
def test_each_position_names_who_holds_it_and_the_last_row_how_sure(id_: str) -> None:
    rows = positions(id_, DISPUTES, SOURCES)
    assert rows[0]["voice"].startswith("the book, p")
    assert rows[-1]["voice"] == "how sure"
    assert all(row["voice"] and row["says"] for row in rows)
    assert len(rows) >= 3


def test_pages_of_a_range_are_pages() -> None:
    assert positions("d-tashkent-september", DISPUTES, SOURCES)[0]["voice"] == "the book, pp. 178–179"


def test_what_is_unknown_or_unchecked_is_refused() -> None:
    unchecked = [{**DISPUTES[0], "id": "d-open", "status": "to_check"}]
    for id_ in ("d-nothing", "d-open"):
        with pytest.raises(ValueError, match="no dispute"):
            positions(id_, unchecked, SOURCES)
