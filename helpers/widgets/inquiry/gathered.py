"""What was gathered in lessons and in the reading room, to be taken into the argument."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from helpers.inquiry.gathering import Material, gathered
from helpers.inquiry.listing import gathered_html, kind_options
from helpers.journal import Journal
from helpers.lessons.plan import LessonPlan
from helpers.model import Corpus
from helpers.widgets.controls import Said, button, choice, options_kept, row
from helpers.widgets.live_html import LiveHtml


class GatheredPart(widgets.VBox):  # type: ignore[misc]
    """``materials`` are all that stand, ``shown`` those of the chosen kind. ``on_use`` is called with "for" or "against" and
    the material, and says what came of it; ``taken`` tells what stands in the argument."""

    def __init__(
        self,
        corpus: Corpus,
        journal: Journal,
        plans: Sequence[LessonPlan],
        on_use: Callable[[str, Material], str],
        taken: Callable[[], set[tuple[str, str]]] = set,
    ) -> None:
        self._corpus, self._journal, self._plans, self._on_use, self._taken = corpus, journal, plans, on_use, taken
        self.materials: list[Material] = []
        self.kind = choice("Show", [("everything", "")], "")
        self.said, self.view = Said(), LiveHtml(on_press=self.press)
        super().__init__([row(self.kind, button("Gather again", self.refresh)), self.said, self.view])
        self.kind.observe(lambda _: self.draw(), names="value")
        self.refresh()

    @property
    def shown(self) -> list[Material]:
        """What is shown now."""
        return [m for m in self.materials if self.kind.value in ("", m.kind)]

    def refresh(self) -> None:
        """Gather again: other notebooks may have kept more since."""
        self.materials = gathered(self._journal.answers(), self._plans, self._corpus)
        options_kept(self.kind, kind_options(self.materials), "")
        self.draw()

    def draw(self) -> None:
        """Show what was gathered."""
        self.view.html = gathered_html(self.shown, taken=self._taken())

    def press(self, name: str) -> None:
        """Take a thing into the argument."""
        side, _, source = name.partition(":")
        material = next((m for m in self.materials if m.source == source), None)
        if side in ("for", "against") and material is not None:
            self.said.say(self._on_use(side, material), "argument")
