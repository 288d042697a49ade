"""Lesson 32's charts: how speakers are brought in, whose words fill the quotations, who is made the doer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from helpers.analysis.agency import MIN_DEEDS, VOICE_NAMES, agency
from helpers.analysis.naming import SPEAKERS
from helpers.analysis.voices import (
    MANNER_GROUPS,
    MEASURES,
    MIN_TURNS,
    OPPONENTS,
    VOICES,
    manners_by_class,
    reported_by_class,
    voices_by_section,
)
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.charts.matrix import heat_map
from helpers.model import Corpus
from helpers.views.asking import counted, section_names
from helpers.views.errors import error_of
from helpers.views.linking import deed_link, lines, linked, with_link

PER_TURNS, RAW = "per_100", "n"
"""The choice between a rate for each hundred turns and the bare count."""


REPORT_COLUMNS = {
    "speaker": "whose words", "n": "how often", "n_turns": "turns", "per_100": "per 100 turns", "low": "from", "high": "to", "verbs": "which",
}  # fmt: skip


def reporting_view(corpus: Corpus, *, what: str = "marked", per: str = PER_TURNS) -> Chart:
    """How often each class of speaker is reported in one way (``MEASURES``): for each hundred turns, or as bare counts."""
    frame = reported_by_class(corpus.measures.rows("reporting"), corpus.measures.rows("quotations"), what=what).round(1)
    rows = [
        with_link(row, f"{lines('reports', n=row['n'], told='these', what=what, speakers=row['speaker_class'])} {_turns(row)}")
        for row in frame[~frame["thin"]].to_dict("records")
    ]
    few = [f"{row['speaker']} ({row['n_turns']})" for row in frame[frame["thin"]].to_dict("records")]
    total = int(frame["n"].sum())
    interval = {"low": "low", "high": "high"} if per == PER_TURNS else {}
    return linked(
        bar_chart,
        rows,
        title=f"Whose words are reported with {MEASURES[what][0]}?",
        label="speaker",
        value=per,
        unit="per 100 turns" if per == PER_TURNS else "times",
        columns=REPORT_COLUMNS,
        source=f"{counted(total, 'report')} of this kind. A turn is a quotation that opens one or an indirect report; a speaker not found is left out. "
        f"Too few turns to show (under {MIN_TURNS}): {', '.join(few)}. Lines: 95 per cent interval. "
        + error_of(corpus, "reporting", ["speaker by rule alone"]),
        thin=f"only {counted(total, 'report is', 'reports are')} of this kind" if total < MIN_TURNS else "",
        **interval,
    )


def manner_view(corpus: Corpus) -> Chart:
    """Words of manner by class of speaker and by what they make of the speaker, for each hundred turns."""
    frame = manners_by_class(corpus.measures.rows("reporting"), corpus.measures.rows("quotations")).round(1)
    rows = [
        with_link(row, f"{lines('reports', n=row['n'], told='these', manner=row['group'], speakers=row['speaker_class'])} {_turns(row)}")
        for row in frame.to_dict("records")
        if row["n_turns"] >= MIN_TURNS
    ]
    total = sum(row["n"] for row in rows)
    yields = [row for row in rows if row["group"] == "gives way" and row["n"]]
    return linked(
        heat_map,
        rows,
        title="What do the words of manner make of a speaker?",
        down="speaker",
        across="group",
        value="per_100",
        unit="per 100 turns",
        order=MANNER_GROUPS,
        columns={
            "speaker": "whose words",
            "group": "the speaker",
            "n": "how often",
            "n_turns": "turns",
            "per_100": "per 100 turns",
            "words": "words",
        },
        sentence="Made to give way: " + "; ".join(f"{row['speaker']} {row['n']}" for row in yields) + "." if yields else "",
        source=f"{counted(total, 'word')} of manner in all: every cell is small, and a sorting by us. "
        + error_of(corpus, "reporting", ["manner"]),
    )


def _turns(row: Mapping[str, Any]) -> str:
    """The lines of all turns of a class of speaker."""
    return lines("turns", n=row["n_turns"], speakers=row["speaker_class"], told="all turns")


def _beside_all(n: int, of: int, speakers: Collection[str], part: str) -> str:
    """The quotations of some classes in a part of the book, and those of all classes there; both counted by their words."""
    mine = lines("quotations", n=n, speakers=",".join(speakers), part=part, told="quoted words of theirs")
    return f"{mine} {lines('quotations', n=of, speakers=','.join(VOICES), part=part, told='all quoted words')}"


def _chapter(section: str) -> str:
    return "chronology" if section == "A" else f"chapter {section.split('.')[0]}"


def voices_view(corpus: Corpus) -> Chart:
    """Of a hundred quoted words of each chapter, how many are whose."""
    quotations, leaves = corpus.measures.rows("quotations"), corpus.measures.rows("leaves")
    cells: dict[tuple[str, str], int] = {}
    for speaker in VOICES:
        for row in voices_by_section(quotations, leaves, [speaker]).itertuples(index=False):
            key = (_chapter(str(row.section)), speaker)
            cells[key] = cells.get(key, 0) + int(row.n_words)
    chapters = [c for c in dict.fromkeys(c for c, _ in cells) if c != "chronology"]
    rows: list[dict[str, Any]] = []
    for chapter in chapters:
        of = sum(cells[chapter, speaker] for speaker in VOICES)
        for speaker in VOICES:
            n = cells[chapter, speaker]
            row = {"chapter": chapter, "speaker": SPEAKERS[speaker], "n": n, "of": of, "per_cent": round(100 * n / of)}
            rows.append(with_link(row, _beside_all(n, of, (speaker,), chapter)))
    whole = sum(row["n"] for row in rows)
    against = sum(row["n"] for row in rows if row["speaker"] in {SPEAKERS[s] for s in OPPONENTS})
    own = sum(row["n"] for row in rows if row["speaker"] == SPEAKERS["bolshevik"])
    return linked(
        heat_map,
        rows,
        title="Whose words fill the quotations of each chapter?",
        down="chapter",
        across="speaker",
        value="per_cent",
        unit="per cent of the quoted words",
        columns={"chapter": "chapter", "speaker": "whose words", "n": "quoted words", "of": "of", "per_cent": "per cent"},
        sentence=f"Of {whole:,} quoted words {own / whole:.0%} are Bolsheviks’ and {against / whole:.0%} their opponents’ "
        "(Mensheviks and S.-R.s, the Provisional Government, liberals and the right, officers).",
        source="Speech, documents and slogans between quotation marks; names, titles, terms, scare words and speakers not found are left out. "
        + error_of(corpus, "quotations", ["speaker as shipped"]),
    )


def opponents_view(corpus: Corpus, *, speaker: str = "opponents", top: int = 15) -> Chart:
    """The sections in which a class (or "opponents" together) has most quoted words, with its share of all quoted words there."""
    wanted: Collection[str] = OPPONENTS if speaker == "opponents" else (speaker,)
    frame = voices_by_section(corpus.measures.rows("quotations"), corpus.measures.rows("leaves"), wanted)
    names, told = section_names(corpus), "opponents of the Bolsheviks" if speaker == "opponents" else SPEAKERS[speaker]
    found = frame[frame["n_words"] > 0].sort_values("n_words", ascending=False, kind="stable").head(top)
    rows = [
        with_link({"section": names.get(row["section"], row["section"]), "n_words": row["n_words"], "of": row["of"], "longest": row["longest"],
                   "per_cent": round(100 * row["share"])},
                  _beside_all(row["n_words"], row["of"], wanted, row["section"]))
        for row in found.to_dict("records")
    ]  # fmt: skip
    total = int(frame["n_words"].sum())
    return linked(
        bar_chart,
        rows,
        title=f"Where are {told} quoted most?",
        label="section",
        value="n_words",
        unit="quoted words",
        columns={
            "section": "section",
            "n_words": "their words",
            "of": "of quoted words",
            "per_cent": "per cent",
            "longest": "longest quotation",
        },
        source=f"{counted(total, 'word')} of theirs in {int((frame['n_words'] > 0).sum())} of {len(frame)} sections; "
        f"the first {counted(len(rows), 'is', 'are')} shown. " + error_of(corpus, "quotations", ["speaker as shipped"]),
        thin=f"only {counted(total, 'word')}" if total < 100 else "",
    )


WHOLE = "book"


def agency_view(corpus: Corpus, *, voice: str = "passive", part: str = WHOLE) -> Chart:
    """In how many of a hundred deeds each actor stands in ``voice``, in the book, "chapter 4" or a section; few deeds: not shown."""
    sections = None if part == WHOLE else [s for s in section_names(corpus) if part in (s, _chapter(s))]
    frame = agency(corpus.measures.rows("agents"), voice=voice, sections=sections)
    least = MIN_DEEDS if sections is None else MIN_DEEDS // 5
    kept = frame[frame["of"] >= least].round(1)
    left = list(frame["name"][(frame["of"] < least) & (frame["of"] > 0)])
    total = int(kept["of"].sum())
    where = "the book" if sections is None else part if part.startswith("chapter") else f"section {part}"
    chosen = "" if sections is None else ",".join(sections)
    rows = [with_link(row, deed_link(voice, chosen)(row)) for row in kept.to_dict("records")]
    return linked(
        bar_chart,
        rows,
        title=f"Who {VOICE_NAMES[voice].split(' (')[0]} in {where}?",
        label="name",
        value="per_100",
        low="low",
        high="high",
        unit="of 100 deeds",
        columns={"name": "actor", "n": VOICE_NAMES[voice], "of": "deeds found", "per_100": "of 100", "low": "from", "high": "to"},
        source=f"{counted(total, 'deed')} outside quotations; lines: 95 per cent interval. "
        + (f"Under {least} deeds, not shown: {', '.join(left)}. " if left else "")
        + error_of(corpus, "agents", ["actor with voice", voice]),
        thin="" if total >= MIN_DEEDS else f"only {counted(total, 'deed is', 'deeds are')} found here",
    )
