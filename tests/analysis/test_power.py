"""The passing of power: invented towns by appendix and narrative, and the real table where the book says two things."""

from __future__ import annotations

import math
from typing import Any

import pytest

from helpers.analysis.power import STATES, days_between, only_latest, power_dates, power_on, span_of, states_by_day, turns
from helpers.loading import open_corpus

TABLES = open_corpus().tables
PLACES = [{"id": "velsk", "name": "Velsk", "region_id": "river", "latitude": 61.0, "longitude": 42.0}]


def town(appendix: str = "", narrative: str = "", note: str = "", **more: Any) -> dict[str, Any]:
    base = dict.fromkeys(("form", "how", "pages", "narrative_pages"), "") | {"page_doubtful": False}
    return base | {"id": "p", "place_id": "velsk", "os_date_appendix": appendix, "os_date_narrative": narrative, "note": note} | more


def test_spans_end_on_true_month_ends() -> None:
    assert [str(d) for d in span_of("1918-02")] == ["1918-02-01", "1918-02-28"]
    assert [str(d) for d in span_of("1918")] == ["1918-01-01", "1918-12-31"]
    assert [str(d) for d in span_of("1917-11-04")] == ["1917-11-04", "1917-11-04"]


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        ("1917-10-26", "1917-10-28", 2),
        ("1917-10-28", "1917-10-26", -2),
        ("1917-10-27/1917-10-31", "1917-10-30", 0),
        ("1917-10-25", "1917-10", 0),
        ("1917-11-14", "1917-10", -14),
    ],
)
def test_spans_that_can_be_one_day_are_no_days_apart(earlier: str, later: str, days: int) -> None:
    assert days_between(span_of(earlier), span_of(later)) == days


@pytest.mark.parametrize(
    ("narrative", "note", "latest"),
    [
        ("1917-10-28", "by October 28 in the narrative", True),
        ("1917-11-19", "by about November 19, list called incomplete", True),
        ("1917-10-28", "full control by about November 1", False),
        ("1917-10-28", "held on October 28", False),
        ("", "by October 28", False),
    ],
)
def test_a_latest_day_is_told_by_the_note_and_must_be_the_narratives(narrative: str, note: str, latest: bool) -> None:
    assert only_latest(town(narrative=narrative, note=note)) is latest


def test_a_latest_day_conflicts_only_with_a_later_one() -> None:
    rows = [town("1917-10-26", "1917-10-28", "by October 28"), town("1917-11-04", "1917-10-28", "by October 28")]
    frame = power_dates(rows, PLACES)
    assert frame["days_apart"].tolist() == [2, -7]
    assert frame["least_apart"].tolist() == [0, -7]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (town("1917-10-26", "1917-10-26"), "both"),
        (town("1917-10-26"), "appendix"),
        (town("1917-10-26", narrative_pages="614"), "both, narrative without a day"),
        (town("", "1917-10-26"), "narrative"),
    ],
)
def test_who_tells_it(row: dict[str, Any], told: str) -> None:
    assert power_dates([row], PLACES)["told"].tolist() == [told]


def test_days_apart_are_nan_where_one_side_gives_none() -> None:
    assert math.isnan(power_dates([town("1917-10-26")], PLACES)["days_apart"][0])


@pytest.mark.parametrize(
    ("row", "states"),
    [
        (town("1917-10-26"), ["not yet", "held", "held"]),
        (town("1917-10-26/1917-10-28"), ["not yet", "in between", "held"]),
        (town("", "1917-10-28", "by October 28"), ["unknown", "unknown", "held"]),
        (town("", ""), ["unknown", "unknown", "unknown"]),
        (town("1917-11-04", "1917-10-26"), ["not yet", "told differently", "told differently"]),
        (town("1917-10-25", note="lost to the school on October 26; regained on October 28"), ["held", "lost again", "held"]),
    ],
    ids=["a day", "a span", "a latest day", "no day", "two days", "lost and regained"],
)
def test_states_on_three_days(row: dict[str, Any], states: list[str]) -> None:
    assert [power_on([row], day)["state"][0] for day in ("1917-10-25", "1917-10-26", "1917-10-28")] == states


def test_states_by_day_count_every_town_once() -> None:
    frame = states_by_day([town("1917-10-26"), town("", "1917-10-25")], "1917-10-25", "1917-10-26")
    assert frame[["not yet", "held"]].values.tolist() == [[1, 1], [0, 2]]
    assert (frame[list(STATES)].sum(axis=1) == 2).all()


REAL = power_dates(TABLES.rows("power"), TABLES.rows("places")).set_index("place_id")


def test_tsaritsyn_and_novgorod_are_told_differently() -> None:
    assert REAL["least_apart"]["tsaritsyn"] == -7
    assert REAL["least_apart"]["novgorod"] == -17
    assert REAL["least_apart"]["kazan"] == 0
    assert REAL["days_apart"]["kazan"] == 2


def test_only_minsk_and_rostov_are_said_to_be_lost_again() -> None:
    assert {row["place_id"] for row in TABLES.rows("power") if turns(row["note"])} == {"minsk", "rostov-on-don"}
    on = power_on(TABLES.rows("power"), "1917-10-28").set_index("place_id")["state"]
    assert (on["minsk"], on["tsaritsyn"], on["moscow"], on["harbin"]) == ("lost again", "told differently", "not yet", "not yet")


def test_every_town_of_the_real_table_has_a_state_every_day_and_most_pass_within_weeks() -> None:
    frame = states_by_day(TABLES.rows("power"), "1917-10-24", "1917-12-05")
    assert (frame[list(STATES)].sum(axis=1) == len(TABLES.rows("power"))).all()
    held = frame.set_index("os_date")["held"]
    assert held["1917-10-24"] < held["1917-10-26"] < held["1917-11-05"] < held["1917-12-05"]
