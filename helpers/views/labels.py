"""Lesson 31's charts: names and labels by section, the company a name keeps, and what quotation marks are there for."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.analysis.counts import Counts, counts_of
from helpers.analysis.figures import ids_in
from helpers.analysis.frequency import per_10k
from helpers.analysis.labels import by_section, term_counts, term_per_leaf
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.model import Corpus
from helpers.views.asking import NOT_COUNTED, counted, section_names
from helpers.views.chronology import with_rows
from helpers.views.linking import lines, linked, with_link

CLASSES = {"label": "label", "self_name": "self-name", "technical": "technical word", "praise": "praise", "metaphor": "image"}
"""Classes of the table ``lexicon`` in words."""
TARGETS = {
    "": "anyone", "opponents": "opponents in general", "mensheviks": "Mensheviks", "srs": "S.-R.s", "officers": "officers",
    "opposition_bolsheviks": "Bolsheviks who differed", "provisional_government": "the Provisional Government", "bolsheviks": "Bolsheviks",
    "workers": "workers", "soldiers": "soldiers",
}  # fmt: skip
ONLY_WORDS = "Phrases of several words are left out. The classes are ours, from a reading."
DRAWS, SEED = 500, 1917
"""Resamples behind an interval, and where the dice start, so that it is the same each time."""


def resampled(n: np.ndarray, n_words: np.ndarray) -> tuple[float, float]:
    """The 95 % interval of a rate per 10 000 words when its leaves are drawn anew with replacement ``DRAWS`` times (percentiles).

    A label comes in bursts, so leaves and not words are drawn. nan for a single leaf.

    >>> resampled(np.array([2, 2]), np.array([1000, 1000]))
    (20.0, 20.0)
    """
    if len(n) < 2:
        return float("nan"), float("nan")
    drawn = np.random.default_rng(SEED).integers(0, len(n), (DRAWS, len(n)))
    rates = per_10k(n[drawn].sum(axis=1), n_words[drawn].sum(axis=1))
    return float(np.percentile(rates, 2.5)), float(np.percentile(rates, 97.5))


def _uses(corpus: Corpus, counts: Counts, term_class: str) -> np.ndarray:
    terms = [t for t in corpus.tables.rows("lexicon") if t["class"] == term_class]
    uses: np.ndarray = np.sum([term_per_leaf(counts, t)[0] for t in terms], axis=0)
    return uses


def _units(counts: Counts, chapter: int) -> list[str]:
    """For each leaf the chapter, or the section of one chapter, that it counts for; empty for none."""
    homes = [counts.sections[k] for k in counts.leaf_section.tolist()]
    if chapter:
        return [home if home.startswith(f"{chapter}.") else "" for home in homes]
    return ["" if home == "A" else f"chapter {home.split('.')[0]}" for home in homes]


def villains_view(corpus: Corpus, *, chapter: int = 0) -> Chart:
    """Labels and praise per 10 000 words: chapter by chapter, or by section of one ``chapter``, each with a resampled interval."""
    counts, names = counts_of(corpus), section_names(corpus)
    units, uses = _units(counts, chapter), {kind: _uses(corpus, counts, kind) for kind in ("label", "praise")}
    rows: list[dict[str, Any]] = []
    for unit in dict.fromkeys(u for u in units if u):
        mine = np.array([u == unit for u in units])
        for kind, per_leaf in uses.items():
            n, n_words = per_leaf[mine], counts.n_words[mine]
            low, high = resampled(n, n_words)
            rate = float(per_10k(n.sum(), n_words.sum()))
            row = {"part": names.get(unit, unit), "kind": CLASSES[kind], "n": int(n.sum()), "n_words": int(n_words.sum()),
                   "rate": round(rate, 1), "low": round(low, 1), "high": round(high, 1)}  # fmt: skip
            rows.append(with_link(row, lines("terms", n=n.sum(), term_class=kind, part=unit)))
    return linked(
        bar_chart,
        rows,
        title=f"Where do labels and praise stand thickest: {f'sections of chapter {chapter}' if chapter else 'the chapters'}?",
        label="part",
        value="rate",
        unit="per 10,000 words",
        series="kind",
        low="low",
        high="high",
        columns={
            "part": "where",
            "kind": "class",
            "n": "uses",
            "n_words": "words",
            "rate": "per 10,000 words",
            "low": "from",
            "high": "to",
        },
        source=f"Lines: 95 per cent of {DRAWS} resamples of the leaves. {ONLY_WORDS} A label in a quotation counts too. {NOT_COUNTED}",
    )


def labels_view(corpus: Corpus, *, term_class: str = "label", target: str = "", top: int = 15) -> Chart:
    """The most used terms of a class (used of ``target``), with the sections that have the highest rates of them as a list."""
    lexicon = [t for t in corpus.tables.rows("lexicon") if t["class"] == term_class and (not target or target in ids_in(t["target"]))]
    if not lexicon:
        raise ValueError(f"no term of the class {CLASSES[term_class]} is used of {TARGETS[target]} in our table")
    counts, names = counts_of(corpus), section_names(corpus)
    frame = term_counts(counts, lexicon)
    kept = frame[frame["counted"] & (frame["n"] > 0)].sort_values("n", ascending=False, kind="stable")
    rows = [
        with_link({**row, "n": int(row["n"]), "n_leaves": int(row["n_leaves"])}, lines("terms", n=row["n"], ids=row["id"]))
        for row in kept.head(top).to_dict("records")
    ]
    places = by_section(counts, lexicon)
    listed = [
        {"section": names.get(row["section"], row["section"]), "n": row["n"], "per_10k": round(row["per_10k"], 1),
         "terms": row["top_terms"].replace(";", ", "),
         "lines": lines("terms", n=row["n"], term_class=term_class, target=target, part=row["section"])}
        for row in places[places["n"] > 0].sort_values("per_10k", ascending=False, kind="stable").head(10).to_dict("records")
    ]  # fmt: skip
    chart = bar_chart(
        rows,
        title=f"Which words of the class “{CLASSES[term_class]}” stand most often{f', used of {TARGETS[target]}' * bool(target)}?",
        label="term",
        value="n",
        unit="uses",
        columns={"term": "term", "n": "uses", "n_leaves": "leaves"},
        source=f"{counted(int(kept['n'].sum()), 'use')} of {counted(len(kept), 'term')}, {'all' if len(rows) == len(kept) else f'the first {len(rows)}'} drawn; "
        f"below, {counted(len(listed), 'section')} with the highest rate. {ONLY_WORDS}",
        thin="" if kept["n"].sum() >= 5 else "fewer than five uses",
    )
    none = [{"section": "none", "n": 0, "per_10k": 0.0, "terms": ""}]
    return with_rows(
        chart, listed or none, {"section": "section", "n": "uses there", "per_10k": "per 10,000 words", "terms": "most used there"}
    )


TWENTY = (
    "compromiser", "kornilovite", "mutiny", "landlord", "waverer", "counter-revolutionary", "menshevik", "masses", "comrade",
    "insurrection", "propaganda", "internationalist", "cadet", "soviet", "garrison", "revolt", "commissar", "organiser", "firm",
    "staunch",
)  # fmt: skip
"""Twenty terms of the lexicon that lesson 31 has sorted."""
OWN_USE = {"yes": "yes", "partly": "partly", "no": "no", "not_seen": "not seen", "to_check": "not checked", "": "not asked"}


def twenty_view(corpus: Corpus) -> Chart:
    """The twenty terms of lesson 31: how often each stands, its class, and whether those meant used it of themselves."""
    rows = {str(r["id"]): r for r in corpus.tables.rows("lexicon")}
    frame = term_counts(counts_of(corpus), [rows[id_] for id_ in TWENTY])
    told = [
        with_link({"term": r["term"], "n": int(r["n"]), "class": CLASSES[r["term_class"]], "own": OWN_USE[rows[r["id"]]["own_use"]],
                   "note": str(rows[r["id"]]["note"]).replace("to_check", "not checked")}, lines("terms", n=r["n"], ids=r["id"]))
        for r in frame.to_dict("records")
    ]  # fmt: skip
    columns = {"term": "term", "class": "class", "own": "own use seen", "n": "uses", "note": "what we noted"}
    chart = bar_chart(
        told,
        title="How often do the twenty words stand in the book?",
        label="term",
        value="n",
        unit="uses",
        columns=columns,
        source=f"Forms of one word only. The class of a term is ours; own use: whether we saw it used by those whom it means. {NOT_COUNTED}",
    )
    return with_rows(chart, told, columns)
