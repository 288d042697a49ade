"""What changes in HTML on its way to the site."""

from __future__ import annotations

import pytest

from helpers.site.links import rewritten
from helpers.site.pages import parts_list, parts_of

PAGES = {"12_pages.ipynb": "12_pages.html", "../README.md": "index.html"}
SECTIONS = {"2.4": "guide-2.html#s-2.4", "2.end": "guide-2.html#s-2.end", "A": "guide-a.html#s-A"}
TO = '<a href="guide-2.html#s-2.4">{}</a>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="12_pages.ipynb">x</a>', '<a href="12_pages.html">x</a>'),
        ('<a href="12_pages.ipynb#Check">x</a>', '<a href="12_pages.html#Check">x</a>'),
        ('<a href="../README.md">x</a>', '<a href="index.html">x</a>'),
        ('<a href="#here" id="here">x</a>', '<a href="#here" id="here">x</a>'),
        ('<a href="https://example.org/?a=1&amp;b=2">x</a>', '<a href="https://example.org/?a=1&amp;b=2">x</a>'),
        ('<h3 id="Check">a</h3><h3 id="Check">b</h3>', '<h3 id="Check">a</h3><h3 id="Check-2">b</h3>'),
        ("<p>see section 2.4.</p>", f"<p>see {TO.format('section 2.4')}.</p>"),
        ("<p>section 2.end, section 2.5</p>", '<p><a href="guide-2.html#s-2.end">section 2.end</a>, section 2.5</p>'),
        ("<td>§ 2.4.17, p. 95</td>", f"<td>{TO.format('§ 2.4.17')}, p. 95</td>"),
        ("<td>§\u00a02.4</td>", "<td>" + TO.format("§\u00a02.4") + "</td>"),
        ("<p>in 2.4 per cent, intersection 2.4</p>", "<p>in 2.4 per cent, intersection 2.4</p>"),
        ("<h2>section 2.4</h2><code>section 2.4</code>", "<h2>section 2.4</h2><code>section 2.4</code>"),
        ('<a href="x">section 2.4</a>', '<a href="x">section 2.4</a>'),
        ("<td>1917-10-25</td>", '<td><span class="day">1917-10-25</span></td>'),
        ("<p>1 &lt; 2 &#x27;a&#x27; &amp;lt; <br>x<img alt='a'></p>", "<p>1 &lt; 2 &#x27;a&#x27; &amp;lt; <br>x<img alt='a'></p>"),
    ],
)
def test_links_ids_and_sections(before: str, after: str) -> None:
    assert rewritten(before, PAGES, SECTIONS) == after


def test_ids_in_a_column_of_sections_lead_to_the_guide_and_in_no_other() -> None:
    table = (
        '<table><caption>c &amp; d</caption><thead><tr><th scope="col">section</th><th scope="col">share</th></tr></thead>'
        "<tbody><tr><td>2.4 The Volga</td><td>2.4</td></tr><tr><td>A</td><td>A</td></tr><tr><td>9.9</td><td>1</td></tr></tbody></table>"
    )
    html = rewritten(table, PAGES, SECTIONS)
    assert html.startswith('<div class="wide" role="group" tabindex="0" aria-label="Table: c &amp; d"><table><caption>')
    assert f"<td>{TO.format('2.4')} The Volga</td><td>2.4</td>" in html
    assert '<td><a href="guide-a.html#s-A">A</a></td><td>A</td>' in html
    assert "<td>9.9</td>" in html
    assert html.endswith("</table></div>")


def test_a_table_without_a_caption_is_named_by_the_heading_above_it() -> None:
    html = rewritten(
        "<h2>What &amp; where</h2><table><thead><tr><th>a</th></tr></thead><tbody><tr><th>1</th></tr></tbody></table>", PAGES, {}
    )
    assert "<table><caption>What &amp; where</caption><thead>" in html
    assert 'aria-label="Table: What &amp; where"' in html
    assert '<th scope="col">a</th>' in html
    assert '<th scope="row">1</th>' in html


def test_parts_of_a_page_are_listed_where_there_are_three() -> None:
    body = '<h2 id="a">One &amp; <em>two</em></h2><h2 id="b&quot;">B</h2><h2>no id</h2>'
    assert parts_of(body) == [("a", "One & two"), ('b"', "B")]
    assert parts_list(body) == ""
    assert '<a href="#s-2.4">2.4 C</a>' in parts_list(body + '<section id="s-2.4"><h2>2.4 C</h2></section>')
