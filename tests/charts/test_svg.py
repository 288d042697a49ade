"""SVG text: shorter, and still the same picture."""

from __future__ import annotations

import re

import pytest

from helpers.charts.bars import bar_chart
from helpers.charts.brush import box, dust, line, page, words
from helpers.charts.svg import compact_path, standalone, svg_text
from helpers.charts.theme import BLUE, sheet

ROWS = [{"town": "Velsk", "n": 3}, {"town": "Kem", "n": 1}]


@pytest.mark.parametrize(
    ("d", "compact"),
    [
        ("M 10 20 \nL 14.04 20 \nL 14 28.5 \nz\n", "M10 20h4v8.5z"),
        ("M 0.26 -0.04 \nL 3.1 2.2 \n", "M.3 0l2.8 2.2"),
        ("M 1 1 \nQ 2 3 4 4 \n", "M1 1q1 2 3 3"),
        ("M 1 1 \nC 1 2 3 4 5 6 \nM 9 9 \nL 8 8 \n", "M1 1c0 1 2 3 4 5M9 9l-1-1"),
    ],
)
def test_a_path_is_written_in_steps(d: str, compact: str) -> None:
    assert compact_path(d) == compact


def test_rounding_never_adds_up() -> None:
    d = "M 0 0 " + " ".join(f"L {k * 0.04:.2f} {k * 0.04:.2f}" for k in range(1, 1001))
    steps = re.findall(r"-?\d*\.?\d+", compact_path(d).removeprefix("M0 0"))
    assert sum(float(step) for step in steps) == pytest.approx(80)


def test_page_coordinates_are_units_of_the_view_box_from_the_upper_left() -> None:
    with sheet(100) as (figure, axes):
        axes.set_axis_off()
        box(axes, 10, 20, 30, 40, gid="m0", face=BLUE, transform=page(figure))
        svg = svg_text(figure, ["m0"])
    assert 'viewBox="0 0 720 100"' in svg
    assert '<path id="m0" d="M10 20h30v40h-30z"' in svg


def test_points_of_one_place_are_drawn_once_and_none_is_lost() -> None:
    with sheet(100, left=0, right=0, top=0, bottom=0) as (figure, axes):
        axes.set_axis_off()
        axes.set(xlim=(0, 720), ylim=(0, 100))
        dust(axes, [*range(1, 301), 5], [50] * 301, colour=BLUE)
        svg = svg_text(figure)
    assert svg.count("h0") == 300


def test_a_line_breaks_where_nothing_is_known() -> None:
    nan = float("nan")
    with sheet(100, left=0, right=0, top=0, bottom=0) as (figure, axes):
        axes.set_axis_off()
        line(axes, [0, 10, 20, 30, 40], [0, 10, nan, 10, 0], transform=page(figure))
        svg = svg_text(figure)
    assert 'd="M0 0l10 10M30 10l10-10"' in svg


def test_a_dollar_sign_is_a_dollar_sign() -> None:
    with sheet(100) as (figure, axes):
        words(axes, 0, 0, "$x_1$ & <b>")
        assert ">$x_1$ &amp; &lt;b&gt;</text>" in svg_text(figure)


def test_a_picture_that_stands_alone_is_dark_on_white_with_title_and_source() -> None:
    chart = bar_chart(ROWS, title="How many <ferries>?", label="town", value="n", unit="ferries", source="2 of 2 towns.")
    alone = chart.picture(words=True)
    assert "currentColor" not in alone
    assert 'fill="#ffffff"/>' in alone
    assert ">How many &lt;ferries&gt;?</text>" in alone
    assert ">2 of 2 towns.</text>" in alone
    assert re.search(r'viewBox="0 -28 720 ([\d.]+)" width="720" height="\1"|width="720" height="([\d.]+)"', alone)
    assert "How many" not in chart.picture()


def test_a_label_that_names_a_colour_keeps_its_name() -> None:
    assert ">currentColor</text>" in standalone('<svg viewBox="0 0 1 1" width="100%" fill="currentColor"><text>currentColor</text></svg>')


def test_marks_too_thin_to_trust_are_pale() -> None:
    svg = bar_chart(ROWS, title="?", label="town", value="n", unit="ferries", thin="only two towns").svg
    assert len(re.findall(r'id="m\d"[^>]* opacity=".45"', svg)) == 2
