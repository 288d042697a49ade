"""Whose words a quotation gives: from the reporting clause behind, inside or before it, or from the paragraph before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpers.detecting.clauses import NOBODY, STOP, Attribution, clause_speaker, told_by
from helpers.detecting.marks import Extent
from helpers.detecting.reporting import VerbUse, find_verbs, manner_of, with_manner
from helpers.detecting.role_nouns import VOICES
from helpers.detecting.scenes import Scene
from helpers.detecting.subjects import antecedent

REACH = 75
"""How many characters behind a closing mark a reporting verb may stand."""
SAME_TURN = 170
"""How long a reporting clause between two quotations may be for both to be one turn."""

_TAG_NOUN = re.compile(
    r"[,—\-–\s]*(?:came|was|were|is|such (?:is|was|were))\s+(?P<owner>his|her|the|their)?\s?(?:[\w-]+ ){0,2}?"
    r"(?P<noun>retort|reply|response|answer|cry|cries|shouts?|epithets|words|questions?|thought|demand|policy)\b"
)
_CLAUSE_END = re.compile(r"[.;:“]")
_NEW_SENTENCE = frozenset(["The", "A", "An", "In", "On", "At", "This", "These", "All", "But", "And"])


@dataclass(frozen=True, eq=False)
class Setting:
    """What attribution looks at: the quotation, the scenes of its first and last paragraph, the quotations before and behind it
    in these paragraphs, and the role of its paragraph."""

    extent: Extent
    scene: Scene
    last_scene: Scene
    previous: Extent | None
    following: Extent | None
    role: str


def behind(setting: Setting) -> Attribution | None:
    """The reporting clause behind the closing mark: “…,” said Dorn; “…,” he added; “…!” was the cry of the crowd."""
    scene, begin = setting.last_scene, setting.extent.end + 1
    limit = setting.following.begin - 1 if setting.following is not None else len(scene.text)
    text = scene.text[:limit]
    noun = _TAG_NOUN.match(text, begin)
    if noun:
        return _noun_tag(scene, noun, limit)
    verb = next(iter(find_verbs(text, begin, min(limit, begin + REACH))), None)
    if verb is None or STOP.search(text, begin, verb.begin) or len(text[begin : verb.begin].split()) > 7:
        return None
    bare = text[begin : verb.begin].strip(" ,—–-")
    inside = text[setting.extent.end - 1 : setting.extent.end]
    if text[verb.begin : verb.end].endswith("ing") or not _tag_fits(setting, bare, inside, text[begin : begin + 1]):
        return None
    if not bare or bare == "as":
        return _inverted(scene, verb, limit)
    first = bare.split()[0]
    if (
        (inside == "." and first[:1].isupper())
        or (inside in "!?" and first in _NEW_SENTENCE)
        or first in ("and", "but", "to", "which", "who")
    ):
        return None
    actors = [a for a in scene.between(begin, verb.begin) if scene.may_act(a) or bare.startswith("as ")]
    if not actors and VOICES.search(bare):
        return Attribution(None, verb, "behind", False)
    return told_by(scene, scene.completed(actors[0]), verb, "behind") if actors else None


def _tag_fits(setting: Setting, bare: str, inside: str, mark: str) -> bool:
    """Whether words behind the mark can be a reporting clause: a comma or a cry ends the quotation, a dash follows, or a verb at
    once; quoted words in the middle of a sentence take "as Dorn called them" and "he said" alone."""
    scene, at = setting.scene, max(setting.extent.begin - 1, 0)
    lead = scene.text[scene.sentence_start(at) : at].rstrip()
    if re.search(r"[^\W_]", lead) and not lead.endswith((":", ",", "—", "-")):
        return bare.startswith("as") or bare.lower() in ("he", "she", "they", "it")
    return inside in (",", "!", "?", "…", "—") or mark in ("—", ",") or not bare or (inside == "." and bare[:1].islower())


def _inverted(scene: Scene, verb: VerbUse, limit: int) -> Attribution:
    stop = _CLAUSE_END.search(scene.text, verb.end, limit)
    end = min(stop.start() if stop else limit, verb.end + 90)
    for actor in scene.between(verb.end, end):
        lead = scene.text[verb.end : actor.begin]
        if not re.search(r"\b(?:of|to|by|in|with|from|at|for|that|on)\b", lead.replace("one of the", "")):
            return told_by(scene, scene.completed(actor), verb, "behind")
    return Attribution(None, verb, "behind", False)


def _noun_tag(scene: Scene, noun: re.Match[str], limit: int) -> Attribution:
    stop = _CLAUSE_END.search(scene.text, noun.end(), limit)
    verb = VerbUse(
        noun.start("noun"), noun.end("noun"), noun["noun"].rstrip("s"), manner_of(scene.text, noun.start("noun"), noun.end("noun"))
    )
    if noun["owner"] in ("his", "her", "their"):
        return Attribution(antecedent(scene, "plural" if noun["owner"] == "their" else "single", noun.start()), verb, "behind", False)
    named = [scene.completed(a) for a in scene.between(noun.start(), stop.start() if stop else limit)]
    known = [a for a in named if a.speaker and not re.search(r"\bat (?:the )?$", scene.text[max(0, a.begin - 8) : a.begin])]
    found = known[0] if known else antecedent(scene, "plural", noun.start())
    return Attribution(found, verb, "behind", bool(known))


def before(setting: Setting) -> Attribution | None:
    """The clause before the opening mark in the same sentence: Dorn said: “…”; she called it “…”."""
    scene, at = setting.scene, setting.extent.begin - 1
    begin = scene.sentence_start(max(at, 0))
    if setting.previous is not None and begin <= setting.previous.end < at:
        gap = scene.text[setting.previous.end + 1 : at]
        if scene.text[setting.previous.end - 1 : setting.previous.end] in (".", "!", "?", "…") and gap.strip()[:1].isupper():
            begin = setting.previous.end + 1
    if not re.search(r"[^\W_]", scene.text[begin:at]):
        return None
    return clause_speaker(scene, begin, at, "before", setting.extent.end + 1 if setting.extent.last == setting.extent.first else None)


def lead(setting: Setting) -> Attribution | None:
    """The end of the paragraph before, where a quotation opens its own paragraph."""
    if not setting.scene.before:
        return None
    scene = setting.scene.before[-1]
    text = scene.text.rstrip()
    found = clause_speaker(scene, scene.sentence_start(len(text)), len(text), "lead")
    return replace(found, sure=False) if text.endswith((".", "!", "?", "”")) else found


def same_turn(setting: Setting, told: Attribution | None) -> bool:
    """Whether a quotation goes on with the one before it: between them stands only that one's reporting clause."""
    previous, extent = setting.previous, setting.extent
    if previous is None or told is None or previous.last != extent.first or told.basis not in ("behind", "turn"):
        return False
    gap = setting.scene.text[previous.end + 1 : extent.begin - 1]
    verbs = find_verbs(setting.scene.text, previous.end + 1, extent.begin - 1)
    return len(gap) <= SAME_TURN and len(verbs) <= 1 and not re.search(r"[.!?] +[A-Z]", gap)


