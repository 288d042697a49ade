"""Predictions beside results: how a class's predictions spread, with what the data say marked among them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.classroom.given import given, given_by, key_for
from helpers.classroom.readers import Classroom
from helpers.exporting import plain, shortened
from helpers.lessons.plan import SKIPPED, Item, LessonPlan
from helpers.lessons.responding import pairs_out_of_order
from helpers.model import Corpus

Row = dict[str, Any]

DRAWN = ("choice", "place", "day", "number", "order", "sort")
"""Kinds of prediction that can be laid side by side; words can't."""

MOST_BINS = 8


@dataclass(frozen=True, slots=True)
class Spread:
    """How a class's predictions for an item spread. ``rows``: answer, n_readers, and whether the data say so (``says``);
    ``key`` is what the data say, in words, "" where nothing decides."""

    lesson: str
    item: Item
    key: str
    rows: tuple[Row, ...]
    n_given: int
    n_skipped: int
    n_readers: int

    @property
    def n_hit(self) -> int:
        """How many readers predicted what the data say (for numbers: whose prediction falls into the same range)."""
        return sum(row["n_readers"] for row in self.rows if row["says"])


def predicted_items(plan: LessonPlan) -> list[Item]:
    """The predictions of a lesson that can be drawn."""
    return [item for item in plan.step("predict") if item.kind in DRAWN]


def spread_of(classroom: Classroom, lesson: str, item: Item, corpus: Corpus) -> Spread:
    """How the class's latest predictions for ``item`` spread, beside what the data say."""
    values = list(given(classroom, lesson, item).values())
    key = key_for(item, corpus)
    n_skipped = sum(given_by(s, lesson, item) == SKIPPED for s in classroom.students)
    said = plain(item.text_of(key)) if key is not None else ""
    return Spread(lesson, item, said, tuple(_rows(item, values, key)), len(values), n_skipped, len(classroom.students))


def _rows(item: Item, values: Sequence[Any], key: Any) -> list[Row]:
    if item.kind == "number":
        return number_rows([float(v) for v in values], float(key) if key is not None else None, item.unit)
    if item.kind == "sort":
        return [_term_row(item, entry.id, values, key) for entry in item.entries]
    if item.kind == "order" and key is not None:
        return _pair_rows([pairs_out_of_order(value, key) for value in values], len(key))
    if item.kind == "order":
        return [_row(text, n, False) for text, n in Counter(item.text_of(value) for value in values).most_common(MOST_BINS)]
    counts = Counter(values)
    answers = [option.id for option in item.options] or sorted({*counts, *([key] if key is not None else [])})
    return [_row(item.text_of(answer), counts[answer], answer == key) for answer in answers]


def _row(answer: str, n_readers: int, says: bool) -> Row:
    return {"answer": plain(answer), "n_readers": n_readers, "says": says}


def _pair_rows(distances: Sequence[int], n_entries: int) -> list[Row]:
    """Orders by how many pairs of entries stand the other way round than in the data (Kendall's distance)."""
    most = n_entries * (n_entries - 1) // 2
    rows = number_rows([float(d) for d in distances], 0.0, f"of {most} pairs the other way round")
    return rows if len(set(distances) | {0}) > MOST_BINS else [
        _row(f"{d} of {most} pairs the other way round", distances.count(d), d == 0) for d in sorted({0, *distances})
    ]  # fmt: skip


def _term_row(item: Item, entry: str, values: Sequence[Mapping[str, str]], key: Mapping[str, str] | None) -> Row:
    """One term that was sorted: how many readers gave it the label that the data give, or else that most of them gave it."""
    counts = Counter(value[entry] for value in values)
    label = key[entry] if key is not None else counts.most_common(1)[0][0] if counts else ""
    names = {option.id: option.text for option in (*item.options, *item.entries)}
    return _row(f"{names[entry]}: {names.get(label, label)}", counts[label], key is not None)


def number_rows(values: Sequence[float], key: float | None, unit: str) -> list[Row]:
    """Numbers counted in at most ten ranges of one width; far ones at either end are gathered into one.

    >>> [(row["answer"], row["n_readers"], row["says"]) for row in number_rows([5, 12, 13, 48], 14, "days")]
    [('0 to under 10 days', 1, False), ('10 to under 20 days', 2, True), ('20 to under 30 days', 0, False), ('30 to under 40 days', 0, False), ('40 to under 50 days', 1, False)]
    """
    inner = sorted(values)[len(values) // 20 : len(values) - len(values) // 20] + ([key] if key is not None else [])
    if not inner:
        return []
    width = _width(max(inner) - min(inner))
    first, last = math.floor(min(inner) / width), math.floor(max(inner) / width)
    at = Counter(min(max(math.floor(v / width), first - 1), last + 1) for v in values)
    says = math.floor(key / width) if key is not None else None
    bins = [n for n in range(first - 1, last + 2) if first <= n <= last or at[n]]
    whole = width == 1 and all(v == round(v) for v in (*values, key or 0))
    return [
        _row(f"{n:,g} {unit}".strip() if whole and first <= n <= last else _range(n, first, last, width, unit), at[n], n == says)
        for n in bins
    ]


def _width(span: float) -> float:
    """A round width (1, 2 or 5 times a power of ten) that cuts ``span`` into at most ``MOST_BINS`` parts; at least 1."""
    exponent = math.floor(math.log10(max(span, 1.0) / MOST_BINS))
    widths = [times * 10.0**exponent for times in (1, 2, 5, 10, 20)]
    return max(1.0, next(w for w in widths if span / w <= MOST_BINS - 1 or w == widths[-1]))


def _range(n: int, first: int, last: int, width: float, unit: str) -> str:
    if n < first:
        return f"under {first * width:,g} {unit}".strip()
    if n > last:
        return " ".join(f"{n * width:,g} {unit} or more".split())
    return f"{n * width:,g} to under {(n + 1) * width:,g} {unit}".strip()


def prediction_chart(spread: Spread) -> Chart:
    """Bars: how many readers predicted what; the bar that the data fall into is named so, not coloured alone."""
    rows = [
        row | {"label": f"{shortened(row['answer'], 60)}{' ◂ the data' if row['says'] else ''}", "data": "yes" if row["says"] else ""}
        for row in spread.rows
    ]
    return bar_chart(
        rows, title=f"{spread.lesson} · {spread.item.label}: what did the class predict?", label="label", value="n_readers", unit="readers",
        columns={"answer": "prediction", "n_readers": "readers", "data": "what the data say"},
        sentence=_sentence(spread), source=_source(spread), thin="" if spread.n_given >= 5 else "fewer than five readers predicted",
    )  # fmt: skip


def _sentence(spread: Spread) -> str:
    item = spread.item
    if not spread.n_given:
        return "Nobody has predicted yet." + (f" The data say: {spread.key}." if spread.key else "")
    if item.kind == "sort":
        return f"For each of {len(item.entries)} terms: how many of {spread.n_given} readers gave it the label named."
    if not spread.key:
        return f"{spread.n_given} readers predicted; nothing in the data decides."
    near = {"number": "fall into the same range", "order": "have the same order"}.get(item.kind, "predicted it")
    return f"The data say: {spread.key}. {spread.n_hit} of {spread.n_given} readers {near}."


def _source(spread: Spread) -> str:
    missing = spread.n_readers - spread.n_given - spread.n_skipped
    return f"{spread.n_given} of {spread.n_readers} readers predicted, {spread.n_skipped} skipped it, {missing} have not given it yet. Drafts are not counted."
