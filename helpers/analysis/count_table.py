"""Words by leaf: the one table of counts under frequency, keyness, dispersion and richness, and its sums by larger units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from helpers.analysis.queries import expand, parse
from helpers.model import CorpusError, PageSpan

GRAINS = ("book", "chapter", "section", "leaf")


@dataclass(frozen=True, eq=False)
class Units:
    """The book, its chapters, sections or leaves, in reading order.

    ``columns`` name each unit (section, chapter, printed pages); ``of_leaf`` is the unit of every leaf; ``words`` the
    counted words of each unit.
    """

    by: str
    columns: Mapping[str, Sequence[Any]]
    of_leaf: np.ndarray
    words: np.ndarray

    def sums(self, per_leaf: np.ndarray) -> np.ndarray:
        """A count by leaf summed up by unit."""
        return np.bincount(self.of_leaf, per_leaf, minlength=len(self.words)).astype(np.int64)


class CountRows(NamedTuple):
    """Rows of a count table: word (a position), unit (a position), how often, in how many leaves of the unit."""

    token: np.ndarray
    unit: np.ndarray
    n: np.ndarray
    n_leaves: np.ndarray


class Spread(NamedTuple):
    """For each word how often it stands in a part of the text, in how many of its leaves and sections; words of the part."""

    n: np.ndarray
    n_leaves: np.ndarray
    n_sections: np.ndarray
    n_words: int


@dataclass(frozen=True, eq=False, repr=False)
class Counts:
    """Words by leaf. ``token``, ``leaf`` and ``count`` are one row for each word that a leaf has, sorted by word, then leaf:
    positions in ``tokens`` (folded, in alphabetical order) and in ``leaves`` (in reading order), and how often.

    ``n_words`` are the counted words of each leaf, ``leaf_section`` its position in ``sections``; ``leaf_starts`` the
    position of its first word in the open text, None where the counts come from the shipped measures.
    """

    name: str
    sections: Sequence[str]
    chapters: Sequence[int]
    section_pages: Sequence[PageSpan]
    leaves: Sequence[str]
    leaf_pages: Sequence[PageSpan]
    leaf_section: np.ndarray
    n_words: np.ndarray
    tokens: Sequence[str]
    token: np.ndarray
    leaf: np.ndarray
    count: np.ndarray
    leaf_starts: np.ndarray | None = None

    def __repr__(self) -> str:
        return f"<counts of {self.name}: {len(self.leaves)} leaves, {len(self.tokens)} different words of {self.n_words.sum()}>"

    @cached_property
    def code_of(self) -> dict[str, int]:
        """Word → its position in ``tokens``."""
        return {token: code for code, token in enumerate(self.tokens)}

    @cached_property
    def lines(self) -> str:
        """The words, one a line, for searches with *."""
        return "\n".join(self.tokens)

    @cached_property
    def offsets(self) -> np.ndarray:
        """Where the rows of each word begin; one more at the end."""
        return np.searchsorted(self.token, np.arange(len(self.tokens) + 1))

    def codes(self, query: str) -> list[int]:
        """Positions in ``tokens`` of the words that ``query`` stands for: a word, ``a|b``, a word with *.

        Raises CorpusError for a phrase, which counts of single words can't answer; ValueError for what is no word.
        """
        wanted = parse(query).words
        if wanted is None:
            raise CorpusError(f"these counts hold single words, not {query!r}: ask an open text")
        return expand(wanted, self.lines, self.code_of)

    def per_leaf(self, query: str) -> np.ndarray:
        """How often the words of ``query`` stand in each leaf; raises as ``codes`` does."""
        found = np.zeros(len(self.leaves), dtype=np.int64)
        for code in self.codes(query):
            rows = slice(self.offsets[code], self.offsets[code + 1])
            found[self.leaf[rows]] += self.count[rows]
        return found

    def scope(self, section: str | Iterable[str] | None = None, chapter: int | None = None) -> np.ndarray:
        """For each section whether it is one of those named, in the chapter named; all without a choice. Raises CorpusError."""
        names = dict.fromkeys(self.sections if section is None else [section] if isinstance(section, str) else section)
        known = set(self.sections)
        unknown = [name for name in names if name not in known]
        if unknown:
            raise CorpusError(f"there is no section {unknown[0]!r} in {self.name}; its sections are {', '.join(self.sections[:6])} …")
        if chapter is not None and chapter not in self.chapters:
            raise CorpusError(f"there is no chapter {chapter} in {self.name}")
        return np.array([s in names and chapter in (None, c) for s, c in zip(self.sections, self.chapters, strict=True)], dtype=bool)

    def units(self, by: str) -> Units:
        """The units of one grain: "book", "chapter", "section" or "leaf". Raises ValueError for another."""
        of_section, columns, pages = self._grain(by)
        of_leaf = np.arange(len(self.leaves)) if by == "leaf" else of_section[self.leaf_section]
        n_words = np.bincount(of_leaf, self.n_words, minlength=len(pages)).astype(np.int64)
        return Units(by, columns | _page_columns(pages), of_leaf, n_words)

    def _grain(self, by: str) -> tuple[np.ndarray, dict[str, list[Any]], Sequence[PageSpan]]:
        places = np.arange(len(self.sections))
        if by == "leaf":
            homes = self.leaf_section.tolist()
            columns = {
                "leaf": list(self.leaves),
                "section": [self.sections[s] for s in homes],
                "chapter": [self.chapters[s] for s in homes],
            }
            return places, columns, self.leaf_pages
        if by == "section":
            return places, {"section": list(self.sections), "chapter": list(self.chapters)}, self.section_pages
        if by == "chapter":
            order = list(dict.fromkeys(self.chapters))
            of_section = np.array([order.index(c) for c in self.chapters])
            return of_section, {"chapter": order}, [self._span(np.flatnonzero(of_section == k)) for k in range(len(order))]
        if by == "book":
            return places * 0, {"text": [self.name]}, [self._span(places)]
        raise ValueError(f"there is no grain {by!r}; there are {', '.join(GRAINS)}")

    def _span(self, sections: np.ndarray) -> PageSpan:
        spans = [self.section_pages[int(s)] for s in sections if self.section_pages[int(s)].first]
        if not spans:
            return PageSpan(0, 0)
        return PageSpan(spans[0].first, spans[-1].last, spans[0].doubtful or spans[-1].doubtful)

    def table(self, by: str) -> CountRows:
        """The counts by unit: one row for each word that a unit has, sorted by word, then unit."""
        if by == "leaf":
            return CountRows(self.token, self.leaf, self.count, np.ones(len(self.leaf), dtype=np.int64))
        unit = self.units(by).of_leaf[self.leaf]
        firsts = np.flatnonzero((np.diff(self.token, prepend=-1) != 0) | (np.diff(unit, prepend=-1) != 0))
        count = np.add.reduceat(self.count, firsts) if len(firsts) else self.count
        return CountRows(self.token[firsts], unit[firsts], count.astype(np.int64), np.diff(firsts, append=len(unit)))

    @cached_property
    def by_section(self) -> CountRows:
        """The table by section, made once."""
        return self.table("section")

    @cached_property
    def everywhere(self) -> Spread:
        """The spread of every word over the whole text."""
        return self.spread(np.ones(len(self.sections), dtype=bool))

    def spread(self, sections: np.ndarray) -> Spread:
        """How often each word stands in the sections of a mask, in how many of their leaves, and in how many of them."""
        rows = np.flatnonzero(sections[self.by_section.unit])
        token, size = self.by_section.token[rows], len(self.tokens)
        n, n_leaves = (np.bincount(token, column[rows], minlength=size).astype(np.int64) for column in self.by_section[2:])
        return Spread(n, n_leaves, np.bincount(token, minlength=size), int(self.n_words[sections[self.leaf_section]].sum()))


def _page_columns(pages: Sequence[PageSpan]) -> dict[str, list[Any]]:
    return {
        "first_page": [p.first or np.nan for p in pages],
        "last_page": [p.last or np.nan for p in pages],
        "page_doubtful": [p.doubtful for p in pages],
    }
