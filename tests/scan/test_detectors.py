"""Short quoted spans, reporting verbs and agents on the real book, against samples marked by reading: precision and recall.

The floors are a little under what was measured; the figures are printed with ``pytest -s``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import pytest

from helpers.detecting.agents import find_deeds
from helpers.detecting.quotations import Ledger, ledger
from helpers.detecting.reports import Told, find_reports
from helpers.detecting.scare_quotes import short_kind
from helpers.home import CORPUS
from helpers.importing.pipeline import Findings
from helpers.model import TextEdition
from helpers.sentences import sentence_ends
from helpers.shipped import data_package
from helpers.words import word_spans
from tests.scan.samples import Row, rows_of


@pytest.fixture(scope="module")
def rule(imported: tuple[TextEdition, Findings]) -> Ledger:
    """The ledger by rule alone."""
    return ledger(imported[0], data_package(CORPUS))


def scores(pairs: list[tuple[str, str]]) -> dict[str, tuple[float, float, int]]:
    """(precision, recall, number marked) by label, from (marked, found) pairs; nan where nothing was found or marked."""
    both = Counter(a for a, b in pairs if a == b)
    marked, found = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    return {
        k: (both[k] / found[k] if found[k] else float("nan"), both[k] / marked[k] if marked[k] else float("nan"), marked[k]) for k in marked
    }


def show(title: str, table: dict[str, tuple[float, float, int]]) -> None:
    """Print a table of scores."""
    print(f"\n{title}")
    for label, (precision, recall, n) in sorted(table.items()):
        print(f"  {label:<10} precision {precision:.2f}  recall {recall:.2f}  marked {n}")


def test_kinds_of_short_quoted_spans_by_rule_alone(rule: Ledger) -> None:
    marked = {(r["paragraph"], int(r["opening"])): r["kind"] for r in rows_of("scare_quotes_sample")}
    found = {(q.paragraph, q.opening): short_kind(q.kind) for q in rule.quotations}
    assert len(marked) >= 300
    table = scores([(kind, found[place]) for place, kind in marked.items()])
    show("short quoted spans", table)
    floors = {"scare": (0.80, 0.90), "name": (0.75, 0.75), "title": (0.80, 0.40), "speech": (0.75, 0.75)}
    for kind, (precision, recall) in floors.items():
        assert table[kind][0] >= precision, (kind, table[kind])
        assert table[kind][1] >= recall, (kind, table[kind])


def told_by_word(edition: TextEdition, rule: Ledger) -> dict[tuple[str, int], Told]:
    """Acts of reporting by paragraph id and ordinal of the verb among the paragraph's words."""
    found = {}
    for part in rule.sections:
        for told in find_reports(part):
            paragraph = part.paragraphs[told.place]
            starts = [begin for begin, _ in word_spans(paragraph.text)]
            found[paragraph.id, bisect_right(starts, told.begin)] = told
    return found


Reports = Sequence[tuple[Row, Told | None]]
"""Rows of the sample of verb forms, each with the act of reporting that the rules find there."""


def manner_scores(at: Reports) -> dict[str, tuple[float, float, int]]:
    """``scores`` of whether a word of manner stands by, where the rules find the report that the reader marks."""
    return scores([("manner" if row["manner"] else "none", "manner" if told.manner else "none") for row, told in at if alike(row, told)])


def speaker_scores(at: Reports) -> dict[str, tuple[float, float, int]]:
    """Class of speaker where a reader can tell it: right of the reports found, right of all reports marked, and their number."""
    marked = [(row, told) for row, told in at if row["speaker_class"] not in ("", "unknown")]
    found = [(row, told) for row, told in marked if alike(row, told)]
    right = sum(told.speaker_class == row["speaker_class"] for row, told in found if told)
    return {"speaker": (right / len(found), right / len(marked), len(marked))}


def alike(row: Row, told: Told | None) -> bool:
    """Whether reader and rules find the same form of report."""
    return told is not None and told.form == row["form"]


def test_reporting_verbs_with_form_manner_and_speaker(imported: tuple[TextEdition, Findings], rule: Ledger) -> None:
    rows = rows_of("reports_sample")
    found = told_by_word(imported[0], rule)
    assert len(rows) >= 300
    at = [(row, found.get((row["paragraph"], int(row["word"])))) for row in rows]
    table = scores([(row["form"], told.form if told else "none") for row, told in at])
    show("reporting verbs", table)
    manners, speakers = manner_scores(at), speaker_scores(at)
    show("manner", manners)
    show("class of speaker by rule alone", speakers)
    assert min(table["direct"][:2]) >= 0.8
    assert min(table["indirect"][:2]) >= 0.8
    assert min(manners["manner"][:2]) >= 0.7
    assert speakers["speaker"][0] >= 0.75


def test_agents_in_sampled_sentences(imported: tuple[TextEdition, Findings], rule: Ledger) -> None:
    edition = imported[0]
    rows = rows_of("agents_sample")
    scenes = {part.paragraphs[place].id: scene for part in rule.sections for place, scene in part.scenes.items()}
    hit = false = right_actor = 0
    marked = {(r["paragraph"], int(r["word"])): (r["actor"], r["voice"]) for r in rows if r["voice"] != "none"}
    for pid, number in sorted({(r["paragraph"], int(r["sentence"])) for r in rows}):
        text = edition.paragraph(edition.paragraph_places[pid]).text
        ends = [0, *sentence_ends(text)]
        starts = [begin for begin, _ in word_spans(text)]
        for deed in find_deeds(scenes[pid]):
            if not ends[number - 1] <= deed.actor.begin < ends[number]:
                continue
            words = range(bisect_right(starts, deed.actor.begin), bisect_right(starts, deed.actor.end - 1) + 1)
            here = [marked[pid, k] for k in words if (pid, k) in marked]
            fits = bool(here) and here[0][1] == deed.voice
            hit, false = hit + fits, false + (not fits)
            right_actor += fits and here[0][0] == deed.actor.actor
    precision, recall = hit / (hit + false), hit / len(marked)
    print(f"\nagents: precision {precision:.2f}, recall {recall:.2f}, actor right in {right_actor} of {hit}; {len(marked)} marked")
    assert len({(r["paragraph"], r["sentence"]) for r in rows}) >= 300
    assert precision >= 0.85
    assert recall >= 0.55
    assert right_actor / hit >= 0.9
