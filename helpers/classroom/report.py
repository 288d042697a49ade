"""A class's work as one set of plain values, and as one self-contained HTML page for its teacher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helpers.classroom.agreeing import agreement_row, difference_rows, in_sentence, labellings
from helpers.classroom.agreement_html import agreement_table, difference_table
from helpers.classroom.correcting import corrections_html
from helpers.classroom.predictions import Spread, predicted_items, prediction_chart, spread_of
from helpers.classroom.readers import Classroom
from helpers.classroom.results import (
    Row,
    check_rows,
    claim_rows,
    evidence_rows,
    item_rows,
    misconception_rows,
    progress_columns,
    progress_rows,
    word_rows,
)
from helpers.html import escape, figure_html, notice_html, page_html, table_html
from helpers.lessons.plan import LessonPlan
from helpers.model import Corpus

STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 1rem 0; } caption { font-weight: bold; padding: .3rem 0; }
th, td { border-bottom: 1px solid currentColor; padding: .2rem .8rem .2rem 0; vertical-align: top; font-weight: normal; white-space: pre-line; }
thead th { font-weight: bold; overflow-wrap: normal; } [scope=row] { min-width: 9rem; } h2 { margin-top: 3rem; } figure { margin: 1rem 0; } img { max-width: 100%; height: auto; background: #fff; }
@media print { body { max-width: none; font-size: 9.5pt; } h2 { break-before: page; } figure, tr { break-inside: avoid; } }
"""

COLUMNS: dict[str, dict[str, str]] = {
    "items": {"item": "item", "step": "step", "asks": "asks", "n_given": "given", "n_skipped": "skipped", "missing": "not yet given by"},
    "misconceptions": {
        "statement": "misconception", "n_met": "readers who met it", "n_now": "who still hold it", "where": "in items", "feedback": "what they were told",
    },
    "checks": {
        "asks": "question", "answer": "answer", "verdict": "verdict", "n_now": "readers, latest answer", "n_ever": "readers, at any time",
    },
    "evidence": {"reader": "reader", "item": "item", "page": "printed page", "words": "what was found there", "verdict": "verdict", "why": "why"},
    "claims": {
        "reader": "reader", "lesson": "lesson", "claim": "claim", "first evidence": "first evidence", "second evidence": "second evidence",
        "what speaks against it": "what speaks against it", "what would change my mind": "what would change my mind", "how sure": "how sure",
        "missing": "missing",
    },
    "words": {"asks": "question", "reader": "reader", "words": "answer"},
}  # fmt: skip
"""Headings of each kind of rows, in the order shown."""

EMPTY = {
    "progress": "No reader is here yet: open the folder of a class.", "items": "This lesson asks nothing.",
    "misconceptions": "No reader has met a misconception in a closed check yet.", "checks": "This lesson has no closed check.",
    "evidence": "Nobody has named a page as evidence in this lesson yet.", "claims": "Nobody has made a claim here yet.",
    "words": "Nobody has written anything in this lesson yet.",
}  # fmt: skip
"""What stands where a table has no rows."""


def class_data(classroom: Classroom, plans: Sequence[LessonPlan], corpus: Corpus) -> dict[str, Any]:
    """Everything that a class's page says, as plain values: readers, what was passed over, progress, predictions, checks,
    misconceptions, evidence, claims, words, agreement. Undefined numbers are None."""
    found = labellings(classroom, plans)
    data = {
        "readers": [s.name for s in classroom.students], "names_hidden": classroom.hidden, "passed_over": classroom.notices(),
        "progress": progress_rows(classroom, plans), "misconceptions": misconception_rows(classroom, plans, corpus),
        "claims": claim_rows(classroom, plans),
        "agreement": [agreement_row(f) | {"differences": difference_rows(f)} for f in found],
        "lessons": {plan.id: _lesson_data(classroom, plan, corpus) for plan in plans},
    }  # fmt: skip
    defined: dict[str, Any] = _without_nan(data)
    return defined


def _lesson_data(classroom: Classroom, plan: LessonPlan, corpus: Corpus) -> dict[str, list[Row]]:
    return {
        "items": item_rows(classroom, plan), "predictions": [_spread_data(s) for s in _spreads(classroom, plan, corpus)],
        "checks": check_rows(classroom, plan, corpus), "evidence": evidence_rows(classroom, plan, corpus), "words": word_rows(classroom, plan),
    }  # fmt: skip


