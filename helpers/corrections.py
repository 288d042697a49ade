"""Corrections of the machine: what a reader who looked at a place says of it.

A correction is an answer of lesson "40". Its item is ``correct/DETECTOR/WHAT/PLACE``, its value ``{"shipped": …, "given": …}``: what the
detector has, and what the reader says; the same twice where the reader looked and agrees. PLACE is words of a paragraph of the book
("2.4.17:120-166"). A later one of the same place replaces the earlier; an empty ``given`` takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from helpers.analysis.agency import VOICE_NAMES
from helpers.analysis.naming import SPEAKERS
from helpers.codings import LESSON
from helpers.journal import Answer

NO_LABEL = "none of these here"
CLASSES = {
    "label": "label", "self_name": "self-name", "technical": "technical word", "praise": "praise", "metaphor": "image", "none": NO_LABEL,
}  # fmt: skip
MARKS = {
    "scare": "at a distance", "name": "a name", "speech": "somebody’s words", "title": "a title", "term": "a word as a word", "slogan": "a slogan",
}  # fmt: skip
QUOTED = {"speech": "spoken", "document": "written", **{k: v for k, v in MARKS.items() if k != "speech"}}
VALUES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "speaker": ("Whose words?", SPEAKERS),
    "kind": ("What are the marks there for?", QUOTED),
    "mark": ("What are the marks there for?", MARKS),
    "term_class": ("What is the word here?", CLASSES),
    "voice": ("How is the actor told?", {**VOICE_NAMES, "none": "not as a doer at all"}),
}
"""What may be corrected: the question, and the answers (value → in words)."""

DETECTORS = {
    "reporting": "verbs of saying", "quotations": "quotations", "scare_quotes": "short quoted spans", "lexicon": "labels, by the table of terms",
    "agents": "doers",
}  # fmt: skip
DETECTOR_OF = {"reports": "reporting", "quotations": "quotations", "spans": "scare_quotes", "terms": "lexicon", "deeds": "agents"}
"""Kind of lines → the detector that made them."""

_ITEM = re.compile(r"correct/([a-z_]{1,20})/([a-z_]{1,20})/([\w.:\-]{1,60})")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader says of one place: detector, what, place, the value shipped and the value given (equal: looked at and agreed)."""

    detector: str
    what: str
    place: str
    shipped: str
    given: str

    @property
    def item(self) -> str:
        """The item under which it is saved: ``journal.save(LESSON, correction.item, correction.value)``."""
        return f"correct/{self.detector}/{self.what}/{self.place}"

    @property
    def value(self) -> dict[str, str]:
        """What is saved."""
        return {"shipped": self.shipped, "given": self.given}

    @property
    def corrected(self) -> bool:
        """Whether the reader says otherwise than what ships."""
        return self.given != self.shipped


def in_words(what: str, value: str) -> str:
    """A value as a reader says it.

    >>> in_words("speaker", "command"), in_words("mark", "scare")
    ('officers and staffs', 'at a distance')
    """
    return VALUES[what][1].get(value, value)


def place_in_words(place: str) -> str:
    """A place as a reader says it.

    >>> place_in_words("2.4.17:120-126"), place_in_words("31.correct-kinds.to-arms")
    ('§ 2.4.17, characters 120–126', 'lesson 31, “to arms”')
    """
    paragraph, _, span = place.partition(":")
    if span:
        return f"§ {paragraph}, characters {span.replace('-', '–')}"
    lesson, _, entry = place.split(".", 2) if place.count(".") > 1 else ("", "", place)
    return f"lesson {lesson}, “{entry.replace('-', ' ')}”" if lesson else place


def read_correction(answer: Answer) -> Correction | None:
    """The correction that an answer holds; None where it is something else or hasn't the form.

    >>> found = read_correction(Answer("40", "correct/reporting/speaker/2.4.17:5-9", {"shipped": "command", "given": "foreign"}, 1))
    >>> (found.place, found.corrected) == ("2.4.17:5-9", True)
    True
    >>> read_correction(Answer("40", "correct/reporting/speaker/2.4.17:5-9", {"shipped": "command", "given": "the tsar"}, 2))
    """
    match = _ITEM.fullmatch(answer.item) if answer.lesson == LESSON and isinstance(answer.item, str) else None
    value = answer.value
    if match is None or match[1] not in DETECTORS or match[2] not in VALUES or not isinstance(value, Mapping):
        return None
    known = VALUES[match[2]][1]
    if value.get("shipped") not in known or value.get("given") not in (*known, ""):
        return None
    return Correction(match[1], match[2], match[3], str(value["shipped"]), str(value["given"]))


def corrections(latest: Iterable[Answer]) -> list[Correction]:
    """The corrections that stand among the latest answers, by detector and place; those taken back are left out."""
    found = [c for answer in latest if (c := read_correction(answer)) is not None and c.given]
    return sorted(found, key=lambda c: c.item)


LABELLED = {"kinds_of_spans": ("scare_quotes", "mark")}
"""Key of a lesson's item whose labels correct a detector → the detector, and what is corrected."""


def of_labels(key: str, where: str, shipped: Mapping[str, str], given: Mapping[str, str]) -> list[Correction]:
    """A reader's labels in a lesson's item as corrections, one an entry; none where the item's key corrects no detector.

    The place is the item ``where`` and the entry, so that it never meets a place of the text.

    >>> [(c.place, c.corrected) for c in of_labels("kinds_of_spans", "31.a", {"left": "scare"}, {"left": "name"})]
    [('31.a.left', True)]
    """
    if key not in LABELLED:
        return []
    return [Correction(*LABELLED[key], f"{where}.{entry}", value, given[entry]) for entry, value in shipped.items()]
