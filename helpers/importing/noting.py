"""Note numbers glued to words and quotation marks: taken out of the text and kept with their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.importing.lines import Line

_GLUED = re.compile(r"(?P<before>[”’\"'“!?.,;:)\]…]|(?<=[a-z])(?=\d{1,3}†))(?P<number>\d{1,3})(?P<dagger>†?)(?=$|[\s;:,.)\]—–-](?!\d))")
_DAGGER = re.compile(r"(?<=\w)[*†]|(?<=[,.;:])[*†](?=\s|$)")


@dataclass(slots=True)
class Candidate:
    """Digits that may be a note number: where they stand and how strongly they look like one."""

    line: Line
    start: int
    end: int
    number: int
    strong: bool


def _candidates(line: Line) -> list[Candidate]:
    found = []
    for match in _GLUED.finditer(line.text):
        start = match.start("number")
        before = line.text[:start]
        if re.search(r"\d[.,:]$", before) and not re.search(r"[A-Z][a-z]+ \d{1,2}\.$|\b1[89]\d\d\.$", before):
            continue
        strong = bool(re.search(r"[”\"’'][.,;:!?]?$|[.,]['’\"]$", before))
        found.append(Candidate(line, start, match.end(), int(match["number"]), strong))
    return found


def _longest_run(candidates: list[Candidate]) -> set[int]:
    """Indices of the strictly rising numbering that explains most candidates (strong ones count double)."""
    best: list[tuple[float, int]] = []
    for i, c in enumerate(candidates):
        weight = 2.0 if c.strong else 1.0
        options = [(0.0 - 0.01 * c.number, -1)]
        for j in range(max(0, i - 60), i):
            gap = c.number - candidates[j].number
            if 0 < gap <= 12:
                options.append((best[j][0] - 0.2 * (gap - 1), j))
        score, previous = max(options)
        best.append((score + weight, previous))
    kept: set[int] = set()
    if best:
        at = max(range(len(best)), key=lambda i: best[i][0])
        while at >= 0:
            kept.add(at)
            at = best[at][1]
    return kept


def number_notes(lines: list[Line]) -> tuple[int, list[str]]:
    """Take the note numbers of one chapter out of its lines, in order of the text; they rise from 1 without repetition.

    Marks are kept on the line as (offset in the cleaned text, number). A strongly glued number that breaks the
    sequence between two that fit is a misprint: it gets the number due. Returns how many were found and what is
    odd: numbers missing or misprinted.
    """
    candidates = [c for line in lines for c in _candidates(line)]
    kept = _longest_run(candidates)
    odd: list[str] = []
    numbered: list[tuple[Candidate, int]] = []
    last = 0
    order = sorted(kept)
    for i, c in enumerate(candidates):
        if i in kept:
            odd += [f"note {n} is missing before line {c.line.number}" for n in range(last + 1, c.number)]
            last = c.number
            numbered.append((c, c.number))
        elif c.strong:
            following = next((candidates[j].number for j in order if j > i), None)
            if following is None or last + 1 < following:
                last += 1
                odd.append(f"line {c.line.number} prints note {c.number} for {last}")
                numbered.append((c, last))
    _strip(numbered)
    for line in lines:
        _strip_daggers(line)
    return len(numbered), odd


def _strip(numbered: list[tuple[Candidate, int]]) -> None:
    by_line: dict[int, list[tuple[Candidate, int]]] = {}
    for c, number in numbered:
        by_line.setdefault(c.line.number, []).append((c, number))
    for found in by_line.values():
        line = found[0][0].line
        text, cut = line.text, 0
        for c, number in found:
            line.marks.append((c.start - cut, str(number)))
            text = text[: c.start - cut] + text[c.end - cut :]
            cut += c.end - c.start
        line.text = text


def _strip_daggers(line: Line) -> None:
    while True:
        match = _DAGGER.search(line.text)
        if not match:
            return
        line.marks.append((match.start(), match[0]))
        line.text = line.text[: match.start()] + line.text[match.end() :]
