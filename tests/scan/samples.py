"""The samples that are read by hand, and how they are drawn: positions alone, every label blank.

``python -m tests.scan.samples quotations --seed 1917 --n 200`` draws opening marks “ of paragraphs that count (or a block quotation
without any mark, ``opening`` 0) from the imported book, over the chapters in proportion to their marks; ``reports --seed 1917 --n 324``
draws verb forms of saying outside quotation marks, as many for each chapter. None that is kept already is drawn again. How to fill the
rows in: see tests/data/README.md.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from helpers.detecting.verbs import LEMMA_OF, forms
from helpers.loading import open_book
from helpers.model import COUNTED, TextEdition
from helpers.words import word_spans

DATA = Path(__file__).resolve().parents[1] / "data"
_UNLISTED = "agree confirm fear invite notice refuse talk utter"
DRAWN_FORMS = frozenset(LEMMA_OF) | {form for lemma in _UNLISTED.split() for form in forms(lemma)}
"""Verb forms drawn from: those that the rules know, and some that they do not."""

Row = dict[str, str]
Place = tuple[str, int]
"""Paragraph id, ordinal of the mark or word in it."""


def rows_of(name: str) -> list[Row]:
    """Rows of a sample, in reading order."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def openings(edition: TextEdition) -> dict[int, list[Place]]:
    """Every opening mark by chapter; ordinal 0 for a paragraph of role ``quotation`` without marks.

    The detectors are not asked: ditto signs and marks that open a paragraph again are drawn like the others.
    """
    found: dict[int, list[Place]] = {}
    for section in edition.sections:
        for p in edition.paragraphs(section.id):
            if p.role in COUNTED:
                n = p.text.count("“")
                ordinals = range(1, n + 1) if n or "”" in p.text or p.role != "quotation" else [0]
                found.setdefault(section.chapter, []).extend((p.id, k) for k in ordinals)
    return {chapter: marks for chapter, marks in found.items() if marks}


def verb_forms(edition: TextEdition) -> dict[int, list[Place]]:
    """Every drawn verb form outside quotation marks, by chapter; the introduction and the appendix are left out."""
    found: dict[int, list[Place]] = {}
    for section in edition.sections:
        for p in edition.paragraphs(section.id):
            if p.role in COUNTED and section.chapter:
                for ordinal, (begin, end) in enumerate(word_spans(p.text), 1):
                    if p.text[begin:end].lower() in DRAWN_FORMS and p.text.count("“", 0, begin) <= p.text.count("”", 0, begin):
                        found.setdefault(section.chapter, []).append((p.id, ordinal))
    return found


def in_proportion(places: dict[int, list[Place]], n: int) -> dict[int, int]:
    """How many of ``n`` each chapter gives: in proportion to its places, largest remainders first."""
    total = sum(len(marks) for marks in places.values())
    shares = {chapter: n * len(marks) / total for chapter, marks in places.items()}
    wanted = {chapter: int(share) for chapter, share in shares.items()}
    for chapter in sorted(shares, key=lambda c: (wanted[c] - shares[c], c))[: n - sum(wanted.values())]:
        wanted[chapter] += 1
    return wanted


def draw(edition: TextEdition, kind: str, *, seed: int, n: int, kept: frozenset[Place] = frozenset()) -> list[Place]:
    """``n`` places of a kind ("quotations", "reports") in reading order, none of ``kept``; the same for one seed."""
    every = openings(edition) if kind == "quotations" else verb_forms(edition)
    wanted = in_proportion(every, n) if kind == "quotations" else dict.fromkeys(every, n // len(every))
    dice = random.Random(seed)
    drawn = []
    for chapter, places in every.items():
        left = [place for place in places if place not in kept]
        drawn += dice.sample(left, min(wanted[chapter], len(left)))
    order = edition.paragraph_places
    return sorted(drawn, key=lambda place: (order[place[0]], place[1]))


COLUMNS = {
    "quotations": ("paragraph", "opening", "closes_in", "closing", "kind", "speaker_class", "verb", "manner"),
    "reports": ("paragraph", "word", "form", "speaker_class", "manner"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Write a draw to standard output, in the columns of its sample."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("kind", choices=sorted(COLUMNS))
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--n", type=int, required=True)
    args = parser.parse_args(argv)
    book = open_book("book")
    if book is None:
        print("the book has not been imported yet", file=sys.stderr)
        return 1
    columns = COLUMNS[args.kind]
    kept = frozenset((row["paragraph"], int(row[columns[1]])) for row in rows_of(f"{args.kind}_sample"))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    blank = [""] * (len(columns) - 2)
    writer.writerows([*place, *blank] for place in draw(book, args.kind, seed=args.seed, n=args.n, kept=kept))
    return 0


if __name__ == "__main__":
    sys.exit(main())
