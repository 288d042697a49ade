"""A lesson in a notebook: each call shows one step of its plan, live where a kernel runs and readable where none does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets as widgets

from helpers.analysis.passages import find_passage
from helpers.charts.chart import page_words
from helpers.dates import day_in_words
from helpers.html import card_html, figure_html, items_html, notice_html, notices_html, quoted_html, specimen_html, table_html
from helpers.journal import Journal, open_journal
from helpers.lessons.plan import SKIPPED, Item, LessonPlan, read_plan
from helpers.lessons.responding import Notice, compared, key_of
from helpers.loading import open_corpus
from helpers.model import Corpus, CorpusError, PageSpan
from helpers.tables import first_day
from helpers.widgets.activity import Activity
from helpers.widgets.converter import Converter
from helpers.widgets.display import Shown, show
from helpers.widgets.explorers import explorer_named
from helpers.widgets.opening_table import OpeningTable


class Reveal(widgets.VBox):  # type: ignore[misc]
    """What stays shut until the predictions it belongs to are given or skipped: then each prediction stands beside
    the result, and ``build`` (if any) gives the explorer below. ``is_open`` says whether it is."""

    def __init__(self, lesson: Lesson, items: tuple[Item, ...], build: Callable[[], Any] | None = None, *, name: str = "") -> None:
        self._lesson, self._items, self._build, self._name = lesson, items, build, name
        self.explorer: Any = None
        self._note = widgets.HTML()
        super().__init__([self._note])
        self.refresh()

    @property
    def is_open(self) -> bool:
        """Whether every prediction was given or skipped."""
        return all(self._lesson.given(item) is not None for item in self._items)

    def refresh(self) -> None:
        """Open once the predictions are in."""
        if not self.is_open:
            predicted = any(item.step == "predict" for item in self._items)
            wanted = (
                "Give your prediction above first, or skip it; then this opens." if predicted else "Answer above first; then this opens."
            )
            self._note.value = notice_html(wanted, kind="locked")
            return
        self._note.value = notices_html([(n.kind, n.text) for n in self._compared()])
        if self.explorer is None and self._build is not None:
            self.explorer = self._build()
            self.children = (self._note, self.explorer)

    def _compared(self) -> list[Notice]:
        given = [
            (item, self._lesson.given(item)) for item in self._items if item.step == "predict" and self._lesson.tells(item, self._name)
        ]
        return [compared(item, None if value == SKIPPED else value, self._lesson.corpus) for item, value in given]

    def __repr__(self) -> str:
        return f"Reveal({', '.join(item.id for item in self._items)})"


class Lesson:
    """One lesson of a reader: its plan, the corpus, the reader's journal, and what is on screen."""

    def __init__(self, plan: LessonPlan, corpus: Corpus, journal: Journal) -> None:
        self.plan, self.corpus, self._journal = plan, corpus, journal
        self._reveals: list[Reveal] = []
        self._told: dict[str, str] = {}
        self._bar = widgets.HTML()

    def given(self, item: Item) -> Any:
        """What the reader gave for an item (``SKIPPED`` where skipped), None where nothing yet."""
        value = self._journal.latest(self.plan.id, item.id)
        return value if value == SKIPPED or item.accepts(value) else None

    def tells(self, item: Item, name: str) -> bool:
        """Whether a prediction stands beside its result at the reveal of this name: of several that it opens only the first says so,
        that without a name always."""
        return not name or self._told.setdefault(item.id, name) == name

    def card(self) -> Shown:
        """The card: question, what you will be able to do, minutes, needs, version."""
        return Shown(card_html(self.plan), f"Lesson {self.plan.id}. {self.plan.question}")

    def ask(self, *ids: str) -> None:
        """Show these items to be answered."""
        self._ask([self.plan.item(id_) for id_ in ids])

    def _ask(self, items: list[Item] | tuple[Item, ...]) -> None:
        live = widgets.VBox([Activity(item, self.plan.id, self._journal, self.corpus, self._refresh) for item in items])
        prompts = " ".join(item.prompt for item in items)
        self._show(live, items_html(items), prompts)

    def _show(self, live: Any, fallback: str, sentence: str) -> None:
        notice = self._journal.notice
        warned = [widgets.HTML(notice_html(notice, kind="please note"))] if notice else []
        show(widgets.VBox([*warned, live]), fallback, sentence)

    def recall(self) -> None:
        """Questions on the lesson before."""
        self._ask(self.plan.step("recall"))

    def source(self) -> None:
        """The source strip: one line on who speaks here, before going on."""
        self._ask(self.plan.step("source"))

    def claim(self) -> None:
        """The claim that the reader makes, kept for the inquiry."""
        self._ask(self.plan.step("claim"))

    def exit(self) -> None:
        """What the reader takes away: two questions and the muddiest point."""
        self._ask(self.plan.step("exit"))

    def explore(self, name: str, *, after: str | tuple[str, ...] = (), worked: Mapping[str, Any] | None = None, **choices: Any) -> None:
        """Show the explorer with this name, shut until the items ``after`` are answered.

        What is stored is the chart for ``worked`` (another, worked case) where it is locked and one is given, the
        locked state where none is, and the chart for ``choices`` where nothing is locked.
        """
        maker = explorer_named(name)
        items = tuple(self.plan.item(id_) for id_ in ([after] if isinstance(after, str) else after))
        if not items:
            chart = maker.twin(self.corpus, **choices)
            self._show(maker(self.corpus, **choices), figure_html(chart), chart.sentence)
            return
        reveal = Reveal(self, items, lambda: maker(self.corpus, **choices), name=f"{name} {sorted(choices.items())}")
        self._reveals.append(reveal)
        locked = "Run the lesson and give your prediction to see this chart."
        if worked is None:
            self._show(reveal, notice_html(locked, kind="locked"), locked)
            return
        chart = maker.twin(self.corpus, **worked)
        about = f"{locked} Meanwhile, another case:"
        self._show(reveal, notice_html(about, kind="locked") + figure_html(chart), f"{about} {chart.sentence}")

    def beside(self, item_id: str) -> None:
        """A prediction beside the result, shut until it is given."""
        item = self.plan.item(item_id)
        build = (lambda: widgets.HTML(self._in_order(item))) if item.key == "events_in_order" else None
        reveal = Reveal(self, (item,), build)
        self._reveals.append(reveal)
        locked = "Run the lesson and give your prediction to see the result beside it."
        self._show(reveal, notice_html(locked, kind="locked"), locked)

    def _in_order(self, item: Item) -> str:
        """The events of an ordering item in their order, with day and page."""
        rows = {row["id"]: row for row in self.corpus.tables.rows("events")}
        found = [dict(rows[id_]) | {"day": day_in_words(first_day(str(rows[id_]["os_start"])))} for id_ in key_of(item, self.corpus)]
        return table_html(
            found, "In the order in which they happened (Old Style)", {"summary": "what happened", "day": "day", "pages": "page"}
        )

    def converter(self, date: str, *, after: str) -> None:
        """A converter between the two calendars, set to an Old Style date; shut until the item ``after`` is answered."""
        reveal = Reveal(self, (self.plan.item(after),), lambda: Converter(date))
        self._reveals.append(reveal)
        locked = "Run the lesson and give your prediction to open the converter of dates."
        self._show(reveal, notice_html(locked, kind="locked"), locked)

    def passage(self, passage_id: str) -> None:
        """A passage of the book: the page to open, a specimen of ours, and the passage itself where the reader has a copy."""
        ref = self.plan.passage(passage_id)
        fallback = specimen_html(ref)
        sentence = f"Open {PageSpan(ref.page, ref.page)} (section {ref.section}): {ref.why}"
        book = self.corpus.book
        found = find_passage(book, section=ref.section, pages=(ref.page, ref.page), terms=ref.terms) if book is not None else None
        live = fallback + (quoted_html("From your copy", found.pages(), found.text) if found is not None else "")
        self._show(widgets.HTML(live), fallback, sentence)

    def table(
        self, rows: Any, caption: str, columns: Any = None, *, opens: Callable[[Mapping[str, Any]], str] | None = None
    ) -> Shown | None:
        """Rows of a table or a DataFrame as a table that can be read aloud. With ``opens`` (row → link, as
        ``helpers.views.linking`` makes it) a row, live, opens the lines that it counts."""
        records = rows.to_dict("records") if hasattr(rows, "to_dict") else list(rows)
        html, sentence = table_html(records, caption, columns), f"{caption} ({len(records)} rows)"
        if opens is None:
            return Shown(html, sentence)
        heads = columns if isinstance(columns, Mapping) else {key: key.replace("_", " ") for key in columns or records[0]}
        self._show(OpeningTable(records, caption, heads, self.corpus, opens, self._journal), html, sentence)
        return None

    def dispute(self, dispute_id: str) -> Shown:
        """A disputed claim: what the book says, the positions of others, each with its sources, and how sure one can be.

        Raises CorpusError for a claim that is not there or must still be checked.
        """
        row = next((r for r in self.corpus.tables.rows("disputes") if r["id"] == dispute_id and r["status"] == "sourced"), None)
        if row is None:
            raise CorpusError(f"there is no sourced dispute {dispute_id!r}")
        named = {r["id"]: ", ".join(filter(None, (r["author"], r["title"], r["year"]))) for r in self.corpus.tables.rows("sources")}
        rows = [{"who": "the book claims", "what": row["claim"], "source": page_words(row)}]
        for n in (1, 2, 3):
            if row[f"position_{n}"]:
                sources = "; ".join(named.get(s, "the book" if s == "book" else s) for s in str(row[f"source_{n}"]).split(";"))
                rows.append({"who": f"position {n}", "what": row[f"position_{n}"], "source": sources})
        rows.append({"who": "how sure", "what": row["how_sure"], "source": ""})
        return Shown(table_html(rows, str(row["claim"])), f"Disputed: {row['claim']}")

    def progress(self) -> None:
        """How far the reader has come, live."""
        total = len(self.plan.items)
        self._refresh()
        self._show(self._bar, notice_html(f"This lesson asks {total} things.", kind="progress"), f"This lesson asks {total} things.")

    def _refresh(self) -> None:
        for reveal in self._reveals:
            reveal.refresh()
        done = sum(self.given(item) is not None for item in self.plan.items)
        self._bar.value = notice_html(f"{done} of {len(self.plan.items)} answers given.", kind="progress")


def open_lesson(lesson: str) -> Lesson:
    """The lesson with this id ("12") for this reader: plan, corpus and saved answers."""
    return Lesson(read_plan(lesson), open_corpus(), open_journal())
