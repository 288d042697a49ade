"""Network: lines as wide as the company is close, the same circle each time."""

from __future__ import annotations

import re

import pytest

from helpers.charts.chart import Chart
from helpers.charts.network import MOST_NODES, company_network, ring_order

PAIRS = [{"a": "Kem", "b": "Mezen", "n": 9, "id": "km"}, {"a": "Mezen", "b": "Velsk", "n": 3}, {"a": "Kem", "b": "Velsk", "n": 0}]


def network(rows: list[dict[str, object]], **more: object) -> Chart:
    return company_network(rows, title="?", one="a", other="b", value="n", **more)  # type: ignore[arg-type]


def test_lines_are_as_wide_as_the_company_is_close() -> None:
    chart = network(PAIRS)
    widths = [float(w) for w in re.findall(r'<path id="m\d"[^>]*stroke-width="([\d.]+)"', chart.svg)]
    assert sorted(widths, reverse=True) == [8.8, pytest.approx(3.5, abs=0.05)]
    assert [mark.label for mark in chart.marks] == [
        "Kem and Mezen: 9 leaves in common", "Mezen and Velsk: 3 leaves in common",
        "Kem: joined to 1 of 2 others", "Mezen: joined to 2 of 2 others", "Velsk: joined to 1 of 2 others",
    ]  # fmt: skip
    assert chart.source.startswith("2 of 3 pairs drawn")
    assert chart.sentence == "The closest pair is Kem and Mezen (9 leaves in common); Mezen is joined to most others (2 of 2)."


def test_the_order_on_the_circle_does_not_hang_on_the_order_of_rows() -> None:
    edges = [(str(row["a"]), str(row["b"]), float(row["n"])) for row in PAIRS if row["n"]]  # type: ignore[arg-type]
    assert ring_order(edges) == ring_order(edges[::-1]) == ["Kem", "Mezen", "Velsk"]


def test_a_circle_has_room_for_so_many_names() -> None:
    rows = [{"a": "hub", "b": f"name {k}", "n": 1} for k in range(MOST_NODES)]
    with pytest.raises(ValueError, match="too many"):
        network(rows)
    with pytest.raises(ValueError, match="lacks Velsk"):
        network(PAIRS, order=["Kem", "Mezen"])
