"""Acts of reporting in a section: the clause that brings in quoted words, and indirect speech, each counted once."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.detecting.quotations import MARKED_BY_TEXT, SectionLedger
from helpers.detecting.reporting import VerbUse, find_indirect
from helpers.detecting.speakers import scene_of_verb

FORMS = ("direct", "indirect")
"""direct: the verb brings in words between quotation marks; indirect: it has a clause (that, whether, how) or stands between commas."""


@dataclass(frozen=True, slots=True)
class Told:
    """One act of reporting: paragraph position and offset of its verb, verb and manner, form, and class of who speaks."""

    place: int
    begin: int
    verb: str
    manner: str
    form: str
    speaker_class: str


def find_reports(part: SectionLedger) -> list[Told]:
    """The acts of reporting of a section in reading order.

    A verb that brings in several quoted stretches counts once; a quotation that goes on with the words before it, and words that
    the text itself marks, bring none. Class "unknown" where nobody fits.
    """
    place_of = {id(scene): place for place, scene in part.scenes.items()}
    found: dict[tuple[int, int], Told] = {}
    for k, (quotation, said) in enumerate(zip(part.quotations, part.attributions, strict=True)):
        if said.verb is None or said.basis in ("turn", "reply") or quotation.kind in MARKED_BY_TEXT:
            continue
        place = place_of[id(scene_of_verb(part.setting(k), said.basis))]
        told = _told(place, said.verb, "direct", quotation.speaker_class)
        found.setdefault((place, said.verb.begin), told)
    for place, scene in part.scenes.items():
        for report in find_indirect(scene):
            speaker = report.subject.speaker if report.subject is not None else ""
            told = _told(place, report.verb, "indirect", speaker or "unknown")
            found.setdefault((place, report.verb.begin), told)
    return [found[key] for key in sorted(found)]


def _told(place: int, verb: VerbUse, form: str, speaker_class: str) -> Told:
    return Told(place, verb.begin, verb.lemma, verb.manner, form, speaker_class)
