"""A class as plain values: its readers with what they gave, and what is to be known about the reading of their journals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from helpers.journal import Answer


@dataclass(frozen=True)
class Student:
    """One reader: ``answers`` are all that were given, from the first to the last; ``drafts`` names (lesson, item) of what
    was typed and, it may be, never given."""

    name: str
    answers: tuple[Answer, ...]
    drafts: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def by_item(self) -> dict[tuple[str, str], list[Answer]]:
        """Every answer given by (lesson, item), from the first to the latest."""
        found: dict[tuple[str, str], list[Answer]] = {}
        for answer in self.answers:
            found.setdefault((answer.lesson, answer.item), []).append(answer)
        return found

    @property
    def n_begun(self) -> int:
        """How many items were begun and never given: there is a draft and no answer."""
        return len(self.drafts - set(self.by_item))

    @cached_property
    def latest(self) -> dict[tuple[str, str], Answer]:
        """The latest answer by (lesson, item)."""
        return {key: answers[-1] for key, answers in self.by_item.items()}


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something to know of what was read: what, whose (``reader``), which files (``names``), and which other readers it
    concerns (``beside``), where that is known."""

    what: str
    reader: str = ""
    names: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Classroom:
    """A class: its readers by name, what was passed over, and whether names are hidden."""

    students: tuple[Student, ...]
    passed_over: tuple[PassedOver, ...] = ()
    hidden: bool = False
    simulated: bool = False

    def notices(self) -> list[str]:
        """What was passed over, a sentence each; file names are left out where names are hidden."""
        return [_in_words(passed, named=not self.hidden) for passed in self.passed_over]


def _in_words(passed: PassedOver, *, named: bool) -> str:
    listed = ", ".join((*passed.beside, *(passed.names[:6] if named else ()))) + (" …" if named and len(passed.names) > 6 else "")
    return f"{passed.reader + ': ' if passed.reader else ''}{passed.what}{' (' + listed + ')' if listed else ''}."
