"""What holds for every kind of chart: the same text each time, marks that can be found, words beside the picture."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from helpers.charts.chart import Chart
from tests.charts.samples import KINDS
from tests.conftest import ROOT

HOSTILE = (
    '<script>alert(1)</script>"><image href=x onerror=alert(1)>',
    "</text><text>]]>",
    "&lt;b&gt; <!--",
    "$\\frac{1}{2}$",
    "a\x00\x1b[0m\ud800\u202e中\n😀",
    "",
)
CHARTS: dict[str, Chart] = {kind: make("Ust-Vaga", False) for kind, make in KINDS.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_rows_give_the_same_chart(kind: str) -> None:
    assert KINDS[kind]("Ust-Vaga", False) == CHARTS[kind]


def test_another_process_gives_the_same_pictures() -> None:
    code = (
        "from tests.charts.samples import KINDS\nimport hashlib\n"
        "print(hashlib.sha256(''.join(make('Ust-Vaga', False).svg for make in KINDS.values()).encode()).hexdigest())"
    )
    quiet = os.environ | {"PYTHONWARNDEFAULTENCODING": ""}  # matplotlib opens its files without naming one
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True, env=quiet)
    here = "".join(chart.svg for chart in CHARTS.values())
    assert found.stdout.strip() == hashlib.sha256(here.encode()).hexdigest()
    assert found.stderr == ""


@pytest.mark.parametrize("kind", KINDS)
def test_the_ids_are_those_of_the_marks_and_what_is_referred_to(kind: str) -> None:
    chart = CHARTS[kind]
    root = ElementTree.fromstring(chart.svg)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    referred = set(re.findall(r"(?:href=.|url\()#([\w.-]+)", chart.svg))
    assert len(ids) == len(set(ids))
    assert set(ids) - referred == {mark.id for mark in chart.marks}
    assert referred <= set(ids)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_says_everything_in_words_too(kind: str) -> None:
    chart = CHARTS[kind]
    assert chart.title
    assert chart.sentence.endswith(".")
    assert re.search(r"\d", chart.source)
    assert chart.rows
    assert all(set(row) == set(chart.columns) for row in chart.rows)
    assert all(mark.label for mark in chart.marks)
    assert repr(chart) == chart.sentence


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_small_and_bears_no_date_style_sheet_or_fixed_text_colour(kind: str) -> None:
    svg = CHARTS[kind].svg
    assert len(svg) < (32_000 if kind.startswith("map") else 12_000)
    assert not any(
        sign in svg for sign in ("Date", "date", "<style", "metadata", "<?xml", "DOCTYPE", "http://www.w3.org/1999", "#000000", "<image")
    )
    assert 'width="100%"' in svg
    assert 'fill="currentColor"' in svg
    assert all(text.get("fill") is None for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize("kind", KINDS)
def test_no_rows_give_a_sentence_and_a_small_figure(kind: str) -> None:
    chart = KINDS[kind]("", True)
    assert chart.marks == ()
    assert chart.rows == ()
    assert "Nothing to show" in chart.sentence
    assert "Nothing to show" in chart.svg
    assert len(chart.svg) < 1_000


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_stays_text(kind: str, name: str) -> None:
    chart = KINDS[kind](name, False)
    for svg in (chart.svg, chart.picture(words=True)):
        tags = {element.tag.split("}")[1] for element in ElementTree.fromstring(svg).iter()}
        assert tags <= {"svg", "g", "path", "defs", "use", "text", "pattern", "rect", "clipPath"}
        assert not re.search(r"\son\w+=|javascript:", re.sub(r">[^<]*<", "><", svg))


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_too_thin_to_trust_has_pale_marks(kind: str) -> None:
    plain = CHARTS[kind]
    assert plain.thin == ""
    assert 'opacity=".45"' not in plain.svg


def test_charts_are_drawn_without_pandas_and_matplotlib_waits_for_the_first_one() -> None:
    code = (
        "import sys, pkgutil, importlib, helpers.charts as charts\n"
        "[importlib.import_module(m.name) for m in pkgutil.walk_packages(charts.__path__, 'helpers.charts.') if not m.name.endswith(('shape', 'make_land'))]\n"
        "print([m for m in ('matplotlib', 'pandas', 'ipywidgets', 'IPython') if m in sys.modules])\n"
        "from tests.charts.samples import KINDS\n[make('x', False) for make in KINDS.values()]\n"
        "print([m for m in ('pandas', 'ipywidgets', 'IPython', 'scipy', 'matplotlib.pyplot') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert found.stdout.split("\n")[:2] == ["[]", "[]"]
