"""Lesson 31's charts of company: the words on the leaves that name someone, and the names on the leaves that use a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.analysis.company import company_of, names_beside
from helpers.analysis.counts import counts_of
from helpers.charts.chart import Chart
from helpers.charts.keyness import keyness_dots
from helpers.model import Corpus
from helpers.views.asking import answered, counted
from helpers.views.keywords import BOOK, part_of
from helpers.views.labels import CLASSES, ONLY_WORDS
from helpers.views.linking import lines, linked, with_link

IN_ORDER = "Ordered by the lower end of the interval. A log ratio of 1 is twice as often, of 2 four times, of −1 half as often."
COMPANY_COLUMNS = {
    "term": "term", "class": "class", "n": "uses", "n_together": "on leaves with the name", "expected": "by chance", "log_ratio": "log ratio",
    "log_ratio_low": "from", "log_ratio_high": "to", "n_leaves_together": "leaves together",
}  # fmt: skip


@answered
def company_view(corpus: Corpus, *, person: str = "kamenev", part: str = BOOK, top: int = 15) -> Chart:
    """The words of our lexicon on the leaves that name someone, against the other leaves of the book, a chapter or a section."""
    lexicon = corpus.tables.rows("lexicon")
    frame = company_of(counts_of(corpus), corpus.measures.rows("entity_leaf"), lexicon, person, **part_of(part))
    solid = frame[~frame["thin"] & frame["log_ratio"].notna()]
    name = next(str(r["name"]) for r in corpus.tables.rows("people") if r["id"] == person)
    if solid.empty:
        raise ValueError(f"in that part no word of ours stands with {name} often enough to compare: choose a larger part")
    leaves = lines("named", kind="person", ids=person)
    rows = [
        with_link({**row, "class": CLASSES[row["term_class"]]}, _both("terms", row, {"ids": row["id"], "part": part}, leaves))
        for row in solid.head(top).round(2).to_dict("records")
    ]
    return linked(
        keyness_dots,
        rows,
        title=f"What company does the name {name} keep?",
        label="term",
        value="log_ratio",
        low="log_ratio_low",
        high="log_ratio_high",
        unit="log ratio",
        here="more on leaves with the name",
        there="more on leaves without",
        columns=COMPANY_COLUMNS,
        source=f"{counted(int(frame['n_leaves_name'].iloc[0]), 'leaf names', 'leaves name')} the person; the first {len(rows)} of {len(solid)} words that are not too thin (five leaves, "
        f"two uses to be expected). {IN_ORDER} A leaf is a page or so: the same leaf is not the same sentence. {ONLY_WORDS}",
    )


def _both(kind: str, row: Mapping[str, Any], chosen: Mapping[str, str], leaves: str) -> str:
    """The lines on the leaves that are looked at, and all of them."""
    there = lines(kind, n=row["n_together"], told="on these leaves", beside=leaves, **chosen)
    return f"{there} {lines(kind, n=row['n'], told='all', **chosen)}"


BESIDE_COLUMNS = {"name": "name", **{k: v for k, v in COMPANY_COLUMNS.items() if k not in ("term", "class")}}
BESIDE_COLUMNS |= {"n": "named", "n_together": "on leaves with the word"}


@answered
def beside_view(corpus: Corpus, *, term: str = "treachery", top: int = 15) -> Chart:
    """The names on the leaves that use a word of our lexicon, against the other leaves."""
    row = next(t for t in corpus.tables.rows("lexicon") if t["id"] == term)
    frame = names_beside(counts_of(corpus), corpus.measures.rows("entity_leaf"), corpus.tables.rows("people"), row)
    solid = frame[~frame["thin"]]
    if solid.empty:
        raise ValueError(f"no name stands with “{row['term']}” often enough to compare")
    leaves = lines("terms", ids=term)
    rows = [
        with_link(r, _both("named", r, {"kind": "person", "ids": r["id"]}, leaves)) for r in solid.head(top).round(2).to_dict("records")
    ]
    return linked(
        keyness_dots,
        rows,
        title=f"Whose names stand near “{row['term']}”?",
        label="name",
        value="log_ratio",
        low="log_ratio_low",
        high="log_ratio_high",
        unit="log ratio",
        here="more on leaves with the word",
        there="more on leaves without",
        columns=BESIDE_COLUMNS,
        source=f"{counted(int(frame['n_leaves_term'].iloc[0]), 'leaf has', 'leaves have')} the word; {counted(len(solid), 'name is', 'names are')} not too thin (five leaves, two mentions to be expected). "
        f"{IN_ORDER} Near is not aimed at: the word may be quoted, denied, or said of another. {ONLY_WORDS}",
    )
