"""Charts of two regions, of who acts and of who is quoted: numbers counted by hand, and an answer for any region."""

from __future__ import annotations

import pytest

from helpers.analysis.two_regions import sections_apart
from helpers.loading import open_corpus
from helpers.views.acting import GROUPS, acting_view, nations_view, told_in, who_acts_view
from helpers.views.region_words import name_words, region_words_view
from helpers.views.regions import region_names
from helpers.views.two_regions import COMPARED, ORGANISER_SIDES, organisers_view, two_regions_view
from tests.views.velsk import country

SMALL, SHIPPED = country(), open_corpus()
REGIONS = list(region_names(SHIPPED))
NEXT = list(zip(REGIONS, REGIONS[1:] + REGIONS[:1], strict=True))
APART = [(a, b) for a in REGIONS for b in REGIONS if a < b and not all(sections_apart(SHIPPED.tables.rows("regions"), a, b))]


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts without their drawing, which takes most of the time."""
    monkeypatch.setattr("helpers.charts.finishing.svg_text", lambda *_, **__: "<svg/>")


def test_how_much_is_told_is_divided_by_own_pages() -> None:
    rows = {(row["item"], row["region"]): (row["n"], row["value"]) for row in two_regions_view(SMALL, a="river", b="salt").rows}
    assert rows["events", "River"] == (20, 100.0)
    assert rows["events", "Salt"] == (0, 0.0)  # its one event is told in the section on River
    assert rows["people", "River"] == (2, 10.0)
    assert rows["figures", "Salt"] == (0, 0.0)


def test_shares_have_n_of_n_and_a_short_side_is_named() -> None:
    chart = two_regions_view(SMALL, a="river", b="salt", measure="who acts")
    rows = {(row["item"], row["region"]): (row["n"], row["of"], row["value"], row["thin"]) for row in chart.rows}
    assert rows["soviet", "River"] == (20, 20, 100.0, "")
    assert rows["named Bolshevik", "River"] == (5, 20, 25.0, "")
    assert rows["nobody named", "Salt"] == (1, 1, 100.0, "yes")
    assert chart.source.endswith("one moves the share by five points: Salt.")


def test_where_neither_has_anything_how_much_is_told_is_shown_instead() -> None:
    chart = two_regions_view(SMALL, a="salt", b="marsh", measure="organisations by kind")
    assert chart.thin == "neither has organisations: how much is told is shown instead"
    assert {row["item"] for row in chart.rows} == {"events", "figures", "organisations", "people"}


def test_a_region_is_not_compared_with_itself() -> None:
    with pytest.raises(ValueError, match="River is chosen twice"):
        two_regions_view(SMALL, a="river", b="river")
    with pytest.raises(ValueError, match="River is chosen twice"):
        region_words_view(SMALL, a="river", b="river")


@pytest.mark.parametrize("measure", COMPARED)
@pytest.mark.parametrize(("a", "b"), NEXT)
def test_any_two_regions_are_compared_by_any_measure(undrawn: None, a: str, b: str, measure: str) -> None:
    chart = two_regions_view(SHIPPED, a=a, b=b, measure=measure)
    assert chart.marks
    assert {row["region"] for row in chart.rows} == {region_names(SHIPPED)[a], region_names(SHIPPED)[b]}


def test_people_are_those_the_regions_sections_name_with_their_share() -> None:
    rows = [(row["name"], row["n_own"], row["n"], row["here"]) for row in organisers_view(SMALL, region="river").rows]
    assert rows == [("Pavel Orsk", 4, 16, 25), ("Anna Moll", 2, 2, 100)]
    assert [row["name"] for row in organisers_view(SMALL, region="river", side="others").rows] == ["Anna Moll"]
    assert organisers_view(SMALL, region="salt").rows[0]["name"] == "nobody named"


@pytest.mark.parametrize("side", ORGANISER_SIDES)
@pytest.mark.parametrize("region", REGIONS)
def test_any_region_has_its_people_or_says_nobody(undrawn: None, region: str, side: str) -> None:
    assert organisers_view(SHIPPED, region=region, side=side).marks


def test_words_are_compared_with_and_without_names() -> None:
    with_names = [row["token"] for row in region_words_view(SMALL, a="river", b="salt", min_leaves=1).rows]
    without = [row["token"] for row in region_words_view(SMALL, a="river", b="salt", names="without", min_leaves=1).rows]
    assert with_names == ["velsk", "lettish", "course"]
    assert without == ["lettish", "course"]
    assert {"velsk", "orsk", "moll"} <= name_words(SMALL)


@pytest.mark.parametrize(("a", "b"), [*NEXT, *APART])
def test_any_two_regions_have_words_though_they_share_their_sections(undrawn: None, a: str, b: str) -> None:
    for names in ("with", "without"):
        chart = region_words_view(SHIPPED, a=a, b=b, names=names)
        assert chart.marks
        assert "against" in chart.source


def test_who_acts_is_counted_by_region_and_few_events_are_hatched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(GROUPS, "two", ("all", ("river", "salt")))
    cells = {(row["region"], row["actor_class"]): row["per_cent"] for row in acting_view(SMALL).rows}
    assert cells["River", "soviet"] == 100
    assert cells["River", "named Bolshevik"] == 25
    assert cells["Salt", "nobody named"] != cells["Salt", "nobody named"]
    rows = {(row["actor_class"], row["where"]): row["per_cent"] for row in who_acts_view(SMALL, region="river").rows}
    assert rows["nobody named", "all other events"] == 100.0
    assert rows["nobody named", "River"] == 0.0


@pytest.mark.parametrize("region", REGIONS)
def test_any_region_says_who_acts_and_who_is_quoted(undrawn: None, region: str) -> None:
    for chart in (who_acts_view(SHIPPED, region=region), nations_view(SHIPPED, region=region)):
        assert chart.marks
        assert chart.rows


def test_quoted_words_and_names_stand_side_by_side() -> None:
    chart = nations_view(SMALL, region="river")
    assert chart.sentence == (
        "50 of 200 words quoted in section 2.1 are a national movement's. "
        "Peoples are named there 3 times (1 of them), national bodies and parties 3 times (1)."
    )
    assert [(row["named"], row["n"]) for row in chart.rows] == [("Letts", 3), ("River Rada", 3)]
    assert nations_view(SMALL, region="salt").rows[0]["named"] == "no people and no national body or party"


def test_a_region_is_looked_for_in_chapter_two_first() -> None:
    assert told_in(SHIPPED, "ukraine") == ["2.9"]
    assert told_in(SHIPPED, "western-front") == ["7.6", "8.3"]
