"""Lesson 13's charts: several theatres on one clock, the list at the end, and the book against itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from helpers.analysis.simultaneity import THEATRES, simultaneous
from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.charts.lanes import swim_lanes
from helpers.model import Corpus
from helpers.views.chronology import with_rows

DONE = "done"
"""The choice that leaves out what was only planned, ordered or demanded."""

NOT_DONE = frozenset({"plan", "order", "appeal"})

EVENT_COLUMNS = {
    "theatre": "theatre", "os_start": "day, Old Style", "clock": "clock", "precision": "exact to", "summary": "what happens", "pages": "page",
}  # fmt: skip


def lanes_view(corpus: Corpus, *, span: tuple[str, str], kinds: str = "all") -> Chart:
    """Events of ``span`` (first and last day, Old Style) on one clock, a lane a theatre; ``kinds`` "done" leaves out plans and orders."""
    events = corpus.tables.rows("events")
    wanted = {str(r["kind"]) for r in events} - (NOT_DONE if kinds == DONE else set())
    lanes = simultaneous(events, corpus.tables.rows("places"), first=span[0], last=span[1], kinds=wanted)
    return swim_lanes(
        lanes.to_dict("records"),
        title="What happened at the same hour elsewhere?",
        lane="theatre",
        begin=span[0],
        stop=span[1],
        lanes=list(THEATRES),
        columns=EVENT_COLUMNS,
    )


TOLD = {"both": "told in both", "told_without_date": "told in the chapters, without a day", "appendix_only": "in the chronology alone"}
AGREES = {
    "same": "told alike", "other_day": "another day", "other_hour": "another hour", "other_actor": "another actor",
    "other_wording_of_fact": "another form of the fact", "not_comparable": "not comparable",
}  # fmt: skip


def pairs_view(corpus: Corpus, *, show: str = "appendix_only") -> Chart:
    """The entries of the chronology beside the chapters, counted; the table lists those of one kind (``show``)."""
    pairs = corpus.tables.rows("appendix_pairs")
    entries = {row["id"]: row for row in corpus.tables.rows("events") if row["where_told"] == "appendix"}
    counts = Counter(_kind(row) for row in pairs)
    ids = {kind: ";".join(f"{r['appendix_id']};{r['narrative_ids']}".strip(";") for r in pairs if _kind(r) == kind) for kind in counts}
    both = len(pairs) - counts["appendix_only"]
    comparable = both - counts["not_comparable"]
    other = sum(counts[kind] for kind in DIFFERS)
    names = {"appendix_only": TOLD["appendix_only"], **{key: f"in both: {text}" for key, text in AGREES.items()}}
    chart = bar_chart(
        [{"kind": text, "n_entries": counts[key], "id": ids.get(key, "")} for key, text in names.items()],
        title="Do the chapters tell what the chronology lists?",
        label="kind",
        value="n_entries",
        unit="entries",
        columns={"kind": "how the two stand", "n_entries": "entries"},
        sentence=f"{both} of {len(pairs)} entries, {both / len(pairs):.0%}, are told in the chapters too; of the {comparable} that can be compared, "
        f"{other}, {other / comparable:.0%}, stand there under another day, hour or actor.",
        source=f"{len(pairs)} entries of the chronology, each looked for in the chapters by reading.",
    )
    listed = {
        "os_start": "day in the list",
        "summary": "entry",
        "pages": "page of the list",
        "narrative_pages": "pages of the chapters",
        "note": "note",
    }
    rows = [{**{k: entries[r["appendix_id"]][k] for k in ("os_start", "summary", "pages")}, **r} for r in pairs if _kind(r) == show]
    return with_rows(chart, rows, listed)


def _kind(pair: Mapping[str, object]) -> str:
    return "appendix_only" if pair["told"] == "appendix_only" else str(pair["agrees"])


DIFFERS = ("other_day", "other_hour", "other_actor")
"""Ways of telling one thing that differ in a fact."""

CLASH_KINDS = ("date", "number", "actor", "place", "claim", "wording")


def contradictions_view(corpus: Corpus, *, kind: str = "date", chapter: int = 0) -> Chart:
    """Where the book contradicts itself, by chapter; the table lists the contradictions of one kind (of one chapter)."""
    rows = corpus.tables.rows("contradictions")
    chapters = {**{str(n): f"chapter {n}" for n in range(1, 10)}, "A": "chronology"}
    mine = [row for row in rows if row["kind"] == kind]
    counts = Counter(_chapter_of(row) for row in mine)
    chart = bar_chart(
        [
            {"chapter": name, "n": counts[c], "id": ";".join(str(r["id"]) for r in mine if _chapter_of(r) == c)}
            for c, name in chapters.items()
        ],
        title=f"Where does the book contradict itself: {kind}s?",
        label="chapter",
        value="n",
        unit="contradictions",
        columns={"chapter": "where", "n": "contradictions"},
        source=f"{sum(counts.values())} of {len(rows)} contradictions found by reading, counted where the first of the two statements stands; there may be more.",
    )
    wanted = [r for r in mine if not chapter or _chapter_of(r) == str(chapter)]
    listed = {
        "what": "the matter",
        "statement_a": "here it says",
        "pages_a": "page",
        "statement_b": "there it says",
        "pages_b": "page ",
        "reading": "how it may be explained",
    }
    return with_rows(chart, [dict(row) for row in wanted], listed)


def _chapter_of(row: Mapping[str, object]) -> str:
    return str(row["section"]).split(".")[0]
