"""Hostile text and every route by which foreign text reaches a screen or a file.

A payload that runs adds its name to ``top.ran``; one that only asks for something is heard by the listener of the test.
``World`` is a reader's workbook full of one payload: their copy, their answers, what a classmate sent, a class.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from helpers.building import ParagraphDraft, SectionDraft, build_edition
from helpers.classroom.given import shipped_plans
from helpers.classroom.readers import Classroom, PassedOver, Student
from helpers.codings import BOOK, LESSON, Coding
from helpers.html import notice_html
from helpers.inquiry.argument import ITEM as ARGUMENT
from helpers.inquiry.argument import LESSON as INQUIRY
from helpers.inquiry.argument import Argument, Piece
from helpers.journal import Answer, Journal
from helpers.lessons.plan import Item, lesson_ids, read_plan
from helpers.loading import open_corpus
from helpers.model import Corpus, CorpusError, TextEdition
from helpers.reading.codebook import ITEM as CODEBOOK
from helpers.reading.codebook import note_item
from helpers.reading.paths import HEAD
from helpers.reading.texts import Texts

RAN = "top.ran=[...(top.ran||[]),'{name}']"
PATTERNS = {
    "script": "<script>{ran}</script>",
    "image": "<img src=x onerror={ran}>",
    "svg": "<svg onload={ran}></svg>",
    "details": "<details open ontoggle={ran}>x</details>",
    "link": '<a href="javascript:{ran}">x</a>',
    "double": '" autofocus onfocus="{ran}" x="',
    "single": "' autofocus onfocus='{ran}' x='",
    "closing": "</textarea></title></style></option></svg>]]><script>{ran}</script>",
    "comment": "--><script>{ran}</script><!--",
    "frame": "<iframe srcdoc='<img src={url}>'></iframe>",
    "data": "<object data='data:text/html,<img src={url}>'></object>",
    "style": "<style>@import '{url}';</style><p style=\"background:url('{url}')\">x</p>",
    "refresh": "<meta http-equiv=refresh content='0;url={url}'>",
    "markdown": "![x]({url}) <{url}> [x](javascript:{ran})",
    "formula": '=HYPERLINK("{url}")',
    "entity": "&lt;img src=x onerror={ran}&gt;",
    "bidi": "\u202e\u200b<img src=x onerror={ran}>",
}
NOT_IN_CONTROL = ("svg", "link", "double", "single", "refresh", "markdown", "formula", "entity")
"""Payloads that run only where somebody clicks, inside an attribute, in another language, while a page is
parsed, or by leaving it."""


def payloads(port: int) -> dict[str, str]:
    """Name → hostile text; what asks for something asks this machine's ``port``."""
    return {name: pattern.format(ran=RAN.format(name=name), url=f"http://127.0.0.1:{port}/{name}") for name, pattern in PATTERNS.items()}


def shown_texts(port: int) -> list[list[str]]:
    """The texts to show, a few at a time: first all payloads in one text, from the first to the last and back, then each alone."""
    alone = list(payloads(port).values())
    return [[" ".join(alone), " ".join(alone[::-1])], *(alone[k : k + 2] for k in range(0, len(alone), 2))]


