"""Chapters, sections, untitled divisions and the appendix: which unit every line belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.importing.lines import Line
from helpers.importing.paging import is_capitals
from helpers.importing.profiles import Profile

NUMBER_WORDS = {
    w: n for n, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1)
}
MAX_TITLE_LINES = 5


@dataclass(slots=True)
class Unit:
    """A section, division or appendix found in the lines: ``guessed`` where its number or title had to be."""

    id: str
    kind: str
    chapter: int
    number: int
    title: str
    chapter_title: str = ""
    guessed: str = ""


def chapter_number(text: str) -> int:
    """The number that a chapter line names in words, Roman or Arabic figures; 0 if it can't be read.

    >>> chapter_number("Nine"), chapter_number("XIV"), chapter_number("7")
    (9, 14, 7)
    """
    if text.isdigit():
        return int(text)
    if text.lower() in NUMBER_WORDS:
        return NUMBER_WORDS[text.lower()]
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}.get(c, 0) for c in text.lower()]
    if not all(values):
        return 0
    return sum(-v if v < max(values[k + 1 :], default=0) else v for k, v in enumerate(values))


def _title_lines(lines: list[Line], begin: int) -> int:
    """How many lines from ``begin`` on are one title in capitals."""
    n = 0
    while begin + n < len(lines) and n < MAX_TITLE_LINES:
        line = lines[begin + n]
        if not is_capitals(line.text) or line.role != "body" or (n and line.gap != 2):
            break
        n += 1
    return n


def _join_title(parts: list[str]) -> str:
    title = ""
    for part in parts:
        part = part.replace("—-", "—")
        title += part if not title or title.endswith("-") or part.startswith("—") else f" {part}"
    return title


def _numeral(line: Line) -> int:
    if line.gap < 3 and not line.page_start:
        return 0
    if line.text in ("I", "l"):
        return 1
    return int(line.text) if re.fullmatch(r"\d{1,2}", line.text) else 0


def _heading(lines: list[Line], begin: int, count: int) -> str:
    """Give ``count`` lines the heading role and return them as one title."""
    for line in lines[begin : begin + count]:
        line.role = "heading"
    return _join_title([line.text for line in lines[begin : begin + count]])


def _bare_title_lines(lines: list[Line], index: int) -> int:
    """Lines of a title that lost its numeral: capitals of some length at the top of a page."""
    line = lines[index]
    long_enough = sum(c.isalpha() for c in line.text) >= 12
    return _title_lines(lines, index) if line.indented and line.gap == 1 and long_enough else 0


def _is_break(line: Line) -> bool:
    """Asterisks, or the wide gap that stands before headings."""
    return bool(re.fullmatch(r"(\* ?){3,}", line.text)) or (line.gap == 5 and line.spaced)


def _section_follows(lines: list[Line], index: int, profile: Profile) -> bool:
    """Whether another numbered section opens after ``index`` in the same chapter."""
    for k in range(index + 1, len(lines)):
        if re.fullmatch(profile.chapter, lines[k].text) or lines[k].text == profile.appendix:
            return False
        if _numeral(lines[k]) and _title_lines(lines, k + 1):
            return True
    return False


def _openings(lines: list[Line], profile: Profile) -> list[tuple[int, Unit]]:
    """Where each unit opens: index of its first line (the chapter line for a chapter's first) and the unit."""
    found: list[tuple[int, Unit]] = []
    chapter, chapter_title, waiting, last = 0, "", -1, 0
    index = 0
    while index < len(lines):
        line, step = lines[index], 1
        unit: Unit | None = None
        match = re.fullmatch(profile.chapter, line.text)
        if line.role != "body":
            pass
        elif match:
            step = 1 + _title_lines(lines, index + 1)
            chapter, last = chapter_number(match["number"]) or chapter + 1, 0
            _heading(lines, index, 1)
            chapter_title = _heading(lines, index + 1, step - 1)
            waiting = index
        elif line.text == profile.appendix:
            unit = Unit("A", "appendix", 0, 0, _heading(lines, index, 1))
            chapter = 0
        elif chapter and _numeral(line) and _title_lines(lines, index + 1):
            step = 1 + _title_lines(lines, index + 1)
            _heading(lines, index, 1)
            last = _numeral(line)
            guessed = "" if line.text.isdigit() else "numeral misread"
            title = _heading(lines, index + 1, step - 1)
            unit = Unit(f"{chapter}.{last}", "section", chapter, last, title, chapter_title, guessed)
        elif chapter and _bare_title_lines(lines, index):
            step = _bare_title_lines(lines, index)
            last += 1
            title = _heading(lines, index, step)
            unit = Unit(f"{chapter}.{last}", "section", chapter, last, title, chapter_title, "numeral lost")
        elif chapter and _is_break(line):
            if line.text.startswith("*"):
                line.role = "heading"
            lines[min(index + (line.role == "heading"), len(lines) - 1)].starts = True
            if not _section_follows(lines, index, profile):
                unit = Unit(f"{chapter}.end", "division", chapter, 0, "", chapter_title)
        if unit:
            found.append((waiting if waiting >= 0 else index, unit))
            waiting = -1
        index += step
    return found


def map_numbered_sections(lines: list[Line], profile: Profile) -> list[Unit]:
    """Units of an edition whose sections open with a numeral and a title in capitals.

    A lost numeral is counted on, a capital I read as 1, a number with a full stop ("25.") is text. A closing
    part after asterisks or a gap of five belongs to the chapter ("2.end") when no section follows in it. A unit
    found twice (doubled text) keeps both parts under one id.
    """
    openings = _openings(lines, profile)
    if not openings or openings[0][0] > 0:
        openings.insert(0, (0, Unit("0.0", "section", 0, 0, "", guessed="before the first heading")))
    units: dict[str, Unit] = {}
    bounds = [begin for begin, _ in openings] + [len(lines)]
    for k, (begin, unit) in enumerate(openings):
        units.setdefault(unit.id, unit)
        place = list(units).index(unit.id)
        for line in lines[begin : bounds[k + 1]]:
            line.unit = place
    return list(units.values())


def _plain_heading(lines: list[Line], index: int) -> bool:
    line = lines[index]
    after = lines[index + 1].gap if index + 1 < len(lines) else 9
    short = len(line.text) <= 70 and not re.search(r"[.,;:?!]$", line.text)
    return short and line.gap >= 3 and after >= 2 and (is_capitals(line.text) or bool(re.match(r"[A-Z0-9]", line.text)))


def map_plain_sections(lines: list[Line], profile: Profile) -> list[Unit]:
    """Units of a text with paragraphs: chapter lines where there are any, else guessed headings, and said so.

    Every chapter is one section; parts before the first chapter that the profile names come as sections 0.1 on.
    """
    units: list[Unit] = []
    chapters = any(re.fullmatch(profile.chapter, line.text) for line in lines)
    chapter = 0
    index = 0
    front = 0
    while index < len(lines):
        line = lines[index]
        match = re.fullmatch(profile.chapter, line.text) if line.gap >= 2 or index == 0 else None
        appendix = re.fullmatch(profile.appendix, line.text) if profile.appendix else None
        unit: Unit | None = None
        if appendix:
            number = chapter_number(appendix["number"])
            unit = Unit(f"A.{number}", "appendix", 0, number, line.text)
        elif match:
            chapter = chapter_number(match["number"]) or chapter + 1
            title = match.groupdict().get("title") or ""
            following = lines[index + 1] if index + 1 < len(lines) else None
            if not title and following and len(following.text) < 70 and lines[min(index + 2, len(lines) - 1)].gap >= 2:
                title = following.text
                following.role = "heading"
            unit = Unit(f"{chapter}.1", "section", chapter, 1, title)
        elif line.text in profile.front_matter and line.gap >= 3:
            front += 1
            unit = Unit(f"0.{front}", "section", 0, front, line.text)
        elif not chapters and line.gap >= 3 and _plain_heading(lines, index):
            chapter += 1
            unit = Unit(f"{chapter}.1", "section", chapter, 1, line.text, guessed="heading guessed")
        if unit and unit.id not in {u.id for u in units}:
            line.role = "heading"
            units.append(unit)
        if not units:
            units.append(Unit("0.0", "section", 0, 0, "", guessed="before the first heading"))
        line.unit = len(units) - 1
        index += 1
    return units
