"""Lesson 31's chart of quotation marks: what they are there for round one to three words, with the errors of the rule."""

from __future__ import annotations

from collections.abc import Callable

from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.model import Corpus
from helpers.views.asking import counted
from helpers.views.chronology import with_rows
from helpers.views.keywords import BOOK
from helpers.views.linking import lines, with_link

KINDS = {
    "scare": "at a distance (so-called)", "name": "a name", "speech": "somebody’s words", "title": "a title", "term": "a word as a word",
    "slogan": "a slogan",
}  # fmt: skip


def _inside(part: str) -> Callable[[str], bool]:
    """Whether a section lies in a part: the book, "chapter 4", or a section."""
    if part == BOOK:
        return lambda section: True
    if part.startswith("chapter "):
        return lambda section: section.split(".")[0] == part.split()[1]
    return lambda section: section == part


def marks_view(corpus: Corpus, *, kind: str = "scare", part: str = BOOK, top: int = 25) -> Chart:
    """What quotation marks round one to three words are there for; the words of one ``kind`` as a list."""
    inside = _inside(part)
    spans = [r for r in corpus.measures.rows("scare_quotes") if inside(str(r["section"]))]
    counts = {k: sum(int(r["count"]) for r in spans if r["kind"] == k) for k in KINDS}
    rule = next(r for r in corpus.tables.rows("detector_scores") if (r["detector"], r["label"]) == ("scare_quotes", "scare"))
    total, words = sum(counts.values()), dict[str, list[tuple[int, str]]]()
    for row in spans:
        if row["kind"] == kind:
            words.setdefault(str(row["term"]), []).append((int(row["count"]), str(row["section"])))
    listed = [{"term": term, "n": sum(n for n, _ in uses), "sections": ", ".join(s for _, s in uses)} for term, uses in words.items()]
    listed = [with_link(row, lines("spans", n=row["n"], mark=kind, term=row["term"], part=part)) for row in listed]
    listed.sort(key=lambda row: (-int(str(row["n"])), str(row["term"])))
    chart = bar_chart(
        [with_link({"kind": told, "n": counts[k]}, lines("spans", n=counts[k], mark=k, part=part)) for k, told in KINDS.items()],
        title="What are quotation marks round one to three words there for?",
        label="kind",
        value="n",
        unit="times",
        columns={"kind": "kind", "n": "times"},
        sentence=f"Of {counted(total, 'short span')} {counted(counts['scare'], 'holds', 'hold')} words at a distance."
        if total
        else "No short span stands here between quotation marks.",
        source=f"These kinds were settled by reading. The rule alone finds {rule['n_found']} words at a distance in the whole book; {rule['n_right']} of them a reader "
        f"marked so, and {rule['n_marked'] - rule['n_right']} it misses.",
        thin="" if total >= 10 else f"only {counted(total, 'span')}",
    )
    none = [{"term": "none of this kind", "n": 0, "sections": ""}]
    return with_rows(chart, listed[:top] or none, {"term": f"words: {KINDS[kind]}", "n": "times", "sections": "sections"})
