"""HTML: everything that comes from outside is escaped."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from helpers.html import escape, notice_html, page_html, table_html

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


ROUTES = {
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
