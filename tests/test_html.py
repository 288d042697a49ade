"""HTML: everything that comes from outside is escaped."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest

from helpers.html import chart_table_html, escape, figure_html, notice_html, page_html, table_html

PAYLOADS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "' onmouseover='alert(1)",
    "</textarea><script>alert(1)</script>", "<iframe srcdoc='<script>alert(1)</script>'>", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "javascript:alert(1)", "<a href=javascript:alert(1)>x</a>", "<!--><script>alert(1)</script>", "<math><mi xlink:href=data:x>", "\u202e<b>x",
)  # fmt: skip


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, tuple(name for name, _ in attrs)))


def _tags(html: str) -> list[tuple[str, tuple[str, ...]]]:
    parser = _Tags()
    parser.feed(html)
    return parser.seen


@dataclass(frozen=True)
class _Chart:
    """The least that ``figure_html`` needs."""

    title: str = "How many?"
    sentence: str = "Most is Velsk with 3."
    source: str = "1 of 1 towns."
    thin: str = ""
    listed: bool = False
    rows: tuple[dict[str, Any], ...] = ({"town": "Velsk", "n": 3},)
    columns: dict[str, str] = field(default_factory=lambda: {"town": "town", "n": "ferries"})

    def picture(self) -> str:
        return f'<svg xmlns="http://www.w3.org/2000/svg"><text>{escape(self.title)}</text></svg>'


ROUTES = {
    "figure title": lambda text: figure_html(_Chart(title=text)),
    "figure sentence": lambda text: figure_html(_Chart(sentence=text)),
    "figure source": lambda text: figure_html(_Chart(source=text)),
    "figure doubt": lambda text: figure_html(_Chart(thin=text)),
    "figure table": lambda text: figure_html(_Chart(rows=({"town": text, "n": 3},))),
    "notice": notice_html,
    "notice kind": lambda text: notice_html("plain", kind=text),
    "table cell": lambda text: table_html([{"a": text}], "plain"),
    "table heading": lambda text: table_html([{text: 1}], "plain"),
    "table caption": lambda text: table_html([], text),
    "page": lambda text: page_html(text, ""),
}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_makes_no_tag_of_its_own(route: str, payload: str) -> None:
    assert _tags(ROUTES[route](payload)) == _tags(ROUTES[route]("plain"))


def test_a_table_has_caption_headings_and_says_when_it_is_empty() -> None:
    html = table_html([{"town": "Velsk", "n": 1234, "open": True, "gap": None}], "Towns")
    assert "<caption" in html
    assert html.count('scope="col"') == 4
    assert html.count('scope="row"') == 1
    assert "1,234" in html
    assert ">yes<" in html
    assert ">–<" in html
    assert "nothing to show" in table_html([], "Towns")


def test_escape_leaves_nothing_that_opens_a_tag_or_an_attribute() -> None:
    assert not set(escape("<>\"'")) & set("<>\"'")


def test_a_figure_says_everything_and_shows_its_picture_as_an_image() -> None:
    html = figure_html(_Chart(thin="only one town"))
    picture = re.search(r'<img width="720" alt="Most is Velsk with 3." src="data:image/svg\+xml;base64,([^"]+)">', html)
    assert picture
    assert base64.b64decode(picture[1]).decode() == _Chart().picture()
    assert "<strong>How many?</strong>" in html
    assert "<strong>Too thin to trust:</strong> only one town" in html
    assert "1 of 1 towns." in html
    assert '<th scope="row" style="text-align:left">Velsk</th>' in html
    assert "Too thin" not in figure_html(_Chart())


def test_a_figures_picture_has_dark_text_on_a_white_ground() -> None:
    from helpers.charts.bars import bar_chart

    chart = bar_chart([{"town": "Velsk", "n": 3}], title="How many?", label="town", value="n", unit="ferries")
    encoded = re.search(r"base64,([^\"]+)", figure_html(chart))
    assert encoded
    svg = base64.b64decode(encoded[1]).decode()
    assert "currentColor" not in svg
    assert 'fill="#ffffff"' in svg


def test_a_long_table_behind_a_figure_says_where_it_stops() -> None:
    chart = _Chart(rows=tuple({"town": f"town {k}", "n": k} for k in range(30)))
    html = chart_table_html(chart, most_rows=10)
    assert "The table behind it (30 rows)" in html
    assert "How many?; the first 10 of 30 rows" in html
    assert html.count("<tr>") == 1 + 10
    assert chart_table_html(chart).count("<tr>") == 1 + 30
    assert "(1 row)" in chart_table_html(_Chart())
    assert chart_table_html(_Chart(listed=True)).startswith("<details open><summary>The list behind it")


def test_a_word_without_an_end_may_break_and_other_cells_stay_as_they_are() -> None:
    html = table_html([{"reader": "Ada", "memo": "m" * 200, "n": 3}], "Memos")
    assert 'style="text-align:left;overflow-wrap:anywhere;min-width:9em">mmm' in html
    assert '<th scope="row" style="text-align:left">Ada</th>' in html
    assert html.count("overflow-wrap") == 1
