"""Every explorer of every unit: each choice that its controls offer is answered, on what ships and with a copy."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest

from helpers.charts.chart import Chart
from helpers.html import escape
from helpers.importing.pipeline import import_bytes
from helpers.loading import open_corpus
from helpers.model import Corpus
from helpers.widgets.controls import sentence
from helpers.widgets.explorer import Explorer
from helpers.widgets.explorers import UNITS, explorer_named
from tests.specimens import small_book

NAMES = [name for names in UNITS.values() for name in names]
SHIPPED = open_corpus()
COPY = import_bytes(small_book()[0].encode())[0]
WITH_COPY = Corpus(SHIPPED.measures, SHIPPED.tables, lambda: SHIPPED.guide, lambda: COPY)
EVERY = 12
"""Of a list with more options than this every fifth is tried, and the last."""


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts without their drawing, which takes most of the time."""
    monkeypatch.setattr("helpers.charts.finishing.svg_text", lambda *_, **__: "<svg/>")


def options_of(control: Any) -> list[Any]:
    """Values that a control may be set to."""
    kind = type(control).__name__
    if kind == "Checkbox":
        return [True, False]
    if kind == "Text":
        return ["soviet", "soviet*", "duma|soviet", "red guards", "", "<img src=x onerror=alert(1)>", "1917", "a near/0 b"]
    values = [option[1] if isinstance(option, tuple) else option for option in control.options]
    if kind == "SelectionRangeSlider":
        return [(values[0], values[-1]), (values[0], values[0]), (values[-1], values[-1])]
    if kind == "SelectMultiple":
        return [(), (values[0],), tuple(values)]
    return values if len(values) <= EVERY else [*values[::5], values[-1]]


def told(chart: Chart) -> str:
    """All that a chart says; unlike the chart itself it equals itself where a cell is nan."""
    return repr((chart.title, chart.svg, chart.marks, chart.sentence, chart.source, chart.rows, chart.columns, chart.thin))


def plain(value: Any) -> bool:
    """Whether a value is made of text, numbers, yes and no alone."""
    try:
        json.dumps(value)
    except TypeError:
        return False
    return True


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("corpus", [SHIPPED, WITH_COPY], ids=["shipped", "copy"])
def test_an_explorer_opens_with_its_defaults_and_shows_what_its_twin_is(name: str, corpus: Corpus) -> None:
    maker = explorer_named(name)
    explorer, twin = maker(corpus), maker.twin(corpus)
    assert told(explorer.result) == told(twin)
    assert plain(explorer.choices)
    assert explorer.chart.svg == twin.svg
    assert twin.title.endswith("?")
    assert twin.sentence
    assert twin.source
    assert all(f'id="{mark.id}"' in twin.svg for mark in twin.marks)
    assert all(set(twin.columns) <= set(row) for row in twin.rows)


@pytest.mark.parametrize("name", NAMES)
def test_every_choice_is_answered_by_a_chart_or_a_sentence(name: str, undrawn: None) -> None:
    maker = explorer_named(name)
    explorer = maker(SHIPPED)
    for choice, control in explorer.controls.items():
        before = control.value
        for value in options_of(control):
            control.value = value
            assert explorer.choices[choice] == control.value
            answered(explorer)
        control.value = before


def answered(explorer: Explorer) -> None:
    """What is on screen is the chart of the choices, or a sentence says why there is none."""
    try:
        expected: Chart | str = explorer._view(explorer._corpus, **explorer.choices)
    except ValueError as error:
        expected = str(error)
    if isinstance(expected, str):
        assert len(expected) > 12
        assert explorer.detail.value.startswith('<p role="status"')
        assert "<img" not in explorer.detail.value
        assert escape(sentence(expected)) in explorer.detail.value
    else:
        assert told(explorer.result) == told(expected)
        assert explorer.detail.value == ""
        assert [m["id"] for m in explorer.chart.marks] == [m.id for m in expected.marks]


@pytest.mark.parametrize("name", NAMES)
def test_a_chosen_mark_says_what_it_is(name: str) -> None:
    explorer = explorer_named(name)(SHIPPED)
    if not explorer.result.marks:
        pytest.skip("this chart has no marks with its defaults")
    mark = explorer.result.marks[0]
    explorer.chart.chosen = mark.id
    assert explorer.opened == mark.id
    assert explorer.detail.value or mark.label in html.unescape(explorer.lines.lines.html)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_a_name_that_a_screen_reader_can_say(name: str) -> None:
    assert all(control.description.strip() for control in explorer_named(name)(SHIPPED).controls.values())


def test_a_name_that_no_explorer_has_is_answered_with_those_there_are() -> None:
    from helpers.model import CorpusError

    with pytest.raises(CorpusError, match="there is no explorer 'xyzzy'; there are .*calendar"):
        explorer_named("xyzzy")
