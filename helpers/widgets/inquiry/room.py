"""The inquiry in a notebook: each call shows one part, live where a kernel runs and readable where none does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import ipywidgets as widgets

from helpers.classroom.given import shipped_plans
from helpers.exporting import write_into
from helpers.home import private_folder
from helpers.html import notice_html, table_html
from helpers.inquiry.argument import LESSON, Argument, lacking
from helpers.inquiry.handing_in import FORMATS, argument_html
from helpers.inquiry.rubric import COLUMNS, ITEM, LEVELS, RUBRIC, rating_from, rubric_rows
from helpers.inquiry.worked import worked_argument
from helpers.journal import Journal, NotSaved, open_journal
from helpers.lessons.plan import LessonPlan
from helpers.loading import open_corpus
from helpers.model import Corpus, CorpusError
from helpers.widgets.activity import Settled
from helpers.widgets.controls import Said, button, choice, row, sentence
from helpers.widgets.display import Shown, show
from helpers.widgets.fields import LABELLED, WIDE
from helpers.widgets.inquiry.gathered import GatheredPart
from helpers.widgets.inquiry.writing import ArgumentPart
from helpers.widgets.live_html import LiveHtml


class RubricPart(widgets.VBox):  # type: ignore[misc]
    """The rubric with a level to choose for each criterion; ``rating`` is the reader's own, kept as it is given."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.rating = rating_from(journal.latest(LESSON, ITEM))
        levels = [("not rated", 0), *((f"{n}: {name}", n) for n, name in LEVELS.items())]
        self.levels = {c.id: choice(c.name, levels, self.rating.get(c.id, 0)) for c in RUBRIC}
        self.said, self.view = Said(), LiveHtml()
        super().__init__([row(*self.levels.values()), self.said, self.view])
        for control in self.levels.values():
            control.observe(lambda _: self.rate(), names="value")
        self.draw()

    def draw(self) -> None:
        """Show the rubric with the reader's levels marked."""
        self.view.html = table_html(rubric_rows(self.rating), "Rubric", COLUMNS)

    def rate(self) -> None:
        """Keep the levels as they stand."""
        self.rating = rating_from({name: control.value for name, control in self.levels.items()})
        try:
            self._journal.save(LESSON, ITEM, self.rating)
            self.said.say("")
        except NotSaved as error:
            self.said.say(str(error), "not saved")
        self.draw()


class HandInPart(widgets.VBox):  # type: ignore[misc]
    """Buttons that write the argument as a page, as Markdown or as a table into ``folder``."""

    def __init__(self, corpus: Corpus, argument: ArgumentPart, rubric: RubricPart) -> None:
        self._corpus, self._argument, self._rubric = corpus, argument, rubric
        self.folder = widgets.Text(
            value=str(private_folder("answers") or ""), description="Write into the folder", layout=WIDE, style=LABELLED
        )
        self.said = Said()
        names = {"html": "As a page (HTML)", "md": "As Markdown, for a word processor", "csv": "As a table (CSV)"}
        super().__init__(
            [self.folder, row(*(button(label, Settled(partial(self.write, form)).press) for form, label in names.items())), self.said]
        )

    def made(self, form: str) -> bytes:
        """The argument on screen in one form: html, md or csv."""
        return FORMATS[form](self._argument.argument, self._rubric.rating, self._corpus)

    def write(self, form: str) -> None:
        """Write a file and say where it is, or why it could not be written."""
        name = f"argument.{form}"
        try:
            made = self.made(form)
            path = write_into(self.folder.value, name, made)
        except (CorpusError, OSError, ValueError) as error:
            self.said.say(sentence(f"the file {name} could not be written: {getattr(error, 'strerror', None) or error}"), "not written")
            return
        n = len(lacking(self._argument.argument))
        missing = f" {n} part{'s are' if n > 1 else ' is'} still missing: the list stands under the argument." if n else ""
        self.said.say(f"{path} holds {len(made):,} bytes; it was sent nowhere.{missing}", "written")


class Inquiry:
    """One reader's inquiry: its parts share the argument."""

    def __init__(self, corpus: Corpus, journal: Journal, plans: Sequence[LessonPlan]) -> None:
        self.corpus, self._journal = corpus, journal
        self.argument_part = ArgumentPart(corpus, journal)
        self.gathered_part = GatheredPart(corpus, journal, plans, self.argument_part.take, lambda: self.argument_part.taken)
        self.argument_part.on_change = self.gathered_part.draw
        self.rubric_part = RubricPart(journal)
        self.hand_in_part = HandInPart(corpus, self.argument_part, self.rubric_part)

    @property
    def argument(self) -> Argument:
        """The argument as it stands."""
        return self.argument_part.argument

    def card(self) -> Shown:
        """What this notebook makes of what the others kept."""
        said = (
            "Everything that you gave in lessons and coded in the reading room is gathered here; nothing of it is stored in this notebook."
        )
        return Shown(notice_html(said, kind="inquiry"), said)

    def worked(self) -> Shown:
        """A worked argument, for the rubric to be tried on."""
        argument = worked_argument(self.corpus)
        return Shown(str(argument_html(argument, self.corpus)), f"A worked argument. Claim: {argument.claim}")

    def gathered(self) -> None:
        """What was gathered so far."""
        said = (
            "Run this cell to see your claims, evidence, predictions, explanations, codings and notes, and to take them into the argument."
        )
        self._show(self.gathered_part, notice_html(said, kind="gathered"), said)

    def write(self) -> None:
        """The argument, with its preview and what is missing."""
        said = "Run this cell to write one argument: question, claim, evidence with pages, counter-evidence, limits."
        self._show(self.argument_part, notice_html(said, kind="argument"), said)

    def rubric(self) -> None:
        """The rubric, and the reader's own rating."""
        html = table_html(rubric_rows({}), "Rubric", COLUMNS)
        self._show(self.rubric_part, html, f"A rubric of {len(RUBRIC)} criteria with {len(LEVELS)} levels each.")

    def hand_in(self) -> None:
        """Files to hand in."""
        said = "Run this cell to write the argument as a page, as Markdown or as a table into a folder of yours."
        self._show(self.hand_in_part, notice_html(said, kind="hand in"), said)

    def _show(self, part: Any, stored: str, sentence: str) -> None:
        notice = self._journal.notice
        warned = [widgets.HTML(notice_html(notice, kind="please note"))] if notice else []
        show(widgets.VBox([*warned, part]), stored, sentence)


def open_inquiry() -> Inquiry:
    """The inquiry of this reader."""
    return Inquiry(open_corpus(), open_journal(), shipped_plans())
