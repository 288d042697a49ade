"""Figures over time: order, gaps, and dates too vague to place."""

from __future__ import annotations

from typing import Any

from helpers.analysis.strengths import by_month, figure_series, months
from helpers.loading import open_corpus

TABLES = open_corpus().tables
PLACES = [{"id": "velsk", "name": "Velsk", "region_id": "river"}, {"id": "brod", "name": "Brod", "region_id": "river"}]


def figure(figure_id: str, value: float, os_date: str, place: str = "velsk", **more: Any) -> dict[str, Any]:
    base = {
        "id": figure_id, "section": "2.1", "pages": "9", "page_doubtful": False, "value": value, "value_to": None, "unit": "members", "side": "bolshevik",
        "kind": "state", "who_counts": "author", "of_what": "party members", "place_id": place, "os_date": os_date, "note": "",
    }  # fmt: skip
    return base | more


ROWS = [
    figure("f-3", 735, "1917-10"),
    figure("f-4", 51, "1917", "brod"),
    figure("f-5", 60, "", "brod"),
    figure("f-1", 212, "1917-08"),
    figure("f-2", 300, "1917-08"),
    figure("f-6", 5, "1917-08", kind="plan"),
    figure("f-7", 5, "1917-08", side="sr"),
    figure("f-8", 5, "1917-08", of_what="rifles"),
]


def test_figures_stand_by_place_then_date_and_plans_and_other_sides_are_left_out() -> None:
    frame = figure_series(ROWS, PLACES)
    assert frame["id"].tolist() == ["f-1", "f-2", "f-3", "f-4", "f-5"]
    assert frame["n_dates"].tolist() == [2, 2, 2, 1, 1]
    assert frame["first"].tolist()[3:] == ["1917-01-01", ""]


def test_a_month_without_a_figure_stays_empty_and_a_year_stands_nowhere() -> None:
    frame = by_month(figure_series(ROWS, PLACES), "1917-08", "1917-10")
    velsk = frame[frame["place_id"] == "velsk"]
    assert velsk["n_figures"].tolist() == [2, 0, 1]
    assert velsk["value"].fillna(-1).tolist() == [212, -1, 735]
    assert frame[frame["place_id"] == "brod"]["value"].isna().all()


def test_months_cross_the_year() -> None:
    assert months("1917-11", "1918-02") == ["1917-11", "1917-12", "1918-01", "1918-02"]


def test_no_figure_gives_an_empty_series_with_its_columns() -> None:
    frame = figure_series([], PLACES)
    assert len(frame) == 0
    assert {"place_id", "value", "n_dates"} <= set(frame.columns)


def test_reval_and_vitebsk_grow_in_the_real_table() -> None:
    frame = figure_series(TABLES.rows("figures"), TABLES.rows("places"), of_what=r"members in (?:Reval|Vitebsk)")
    assert frame[frame["place_id"] == "reval"]["value"].tolist() == [2123, 3182]
    assert frame[frame["place_id"] == "vitebsk"]["value"].tolist() == [212, 353, 735]
