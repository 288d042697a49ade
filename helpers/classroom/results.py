"""What a class gave, as rows: progress, closed checks and the misconceptions met, evidence, claims, words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from helpers.classroom.given import claim_in_parts, ever_given, given, given_by, in_words, key_for, unfitting
from helpers.classroom.readers import Classroom, Student
from helpers.codings import codings
from helpers.exporting import plain, shortened
from helpers.lessons.evidence import Verdict, check
from helpers.lessons.plan import SKIPPED, Item, LessonPlan, Option
from helpers.model import Corpus

Row = dict[str, Any]

CLOSED_STEPS = ("recall", "check", "compare", "exit")
"""Steps in which a wrong choice tells something; a prediction is never marked."""

MOST_NAMES = 8


def progress_rows(classroom: Classroom, plans: Sequence[LessonPlan]) -> list[Row]:
    """A row for each reader: under each lesson's id how many of its items were given, skipped ones included; then codings
    that stand, items begun and never given, and answers that don't fit their item."""
    return [_progress(student, plans) for student in classroom.students]


def _progress(student: Student, plans: Sequence[LessonPlan]) -> Row:
    row: Row = {"reader": student.name}
    for plan in plans:
        row[plan.id] = sum(given_by(student, plan.id, item) is not None for item in plan.items)
    marked = len(codings(student.latest.values()))
    return row | {"codings": marked, "begun": student.n_begun, "unfit": unfitting(student, tuple(plans))}


def progress_columns(plans: Sequence[LessonPlan]) -> dict[str, str]:
    """Headings of ``progress_rows``: each lesson with the number of things it asks."""
    lessons = {plan.id: f"{plan.id} (of {len(plan.items)})" for plan in plans}
    return {"reader": "reader"} | lessons | {"codings": "passages coded", "begun": "begun, not given", "unfit": "answers that don't fit"}


def item_rows(classroom: Classroom, plan: LessonPlan) -> list[Row]:
    """A row for each item of a lesson: how many gave it, how many skipped it, and who has not given it yet."""
    return [_item_row(classroom, plan.id, item) for item in plan.items]


def _item_row(classroom: Classroom, lesson: str, item: Item) -> Row:
    values = {s.name: given_by(s, lesson, item) for s in classroom.students}
    missing = [name for name, value in values.items() if value is None]
    n_skipped = sum(value == SKIPPED for value in values.values())
    named = ", ".join(missing[:MOST_NAMES]) + (f" and {len(missing) - MOST_NAMES} more" if len(missing) > MOST_NAMES else "")
    return {
        "item": item.id, "step": item.step, "asks": shortened(item.prompt, 90),
        "n_given": len(values) - len(missing) - n_skipped, "n_skipped": n_skipped, "missing": named or "nobody",
    }  # fmt: skip


def closed_items(plan: LessonPlan) -> list[Item]:
    """The items of a lesson that have something to choose and can be wrong."""
    return [item for item in plan.items if item.step in CLOSED_STEPS and item.kind in ("choice", "number")]


def check_rows(classroom: Classroom, plan: LessonPlan, corpus: Corpus) -> list[Row]:
    """A row for each answer to choose of a lesson's closed items: ``n_now`` readers hold it in their latest answer,
    ``n_ever`` chose it at some time."""
    return [row for item in closed_items(plan) for row in _options_of(classroom, plan.id, item, corpus)]


def _options_of(classroom: Classroom, lesson: str, item: Item, corpus: Corpus) -> Iterator[Row]:
    right = key_for(item, corpus)
    told = (Option(f"{right:g}", item.text_of(right)),) if item.kind == "number" and right is not None else ()
    for option in (*told, *item.options):
        now, ever = _choosers(classroom, lesson, item, option)
        verdict = "" if right is None else "right" if option.id == right or option in told else "wrong"
        yield {
            "item": item.id, "asks": shortened(item.prompt, 90), "answer": plain(option.text), "verdict": verdict,
            "n_now": len(now), "n_ever": len(ever), "misconception": option.misconception,
        }  # fmt: skip


