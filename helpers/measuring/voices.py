"""Measures of voice: whose words fill the quotations, how they are reported, what is put in quotation marks, who acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property

from helpers.detecting.agents import find_deeds
from helpers.detecting.quotations import Ledger
from helpers.detecting.reports import find_reports
from helpers.detecting.scare_quotes import short_spans
from helpers.measuring.readings import read_ledger
from helpers.measuring.units import Measured, Row, Tables


class Voices:
    """The ledger of an edition with its readings, made once for all measures of voice."""

    def __init__(self, measured: Measured, tables: Tables) -> None:
        self.measured = measured
        self._tables = tables

    @cached_property
    def ledger(self) -> Ledger:
        """The quotations, section by section, as read."""
        return read_ledger(self.measured.edition, self._tables)

    def leaf_of(self, place: int, begin: int) -> int:
        """Leaf of the word at or after a character of a paragraph."""
        bounds = self.measured.edition.bounds
        offset = min(int(bounds[place]) + begin, int(bounds[place + 1]) - 2)
        return self.measured.leaf_of_offset(offset)


def measure_quotations(v: Voices) -> list[Row]:
    """A row a quotation, without its words: the leaf where it opens, its length, whose it is, its kind, and whether it opens a
    turn (False: it goes on with the words before it). Leaves in reading order, within a leaf by value, never by occurrence."""
    leaves = v.measured.leaves
    found = sorted((v.leaf_of(q.place, q.begin), q.speaker_class, q.kind, q.words, not q.goes_on) for q in v.ledger.quotations if q.words)
    return [
        {"leaf": leaves[leaf].id, "words": n, "speaker_class": speaker, "kind": kind, "opens_turn": opens}
        for leaf, speaker, kind, n, opens in found
    ]


def measure_reporting(v: Voices) -> list[Row]:
    """A row a section, verb, manner, form (direct, indirect) and class of speaker: how many acts of reporting."""
    counts: Counter[tuple[int, str, str, str, str]] = Counter()
    for s, part in enumerate(v.ledger.sections):
        for told in find_reports(part):
            counts[(s, told.verb, told.manner, told.form, told.speaker_class)] += 1
    ids = [part.section.id for part in v.ledger.sections]
    return [
        {"section": ids[s], "verb": verb, "manner": manner, "form": form, "speaker_class": speaker, "count": n}
        for (s, verb, manner, form, speaker), n in sorted(counts.items())
    ]


def measure_scare_quotes(v: Voices) -> list[Row]:
    """A row a section, quoted span of at most three words and kind: how often. Quoted spans never touch one another, so that none
    of them can be followed into another; terms in alphabetical order."""
    edition = v.measured.edition
    counts: Counter[tuple[int, str, str]] = Counter()
    for span in short_spans(edition, v.ledger.quotations):
        counts[(int(edition.homes[span.place]), span.term, span.kind)] += 1
    return [{"section": edition.sections[s].id, "term": term, "kind": kind, "count": n} for (s, term, kind), n in sorted(counts.items())]


def measure_agents(v: Voices) -> list[Row]:
    """A row a section, class of actor and voice (active, passive, by_agent, nominal): how often, outside quotations."""
    counts: Counter[tuple[int, str, str]] = Counter()
    for s, part in enumerate(v.ledger.sections):
        for scene in part.scenes.values():
            for deed in find_deeds(scene):
                counts[(s, deed.actor.actor, deed.voice)] += 1
    ids = [part.section.id for part in v.ledger.sections]
    return [{"section": ids[s], "actor": actor, "voice": voice, "count": n} for (s, actor, voice), n in sorted(counts.items())]


VOICE_MEASURES: Mapping[str, Callable[[Voices], list[Row]]] = {
    "quotations": measure_quotations,
    "reporting": measure_reporting,
    "scare_quotes": measure_scare_quotes,
    "agents": measure_agents,
}
"""The measures of the book that rest on its quotations and actors."""
