"""Who is made to act: actors as subjects of active and passive verbs, as doers behind "by", and in nominalisations.

By closed lists and word order, without a parser: a subject parted from its verb by more than a short phrase is missed, and a past
participle that looks like a past tense is taken for one. The tests state how often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.detecting.actors import Actor
from helpers.detecting.scenes import Scene, is_pronoun

VOICES = ("active", "passive", "by_agent", "nominal")
"""active: subject of an active verb; passive: subject of a passive verb, that is, acted upon; by_agent: the doer of a passive,
behind "by"; nominal: the doer of a deed told as a noun ("the workers’ insurrection", "the onslaught of the cadets")."""

ACTORS = (
    *("party", "leader", "soviet", "government_soviet", "red_guard", "workers", "soldiers", "peasants", "masses", "moderates", "left_srs"),
    *("opponent", "government", "command", "propertied", "nationals", "foreign", "other"),
)
"""Classes of actors: party = the Bolshevik Party and its bodies; leader = a named Bolshevik; opponent = a named person of another
side; masses = people, proletariat, crowds, delegates; government_soviet = the Soviet Government and its Commissars."""

_PAST = (
    "arose awoke became began bent blew bound broke brought built bought came caught chose clung cut dealt dug drew drove drank ate"
    " fell fed felt fled flew forced fought found forbade forgot gave got grew had heard held hid hit hurled kept knew laid led left lent let lit"
    " lost made meant met overcame overthrew paid put quit ran rang read rode rose said sang sank sat saw seized sent set shone shook shot"
    " showed shrank shut slept slipped sold sought spent split spoke sprang spread spat stole stood stuck strove struck swept swore swung"
    " taught threw told took tore understood undertook went withdrew withstood won wore wrote"
)
_PARTICIPLE = (
    "begun bent beaten bound broken brought built bought caught chosen cut dealt drawn driven done fed felt fought found forbidden"
    " forgotten given got grown heard held hidden hit kept known laid led left let lost made met overcome overthrown paid put read said seen sent set"
    " shaken shot shown shut sold sought spent split spoken spread stolen struck swept sworn swung taken taught thrown told torn understood"
    " undertaken withdrawn won worn written"
)
_NOMINAL = (
    "insurrections? uprisings? revolts? mutiny rebellion attacks? assaults? offensives? onslaughts? capture seizure arrests? decisions?"
    " demands? support resistance struggles? movements? victory victories defeat betrayal treachery plots? conspirac(?:y|ies) refusal"
    " appeals? help assistance aid demonstrations? strikes? march advance retreat flight sabotage campaigns? intervention"
    " actions? manoeuvres? preparations? efforts? attempts? protests? adventure crimes? massacre influence pressure activit(?:y|ies) work"
    " initiative will vigilance enthusiasm heroism determination vacillation wavering policy tactics proposals? orders? instructions?"
)
_ADVERB = (
    r"(?:\w{2,20}ly|also|then|now|again|soon|still|already|even|ever|never|not|thus|therefore|however|at once|at last"
    r"|themselves|himself|itself|too)"
)
_PARTICIPLES = rf"(?:\w{{2,20}}ed|{'|'.join(_PARTICIPLE.split())})"
_VERB = re.compile(
    rf"(?: {_ADVERB}){{0,2}} (?:"
    rf"(?P<passive>(?:was|were|is|are|had been|have been|has been|(?:had|have|has) to be"
    rf"|(?:would|should|could|must|may|can|will) be|being)(?: {_ADVERB}){{0,2}} {_PARTICIPLES}\b)"
    r"|(?P<active>(?:was|were|is|are|had been|have been|has been)(?: \w+ly)? \w{2,20}ing\b"
    rf"|(?:had|has|have)(?: {_ADVERB}){{0,2}} {_PARTICIPLES}\b"
    r"|(?:would|could|should|must|might|may|can|will|did|does|do)(?: not)? (?!be\b)[a-z]{2,20}\b"
    rf"|(?:{'|'.join(_PAST.split())})\b|[a-z]{{2,20}}ed\b(?! by\b)))"
)
_BY = re.compile(rf"\b{_PARTICIPLES} (?:up |out |down |over )?by (?:the |a |an |some |these |their |other )?(?:\w{{2,20}} )?$")
_EVENT = re.compile(r"(?:[Mm]eeting|[Cc]onference)s?\b")
"""A body's name that is a gathering: it is held, it does not act."""
_DEED = re.compile(rf"\b(?:{'|'.join(_NOMINAL.split())})\b")
_OWNED = re.compile(rf"[’'](?:s)? (?:\w{{2,20}} ){{0,2}}(?:{'|'.join(_NOMINAL.split())})\b")
_DOER = re.compile(r" (?:of|by|on the part of|among) (?:the |a |all the |these )?(?:\w{2,20} ){0,1}$")


@dataclass(frozen=True, slots=True)
class Deed:
    """One place where an actor is told as doing or undergoing something: the actor, and how (one of VOICES)."""

    actor: Actor
    voice: str


def find_deeds(scene: Scene) -> Iterator[Deed]:
    """The deeds of a scene in order of their actors, at most one an actor and place; pronouns are left out.

    An actor counts as a doer behind "by", else as owner of a deed told as a noun, else as subject of the verb that follows.
    """
    for actor in scene.actors:
        complete = scene.completed(actor)
        if is_pronoun(actor) or not complete.actor or actor.number == "document" or _EVENT.match(scene.text, actor.begin):
            continue
        voice = _voice(scene, actor, complete.end)
        if voice:
            yield Deed(complete, voice)


def _voice(scene: Scene, actor: Actor, end: int) -> str:
    lead = scene.text[max(0, actor.begin - 60) : actor.begin]
    if _BY.search(lead):
        return "by_agent"
    if _OWNED.match(scene.text, actor.end) or _is_doer(lead):
        return "nominal"
    if not scene.may_act(actor):
        return ""
    return _verb_behind(scene.text, actor.end) or (_verb_behind(scene.text, end) if end > actor.end else "")


def _is_doer(lead: str) -> bool:
    """Whether what stands before the actor is a deed with "of" or "by": "the onslaught of the"."""
    link = _DOER.search(lead)
    return bool(link) and bool(re.search(rf"{_DEED.pattern}$", lead[: link.start()] if link else ""))


_OF = r" (?:of|in|from|at|on|for|with|among|under|near|to)(?: [\w’'\-]{1,30}){1,6}?"
_LINKED_VERB = re.compile(rf"{_OF}{_VERB.pattern}")
_PHRASE = re.compile(
    rf"{_OF}(?=[ ,])|, [^,.;:“”]{{1,90}},|—[^—.;:“”]{{1,90}}—"
    r"|,? and (?:the |a |some )?(?:[\w’'\-]{1,30} ){0,2}?[\w’'\-]{1,30}(?=[ ,])| who| which"
)


def _verb_behind(text: str, at: int) -> str:
    """Voice of the first verb behind up to three short phrases that belong to the subject; empty where none follows."""
    for _ in range(4):
        verb = _VERB.match(text, at) or _LINKED_VERB.match(text, at)
        if verb:
            return "passive" if verb["passive"] else "active"
        phrase = _PHRASE.match(text, at)
        if not phrase:
            return ""
        at = phrase.end()
    return ""
