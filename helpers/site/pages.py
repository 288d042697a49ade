"""A page of the site: its frame with the ways to other pages, and the list of its own parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from helpers.html import Safe, element, joined, page_html
from helpers.site.style import SHEET

SITE = "Reading October"
HOME, GUIDE, DICTIONARY = "index.html", "guide.html", "data.html"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: file name, title, what stands in its ``main``, and the page of the site's head that it belongs to."""

    name: str
    title: str
    body: Safe
    belongs_to: str = HOME


def link(address: str, *inside: object, **attributes: object) -> Safe:
    """A link to ``address``, a page of the site or a place on one."""
    return element("a", *inside, href=address, **attributes)


_PART = re.compile(r'<h2 id="(?P<id>[^"]+)">(?P<text>.*?)</h2>|<section id="(?P<section>[^"]+)"><h2>(?P<title>.*?)</h2>', re.DOTALL)


def parts_of(body: str) -> list[tuple[str, str]]:
    """(id, heading) of each part of a page that begins with a heading of second rank and has an id."""
    found = [(m["id"] or m["section"], m["text"] or m["title"]) for m in _PART.finditer(body)]
    return [(unescape(id_), unescape(re.sub("<[^>]+>", "", text))) for id_, text in found]


def parts_list(body: str) -> Safe:
    """The parts of a page as links, folded; nothing where there are fewer than three."""
    parts = parts_of(body)
    if len(parts) < 3:
        return Safe("")
    listed = joined(*(element("li", link(f"#{id_}", text)) for id_, text in parts))
    return element(
        "nav", element("details", element("summary", "On this page"), element("ol", listed)), class_="toc", aria_label="On this page"
    )


def _head(page: Page) -> Safe:
    ways = ((HOME, SITE), (GUIDE, "Guide"), (DICTIONARY, "Data dictionary"))
    here = [(address, text, "page" if page.name == address else "true" if page.belongs_to == address else None) for address, text in ways]
    items = joined(*(element("li", link(address, text, aria_current=current)) for address, text, current in here))
    return joined(
        link("#main", "Skip to the text", class_="skip"), element("header", element("nav", element("ul", items), aria_label="Site"))
    )


def _foot(before: Page | None, behind: Page | None) -> Safe:
    ways = [link(p.name, f"{word}: {p.title}", rel=rel) for p, word, rel in ((before, "Back", "prev"), (behind, "Next", "next")) if p]
    items = joined(*(element("li", way) for way in ways))
    return element("footer", element("nav", element("ul", items), aria_label="Pages in order"))


def whole_page(page: Page, before: Page | None, behind: Page | None) -> bytes:
    """``page`` in its frame: a link that skips to the text, the site's head, the pages before and behind it."""
    title = SITE if page.name == HOME else f"{page.title} – {SITE}"
    body = joined(_head(page), element("main", page.body, id="main", tabindex="-1"), _foot(before, behind))
    return (page_html(title, body, sheet=SHEET) + "\n").encode()


def framed(pages: Sequence[Page]) -> dict[str, bytes]:
    """File name → whole page, for ``pages`` in the order in which they are read."""
    around = zip([None, *pages], pages, [*pages[1:], None], strict=False)
    return {page.name: whole_page(page, before, behind) for before, page, behind in around}
