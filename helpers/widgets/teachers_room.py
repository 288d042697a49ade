"""The teacher's room in a notebook: each call shows one part of a class's work, live and stored.

What is stored shows a class made by a program, so that no answer of a real class is ever saved with the notebook.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from helpers.charts.chart import Chart
from helpers.classroom.agreeing import agreement_row, difference_rows, in_sentence, labellings, pair_in_words
from helpers.classroom.agreement_html import agreement_table, difference_table
from helpers.classroom.correcting import corrections_html
from helpers.classroom.given import shipped_plans
from helpers.classroom.hiding import hide_names
from helpers.classroom.plans import plan_html
from helpers.classroom.predictions import predicted_items, prediction_chart, spread_of
from helpers.classroom.readers import Classroom
from helpers.classroom.report import COLUMNS, EMPTY
from helpers.classroom.results import (
    check_rows,
    claim_rows,
    evidence_rows,
    item_rows,
    misconception_rows,
    progress_columns,
    progress_rows,
    word_rows,
)
from helpers.classroom.simulated import simulated_class
from helpers.html import figure_html, notice_html, table_html
from helpers.lessons.plan import LessonPlan
from helpers.loading import open_corpus
from helpers.model import Corpus
from helpers.widgets.display import show
from helpers.widgets.room_parts import Chooser, Exports, Part

Choices = Sequence[tuple[str, Any]]
SIMULATED = notice_html(
    "This class was made by a program: nobody gave these answers. Run the notebook and open your own.", kind="simulated"
)


class TeachersRoom:
    """A teacher's room. ``classroom`` is the class that is shown: at first a simulated one, then the one that was opened."""

    def __init__(self, plans: tuple[LessonPlan, ...], corpus: Corpus) -> None:
        self.plans, self.corpus = plans, corpus
        self.example = simulated_class(plans, corpus)
        self.classroom = self._opened = self.example
        self._hidden = False
        self._parts: list[Part | Chooser] = []

    def take(self, classroom: Classroom) -> None:
        """Show another class."""
        self._opened = classroom
        self.classroom = hide_names(classroom) if self._hidden else classroom
        for part in self._parts:
            part.refresh()

    def hide(self, hidden: bool) -> None:
        """Show names or pseudonyms."""
        self._hidden = hidden
        self.take(self._opened)

    def choose(self) -> None:
        """Open the folder of a class."""
        sentence = "Run this cell and type the path of the folder with your class's journals. Until then a simulated class is shown."
        chooser = Chooser(self)
        self._parts.append(chooser)
        show(chooser, notice_html(sentence, kind="class folder"), sentence)

    def plan(self, lesson: str = "12") -> None:
        """The plan of a lesson, its figures filled in from the data."""
        part = Part(lambda lesson: plan_html(lesson, self.corpus), {"lesson": ("Plan of lesson", self._lessons)}, lesson=lesson)
        show(part, plan_html(lesson, self.corpus), f"The plan of lesson {lesson} for 45 and 90 minutes, with what the data say.")

    def progress(self, lesson: str = "") -> None:
        """How many answers each reader gave, or, for one lesson, who has not given what."""
        self._show(self._progress_html, {"lesson": ("Show", self._all_lessons)}, "answers given in each lesson", lesson=lesson)

    def predictions(self, item: str = "12 longest-day") -> None:
        """The class's predictions for an item, with what the data say marked among them."""
        self._show(self._prediction, {"item": ("Prediction", self._predicted)}, "predictions beside results", item=item)

    def misconceptions(self, lesson: str = "") -> None:
        """Which misconceptions were met in closed checks and how often, or every answer of one lesson's checks."""
        self._show(self._checks_html, {"lesson": ("Show", self._all_lessons)}, "misconceptions met in closed checks", lesson=lesson)

    def agreement(self) -> None:
        """How far readers agree who sorted the same terms or coded the same passages, and where they differ."""
        lists = {
            "what": ("Labelled", self._labelled),
            "first": ("First reader", self._readers(0)),
            "second": ("Second reader", self._readers(1)),
        }
        self._show(self._agreement_html, lists, "agreement between readers who labelled the same")

    def claims(self, lesson: str = "") -> None:
        """The claims to discuss."""
        self._show(self._claims_html, {"lesson": ("Lesson", self._all_lessons)}, "claims to discuss", lesson=lesson)

    def corrections(self) -> None:
        """Corrections of the machine by the class: its error by what readers looked at, and where they agree against it."""
        self._show(lambda room: corrections_html(room, self.plans, self.corpus), {}, "corrections of the machine")

    def words(self, lesson: str = "12") -> None:
        """What readers wrote in their own words, and the pages they named as evidence."""
        self._show(self._words_html, {"lesson": ("Lesson", self._lessons)}, "answers in readers' own words", lesson=lesson)

    def export(self) -> None:
        """Write the class's page and the table for marking."""
        sentence = "Run this cell to write the class as one page (HTML) and as a table for marking (CSV) into a folder of yours."
        show(Exports(self), notice_html(sentence, kind="export"), sentence)

    def _show(
        self, view: Callable[..., str | Chart], lists: dict[str, tuple[str, Callable[[], Choices]]], about: str, **chosen: Any
    ) -> None:
        """Show a view of the class open now; what is stored is the same view of the simulated class."""
        part = Part(
            lambda **choices: view(self.classroom, **choices), lists, lambda: SIMULATED if self.classroom.simulated else "", **chosen
        )
        self._parts.append(part)
        first = self._first_choices(lists) | chosen
        stored = view(self.example, **first)
        html, more = (figure_html(stored), f" {stored.sentence}") if isinstance(stored, Chart) else (stored, "")
        show(part, SIMULATED + html, f"A simulated class of {len(self.example.students)}: {about}.{more}")

    def _first_choices(self, lists: dict[str, tuple[str, Callable[[], Choices]]]) -> dict[str, Any]:
        """What the lists offer first for the simulated class."""
        opened, self.classroom = self.classroom, self.example
        try:
            return {name: options()[0][1] for name, (_, options) in lists.items()}
        finally:
            self.classroom = opened

    def _lessons(self) -> Choices:
        return [(f"{plan.id} · {plan.title}", plan.id) for plan in self.plans]

    def _all_lessons(self) -> Choices:
        return [("all lessons", ""), *self._lessons()]

    def _predicted(self) -> Choices:
        return [(f"{plan.id} · {item.label}", f"{plan.id} {item.id}") for plan in self.plans for item in predicted_items(plan)]

    def _labelled(self) -> Choices:
        return [(found.what, found.what) for found in labellings(self.classroom, self.plans)] or [("nothing that two readers labelled", "")]

    def _readers(self, first: int) -> Callable[[], Choices]:
        """The readers, the one at ``first`` before the others, so that two lists begin with two readers."""

        def offered() -> Choices:
            names = [student.name for student in self.classroom.students]
            return [(name, name) for name in (*names[first:], *names[:first])] or [("nobody", "")]

        return offered

    def _plan(self, lesson: str) -> LessonPlan:
        return next(plan for plan in self.plans if plan.id == lesson)

    def _progress_html(self, classroom: Classroom, lesson: str) -> str:
        if not lesson:
            return table_html(
                progress_rows(classroom, self.plans), "Answers given in each lesson", progress_columns(self.plans), EMPTY["progress"]
            )
        return table_html(
            item_rows(classroom, self._plan(lesson)), f"Lesson {lesson}: who has given what", COLUMNS["items"], EMPTY["items"]
        )

    def _prediction(self, classroom: Classroom, item: str) -> Chart:
        lesson, item_id = item.split()
        return prediction_chart(spread_of(classroom, lesson, self._plan(lesson).item(item_id), self.corpus))

    def _checks_html(self, classroom: Classroom, lesson: str) -> str:
        if not lesson:
            met = misconception_rows(classroom, self.plans, self.corpus)
            return table_html(met, "Misconceptions met in closed checks", COLUMNS["misconceptions"], EMPTY["misconceptions"])
        checks = check_rows(classroom, self._plan(lesson), self.corpus)
        return table_html(checks, f"Lesson {lesson}: closed checks", COLUMNS["checks"], EMPTY["checks"])

    def _claims_html(self, classroom: Classroom, lesson: str) -> str:
        plans = [plan for plan in self.plans if lesson in ("", plan.id)]
        return table_html(claim_rows(classroom, plans), "Claims to discuss", COLUMNS["claims"], EMPTY["claims"])

    def _words_html(self, classroom: Classroom, lesson: str) -> str:
        plan = self._plan(lesson)
        pages = evidence_rows(classroom, plan, self.corpus)
        evidence = table_html(pages, "Pages named as evidence", COLUMNS["evidence"], EMPTY["evidence"])
        return table_html(word_rows(classroom, plan), "In their own words", COLUMNS["words"], EMPTY["words"]) + evidence

    def _agreement_html(self, classroom: Classroom, what: str, first: str, second: str) -> str:
        found = next((f for f in labellings(classroom, self.plans) if f.what == what), None)
        if found is None:
            return notice_html("No two readers have sorted the same terms or coded the same passage yet.")
        row = agreement_row(found)
        pair = notice_html(pair_in_words(found, first, second), kind="two readers")
        return (
            notice_html(in_sentence(row), kind="all readers")
            + agreement_table([row])
            + pair
            + difference_table(difference_rows(found), found.what)
        )


def open_teachers_room() -> TeachersRoom:
    """The teacher's room for the lessons that ship."""
    return TeachersRoom(shipped_plans(), open_corpus())
