"""The reading guide: Markdown files in reading order → a text edition, with every count filled in from the measures."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from helpers.building import ParagraphDraft, SectionDraft, build_edition
from helpers.model import Coded, CorpusError, TextEdition
from helpers.words import fold

HEADINGS = ("Gist", "What the section tells", "How it tells it", "What it leaves out or contradicts", "Ask of it")
KEYS = ("id", "title", "printed_title", "pages", "page_doubtful", "people", "places", "organisations", "dates")
REFERENCE = {
    "type": "document",
    "title": "Reading October: a guide to The History of the Civil War in the U.S.S.R., volume II",
    "key": "readingoctober",
}

_PAGE = re.compile(r"\s*\[pp?\. (?P<first>\d+)(?:[–-](?P<last>\d+))?(?: or (?P<or>\d+|one later))?\]")
_SOURCE = re.compile(r"\s*\[source: (?P<id>[a-z0-9-]+)\]")
_COUNT = re.compile(r"\{\{n: (?P<words>[^}@]+?)(?: @(?P<where>[^}]+?))?\}\}")


@dataclass(frozen=True, slots=True)
class GuideSection:
    """One file of the guide: its front matter and its five parts as Markdown, in the order of HEADINGS."""

    meta: Mapping[str, Any]
    parts: Mapping[str, str]

    @property
    def id(self) -> str:
        """Section id, as in the book: "2.4", "2.end", "A"."""
        return str(self.meta["id"])


def parse_guide_section(text: str, name: str = "the file") -> GuideSection:
    """The parts of one guide file. Raises CorpusError with ``name`` where the form is not kept."""
    match = re.match(r"---\n(?P<front>.*?)\n---\n(?P<rest>.*)", text, re.DOTALL)
    if not match:
        raise CorpusError(f"{name}: there is no front matter between two lines of three hyphens")
    meta: dict[str, Any] = {}
    for line in match["front"].split("\n"):
        key, _, value = line.partition(":")
        try:
            meta[key.strip()] = json.loads(value)
        except ValueError as error:
            raise CorpusError(f"{name}: the value of {key.strip()!r} is not JSON") from error
    if tuple(meta) != KEYS:
        raise CorpusError(f"{name}: the front matter has {', '.join(meta)}, not {', '.join(KEYS)}")
    parts = {m[1]: m[2].strip() for m in re.finditer(r"^## (.+?)\n+(.*?)(?=^## |\Z)", match["rest"], re.MULTILINE | re.DOTALL)}
    if tuple(parts) != HEADINGS:
        raise CorpusError(f"{name}: the parts are {', '.join(parts)}, not {', '.join(HEADINGS)}")
    return GuideSection(meta, parts)


def order_key(section_id: str) -> tuple[int, int]:
    """Reading order of section ids: "2.end" closes chapter 2, "A" closes the book.

    >>> sorted(["A", "2.end", "10.1", "2.10", "2.9"], key=order_key)
    ['2.9', '2.10', '2.end', '10.1', 'A']
    """
    if section_id == "A":
        return (10**6, 0)
    chapter, _, number = section_id.partition(".")
    return (int(chapter), int(number) if number.isdigit() else 10**6)


def read_guide(folder: Path) -> list[GuideSection]:
    """All sections in ``folder``, in reading order. Raises CorpusError for a file that can't be read."""
    sections = []
    for path in sorted(folder.glob("*.md")):
        try:
            sections.append(parse_guide_section(path.read_text(encoding="utf-8"), path.name))
        except (OSError, UnicodeDecodeError) as error:
            raise CorpusError(f"{path} can't be read: {error}") from error
    return sorted(sections, key=lambda s: order_key(s.id))


Counter = Callable[[Sequence[str], str], int]
"""(folded words, "book" or a section id) → how often they stand there together."""


