"""Charts of numbers: the walk, sums, digits, plans, shares with their gaps, and returns; any region is answered."""

from __future__ import annotations

import pytest

from helpers.loading import open_corpus
from helpers.views.figures import NO_PLACE, figures_in, round_view, sums_view, walk_view
from helpers.views.plans import plans_view, sides_with_plans
from helpers.views.regions import region_names
from helpers.views.strengths import BODIES, RETURN_MEASURES, committee_seats, returns_view, seat_shares_view, share_bases
from helpers.widgets.explorers import explorer_named
from tests.views.velsk import country

SMALL, SHIPPED = country(), open_corpus()
REGIONS = list(region_names(SHIPPED))


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts without their drawing, which takes most of the time."""
    monkeypatch.setattr("helpers.charts.finishing.svg_text", lambda *_, **__: "<svg/>")


def test_the_walk_says_who_counts_what_kind_and_which_sum() -> None:
    chart = walk_view(SMALL, region="river", figure="velsk-soviet-total")
    steps = {row["step"]: row["text"] for row in chart.rows}
    assert steps["claim"] == "80 seats: seats, Velsk Soviet"
    assert steps["sum"] == "71 of 80 printed for seats, Velsk Soviet: fails"
    assert [mark.link for mark in chart.marks] == ["velsk-soviet-total", "velsk-soviet-bolshevik", "velsk-soviet-menshevik"]


def test_beside_a_plan_stands_what_was_counted_afterwards() -> None:
    chart = walk_view(SMALL, region="river", figure="velsk-guns-asked")
    assert [mark.label for mark in chart.marks] == [
        "p. 9: mountain guns asked for: 20 guns, p. 9",
        "p. 10: mountain guns at the ferry: 3 guns, p. 10",
    ]


def test_a_number_of_another_region_gives_way_and_a_region_without_numbers_is_a_gap() -> None:
    assert walk_view(SMALL, region="river", figure="nowhere").rows[0]["text"] == "30 seats: seats, Velsk Soviet"
    chart = walk_view(SMALL, region="salt", figure="velsk-soviet-total")
    assert chart.rows == ({"name": "Salt", "told": "no number in the table"},)
    assert "not known" in chart.svg


def test_the_list_of_numbers_follows_the_region() -> None:
    explorer = explorer_named("walk")(SHIPPED, region="volga", figure="saratov-population")
    explorer.controls["region"].value = "crimea"
    assert explorer.controls["figure"].options == (("no number in the table", "none"),)
    assert explorer.result.thin == "no number is told"
    explorer.controls["region"].value = "don"
    ids = [id_ for _, id_ in explorer.controls["figure"].options]
    assert ids == [row["id"] for row in figures_in(SHIPPED, "don")]
    explorer.controls["figure"].value = ids[-1]
    assert explorer.result.rows[0]["id"] == ids[-1]


@pytest.mark.parametrize("region", [*REGIONS, NO_PLACE])
def test_any_region_has_a_number_to_walk_or_says_that_it_has_none(undrawn: None, region: str) -> None:
    chart = walk_view(SHIPPED, region=region)
    assert chart.marks
    assert chart.rows
    assert (chart.thin == "no number is told") == (figures_in(SHIPPED, region) == [])


def test_a_sum_is_worked_out_with_the_books_own_parts() -> None:
    chart = sums_view(SMALL)
    (row,) = chart.rows
    assert (row["printed"], row["worked"], row["gives"], row["off"]) == ("80", "30 + 41", "71", "-9")
    assert (
        chart.sentence
        == "0 of 1 sums and shares hold and 1 fail; 0 of these stand with a word such as about or over, which may cover the gap."
    )
    assert [mark.label.split(": ")[-1] for mark in chart.marks] == ["88.8 what the parts give, in per cent of the printed number, p. 9"]


def test_digits_are_counted_by_who_counts() -> None:
    rows = {row["who_counts"]: (row["n"], row["per_cent"]) for row in round_view(SMALL).rows}
    assert rows == {"a vote (thin: 4)": (4, 75.0), "the authors (thin: 3)": (3, 66.7), "an order (thin: 1)": (1, 100.0)}
    assert round_view(SMALL).sentence == "Every group is too thin to compare."
    assert round_view(SHIPPED).sentence.startswith(
        "Highest is a report they cite with 84.6 of a hundred, lowest a vote with 12.9, groups of few"
    )
    assert {row["side"].partition(" (")[0] for row in round_view(SMALL, by="side").rows} >= {
        "nobody's",
        "Bolsheviks",
        "Socialist-Revolutionaries",
    }


def test_plans_stand_beside_what_came_and_the_others_can_be_listed() -> None:
    chart = plans_view(SMALL)
    assert chart.sentence == "For 1 of 2 plans, orders and promises the table holds a count of what came."
    assert [(row["of_what"], row["planned"], row["after"]) for row in chart.rows] == [
        ("mountain guns asked for", "20", "3: mountain guns at the ferry (p. 10)")
    ]
    assert [row["of_what"] for row in plans_view(SMALL, show="open").rows] == ["boats promised"]
    assert plans_view(SMALL, show="counted", side="other").rows[0]["of_what"] == "none of this kind in the table"
    assert sides_with_plans(SMALL) == ["other", "soviet"]


def test_a_share_has_its_base_and_a_period_without_one_stays_a_gap() -> None:
    chart = seat_shares_view(SMALL)
    assert chart.sentence == "0 of 1 panels have a share in more than one period. 1 of 3 places are known."
    (row,) = chart.rows
    assert (row["per_cent"], row["n"], row["base"], row["basis"]) == (37.5, "30", "80", "of the printed total")
    assert [mark.label for mark in chart.marks] == [
        "Velsk, to July: not known",
        "Velsk, August: 37.5 Bolsheviks, per cent of seats or votes, p. 9",
        "Velsk, Sept. on: not known",
    ]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("region", REGIONS)
def test_any_region_has_its_shares_or_its_gaps(undrawn: None, region: str, body: str) -> None:
    chart = seat_shares_view(SHIPPED, body=body, region=region)
    assert len(chart.marks) >= 3
    assert chart.rows


def test_returns_name_party_share_and_page() -> None:
    chart = returns_view(SMALL)
    assert chart.sentence == "The book quotes returns from 1 place; the Bolsheviks are shown to lead in 1."
    assert [(row["party"], row["told_votes"], row["of_named"], row["pages"]) for row in chart.rows] == [
        ("S.-R.s", "60", "40", "58"),
        ("Bolsheviks", "90", "60", "58"),
    ]


@pytest.mark.parametrize("measure", RETURN_MEASURES)
@pytest.mark.parametrize("region", REGIONS)
def test_any_region_has_its_returns_or_says_that_none_is_quoted(undrawn: None, region: str, measure: str) -> None:
    chart = returns_view(SHIPPED, region=region, measure=measure)
    assert chart.marks
    assert chart.rows


def test_committees_are_those_whose_members_are_counted_by_party() -> None:
    rows = {row["name"]: (row["n"], row["base"], row["pages"]) for row in committee_seats(SHIPPED)}
    assert rows["Polytechnical Museum (Moscow)"] == ("4", "7", "425")
    assert rows["Berdichev (South-Western Front)"] == ("18", "35", "560")
    assert rows["Tashkent (Central Asia)"] == ("5", "14", "179")
    assert committee_seats(SMALL) == []


def test_percentages_are_counted_by_whether_their_base_is_told() -> None:
    assert [row["percentages"] for row in share_bases(SMALL)] == [0, 0, 0]
    rows = {row["of how many"]: row["percentages"] for row in share_bases(SHIPPED)}
    assert sum(rows.values()) == sum(row["unit"] in ("per_cent", "share") for row in SHIPPED.tables.rows("figures"))
