"""Charts of power passing: the states of a day, two tellings side by side, gaps that stay gaps."""

from __future__ import annotations

import re

import pytest

from helpers.loading import open_corpus
from helpers.views.power import TWELVE, days_after, power_curve_view, power_map_view, power_strip_view
from helpers.views.regions import region_names
from tests.views.velsk import country

SMALL, SHIPPED = country(), open_corpus()


@pytest.mark.parametrize(
    ("day", "states"),
    [
        ("1917-10-24", ["not yet", "not yet", "not yet"]),
        ("1917-10-25", ["passed", "not yet", "not yet"]),
        ("1917-10-26", ["held", "not yet", "not yet"]),
        ("1917-10-28", ["contested", "contested", "not yet"]),
        ("1917-10-30", ["contested", "contested", "contested"]),
        ("1917-11-02", ["held", "contested", "held"]),
        ("1917-11-04", ["held", "passed", "held"]),
    ],
)
def test_the_map_draws_the_state_of_each_town_on_a_day(day: str, states: list[str]) -> None:
    chart = power_map_view(SMALL, day=day)
    assert [mark.label.split(": ")[1].split(",")[0] for mark in chart.marks] == states


def test_the_map_says_in_words_what_a_triangle_stands_for() -> None:
    told = {row["name"]: row["told"] for row in power_map_view(SMALL, day="1917-10-30").rows}
    assert told == {"Velsk": "lost again", "Brod": "told differently", "Karsino": "in between"}
    sentence = power_map_view(SMALL, day="1917-10-30").sentence
    assert "power had passed in 0 of 3 towns" in sentence
    assert sentence.endswith("lost again: Velsk.")


@pytest.mark.parametrize("day", ["1917-10-25", "1917-10-28", "1917-12-05"])
def test_the_sentence_accounts_for_every_town(day: str) -> None:
    sentence = power_map_view(SHIPPED, day=day).sentence
    counts = re.search(r"in (\d+) of (\d+) towns.*in (\d+), within.*for (\d+), told.*for (\d+), not known for (\d+)", sentence)
    assert counts
    held, towns, *others = map(int, counts.groups())
    lost = sentence.partition("lost again: ")[2].rstrip(".").split(", ") if "lost again" in sentence else []
    assert held + sum(others) + len(lost) == towns


def test_a_latest_day_told_before_the_25th_is_held_on_it() -> None:
    told = {row["name"]: row["told"] for row in power_map_view(SHIPPED, day="1917-10-25").rows}
    assert told["Vyborg"] == "held"


def test_the_map_by_one_telling_knows_nothing_of_the_other() -> None:
    told = {row["name"]: row["told"] for row in power_map_view(SMALL, day="1917-11-02", by="narrative").rows}
    assert told == {"Velsk": "held", "Brod": "held", "Karsino": "unknown"}


def test_the_curve_counts_towns_held_by_each_telling() -> None:
    held = {(row["telling"], row["os_date"]): row["n"] for row in power_curve_view(SMALL).rows}
    assert held["the chronology at the end", "1917-10-31"] == 2
    assert held["the chapters", "1917-10-31"] == 2
    assert held["both together", "1917-11-04"] == 3


@pytest.mark.parametrize(("text", "days"), [("1917-10-25", (0, 0)), ("1917-11-02/1917-11-03", (8, 9)), ("1917-10", (-24, 6))])
def test_a_date_is_counted_in_days_from_the_25th(text: str, days: tuple[int, int]) -> None:
    assert days_after(text) == days


def test_the_strip_has_a_bar_for_each_telling_and_a_stub_where_none_is_given() -> None:
    rows = [(row["name"], row["told_by"], row["date"], row["days"]) for row in power_strip_view(SMALL, towns="river").rows]
    assert rows == [
        ("Velsk", "chronology", "1917-10-25", 0.0),
        ("Velsk", "chapters", "1917-10-25", 0.0),
        ("Brod", "chronology", "1917-11-04", 10.0),
        ("Brod", "chapters", "1917-10-28 at the latest", 3.0),
    ]
    assert power_strip_view(SMALL, towns="salt").rows[1]["date"] == "no day given"
    assert "not known" in power_strip_view(SMALL, towns="salt").svg
    assert {row["name"] for row in power_strip_view(SMALL, towns="differ").rows} == {"Brod"}
    sentence = power_strip_view(SMALL, towns="river").sentence
    assert sentence == "Earliest is Velsk (chronology), on 25 October, Old Style; latest is Brod (chronology), 10 days after."


def test_a_region_without_a_dated_town_shows_its_towns_as_gaps() -> None:
    chart = power_strip_view(SMALL, towns="marsh")
    assert [(row["name"], row["told"]) for row in chart.rows] == [("Mire", "no day given")]
    assert chart.thin == "no day is told"


def test_the_twelve_towns_have_twelve_different_days_of_the_chronology() -> None:
    dates = {row["place_id"]: row["os_date_appendix"] for row in SHIPPED.tables.rows("power")}
    assert len({dates[town] for town in TWELVE}) == len(TWELVE) == 12


@pytest.mark.parametrize("region", region_names(SHIPPED))
def test_any_region_has_a_strip(region: str) -> None:
    chart = power_strip_view(SHIPPED, towns=region)
    assert chart.marks
    assert chart.rows


def test_every_town_dated_is_on_the_map() -> None:
    chart = power_map_view(SHIPPED, day="1917-10-28")
    assert len(chart.marks) == len(SHIPPED.tables.rows("power"))
    assert {row["name"] for row in chart.rows if row["told"] == "lost again"} == {"Minsk"}
    assert {row["name"] for row in power_map_view(SHIPPED, day="1917-12-03").rows if row["told"] == "lost again"} == {"Rostov-on-Don"}