def _spreads(classroom: Classroom, plan: LessonPlan, corpus: Corpus) -> list[Spread]:
    return [spread_of(classroom, plan.id, item, corpus) for item in predicted_items(plan)]


def _spread_data(spread: Spread) -> Row:
    return {
        "item": spread.item.id, "asks": spread.item.prompt, "data_say": spread.key, "rows": list(spread.rows),
        "n_given": spread.n_given, "n_skipped": spread.n_skipped, "n_readers": spread.n_readers,
    }  # fmt: skip


def _without_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_nan(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_without_nan(v) for v in value]
    return None if value != value else value


def class_page(classroom: Classroom, plans: Sequence[LessonPlan], corpus: Corpus) -> str:
    """The whole class as one page to read or print. It asks nothing of the network and holds no script."""
    n = len(classroom.students)
    title = f"Reading October: a class of {n} {'reader' if n == 1 else 'readers'}"
    given = [plan for plan in plans if any(lesson == plan.id for s in classroom.students for lesson, _ in s.latest)]
    parts = [
        ("progress", "Progress", table_html(progress_rows(classroom, plans), "Answers given in each lesson", progress_columns(plans), EMPTY["progress"])),
        ("misconceptions", "Misconceptions met", table_html(misconception_rows(classroom, plans, corpus), "In closed checks", COLUMNS["misconceptions"], EMPTY["misconceptions"])),
        ("agreement", "Agreement", _agreement(classroom, plans)),
        ("corrections", "Corrections of the machine", corrections_html(classroom, plans, corpus)),
        ("claims", "Claims to discuss", table_html(claim_rows(classroom, plans), "Claims, lesson by lesson", COLUMNS["claims"], EMPTY["claims"])),
        *((f"lesson-{plan.id}", f"{plan.id} · {plan.title}", _lesson(classroom, plan, corpus)) for plan in given),
    ]  # fmt: skip
    nav = "".join(f'<li><a href="#{escape(anchor)}">{escape(heading)}</a></li>' for anchor, heading, _ in parts)
    body = "".join(f'<section id="{escape(anchor)}"><h2>{escape(heading)}</h2>{content}</section>' for anchor, heading, content in parts)
    return page_html(title, f"<main><h1>{escape(title)}</h1>{notices(classroom)}<nav><ul>{nav}</ul></nav>{body}</main>", style=STYLE)


def notices(classroom: Classroom) -> str:
    """What is to be known before reading: names, drafts, what was passed over."""
    said = [
        "Drafts are not counted; a prediction that was skipped counts as done and not as a prediction. Nothing of this leaves the machine."
    ]
    said += [
        "Names are hidden, also where readers wrote them; nicknames are not known, so read the page before you show it."
    ] * classroom.hidden
    first = notice_html("This class was made by a program: nobody gave these answers.", kind="simulated") if classroom.simulated else ""
    return first + notice_html(" ".join(said), kind="note") + "".join(notice_html(text, kind="passed over") for text in classroom.notices())


def _agreement(classroom: Classroom, plans: Sequence[LessonPlan]) -> str:
    found = labellings(classroom, plans)
    if not found:
        return notice_html("No two readers have sorted the same terms or coded the same passage yet.")
    rows = [agreement_row(f) for f in found]
    sentences = "".join(f"<p>{escape(in_sentence(row))}</p>" for row in rows)
    return sentences + agreement_table(rows) + "".join(difference_table(difference_rows(f), f.what) for f in found)


def _lesson(classroom: Classroom, plan: LessonPlan, corpus: Corpus) -> str:
    figures = "".join(_figure(spread) for spread in _spreads(classroom, plan, corpus))
    tables: Mapping[str, tuple[str, list[Row]]] = {
        "checks": ("Closed checks", check_rows(classroom, plan, corpus)),
        "evidence": ("Pages named as evidence", evidence_rows(classroom, plan, corpus)),
        "words": ("In their own words", word_rows(classroom, plan)),
        "items": ("Who has given what", item_rows(classroom, plan)),
    }
    folded = "".join(
        f"<details{' open' if name == 'checks' else ''}><summary>{escape(caption)}</summary>{table_html(rows, caption, COLUMNS[name])}</details>"
        for name, (caption, rows) in tables.items()
        if rows
    )
    return f"<h3>Predictions against results</h3>{figures}<h3>Answers</h3>{folded}"


def _figure(spread: Spread) -> str:
    return f"<p>{escape(spread.item.prompt)}</p>{figure_html(prediction_chart(spread))}"
