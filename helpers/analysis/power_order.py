"""The order in which towns passed to Soviet power: by the appendix, by the narrative, and as a reader sets it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from helpers.analysis.chronology import as_rows
from helpers.analysis.power import power_dates
from helpers.tables import first_day

if TYPE_CHECKING:
    import pandas as pd

MIN_PAIRS = 10
"""Fewer pairs of towns are too thin to compare two orders: five towns on five days make ten."""


def places_in(dates: Iterable[str]) -> list[float]:
    """The place of each date among all, 1 = first; equal first days share a place; nan for an empty date.

    >>> places_in(["1917-10-28", "1917-10-25", "", "1917-10-25"])
    [3.0, 1.0, nan, 1.0]
    """
    firsts = [first_day(d) if d else "" for d in dates]
    return [1.0 + sum(bool(other) and other < day for other in firsts) if day else math.nan for day in firsts]


def order_of_towns(power: Any, places: Any, towns: Iterable[str] | None = None) -> pd.DataFrame:
    """The towns (place ids; all without a choice) in the order in which power passed, the appendix's day before the narrative's.

    Columns: those of ``power_dates`` and day (the appendix's date, else the narrative's), place_in_order (by ``day``),
    place_in_appendix and place_in_narrative (among the chosen towns that it dates; nan where it gives no day). Towns of one
    day share a place: the sources do not order them. A span or month stands at its first day.
    """
    frame = power_dates(power, places)
    if towns is not None:
        frame = frame[frame["place_id"].isin(list(towns))]
    days = [a or n for a, n in zip(frame["appendix"], frame["narrative"], strict=True)]
    frame = frame.assign(day=days, place_in_order=places_in(days))
    frame = frame.assign(place_in_appendix=places_in(frame["appendix"]), place_in_narrative=places_in(frame["narrative"]))
    return frame.sort_values("place_in_order", kind="stable").reset_index(drop=True)


class Agreement(NamedTuple):
    """Pairs of towns that stand in the same order, in the reverse order, or on one day in either, so that they can't be compared."""

    n_same: int
    n_reversed: int
    n_tied: int

    @property
    def same_share(self) -> float:
        """Share of the comparable pairs in the same order, 0–1; nan where there are none."""
        compared = self.n_same + self.n_reversed
        return self.n_same / compared if compared else math.nan

    @property
    def thin(self) -> bool:
        """Fewer than ``MIN_PAIRS`` comparable pairs."""
        return self.n_same + self.n_reversed < MIN_PAIRS


def agreement(one: Mapping[str, float], other: Mapping[str, float]) -> Agreement:
    """How far two orders agree, over the pairs of towns that both place (nan = not placed): Kendall's counts of pairs.

    Kendall, *Biometrika* 30 (1938). The share of pairs in the same order is (τ + 1) / 2 where no towns tie.

    >>> agreement({"velsk": 1, "brod": 2, "karsino": 3}, {"velsk": 1, "brod": 3, "karsino": 2})
    Agreement(n_same=2, n_reversed=1, n_tied=0)
    """
    shared = [town for town in one if town in other and not math.isnan(one[town]) and not math.isnan(other[town])]
    signs = [(one[a] - one[b]) * (other[a] - other[b]) for a, b in combinations(shared, 2)]
    return Agreement(sum(s > 0 for s in signs), sum(s < 0 for s in signs), sum(s == 0 for s in signs))


def order_agreement(order: Sequence[str], towns: pd.DataFrame, *, by: str = "place_in_order") -> Agreement:
    """How far a reader's ``order`` of place ids agrees with a column of places of ``order_of_towns``.

    A prediction is kept beside the result, not marked: this says how many pairs stand the same way, n of N.
    """
    placed = {str(row["place_id"]): float(row[by]) for row in as_rows(towns)}
    return agreement({town: float(k) for k, town in enumerate(order)}, placed)
