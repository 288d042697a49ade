"""The teacher's page of a lesson: Markdown with every figure filled in from the data."""

from __future__ import annotations

import re
from pathlib import Path

from helpers.home import CORPUS
from helpers.lessons.evidence import pages_that_hold
from helpers.lessons.plan import read_plan
from helpers.lessons.responding import key_of
from helpers.model import Corpus, CorpusError

_KEY = re.compile(r"\{\{(\d\d)\.([a-z0-9-]+)\}\}")
_PAGES = re.compile(r"\{\{pages:([a-z_]+)\}\}")
MOST_PAGES = 10
"""How many pages of an evidence item a teacher's page names."""


def teaching_page(lesson: str, corpus: Corpus, folder: Path = CORPUS) -> str:
    """The Markdown of ``corpus/teaching/NN.md``; ``{{12.longest-day}}`` becomes what the data give for that item,
    and ``{{pages:night_of}}`` pages on which that evidence holds.

    Raises CorpusError where the page is missing or names an item that has no key.
    """
    path = folder / "teaching" / f"{lesson}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} can't be read") from error

    def filled(match: re.Match[str]) -> str:
        item = read_plan(match[1], folder).item(match[2])
        key = key_of(item, corpus)
        if key is None:
            raise CorpusError(f"{path.name}: item {match[2]!r} of lesson {match[1]} has no key")
        return item.text_of(key)

    def listed(match: re.Match[str]) -> str:
        pages = pages_that_hold(match[1], corpus)
        return f"pp. {', '.join(map(str, pages[:MOST_PAGES]))}" + (" and others" if len(pages) > MOST_PAGES else "")

    return _PAGES.sub(listed, _KEY.sub(filled, text))
