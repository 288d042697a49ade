"""Who speaks, as a reader of the book found where the rule is not sure: stored by place, without any words."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from helpers.detecting.quotations import Ledger, Quotation, Readings, Tables, ledger, overruled
from helpers.home import CORPUS
from helpers.model import TextEdition

READINGS = CORPUS / "profiles" / "civil-war-2" / "speakers.csv"
FITS = 0.8
"""What share of the readings must find their quotation, of the stored length, for the list to belong to a copy."""

Reading = tuple[str, int, int, str, str]
"""Paragraph id, ordinal of the opening mark, length in words, class of speaker, kind."""


def stored_readings(path: Path = READINGS) -> list[Reading]:
    """The readings in ``path``; an empty list where the file is missing."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [(r["paragraph"], int(r["opening"]), int(r["words"]), r["speaker_class"], r["kind"]) for r in rows]


def fitting(readings: Iterable[Reading], quotations: Iterable[Quotation]) -> Readings:
    """The readings that find their quotation with its length; none at all where fewer than four in five do.

    Ordinals and paragraph ids hold for one edition; a copy that was scanned or cut otherwise goes by rule alone.
    """
    there = {(q.paragraph, q.opening): q.words for q in quotations}
    all_of_them = list(readings)
    found = {(p, n): (speaker, kind) for p, n, words, speaker, kind in all_of_them if there.get((p, n)) == words}
    return found if all_of_them and len(found) >= FITS * len(all_of_them) else {}


def read_ledger(edition: TextEdition, tables: Tables) -> Ledger:
    """The quotations of ``edition`` by rule, overruled by the stored readings where it is the book and they belong to the copy."""
    found = ledger(edition, tables)
    stored = stored_readings() if edition.name == "book" else []
    readings = fitting(stored, found.quotations)
    return overruled(found, readings) if readings else found
