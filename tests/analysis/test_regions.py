"""Mentions of places and regions: two invented regions to count by hand, and the real measures."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from helpers.analysis.regions import inhabitants, mentions_by_section, per_inhabitant, place_mentions, region_mentions, regions_of
from helpers.loading import open_corpus

CORPUS = open_corpus()
LEAVES = [
    {"id": "2.1@9-10", "section": "2.1", "words": 400, "first_page": 9, "last_page": 10},
    {"id": "2.1@11", "section": "2.1", "words": 200, "first_page": 11, "last_page": 11},
    {"id": "2.2@11", "section": "2.2", "words": 300, "first_page": 11, "last_page": 11},
    {"id": "3.1@20", "section": "3.1", "words": 1100, "first_page": 20, "last_page": 20},
]
PLACES = [
    {"id": "brod", "name": "Brod", "region_id": "river", "kind": "town", "latitude": 61.0, "longitude": 42.0},
    {"id": "velsk", "name": "Velsk", "region_id": "river", "kind": "town", "latitude": None, "longitude": None},
    {"id": "karsino", "name": "Karsino", "region_id": "salt", "kind": "town", "latitude": None, "longitude": None},
]
REGIONS = [
    {"id": "river", "name": "River", "sections": "2.1"},
    {"id": "salt", "name": "Salt", "sections": "2.2;2.1"},
    {"id": "empty", "name": "Empty", "sections": ""},
]


def named(place: str, leaf: str, count: int, kind: str = "place") -> dict[str, Any]:
    return {"kind": kind, "id": place, "leaf": leaf, "count": count}


NAMED = [
    named("velsk", "3.1@20", 4),
    named("velsk", "2.1@9-10", 3),
    named("velsk", "2.1@11", 4),
    named("karsino", "2.2@11", 1),
    named("velsk", "3.1@20", 99, kind="person"),
]


def test_a_place_is_counted_inside_and_outside_the_sections_on_its_region() -> None:
    row = place_mentions(NAMED, PLACES, REGIONS, LEAVES).iloc[0]
    assert (row["place_id"], row["n"], row["n_own"], row["n_elsewhere"]) == ("velsk", 11, 7, 4)
    assert row["per_10k"] == pytest.approx(11 / 2000 * 1e4)
    assert (row["n_leaves"], row["n_sections"], row["first_leaf"]) == (3, 2, "2.1@9-10")


def test_of_leaves_that_name_it_equally_often_the_first_in_reading_order_is_the_top_leaf() -> None:
    frame = place_mentions(NAMED, PLACES, REGIONS, LEAVES).set_index("place_id")
    assert frame["top_leaf"]["velsk"] == "2.1@11"


def test_a_place_never_named_has_a_zero_and_is_thin() -> None:
    frame = place_mentions(NAMED, PLACES, REGIONS, LEAVES).set_index("place_id")
    assert (frame["n"]["brod"], frame["first_leaf"]["brod"], frame["thin"]["brod"]) == (0, "", True)
    assert list(frame.index) == ["velsk", "karsino", "brod"]


def test_regions_get_rates_by_their_own_words_and_pages() -> None:
    frame = region_mentions(NAMED, PLACES, REGIONS, LEAVES).set_index("region_id")
    river = frame.loc["river"]
    assert (river["n_places"], river["n_named"], river["n"], river["n_own"]) == (2, 1, 11, 7)
    assert (river["own_words"], river["own_pages"]) == (600, 3)
    assert river["own_per_10k"] == pytest.approx(7 / 600 * 1e4)
    assert river["elsewhere_per_10k"] == pytest.approx(4 / 1400 * 1e4)
    assert river["own_per_page"] == pytest.approx(7 / 3)
    assert river["share"] == pytest.approx(11 / 12)


def test_a_page_that_two_sections_of_one_region_share_is_one_page() -> None:
    assert region_mentions(NAMED, PLACES, REGIONS, LEAVES).set_index("region_id")["own_pages"]["salt"] == 3


def test_a_region_without_sections_has_no_rates_rather_than_zero() -> None:
    empty = region_mentions(NAMED, PLACES, REGIONS, LEAVES).set_index("region_id").loc["empty"]
    assert empty["n"] == 0
    assert math.isnan(empty["own_per_10k"])
    assert math.isnan(empty["own_per_page"])
    assert math.isnan(empty["elsewhere_share"])


FIGURE = {
    "id": "f",
    "unit": "persons",
    "kind": "state",
    "place_id": "velsk",
    "value": 20_000,
    "pages": "9",
    "of_what": "population of Velsk",
}


@pytest.mark.parametrize(
    "change",
    [{"unit": "per_cent"}, {"kind": "plan"}, {"of_what": "inhabitants who left Velsk"}, {"place_id": ""}],
    ids=["a share", "a plan", "some of them", "no place"],
)
def test_only_a_count_of_a_whole_population_is_a_base(change: dict[str, str]) -> None:
    assert inhabitants([FIGURE | change]) == {}


def test_rates_by_inhabitants_are_nan_where_the_book_gives_none() -> None:
    frame = per_inhabitant(place_mentions(NAMED, PLACES, REGIONS, LEAVES), [FIGURE]).set_index("place_id")
    assert frame["n_per_10k_inhabitants"]["velsk"] == pytest.approx(5.5)
    assert math.isnan(frame["n_per_10k_inhabitants"]["karsino"])
    assert (frame["figure_id"]["velsk"], frame["figure_id"]["karsino"]) == ("f", "")


def test_a_region_has_a_base_only_under_its_own_id() -> None:
    frame = per_inhabitant(pd.DataFrame({"region_id": ["river", "salt"], "n": [10, 1]}), [FIGURE | {"place_id": "river"}])
    assert frame["inhabitants"].tolist()[0] == 20_000
    assert math.isnan(frame["inhabitants"].tolist()[1])


def test_rows_and_frames_give_the_same() -> None:
    from_rows = region_mentions(NAMED, PLACES, REGIONS, LEAVES)
    from_frames = region_mentions(*(pd.DataFrame(rows) for rows in (NAMED, PLACES, REGIONS, LEAVES)))
    pd.testing.assert_frame_equal(from_rows, from_frames)


def test_a_row_belongs_to_each_of_its_places_regions_once() -> None:
    home = {place["id"]: place["region_id"] for place in PLACES}
    assert regions_of({"place_id": "velsk;brod;karsino"}, home) == ["river", "salt"]
    assert regions_of({"place_id": ""}, home) == []


def test_mentions_add_up_by_section() -> None:
    assert mentions_by_section(NAMED, LEAVES, ["velsk"]) == {"3.1": 4, "2.1": 7}


def real_regions() -> pd.DataFrame:
    tables, measures = CORPUS.tables, CORPUS.measures
    return region_mentions(measures.rows("entity_leaf"), tables.rows("places"), tables.rows("regions"), measures.rows("leaves"))


def test_every_mention_of_a_place_is_in_exactly_one_region_of_the_real_table() -> None:
    total = sum(row["count"] for row in CORPUS.measures.rows("entity_leaf") if row["kind"] == "place")
    frame = real_regions()
    assert frame["n"].sum() == total
    assert frame["share"].sum() == pytest.approx(1)
    assert (frame["n_own"] + frame["n_elsewhere"] == frame["n"]).all()


def test_petrograd_has_most_mentions_but_the_volga_most_by_its_own_pages() -> None:
    frame = real_regions().set_index("region_id")
    assert frame["n"].idxmax() == "petrograd"
    assert frame["own_per_page"].idxmax() == "volga"


def test_the_book_counts_the_people_of_saratov_and_tsaritsyn() -> None:
    known = inhabitants(CORPUS.tables.rows("figures"))
    assert (known["saratov"]["value"], known["tsaritsyn"]["value"], known["saratov"]["pages"]) == (250_000, 200_000, "94")
    assert "riga" in known
    assert "moscow" not in known
