"""Who is subject of a verb, whom a pronoun stands for, and whose a document is: nearest fitting mention, by rule."""

from __future__ import annotations

import re
from bisect import bisect_left

from helpers.detecting.actors import Actor
from helpers.detecting.scenes import REACH_BACK, Scene, is_person, is_pronoun

SENTENCES_BACK = 12
"""How many sentences of a paragraph an antecedent is looked for in."""
LOOK_BACK = 3
"""How many paragraphs before its own an antecedent is looked for in."""

_SUBORDINATOR = re.compile(r"\b(?:that|whether|how|if|when|while|because|although|as)\s+\W?$")
_COORDINATE = re.compile(r"\b(?:and|but)\b")
_APPOSED = re.compile(
    r"^, (?:(?:the|a|an|then|one of the|ex-|former|chief|acting|second in|veteran|favourite|well-known|local) ?){1,3}(?:\w+ )?$"
)
_BY = re.compile(
    r"\b(?:issued|adopted|sent|passed|published|written|drafted|drawn up|signed|made|received from|moved|submitted) by (?:the |a |an )?$"
)


def subject(scene: Scene, begin: int, verb: int) -> Actor | None:
    """The subject of the verb at offset ``verb`` in a clause that begins at ``begin``: the nearest mention before it that
    can act; behind "and" not one of a subordinate clause; of a name and its apposition the name. None where nobody stands."""
    fitting = [a for a in scene.between(begin, verb) if scene.may_act(a)]
    if re.search(r"\bby $", scene.text[max(begin, verb - 4) : verb]):
        return scene.completed(fitting[0]) if fitting else None
    for place in range(len(fitting) - 1, -1, -1):
        actor = fitting[place]
        if place and _subordinate(scene, begin, actor) and _COORDINATE.search(scene.text[actor.end : verb]):
            continue
        previous = fitting[place - 1] if place else None
        if previous is not None and is_person(previous) and not is_person(actor) and _APPOSED.match(scene.text[previous.end : actor.begin]):
            return previous
        return scene.completed(actor)
    return None


def _subordinate(scene: Scene, begin: int, actor: Actor) -> bool:
    lead = scene.text[max(begin, actor.begin - 40) : actor.begin]
    return bool(_SUBORDINATOR.search(re.sub(r"(?:\b(?:the|a|an|these|this|those)\s+)$", "", lead)))


def resolved(scene: Scene, actor: Actor | None) -> Actor | None:
    """The mention itself, or what a pronoun stands for; of "the resolution", "the meeting" whose it is; None where nobody fits."""
    if actor is None or actor.speaker:
        return actor
    if actor.number == "document":
        return document_author(scene, actor.key, actor.end + 1) or antecedent(scene, "", actor.begin)
    if not is_pronoun(actor):
        return document_author(scene, actor.key, actor.end + 1) or antecedent(scene, "body", actor.begin)
    if actor.key.startswith("the latter"):
        return _latter(scene, actor.begin)
    return antecedent(scene, actor.number, actor.begin)


def _latter(scene: Scene, at: int) -> Actor | None:
    named = [scene.completed(a) for a in scene.between(0, at) if not is_pronoun(a)]
    return next((a for a in reversed(named) if a.speaker), None)


def antecedent(scene: Scene, number: str, at: int) -> Actor | None:
    """Whom a pronoun of this number at ``at`` stands for: the first fitting subject of its own sentence, then of the sentences
    before, then of up to three paragraphs before. An empty number fits anybody."""
    for place, one in enumerate((scene, *reversed(scene.before[-LOOK_BACK:]))):
        stop = at if place == 0 else len(one.text)
        for first, last in _sentences_back(one, stop):
            found = _fitting(one, number, first, last, own=place == 0 and last == at)
            if found is not None:
                return found
    return None


def _sentences_back(scene: Scene, at: int) -> list[tuple[int, int]]:
    """Sentences up to ``at``, nearest first."""
    last = bisect_left(scene.sentences, at)
    begins = [max(b, at - REACH_BACK) for b in scene.sentences[max(last - SENTENCES_BACK, 0) : last]] or [0]
    return list(zip(reversed(begins), [at, *reversed(begins[1:])], strict=True))


def _fitting(scene: Scene, number: str, begin: int, end: int, *, own: bool) -> Actor | None:
    pairs = [(a, scene.completed(a)) for a in scene.between(begin, end) if not is_pronoun(a)]
    known = [(a, c) for a, c in pairs if c.speaker and _agree(number, c.number)]
    if number == "" or (number == "body" and not own):
        issued = next((c for a, c in known if _BY.search(scene.text[max(begin, a.begin - 40) : a.begin])), None)
        if issued is not None:
            return issued
    acting = [c for a, c in known if scene.may_act(a)]
    return acting[0] if acting else next((c for _, c in known), None)


def _agree(wanted: str, number: str) -> bool:
    """ "he" needs a person, "they" several or a body, "it" a body; an empty number fits all."""
    return not wanted or wanted == number or (wanted == "plural" and number == "body")


def document_author(scene: Scene, noun: str, at: int) -> Actor | None:
    """Whose a document is that the text calls by ``noun`` at ``at``: an owner, "of …" or "by …" beside the same noun, or who
    issued it, in this sentence and those before it; None where the noun stands nowhere with anybody."""
    stem = re.compile(rf"\b{re.escape(noun.lower().rstrip('s'))}(?:s|es)?\b", re.IGNORECASE)
    for place, one in enumerate((scene, *reversed(scene.before[-LOOK_BACK:]))):
        for first, last in _sentences_back(one, at if place == 0 else len(one.text)):
            for match in stem.finditer(one.text, first, last):
                found = _beside(one, match, first, last)
                if found is not None:
                    return found
    return None


def _beside(scene: Scene, noun: re.Match[str], begin: int, end: int) -> Actor | None:
    owners = [a for a in scene.between(max(begin, noun.start() - 60), noun.start()) if scene.possessive(a) and a.speaker]
    if owners:
        return owners[-1]
    for actor in scene.between(noun.end(), min(end, noun.end() + 90)):
        if re.search(r"\b(?:of|from|by|signed by) (?:the |a |an )?(?:[\w’'\-]+ ){0,2}$", scene.text[noun.end() : actor.begin]):
            complete = scene.completed(actor)
            return complete if complete.speaker else None
    acting = [scene.completed(a) for a in scene.between(begin, noun.start()) if scene.may_act(a)]
    known = [a for a in acting if a.speaker or is_pronoun(a)]
    if not known or (is_pronoun(known[-1]) and known[-1].number == "document"):
        return None
    return antecedent(scene, known[-1].number, known[-1].begin) if is_pronoun(known[-1]) else known[-1]