def counter_from_measures(columns: Coded) -> Counter:
    """A counter that reads the measure ``leaf_tokens`` as ``DataPackage.coded`` gives it; 0 for a word that it lacks.

    >>> leaves, tokens, counts = ["2.4@95", "2.5@99"], ["kem", "velsk"], [3, 1]
    >>> columns = {"leaf": (np.array([0, 0, 1]), leaves), "token": (np.array([0, 1, 0]), tokens), "count": (np.array([0, 1, 1]), counts)}
    >>> count = counter_from_measures(columns)
    >>> count(["kem"], "book"), count(["kem", "velsk"], "2.4"), count(["onega"], "book")
    (4, 4, 0)
    """
    (leaf, leaves), (token, tokens), (code, values) = (columns[name] for name in ("leaf", "token", "count"))
    home = np.array([name.split("@")[0] for name in leaves])[leaf]
    counts, places = np.array(values)[code], {word: k for k, word in enumerate(tokens)}

    def one(word: str, where: str) -> int:
        found = np.flatnonzero(token == places.get(word, -1))
        return int(counts[found if where == "book" else found[home[found] == where]].sum())

    return lambda words, where: sum(one(word, where) for word in words)


def fill_counts(text: str, section_id: str, count: Counter) -> str:
    """``text`` with ``{{n: word|word}}`` (this section), ``@book`` and ``@4.5`` replaced by what the measures count.

    >>> fill_counts("named {{n: lenin|ilyich}} times, {{n: lenin @book}} in all", "2.4", lambda words, where: len(words))
    'named 2 times, 1 in all'
    """

    def number(match: re.Match[str]) -> str:
        words = [fold(word.strip()) for word in match["words"].split("|")]
        return f"{count(words, match['where'] or section_id):,}"

    return _COUNT.sub(number, text)


def _paragraph(markdown: str, role: str) -> ParagraphDraft:
    """One paragraph as plain text; page marks become page turns (each mark closes what stands before it), source
    marks become notes."""
    text = ""
    turns: list[tuple[int, int, bool]] = []
    notes: list[tuple[int, str]] = []
    begin, at = 0, 0
    for mark in re.finditer(f"{_PAGE.pattern}|{_SOURCE.pattern}", markdown):
        text += _plain(markdown[at : mark.start()])
        at = mark.end()
        if mark["id"]:
            notes.append((len(text), f"source:{mark['id']}"))
            continue
        doubtful = mark["or"] is not None
        turns.append((begin, int(mark["first"]), doubtful))
        if mark["last"] and len(text) > begin + 1:
            turns.append((len(text) - 1, int(mark["last"]), doubtful))
        begin = len(text)
    text = re.sub(r" +", " ", text + _plain(markdown[at:]))
    return ParagraphDraft(role, text.strip(), turns, notes)


def _plain(markdown: str) -> str:
    return re.sub(r"(?<!\w)[*_]{1,2}|[*_]{1,2}(?!\w)", "", markdown).replace("\n", " ")


def section_draft(section: GuideSection, count: Counter) -> SectionDraft:
    """A guide section as a section of an edition: headings, paragraphs and list items in order."""
    paragraphs: list[ParagraphDraft] = [ParagraphDraft("heading", section.meta["title"])]
    for heading, body in section.parts.items():
        paragraphs.append(ParagraphDraft("heading", heading))
        filled = fill_counts(body, section.id, count)
        for block in re.split(r"\n\s*\n|\n(?=- |\d+\. )", filled):
            item = re.match(r"(?:- |\d+\. )", block)
            paragraphs.append(_paragraph(block[item.end() :] if item else block, "list" if item else "body"))
    chapter, number = order_key(section.id)
    kind = "appendix" if section.id == "A" else "division" if section.id.endswith(".end") else "section"
    return SectionDraft(
        section.id, kind, 0 if kind == "appendix" else chapter, number if kind == "section" else 0, section.meta["title"], paragraphs
    )


def build_guide(sections: Sequence[GuideSection], count: Counter) -> TextEdition:
    """The guide as an edition like any other: searchable, citable, with the book's printed pages."""
    return build_edition("guide", REFERENCE["title"], REFERENCE, [section_draft(s, count) for s in sections])
