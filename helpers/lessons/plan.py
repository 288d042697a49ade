"""A lesson's plan: ``corpus/lessons/NN.toml`` → card, items and passages. What it may hold is said here, once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from helpers.dates import day_in_words
from helpers.home import CORPUS
from helpers.model import CorpusError

STEPS = ("recall", "source", "predict", "explain", "check", "compare", "evidence", "correct", "claim", "exit")
"""Steps in which a reader gives something, in the order in which a lesson has them."""

SKIPPED = {"skipped": True}
"""What a journal holds for a prediction that its reader skipped."""

KINDS = ("choice", "number", "order", "day", "place", "text", "sort", "page", "claim")
"""How an item is answered: one of several, a number, a sequence, a day, a place, words, labels for terms, a printed page, a claim."""

CLAIM_PARTS = {
    "claim": "claim",
    "evidence_1": "first evidence",
    "evidence_2": "second evidence",
    "counter": "what speaks against it",
    "would_change_my_mind": "what would change my mind",
}
"""Parts of a claim, as answers name them and as readers do."""

PAGED = ("evidence_1", "evidence_2", "counter")
"""Parts of a claim that have a page or source beside them, under the part's name with ``_where`` behind it."""

SURE = {1: "a guess", 2: "likely", 3: "fairly sure", 4: "sure"}
"""How sure a reader is of a claim."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a closed item. ``feedback`` is what a reader is told who chose it; ``misconception`` names a row
    of the table ``misconceptions`` whose feedback comes first; ``right`` marks the answer that reasons decide (what
    data decide has a key instead)."""

    id: str
    text: str
    feedback: str = ""
    misconception: str = ""
    right: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """A model answer for a reader to set beside their own, with what makes it strong or weak."""

    text: str
    comment: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something a lesson asks. ``key`` names a function of ``helpers.lessons.keys`` that computes the answer from the
    data; ``evidence`` one of ``helpers.lessons.evidence`` that checks a page; ``about`` is what the feedback says."""

    id: str
    step: str
    kind: str
    prompt: str
    label: str = "Your answer"
    options: tuple[Option, ...] = ()
    entries: tuple[Option, ...] = ()
    models: tuple[Model, ...] = ()
    key: str = ""
    evidence: str = ""
    unit: str = ""
    near: float = 0.0
    first: str = ""
    last: str = ""
    about: str = ""

    def accepts(self, value: Any) -> bool:
        """Whether ``value`` can be an answer to this item: what a journal holds may come from another version.

        >>> item = Item("a", "predict", "choice", "Which?", options=(Option("x", "the first"),))
        >>> item.accepts("x"), item.accepts("z"), item.accepts(["x"])
        (True, False, False)
        """
        ids = [option.id for option in self.options]
        entries = [entry.id for entry in self.entries]
        if self.kind == "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        if self.kind in ("choice", "place"):
            return isinstance(value, str) and value in ids
        if self.kind == "order":
            return isinstance(value, list) and sorted(map(str, value)) == sorted(entries)
        if self.kind == "sort":
            return isinstance(value, dict) and sorted(map(str, value)) == sorted(entries) and all(v in ids for v in value.values())
        if self.kind == "page":
            return isinstance(value, dict) and isinstance(value.get("page"), int) and isinstance(value.get("words"), str)
        if self.kind == "claim":
            return isinstance(value, dict) and isinstance(value.get("claim"), str) and isinstance(value.get("confidence"), int)
        return isinstance(value, str) and (self.kind != "day" or re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None)

    def text_of(self, value: Any) -> str:
        """``value`` as a reader would say it.

        >>> item = Item("a", "predict", "choice", "Which?", options=(Option("x", "the first"), Option("y", "the second")))
        >>> item.text_of("y"), Item("b", "predict", "number", "How many?", unit="per cent").text_of(12.0)
        ('the second', '12 per cent')
        """
        names = {option.id: option.text for option in (*self.options, *self.entries)}
        if self.kind == "order":
            return " → ".join(names.get(v, str(v)) for v in value)
        if self.kind == "sort":
            return "; ".join(f"{names.get(k, k)}: {names.get(v, v)}" for k, v in value.items())
        if self.kind == "number":
            return f"{value:,g} {self.unit}".strip()
        return day_in_words(value) if self.kind == "day" else names.get(str(value), str(value))


@dataclass(frozen=True, slots=True)
class PassageRef:
    """A passage to open: section and printed page, and single terms by which it is found in a reader's copy.
    ``specimen`` is a passage written for this project that is shown where there is no copy."""

    id: str
    section: str
    page: int
    terms: tuple[str, ...]
    why: str
    specimen: str = ""


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """One lesson: its card, its items in order, its passages."""

    id: str
    title: str
    question: str
    unit: str
    version: str
    needs: str
    can_do: tuple[str, ...]
    minutes: tuple[tuple[str, int], ...]
    items: tuple[Item, ...]
    passages: tuple[PassageRef, ...] = field(default=())

    def item(self, item_id: str) -> Item:
        """The item with this id. Raises CorpusError with the ids there are."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise CorpusError(f"lesson {self.id} has no item {item_id!r}; it has {', '.join(i.id for i in self.items)}")

    def passage(self, passage_id: str) -> PassageRef:
        """The passage with this id. Raises CorpusError with the ids there are."""
        for passage in self.passages:
            if passage.id == passage_id:
                return passage
        raise CorpusError(f"lesson {self.id} has no passage {passage_id!r}; it has {', '.join(p.id for p in self.passages)}")

    def step(self, step: str) -> tuple[Item, ...]:
        """The items of one step, in order."""
        return tuple(item for item in self.items if item.step == step)


