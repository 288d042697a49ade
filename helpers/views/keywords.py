"""What sets a part apart, and the company of a word: key words, collocates, runs of words that come back."""

from __future__ import annotations

from typing import Any

from helpers.analysis.collocation import collocates
from helpers.analysis.counts import counts_of
from helpers.analysis.keyness import keyness
from helpers.analysis.ngrams import ngrams
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.charts.keyness import keyness_dots
from helpers.model import Corpus
from helpers.views.asking import NOT_COUNTED, answered, asked_word, section_names
from helpers.views.linking import lines, linked

THIN_WORDS = 2000
"""A target or reference of fewer words than this gives key words that hang on a page or two."""

THIN_LEAVES = 3
"""A key word that stands on fewer leaves than this is thin: one passage is enough to make it."""

THIN_NODE = 20
"""The company of a word that stands fewer times than this is an accident."""

BOOK = "book"


def part_of(value: str) -> dict[str, Any]:
    """The choice of a part as the analysis takes it: "book", "chapter 4", or a section id.

    >>> part_of("book"), part_of("chapter 4"), part_of("4.1")
    ({}, {'chapter': 4}, {'section': '4.1'})
    """
    if value == BOOK:
        return {}
    return {"chapter": int(value.split()[1])} if value.startswith("chapter ") else {"section": value}


def _part_name(corpus: Corpus, value: str) -> str:
    if value.startswith("chapter ") or value == "rest":
        return {"rest": "the rest of the book"}.get(value, value)
    return {BOOK: "the book", "ten-days": "Ten Days that Shook the World"}.get(value) or section_names(corpus).get(value, value)


ORDERED_BY = {
    "log_likelihood": "how sure the difference is (log-likelihood)",
    "log_ratio": "how large the difference is (log ratio)",
    "n_target": "how often the word stands here",
}


@answered
def keyness_view(
    corpus: Corpus,
    *,
    target: str,
    against: str = "rest",
    order: str = "log_likelihood",
    min_ll: float = 15.13,
    min_leaves: int = 2,
    side: str = "over",
    top: int = 20,
) -> Chart:
    """Key words of ``target`` ("book", "chapter 4" or a section id) against "rest", "ten-days", a chapter or a section.

    Each dot is a log ratio with its 95 % interval. ``order`` and the cut-offs ``min_ll`` (log-likelihood) and ``min_leaves``
    decide which words come into the list.
    """
    if target == BOOK and against != "ten-days":
        raise ValueError("the whole book leaves nothing to compare it with but Ten Days: choose that, or a part as the target")
    reference = {"against": part_of(against).get("chapter", against)}
    frame = keyness(corpus, **part_of(target), **reference, order=order, side=side, min_ll=min_ll, min_leaves=min_leaves, top=top)
    sizes = frame.attrs["target_words"], frame.attrs["reference_words"]
    rows = frame.round(2).to_dict("records")
    for row in rows:
        row["few"] = row["n_leaves"] < THIN_LEAVES and row["log_ratio"] > 0
        row["id"] = row["lines"] = _here_and_there(row, target, against)
    here, there = _part_name(corpus, target), _part_name(corpus, against)
    return linked(
        keyness_dots,
        rows,
        title=f"Which words set {here} apart from {there}?",
        label="token",
        value="log_ratio",
        low="log_ratio_low",
        high="log_ratio_high",
        thin_row="few",
        unit="log ratio",
        here=f"more in {here}",
        there=f"more in {there}",
        columns=KEY_COLUMNS,
        source=(
            f"The first {len(rows)} by {ORDERED_BY.get(order, order)}; log-likelihood at least {min_ll:g}, on at least {min_leaves} leaves. "
            f"{sizes[0]:,} words against {sizes[1]:,}. A log ratio of 1 is twice as often, of 2 four times. Hollow: the interval meets 0, or fewer than {THIN_LEAVES} leaves. {NOT_COUNTED} "
            "A word spelled otherwise there counts as absent there."
        ),
        thin=f"one side has only {min(sizes):,} words" if min(sizes) < THIN_WORDS else "",
    )


