"""Agreement between readers who labelled the same things: terms sorted in a lesson, passages coded in the reading room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import Any

from helpers.analysis.agreement import Agreement, alpha_interval, cohen_kappa, kappa_interval, percent_agreement
from helpers.classroom.given import given
from helpers.classroom.readers import Classroom
from helpers.codings import Coding, codings, reading_order
from helpers.exporting import plain, shortened
from helpers.lessons.plan import Item, LessonPlan

Row = dict[str, Any]

ENOUGH = 10
"""Units below which an agreement is too thin to trust: one unit more or less moves it by a tenth."""

LARGEST = 1_000_000
"""Units × labels² above which no agreement is computed: a class's codebook has a dozen codes, not hundreds."""

CODED = "passages coded in the reading room"


@dataclass(frozen=True)
class Labelling:
    """What several readers labelled. ``labels`` holds for each of ``readers`` a label for each of ``units`` (None where
    that reader gave none); ``units`` are what a person reads, ``memos`` by (unit's position, reader) what was noted."""

    what: str
    units: tuple[str, ...]
    readers: tuple[str, ...]
    labels: tuple[tuple[str | None, ...], ...]
    memos: Mapping[tuple[int, str], str]

    def by(self, reader: str) -> tuple[str | None, ...]:
        """The labels of one reader."""
        return self.labels[self.readers.index(reader)]

    @property
    def n_labels(self) -> int:
        """How many different labels were given."""
        return len({label for labels in self.labels for label in labels} - {None})

    @property
    def comparable(self) -> bool:
        """Whether labels and units are few enough for an agreement to mean something."""
        return len(self.units) * self.n_labels**2 <= LARGEST

    @property
    def thin(self) -> str:
        """Why the agreement is too thin to trust; empty where it isn't."""
        n = len(self.units)
        if not self.comparable:
            return f"{self.n_labels:,} different labels are too many to compare"
        return f"only {n} {'thing was' if n == 1 else 'things were'} labelled by two readers or more" if n < ENOUGH else ""


def labellings(classroom: Classroom, plans: Sequence[LessonPlan]) -> list[Labelling]:
    """Everything that two readers or more labelled: each item of kind ``sort``, lesson by lesson, then coded passages."""
    sorts = [sorted_terms(classroom, plan, item) for plan in plans for item in plan.items if item.kind == "sort"]
    return [found for found in (*sorts, coded_passages(classroom)) if len(found.readers) > 1 and found.units]


def sorted_terms(classroom: Classroom, plan: LessonPlan, item: Item) -> Labelling:
    """The terms of a sorting item as units, the readers who sorted them all as coders."""
    values = given(classroom, plan.id, item)
    names = {option.id: plain(option.text) for option in item.options}
    labels = tuple(tuple(names[value[entry.id]] for entry in item.entries) for value in values.values())
    return Labelling(f"{plan.id} · {item.label}", tuple(plain(e.text) for e in item.entries), tuple(values), labels, {})


def coded_passages(classroom: Classroom) -> Labelling:
    """The places that two readers or more coded, exactly the same paragraph or the same words of it, as units.

    Codes are compared without regard to capitals and outer space. Places that one reader coded alone are left out.
    """
    marked = {s.name: {c.place: c for c in codings(s.latest.values())} for s in classroom.students}
    times = Counter(place for places in marked.values() for place in places)
    units = sorted((place for place, n in times.items() if n > 1), key=reading_order)
    readers = tuple(name for name, places in marked.items() if any(place in places for place in units))
    labels = tuple(tuple(_code(marked[name].get(place)) for place in units) for name in readers)
    memos = {(k, name): c.memo for name in readers for k, place in enumerate(units) if (c := marked[name].get(place)) and c.memo}
    return Labelling(CODED, tuple(units), readers, labels, memos)


def _code(coding: Coding | None) -> str | None:
    return shortened(" ".join(coding.code.lower().split()), 60) if coding else None


