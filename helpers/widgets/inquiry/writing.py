"""The argument being written: its parts, a preview that follows, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from helpers.inquiry.argument import ITEM, LESSON, LONGEST, N_AGAINST, N_FOR, TEXTS, Argument, Piece, argument_from, lacking
from helpers.inquiry.gathering import Material
from helpers.inquiry.handing_in import argument_html
from helpers.inquiry.listing import lacking_html
from helpers.journal import Journal, NotSaved
from helpers.lessons.plan import SURE
from helpers.model import Corpus
from helpers.reading.begun import too_long
from helpers.widgets.activity import Settled, later
from helpers.widgets.controls import Said, button
from helpers.widgets.fields import LABELLED, WIDE
from helpers.widgets.live_html import LiveHtml


class Slot:
    """Place for one piece of evidence: ``text`` and ``where``; ``source`` is the material it was taken from."""

    def __init__(self, label: str) -> None:
        self.text = widgets.Textarea(description=label, rows=2, layout=WIDE, style=LABELLED)
        self.where = widgets.Text(description=f"{label}: page or source", placeholder="such as p. 95", layout=WIDE, style=LABELLED)
        self.source = ""

    @property
    def piece(self) -> Piece:
        """What stands there."""
        text, where = self.text.value.strip(), self.where.value.strip()
        return Piece(text, where, self.source if text else "")

    def fill(self, piece: Piece) -> None:
        """Put a piece there."""
        self.text.value, self.where.value, self.source = piece.text, piece.where, piece.source


class ArgumentPart(widgets.VBox):  # type: ignore[misc]
    """The argument. ``argument`` is what stands in the fields; ``given`` what was kept last. Changes are drafted after a pause."""

    def __init__(self, corpus: Corpus, journal: Journal) -> None:
        self._corpus, self._journal = corpus, journal
        self.given = argument_from(journal.latest(LESSON, ITEM))
        self.texts = {name: widgets.Textarea(description=label, rows=2, layout=WIDE, style=LABELLED) for name, label in TEXTS.items()}
        self.support = [Slot(f"Evidence {k}") for k in range(1, N_FOR + 1)]
        self.against = [Slot(f"Counter-evidence {k}") for k in range(1, N_AGAINST + 1)]
        self.sure = widgets.RadioButtons(
            options=[("not said yet", 0), *((words, n) for n, words in SURE.items())],
            description="How sure am I?",
            layout=WIDE,
            style=LABELLED,
        )
        self.said, self.preview, self.lacks = Said(), LiveHtml(), LiveHtml()
        slots = [part for slot in (*self.support, *self.against) for part in (slot.text, slot.where)]
        head, rest = [self.texts[n] for n in ("question", "claim")], [self.texts[n] for n in ("answer", "limits", "change")]
        keep = button("Keep the argument", Settled(self.keep).press, main=True)
        super().__init__([*head, self.sure, *slots, *rest, keep, self.said, self.lacks, self.preview])
        self.on_change: Callable[[], None] = lambda: None
        self.fill(argument_from(journal.latest(LESSON, ITEM, drafts=True)))
        heard = later(self._changed)
        for control in (*self.texts.values(), *slots, self.sure):
            control.observe(lambda _: heard(), names="value")

    @property
    def argument(self) -> Argument:
        """The argument as it stands in the fields."""
        sides = {
            name: [[p.text, p.where, p.source] for slot in getattr(self, name) if (p := slot.piece).text or p.where]
            for name in ("support", "against")
        }
        return argument_from({name: field.value for name, field in self.texts.items()} | sides | {"sure": self.sure.value})

    def fill(self, argument: Argument) -> None:
        """Put an argument into the fields."""
        for name, field in self.texts.items():
            field.value = getattr(argument, name)
        for slots, pieces in ((self.support, argument.support), (self.against, argument.against)):
            for k, slot in enumerate(slots):
                slot.fill(pieces[k] if k < len(pieces) else Piece(""))
        self.sure.value = argument.sure
        self.draw()

    def draw(self) -> None:
        """Show the preview and what is missing."""
        argument = self.argument
        self.preview.html = argument_html(argument, self._corpus)
        self.lacks.html = lacking_html(lacking(argument))

    def take(self, side: str, material: Material) -> str:
        """Put a thing gathered into the first free place of its side; a claim becomes the claim where none stands."""
        if side == "for" and material.kind == "claim" and not self.texts["claim"].value.strip():
            self.texts["claim"].value = material.text
            self._changed()
            return "Taken as your claim."
        slots = self.support if side == "for" else self.against
        there = next((slot for slot in slots if (slot.piece.text, slot.source) == (material.text.strip(), material.source)), None)
        if there is not None:
            return f"It stands already as {there.text.description.lower()}."
        free = next((slot for slot in slots if not slot.piece.text), None)
        if free is None:
            return f"All {len(slots)} places {'for' if side == 'for' else 'against'} your claim are taken: empty one first."
        where = "" if material.kind == "claim" else material.where
        free.fill(Piece(material.text, where, material.source))
        self._changed()
        return f"Taken as {free.text.description.lower()}."

    def keep(self) -> None:
        """Save the argument as it stands, complete or not; words that are too many to keep are said and nothing is cut."""
        if problem := self._too_long:
            self.said.say(problem, "not yet")
        elif self._save(draft=False):
            self.given = self.argument
            n = len(lacking(self.argument))
            self.said.say(
                "The argument is kept." if not n else f"The argument is kept; {n} thing{'s are' if n > 1 else ' is'} still missing.", "kept"
            )
        self.draw()

    def _changed(self) -> None:
        self.draw()
        if self.argument != self.given:
            self._save(draft=True)
        if problem := self._too_long:
            self.said.say(problem, "not yet")
        self.on_change()

    @property
    def taken(self) -> set[tuple[str, str]]:
        """Side ("for", "against") and source of the material that stands in the argument."""
        sides = (("for", self.support), ("against", self.against))
        return {(side, slot.piece.source) for side, slots in sides for slot in slots if slot.piece.source}

    @property
    def _too_long(self) -> str:
        """The first part that has more words than are kept, in a sentence; "" for none."""
        fields = [*self.texts.values(), *(part for slot in (*self.support, *self.against) for part in (slot.text, slot.where))]
        return next((said for field in fields if (said := too_long(f"“{field.description}”", field.value, LONGEST))), "")

    def _save(self, *, draft: bool) -> bool:
        value: dict[str, Any] = self.argument.value
        try:
            self._journal.save(LESSON, ITEM, value, draft=draft)
        except NotSaved as error:
            self.said.say(str(error), "not saved")
            return False
        return True
