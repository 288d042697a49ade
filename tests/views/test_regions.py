"""Charts of attention and of bodies: each measure divides by what it says, and any region is answered."""

from __future__ import annotations

import math

import pytest

from helpers.loading import open_corpus
from helpers.views import regions as module
from helpers.views.regions import (
    GROUPS,
    MEASURES,
    attention_view,
    bodies_view,
    land,
    own_pages,
    places_measured,
    region_attention_view,
    region_names,
    regions_measured,
)
from tests.views.velsk import country

SMALL, SHIPPED = country(), open_corpus()
REGIONS = list(region_names(SHIPPED))


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts without their drawing, which takes most of the time."""
    monkeypatch.setattr("helpers.charts.finishing.svg_text", lambda *_, **__: "<svg/>")


def test_the_three_measures_of_a_place_are_those_a_hand_finds() -> None:
    frame = places_measured(SMALL).set_index("place_id")
    assert frame.loc["velsk", ["n", "n_own", "own_per_page", "n_per_10k_inhabitants"]].tolist() == [20, 6, 3.0, 50.0]
    assert frame.loc["karsino", "own_per_page"] == 9.0
    assert math.isnan(frame.loc["brod", "n_per_10k_inhabitants"])


def test_own_pages_count_each_printed_page_once() -> None:
    assert own_pages(SMALL) == {"river": 2, "salt": 1, "marsh": 1}
    shipped = regions_measured(SHIPPED).set_index("region_id")["own_pages"].to_dict()
    assert own_pages(SHIPPED) == shipped


def test_the_map_orders_by_the_measure_and_links_to_the_place() -> None:
    assert [mark.link for mark in attention_view(SMALL).marks] == ["velsk", "karsino", "brod"]
    assert [mark.link for mark in attention_view(SMALL, measure="own_per_page").marks] == ["karsino", "velsk", "brod"]
    assert [mark.label for mark in attention_view(SMALL, region="salt").marks] == ["Karsino: 9 mentions, p. 11"]


def test_the_share_in_the_sentence_is_of_all_mentions_and_not_of_those_drawn() -> None:
    shipped = attention_view(SHIPPED)
    assert shipped.sentence.startswith(
        "The highest of 40 places is Petrograd with 847 mentions: 15% of the 5,528 mentions of places in the book; then Moscow"
    )
    assert "%" not in attention_view(SHIPPED, measure="own_per_page").sentence


def test_without_a_number_of_inhabitants_the_measure_is_too_thin() -> None:
    chart = attention_view(SMALL, measure="per_inhabitant")
    assert chart.thin == "the book gives the inhabitants of 1 of these 3 places"
    assert [mark.label.split(",")[0] for mark in chart.marks][:2] == ["Velsk: 50 per 10", "Karsino: not known"]


def test_regions_stand_in_the_order_of_the_measure_with_what_is_not_known_last() -> None:
    assert [row["name"] for row in region_attention_view(SMALL, measure="n").rows] == ["River", "Salt", "Marsh"]
    assert [row["own_per_page"] for row in region_attention_view(SMALL).rows] == [9.0, 4.0, 0.0]


def test_a_body_is_counted_in_its_region_and_the_list_follows_the_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(GROUPS, "two", ("all", ("river", "salt", "marsh")))
    chart = bodies_view(SMALL, region="river")
    cells = {mark.label for mark in chart.marks}
    assert {"River, soviet: 1 named", "Salt, soviet: not known"} <= cells
    assert [row["name"] for row in chart.rows] == ["Velsk Soviet", "River Rada"]
    assert bodies_view(SMALL, region="salt").rows[0]["name"] == "none named: Salt"


def test_every_region_belongs_to_one_group_of_the_matrix() -> None:
    listed = [region for _, group in GROUPS.values() for region in group]
    assert sorted(listed) == sorted(REGIONS)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("region", REGIONS)
def test_any_region_is_answered_by_every_measure(undrawn: None, region: str, measure: str) -> None:
    chart = attention_view(SHIPPED, measure=measure, region=region)
    assert chart.marks
    assert chart.rows
    assert "Nothing to show" not in chart.sentence


@pytest.mark.parametrize("region", REGIONS)
def test_the_bodies_of_any_region_can_be_listed(undrawn: None, region: str) -> None:
    assert bodies_view(SHIPPED, among="fronts", region=region).rows


def test_a_missing_map_is_a_sentence_with_the_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(module, "CORPUS", tmp_path)
    land.cache_clear()
    with pytest.raises(ValueError, match="git checkout corpus"):
        attention_view(SMALL)
    land.cache_clear()
