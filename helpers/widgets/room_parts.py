"""Parts of the teacher's room: lists with an answer below, the chooser of a class's folder, buttons that write files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import ipywidgets as widgets

from helpers.charts.chart import Chart
from helpers.classroom.gathering import gather
from helpers.classroom.marking import marking_csv
from helpers.classroom.readers import Classroom
from helpers.classroom.report import class_page, notices
from helpers.exporting import typed_path, write_into
from helpers.home import private_folder
from helpers.html import chart_table_html, notice_html
from helpers.lessons.plan import LessonPlan
from helpers.model import Corpus, CorpusError
from helpers.widgets.chart_view import ChartView
from helpers.widgets.controls import row, sentence
from helpers.widgets.fields import LABELLED, WIDE

Options = Callable[[], Sequence[tuple[str, Any]]]


class Room(Protocol):
    """What a part needs of the room: the class open now, plans and corpus, and how to open another or hide its names."""

    plans: tuple[LessonPlan, ...]
    corpus: Corpus

    @property
    def classroom(self) -> Classroom: ...
    def take(self, classroom: Classroom) -> None: ...
    def hide(self, hidden: bool) -> None: ...


class Part(widgets.VBox):  # type: ignore[misc]
    """One part of the room: lists to choose from, and what ``view`` answers to the choices: a chart or HTML. ``warning`` gives HTML
    that stands above the answer, "" for none."""

    def __init__(
        self, view: Callable[..., Any], lists: Mapping[str, tuple[str, Options]], warning: Callable[[], str] = lambda: "", **chosen: Any
    ) -> None:
        self._view, self._lists, self._warning = view, lists, warning
        self.controls = {
            name: widgets.Dropdown(options=options(), description=label, layout=WIDE, style=LABELLED)
            for name, (label, options) in lists.items()
        }
        for name, value in chosen.items():
            self.controls[name].value = value
        self.above, self.chart, self.html = widgets.HTML(), ChartView(), widgets.HTML()
        self.answer: Any = ""
        super().__init__([*self.controls.values(), self.html])
        for control in self.controls.values():
            control.observe(self._answer, names="value")
        self._answer()

    def refresh(self) -> None:
        """Offer what the class now open has to choose from, and answer."""
        for name, (_, options) in self._lists.items():
            control, offered = self.controls[name], list(options())
            if list(control.options) != offered:
                kept = control.value
                control.options = offered
                control.value = kept if kept in [value for _, value in offered] else control.value
        self._answer()

    def _answer(self, _: object = None) -> None:
        self.answer = self._view(**{name: control.value for name, control in self.controls.items()})
        self.above.value = self._warning()
        head = (*self.controls.values(), *([self.above] if self.above.value else []))
        if isinstance(self.answer, Chart):
            self.chart.show(self.answer)
            self.html.value = chart_table_html(self.answer)
            self.children = (*head, self.chart, self.html)
        else:
            self.html.value = self.answer
            self.children = (*head, self.html)

    def __repr__(self) -> str:
        return f"Part({', '.join(self.controls)})"


class Chooser(widgets.VBox):  # type: ignore[misc]
    """Where the class's journals lie: ``path`` typed, ``button`` opens it, ``hide`` hides names; ``view`` says what was found."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.path = widgets.Text(
            placeholder="/home/me/class-9a", description="Class folder", continuous_update=False, layout=WIDE, style=LABELLED
        )
        self.button = widgets.Button(description="Open the class", button_style="primary", layout={"width": "max-content"})
        self.hide = widgets.Checkbox(value=room.classroom.hidden, description="Hide names", indent=False)
        self.view = widgets.HTML(notices(room.classroom))
        self.button.on_click(lambda _: self.open_class())
        self.hide.observe(lambda change: self._room.hide(change["new"]), names="value")
        super().__init__([self.path, row(self.button, self.hide), self.view])

    def open_class(self) -> None:
        """Open the folder typed; what can't be opened is said, and the class shown before stays."""
        if not self.path.value.strip():
            self.view.value = notice_html("Type the path of the folder that holds your class's journals first.", kind="not yet")
            return
        try:
            self._room.take(gather(typed_path(self.path.value)))
        except (CorpusError, OSError, ValueError) as error:
            self.view.value = notice_html(sentence(error), kind="not opened")

    def refresh(self) -> None:
        """Say what is open now."""
        found = self._room.classroom
        n = len(found.students)
        opened = (
            f"{n} reader{'' if n == 1 else 's'}."
            if n
            else "No reader's journal was found: put each reader's .jsonl files into a sub-folder with their name."
        )
        self.view.value = notice_html(opened, kind="open now") + notices(found)


class Exports(widgets.VBox):  # type: ignore[misc]
    """Buttons that write the class's page and the table for marking into ``folder``; ``view`` says where."""

    def __init__(self, room: Room) -> None:
        self._room = room
        home = private_folder("answers")
        self.folder = widgets.Text(
            value=str(home or ""), description="Write into the folder", continuous_update=False, layout=WIDE, style=LABELLED
        )
        self.page = widgets.Button(description="Write the class's page (HTML)", layout={"width": "max-content"})
        self.table = widgets.Button(description="Write the table for marking (CSV)", layout={"width": "max-content"})
        self.view = widgets.HTML()
        self.page.on_click(lambda _: self.write("class.html"))
        self.table.on_click(lambda _: self.write("class-marking.csv"))
        super().__init__([self.folder, row(self.page, self.table), self.view])

    def write(self, name: str) -> None:
        """Write one of the two files and say where it is, or why it could not be written."""
        room = self._room
        try:
            made = (
                class_page(room.classroom, room.plans, room.corpus).encode()
                if name.endswith("html")
                else marking_csv(room.classroom, room.plans, room.corpus)
            )
            path = write_into(self.folder.value, name, made)
        except (CorpusError, OSError, ValueError) as error:
            said = sentence(f"the file {name} could not be written: {getattr(error, 'strerror', None) or error}")
            self.view.value = notice_html(said, kind="not written")
            return
        self.view.value = notice_html(f"{path} holds {len(made):,} bytes; it was sent nowhere.", kind="written")
