"""The whole guide as one page to read or print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from helpers.guide import Counter, GuideSection, fill_counts
from helpers.html import escape, page_html

STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 3rem; } nav li { margin: .2rem 0; }
.page { white-space: nowrap; font-size: .85em; } a { color: inherit; }
@media print { body { max-width: none; font-size: 10.5pt; } h2 { break-before: page; } nav { break-after: page; } a { text-decoration: none; } }
"""

_PAGE = re.compile(r"\[(pp?\. [^\]]+)\]")
_SOURCE = re.compile(r"\[source: ([a-z0-9-]+)\]")


def _inline(text: str, sources: Mapping[str, str]) -> str:
    """Markdown inside a paragraph as HTML: emphasis, page marks, references to sources; everything else escaped."""
    html = escape(text)
    html = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html)
    html = re.sub(r"(?<![\w*])\*([^*]+)\*(?![\w*])", r"<em>\1</em>", html)
    html = _PAGE.sub(r'<span class="page">[\1]</span>', html)
    return _SOURCE.sub(lambda m: f'<span class="page">[<a href="#source-{m[1]}">{escape(sources.get(m[1], m[1]))}</a>]</span>', html)


def _blocks(markdown: str, sources: Mapping[str, str]) -> str:
    out = []
    for block in re.split(r"\n\s*\n", markdown.strip()):
        lines = re.split(r"\n(?=- |\d+\. )", block)
        if re.match(r"- ", block):
            out.append("<ul>" + "".join(f"<li>{_inline(line[2:], sources)}</li>" for line in lines) + "</ul>")
        elif re.match(r"\d+\. ", block):
            out.append("<ol>" + "".join(f"<li>{_inline(re.sub(r'^[0-9]+[.] ', '', line), sources)}</li>" for line in lines) + "</ol>")
        else:
            out.append(f"<p>{_inline(block, sources)}</p>")
    return "".join(out)


def source_names(sources: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Id of a source → author and year, as it is named within a sentence."""
    return {str(s["id"]): f"{s['author']} {s['year']}".strip() for s in sources}


def section_html(section: GuideSection, count: Counter, names: Mapping[str, str]) -> str:
    """A section of the guide: heading (with the id ``s-2.4``), where it stands in the book, its parts."""
    first, last = section.meta["pages"]
    doubt = " (or one later)" if section.meta["page_doubtful"] else ""
    printed = escape(section.meta["printed_title"]) or "an untitled closing part"
    body = [f'<section id="s-{escape(section.id)}"><h2>{escape(section.id)} {escape(section.meta["title"])}</h2>']
    body.append(f"<p><em>In the book: {printed}, printed pages {first}–{last}{doubt}</em></p>")
    for heading, part in section.parts.items():
        body.append(f"<h3>{escape(heading)}</h3>{_blocks(fill_counts(part, section.id, count), names)}")
    return "".join([*body, "</section>"])


def sources_html(sections: Sequence[GuideSection], sources: Sequence[Mapping[str, Any]]) -> str:
    """The sources that ``sections`` name, as list items to which their references lead; empty where they name none."""
    used = {found for section in sections for part in section.parts.values() for found in _SOURCE.findall(part)}
    return "".join(
        f'<li id="source-{escape(s["id"])}">{escape(s["author"])}, <cite>{escape(s["title"])}</cite> {escape(s["year"])}</li>'
        for s in sources
        if s["id"] in used
    )


INTRO = "<p>Our own account of every section of <cite>The History of the Civil War in the U.S.S.R.</cite>, volume II. Numbers in brackets are printed pages of the English edition of 1946.</p>"


def guide_page(sections: Sequence[GuideSection], count: Counter, sources: Sequence[Mapping[str, Any]]) -> str:
    """One HTML page in reading order with contents, headings, printed pages and the sources that are named.

    It asks nothing of the network, follows the reader's light or dark theme and prints one section after another.
    """
    names = source_names(sources)
    nav = "".join(f'<li><a href="#s-{escape(s.id)}">{escape(s.id)} {escape(s.meta["title"])}</a></li>' for s in sections)
    body = "".join(section_html(section, count, names) for section in sections)
    title = "Reading October: the guide"
    return page_html(
        title,
        f"<main><h1>{title}</h1>{INTRO}<nav><ol>{nav}</ol></nav>{body}<h2>Sources named</h2><ul>{sources_html(sections, sources)}</ul></main>",
        style=STYLE,
    )
