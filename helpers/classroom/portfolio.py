"""One reader's answers, claims and codings as a page, as Markdown or as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from helpers.classroom.gathering import student_of
from helpers.classroom.marking import ANSWERS, answer_rows
from helpers.classroom.readers import Student
from helpers.classroom.report import STYLE
from helpers.exporting import csv_export, markdown_quote, markdown_text
from helpers.html import escape, page_html, table_html
from helpers.journal import read_folder
from helpers.lessons.plan import LessonPlan
from helpers.model import Corpus

Row = dict[str, Any]

TITLE = "Reading October: my answers, claims and codings"
CORRECTED = "Corrections of the machine"
LIMITS = (
    "Answers are as last given; drafts are left out. Printed pages are those of the English edition of 1946. "
    "Counts rest on our tables and measures; what they can't show stands under each lesson's limits."
)


def own_answers(folder: Path) -> tuple[Student, list[str]]:
    """The reader whose journals lie in ``folder``, and what was passed over, in sentences."""
    student, passed = student_of("", read_folder(folder))
    return student, [f"{p.what[0].upper()}{p.what[1:]}." for p in passed]


def portfolio_rows(student: Student, plans: Sequence[LessonPlan], corpus: Corpus) -> list[Row]:
    """``answer_rows`` of one reader without the reader's column."""
    return [{k: v for k, v in row.items() if k in ANSWERS and k != "reader"} for row in answer_rows(student, plans, corpus)]


def _grouped(rows: Sequence[Row], plans: Sequence[LessonPlan]) -> list[tuple[str, list[Row]]]:
    """Rows by lesson, each under its heading, in the order of the lessons; codings and other things last."""
    titles = {plan.id: f"{plan.id} · {plan.title}: {plan.question}" for plan in plans}

    def heading(row: Row) -> str:
        if row["step"] == "coding":
            return "Passages coded"
        if row["step"] == "correction":
            return CORRECTED
        return titles.get(row["lesson"], "Other things kept") if row["step"] != "other" else "Other things kept"

    return [(name, list(group)) for name, group in groupby(rows, heading)]


def portfolio_html(rows: Sequence[Row], plans: Sequence[LessonPlan]) -> bytes:
    """The rows as one page that prints; it holds no script and asks nothing of the network."""
    columns = {
        "Passages coded": {"item": "passage", "pages": "printed pages", "code": "code", "memo": "memo"},
        CORRECTED: {"item": "place", "pages": "printed pages", "asks": "question", "data_say": "as shipped", "answer": "I say"},
        "Other things kept": {"lesson": "lesson", "item": "item", "answer": "what was kept"},
    }
    answers = {"asks": "question", "answer": "my answer", "data_say": "what the data say"}
    body = "".join(
        f"<h2>{escape(heading)}</h2>{table_html(group, f'{len(group)} kept', columns.get(heading, answers))}"
        for heading, group in _grouped(rows, plans)
    )
    return page_html(TITLE, f"<main><h1>{TITLE}</h1><p>{escape(LIMITS)}</p>{body}</main>", style=STYLE).encode()


def portfolio_markdown(rows: Sequence[Row], plans: Sequence[LessonPlan]) -> bytes:
    """The rows as Markdown: what a reader wrote stands in quotations and can't become mark-up."""
    parts = [f"# {TITLE}", LIMITS]
    for heading, group in _grouped(rows, plans):
        parts += [f"## {markdown_text(heading)}", *(part for row in group for part in _markdown_of(row))]
    return ("\n\n".join(parts) + "\n").encode()


def _markdown_of(row: Row) -> list[str]:
    if row["step"] == "coding":
        pages = f", {row['pages']}" if row["pages"] else ""
        place = row["item"].removeprefix("coding/")
        return [
            f"**{markdown_text(place)}**{pages}: *{markdown_text(row['code']) or '–'}*",
            *([markdown_quote(row["memo"])] if row["memo"] else []),
        ]
    asked = markdown_text(row["asks"] or f"{row['lesson']} {row['item']}")
    says = [f"*What the data say:* {markdown_text(row['data_say'])}"] if row["data_say"] else []
    return [f"**{asked}**", markdown_quote(row["answer"]), *says]


def portfolio_csv(rows: Sequence[Row], plans: Sequence[LessonPlan]) -> bytes:
    """The rows as CSV, every cell guarded."""
    return csv_export(rows, {k: v for k, v in ANSWERS.items() if k != "reader"})


FORMATS: dict[str, Callable[[Sequence[Row], Sequence[LessonPlan]], bytes]] = {
    "html": portfolio_html,
    "md": portfolio_markdown,
    "csv": portfolio_csv,
}
"""What makes each format."""
