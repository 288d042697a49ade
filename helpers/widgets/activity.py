"""One item of a lesson on screen: the question, a field, save and skip, and what is said afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from helpers.html import notices_html, prompt_html
from helpers.journal import Journal, NotSaved
from helpers.lessons.plan import SKIPPED, Item
from helpers.lessons.responding import Notice, respond
from helpers.model import Corpus
from helpers.widgets.fields import LABELLED, WIDE, field_for

DRAFT_AFTER = 1.0
"""Seconds without a key stroke after which a draft is saved."""
SETTLED_AFTER = 0.4
"""Seconds without a change after which a pressed button takes the value: a page sends what was typed last only once the
message before it was answered, which can be after the press."""

SAVE = {
    "predict": "Keep my prediction",
    "explain": "Keep my answer",
    "check": "Check",
    "recall": "Check",
    "exit": "Keep my answer",
    "source": "Keep my line",
    "evidence": "Look it up",
    "claim": "Keep my claim",
    "compare": "Keep my answer",
    "correct": "Keep my corrections",
}
RATINGS = [("closer to the first", "1"), ("closer to the second", "2"), ("between the two", "between"), ("neither", "neither")]
LOCKED_ONCE_GIVEN = ("predict",)
"""A prediction stays as it was given; everything else may be given again."""


def later(call: Callable[[], None], after: float | None = None) -> Callable[[], None]:
    """``call`` once no further call has come for ``after`` seconds (``DRAFT_AFTER``); at once where no event loop runs."""
    waiting: list[asyncio.TimerHandle] = []

    def soon() -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            call()
            return
        while waiting:
            waiting.pop().cancel()
        waiting.append(loop.call_later(DRAFT_AFTER if after is None else after, call))

    return soon


class Settled:
    """``act``, pressed right behind the last key: it waits until what was typed last has come. ``now`` doesn't wait any longer."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act, self._waits = act, False
        self._soon = later(self.now, SETTLED_AFTER)

    def press(self) -> None:
        """Act soon."""
        self._waits = True
        self._soon()

    def typed(self) -> None:
        """Letters came: a press that waits goes on waiting."""
        if self._waits:
            self._soon()

    def let_go(self) -> None:
        """Forget a press that waits."""
        self._waits = False

    def now(self) -> None:
        """Act if a press still waits."""
        if self._waits:
            self._waits = False
            self._act()


class Activity(widgets.VBox):  # type: ignore[misc]
    """An item with its field. ``given`` is the value saved (None before, ``SKIPPED`` where skipped); ``said`` the
    notices shown; ``on_given`` is called after each answer. A saved answer is restored when the item is shown again."""

    def __init__(self, item: Item, lesson: str, journal: Journal, corpus: Corpus, on_given: Callable[[], None] = lambda: None) -> None:
        self.item, self._lesson, self._journal, self._corpus, self._on_given = item, lesson, journal, corpus, on_given
        self.field = field_for(item)
        self.given: Any = None
        self.said: list[Notice] = []
        self.save_button = widgets.Button(description=SAVE[item.step], button_style="primary", layout={"width": "max-content"})
        self.skip_button = widgets.Button(description="Skip, I know this", layout={"width": "max-content"})
        self._giving, self._draft_soon = Settled(self.give), later(self.save_draft)
        self.save_button.on_click(lambda _: self.press())
        self.skip_button.on_click(lambda _: self.skip())
        self.view = widgets.HTML()
        self.rating = widgets.RadioButtons(options=RATINGS, value=None, description="My answer is", layout=WIDE, style=LABELLED)
        self.rating.layout.display = "none"
        buttons = [self.save_button, *([self.skip_button] if item.step == "predict" else [])]
        super().__init__([widgets.HTML(prompt_html(item.prompt)), self.field.widget, widgets.HBox(buttons), self.view, self.rating])
        self.add_class(f"ro-item-{item.id}")
        self._restore()
        self.field.on_change(self._changed)
        self.rating.observe(lambda change: self._keep(f"{item.id}/rating", change["new"]), names="value")

    def _restore(self) -> None:
        saved = self._journal.latest(self._lesson, self.item.id)
        draft = self._journal.latest(self._lesson, self.item.id, drafts=True)
        if self.item.accepts(draft):
            self.field.set(draft)
        if saved == SKIPPED or self.item.accepts(saved):
            self._show_given(saved)
        rating = self._journal.latest(self._lesson, f"{self.item.id}/rating")
        if rating in [value for _, value in RATINGS]:
            self.rating.value = rating

    def save_draft(self) -> None:
        """Keep what stands in the field, without giving it."""
        value = self.field.get()
        if value is not None and value != self.given and not (self.given and self.item.step in LOCKED_ONCE_GIVEN):
            self._keep(self.item.id, value, draft=True)

    def _changed(self) -> None:
        self._draft_soon()
        self._giving.typed()

    def press(self) -> None:
        """Give the answer once the last letters typed before the press are in."""
        self._giving.press()

    def give(self) -> None:
        """Save the field's value as the answer and say what follows."""
        value = self.field.get()
        if value is None:
            self._say([Notice("not yet", _missing(self.item))])
            return
        self._give(value)

    def skip(self) -> None:
        """Save that the reader skipped the item."""
        self._giving.let_go()
        self._give(SKIPPED)

    def _give(self, value: Any) -> None:
        problem = self._keep(self.item.id, value)
        self._show_given(value)
        if problem:
            self._say([problem, *self.said])
        self._on_given()

    def _keep(self, name: str, value: Any, *, draft: bool = False) -> Notice | None:
        try:
            self._journal.save(self._lesson, name, value, draft=draft)
        except NotSaved as error:
            notice = Notice("not saved", str(error))
            self._say([notice])
            return notice
        return None

    def _show_given(self, value: Any) -> None:
        self.given = value
        if self.item.step in LOCKED_ONCE_GIVEN:
            self.field.lock()
            self.save_button.disabled = self.skip_button.disabled = True
        if value == SKIPPED:
            self._say([Notice("skipped", "Go on below.")])
            return
        said = respond(self.item, value, self._corpus)
        self._say(said or [Notice("kept", "Go on below." if self.item.step == "predict" else "You can change it as long as you like.")])
        if self.item.models:
            self.rating.layout.display = None

    def _say(self, notices: list[Notice]) -> None:
        self.said = notices
        self.view.value = notices_html([(n.kind, n.text) for n in notices])

    def __repr__(self) -> str:
        return f"Activity({self._lesson}, {self.item.id})"


def _missing(item: Item) -> str:
    """What is missing from an answer that is not complete."""
    return {
        "choice": "Choose one of the answers first.",
        "number": "Type a number from 0 to 100." if item.unit == "per cent" else "Type a number, such as 40 or 12.5.",
        "day": "Choose a day first.",
        "place": "Choose a place first.",
        "sort": "Choose a label for every term first.",
        "page": "Type the printed page as a number, such as 203.",
        "claim": "Write at least the claim, one piece of evidence, and how sure you are.",
    }.get(item.kind, "Write something first: one line is enough.")