def scene_of_verb(setting: Setting, basis: str) -> Scene:
    """The scene in which the reporting verb of an attribution with this basis stands."""
    if basis == "lead" and setting.scene.before:
        return setting.scene.before[-1]
    return setting.last_scene if basis == "behind" else setting.scene


def attribute(setting: Setting, told: Sequence[Attribution]) -> Attribution:
    """Who speaks in the quotation of ``setting`` and how; ``told`` are the attributions of the quotations before it, in order."""
    found = _attribute(setting, told)
    if found.verb is None or found.verb.manner or found.basis in ("turn", "reply"):
        return found
    return replace(found, verb=with_manner(scene_of_verb(setting, found.basis).text, found.verb))


def _attribute(setting: Setting, told: Sequence[Attribution]) -> Attribution:
    last = told[-1] if told else None
    found = behind(setting)
    if found is not None and found.actor is not None:
        return found
    if last is not None and same_turn(setting, last):
        return replace(last, basis="turn")
    clause = before(setting)
    if clause is not None or found is not None:
        return clause or found or NOBODY
    told_by_lead = bool(setting.scene.before) and setting.scene.before[-1].text.rstrip().endswith(":")
    if setting.role == "dialogue" and len(told) >= 2 and not told_by_lead:
        return replace(told[-2], basis="reply", sure=False)
    return lead(setting) or NOBODY
