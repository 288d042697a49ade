"""A paragraph as a scene: its sentences and the actors outside its quotations, and which of them can act."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from helpers.detecting.actors import Actor, ActorFinder, pronouns
from helpers.sentences import sentence_ends


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PREPOSITIONS = _listed(
    "of to from for with by in on at into against between among under over through upon about concerning towards toward behind without"
    " as than like including until via per despite beside besides around before after during since"
)
_DETERMINERS = _listed(
    "the a an this that these those his her their its our all some many other another several both one two three certain every each no"
    " such then former late comrade comrades citizen"
)
_BEFORE_IT = _listed(", ; : — ( “ . and but that which as if when where because while than what whether then or so though")
_OBJECT_BEHIND = re.compile(r"(?:[a-z]{3,}ed|[a-z]{3,}ing|told|sent|gave|met|saw|led|made|drove|left)$")
_WORDS_BEFORE = 90
REACH_BACK = 700
"""How many characters back a sentence is looked through: longer ones are no sentences, and time must grow with the text."""
_OF = re.compile(r"^,? (?:of|from|for|on behalf of|representing|in) (?:the |a |an |all the |our )?(?:[\w’'\-]+ ){0,3}$")


def masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """``text`` with the letters and digits inside ``spans`` blotted out; every sign keeps its place, and a capital at a span's
    beginning stays one, so that a sentence still ends before it.

    >>> masked("He said: “Go now.” They went.", [(10, 17)])
    'He said: “X_ ___.” They went.'
    """
    parts, at = [], 0
    for begin, end in spans:
        blotted = re.sub(r"[^\W_]", "_", text[begin:end])
        parts += [text[at:begin], "X" + blotted[1:] if text[begin:end][:1].isupper() else blotted]
        at = end
    return "".join([*parts, text[at:]])


def is_pronoun(actor: Actor) -> bool:
    """Whether a mention is a pronoun that needs an antecedent."""
    return not actor.actor and actor.key in ("he", "she", "they", "it", "the latter", "the former", "the latter two")


def is_person(actor: Actor) -> bool:
    """Whether a mention is a person's name of the table ``people``."""
    return actor.key.startswith("people:")


@dataclass(frozen=True, eq=False)
class Scene:
    """A paragraph outside its quotations, with the scenes before it in its section (nearest last)."""

    text: str = field(repr=False)
    finder: ActorFinder = field(repr=False)
    before: tuple[Scene, ...] = field(default=(), repr=False)
    section: str = ""

    @cached_property
    def sentences(self) -> list[int]:
        """Offsets at which sentences begin."""
        return [0, *sentence_ends(self.text)[:-1]]

    @cached_property
    def actors(self) -> list[Actor]:
        """Named actors, role nouns and pronouns, in order; "the Menshevik Orsk" is one, the person."""
        named: list[Actor] = []
        for actor in self.finder.find(self.text, self.section):
            titled = bool(named) and named[-1].number == "single" and self.text[named[-1].end : actor.begin] == " "
            if titled and is_person(actor) and not is_person(named[-1]):
                actor = replace(actor, begin=named.pop().begin)
            named.append(actor)
        taken = [(a.begin, a.end) for a in named]
        free = [p for p in pronouns(self.text) if not _inside(p.begin, taken)]
        return sorted(named + free, key=lambda a: a.begin)

    @cached_property
    def _begins(self) -> list[int]:
        return [a.begin for a in self.actors]

    def sentence_start(self, at: int) -> int:
        """Where the sentence that holds offset ``at`` begins; of one that is longer than ``REACH_BACK`` its last stretch."""
        return max(self.sentences[bisect_right(self.sentences, at) - 1], at - REACH_BACK)

    def between(self, begin: int, end: int) -> list[Actor]:
        """Actors that begin in a stretch."""
        low = bisect_right(self._begins, begin - 1)
        return self.actors[low : bisect_right(self._begins, end - 1)]

    def completed(self, actor: Actor) -> Actor:
        """A relational noun with the class of what it belongs to: "the delegate of the workers" is the workers'."""
        if actor.speaker or actor.actor or is_pronoun(actor):
            return actor
        place = bisect_right(self._begins, actor.begin) - 1
        for other in self.actors[place + 1 : place + 2]:
            if other.speaker and _OF.match(self.text[actor.end : other.begin]):
                number = "plural" if self.text[actor.begin : actor.end].endswith("s") else actor.number
                return replace(actor, speaker=other.speaker, actor=other.actor, number=number, key=other.key, end=other.end)
        for other in self.actors[max(place - 1, 0) : place]:
            if other.speaker and self.text[other.end : actor.begin].strip() == "":
                return replace(actor, speaker=other.speaker, actor=other.actor, key=other.key)
        return actor

    def possessive(self, actor: Actor) -> bool:
        """Whether the mention is an owner: "Lenin’s letter"."""
        return bool(re.match(r"[’'](?:s\b|(?=\s))", self.text[actor.end : actor.end + 2]))

    def words_before(self, actor: Actor) -> list[str]:
        """The words and stops in front of a mention's own articles, adjectives and titles, in lower case, nearest last."""
        place = bisect_right(self._begins, actor.begin) - 1
        edge = max(self.actors[place - 1].end if place else 0, actor.begin - _WORDS_BEFORE)
        words = re.findall(r"[\w’'\-]+|[,;:.!?“”()—]", self.text[edge : actor.begin])
        for depth in range(1, min(len(words), 4) + 1):
            if not words[-depth][0].isalnum():
                break
            if words[-depth].lower() in _DETERMINERS:
                del words[-depth:]
                break
        while words and (words[-1].lower() in _DETERMINERS or (words[-1][0].isupper() and len(words) > 1)):
            words.pop()
        return [word.lower() for word in words]

    def may_act(self, actor: Actor) -> bool:
        """Whether a mention can be a subject: no owner, not behind a preposition, not the object of a verb, not joined to such."""
        if not self._free(actor):
            return False
        if self.words_before(actor) != ["and"]:
            return True
        place = bisect_right(self._begins, actor.begin) - 1
        return place == 0 or self._free(self.actors[place - 1])

    def _free(self, actor: Actor) -> bool:
        if self.possessive(actor):
            return False
        words = self.words_before(actor)
        if not words:
            return True
        if actor.key == "it" and words[-1] not in _BEFORE_IT:
            return False
        if words[-1] in _PREPOSITIONS:
            return words[-1] == "for" and words[-2:-1] == [","]
        return not _OBJECT_BEHIND.search(words[-1]) and words[-2:-1] != ["to"]


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(spans, (at, float("inf"))) - 1
    return place >= 0 and spans[place][0] <= at < spans[place][1]
