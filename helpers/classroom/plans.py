"""A lesson's teaching page as HTML: headings, paragraphs, lists, tables and emphasis of our own Markdown; all else is text."""

from __future__ import annotations

import re

from helpers.html import escape
from helpers.lessons.teaching import teaching_page
from helpers.model import Corpus

_LEFT = ' style="text-align:left"'


def plan_html(lesson: str, corpus: Corpus) -> str:
    """The plan of a lesson with its figures filled in from the data. Raises CorpusError where the page is missing."""
    return markdown_html(teaching_page(lesson, corpus))


def markdown_html(text: str) -> str:
    """Our Markdown as HTML; headings begin at ``h3``, so that they stand below a notebook's.

    >>> markdown_html("# One\\n\\n**Two** *three* <b>\\n\\n- four\\n- five")
    '<h3>One</h3><p><strong>Two</strong> <em>three</em> &lt;b&gt;</p><ul><li>four</li><li>five</li></ul>'
    """
    return "".join(_block(block.strip("\n")) for block in re.split(r"\n\s*\n", text.strip()))


def _block(block: str) -> str:
    lines = block.split("\n")
    if heading := re.fullmatch(r"(#{1,4}) (.+)", block):
        level = len(heading[1]) + 2
        return f"<h{level}>{_inline(heading[2])}</h{level}>"
    if all(line.startswith("|") for line in lines):
        return _table([_cells(line) for line in lines])
    if lines[0].startswith("- "):
        items = "".join(f"<li>{_inline(item)}</li>" for item in re.split(r"\n?^- ", block, flags=re.MULTILINE)[1:])
        return f"<ul>{items}</ul>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _inline(text: str) -> str:
    strong = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text))
    return re.sub(r"(?<![\w*])\*([^*]+)\*(?![\w*])", r"<em>\1</em>", strong)


def _cells(line: str) -> list[str]:
    return [_inline(cell.strip()) for cell in line.strip().strip("|").split("|")]


def _table(rows: list[list[str]]) -> str:
    """A table whose first line heads its columns and whose first cells head its rows; an empty heading is a plain cell."""
    head, body = rows[0], [row for row in rows[1:] if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]
    heads = "".join(f'<th scope="col"{_LEFT}>{cell}</th>' if cell else "<td></td>" for cell in head)
    lines = "".join(
        f'<tr><th scope="row"{_LEFT}>{first}</th>{"".join(f"<td{_LEFT}>{cell}</td>" for cell in rest)}</tr>' for first, *rest in body
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
