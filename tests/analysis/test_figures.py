"""Figures worked out again, shares without a base, round numbers: rows to count by hand, and known traps of the real table."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from helpers.analysis.figures import content_words, heaping, ids_in, number_of, recomputed, shares_without_base
from helpers.loading import open_corpus

FIGURES = open_corpus().tables.rows("figures")


def figure(figure_id: str, value: float | None, **more: Any) -> dict[str, Any]:
    base = {
        "id": figure_id, "section": "2.1", "pages": "9", "page_doubtful": False, "value": value, "value_to": None, "unit": "votes", "side": "left",
        "of_what": "votes for the bakers", "place_id": "velsk", "os_date": "1917-09", "who_counts": "vote", "kind": "result", "formula": "", "note": "",
    }  # fmt: skip
    return base | more


def test_numbers_are_read_however_an_empty_cell_is_written() -> None:
    assert number_of(3) == 3
    assert all(math.isnan(number_of(cell)) for cell in (None, "", pd.NA, math.nan))
    assert ids_in(None) == []


def test_content_words_leave_out_small_and_short_words() -> None:
    assert content_words("share of the workers in each of those works") == {"worker", "work"}


@pytest.mark.parametrize(
    ("printed", "gives", "verdict"),
    [(42, 42, "holds"), (40, 39.58, "holds"), (40, 40.5, "fails"), (0.4, 0.404, "holds"), (0.4, 0.41, "fails")],
)
def test_a_sum_holds_within_half_a_unit_of_the_printed_number(printed: float, gives: float, verdict: str) -> None:
    frame = recomputed([figure("a-b", gives), figure("a-all", printed, formula="1 * a-b")])
    assert frame["verdict"].tolist() == [verdict]
    assert frame["off"][0] == pytest.approx(gives - printed)


def test_a_hedge_is_kept_beside_the_verdict() -> None:
    rows = [figure("a-b", 9142), figure("a-all", 9000, formula="1 * a-b", note="over; as printed")]
    assert recomputed(rows)[["verdict", "hedge"]].values.tolist() == [["fails", "over"]]


def test_a_share_with_a_number_of_its_own_place_date_and_page_has_something_beside_it() -> None:
    share = figure("a-share", 60, unit="per_cent")
    for change, base in (
        ({}, "beside"),
        ({"pages": "10"}, "none"),
        ({"side": "right"}, "none"),
        ({"of_what": "ships"}, "none"),
        ({"unit": "share"}, "none"),
    ):
        found = shares_without_base([share, figure("a-votes", 600, **change)])
        assert found["base"][0] == base, change


def test_round_numbers_are_counted_by_their_ends() -> None:
    values = [7, 10, 15, 23, 140, 1000, 2500, 3]
    frame = heaping([figure(f"a-{k}", v) for k, v in enumerate(values)])
    row = frame.iloc[0]
    assert (row["n"], row["n_100"], row["n_1000"]) == (6, 3, 2)
    assert row["ends_0_share"] == pytest.approx(4 / 6)
    assert row["ends_5_share"] == pytest.approx(1 / 6)
    assert row["ends_00_share"] == pytest.approx(2 / 3)
    assert row["ends_000_share"] == pytest.approx(1 / 2)
    assert bool(row["thin"])


def test_percentages_ranges_without_a_number_and_fractions_are_no_counts() -> None:
    rows = [figure("a-1", 50, unit="per_cent"), figure("a-2", None), figure("a-3", 12.5), figure("a-4", 20)]
    assert heaping(rows)["n"].tolist() == [1]


def test_groups_without_large_numbers_have_no_share_of_them() -> None:
    assert math.isnan(heaping([figure("a-1", 20)])["ends_00_share"][0])


REAL = recomputed(FIGURES).set_index("id")


@pytest.mark.parametrize(
    ("figure_id", "gives", "printed", "verdict", "page"),
    [
        ("kharkov-congress-delegates", 137, 146, "fails", "141"),
        ("baku-oilfield-workers-per-cent", 36, 38, "fails", "170"),
        ("5-1-soviets", 318, 318, "holds", "319"),
        ("moscow-soldiers-bolshevik-per-cent", 82.35, 90, "fails", "79"),
    ],
)
def test_known_sums_of_the_book(figure_id: str, gives: float, printed: float, verdict: str, page: str) -> None:
    row = REAL.loc[figure_id]
    assert (row["printed"], row["verdict"], row["pages"]) == (printed, verdict, page)
    assert row["gives"] == pytest.approx(gives, abs=0.01)


def test_the_verdicts_are_those_of_the_shipped_column() -> None:
    shipped = {row["id"]: row["check"].split(":")[0] for row in FIGURES if row["formula"]}
    assert REAL["verdict"].to_dict() == shipped


def test_most_shares_of_the_book_stand_without_their_base() -> None:
    found = shares_without_base(FIGURES)
    assert len(found) == sum(row["unit"] in ("per_cent", "share") for row in FIGURES)
    assert (found["base"] == "none").mean() > 0.5


def test_votes_are_seldom_round_and_the_authors_figures_mostly() -> None:
    shares = heaping(FIGURES).set_index("who_counts")["ends_0_share"]
    assert shares["vote"] < 0.2
    assert shares["author"] > 0.6


def test_a_frame_gives_what_rows_give() -> None:
    pd.testing.assert_frame_equal(recomputed(open_corpus().tables["figures"]), recomputed(FIGURES))
