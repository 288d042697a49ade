"""What changes in HTML on its way to the site: links lead to its pages, ids are single, sections lead to the guide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser

from helpers.html import Safe, element, escape

_QUIET = {"a", "code", "pre", "h1", "h2", "h3", "h4", "caption", "summary", "title"}
_SECTION = re.compile(r"(?:\b[Ss]ection |§\s)(?P<id>\d+\.(?:\d+|end))\b(?:\.\d+)?")
_LEADING = re.compile(r"\A(?P<id>\d+\.(?:\d+|end)|A)\b(?!\.\d)")

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A day, which stays on one line in a table."""


class _Rewriter(HTMLParser):
    """Gives every piece out as it came in, but for links, ids, tables and names of sections."""

    def __init__(self, pages: Mapping[str, str], sections: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.pages, self.sections = pages, sections
        self.out: list[str] = []
        self.open: list[str] = []
        self.ids: dict[str, int] = {}
        self.heading, self.heard = "", ""
        self.table_at: int | None = None
        self.columns: list[str] = []
        self.column = 0
        self.header = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raw = self.get_starttag_text() or ""
        if tag == "table":
            self.table_at, self.columns = len(self.out), []
            self.out.append("")
        if tag in ("thead", "tbody", "tr") and self.table_at is not None:
            self.out.append(str(element("caption", self.heading)))
            self._name_table(self.heading)
        if tag == "thead":
            self.header = True
        if tag == "tr":
            self.column = 0
        if tag in ("h1", "h2", "h3", "h4", "caption", "summary", "th"):
            self.heard = ""
        self.out.append(self._changed(raw, dict(attrs)))
        if tag not in ("br", "img", "hr", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self._changed(self.get_starttag_text() or "", dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag in ("h1", "h2", "h3", "h4", "summary"):
            self.heading = self.heard.strip()
        if tag == "caption" and self.table_at is not None:
            self._name_table(self.heard)
        if tag == "thead":
            self.header = False
        if tag in ("td", "th"):
            if self.header:
                self.columns.append(self.heard.strip())
            self.column += 1
        self.out.append(f"</{tag}>" + ("</div>" if tag == "table" else ""))

    def handle_data(self, data: str) -> None:
        if set(self.open) & _QUIET or self.header:
            self.heard += data
            self.out.append(data)
            return
        in_cell = self.open[-1:] in (["td"], ["th"])
        if in_cell and _DAY.fullmatch(data):
            self.out.append(element("span", data, class_="day"))
            return
        in_column = in_cell and self.column < len(self.columns) and self.columns[self.column] == "section"
        pattern = _LEADING if in_column else _SECTION
        self.out.append(pattern.sub(self._to_guide, data))

    def handle_entityref(self, name: str) -> None:
        self.handle_reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_reference(f"&#{name};")

    def handle_reference(self, text: str) -> None:
        """Give a character reference out as it is."""
        self.heard += unescape(text)
        self.out.append(text)

    def _name_table(self, name: str) -> None:
        if self.table_at is not None:
            self.out[self.table_at] = f'<div class="wide" role="group" tabindex="0" aria-label="Table: {escape(name.strip())}">'
        self.table_at = None

    def _to_guide(self, match: re.Match[str]) -> str:
        address = self.sections.get(match["id"])
        if address is None:
            return match[0]
        return str(element("a", match[0], href=address))

    def _changed(self, raw: str, attrs: Mapping[str, str | None]) -> str:
        """A tag with its link, its id and, for a heading cell, its scope as the site has them."""
        href, id_ = attrs.get("href"), attrs.get("id")
        if href is not None:
            file, mark, place = href.partition("#")
            raw = raw.replace(f'href="{escape(href)}"', f'href="{escape(self.pages.get(file, file) + mark + place)}"')
        if id_ is not None:
            self.ids[id_] = self.ids.get(id_, 0) + 1
            again = f"-{self.ids[id_]}" if self.ids[id_] > 1 else ""
            raw = raw.replace(f'id="{escape(id_)}"', f'id="{escape(id_ + again)}"')
        if raw.startswith("<th") and not raw.startswith("<thead") and "scope" not in attrs:
            raw = f'<th scope="{"col" if self.header else "row"}"{raw[3:]}'
        return raw


def rewritten(html: str, pages: Mapping[str, str], sections: Mapping[str, str]) -> Safe:
    """``html`` of one page with its links led through ``pages`` (file in the checkout → page of the site).

    An id that comes again gets a number; "section 2.4", and ids in a table's column "section", lead to their place in
    ``sections`` (id → address) where it has them; a table that is wider than the screen can be scrolled by keyboard,
    and one without a caption is named by the heading above it.
    """
    rewriter = _Rewriter(pages, sections)
    rewriter.feed(html)
    rewriter.close()
    return Safe("".join(rewriter.out))
