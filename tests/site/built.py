"""The site, built once for all tests of a process, and a reading of its pages: links, ids, pictures, tables, what is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from helpers.model import Corpus
from helpers.site.building import shipped_corpus, site_files


@lru_cache(maxsize=1)
def files() -> dict[str, bytes]:
    """Path on the site → bytes."""
    return site_files()


@lru_cache(maxsize=1)
def corpus() -> Corpus:
    """What ships, without a reader's copy."""
    return shipped_corpus()


@lru_cache(maxsize=1)
def texts() -> dict[str, str]:
    """Name → HTML of every page."""
    return {name: data.decode() for name, data in files().items() if name.endswith(".html")}


ASKING = {("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("iframe", "src"), ("embed", "src"),
          ("object", "data"), ("video", "src"), ("video", "poster"), ("audio", "src"), ("track", "src"), ("input", "src"), ("link", "href"),
          ("use", "href"), ("image", "href"), ("body", "background"), ("form", "action")}  # fmt: skip
"""(tag, attribute) whose address a browser fetches by itself, or sends something to."""
_IN_STYLE = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")


@dataclass
class Reading(HTMLParser):
    """What a page holds, found by a parser."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    pictures: list[Mapping[str, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" and "href" in given else []
        self.asked += [value or "" for name, value in attrs if (tag, name) in ASKING]
        self.asked += in_style(given.get("style") or "")
        self.handlers += [name for name in given if name.startswith("on")]
        if tag == "img":
            self.pictures.append(given)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["style"]:
            self.asked += in_style(data)


def in_style(text: str) -> list[str]:
    """Addresses that a style asks for."""
    return [a or b for a, b in _IN_STYLE.findall(text)]


@lru_cache(maxsize=100)
def read(html: str) -> Reading:
    """A page, read."""
    reading = Reading()
    reading.feed(html)
    reading.close()
    return reading


def broken(pages: Mapping[str, str], others: Mapping[str, bytes]) -> list[str]:
    """Links of ``pages`` that lead to no page, file or place: "page → link"."""
    places = {name: set(read(html).ids) for name, html in pages.items()}
    found = []
    for name, html in pages.items():
        for link in read(html).links:
            file, mark, place = link.partition("#")
            target = file or name
            known = target in places if mark else target in places or target in others
            if not link.startswith("https://") and (not known or (mark and place not in places[target])):
                found.append(f"{name} → {link}")
    return found
