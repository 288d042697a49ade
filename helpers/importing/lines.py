"""Text lines with the layout that the blank lines between them carry."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(slots=True)
class Line:
    """One text line of the source.

    ``number`` counts physical lines from 1, blank ones too; ``gap`` is the distance to the text line before
    (1 = no blank line between); ``spaced`` tells that a blank line of that gap holds a space, ``ruled`` that it
    holds a long run of spaces (where the printed page had a rule). The other fields are filled in by the steps.
    """

    number: int
    text: str
    gap: int
    indented: bool
    spaced: bool = False
    ruled: bool = False
    page: int = 0
    doubtful: bool = False
    page_start: bool = False
    role: str = "body"
    unit: int = -1
    starts: bool = False
    hyphen: str = ""
    width: float = 0.0
    marks: list[tuple[int, str]] = field(default_factory=list)


def split_lines(text: str) -> list[Line]:
    """The text lines of ``text`` in order; blank lines live on as gaps. A form feed counts as a missing blank line.

    >>> [(line.number, line.gap, line.text) for line in split_lines("one\\n\\n two\\nthree")]
    [(1, 1, 'one'), (3, 2, 'two'), (4, 1, 'three')]
    """
    lines: list[Line] = []
    last, blanks = 0, []
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            blanks.append(raw)
            continue
        lines.append(
            Line(
                number=number,
                text=re.sub(r"\s+", " ", raw).strip(),
                gap=number - last,
                indented=raw[0] in " \t\f",
                spaced=any(blank == " " for blank in blanks),
                ruled=any(len(blank) >= 12 for blank in blanks),
            )
        )
        last, blanks = number, []
    return lines


def is_spaced_layout(lines: list[Line]) -> bool:
    """True where a blank line follows nearly every printed line, so that blanks tell nothing of paragraphs.

    >>> is_spaced_layout(split_lines("a b\\n\\nc d\\n\\ne f\\n\\ng h"))
    True
    """
    gaps = [line.gap for line in lines[1:]]
    return len(gaps) >= 3 and sum(gap == 2 for gap in gaps) >= 0.8 * len(gaps)
