"""How often a word stands, where, and how evenly: bars by chapter or section, the way through the book, strips of leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.analysis.counts import counts_of
from helpers.analysis.dispersion import dispersion, dispersion_list, strip
from helpers.analysis.frequency import frequency, kendall_tau, trend
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.charts.series import line_series
from helpers.charts.strip import dispersion_strip
from helpers.model import Corpus
from helpers.views.asking import NOT_COUNTED, answered, asked_word, counted, section_names, thin_of, with_pages
from helpers.views.linking import lines, linked, with_link

if TYPE_CHECKING:
    import pandas as pd

THIN = 10
"""A rate that rests on fewer occurrences than this moves by chance."""

THIN_SPREAD = 20
"""A spread of fewer occurrences than this says little: even words drawn by chance can't be even."""

MOST_WORDS = 4


def _basis(frame: pd.DataFrame) -> str:
    return f"{int(frame['n'].sum()):,} of {int(frame['n_words'].sum()):,} words. {NOT_COUNTED}"


COUNT_COLUMNS = {"name": "where", "pages": "printed pages", "n": "how often", "n_words": "words", "per_10k": "per 10,000 words"}


@answered
def frequency_view(corpus: Corpus, *, word: str, chapter: int = 0) -> Chart:
    """How often ``word`` (or ``a|b``, or a word with *) stands per 10 000 words: by chapter, or by section of one ``chapter``."""
    word = asked_word(word)
    frame = frequency(corpus, word, by="section" if chapter else "chapter")
    rows = with_pages(frame[frame["chapter"] == chapter] if chapter else frame)
    names = section_names(corpus)
    for row in rows:
        row["name"] = (
            names.get(row["section"], row["section"]) if chapter else f"chapter {row['chapter']}" if row["chapter"] else "chronology"
        )
        row["per_10k"] = round(row["per_10k"], 1)
        where = row["section"] if chapter else f"chapter {row['chapter']}"
        row["id"] = row["lines"] = lines("words", n=row["n"], query=word, part=where)
    return linked(
        bar_chart,
        rows,
        title=f"How often does “{word}” stand in {f'the sections of chapter {chapter}' if chapter else 'each chapter'}?",
        label="name",
        value="per_10k",
        unit="per 10,000 words",
        columns=COUNT_COLUMNS,
        source=_basis(frame[frame["chapter"] == chapter] if chapter else frame),
        thin=thin_of(sum(row["n"] for row in rows), THIN),
    )


@answered
def trend_view(corpus: Corpus, *, word: str, span: int = 5) -> Chart:
    """The way of ``word`` through the book, section by section: its rate, and that of ``span`` neighbouring sections together."""
    word = asked_word(word)
    frame = trend(corpus, word, span=span)
    tau = kendall_tau(frame["per_10k"])
    named = section_names(corpus)
    rows = [
        {
            **row,
            "name": named.get(row["section"], row["section"]),
            "line": line,
            "rate": round(row[column], 1),
            "lines": lines("words", n=row["n"], query=word, part=row["section"]),
        }
        for line, column in ((f"{span} sections together", "moving_per_10k"), ("section by section", "per_10k"))
        for row in with_pages(frame)
    ]
    way = (
        f" Kendall’s τ with the order of sections: {tau:.2f} (1: it rises all the way, −1: it falls).".replace("-", "−")
        if tau == tau
        else ""
    )
    chart = line_series(
        rows if span > 1 else rows[len(frame) :],
        title=f"Does “{word}” come and go through the book?",
        at="section",
        value="rate",
        unit="per 10,000 words",
        series="line",
        columns={"section": "section", "line": "line", "rate": "per 10,000 words"},
        source=f"{_basis(frame)} The order is that of the book, not of events.{way}",
        thin=thin_of(int(frame["n"].sum()), THIN),
    )
    return replace(chart, rows=tuple(r for r in rows if r["line"] == "section by section"), columns=COUNT_COLUMNS)


