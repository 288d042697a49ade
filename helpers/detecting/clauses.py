"""Who speaks by a clause that leads up to quoted words: its subject, its sender, a voice from the crowd."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.detecting.actors import Actor
from helpers.detecting.reporting import VerbUse, find_verbs, subject_of
from helpers.detecting.role_nouns import VOICES
from helpers.detecting.scenes import Scene
from helpers.detecting.subjects import antecedent, resolved, subject

NEAR = 7
"""How many words may stand between a reporting verb and the quotation for the rule to be sure."""

_SENDER = re.compile(
    r"\b(?:received|intercepted|came|arrived|read|excerpts?|extracts?|passages?|message)\b[^.;:]{0,70}?\bfrom\b(?! the front\b)"
    r"|\bsigned by\b|\b(?:in the words of|according to)\b"
)
STOP = re.compile(r"[.!?:;“]")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in a quotation and how that was found.

    ``actor`` is the speaker (None where nobody fits), ``verb`` the reporting verb; ``basis`` is behind, before, lead (paragraph
    before), turn (goes on with the words before it), reply or none; ``sure`` is False where a reader should check.
    """

    actor: Actor | None
    verb: VerbUse | None
    basis: str
    sure: bool

    @property
    def speaker(self) -> str:
        """Class of speaker; "unknown" where nobody fits."""
        return self.actor.speaker if self.actor is not None and self.actor.speaker else "unknown"


NOBODY = Attribution(None, None, "none", False)


def told_by(scene: Scene, actor: Actor | None, verb: VerbUse | None, basis: str) -> Attribution:
    """The attribution to a mention, a pronoun resolved; sure only where the mention itself tells."""
    found = resolved(scene, actor)
    return Attribution(found, verb, basis, found is not None and found is actor and bool(found.speaker))


def clause_speaker(scene: Scene, begin: int, end: int, basis: str, rest: int | None = None) -> Attribution:
    """Who speaks by the clause from ``begin`` to ``end`` that leads up to quoted words; ``rest`` is where the sentence goes on
    behind them: the subject of "Shouting “…” the porters ran" stands there."""
    verbs = find_verbs(scene.text, begin, end)
    finite = [v for v in verbs if not scene.text[v.begin : v.end].endswith(("ing", "written"))] or verbs
    verb = finite[-1] if finite else None
    senders = list(_SENDER.finditer(scene.text, begin, end))
    if senders:
        named = [scene.completed(a) for a in scene.between(senders[-1].end(), end) if not scene.possessive(a)]
        if named and named[0].speaker:
            return Attribution(named[0], verb, basis, True)
    voice = VOICES.search(scene.text, begin, end)
    if voice and (verb is None or voice.end() + 20 >= verb.begin):
        return _voice(scene, begin, voice, verb, basis)
    plain = subject(scene, begin, verb.begin if verb is not None else end)
    direct = subject_of(scene, begin, verb) if verb is not None else resolved(scene, plain)
    if direct is not None and direct.speaker:
        near = verb is not None and len(scene.text[verb.end : end].split()) <= NEAR
        return Attribution(direct, verb, basis, near and plain is not None and bool(plain.speaker))
    later = _subject_behind(scene, rest) if rest is not None else None
    owners = [a for a in scene.between(begin, end) if a.speaker]
    found = later or (owners[0] if owners else antecedent(scene, plain.number if plain is not None else "", begin))
    return Attribution(found, verb, basis, False)


def _voice(scene: Scene, begin: int, voice: re.Match[str], verb: VerbUse | None, basis: str) -> Attribution:
    """Somebody shouts, voices are heard: whose ranks or benches they come from, else the crowd named last."""
    for actor in scene.between(begin, voice.end() + 60):
        if re.search(
            r"\b(?:ranks|benches|midst|side) of (?:the )?$|\bfrom (?:the |some )?$", scene.text[max(begin, actor.begin - 22) : actor.begin]
        ):
            return Attribution(scene.completed(actor), verb, basis, True)
    found = antecedent(scene, "plural", begin)
    return Attribution(found if found is not None and found.speaker == "rank_and_file" else None, verb, basis, False)


def _subject_behind(scene: Scene, begin: int) -> Actor | None:
    stop = STOP.search(scene.text, begin)
    acting = [a for a in scene.between(begin, stop.start() if stop else len(scene.text)) if scene.may_act(a)]
    return resolved(scene, scene.completed(acting[0])) if acting else None