def _choosers(classroom: Classroom, lesson: str, item: Item, option: Option) -> tuple[list[str], list[str]]:
    """Readers whose latest answer is ``option``, and readers who ever gave it."""
    now = [s.name for s in classroom.students if _is(item, given_by(s, lesson, item), option)]
    ever = [s.name for s in classroom.students if any(_is(item, value, option) for value in ever_given(s, lesson, item))]
    return now, ever


def _is(item: Item, value: Any, option: Option) -> bool:
    """Whether an answer is this option: a number's traps are named by the number."""
    if value is None or value == SKIPPED:
        return False
    return bool((f"{value:g}" if item.kind == "number" else value) == option.id)


def misconception_rows(classroom: Classroom, plans: Sequence[LessonPlan], corpus: Corpus) -> list[Row]:
    """The misconceptions that readers met, most often met first: ``n_met`` readers chose an answer that stands for it at
    some time, ``n_now`` still hold one; ``where`` names the items, ``feedback`` is what they were told."""
    met: dict[str, tuple[set[str], set[str], list[str]]] = {}
    for plan in plans:
        for item in closed_items(plan):
            for option in (o for o in item.options if o.misconception):
                now, ever = _choosers(classroom, plan.id, item, option)
                holders, meeters, places = met.setdefault(option.misconception, (set(), set(), []))
                holders.update(now)
                meeters.update(ever)
                places += [f"{plan.id} {item.id}"] if ever else []
    texts = {row["id"]: row for row in corpus.tables.rows("misconceptions")}
    rows = [
        {
            "misconception": key, "statement": texts[key]["statement"], "n_met": len(meeters), "n_now": len(holders),
            "where": ", ".join(dict.fromkeys(places)), "feedback": texts[key]["feedback"],
        }
        for key, (holders, meeters, places) in met.items() if meeters
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (-row["n_met"], -row["n_now"], row["misconception"]))


def evidence_rows(classroom: Classroom, plan: LessonPlan, corpus: Corpus) -> list[Row]:
    """The printed pages that readers named as evidence, each with whether it holds and why, item by item."""
    rows = []
    for item in (item for item in plan.step("evidence") if item.kind == "page"):
        for name, value in given(classroom, plan.id, item).items():
            verdict = _looked_up(item.evidence, value["page"], corpus)
            rows.append(
                {
                    "reader": name,
                    "item": item.id,
                    "page": value["page"],
                    "words": shortened(value["words"]),
                    "verdict": verdict.holds,
                    "why": verdict.why,
                }
            )
    return rows


@lru_cache(maxsize=8192)
def _looked_up(evidence: str, page: int, corpus: Corpus) -> Verdict:
    return check(evidence, page, corpus)


def claim_rows(classroom: Classroom, plans: Sequence[LessonPlan]) -> list[Row]:
    """The claims to discuss, lesson by lesson: reader, the claim's parts, how sure, and what is missing from it."""
    rows = []
    for plan in plans:
        for item in plan.step("claim"):
            for name, value in given(classroom, plan.id, item).items():
                parts = claim_in_parts(value)
                missing = [heading for heading in ("second evidence", "what speaks against it") if not parts[heading]]
                cut = {heading: shortened(text) for heading, text in parts.items()}
                rows.append({"reader": name, "lesson": plan.id} | cut | {"missing": ", ".join(missing)})
    return rows


def word_rows(classroom: Classroom, plan: LessonPlan) -> list[Row]:
    """What readers wrote in their own words, item by item: sources, explanations, muddiest points."""
    return [
        {"reader": name, "item": item.id, "step": item.step, "asks": shortened(item.prompt, 90), "words": shortened(in_words(item, value))}
        for item in plan.items if item.kind == "text" for name, value in given(classroom, plan.id, item).items()
    ]  # fmt: skip
