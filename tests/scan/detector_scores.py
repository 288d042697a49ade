"""How good the detectors of voice are, measured on the marked samples: ``python -m tests.scan.detector_scores SCAN`` writes the table.

The table ``detector_scores`` ships, so that a lesson prints the errors of a count from the same source as the count.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from helpers.detecting.agents import VOICES, find_deeds
from helpers.detecting.quotations import Ledger, ledger
from helpers.detecting.scare_quotes import short_kind
from helpers.home import CORPUS
from helpers.importing.pipeline import import_bytes
from helpers.measuring.readings import read_ledger
from helpers.model import TextEdition
from helpers.sentences import sentence_ends
from helpers.shipped import csv_bytes, data_package
from helpers.words import word_spans
from tests.scan.samples import rows_of
from tests.scan.test_detectors import alike, manner_scores, scores, speaker_scores, told_by_word
from tests.scan.test_quotations import class_hits, extent_counts, interval

COLUMNS = ["detector", "label", "precision", "recall", "low", "high", "n_marked", "n_found", "n_right", "n_sample"]

Scores = Mapping[str, tuple[float, float, int]]


def _rows(detector: str, table: Scores, labels: Sequence[str], n_sample: int) -> list[dict[str, Any]]:
    found = []
    for k in labels:
        precision, recall, n_marked = table[k]
        n_right = round(recall * n_marked)
        found.append(
            {"detector": detector, "label": k, "precision": round(precision, 3), "recall": round(recall, 3), "low": "", "high": "",
             "n_marked": n_marked, "n_found": round(n_right / precision), "n_right": n_right, "n_sample": n_sample}
        )  # fmt: skip
    return found


def short_spans_scores(rule: Ledger) -> list[dict[str, Any]]:
    """Kinds of short quoted spans."""
    marked = {(r["paragraph"], int(r["opening"])): r["kind"] for r in rows_of("scare_quotes_sample")}
    found = {(q.paragraph, q.opening): short_kind(q.kind) for q in rule.quotations}
    table = scores([(kind, found[place]) for place, kind in marked.items()])
    return _rows("scare_quotes", table, ["scare", "name", "title", "term", "speech", "slogan"], len(marked))


def reporting_scores(edition: TextEdition, rule: Ledger) -> list[dict[str, Any]]:
    """Reporting verbs by form, and manner words of the verbs found."""
    rows, found = rows_of("reports_sample"), told_by_word(edition, rule)
    at = [(row, found.get((row["paragraph"], int(row["word"])))) for row in rows]
    table = scores([(row["form"], told.form if told else "none") for row, told in at])
    speakers = {"speaker by rule alone": speaker_scores(at)["speaker"]}
    n_alike = sum(alike(row, told) for row, told in at)
    return [
        *_rows("reporting", table, ["direct", "indirect"], len(rows)),
        *_rows("reporting", manner_scores(at), ["manner"], n_alike),
        *_rows("reporting", speakers, ["speaker by rule alone"], speakers["speaker by rule alone"][2]),
    ]


def agents_scores(edition: TextEdition, rule: Ledger) -> list[dict[str, Any]]:
    """Actors with their voice in sampled sentences, all together and voice by voice."""
    rows = rows_of("agents_sample")
    scenes = {part.paragraphs[place].id: scene for part in rule.sections for place, scene in part.scenes.items()}
    marked = {(r["paragraph"], int(r["word"])): r["voice"] for r in rows if r["voice"] != "none"}
    sentences = sorted({(r["paragraph"], int(r["sentence"])) for r in rows})
    n_marked, n_found, n_right = Counter(marked.values()), Counter[str](), Counter[str]()
    for pid, number in sentences:
        text = edition.paragraph(edition.paragraph_places[pid]).text
        ends, starts = [0, *sentence_ends(text)], [begin for begin, _ in word_spans(text)]
        for deed in find_deeds(scenes[pid]):
            if ends[number - 1] <= deed.actor.begin < ends[number]:
                words = range(bisect_right(starts, deed.actor.begin), bisect_right(starts, deed.actor.end - 1) + 1)
                here = [marked[pid, k] for k in words if (pid, k) in marked]
                n_found[deed.voice] += 1
                n_right[deed.voice] += bool(here) and here[0] == deed.voice
    table = {v: (n_right[v] / n_found[v], n_right[v] / n_marked[v], n_marked[v]) for v in VOICES}
    right = n_right.total()
    table["actor with voice"] = (right / n_found.total(), right / n_marked.total(), n_marked.total())
    return _rows("agents", table, ["actor with voice", *VOICES], len(sentences))


def quotation_scores(rule: Ledger, read: Ledger) -> list[dict[str, Any]]:
    """Extent of quotations, and whose words they are by rule alone and as shipped."""
    rows = [row for row in rows_of("quotations_sample") if row["kind"]]
    hit, false, missed = extent_counts(rows, read.quotations)
    table = _rows("quotations", {"extent": (hit / (hit + false), hit / (hit + missed), hit + missed)}, ["extent"], len(rows))
    for label, quotations in (("speaker as shipped", read.quotations), ("speaker by rule alone", rule.quotations)):
        hits = class_hits(rows, quotations)
        share, low, high = (round(x, 3) for x in interval(hits))
        table.append(
            {"detector": "quotations", "label": label, "precision": share, "recall": share, "low": low, "high": high,
             "n_marked": len(hits), "n_found": len(hits), "n_right": sum(hits), "n_sample": len(rows)}
        )  # fmt: skip
    return table


def measured(edition: TextEdition) -> list[dict[str, Any]]:
    """The rows of the table ``detector_scores``, as they come out on this edition."""
    package = data_package(CORPUS)
    rule, read = ledger(edition, package), read_ledger(edition, package)
    return [*short_spans_scores(rule), *reporting_scores(edition, rule), *agents_scores(edition, rule), *quotation_scores(rule, read)]


if __name__ == "__main__":
    data = csv_bytes(measured(import_bytes(Path(sys.argv[1]).read_bytes())[0]), COLUMNS, compress=False)
    (CORPUS / "tables" / "detector_scores.csv").write_bytes(data)
