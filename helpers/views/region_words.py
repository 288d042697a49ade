"""Lesson 23's chart of words: what sets the telling of one region apart from that of another, with and without names."""

from __future__ import annotations

from functools import lru_cache

from helpers.analysis.keyness import keyness
from helpers.analysis.two_regions import sections_apart
from helpers.charts.chart import Chart
from helpers.charts.keyness import keyness_dots
from helpers.model import Corpus
from helpers.views.keywords import KEY_COLUMNS, THIN_LEAVES, THIN_WORDS
from helpers.views.two_regions import two_names
from helpers.words import words


@lru_cache(maxsize=2)
def name_words(corpus: Corpus) -> frozenset[str]:
    """Every word, folded, in the names and spellings of the places, people and bodies of the tables, small words left out."""
    found: set[str] = set()
    for table in ("places", "people"):
        for row in corpus.tables.rows(table):
            found.update(words(f"{row['name']};{row['variants'] or ''}".replace(";", " ; ")))
    return frozenset(word.lower() for word in found if len(word) > 2)


NAMES = {"with": "names of people and places too", "without": "without names of people and places"}


def region_words_view(corpus: Corpus, *, a: str = "volga", b: str = "urals", names: str = "with", min_leaves: int = 2) -> Chart:
    """Words that the sections on region ``a`` have more often than those on ``b``: log ratio with its interval, and on how many leaves.

    Sections that treat both are left out. Where that leaves nothing to one of them, its sections are compared with
    the rest of the book, and the title says so.
    """
    here, there = two_names(corpus, a, b)
    ours, theirs = sections_apart(corpus.tables.rows("regions"), a, b)
    if ours and theirs:
        frame = keyness(corpus, section=ours, against=theirs, min_leaves=min_leaves, min_ll=0)
    else:
        ours = _sections(corpus, a)
        theirs, there = [], "the rest of the book"
        frame = keyness(corpus, section=ours, min_leaves=min_leaves, min_ll=0)
    sizes = frame.attrs["target_words"], frame.attrs["reference_words"]
    n_all = len(frame.head(20))
    kept = frame[[names == "with" or token not in name_words(corpus) for token in frame["token"]]].head(20)
    rows = kept.round(2).to_dict("records")
    for row in rows:
        row |= {"id": row["token"], "few": row["n_leaves"] < THIN_LEAVES}
    left_out = sum(token in name_words(corpus) for token in frame["token"].head(20))
    return keyness_dots(
        rows,
        title=f"Which words set one region apart: {here} from {there}?",
        label="token",
        value="log_ratio",
        low="log_ratio_low",
        high="log_ratio_high",
        thin_row="few",
        here=f"more in {here}",
        there=f"more in {there}",
        columns=KEY_COLUMNS,
        source=f"Sections {', '.join(ours)} against {', '.join(theirs) or 'all others'}: {sizes[0]:,} words against {sizes[1]:,}. {left_out} of the first "
        f"{n_all} stand in names of people and places. A log ratio of 1 is twice as often. Hollow: the interval meets 0, or fewer than {THIN_LEAVES} leaves.",
        thin=f"one side has only {min(sizes):,} words" if min(sizes) < THIN_WORDS else "",
    )


def _sections(corpus: Corpus, region: str) -> list[str]:
    return next(str(row["sections"]).split(";") for row in corpus.tables.rows("regions") if row["id"] == region)
