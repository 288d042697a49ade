"""The places in an open text behind a count: found by the same rules that made the measures, so that each can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from helpers.analysis.figures import ids_in
from helpers.analysis.labels import forms_of
from helpers.analysis.matching import find_matches
from helpers.analysis.voices import MEASURES, QUOTED_KINDS, manner_group
from helpers.detecting.agents import Deed, find_deeds
from helpers.detecting.names import KINDS, NameFinder
from helpers.detecting.quotations import SectionLedger
from helpers.detecting.reports import Told, find_reports
from helpers.detecting.scare_quotes import short_kind, short_spans
from helpers.measuring import Measured, Tables, Voices
from helpers.model import TableSet, TextEdition
from helpers.views.linking import Asked, asked_in, in_part


class Place(NamedTuple):
    """One place: characters of the edition's text, its section and leaf (a number), what it counts for (1; the words of a quotation),
    and what a detector found there, by what it is ("speaker" → "command")."""

    begin: int
    end: int
    section: str
    leaf: int
    size: int = 1
    found: tuple[tuple[str, str], ...] = ()


class Sought:
    """An open text with what finding needs, each made once: leaves, quotations with who speaks, names."""

    def __init__(self, edition: TextEdition, tables: TableSet) -> None:
        self.edition, self.tables = edition, tables
        self.measured = Measured(edition)
        self._mentions: dict[tuple[str, str], list[tuple[str, int, int]]] = {}

    @cached_property
    def voices(self) -> Voices:
        """Quotations, reports and deeds, as the measures have them."""
        named: Tables = {name: self.tables.rows(name) for name in ("people", "organisations")}
        return Voices(self.measured, named)

    @cached_property
    def reports(self) -> list[tuple[SectionLedger, Told]]:
        """Every act of reporting, with its section."""
        return [(part, told) for part in self.voices.ledger.sections for told in find_reports(part)]

    @cached_property
    def deeds(self) -> list[tuple[int, Deed]]:
        """Every deed, with the position of its paragraph."""
        scenes = [scene for part in self.voices.ledger.sections for scene in part.scenes.items()]
        return [(paragraph, deed) for paragraph, scene in scenes for deed in find_deeds(scene)]

    def at(self, begin: int, end: int, size: int = 1, **found: str) -> Place:
        """A place by its characters."""
        leaf = self.measured.leaf_of_offset(begin)
        return Place(begin, end, self.measured.leaves[leaf].section, leaf, size, tuple(found.items()))

    def inside(self, paragraph: int, begin: int, end: int, size: int = 1, **found: str) -> Place:
        """A place by a paragraph's position and characters of it; its section is that of the paragraph."""
        base = int(self.edition.bounds[paragraph])
        place = self.at(base + begin, base + max(end, begin + 1), size, **found)
        return place._replace(section=self.edition.sections[int(self.edition.homes[paragraph])].id)

    def mentions(self, table: str, column: str) -> list[tuple[str, int, int]]:
        """Every mention of the rows of a table: id and characters of the text, in reading order."""
        if (table, column) not in self._mentions:
            finder, bounds = NameFinder(self.tables.rows(table), column), self.edition.bounds
            self._mentions[table, column] = [
                (m.id, int(bounds[place]) + m.begin, int(bounds[place]) + m.end)
                for place, text, _ in self.measured.paragraphs()
                for m in finder.find(text)
            ]
        return self._mentions[table, column]


def terms_asked(tables: TableSet, asked: Asked) -> list[Mapping[str, str]]:
    """The terms of the table ``lexicon`` by ids, or by class and whom they are used of."""
    ids, kind, target = ids_in(asked.get("ids")), asked.get("term_class"), asked.get("target")
    rows = tables.rows("lexicon")
    if ids:
        return [row for row in rows if row["id"] in ids]
    return [row for row in rows if row["class"] == kind and (not target or target in ids_in(row["target"]))]


def report_asked(asked: Asked, speaker_class: str, verb: str, manner: str) -> bool:
    """Whether a report is among those asked for: by its speaker, and by what is counted of it (``MEASURES``) or its group of manner."""
    what = asked.get("what")
    fits = MEASURES[what][1](verb, manner) if what else manner_group(manner) == asked.get("manner")
    return fits and speaker_class in asked.get("speakers").split(",")


def _words(text: Sought, asked: Asked) -> Iterator[Place]:
    yield from _matches(text, asked.get("query"))


def _matches(text: Sought, query: str, *found: tuple[str, str]) -> Iterator[Place]:
    matches, tokens = find_matches(text.edition, query), text.edition.tokens
    for begin, end in zip(matches.begin.tolist(), matches.end.tolist(), strict=True):
        yield text.at(int(tokens.start[begin]), int(tokens.stop[end - 1]))._replace(found=found)


