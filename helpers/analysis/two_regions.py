"""Two regions side by side: what the book counts, names and lets happen in each, as n of N.

The tables are a whole reading of the book, not a sample: a difference is one of the telling, and needs no test of chance;
it may still be thin. Shares are of what is told of the region, so a region told in brief can have large ones.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from helpers.analysis.actors import actor_classes, classes_of
from helpers.analysis.chronology import as_rows, taught
from helpers.analysis.counts import Source
from helpers.analysis.figures import ids_in
from helpers.analysis.frequency import per_10k
from helpers.analysis.keyness import keyness
from helpers.analysis.regions import MIN_MENTIONS, homes, own_sections, regions_of

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
MIN_OF = 20
"""Shares of fewer rows than this are thin: one more or less moves them by five points and over."""


def in_region(rows: Any, places: Any, region: str) -> list[Row]:
    """The rows of events, figures or organisations with a place in ``region``, those not to be taught left out.

    >>> in_region([{"place_id": "velsk", "id": "e"}], [{"id": "velsk", "region_id": "river"}], "river")[0]["id"]
    'e'
    """
    home = homes(places)
    return [row for row in taught(rows) if region in regions_of(row, home)]


def events_by_kind(events: Any, places: Any, region: str) -> pd.DataFrame:
    """The events of a region by kind, most first: kind, n, of (all its events), share (0–1), thin (of under ``MIN_OF``)."""
    return _shares("kind", [[str(row["kind"])] for row in in_region(events, places, region)])


def _shares(name: str, items: list[list[str]]) -> pd.DataFrame:
    import pandas as pd

    counts = sorted(Counter(item for row in items for item in row).items(), key=lambda pair: (-pair[1], pair[0]))
    found = [[item, n, len(items), n / len(items), len(items) < MIN_OF] for item, n in counts]
    return pd.DataFrame(found, columns=[name, "n", "of", "share", "thin"])


def organisers(
    region: str, people: Any, entity_leaf: Any, regions: Any, leaves: Any, *, side: str | None = None, top: int | None = 20
) -> pd.DataFrame:
    """The people whom the sections on a region name most; of one side if asked; the most named first, then by name.

    Columns: person_id, name, side, role, n_own (mentions in the sections that treat the region), own_per_10k (per 10 000 words
    of them), n (mentions in the book), own_share (n_own / n: 1 = named nowhere else, near 0 = a man of the capitals),
    shared_surname (n is then too low), thin (n_own under ``MIN_MENTIONS``). Named often is not the same as having organised.
    A section that treats several regions lends its people to each.

    >>> named = [{"kind": "person", "id": "orsk", "leaf": leaf, "count": n} for leaf, n in (("2.1@9", 6), ("3.1@20", 2))]
    >>> person = {"id": "orsk", "name": "Pavel Orsk", "side_in_book": "sr", "role_in_book": "speaker", "shared_surname": False}
    >>> leaves = [{"id": "2.1@9", "section": "2.1", "words": 500}, {"id": "3.1@20", "section": "3.1", "words": 500}]
    >>> frame = organisers("river", [person], named, [{"id": "river", "sections": "2.1"}], leaves)
    >>> frame[["name", "n_own", "own_per_10k", "own_share"]].values.tolist()
    [['Pavel Orsk', 6, 120.0, 0.75]]
    """
    import pandas as pd

    own, found = own_sections(regions)[region], []
    section_of = {str(leaf["id"]): str(leaf["section"]) for leaf in as_rows(leaves)}
    n_words = sum(int(leaf["words"]) for leaf in as_rows(leaves) if leaf["section"] in own)
    rows = [row for row in as_rows(entity_leaf) if row["kind"] == "person"]
    by_person: dict[str, Counter[str]] = {}
    for row in rows:
        by_person.setdefault(str(row["id"]), Counter())[section_of[str(row["leaf"])]] += int(row["count"])
    for person in as_rows(people):
        if side in (None, person["side_in_book"]):
            counts = by_person.get(str(person["id"]), Counter())
            n, n_own = counts.total(), sum(counts[section] for section in own)
            if n_own:
                told = [person[c] for c in ("id", "name", "side_in_book", "role_in_book")]
                found.append([*told, n_own, float(per_10k(n_own, n_words)), n, n_own / n, person["shared_surname"], n_own < MIN_MENTIONS])
    columns = ["person_id", "name", "side", "role", "n_own", "own_per_10k", "n", "own_share", "shared_surname", "thin"]
    return pd.DataFrame(sorted(found, key=lambda row: (-row[4], row[1]))[:top], columns=columns)


def compare_regions(a: str, b: str, *, events: Any, figures: Any, organisations: Any, people: Any, places: Any) -> pd.DataFrame:
    """Two regions side by side: a row a measure and item that either has.

    Columns: measure ("figures", "figures by kind", "figures by who counts", "organisations by kind", "events by kind", "who
    acts"), item, n_a, of_a, share_a, n_b, of_b, share_b, difference (share_a − share_b, nan where a region has none to
    count), thin (either ``of`` under ``MIN_OF``). Measures in that order, items by n_a + n_b, the largest first. "figures"
    counts all rows of the table and has no share. Classes of actors as in actors.py; an event can be in several.
    """
    import pandas as pd

    classes = actor_classes(organisations, people)
    measures: list[tuple[str, Any, Callable[[Row], Iterable[str]]]] = [
        ("figures", figures, lambda row: ["all"]),
        ("figures by kind", figures, lambda row: [row["kind"]]),
        ("figures by who counts", figures, lambda row: [row["who_counts"]]),
        ("organisations by kind", organisations, lambda row: [row["kind"]]),
        ("events by kind", events, lambda row: [row["kind"]]),
        ("who acts", events, lambda row: classes_of(row, classes)),
    ]
    found: list[list[Any]] = []
    for measure, table, items in measures:
        sides = [in_region(table, places, region) for region in (a, b)]
        counts = [Counter(item for row in rows for item in items(row)) for rows in sides]
        for item in sorted(counts[0] | counts[1], key=lambda i: (-counts[0][i] - counts[1][i], i)):
            found.append([measure, item, *_pair([c[item] for c in counts], [len(rows) for rows in sides], measure == "figures")])
    columns = ["measure", "item", "n_a", "of_a", "share_a", "n_b", "of_b", "share_b", "difference", "thin"]
    return pd.DataFrame(found, columns=columns)


def _pair(n: list[int], of: list[int], whole: bool) -> list[Any]:
    shares = [math.nan if whole or not all_of else k / all_of for k, all_of in zip(n, of, strict=True)]
    return [n[0], of[0], shares[0], n[1], of[1], shares[1], shares[0] - shares[1], min(of) < MIN_OF]


def sections_apart(regions: Any, a: str, b: str) -> tuple[list[str], list[str]]:
    """The sections that treat one region and not the other, for each, in reading order: what can be compared.

    >>> sections_apart([{"id": "river", "sections": "2.4;8.4"}, {"id": "salt", "sections": "2.10;8.4"}], "river", "salt")
    (['2.4'], ['2.10'])
    """
    listed = {str(row["id"]): ids_in(row["sections"]) for row in as_rows(regions)}
    return [s for s in listed[a] if s not in listed[b]], [s for s in listed[b] if s not in listed[a]]


def distinctive_words(source: Source, regions: Any, a: str, b: str, **choices: Any) -> pd.DataFrame:
    """Words that the sections on region ``a`` have more often than those on ``b``: ``keyness`` with its columns and choices.

    Sections that treat both are left out. Raises ValueError where no section is left to one of them.
    """
    ours, theirs = sections_apart(regions, a, b)
    if not ours or not theirs:
        raise ValueError(f"{a if not ours else b} has no section of its own beside the other region: choose another pair")
    return keyness(source, section=ours, against=theirs, **choices)
