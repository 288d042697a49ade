"""Who stands in a text: people and bodies by the tables' spellings, role nouns, pronouns; each with its class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from helpers.detecting.names import NameFinder
from helpers.detecting.role_nouns import ROLE_NOUNS
from helpers.detecting.roles import class_of_body, class_of_person

_ROLES = re.compile(r"(?<![\w-])(?:" + "|".join(f"(?P<r{k}>{row[3]})" for k, row in enumerate(ROLE_NOUNS)) + r")(?![\w-])")
_PRONOUN = re.compile(r"\b(?:(?P<single>he|she|the latter|the former)|(?P<plural>they|the latter two)|(?P<body>it))\b", re.IGNORECASE)

_SURNAME = re.compile(r"(?<![\w-])[A-Z][a-z]{3,20}(?![\w-])")

ACTOR_OF_PERSON = {"bolshevik": "leader", "soviet_body": "leader", "rank_and_file": "workers", "left_sr": "left_srs", "unknown": "other"}
ACTOR_OF_BODY = {
    "bolshevik": "party",
    "soviet_body": "soviet",
    "rank_and_file": "workers",
    "left_sr": "left_srs",
    "moderate_socialist": "moderates",
    "provisional_government": "government",
    "command": "command",
    "liberal_right": "propertied",
    "national_movement": "nationals",
    "foreign": "foreign",
    "unknown": "other",
}
"""Class of a body or of an unnamed speaker → class of actor."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One mention of somebody who may speak or act.

    ``speaker`` is a class of ``SPEAKER_CLASSES`` (empty for a relational noun or a pronoun), ``actor`` a class of actor,
    ``number`` single, plural or body; ``key`` is the id of the tables ("people:lenin") or the words that stand there.
    """

    begin: int
    end: int
    speaker: str
    actor: str
    number: str
    key: str


class ActorFinder:
    """Finds actors by the rows of the tables ``people`` and ``organisations`` and by role nouns."""

    def __init__(self, people: Iterable[Mapping[str, Any]], organisations: Iterable[Mapping[str, Any]]) -> None:
        persons, bodies = list(people), list(organisations)
        self._person_class = {str(row["id"]): class_of_person(row) for row in persons}
        self._body = {str(row["id"]): (class_of_body(row), str(row["kind"])) for row in bodies}
        self._people, self._organisations = NameFinder(persons), NameFinder(bodies)
        self._namesakes = _namesakes(persons)

    def _named(self, text: str) -> list[Actor]:
        found = []
        for m in self._people.find(text):
            speaker = self._person_class[m.id]
            found.append(Actor(m.begin, m.end, speaker, ACTOR_OF_PERSON.get(speaker, "opponent"), "single", f"people:{m.id}"))
        for m in self._organisations.find(text):
            speaker, kind = self._body[m.id]
            actor = "soldiers" if kind in ("garrison", "regiment") else "red_guard" if kind == "red_guard" else ACTOR_OF_BODY[speaker]
            found.append(Actor(m.begin, m.end, speaker, actor, "body", f"organisations:{m.id}"))
        return found

    def _shared(self, text: str, section: str) -> list[Actor]:
        """Bare surnames that several people bear: the bearer whom the table places in this chapter, else the one named most."""
        found = []
        for match in _SURNAME.finditer(text):
            bearers = self._namesakes.get(match[0], [])
            if bearers:
                chapter = section.split(".")[0]
                row = max(bearers, key=lambda r: (str(r["section"]).split(".")[0] == chapter, r["n_here"] or 0))
                speaker = class_of_person(row)
                actor = ACTOR_OF_PERSON.get(speaker, "opponent")
                found.append(Actor(match.start(), match.end(), speaker, actor, "single", f"people:{row['id']}"))
        return found

    def find(self, text: str, section: str = "") -> list[Actor]:
        """Every actor named in ``text``, in order and none inside another; at one place the longest wins. ``section`` tells
        bearers of one surname apart.

        >>> finder = ActorFinder([{"id": "orsk", "variants": "Orsk", "side_in_book": "menshevik"}], [])
        >>> [(a.key, a.speaker) for a in finder.find("Orsk told the soldiers; the Bolsheviks left")]
        [('people:orsk', 'moderate_socialist'), ('soldiers', 'rank_and_file'), ('Bolsheviks', 'bolshevik')]
        """
        found = self._named(text) + [_role(match) for match in _ROLES.finditer(text)]
        if section:
            found += self._shared(text, section)
        found.sort(key=lambda a: (a.begin, a.begin - a.end, a.key))
        kept: list[Actor] = []
        for actor in found:
            if not kept or actor.begin >= kept[-1].end:
                kept.append(actor)
        return kept


def _namesakes(people: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """People who share their surname with others, by surname."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in people:
        if row.get("shared_surname") is True:
            found.setdefault(str(row["name"]).split()[-1], []).append(row)
    return found


def _role(match: re.Match[str]) -> Actor:
    speaker, actor, number, _ = ROLE_NOUNS[int(str(match.lastgroup)[1:])]
    return Actor(match.start(), match.end(), speaker, actor, number, match[0].strip("“”,."))


def pronouns(text: str) -> list[Actor]:
    """The pronouns of the third person in subject form, in order: "he", "they", "it", "the latter".

    >>> [(p.key, p.number) for p in pronouns("Then they asked whether it was he.")]
    [('they', 'plural'), ('it', 'body'), ('he', 'single')]
    """
    return [Actor(m.start(), m.end(), "", "", str(m.lastgroup), m[0].lower()) for m in _PRONOUN.finditer(text)]