def _terms(text: Sought, asked: Asked) -> Iterator[Place]:
    for term in terms_asked(text.tables, asked):
        forms = [" ".join(form) for form in forms_of(term) if len(form) == 1 or asked.get("phrases")]
        single, phrases = [f for f in forms if " " not in f], [f for f in forms if " " in f]
        for query in filter(None, ("|".join(single), " | ".join(phrases))):
            yield from _matches(text, query, ("term_class", term["class"]))


def _named(text: Sought, asked: Asked) -> Iterator[Place]:
    table = next(name for name, kind in KINDS.items() if kind == asked.get("kind"))
    column = "variants" if text.edition.name == "book" else "variants_ten_days"
    ids = ids_in(asked.get("ids"))
    for id_, begin, end in text.mentions(table, column):
        if id_ in ids:
            yield text.at(begin, end)


def _reports(text: Sought, asked: Asked) -> Iterator[Place]:
    for part, told in text.reports:
        if report_asked(asked, told.speaker_class, told.verb, told.manner):
            verb = part.scenes[told.place].text[told.begin :].split(maxsplit=1)[0]
            yield text.inside(told.place, told.begin, told.begin + len(verb), speaker=told.speaker_class)


def _quotations(text: Sought, asked: Asked) -> Iterator[Place]:
    speakers, bounds = asked.get("speakers").split(","), text.edition.bounds
    for q in text.voices.ledger.quotations:
        if q.words and q.kind in QUOTED_KINDS and q.speaker_class in speakers:
            base, last = int(bounds[q.place]), text.edition.paragraph_places[q.closes_in]
            place = text.inside(q.place, q.begin, q.begin + 1, q.words, speaker=q.speaker_class, kind=q.kind)
            leaf = text.voices.leaf_of(q.place, q.begin)
            yield place._replace(begin=base + q.begin, end=int(bounds[last]) + q.end, leaf=leaf, section=text.measured.leaves[leaf].section)


def _turns(text: Sought, asked: Asked) -> Iterator[Place]:
    speakers = asked.get("speakers").split(",")
    for q in text.voices.ledger.quotations:
        if q.words and not q.goes_on and q.kind in QUOTED_KINDS and q.speaker_class in speakers:
            yield text.inside(q.place, q.begin, q.begin + 1)
    for _, told in text.reports:
        if told.form == "indirect" and told.speaker_class in speakers:
            yield text.inside(told.place, told.begin, told.begin + 1)


def _spans(text: Sought, asked: Asked) -> Iterator[Place]:
    quotations = {(q.paragraph, q.opening): q for q in text.voices.ledger.quotations}
    for span in short_spans(text.edition, quotations.values()):
        if span.kind == asked.get("mark") and asked.get("term") in ("", span.term):
            q = quotations[span.paragraph, span.opening]
            yield text.inside(span.place, q.begin, q.end, mark=short_kind(q.kind))


def _deeds(text: Sought, asked: Asked) -> Iterator[Place]:
    for paragraph, deed in text.deeds:
        if deed.actor.actor == asked.get("actor") and asked.get("voice") in ("", deed.voice):
            yield text.inside(paragraph, deed.actor.begin, deed.actor.end, voice=deed.voice)


FINDERS: dict[str, Callable[[Sought, Asked], Iterator[Place]]] = {
    "words": _words, "terms": _terms, "named": _named, "reports": _reports, "turns": _turns, "quotations": _quotations, "spans": _spans, "deeds": _deeds,
}  # fmt: skip

_MADE: WeakKeyDictionary[TextEdition, Sought] = WeakKeyDictionary()


def sought_in(edition: TextEdition, tables: TableSet) -> Sought:
    """An edition with what finding needs, made once."""
    if edition not in _MADE:
        _MADE[edition] = Sought(edition, tables)
    return _MADE[edition]


def places(text: Sought, asked: Asked) -> list[Place]:
    """The places of a group of lines in reading order; one that is counted twice (a word in two terms) is there twice."""
    part, leaf = asked.get("part"), asked.get("leaf")
    beside = {p.leaf for group in asked_in(asked.get("beside")) for p in places(text, group)} if asked.get("beside") else None
    found = [
        place
        for place in FINDERS[asked.kind](text, asked)
        if in_part(place.section, part)
        and (not leaf or text.measured.leaves[place.leaf].id == leaf)
        and (beside is None or place.leaf in beside)
    ]
    return sorted(found, key=lambda place: (place.begin, place.end))
