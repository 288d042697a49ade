"""Draw quotation marks to be read by hand: positions alone, every label blank.

``python -m tests.scan.sample_quotations --seed 1917 --n 200 > tests/data/quotations_sample.csv`` draws from the imported book. Each row
is an opening mark “ of a paragraph that counts (or a block quotation without any mark, ``opening`` 0), drawn over the chapters in
proportion to their marks. How to fill it in: see tests/data/README.md.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Sequence

from helpers.loading import open_book
from helpers.model import COUNTED, TextEdition

COLUMNS = ("paragraph", "opening", "closes_in", "closing", "kind", "speaker_class", "verb", "manner")


def openings(edition: TextEdition) -> dict[int, list[tuple[str, int]]]:
    """Every opening mark as (paragraph id, ordinal), by chapter; 0 for a paragraph of role ``quotation`` without marks.

    The detectors are not asked: ditto signs and marks that open a paragraph again are drawn like the others.
    """
    found: dict[int, list[tuple[str, int]]] = {}
    for section in edition.sections:
        for p in edition.paragraphs(section.id):
            if p.role in COUNTED:
                n = p.text.count("“")
                ordinals = range(1, n + 1) if n or "”" in p.text or p.role != "quotation" else [0]
                found.setdefault(section.chapter, []).extend((p.id, k) for k in ordinals)
    return found


def draw(edition: TextEdition, *, seed: int, n: int) -> list[tuple[str, int]]:
    """``n`` marks in reading order, over the chapters in proportion to their marks (largest remainders); the same for one seed."""
    by_chapter = {chapter: marks for chapter, marks in openings(edition).items() if marks}
    total = sum(len(marks) for marks in by_chapter.values())
    shares = {chapter: n * len(marks) / total for chapter, marks in by_chapter.items()}
    wanted = {chapter: int(share) for chapter, share in shares.items()}
    rest = sorted(shares, key=lambda c: (wanted[c] - shares[c], c))[: n - sum(wanted.values())]
    dice = random.Random(seed)
    drawn = []
    for chapter, marks in by_chapter.items():
        drawn += dice.sample(marks, min(wanted[chapter] + (chapter in rest), len(marks)))
    places = edition.paragraph_places
    return sorted(drawn, key=lambda mark: (places[mark[0]], mark[1]))


def main(argv: Sequence[str] | None = None) -> int:
    """Write the drawn sample to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--n", type=int, default=200)
    args = parser.parse_args(argv)
    book = open_book("book")
    if book is None:
        print("the book has not been imported yet", file=sys.stderr)
        return 1
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((paragraph, ordinal, *[""] * 6) for paragraph, ordinal in draw(book, seed=args.seed, n=args.n))
    return 0


if __name__ == "__main__":
    sys.exit(main())
