"""A reading path: a search, its order and filters, and the lines chosen from it; kept by name and sent as one line of text.

A path holds places and printed pages, never words of a text: whoever gets it replays it on their own copy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from helpers.codings import LESSON
from helpers.journal import Answer
from helpers.reading.searching import Search, search_from

HEAD = "reading-path-1"
"""What the line of text begins with; the number goes up if its form changes."""

MOST_LINES = 500
LONGEST_NAME = 60
_PLACE = re.compile(r"[0-9A-Za-z.]{1,24}:([0-9]{1,6})-([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class ReadingPath:
    """A path by ``name``: the search, and the chosen lines as (place, printed pages), such as ("2.4.17:120-126", "p. 95")."""

    name: str
    search: Search
    chosen: tuple[tuple[str, str], ...] = ()

    @property
    def item(self) -> str:
        """The item under which it is saved."""
        return f"path/{self.name}"

    @property
    def value(self) -> dict[str, Any]:
        """What is saved."""
        return {"search": self.search.plain(), "chosen": [list(line) for line in self.chosen]}


def path_name(typed: str) -> str:
    """A name fit for a path: white space made one space. Raises ValueError for none or one too long.

    >>> path_name("  strikes  in spring ")
    'strikes in spring'
    """
    name = " ".join(typed.split())
    if not name:
        raise ValueError("give the path a name first")
    if not name.isprintable():
        raise ValueError("the name of the path has signs that can't be shown: give it another")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"the name is {len(name)} characters long; it may have {LONGEST_NAME}")
    return name


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or where it is taken the first with a number behind it that is free.

    >>> free_name("strikes", {"strikes", "strikes (2)"}), free_name("bread", {})
    ('strikes (3)', 'bread')
    """
    numbered = (f"{name[: LONGEST_NAME - len(f' ({k})')].rstrip()} ({k})" for k in count(2))
    return name if name not in taken else next(other for other in numbered if other not in taken)


def path_from(name: str, value: object) -> ReadingPath:
    """The path that plain values hold. Raises ValueError, in a sentence, for what is none."""
    if not isinstance(value, Mapping):
        raise ValueError("this holds no reading path")
    chosen = value.get("chosen", [])
    if not isinstance(chosen, (list, tuple)) or len(chosen) > MOST_LINES:
        raise ValueError(f"a path has a list of at most {MOST_LINES} chosen lines")
    return ReadingPath(path_name(name), search_from(value.get("search")), tuple(_line(line) for line in chosen))


def _line(line: object) -> tuple[str, str]:
    if not isinstance(line, (list, tuple)) or len(line) != 2 or not all(isinstance(part, str) for part in line):
        raise ValueError("a chosen line has another form")
    place, pages = line
    found = _PLACE.fullmatch(place)
    if found is None or int(found[1]) >= int(found[2]) or len(pages) > 40 or not pages.isprintable():
        raise ValueError(f"{place[:40]!r} is no place of a line")
    return place, pages


def path_to_text(path: ReadingPath) -> str:
    """The path as one line of text, to be sent to a friend.

    >>> path_to_text(ReadingPath("reds", Search("red", sort=("R1",))))
    'reading-path-1 {"chosen": [], "name": "reds", "search": {"query": "red", "quotation": "", "role": "", "sort": ["R1"], "text": "book", "where": ""}}'
    """
    return f"{HEAD} {json.dumps({'name': path.name} | path.value, ensure_ascii=False, sort_keys=True)}"


def path_from_text(text: str) -> ReadingPath:
    """The path in a line of text; line breaks that a letter put into it do no harm. Raises ValueError that says what is wrong."""
    if len(text) > 100_000:
        raise ValueError("this text is too long for a reading path")
    head, _, body = " ".join(text.split()).partition(" ")
    if not head:
        raise ValueError("paste the line of text that you were sent first")
    if head != HEAD:
        raise ValueError(f"a reading path begins with {HEAD}; this begins with {head[:30]!r}")
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ValueError("a part of this reading path is missing or changed: ask for it again") from error
    if not isinstance(value, dict) or not isinstance(value.get("name"), str):
        raise ValueError("this reading path has no name")
    return path_from(value["name"], value)


def saved_paths(latest: Iterable[Answer]) -> dict[str, ReadingPath]:
    """The paths that stand among the latest answers, by name in alphabetical order; what has another form is left out,
    and so is one taken back (None)."""
    found = {}
    for answer in latest:
        if answer.lesson == LESSON and isinstance(answer.item, str) and answer.item.startswith("path/"):
            try:
                path = path_from(answer.item.removeprefix("path/"), answer.value)
            except ValueError:
                continue
            found[path.name] = path
    return dict(sorted(found.items()))
