"""A class without its names: pseudonyms that don't follow the alphabet, and names taken out of what was written."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from helpers.classroom.readers import Classroom, PassedOver, Student
from helpers.exporting import shortened
from helpers.journal import Answer, encode_line

LONGEST = 40_000
"""Characters of an answer in which names are looked for; what is longer is cut, and says so."""


def pseudonyms(students: Sequence[Student]) -> dict[str, str]:
    """Name → "Reader 1", "Reader 2", …: by the counter of the first answer, and where these are alike by a checksum of
    that answer and its journal, never by name. The same until another reader joins."""
    ranked = sorted(students, key=_first)
    return {student.name: f"Reader {k}" for k, student in enumerate(ranked, 1)}


def _first(student: Student) -> tuple[int, str, str]:
    if not student.answers:
        return (2**63, hashlib.sha256(student.name.encode()).hexdigest(), "")
    first = student.answers[0]
    journal = re.sub(r"^.*(?=\d+-[0-9a-f]{12})", "", first.source).encode()
    return (first.counter, hashlib.sha256(journal + encode_line(first)).hexdigest(), student.name)


def hide_names(classroom: Classroom) -> Classroom:
    """The same class under pseudonyms, in their order. Names, and parts of names of three letters and more, are replaced
    wherever a reader wrote them in an answer, spelled as the folder is or with a capital; nicknames and other spellings
    are not known and stay, so read a page before you show it."""
    named = pseudonyms(classroom.students)
    hide = _hider(named)
    students = [
        Student(named[s.name], tuple(_hidden_answer(a, hide, named[s.name]) for a in s.answers), s.drafts) for s in classroom.students
    ]
    passed = [PassedOver(p.what, named.get(p.reader, ""), (), tuple(sorted(named[n] for n in p.beside))) for p in classroom.passed_over]
    in_order = (sorted(students, key=lambda s: _number(s.name)), sorted(passed, key=lambda p: _number(p.reader)))
    return replace(classroom, students=tuple(in_order[0]), passed_over=tuple(in_order[1]), hidden=True)


def _number(pseudonym: str) -> int:
    return int(pseudonym.removeprefix("Reader ") or 0)


def _hidden_answer(answer: Answer, hide: Callable[[str], str], name: str) -> Answer:
    return replace(answer, value=_hidden_value(answer.value, hide), source=name)


def _hidden_value(value: Any, hide: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return hide(shortened(value, LONGEST))
    if isinstance(value, list):
        return [_hidden_value(v, hide) for v in value]
    if isinstance(value, dict):
        return {k: _hidden_value(v, hide) for k, v in value.items()}
    return value


def _hider(named: dict[str, str]) -> Callable[[str], str]:
    """A function that replaces names in a text by pseudonyms, whole names before their parts."""
    patterns: list[str] = []
    meant: dict[str, str] = {}
    times = Counter(part for name in named for part in {p.lower() for p in _parts(name)})
    for name, pseudonym in named.items():
        parts = _parts(name)
        if len(parts) > 1:
            patterns.append(_bounded(r"[\W_]{0,3}".join(f"(?i:{re.escape(part)})" for part in parts), name))
            meant[" ".join(parts).lower()] = pseudonym
        for part in parts if len(parts) == 1 else [p for p in parts if _telling(p, times[p.lower()], len(named))]:
            patterns += [_bounded(re.escape(spelling), part) for spelling in sorted(_spellings(part))]
            meant[part.lower()] = pseudonym if times[part.lower()] == 1 else "a reader"
    if not patterns:
        return lambda text: text
    pattern = re.compile("|".join(sorted(patterns, key=lambda p: -len(p))))
    looked_for = {part for name in meant for part in name.split()}

    def hide(text: str) -> str:
        low = text.lower()
        if not any(part in low for part in looked_for):
            return text
        return pattern.sub(lambda match: meant[" ".join(_parts(match[0])).lower()], text)

    return hide


def _parts(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name)


def _telling(part: str, n: int, n_readers: int) -> bool:
    """Whether a part of a name tells who it is: not a letter or two, not what stands in every name, as a course's mark does."""
    return len(part) >= (5 if part.isdigit() else 3) and (n_readers == 1 or n < n_readers)


def _bounded(pattern: str, name: str) -> str:
    """A pattern that must be a whole word, where the script has capitals; any place where it has none."""
    return pattern if name.upper() == name.lower() and not name.isdigit() else rf"(?<![^\W_]){pattern}(?![^\W_])"


def _spellings(part: str) -> set[str]:
    """How a part of a name is written in a sentence; in small letters, where the folder's name isn't, it may be another
    word ("will", "mark")."""
    return {part, part.capitalize(), part.title(), part.upper()}
