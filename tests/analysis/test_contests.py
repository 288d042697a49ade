"""Shares of votes and seats: what they are shares of, when, and the gaps; invented contests and the real table."""

from __future__ import annotations

import math
from typing import Any

import pytest

from helpers.analysis.contests import PERIODS, body_of, contests, period_of, stem_of, with_gaps
from helpers.loading import open_corpus

TABLES = open_corpus().tables
PLACES = [{"id": "velsk", "name": "Velsk", "region_id": "river"}]


def figure(figure_id: str, value: float, side: str = "bolshevik", **more: Any) -> dict[str, Any]:
    base = {
        "id": figure_id, "section": "2.1", "pages": "9", "page_doubtful": False, "value": value, "unit": "seats", "side": side, "kind": "result",
        "of_what": "seats, Velsk Soviet", "place_id": "velsk", "os_date": "1917-08-21", "note": "",
    }  # fmt: skip
    return base | more


@pytest.mark.parametrize(
    ("figure_id", "stem"),
    [
        ("velsk-duma-left-sr", "velsk-duma"),
        ("velsk-duma-bolshevik-per-cent", "velsk-duma"),
        ("velsk-congress-delegates", "velsk-congress"),
        ("velsk-congress-bolshevik-ch2-1", "velsk-congress-ch2-1"),
        ("velsk-motion-for", "velsk-motion"),
        ("left", "left"),
    ],
)
def test_numbers_of_one_contest_share_a_stem(figure_id: str, stem: str) -> None:
    assert stem_of(figure_id)[0] == stem


@pytest.mark.parametrize(
    ("date", "period"),
    [
        ("1917-07", "before August"),
        ("1917-08", "August"),
        ("1917-08-31", "August"),
        ("1917-09-01", "after August"),
        ("1917", "no date"),
        ("", "no date"),
    ],
)
def test_periods(date: str, period: str) -> None:
    assert period_of(figure("velsk-soviet-left", 1, os_date=date)) == period


def test_the_assembly_is_voted_after_august_though_the_book_gives_no_day() -> None:
    row = figure("velsk-left-votes", 1, os_date="", of_what="votes, Velsk Uyezd", note="elections held after October")
    assert (body_of(row), period_of(row)) == ("Constituent Assembly", "after August")


@pytest.mark.parametrize(
    ("figure_id", "of_what", "body"),
    [
        ("velsk-duma-left", "seats", "duma"),
        ("velsk-executive-left", "seats on the Executive, Velsk Soviet", "committee"),
        ("velsk-left", "votes in the Velsk Soviet", "soviet"),
        ("velsk-second-congress-left", "delegates of Velsk", "delegation"),
        ("velsk-left", "votes at a meeting", "other"),
    ],
)
def test_bodies(figure_id: str, of_what: str, body: str) -> None:
    assert body_of(figure(figure_id, 1, of_what=of_what)) == body


THREE = [figure("velsk-soviet-bolshevik", 30), figure("velsk-soviet-menshevik", 20, "menshevik"), figure("velsk-soviet-sr", 10, "sr")]


def test_without_a_printed_total_the_share_is_of_those_named() -> None:
    row = contests(THREE, PLACES).iloc[0]
    assert (row["n"], row["named"], row["share"], row["basis"]) == (30, 60, 0.5, "of those named")
    assert math.isnan(row["whole"])


def test_a_printed_total_comes_before_the_sum_of_those_named() -> None:
    row = contests([*THREE, figure("velsk-soviet-total", 120, "none", kind="state")], PLACES).iloc[0]
    assert (row["share"], row["basis"], bool(row["thin"])) == (0.25, "of the printed total", False)


def test_a_printed_share_comes_before_both() -> None:
    row = contests([*THREE, figure("velsk-soviet-bolshevik-per-cent", 40, unit="per_cent")], PLACES).iloc[0]
    assert (row["share"], row["basis"], row["n"]) == (0.4, "printed share", 30)


def test_a_number_alone_has_no_share() -> None:
    row = contests(THREE[:1], PLACES).iloc[0]
    assert math.isnan(row["share"])
    assert (row["basis"], bool(row["thin"])) == ("no base printed", True)


def test_members_of_a_body_are_seats_and_votes_are_another_contest() -> None:
    rows = [*THREE, figure("velsk-soviet-members", 100, "none", unit="members"), figure("velsk-soviet-bolshevik", 7, unit="votes")]
    found = contests(rows, PLACES).set_index("unit")["share"]
    assert found["seats"] == 0.3
    assert math.isnan(found["votes"])


@pytest.mark.parametrize(
    "rows",
    [
        [figure("velsk-soviet-bolshevik", 30, kind="plan")],
        [figure("velsk-bolshevik", 900, unit="members", of_what="Party members in Velsk")],
        [figure("velsk-motion-for", 10), figure("velsk-motion-against", 2)],
        [figure("velsk-soviet-sr", 10, "sr")],
    ],
    ids=["a plan", "party members", "a vote within the side", "another side"],
)
def test_left_out(rows: list[dict[str, Any]]) -> None:
    assert len(contests(rows, PLACES)) == 0


def test_a_vote_for_and_against_has_both_as_its_base() -> None:
    rows = [
        figure("velsk-motion-for", 97, unit="votes"),
        figure("velsk-motion-against", 72, "other", unit="votes"),
        figure("velsk-motion-abstained", 1, "other", unit="votes"),
    ]
    assert contests(rows, PLACES)["share"][0] == pytest.approx(97 / 170)


def test_gaps_are_rows_without_a_share() -> None:
    frame = with_gaps(contests(THREE, PLACES))
    assert frame["period"].tolist() == list(PERIODS[:3])
    assert frame["basis"].tolist() == ["not told", "of those named", "not told"]
    assert math.isnan(frame["share"][0])
    assert frame["name"].tolist() == ["Velsk"] * 3


REAL = contests(TABLES.rows("figures"), TABLES.rows("places"))


def test_saratovs_soviet_is_the_one_body_with_a_share_before_and_after() -> None:
    known = REAL[REAL["share"].notna() & (REAL["body"] == "soviet")].set_index("contest")["share"]
    assert known["saratov-second-soviet"] == pytest.approx(90 / 610)
    assert known["saratov-third-soviet"] == pytest.approx(320 / 499)
    periods = REAL[REAL["share"].notna()].groupby(["place_id", "body"])["period"].agg(set)
    both = [key for key, found in periods.items() if "before August" in found and len(found & {"August", "after August"})]
    assert both == [("saratov", "soviet")]


def test_kharkovs_congress_is_shared_by_the_printed_total_not_by_the_137_that_add_up() -> None:
    row = REAL.set_index("contest").loc["kharkov-congress"]
    assert (row["n"], row["whole"], row["named"], row["basis"]) == (49, 146, 137, "of the printed total")
    assert row["share"] == pytest.approx(49 / 146)


def test_every_share_lies_between_none_and_all() -> None:
    assert REAL["share"].dropna().between(0, 1).all()


def test_few_shares_are_told_from_before_august() -> None:
    counts = REAL["period"].value_counts()
    assert counts["before August"] < counts["August"] < counts["after August"]