def _here_and_there(row: dict[str, Any], target: str, against: str) -> str:
    """The lines of a key word in the part it is a key word of, and in what that is compared with."""
    here = lines("words", n=row["n_target"], query=row["token"], part=target, told="here")
    if against == "ten-days":
        return f"{here} {lines('words', n=row['n_reference'], query=row['token'], text='ten-days', told='in Ten Days')}"
    return f"{here} {lines('words', n=row['n_reference'], query=row['token'], part=f'not {target}' if against == 'rest' else against, told='there')}"


KEY_COLUMNS = {
    "token": "word", "n_target": "here", "n_reference": "there", "target_per_10k": "here, per 10,000", "reference_per_10k": "there, per 10,000",
    "log_likelihood": "log-likelihood", "log_ratio": "log ratio", "log_ratio_low": "from", "log_ratio_high": "to", "n_leaves": "leaves here",
    "n_reference_sections": "sections there",
}  # fmt: skip

MEASURES = {
    "log_dice": "log Dice (14 at most: never apart)",
    "log_likelihood": "log-likelihood (how sure)",
    "mi": "mutual information (rare words come first)",
    "delta_p_collocate": "Δp: likelier beside the word than elsewhere",
    "n": "number of meetings",
}


COMPANY_COLUMNS = {
    "collocate": "word", "n": "meetings", "n_sections": "sections", "n_collocate": "how often at all", "expected": "meetings by chance",
    "log_dice": "log Dice", "log_likelihood": "log-likelihood", "mi": "mutual information", "delta_p_collocate": "Δp",
}  # fmt: skip


def _commonest(corpus: Corpus, n: int) -> set[str]:
    """The ``n`` most frequent words of the book."""
    counts = counts_of(corpus)
    order = (-counts.everywhere.n).argsort(kind="stable")[:n]
    return {counts.tokens[k] for k in order.tolist()}


@answered
def collocates_view(
    corpus: Corpus, *, node: str, other: str = "", measure: str = "log_dice", min_count: int = 5, without: int = 100, top: int = 20
) -> Chart:
    """The company of ``node`` (of ``other`` where it is given, which needs a copy) within five words; the ``without`` most
    frequent words of the book are left out."""
    word = asked_word(other) if other.strip() else node
    frame = collocates(corpus, word, order=measure, min_count=min_count)
    kept = frame[~frame["collocate"].isin(_commonest(corpus, without))].head(top)
    rows = [{**row, "id": row["collocate"]} for row in kept.round(4).to_dict("records")]
    n_node = frame.attrs["n_node"]
    return bar_chart(
        rows,
        title=f"What company does “{word}” keep?",
        label="collocate",
        value=measure,
        unit=MEASURES[measure],
        columns=COMPANY_COLUMNS,
        source=(
            f"“{word}” stands {n_node:,} times; {len(rows)} of {len(frame):,} words that meet it at least {min_count} times within five words"
            f"{f', without the {without} most frequent words of the book' if without else ''}. {NOT_COUNTED}"
        ),
        thin=f"it stands only {n_node} times" if n_node < THIN_NODE else "",
    )


@answered
def ngrams_view(corpus: Corpus, *, length: int = 3, containing: str = "", order: str = "n", top: int = 20) -> Chart:
    """Runs of ``length`` words that come back, with a word (``containing``) or all: the most frequent, or those in most sections."""
    word = asked_word(containing) if containing.strip() else None
    frame = ngrams(corpus, length, containing=word, order=order, top=top)
    return bar_chart(
        frame.to_dict("records"),
        title=f"Which runs of {length} words come back" + (f" with “{word}”?" if word else "?"),
        label="ngram",
        value=order,
        unit="occurrences" if order == "n" else "sections",
        columns={"ngram": "run", "n": "how often", "n_sections": "in how many sections"},
        source=f"The first {len(frame)} that stand at least 3 times in at least {min(length, 3)} sections; a run never crosses a sign. {NOT_COUNTED}",
        thin="" if len(frame) >= 3 else f"only {len(frame)} such run{'s' * (len(frame) != 1)}",
    )