def asked_words(text: str) -> list[str]:
    """The queries in a text, parted by commas, each once. Raises ValueError for none, too many, or what is no word.

    >>> asked_words("soviet|soviets, duma,")
    ['soviet|soviets', 'duma']
    """
    found = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not 0 < len(found) <= MOST_WORDS:
        raise ValueError(f"name one to {MOST_WORDS} words, parted by commas; these are {len(found)}")
    return [asked_word(part) for part in found]


STRIP_COLUMNS = {
    "term": "word",
    "leaf": "leaf",
    "section": "section",
    "pages": "printed pages",
    "n": "how often",
    "per_10k": "per 10,000 words",
}


def _strips(corpus: Corpus, terms: Sequence[str], title: str, *, sentence: str, source: str, thin: str) -> Chart:
    """A strip for each of ``terms``; the table lists the leaves that have it."""
    rows = [
        with_link({**row, "term": term, "per_10k": round(row["per_10k"], 1)}, lines("words", n=row["n"], query=term, leaf=row["leaf"]))
        for term in terms
        for row in with_pages(strip(corpus, term))
    ]
    counts = counts_of(corpus)
    firsts = {row["chapter"]: row["begin_share"] for row in reversed(rows)}
    chart = dispersion_strip(
        rows,
        title=title,
        term="term",
        start="begin_share",
        end="end_share",
        value="n",
        place="leaf",
        breaks=[(firsts[c], f"ch. {c}" if c else "A") for c in dict.fromkeys(counts.chapters)],
        columns=STRIP_COLUMNS,
        sentence=sentence,
        source=source,
        thin=thin,
    )
    return replace(chart, rows=tuple({key: row[key] for key in (*STRIP_COLUMNS, "lines")} for row in rows if row["n"]))


@answered
def dispersion_view(corpus: Corpus, *, words: str) -> Chart:
    """Where one to four words (parted by commas) stand, leaf by leaf, with the deviation of proportions (DP) of each."""
    asked = asked_words(words)
    spread = {word: dispersion(corpus, word).iloc[0] for word in asked}
    told = [
        f"“{word}” stands {counted(int(row['n']), 'time')} on {row['range']} of {row['n_parts']} leaves (DP {row['dp']:.2f})"
        if row["n"]
        else f"“{word}” stands nowhere"
        for word, row in spread.items()
    ]
    few = [word for word, row in spread.items() if row["n"] < THIN_SPREAD]
    return _strips(
        corpus,
        asked,
        "Where in the book, and how evenly?",
        sentence="; ".join(told) + ".",
        source=f"DP is 0 where a word is spread as evenly as the leaves allow and near 1 where it stands in one place; rare words can't be even. {NOT_COUNTED}",
        thin=f"{', '.join(f'“{word}”' for word in few)} stand{'s' * (len(few) == 1)} fewer than {THIN_SPREAD} times" if few else "",
    )


@answered
def two_spreads_view(corpus: Corpus, *, count: int = 100) -> Chart:
    """Of the words that stand about ``count`` times (a tenth more or less), the one spread most evenly over the sections and
    the one spread least evenly."""
    band = dispersion_list(corpus, by="section", min_count=1)
    band = band[(band["n"] - count).abs() <= count / 10]
    if len(band) < 2:
        raise ValueError(f"fewer than two words stand about {count} times")
    even, uneven = band.iloc[0], band.iloc[-1]
    return _strips(
        corpus,
        [even["token"], uneven["token"]],
        f"Two words that stand about {count} times: are they equally frequent?",
        sentence=(
            f"“{even['token']}” stands {even['n']} times in {even['range']} sections (DP {even['dp']:.2f}), “{uneven['token']}” {uneven['n']} times in "
            f"{uneven['range']} (DP {uneven['dp']:.2f})."
        ),
        source=(
            f"The most and the least even of {len(band):,} words that stand {count - count // 10} to {count + count // 10} times, by DP over the sections "
            f"(0 even, near 1 in one place). {NOT_COUNTED}"
        ),
        thin="" if count >= THIN_SPREAD else f"words that stand {count} times can't be even",
    )
