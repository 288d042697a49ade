"""Captions and footnotes: lines that stand in the middle of the running text and are not part of it."""

from __future__ import annotations

import re

from helpers.importing.lines import Line
from helpers.importing.paging import is_capitals

CREDIT = re.compile(r"(?i)\bfrom\s+a\s+(?:painting|drawing)\s*by\b|\bcartoon\s+by\b")
BARE_NAME = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z]{4,}")
MAX_CAPTION_LINES = 8


def _page_ends(lines: list[Line]) -> list[int]:
    """For every line the index just behind the last line of its page."""
    ends = [len(lines)] * len(lines)
    end = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        ends[index] = end
        if lines[index].page_start:
            end = index
    return ends


def _opens_block(line: Line, before: Line | None) -> bool:
    """A line below a wide gap that holds a lone space: a caption, where it is no heading and no text after a head."""
    return line.role == "body" and line.gap in (3, 4) and line.spaced and not (before and before.role == "running_head")


def mark_footnotes(lines: list[Line]) -> None:
    """A ruled gap, then ``*`` or ``†``: footnotes run to the next wide gap or page end."""
    ends = _page_ends(lines)
    for index, line in enumerate(lines):
        if not (line.ruled and re.match(r"[*†]", line.text)):
            continue
        for follower in lines[index : ends[index]]:
            if follower is not line and follower.gap >= 3:
                break
            follower.role = "footnote"


def mark_captions(lines: list[Line]) -> None:
    """Captions by layout: a block below a wide gap, to the end of its page; a page of at most three lines that
    does not continue the text; from the page top to a painter's credit; a portrait's bare name in capitals."""
    ends = _page_ends(lines)
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        block = range(0)
        if _opens_block(line, before) and ends[index] - index <= MAX_CAPTION_LINES:
            block = range(index, ends[index])
        elif line.page_start and line.role == "body" and line.gap == 1 and index:
            block = _caption_at_page_top(lines, index, ends[index])
        for k in block:
            if lines[k].role == "body":
                lines[k].role = "caption"


def _caption_at_page_top(lines: list[Line], index: int, end: int) -> range:
    first = lines[index]
    if BARE_NAME.fullmatch(first.text):
        return range(index, index + 1)
    if first.text[0].islower():
        return range(0)
    for k in range(index, min(index + 4, end)):
        if CREDIT.search(lines[k].text):
            return range(index, k + 1)
    page = lines[index:end]
    ended = re.search(r"[.!?:;,-][”’\"']*\d*$", page[-1].text)
    if len(page) <= 3 and not ended and not any(is_capitals(p.text) for p in page):
        return range(index, end)
    return range(0)


def mark_ranges(lines: list[Line], ranges: list[tuple[int, int, str]]) -> None:
    """Roles that show in the sense alone, from the profile: tables, dialogue over the wire, biographical insets."""
    roles = {}
    for first, last, role in ranges:
        for number in range(first, last + 1):
            roles[number] = role
    for line in lines:
        if line.role == "body" and line.number in roles:
            line.role = roles[line.number]
