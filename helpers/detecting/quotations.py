"""The ledger of quotations: where each opens and closes, how long it is, what kind, who speaks and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from helpers.detecting.actors import ActorFinder
from helpers.detecting.clauses import Attribution
from helpers.detecting.kinds import SHORT, is_name_like, kind_of
from helpers.detecting.marks import Block, Extent, Oddity, inner_text, pair_marks
from helpers.detecting.scenes import Scene, masked
from helpers.detecting.speakers import Setting, attribute
from helpers.detecting.subjects import LOOK_BACK
from helpers.model import COUNTED, ROLES, Paragraph, Section, TextEdition
from helpers.words import words

Tables = Mapping[str, Sequence[Mapping[str, Any]]]

Readings = Mapping[tuple[str, int], tuple[str, str]]
"""(paragraph id, ordinal of the opening mark) → (class of speaker, kind), as somebody read them."""

MARKED_BY_TEXT = frozenset({"title", "name", "term", "scare"})
"""Kinds whose words are the text's own, unless a reading says whose they are."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation of an edition.

    ``paragraph`` and ``closes_in`` are paragraph ids; ``opening`` and ``closing`` the ordinals of its marks there (0 = none);
    ``place`` and ``begin`` the position of its paragraph and the offset of its first sign, ``end`` the offset of its closing mark
    in ``closes_in``; ``words`` its length; ``kind`` one of KINDS; ``speaker`` the key of who speaks ("people:lenin", "workers",
    empty); ``speaker_class`` one of SPEAKER_CLASSES; ``verb`` and ``manner`` of the reporting clause; ``note`` the note number
    right behind; ``goes_on`` True where it continues the words before it; ``sure`` False where a reader should check.
    """

    paragraph: str
    opening: int
    closes_in: str
    closing: int
    place: int
    begin: int
    end: int
    words: int
    kind: str
    speaker: str
    speaker_class: str
    verb: str
    manner: str
    note: str
    balanced: bool
    goes_on: bool
    sure: bool


@dataclass(eq=False, repr=False)
class SectionLedger:
    """One section as the detectors see it: paragraphs that count, quotations with who speaks, and scenes by position."""

    section: Section
    paragraphs: dict[int, Paragraph]
    scenes: dict[int, Scene]
    extents: list[Extent]
    oddities: list[Oddity]
    attributions: list[Attribution] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<{self.section.id}: {len(self.quotations)} quotations in {len(self.paragraphs)} paragraphs>"

    def setting(self, k: int) -> Setting:
        """What attribution looks at for the quotation number ``k`` of the section."""
        x = self.extents[k]
        previous = self.extents[k - 1] if k and self.extents[k - 1].last == x.first else None
        following = self.extents[k + 1] if k + 1 < len(self.extents) and self.extents[k + 1].first == x.last else None
        return Setting(x, self.scenes[x.first], self.scenes[x.last], previous, following, self.paragraphs[x.first].role)


@dataclass(frozen=True, eq=False, repr=False)
class Ledger:
    """All quotations of an edition, section by section in reading order."""

    sections: tuple[SectionLedger, ...]

    def __repr__(self) -> str:
        return f"<{len(self.quotations)} quotations in {len(self.sections)} sections, {len(self.oddities)} odd marks>"

    @property
    def quotations(self) -> list[Quotation]:
        """All quotations in reading order."""
        return [q for part in self.sections for q in part.quotations]

    @property
    def oddities(self) -> list[Oddity]:
        """The marks that have no partner or stand inside another quotation, in reading order."""
        return [odd for part in self.sections for odd in part.oddities]


def _covering(extents: Sequence[Extent], inner: Mapping[Extent, str], texts: Mapping[int, str]) -> dict[int, list[tuple[int, int]]]:
    """The stretches that quotations cover, by paragraph; names and marked words are left readable."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for x in extents:
        short = len(words(inner[x])) <= SHORT and not inner[x].rstrip().endswith(("!", "?"))
        if (short or is_name_like(inner[x])) and x.first == x.last:
            continue
        for place in range(x.first, x.last + 1):
            if place in texts:
                begin, end = x.begin if place == x.first else 0, x.end if place == x.last else len(texts[place])
                spans.setdefault(place, []).append((begin, end))
    return spans


