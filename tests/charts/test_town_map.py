"""The map: every town of the tables has its place, names never cover each other, and stay where they are from day to day."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest

from helpers.charts import town_map as module
from helpers.charts.chart import Chart
from helpers.charts.frames import ATLAS, frames_around
from helpers.charts.labels import Box
from helpers.charts.theme import SMALL, text_width
from helpers.charts.town_map import STATES, town_map
from helpers.home import CORPUS
from helpers.shipped import data_package
from tests.charts.samples import LAND, NAN, town


def power_towns(state: str = "held") -> list[dict[str, Any]]:
    """The towns of the table ``power`` with their coordinates."""
    package = data_package(CORPUS)
    places = {row["id"]: row for row in package.rows("places")}
    rows = []
    for row in package.rows("power"):
        place = places[row["place_id"]]
        rows.append(
            {key: place[key] for key in ("name", "longitude", "latitude", "region_id")}
            | {"id": row["id"], "pages": row["pages"], "state": state}
        )
    return rows


def written(chart: Chart, names: set[str]) -> list[tuple[str, Box]]:
    """Where names stand on the page, as boxes of the widths that a browser with DejaVu Sans gives them."""
    found = []
    for attributes, text in re.findall(r"<text ([^>]*)>([^<]+)</text>", chart.svg):
        if text in names and "font-weight" not in attributes:
            x, y = (float(re.search(rf'{axis}="([-\d.]+)"', attributes)[1]) for axis in "xy")  # type: ignore[index]
            found.append((text, Box(x, y - 0.75 * SMALL, text_width(text), SMALL)))
    return found


def test_no_two_names_on_the_map_meet() -> None:
    rows = power_towns()
    placed = written(town_map(rows, LAND, title="?", state="state"), {row["name"] for row in rows})
    assert len(placed) >= 65
    assert [(a, b) for (a, one), (b, other) in combinations(placed, 2) if one.meets(other)] == []


def test_all_towns_of_the_table_are_marks_and_nearly_all_are_named() -> None:
    rows = power_towns()
    chart = town_map(rows, LAND, title="?", state="state")
    assert len(chart.marks) == len(rows) >= 70
    names = {name for name, _ in written(chart, {row["name"] for row in rows})}
    assert {"Petrograd", "Moscow", "Tashkent", "Vladivostok"} <= names
    assert f"{len(rows)} of {len(rows)} places on the map, {len(names)} with room for their names" in chart.source


def test_names_stay_in_their_places_from_day_to_day() -> None:
    names = {row["name"] for row in power_towns()}
    before, after = (written(town_map(power_towns(state), LAND, title="?", state="state"), names) for state in ("not yet", "contested"))
    assert before == after


def test_a_towns_place_is_where_the_projection_puts_it() -> None:
    rows = [town("West", 30.3, 59.9, 1, "held"), town("East", 30.3 + 10, 59.9, 1, "held")]
    chart = town_map(rows, LAND, title="?", state="state", enlarged=True)
    xs = [float(x) for x in re.findall(r'<g id="m\d">.*?<use[^>]* x="([\d.]+)"', chart.svg)]
    frame, _ = frames_around([(row["longitude"], row["latitude"]) for row in rows])
    expected = [frame.place(*module.albers(row["longitude"], row["latitude"]))[0] for row in rows]
    assert xs == pytest.approx(expected, abs=0.06)


def test_every_state_has_its_own_shape_or_fill() -> None:
    assert len({(shape, filled) for shape, _, filled in STATES.values()}) == len(STATES)
    assert len({colour for _, colour, _ in STATES.values()}) == len(STATES)


def test_states_are_counted_in_legend_and_sentence() -> None:
    rows = [town("Velsk", 42.1, 61.1, 1, "held"), town("Kem", 34.6, 64.9, 1, "unknown"), town("Mezen", 44.2, 65.8, 1, "held")]
    chart = town_map(rows, LAND, title="?", state="state", day="28 October 1917")
    assert chart.sentence == "28 October 1917: 3 towns: 2 held, 1 unknown."
    assert ">held 2</text>" in chart.svg
    assert ">passed 0</text>" in chart.svg
    assert chart.marks[0].label == "Velsk: held, p. 12"
    with pytest.raises(ValueError, match="no state lost"):
        town_map([town("Velsk", 42, 61, 1, "lost")], LAND, title="?", state="state")


def test_the_area_of_a_dot_goes_by_its_value_and_the_number_stands_by() -> None:
    rows = [town("Velsk", 42.1, 61.1, 100, ""), town("Kem", 34.6, 64.9, 25, ""), town("Mezen", 44.2, 65.8, NAN, "")]
    chart = town_map(rows, LAND, title="?", value="n", unit="mentions")
    spots = [module._town(row, ("name", "longitude", "latitude", "n"), 100, ATLAS, module.MarkList(), "x") for row in rows]
    big, small, unknown = (spot.spot.width for spot in spots if spot)
    assert (big - 4) / (small - 4) == pytest.approx(2)
    assert unknown < small
    assert ">Velsk 100</text>" in chart.svg
    assert ">Mezen</text>" in chart.svg
    assert chart.marks[2].label == "Mezen: not known, p. 12"
    assert chart.source.endswith("; 1 not known, a cross.")
    assert chart.sentence == "The highest of 2 places is Velsk with 100 mentions; then Kem."


def test_what_has_no_coordinates_or_lies_off_the_map_is_counted() -> None:
    rows = [town("Velsk", 42.1, 61.1, 1, ""), town("Nowhere", NAN, NAN, 1, ""), town("Lisbon", -9.1, 38.7, 1, "")]
    chart = town_map(rows, LAND, title="?")
    assert chart.source == "1 of 3 places on the map, 1 with room for their names; 2 without coordinates or off the map."
    assert town_map(rows[1:], LAND, title="?").marks == ()


def test_the_towns_around_moscow_are_marks_once_and_seen_twice() -> None:
    rows = [town("Moscow", 37.6, 55.8, 1, "held")]
    svg = town_map(rows, LAND, title="?", state="state").svg
    legend = len(STATES)
    assert len(re.findall("<use", svg)) == legend + 2
    assert svg.count('id="m0"') == 1


@pytest.mark.parametrize("region", sorted({row["region_id"] for row in power_towns()}))
def test_a_regions_map_holds_all_its_towns_and_no_two_names_meet(region: str) -> None:
    rows = [row for row in power_towns() if row["region_id"] == region]
    chart = town_map(rows, LAND, title="?", state="state", enlarged=True)
    assert len(chart.marks) == len(rows)
    placed = written(chart, {row["name"] for row in rows})
    assert len(placed) >= 0.75 * len(rows)
    assert [(a, b) for (a, one), (b, other) in combinations(placed, 2) if one.meets(other)] == []


def test_a_region_without_a_town_is_an_empty_chart() -> None:
    assert town_map([], LAND, title="?", enlarged=True).marks == ()
