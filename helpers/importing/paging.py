"""Printed pages: where they start, which number they bear, and where the count is in doubt."""

from __future__ import annotations

import re

from helpers.importing.lines import Line
from helpers.importing.profiles import Profile, TextlessPage


def is_capitals(text: str) -> bool:
    """True for a line in capital letters, as titles are.

    >>> is_capitals("OCTOBER 25 (NOVEMBER 7)—THE FIRST DAY"), is_capitals("J. V. Stalin")
    (True, False)
    """
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and all(c.isupper() for c in letters)


def mark_running_heads(lines: list[Line], profile: Profile) -> dict[int, int]:
    """Give running heads their role; return index → printed page. They stand after three empty lines."""
    found: dict[int, int] = {}
    for index, line in enumerate(lines):
        if line.gap < 3 and index:
            continue
        for pattern in profile.running_heads:
            match = re.fullmatch(pattern, line.text)
            if match:
                line.role = "running_head"
                found[index] = int(match["page"])
                break
    return found


def mark_page_starts(lines: list[Line], profile: Profile, heads: dict[int, int]) -> None:
    """A page starts at a running head, at a chapter line, at a line with no blank line above (its blank was
    replaced by the page break) and after a gap of eight (a stripped right-hand head). The second line of a title
    in capitals also lacks its blank and starts none."""
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        unbroken = line.gap == 1 and line.indented and not (before and is_capitals(line.text) and is_capitals(before.text))
        line.page_start = (
            before is None
            or index in heads
            or bool(re.fullmatch(profile.chapter, line.text))
            or unbroken
            or (line.gap == 8 and not line.indented)
        )


def _drop_false_heads(lines: list[Line], heads: dict[int, int]) -> dict[int, int]:
    """Heads whose number goes backwards or leaps further than the pages between them allow are misprints."""
    kept: dict[int, int] = {}
    previous: tuple[int, int] | None = None
    starts = [line.page_start for line in lines]
    for index, page in heads.items():
        if previous:
            turned = sum(starts[previous[0] + 1 : index + 1])
            if not turned - 3 <= page - previous[1] <= turned + 12:
                continue
        kept[index] = page
        previous = (index, page)
    return kept


def number_pages(lines: list[Line], profile: Profile, heads: dict[int, int]) -> None:
    """Number every line's page, counting on from the last running head.

    A page without any text (a plate) leaves no trace, so the count between two heads can be one short: then the
    page is the count, and ``doubtful`` says that it may be one later, unless the profile names the page.
    """
    heads = _drop_false_heads(lines, heads)
    textless = {t.page: t for t in profile.textless_pages}
    anchors = sorted(heads.items())
    first_count = sum(line.page_start for line in lines[: anchors[0][0] + 1]) if anchors else 0
    begin_page = profile.first_page or (anchors[0][1] - first_count + 1 if anchors else 1)
    bounds = [(0, begin_page), *anchors]
    for k, (begin, page) in enumerate(bounds):
        end, end_page = bounds[k + 1] if k + 1 < len(bounds) else (len(lines), None)
        _number_stretch(lines[begin:end], page, end_page, textless)


def _number_stretch(lines: list[Line], page: int, next_head: int | None, textless: dict[int, TextlessPage]) -> None:
    turns = sum(line.page_start for line in lines[1:]) + 1
    missing = 0 if next_head is None else next_head - page - turns
    known = [t for t in textless.values() if next_head and page < t.page < next_head][: max(missing, 0)]
    unexplained = missing - len(known)
    skip = {t.page for t in known}
    doubt_from = {t.page: t.doubtful_from for t in known if t.doubtful_from is not None}
    current, first = page, True
    for line in lines:
        if line.page_start and not first:
            current += 1
            while current in skip:
                current += 1
        first = False
        line.page = current
        line.doubtful = (unexplained > 0 and current > page) or any(a <= current < p for p, a in doubt_from.items())
