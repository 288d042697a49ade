"""Answers that the data give, by the names that the lessons' plans use: computed each time, typed in nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from helpers.lessons.keys import chronology, regions, rhetoric
from helpers.model import Corpus

KEYS: dict[str, Callable[[Corpus], Any]] = {**chronology.KEYS, **regions.KEYS, **rhetoric.KEYS}
"""Functions of the corpus by name; a name that two units share would be a mistake and fails a test."""

ENTRY_KEYS: dict[str, Callable[[Corpus, Sequence[str]], Any]] = {**chronology.ENTRY_KEYS, **regions.ENTRY_KEYS, **rhetoric.ENTRY_KEYS}
"""Functions of the corpus and the ids of an item's entries, for items that order or sort entries."""
