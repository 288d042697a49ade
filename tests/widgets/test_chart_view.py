"""The live view of a chart, without a browser: what is sent to it, what comes back, and what its script never does."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart, Mark
from helpers.widgets.chart_view import ChartView

ROWS = [{"town": "Velsk", "n": 3, "pages": "95", "id": "row-velsk"}, {"town": "Kem", "n": 1}]


def chart(**more: str) -> Chart:
    return bar_chart(ROWS, title="How many ferries?", label="town", value="n", unit="ferries", **more)  # type: ignore[arg-type]


def test_the_view_sends_picture_marks_and_words() -> None:
    view = ChartView(chart(thin="only two towns"))
    assert view.svg == view.chart.svg  # type: ignore[union-attr]
    assert view.marks == [{"id": "m0", "label": "Velsk: 3 ferries, p. 95"}, {"id": "m1", "label": "Kem: 1 ferry"}]
    assert (view.title, view.thin) == ("How many ferries?", "only two towns")
    assert view.sentence == "Highest is Velsk with 3 ferries, lowest Kem with 1."
    assert view.source == "2 of 2 values known."


def test_what_is_saved_stands_alone() -> None:
    picture = ChartView(chart()).picture
    assert "currentColor" not in picture
    assert ">How many ferries?</text>" in picture
    assert ">2 of 2 values known.</text>" in picture


def test_a_chosen_mark_reaches_python_with_what_it_links_to() -> None:
    view = ChartView(chart())
    seen: list[str] = []
    view.observe(lambda change: seen.append(change["new"]), names="chosen")
    assert view.chosen_mark is None
    view.set_state({"chosen": "m0"})  # as a message from the browser does
    assert seen == ["m0"]
    assert view.chosen_mark == Mark("m0", "Velsk: 3 ferries, p. 95", "row-velsk")


def test_another_chart_comes_with_nothing_chosen() -> None:
    view = ChartView(chart())
    view.chosen = "m1"
    view.show(replace(chart(), title="And now?"))
    assert (view.title, view.chosen, view.chosen_mark) == ("And now?", "", None)


def test_an_empty_view_has_no_chart_yet() -> None:
    view = ChartView()
    assert (view.chart, view.svg, view.chosen_mark) == (None, "", None)


def test_it_is_printed_the_same_each_time() -> None:
    assert repr(ChartView(chart())) == repr(ChartView(chart())) == "ChartView('How many ferries?')"


def test_the_script_makes_no_html_from_text_and_asks_nothing_of_the_network() -> None:
    script = str(ChartView._esm)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|fetch\(|XMLHttp|import\(|\.style\.", script)
    assert re.findall(r"https?://[^\"'\s]+", script) == ["http://www.w3.org/2000/svg"]