def _build(kind: type[Any], row: Mapping[str, Any], where: str) -> Any:
    """``row`` as one of the dataclasses above. Raises CorpusError that names an unknown or missing entry."""
    known = {f.name for f in fields(kind)}
    unknown = sorted(set(row) - known)
    if unknown:
        raise CorpusError(f"{where}: {unknown[0]!r} is none of {', '.join(sorted(known))}")
    try:
        return kind(**row)
    except TypeError as error:
        raise CorpusError(f"{where}: {error}") from error


def _options(rows: Sequence[Mapping[str, Any]], where: str) -> tuple[Option, ...]:
    return tuple(_build(Option, row, where) for row in rows)


def _item(row: Mapping[str, Any], where: str) -> Item:
    parts = {key: _options(row.get(key, ()), where) for key in ("options", "entries")}
    models = tuple(_build(Model, model, where) for model in row.get("models", ()))
    item: Item = _build(Item, {**row, **parts, "models": models}, where)
    if item.step not in STEPS or item.kind not in KINDS:
        raise CorpusError(f"{where}: step {item.step!r} and kind {item.kind!r} must be of {', '.join(STEPS)} and {', '.join(KINDS)}")
    return item


def parse_plan(text: str, name: str) -> LessonPlan:
    """The plan in the TOML text of one lesson. Raises CorpusError with ``name`` and the entry that is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{name}: {error}") from error
    items = tuple(_item(row, f"{name}, item {row.get('id')!r}") for row in data.pop("item", []))
    passages = tuple(
        _build(PassageRef, {**row, "terms": tuple(row["terms"])}, f"{name}, passage {row.get('id')!r}") for row in data.pop("passage", [])
    )
    minutes = tuple((part, count) for part, count in data.pop("minutes", {}).items())
    plan = {**data, "can_do": tuple(data.get("can_do", ())), "minutes": minutes, "items": items, "passages": passages}
    built: LessonPlan = _build(LessonPlan, plan, name)
    return built


def lesson_ids(folder: Path = CORPUS) -> list[str]:
    """Ids of the lessons that ship a plan, in order."""
    return sorted(path.stem for path in (folder / "lessons").glob("[0-9][0-9].toml"))


def read_plan(lesson: str, folder: Path = CORPUS) -> LessonPlan:
    """The plan of a lesson ("12"). Raises CorpusError where it is missing or can't be read."""
    path = folder / "lessons" / f"{lesson}.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} can't be read; there are plans for lessons {', '.join(lesson_ids(folder))}") from error
    return parse_plan(text, path.name)