@dataclass(frozen=True)
class World:
    """A reader whose every text is ``payload``."""

    payload: str

    @cached_property
    def edition(self) -> TextEdition:
        """A copy whose headings, paragraphs, notes and captions are hostile."""
        texts = [("heading", self.payload), ("body", f"Words {self.payload} {' '.join(PASSAGE.terms)} words"), ("quotation", f"“{self.payload}” words"),
                 ("caption", self.payload), ("footnote", self.payload)]  # fmt: skip
        sections = [
            SectionDraft(ref.section, "section", 1, k, self.payload, [ParagraphDraft(role, t, [(0, ref.page, False)]) for role, t in texts], self.payload)
            for k, ref in enumerate([PASSAGE], 1)
        ]  # fmt: skip
        return build_edition(BOOK, self.payload, {"author": self.payload, "title": self.payload, "year": "1946"}, sections)

    @property
    def section(self) -> str:
        return str(self.edition.sections[0].id)

    @cached_property
    def corpus(self) -> Corpus:
        """What ships, with the hostile copy."""
        shipped = open_corpus()
        return Corpus(shipped.measures, shipped.tables, lambda: shipped.guide, lambda: self.edition)

    @cached_property
    def journal(self) -> Journal:
        """Hostile answers, drafts, codings, notes, paths and an argument, as the widgets save them and in foreign forms."""
        journal = Journal(Path(tempfile.mkdtemp(prefix="hostile-")))
        for lesson, item, value, draft in self.given():
            journal.save(lesson, item, value, draft=draft)
        return journal

    def given(self) -> Iterator[tuple[str, str, Any, bool]]:
        """(lesson, item, value, draft) of everything that was saved."""
        for lesson, item in ITEMS:
            for draft in (False, True):
                yield lesson, item.id, answer_to(item, self.payload), draft
            yield lesson, f"{item.id}/rating", self.payload, False
        place, code = f"{self.section}.1", self.payload[:60]
        yield LESSON, CODEBOOK, {"codes": [{"code": code, "meaning": self.payload}]}, False
        yield LESSON, Coding(place, code, self.payload).item, Coding(place, code, self.payload).value, False
        yield LESSON, Coding(place, code, self.payload, 0, 5).item, Coding(place, code, self.payload, 0, 5).value, True
        yield LESSON, note_item(place), self.payload, False
        yield (
            LESSON,
            f"path/{self.payload[:50]}",
            {"search": {"query": "words"}, "chosen": [[f"{place}:0-5", self.payload[:30]]]},
            False,
        )
        yield INQUIRY, ARGUMENT, self.argument.value, False

    @property
    def argument(self) -> Argument:
        pieces = (Piece(self.payload, self.payload, self.payload),)
        return Argument(self.payload, self.payload, pieces, pieces, self.payload, self.payload, self.payload, 2)

    @property
    def student(self) -> Student:
        """The reader as a teacher gets them, with the payload for a name."""
        answers = [Answer(lesson, item, value, k, draft, self.payload) for k, (lesson, item, value, draft) in enumerate(self.given())]
        return Student(self.payload, tuple(a for a in answers if not a.draft), frozenset((a.lesson, a.item) for a in answers if a.draft))

    @property
    def classroom(self) -> Classroom:
        """Two readers of that kind, and what was passed over."""
        second = Student(f"2 {self.payload}", self.student.answers)
        return Classroom((self.student, second), (PassedOver(self.payload, self.payload, (self.payload,), (self.payload,)),))


def _items() -> list[tuple[str, Item]]:
    """One item of each kind and step that can hold words, over all lessons."""
    found: dict[tuple[str, str], tuple[str, Item]] = {}
    for lesson in lesson_ids():
        for item in read_plan(lesson).items:
            found.setdefault((item.kind, item.step if item.kind == "text" else ""), (lesson, item))
    return list(found.values())


ITEMS = _items()
WITH_PASSAGE = next(lesson for lesson in lesson_ids() if read_plan(lesson).passages)
PASSAGE = read_plan(WITH_PASSAGE).passages[0]


def answer_to(item: Item, payload: str) -> Any:
    """The payload in the form that the item's answers have, as far as a foreign journal can fill it."""
    if item.kind == "claim":
        return dict.fromkeys(
            ("claim", "support", "support_page", "second", "second_page", "against", "against_page", "change"), payload
        ) | {"confidence": 2}
    if item.kind == "page":
        return {"page": 300, "words": payload}
    if item.kind == "sort":
        return {entry.id: payload for entry in item.entries}
    return payload


def _reading(world: World) -> Any:
    from helpers.widgets.reading.room import ReadingRoom

    return ReadingRoom(world.corpus, world.journal, Texts({BOOK: world.edition}))


def _lesson(world: World, lesson: str) -> Any:
    from helpers.widgets.lesson import Lesson

    return Lesson(read_plan(lesson), world.corpus, world.journal)


def _inquiry(world: World) -> Any:
    from helpers.widgets.inquiry.room import Inquiry

    return Inquiry(world.corpus, world.journal, shipped_plans())


def _teacher(world: World) -> Any:
    from helpers.widgets.teachers_room import TeachersRoom

    room = TeachersRoom(shipped_plans(), world.corpus)
    room.take(world.classroom)
    return room


def _shown(widget: Any) -> None:
    from helpers.widgets.display import show

    show(widget, "", "")


def contents(world: World) -> None:
    _reading(world).contents()


def search_lines(world: World) -> None:
    _reading(world).search("words")


def search_echo(world: World) -> None:
    _reading(world).search(world.payload)


def reading_pane_and_coding(world: World) -> None:
    room = _reading(world)
    room.pane.marked = True
    room.read(world.section)
    room.coding.note.value = room.coding.memo.value = room.coding.words.value = world.payload
    room.coding.keep()


def codebook(world: World) -> None:
    room = _reading(world)
    room.codebook()
    room.codebook_part.code.value = room.codebook_part.meaning.value = world.payload
    room.codebook_part.add()


def saved_paths(world: World) -> None:
    room = _reading(world)
    room.paths()
    for name in list(room.paths_part.saved):
        room.paths_part.saved_list.value = name
        room.paths_part.replay()


def path_taken_in(world: World) -> None:
    room = _reading(world)
    room.paths()
    for text in (
        f"{HEAD} {world.payload}",
        world.payload,
        f'{HEAD} {{"name": "x", "search": {{"query": "words"}}, "chosen": [["{world.section}.1:0-5", "p. 1"]]}}',
    ):
        room.paths_part.received.value = text
        room.paths_part.take_in()


