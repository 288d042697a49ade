"""Measures that rest on the shipped tables: names and days by leaf."""

from __future__ import annotations

from collections import Counter

from helpers.detecting.dates import find_dates
from helpers.detecting.names import KINDS, NameFinder
from helpers.measuring.units import Measured, Row, Tables


def measure_entity_leaf(m: Measured, tables: Tables) -> list[Row]:
    """A row a kind, id and leaf: how often the spellings of that person, place or body stand there.

    Kinds are counted apart, so that a name which is both a place and a body counts for each; within a kind the
    longest spelling at a place counts and no word counts twice.
    """
    leaf_order = [leaf.id for leaf in m.leaves]
    counts: Counter[tuple[str, str, int]] = Counter()
    for table, kind in KINDS.items():
        finder = NameFinder(tables[table])
        for place, text, _ in m.paragraphs():
            base = int(m.edition.bounds[place])
            for mention in finder.find(text):
                counts[(kind, mention.id, m.leaf_of_offset(base + mention.begin))] += 1
    return [{"kind": kind, "id": id_, "leaf": leaf_order[leaf], "count": n} for (kind, id_, leaf), n in sorted(counts.items())]


def measure_dated_mentions(m: Measured, tables: Tables) -> list[Row]:
    """A row a leaf, day, precision and clock time that the text names there; days as printed, taken as Old Style."""
    counts: Counter[tuple[int, str, str, str]] = Counter()
    for place, text, _ in m.paragraphs():
        base = int(m.edition.bounds[place])
        for mention in find_dates(text):
            counts[(m.leaf_of_offset(base + mention.begin), mention.date, mention.precision, mention.clock)] += 1
    return [
        {"leaf": m.leaves[leaf].id, "os_date": date, "precision": precision, "clock": clock, "count": n}
        for (leaf, date, precision, clock), n in sorted(counts.items())
    ]


def measure_reference_entities(m: Measured, tables: Tables) -> list[Row]:
    """A row an id of the table ``absences``: how often its spellings stand in the second source."""
    finder = NameFinder(tables["absences"], "variants_ten_days")
    counts = Counter(mention.id for _, text, _ in m.paragraphs() for mention in finder.find(text))
    return [{"id": row["id"], "count": counts[str(row["id"])]} for row in sorted(tables["absences"], key=lambda row: str(row["id"]))]
