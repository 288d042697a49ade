"""The reading guide on the site: a page of contents, and a page for each chapter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from helpers.guide import Counter, GuideSection
from helpers.html import Safe, element, joined
from helpers.model import PageSpan
from helpers.printing import INTRO, section_html, source_names, sources_html
from helpers.site.pages import GUIDE, Page, link


def chapter_of(section_id: str) -> str:
    """The chapter that a section stands in: "2" for "2.4", "A" for the chronology."""
    return section_id.partition(".")[0]


def chapter_title(chapter: str) -> str:
    """What a chapter of the guide is called."""
    return "The chronology" if chapter == "A" else f"Chapter {chapter}"


def section_addresses(sections: Sequence[GuideSection]) -> dict[str, str]:
    """Id of a section → its place on the site."""
    return {s.id: f"guide-{chapter_of(s.id).lower()}.html#s-{s.id}" for s in sections}


def _chapter_page(chapter: str, sections: Sequence[GuideSection], count: Counter, sources: Sequence[Mapping[str, Any]]) -> Page:
    title = f"Guide: {chapter_title(chapter).lower()}"
    names = source_names(sources)
    listed = sources_html(sections, sources)
    end = joined(element("h2", "Sources named", id="sources"), element("ul", Safe(listed))) if listed else ""
    body = joined(element("h1", title), *(Safe(section_html(s, count, names)) for s in sections), end)
    return Page(f"guide-{chapter.lower()}.html", title, body, GUIDE)


def _contents(section: GuideSection, address: str) -> Safe:
    first, last = section.meta["pages"]
    pages = PageSpan(first, last, section.meta["page_doubtful"])
    return element("li", link(address, f"{section.id} {section.meta['title']}"), f" ({pages})")


def guide_pages(sections: Sequence[GuideSection], count: Counter, sources: Sequence[Mapping[str, Any]]) -> list[Page]:
    """The guide's contents and its chapters, in reading order."""
    addresses = section_addresses(sections)
    chapters = [(chapter, list(found)) for chapter, found in groupby(sections, lambda s: chapter_of(s.id))]
    body = [element("h1", "The guide"), Safe(INTRO)]
    for chapter, found in chapters:
        body.append(element("h2", link(f"guide-{chapter.lower()}.html", chapter_title(chapter)), id=f"chapter-{chapter}"))
        body.append(element("ul", *(_contents(s, addresses[s.id]) for s in found)))
    return [Page(GUIDE, "The guide", joined(*body)), *(_chapter_page(chapter, found, count, sources) for chapter, found in chapters)]
