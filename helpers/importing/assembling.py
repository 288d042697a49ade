"""Lines with their roles → sections of paragraphs, with pages and note numbers at their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helpers.building import ParagraphDraft, SectionDraft
from helpers.dates import MONTHS, to_new_style
from helpers.importing.headings import Unit
from helpers.importing.lines import Line
from helpers.importing.paragraphs import MEASURE, QUOTE_INDENT, is_item, opens_with_quote
from helpers.importing.profiles import Profile

RUNNING = frozenset({"body", "quotation", "dialogue", "list", "table", "inset", "entry"})
"""Roles that make up the running text; everything else interrupts it."""


def join_lines(lines: Sequence[Line], role: str) -> ParagraphDraft:
    """One paragraph of these lines: soft hyphens closed, pages and note numbers kept at their offsets."""
    text = ""
    turns: list[tuple[int, int, bool]] = []
    notes: list[tuple[int, str]] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None:
            if previous.hyphen == "soft" or (role == "caption" and re.search(r"[a-z]-$", text) and line.text[0].islower()):
                text = text[:-1]
            elif not text.endswith(("-", "—")):
                text += " "
        if line.page and (not turns or (turns[-1][1], turns[-1][2]) != (line.page, line.doubtful)):
            turns.append((len(text), line.page, line.doubtful))
        notes += [(len(text) + offset, mark) for offset, mark in line.marks]
        text += line.text
        previous = line
    return ParagraphDraft(role, text, turns, notes, (lines[0].number, lines[-1].number))


def _groups(lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Paragraphs as groups of lines, in order of their first line; interruptions come behind what they cut."""
    running: list[Line] = []
    waiting: list[tuple[str, list[Line]]] = []
    for line in lines:
        if line.role in RUNNING:
            if running and (line.starts or line.role != running[0].role):
                yield running[0].role, running
                yield from waiting
                running, waiting = [], []
            running.append(line)
            continue
        fresh = not waiting or waiting[-1][0] != line.role or waiting[-1][1][-1].page != line.page or line.role == "running_head"
        if fresh or (line.role == "footnote" and line.text[0] in "*†"):
            waiting.append((line.role, [line]))
        else:
            waiting[-1][1].append(line)
        if not running:
            yield from _flush_headings(waiting)
    if running:
        yield running[0].role, running
    yield from waiting


def _flush_headings(waiting: list[tuple[str, list[Line]]]) -> Iterator[tuple[str, list[Line]]]:
    """Nothing is running yet: all groups but the last, which may grow, can go."""
    while len(waiting) > 1:
        yield waiting.pop(0)


def quoted_share(text: str) -> float:
    """Share of the letters of ``text`` that stand between double quotation marks; an open mark holds to the end.

    >>> quoted_share("“All is well,” he said.")
    0.6
    """
    inside = total = depth = 0
    for char in text:
        if char == "“":
            depth = 1
        elif char == "”":
            depth = 0
        elif char.isalpha():
            total += 1
            inside += depth
    return inside / total if total else 0.0


def _is_set_off(group: Sequence[Line], text: str, before: ParagraphDraft | None, continued: bool) -> bool:
    """A paragraph that opens with a quotation mark and stands apart: within a quotation of several paragraphs,
    (nearly) all of it quoted, or at least half of it where a colon or a narrower measure sets it off too."""
    if not opens_with_quote(text):
        return False
    widest = max(line.width for line in group)
    narrow = len(group) >= 3 and widest <= MEASURE + 0.7 - QUOTE_INDENT
    after_colon = before is not None and before.text.rstrip().endswith(":")
    return continued or quoted_share(text) >= (0.4 if narrow or after_colon else 0.7)


def _left_open(text: str) -> bool:
    """Whether a quotation that opens this paragraph is still open at its end."""
    return text.count("“") > text.count("”")


def assemble_units(lines: Sequence[Line], units: Sequence[Unit], profile: Profile) -> list[SectionDraft]:
    """The sections in order of first appearance; a unit without any running text is kept, so nothing is lost."""
    members: list[list[Line]] = [[] for _ in units]
    for line in lines:
        members[line.unit].append(line)
    drafts = []
    for unit, own in zip(units, members, strict=True):
        if unit.kind == "appendix" and profile.dated_entry:
            paragraphs = list(_dated_entries(own, profile.dated_entry))
        else:
            paragraphs = list(_paragraphs(own))
        drafts.append(SectionDraft(unit.id, unit.kind, unit.chapter, unit.number, unit.title, paragraphs, unit.chapter_title, unit.guessed))
    return drafts


def _paragraphs(lines: Sequence[Line]) -> Iterator[ParagraphDraft]:
    groups = list(_groups(lines))
    drafts = [join_lines(group, role) for role, group in groups]
    items = [draft.role == "body" and is_item(draft.text) for draft in drafts]
    before: ParagraphDraft | None = None
    inside_quotation = False
    for k, (draft, (role, group)) in enumerate(zip(drafts, groups, strict=True)):
        if role == "body":
            if _is_set_off(group, draft.text, before, inside_quotation):
                draft.role = "quotation"
            elif items[k] and any(items[max(k - 1, 0) : k] + items[k + 1 : k + 2]):
                draft.role = "list"
            inside_quotation = (draft.role == "quotation" and _left_open(draft.text)) or (inside_quotation and draft.role == "list")
            before = draft
        elif role in RUNNING:
            before, inside_quotation = draft, False
    return iter(drafts)


def entry_dates(match: re.Match[str], year: int = 1917) -> dict[str, str]:
    """Both calendars of a date line such as ``October 25-27`` or ``September 24-October 1``.

    >>> entry_dates(re.fullmatch(r"(?P<month>\\w+) (?P<day>\\d+)(?:-(?P<month_to>\\w+ )?(?P<day_to>\\d+))?", "October 25-27"))["ns_end"]
    '1917-11-09'
    """
    month, day = match["month"], int(match["day"])
    month_to = (match["month_to"] or month).strip()
    day_to = int(match["day_to"]) if match["day_to"] else day
    start = f"{year}-{MONTHS.index(month) + 1:02d}-{day:02d}"
    end = f"{year}-{MONTHS.index(month_to) + 1:02d}-{day_to:02d}"
    return {"as_written": match[0], "os_start": start, "os_end": end, "ns_start": to_new_style(start), "ns_end": to_new_style(end)}


def _date_line(text: str, pattern: str) -> dict[str, str] | None:
    """The dates of a date line; None for any other line, and for a day that no calendar has."""
    match = re.fullmatch(pattern, text)
    try:
        return entry_dates(match) if match else None
    except ValueError:
        return None


def _dated_entries(lines: Sequence[Line], pattern: str) -> Iterator[ParagraphDraft]:
    """A chronology: date lines are headings, and so is what stands before the first of them; each entry under a
    date line is a paragraph with its dates in both calendars."""
    dates: dict[str, str] | None = None
    entry: list[Line] = []
    for line in lines:
        found = _date_line(line.text, pattern)
        if entry and (found or line.starts):
            yield _entry(entry, dates)
            entry = []
        if found or dates is None or line.role not in RUNNING:
            yield join_lines([line], line.role if line.role not in RUNNING else "heading")
            dates = found or dates
        else:
            entry.append(line)
    if entry:
        yield _entry(entry, dates)


def _entry(lines: Sequence[Line], dates: dict[str, str] | None) -> ParagraphDraft:
    draft = join_lines(lines, "entry")
    draft.entry = dict(dates) if dates else None
    return draft