def references(world: World) -> None:
    room = _reading(world)
    room.read(world.section)
    room.cite()
    room.cite_part.passage()


def kept_codings(world: World) -> None:
    _reading(world).export()


def tables(world: World) -> None:
    from IPython.display import display

    display(_reading(world).table([{world.payload: world.payload}], world.payload))


def answers_restored(world: World) -> None:
    for lesson, item in ITEMS:
        _lesson(world, lesson).ask(item.id)


def passage_of_a_copy(world: World) -> None:
    _lesson(world, WITH_PASSAGE).passage(PASSAGE.id)


def typed_into_explorers(world: World) -> None:
    from helpers.widgets.explorers import explorer_named

    for name, typed in (
        ("trend", "word"),
        ("dispersion", "words"),
        ("frequency", "word"),
        ("ngrams", "containing"),
        ("collocates", "other"),
    ):
        explorer = explorer_named(name)(world.corpus)
        explorer.controls[typed].value = world.payload
        _shown(explorer)


def lines_behind_a_count(world: World) -> None:
    from helpers.views.linking import lines
    from helpers.widgets.lines_view import LinesView

    view = LinesView(world.corpus, world.journal)
    view.show(world.payload, f"{lines('words', query='words', n=3, told=world.payload)} {lines('words', query='a', told=world.payload)}")
    view.pressed(f"open:{view.found.lines[0].place}" if view.found else "")
    _shown(view)


def charts(world: World) -> None:
    from IPython.display import display

    from helpers.charts.bars import bar_chart
    from helpers.widgets.chart_view import ChartView

    rows = [{"who": world.payload, "n": 3, "pages": world.payload}, {"who": "b", "n": 2, "pages": "7"}]
    chart = bar_chart(rows, label="who", value="n", title=world.payload, unit="times", source=world.payload)
    _shown(ChartView(chart))
    display(chart)


def messages(world: World) -> None:
    from IPython.display import display

    from helpers.widgets.display import Shown
    from helpers.widgets.import_panel import ImportPanel

    panel = ImportPanel()
    panel.path.value = world.payload
    panel._typed()
    _shown(panel)
    try:
        world.corpus.guide.section(world.payload)
    except (CorpusError, KeyError) as error:
        display(Shown(notice_html(str(error), kind=world.payload), str(error)))


def gathered_for_the_inquiry(world: World) -> None:
    _inquiry(world).gathered()


def argument(world: World) -> None:
    room = _inquiry(world)
    room.write()
    room.rubric()
    room.hand_in()


def class_shown(world: World) -> None:
    room = _teacher(world)
    room.choose()
    room.progress()
    room.misconceptions()
    room.agreement()
    for lesson in sorted({lesson for lesson, _ in ITEMS}):
        room.words(lesson)
        room.claims(lesson)
    room.export()


ROUTES: tuple[Callable[[World], None], ...] = (
    contents, search_lines, search_echo, reading_pane_and_coding, codebook, saved_paths, path_taken_in, references, kept_codings, tables,
    answers_restored, passage_of_a_copy, typed_into_explorers, lines_behind_a_count, charts, messages, gathered_for_the_inquiry, argument,
    class_shown,
)  # fmt: skip
"""What a notebook shows live."""


def show_route(name: str, port: int, turn: int) -> None:
    """Show one route with the texts of a turn, as a cell of the test's notebook does."""
    route = next(r for r in ROUTES if r.__name__ == name)
    for text in shown_texts(port)[turn]:
        route(World(text))


def files(world: World) -> dict[str, bytes]:
    """File name → bytes of everything that leaves the workbook; Markdown also as the page that a common renderer makes of it."""
    from nbconvert.filters import markdown2html

    from helpers.classroom.portfolio import FORMATS as ANSWERS
    from helpers.classroom.portfolio import portfolio_rows
    from helpers.classroom.report import class_page
    from helpers.inquiry.handing_in import FORMATS as ARGUMENTS
    from helpers.reading.exporting import FORMATS as KEPT
    from helpers.reading.exporting import kept_rows

    plans = shipped_plans()
    rows = portfolio_rows(world.student, plans, world.corpus)
    kept = kept_rows([a for a in world.student.answers if a.lesson == LESSON], {BOOK: world.edition})
    made = {f"answers.{form}": make(rows, plans) for form, make in ANSWERS.items()}
    made |= {f"kept.{form}": make(kept) for form, make in KEPT.items()}
    made |= {f"argument.{form}": make(world.argument, {}, world.corpus) for form, make in ARGUMENTS.items()}
    made["class.html"] = class_page(world.classroom, plans, world.corpus).encode()
    return made | {f"{name}.html": markdown2html(data.decode()).encode() for name, data in made.items() if name.endswith(".md")}