def agreement_row(found: Labelling) -> Row:
    """How far the readers agree: mean share of units labelled alike over all pairs of readers, mean of Cohen's κ over the
    same pairs (Light, *Psychological Bulletin* 76, 1971) with the lowest and highest pair, Krippendorff's α with its
    95 % interval. For two readers ``kappa_low`` and ``kappa_high`` are the interval of κ. nan where undefined."""
    pairs = list(combinations(range(len(found.readers)), 2)) if found.comparable else []
    shares = _defined(percent_agreement(found.labels[a], found.labels[b]) for a, b in pairs)
    kappas = _defined(cohen_kappa(found.labels[a], found.labels[b]) for a, b in pairs)
    alpha = alpha_interval(found.labels) if pairs else Agreement(float("nan"), float("nan"), float("nan"), len(found.units))
    low, high = (min(kappas), max(kappas)) if kappas else (float("nan"), float("nan"))
    if len(pairs) == 1:
        _, low, high, _ = kappa_interval(*found.labels)
    return {
        "what": found.what, "n_readers": len(found.readers), "n_units": alpha.n_units,
        "percent_share": fmean(shares) if shares else float("nan"), "kappa": fmean(kappas) if kappas else float("nan"),
        "kappa_low": low, "kappa_high": high, "alpha": alpha.value, "alpha_low": alpha.low, "alpha_high": alpha.high, "thin": found.thin,
    }  # fmt: skip


def _defined(values: Iterator[float]) -> list[float]:
    return [value for value in values if value == value]


def pair_agreement(found: Labelling, first: str, second: str) -> tuple[float, Agreement]:
    """Two readers of a labelling: the share of units labelled alike, and Cohen's κ with its 95 % interval."""
    a, b = found.by(first), found.by(second)
    return percent_agreement(a, b), kappa_interval(a, b)


def pair_in_words(found: Labelling, first: str, second: str) -> str:
    """Two readers' agreement in a sentence."""
    if first == second or not {first, second} <= set(found.readers):
        return "Choose two different readers who both labelled something here."
    share, kappa = pair_agreement(found, first, second)
    if not kappa.n_units:
        return f"{first} and {second} labelled nothing in common."
    alike = f"{first} and {second} labelled {kappa.n_units} in common, {100 * share:.0f} % of them alike"
    return (
        f"{alike}; Cohen's κ = {kappa.value:.2f} ({kappa.low:.2f} to {kappa.high:.2f})."
        if kappa.value == kappa.value
        else f"{alike}; κ is not defined where only one label is used."
    )


def difference_rows(found: Labelling, *, most: int = 40) -> list[Row]:
    """The units on which readers differ, those first on which fewest agree: labels with how many gave each, the share
    that gave the commonest, and the memos beside them. At most ``most`` rows; units that all labelled alike are left out."""
    rows: list[Row] = []
    for k, unit in enumerate(found.units):
        counts = Counter(label for labels in found.labels if (label := labels[k]) is not None)
        if len(counts) > 1:
            listed = "; ".join(f"{label} {n}" for label, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
            notes = "; ".join(f"{name}: {shortened(found.memos[k, name], 200)}" for name in found.readers if (k, name) in found.memos)
            rows.append({"unit": unit, "labels": listed, "commonest_share": max(counts.values()) / counts.total(), "memos": notes})
    return sorted(rows, key=lambda row: row["commonest_share"])[:most]


def in_sentence(row: Row) -> str:
    """An agreement in a sentence that a class understands.

    >>> in_sentence(agreement_row(Labelling("terms", ("a", "b"), ("R", "S"), (("x", "y"), ("x", "y")), {})))
    'terms: 2 readers, 2 units; two readers label 100 % alike on average; α = 1.00 (1.00 to 1.00), which Krippendorff takes as reliable. Too thin to trust: only 2 things were labelled by two readers or more.'
    """
    if row["alpha"] != row["alpha"]:
        rest = "no agreement beyond chance can be told"
    else:
        rest = f"α = {row['alpha']:.2f} ({row['alpha_low']:.2f} to {row['alpha_high']:.2f}), which {_verdict(row['alpha'])}"
    thin = f" Too thin to trust: {row['thin']}." if row["thin"] else ""
    share = (
        f"two readers label {100 * row['percent_share']:.0f} % alike on average; " if row["percent_share"] == row["percent_share"] else ""
    )
    return f"{row['what']}: {row['n_readers']} readers, {row['n_units']} units; {share}{rest}.{thin}"


def _verdict(alpha: float) -> str:
    """Krippendorff's limits, .800 and .667 (Content Analysis, ch. 11)."""
    if alpha >= 0.8:
        return "Krippendorff takes as reliable"
    return (
        "Krippendorff lets stand for tentative conclusions only"
        if alpha >= 0.667
        else "is less than Krippendorff asks even for tentative conclusions"
    )
