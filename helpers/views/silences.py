"""Lesson 33's charts: who is named here and in Ten Days, in which way people vanish, and later verdicts carried back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from helpers.analysis.back_projection import VERDICTS, back_projection, uses_by_company
from helpers.analysis.counts import counts_of, reference_of
from helpers.analysis.silences import WAYS, absence_rates, by_way, spelling_counts
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.model import Corpus
from helpers.views.asking import NOT_COUNTED, counted, section_names
from helpers.views.chronology import with_rows
from helpers.views.linking import lines, linked, with_link

if TYPE_CHECKING:
    import pandas as pd

THIRTY = (
    "antonov-ovseyenko", "krylenko", "dybenko", "bubnov", "raskolnikov", "kollontai", "spiridonova", "kamkov", "lazimir", "joffe",
    "nevsky", "mekhonoshin", "smilga", "skrypnik", "lomov", "lunacharsky", "shlyapnikov", "nogin", "rykov", "trotsky", "kamenev",
    "zinoviev", "bukharin", "muralov", "sokolnikov", "smidovich", "gorky", "martov", "sukhanov", "stalin",
)  # fmt: skip
"""Thirty people of October whom lesson 33 asks about, by their id in the table ``absences``."""
GROUPS = {
    "thirty": "the thirty of this lesson",
    "deletion": "not named here, though others place them there",
    "recasting": "named here in another part",
    "scope": "outside one book's story",
    "control": "kept to compare with",
}
HERE, THERE = "here", "Ten Days"


def rates(corpus: Corpus) -> pd.DataFrame:
    """``absence_rates`` of the table ``absences`` over what ships."""
    measures = corpus.measures
    n_here, n_there = int(counts_of(corpus).n_words.sum()), int(reference_of(corpus).n_words)
    return absence_rates(
        corpus.tables.rows("absences"),
        measures.rows("entity_leaf"),
        measures.rows("reference_entities"),
        n_words=n_here,
        n_words_reference=n_there,
    )


def named_in(n_here: int, n_reference: int) -> str:
    """In which of the two books someone is named.

    >>> named_in(0, 18), named_in(2, 2), named_in(0, 0)
    ('there', 'both', 'neither')
    """
    return {(True, True): "both", (True, False): "here", (False, True): "there", (False, False): "neither"}[n_here > 0, n_reference > 0]


def settled(row: Any) -> str:
    """What the two counts alone say of a row of ``absence_rates``."""
    if row["n_here"] + row["n_reference"] == 0:
        return "nothing: named in neither"
    if row["log_ratio_high"] < 0:
        return "named less here"
    return "named more here" if row["log_ratio_low"] > 0 else "nothing: too few, or too alike"


def mentions(row: Any) -> tuple[str, str]:
    """The lines that name someone of ``absence_rates`` here, and those in *Ten Days*."""
    here = lines("named", n=row["n_here"], kind="absence", ids=row["id"], told="in this book")
    return here, lines("named", n=row["n_reference"], kind="absence", ids=row["id"], told="in Ten Days", text="ten-days")


UNSETTLED = "not settled by counting"
SAYS = {
    "named less here": "named less here", "named more here": "named more here", "nothing: named in neither": UNSETTLED,
    "nothing: too few, or too alike": UNSETTLED,
}  # fmt: skip
"""What the counts say of one person → the bar of ``ways_view`` that counts them."""
SILENCE_COLUMNS = {
    "name": "who", "role": "in October", "n_here": "named here", "n_reference": "in Ten Days", "expected_here": "here at the rate of Ten Days",
    "log_ratio": "log ratio", "log_ratio_low": "from", "log_ratio_high": "to", "says": "the counts alone say",
}  # fmt: skip


def silences_view(corpus: Corpus, *, group: str = "thirty", scale: str = "per_10k") -> Chart:
    """How often people of October are named here and in Ten Days (``scale`` per_10k or n); ``group``: "thirty" or a way of vanishing."""
    frame = rates(corpus)
    mine = frame[frame["id"].isin(THIRTY)] if group == "thirty" else frame[frame["way"] == group]
    people: list[dict[str, Any]] = mine.round(2).to_dict("records")
    columns = {"per_10k": ("here_per_10k", "reference_per_10k"), "n": ("n_here", "n_reference")}[scale]
    rows = [
        {"name": row["name"], "book": book, "value": round(row[column], 2), "id": f"absences/{row['id']} {link}"}
        for row in people
        for (book, column), link in zip(((HERE, columns[0]), (THERE, columns[1])), mentions(row), strict=True)
    ]
    listed = [{**row, "says": settled(row), "lines": " ".join(mentions(row))} for row in people]
    less = sum(row["says"] == "named less here" for row in listed)
    never = sum(row["n_here"] == 0 for row in people)
    unasked = [row["name"] for row in people if not row["counted_there"] and not row["n_reference"]]
    chart = bar_chart(
        rows,
        title=f"Who is named here, and who in Ten Days ({GROUPS[group]})?",
        label="name",
        value="value",
        unit="per 10,000 words" if scale == "per_10k" else "times",
        series="book",
        columns=SILENCE_COLUMNS,
        sentence=f"{never} of {len(people)} {'is' if never == 1 else 'are'} never named here; of {less} the counts alone say that "
        f"{'this one is' if less == 1 else 'they are'} named less than in Ten Days.",
        source=f"Running text by the spellings of the table absences. {NOT_COUNTED} The interval takes every mention as a draw of its own, which it isn't. "
        f"Of {len(unasked)} no spelling was found in Ten Days: their 0 there is by reading.",
    )
    return with_rows(chart, listed, SILENCE_COLUMNS)


def ways_view(corpus: Corpus) -> Chart:
    """For each way of vanishing how many people and bodies the table has, and how many the counts alone settle."""
    people = rates(corpus)
    frame = by_way(people)
    said = people.assign(says=[SAYS[settled(row)] for row in people.to_dict("records")])
    rows = []
    for row in frame.to_dict("records"):
        for name, column in (
            ("named less here", "n_lower_here"),
            ("named more here", "n_higher_here"),
            (UNSETTLED, "n_undecided"),
        ):
            mine = said[(said["way"] == row["way"]) & (said["says"] == name)]
            named = lines("named", n=mine["n_here"].sum(), kind="absence", ids=";".join(mine["id"]), told="in this book")
            there = lines(
                "named", n=mine["n_reference"].sum(), kind="absence", ids=";".join(mine["id"]), told="in Ten Days", text="ten-days"
            )
            row_links = f"{';'.join(f'absences/{id_}' for id_ in mine['id'])} {named} {there}"
            rows.append(with_link({"way": row["way"], "counts": name, "n": row[column], "of": row["n"]}, row_links))
    deletion = frame.set_index("way").loc[WAYS[0]]
    return linked(
        bar_chart,
        rows,
        title="How much do the counts alone settle?",
        label="way",
        value="n",
        unit="people and bodies",
        series="counts",
        columns={"way": "way", "counts": "what the counts say", "n": "how many", "of": "of"},
        sentence=f"Of {deletion['n']} called deletions the counts alone settle {deletion['n_lower_here']}.",
        source="Settled: the whole 95 per cent interval of the log ratio lies on one side of 0. The way is our sorting, from a reading with other "
        f"sources. {'; '.join(f'{way}: {GROUPS[way]}' for way in WAYS).capitalize()}.",
    )


def back_view(corpus: Corpus, *, term: str = "subsequently") -> Chart:
    """Where a word that looks back from a later day stands, section by section; with a copy, also what stands near it."""
    frame = back_projection(corpus, [term])
    names = section_names(corpus)
    rows = [
        {
            "section": names.get(row["section"], row["section"]),
            "n": row["n"],
            "n_with_verdict": row["n_with_verdict"],
            "per_10k": round(row["per_10k"], 1),
            "lines": _looking_back(row, term),
        }
        for row in frame[frame["n"] > 0].to_dict("records")
    ]
    total, judged = int(frame["n"].sum()), int(frame["n_with_verdict"].sum())
    near = ""
    if corpus.book is not None:
        told = uses_by_company(corpus, [term]).iloc[0]
        near = f" In your copy {told['n_verdict']:.0f} have a word of a verdict near them, {told['n_testimony']:.0f} a witness."
    return linked(
        bar_chart,
        [{**row, "id": row["lines"]} for row in rows],
        title=f"Where does the book look back with “{term}”?",
        label="section",
        value="n",
        unit="times",
        columns={"section": "section", "n": "times", "n_with_verdict": "with a verdict on the leaf", "per_10k": "per 10,000 words"},
        sentence=f"“{term.capitalize()}” stands {counted(total, 'time')} in {len(rows)} of {len(frame)} sections, {counted(judged, 'time')} on a leaf that also has a word of a verdict.{near}",
        source="Words of a verdict: exposed, executed, shot, treason, traitor and the like. The same leaf is not the same sentence: each case wants reading.",
        thin="" if total >= 5 else f"it stands only {counted(total, 'time')}",
    )


def _looking_back(row: Any, term: str) -> str:
    """The lines of a term in a section, and those on a leaf that also has a word of a verdict."""
    every = lines("words", n=row["n"], query=term, part=row["section"], told="all")
    if not row["n_with_verdict"]:
        return every
    verdict = lines("words", query="|".join(VERDICTS))
    return f"{every} {lines('words', n=row['n_with_verdict'], query=term, part=row['section'], beside=verdict, told='with a verdict on the leaf')}"


SPELLING_COLUMNS = {"spelling": "spelling looked for", "n": "times in the running text", "n_leaves": "on leaves"}


def spellings(corpus: Corpus, person: str) -> list[dict[str, Any]]:
    """Each spelling by which someone of ``absences`` is looked for here, with its count (other bearers included). Of several
    words only where a copy is open; where one was not counted, a last row has the shipped count of all together."""
    row = next(r for r in corpus.tables.rows("absences") if r["id"] == person)
    found: list[dict[str, Any]] = spelling_counts(corpus, str(row["variants"])).to_dict("records")
    told = [{**r, **{c: int(r[c]) for c in ("n", "n_leaves") if r[c] == r[c]}} for r in found]
    if all(r["n"] == r["n"] for r in found):
        return told
    named = [r for r in corpus.measures.rows("entity_leaf") if (r["kind"], r["id"]) == ("absence", person)]
    n = sum(int(r["count"]) for r in named)
    asked = lines("named", n=n, kind="absence", ids=person)
    return [*told, {"spelling": "all of these together", "n": n, "n_leaves": len(named), "asked": asked}]


FATE_COLUMNS = {"name": "who", "role": "in October", "fate": "afterwards", "sources": "source"}


def fates(corpus: Corpus, ids: Sequence[str]) -> list[dict[str, Any]]:
    """What became of some people of ``absences``, with the sources; rows that must still be checked are left out."""
    titles = {
        r["id"]: ", ".join(filter(None, (r["author"], r["title"]))) for r in corpus.tables.rows("sources") if r["how_read"] != "named_only"
    }
    rows = {r["id"]: r for r in corpus.tables.rows("absences") if r["status"] == "confirmed" and r["fate"]}
    return [
        {"name": rows[id_]["name"], "role": rows[id_]["role_in_october"], "fate": rows[id_]["fate"],
         "sources": "; ".join(titles[s] for s in str(rows[id_]["source_id"]).split(";") if s in titles and s != "reed-1919")}
        for id_ in ids if id_ in rows
    ]  # fmt: skip
