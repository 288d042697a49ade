"""Two specimens for the instruments: one small enough to count by hand, one imported book with its measures.

The small one, word by word (counted paragraphs only; | is a page turn)::

    1.1  the red flag hung over the red roof nobody saw the flag          (12, body, p. 10)
         take the red flag down said marta the | roof was red             (11, quotation, p. 10-11, first five quoted)
    1.2  red guards met the red guards wives red, guards and roof         (11, body, p. 11)
    2.1  who holds the bridge the guards hold the bridge                  ( 9, dialogue, p. 12)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from helpers.building import ParagraphDraft, SectionDraft, build_edition
from helpers.measuring import measure
from helpers.model import Corpus, TableSet, TextEdition
from tests.specimens import Typesetter

BODY = "The red flag hung over the red roof. Nobody saw the flag."
QUOTED = "“Take the red flag down,” said Marta. The roof was red."
GUARDS = "Red guards met the red guards’ wives; red, guards and roof."
BRIDGE = "Who holds the bridge? The guards hold the bridge."


class Rows(TableSet):
    """Tables given as rows."""

    def __init__(self, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self._tables = tables

    def __getitem__(self, name: str) -> Any:
        import pandas as pd

        return pd.DataFrame(self._tables[name])

    def rows(self, name: str) -> Sequence[Mapping[str, Any]]:
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


def corpus_of(measures: Mapping[str, Any], book: TextEdition | None = None) -> Corpus:
    """A corpus of these measures, with a book or without."""
    return Corpus(Rows(measures), Rows({}), lambda: None, lambda: book)


@pytest.fixture(scope="session")
def tiny() -> TextEdition:
    """The specimen to count by hand."""
    sections = [
        SectionDraft("1.1", "section", 1, 1, "FLAGS", [
            ParagraphDraft("heading", "RED FLAGS", [(0, 10, False)]),
            ParagraphDraft("body", BODY, [(0, 10, False)]),
            ParagraphDraft("caption", "A red flag", [(0, 10, False)]),
            ParagraphDraft("quotation", QUOTED, [(0, 10, False), (QUOTED.index("roof"), 11, True)]),
        ]),
        SectionDraft("1.2", "section", 1, 2, "GUARDS", [ParagraphDraft("body", GUARDS, [(0, 11, True)])]),
        SectionDraft("2.1", "section", 2, 1, "BRIDGE", [ParagraphDraft("dialogue", BRIDGE, [(0, 12, False)])]),
    ]  # fmt: skip
    return build_edition("tiny", "Tiny", {"title": "Tiny"}, sections)


TABLES: Mapping[str, Any] = defaultdict(
    list, {"lexicon": [{"term": "the", "forms": "the;a;and;was", "class": "technical", "target": "", "note": ""}]}
)


def _long_book(seed: int, name: str) -> TextEdition:
    """Two chapters of two sections, twelve paragraphs each, a page turned after every fourth."""
    setter, page, sections = Typesetter(seed), 20, []
    for section_id in ("1.1", "1.2", "2.1", "2.end"):
        drafts = [ParagraphDraft("heading", "A HEADING", [(0, page + 1, False)])]
        for k in range(12):
            page += k % 4 == 0
            drafts.append(ParagraphDraft("quotation" if k % 5 == 4 else "body", setter.prose(6), [(0, page, page % 3 == 0)]))
        chapter, _, number = section_id.partition(".")
        sections.append(SectionDraft(section_id, "section", int(chapter), int(number) if number.isdigit() else 0, "A SECTION", drafts))
    return build_edition(name, name, {"title": name}, sections)


@pytest.fixture(scope="session")
def specimen() -> TextEdition:
    """A specimen book of some 3 400 words and several leaves a section."""
    return _long_book(7, "book")


@pytest.fixture(scope="session")
def second() -> TextEdition:
    """A second specimen, standing for the second source."""
    return _long_book(8, "ten-days")


@pytest.fixture(scope="session")
def shipped(specimen: TextEdition, second: TextEdition) -> Corpus:
    """A corpus that has the measures of the specimen book and of the second one, and no text."""
    return corpus_of(measure(specimen, TABLES) | measure(second, TABLES))
