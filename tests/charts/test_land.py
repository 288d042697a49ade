"""The land: decoded, cut and simplified rightly, small, and with its source."""

from __future__ import annotations

import json
from math import cos, radians

import pytest

from helpers.charts.land import outlines, rings
from helpers.charts.land.make_land import area, geographic_rings, land_text, unwrap
from helpers.charts.land.shaping import clip, simplify
from helpers.charts.projection import EARTH_KM, albers, geographic
from tests.charts.samples import LAND


def test_the_stored_land_is_small_and_names_source_and_licence() -> None:
    stored = json.loads(LAND)
    assert len(LAND.encode()) <= 40_000
    assert "Natural Earth" in stored["source"]
    assert stored["licence"] == "public domain"
    assert all(len(steps) % 2 == 0 and len(steps) >= 8 for steps in stored["rings"])


def _inside(x: float, y: float) -> bool:
    """Whether a point lies on land, by the nonzero rule that SVG fills by."""
    winding = 0
    for ring in rings(LAND):
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y0 <= y) != (y1 <= y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                winding += 1 if y1 > y0 else -1
    return winding != 0


@pytest.mark.parametrize(
    ("longitude", "latitude", "land"),
    [
        (37.6, 55.75, True), (30.5, 50.45, True), (69.3, 41.3, True), (104.3, 52.3, True), (135.1, 48.5, True), (27.0, 64.0, True),
        (20.0, 58.0, False), (34.0, 43.5, False), (50.5, 42.0, False), (38.0, 66.0, False), (150.0, 57.0, False), (135.0, 40.0, False),
    ],
    ids=["Moscow", "Kiev", "Tashkent", "Irkutsk", "Khabarovsk", "Kajaani", "Baltic", "Black Sea", "Caspian", "White Sea", "Okhotsk", "Sea of Japan"],
)  # fmt: skip
def test_towns_lie_on_land_and_seas_do_not(longitude: float, latitude: float, land: bool) -> None:
    assert _inside(*albers(longitude, latitude)) is land


TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "objects": {"land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0, ~1]]]}, {"type": "Polygon", "arcs": [[2]]}]}},
    "arcs": [[[40, 50], [20, 0], [0, 10]], [[40, 50], [0, 10], [20, 0]], [[178, 66], [4, 0], [0, 4], [-4, -4]]],
}


def test_arcs_are_joined_and_turned_around() -> None:
    first, second = geographic_rings(TOPOLOGY)
    assert first == [(40, 50), (60, 50), (60, 60), (40, 60)]
    assert second == [(178, 66), (182, 66), (182, 70)]


def test_the_whole_way_gives_the_stored_form() -> None:
    stored = land_text(json.dumps(TOPOLOGY))
    shapes = rings(stored)
    assert len(shapes) == 1  # a triangle is too coarse to keep
    west, south = albers(40, 50)
    assert (round(west), round(south)) in shapes[0]


def test_longitudes_that_jump_are_unwrapped_towards_the_middle_of_the_map() -> None:
    assert unwrap([(-179.0, 66.0), (179.0, 66.0), (178.0, 67.0)]) == [(181.0, 66.0), (179.0, 66.0), (178.0, 67.0)]


def test_what_is_outside_is_cut_and_a_ring_outside_is_gone() -> None:
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    assert area(clip(square, (1, 1, 3, 9))) == 6
    assert clip(square, (5, 5, 9, 9)) == ()


def test_simplifying_keeps_corners_and_drops_wiggles() -> None:
    ring = (*((x / 10, 0.05 * (x % 2)) for x in range(100)), (10.0, 10.0), (0.0, 10.0))
    assert len(simplify(ring, 0.2)) == 4


def test_coarser_outlines_have_fewer_points() -> None:
    window = (-3260.0, -1640.0, -180.0, 2060.0)
    fine, coarse = (sum(map(len, outlines(LAND, window, detail))) for detail in (4.0, 20.0))
    assert fine > coarse > 100


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"rings": 3}'])
def test_a_damaged_file_is_an_error_with_its_remedy(text: str) -> None:
    with pytest.raises(ValueError, match="git checkout corpus"):
        rings(text)


def test_the_projection_keeps_areas() -> None:
    for longitude, latitude in ((20, 50), (60, 65), (130, 45), (185, 70)):
        step = 0.01
        corners = ((0, 0), (step, 0), (step, step), (0, step))
        plane = tuple(albers(longitude + a, latitude + b) for a, b in corners)
        on_sphere = EARTH_KM**2 * radians(step) ** 2 * cos(radians(latitude + step / 2))
        assert area(plane) == pytest.approx(on_sphere, rel=1e-4)


def test_the_projection_is_true_to_length_on_its_parallels() -> None:
    """On its standard parallels the scale is true: a degree of longitude there is as long as on the sphere."""
    for latitude in (48.0, 66.0):
        (x0, y0), (x1, y1) = albers(70, latitude), albers(70.01, latitude)
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        assert length == pytest.approx(EARTH_KM * radians(0.01) * cos(radians(latitude)), rel=1e-6)


def test_there_is_a_way_back() -> None:
    for place in ((20.0, 40.0), (70.0, 55.0), (185.0, 66.0)):
        assert geographic(*albers(*place)) == pytest.approx(place)