def _scenes(texts: Mapping[int, str], covered: Mapping[int, list[tuple[int, int]]], finder: ActorFinder, section: str) -> dict[int, Scene]:
    scenes: dict[int, Scene] = {}
    recent: tuple[Scene, ...] = ()
    for place, text in texts.items():
        scenes[place] = Scene(masked(text, covered.get(place, [])), finder, recent, section)
        recent = (*recent[1 - LOOK_BACK :], scenes[place])
    return scenes


def _note_behind(paragraph: Paragraph, end: int) -> str:
    return next((mark for offset, mark in paragraph.notes if end <= offset <= end + 2 and mark.isdigit()), "")


def _quotation(part: SectionLedger, k: int, n_words: int, speaker_class: str, kind: str, *, sure: bool) -> Quotation:
    x, said = part.extents[k], part.attributions[k]
    opens, closes = part.paragraphs[x.first], part.paragraphs[x.last]
    own = kind in MARKED_BY_TEXT
    return Quotation(
        opens.id, x.opening, closes.id, x.closing, x.first, x.begin, x.end, n_words, kind,
        "" if own or said.actor is None else said.actor.key, speaker_class,
        "" if own or said.verb is None else said.verb.lemma, "" if own or said.verb is None else said.verb.manner,
        _note_behind(closes, x.end), x.balanced, said.basis == "turn", sure or own,
    )  # fmt: skip


def read_section(edition: TextEdition, section: Section, finder: ActorFinder) -> SectionLedger:
    """The quotations of one section with who speaks, by rule."""
    counted = {ROLES.index(role) for role in COUNTED}
    paragraphs = {k: edition.paragraph(k) for k in section.paragraphs if int(edition.roles[k]) in counted}
    texts = {k: p.text for k, p in paragraphs.items()}
    extents, oddities = pair_marks(Block(k, p.role, p.text) for k, p in paragraphs.items())
    inner = {x: " ".join(inner_text(x, texts)) for x in extents}
    scenes = _scenes(texts, _covering(extents, inner, texts), finder, section.id)
    part = SectionLedger(section, paragraphs, scenes, extents, oddities)
    for k, x in enumerate(extents):
        setting = part.setting(k)
        said = attribute(setting, part.attributions)
        part.attributions.append(said)
        kind = kind_of(x, inner[x], setting.scene, setting.role, said)
        speaker_class = "author_text" if kind in MARKED_BY_TEXT else said.speaker
        part.quotations.append(_quotation(part, k, len(words(inner[x])), speaker_class, kind, sure=said.sure))
    return part


def ledger(edition: TextEdition, tables: Tables) -> Ledger:
    """All quotations of ``edition`` in reading order, with the marks that have no partner; class and kind by rule.

    ``tables`` are those of the data package (``people`` and ``organisations`` are used). Captions, headings, footnotes and
    running heads are left out; a quotation never crosses a section.
    """
    finder = ActorFinder(tables["people"], tables["organisations"])
    return Ledger(tuple(read_section(edition, section, finder) for section in edition.sections))


def overruled(found: Ledger, readings: Readings) -> Ledger:
    """The ledger with class and kind as somebody read them, where ``readings`` have an entry; such a quotation is sure."""
    return Ledger(tuple(_overruled(part, readings) for part in found.sections))


def _overruled(part: SectionLedger, readings: Readings) -> SectionLedger:
    quotations = list(part.quotations)
    for k, q in enumerate(quotations):
        read = readings.get((q.paragraph, q.opening))
        if read is not None:
            quotations[k] = _quotation(part, k, q.words, *read, sure=True)
    return replace(part, quotations=quotations)
