"""Verbs that report what was said or written: lemma, forms, and the tone in which they report."""

from __future__ import annotations

TONES: dict[str, str] = {
    "neutral": (
        "say state declare write ask answer reply add announce report tell relate inform enquire inquire continue conclude describe call"
        " term observe remark note notify communicate convey telegraph telephone wire cable publish issue read mention record quote repeat"
        " dub name label put speak begin resume testify recall adopt pass resolve decide draft send dispatch sign insert enter deliver"
        " submit move propose request summarise reiterate post address express define formulate ring circulate refer"
    ),
    "teaching": (
        "explain emphasise stress point urge exhort warn teach demand instruct order command summon call_upon appeal proclaim affirm"
        " predict foresee foretell prophesy indicate show prove assure promise recommend advise suggest reveal expose thunder rebuff refute"
        " swear vow pledge greet welcome hail"
    ),
    "concession": "admit confess concede acknowledge own avow",
    "doubt": "claim allege pretend assert maintain argue insist imagine invent insinuate hint contend profess deny",
    "noise": (
        "shout cry howl shriek yell scream exclaim roar bawl hiss snarl snap bark storm rage rave growl groan retort rejoin jeer taunt"
        " mutter mumble murmur whisper drone declaim stammer whine bleat moan wail gloat boast brag blurt rant fume sneer grumble"
        " vociferate interject"
    ),
    "pleading": "plead beg implore entreat complain lament protest object apologise whimper",
    "threat": "threaten accuse blame charge condemn denounce abuse menace brand pillory",
    "thought": "think believe consider feel reflect muse wonder",
}
"""How a verb colours what it reports: ``neutral`` reports; ``teaching`` lends authority; ``concession`` makes it an
admission; ``doubt`` holds it off; ``noise``, ``pleading`` and ``threat`` colour the speaker; ``thought`` looks inside."""

TONE_OF = {lemma: tone for tone, lemmas in TONES.items() for lemma in lemmas.split()}

_NOT_SAYING = (
    "adopt pass resolve decide draft send dispatch sign insert enter deliver submit move post ring circulate address call name label put"
    " read publish issue quote begin resume continue conclude order command summon instruct show prove greet welcome hail express expose"
    " think believe consider feel reflect muse wonder imagine deny accuse blame charge condemn denounce brand refer own begin move"
    " call_upon describe term dub define formulate appeal beg implore entreat exhort object charge sign refute abuse speak hint"
)
SAYING = frozenset(TONE_OF) - frozenset(_NOT_SAYING.split())
"""Verbs whose that-clause is counted as indirect speech: deciding, sending and thinking are left out."""

_IRREGULAR = {
    "say": "said says saying",
    "write": "wrote written writes writing",
    "tell": "told tells telling",
    "speak": "spoke spoken speaks speaking",
    "read": "read reads reading",
    "think": "thought thinks thinking",
    "show": "showed shown shows showing",
    "foretell": "foretold",
    "foresee": "foresaw foreseen",
    "swear": "swore sworn swears swearing",
    "send": "sent sends sending",
    "put": "put puts putting",
    "begin": "began begun begins beginning",
    "teach": "taught teaches teaching",
    "feel": "felt feels feeling",
    "ring": "rang rung ringing",
    "admit": "admitted admits admitting",
    "beg": "begged begs begging",
    "refer": "referred refers referring",
    "submit": "submitted submits submitting",
    "brag": "bragged bragging",
    "refute": "refuted refutes refuting",
    "dub": "dubbed dubs dubbing",
    "snap": "snapped snaps snapping",
    "label": "labelled labels labelling",
    "call_upon": "",
}
_VOWELS = "aeiou"


def forms(lemma: str) -> list[str]:
    """The forms by which a verb is found; the bare form counts too.

    >>> forms("reply"), forms("declare"), forms("write")[:2]
    (['reply', 'replied', 'replies', 'replying'], ['declare', 'declared', 'declares', 'declaring'], ['write', 'wrote'])
    """
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()] if _IRREGULAR[lemma] else []
    if lemma.endswith("e"):
        return [lemma, lemma + "d", lemma + "s", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [lemma, lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"]
    plural = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x")) else lemma + "s"
    return [lemma, lemma + "ed", plural, lemma + "ing"]


LEMMA_OF: dict[str, str] = {form: lemma for lemma in TONE_OF for form in forms(lemma)}
"""Form → lemma."""

MARKED = frozenset({"concession", "doubt", "noise", "pleading", "threat"})
"""Tones that pass a verdict on the speaker."""


def is_marked(lemma: str) -> bool:
    """Whether a verb's tone passes a verdict on the speaker.

    >>> is_marked("confess"), is_marked("say")
    (True, False)
    """
    return TONE_OF.get(lemma) in MARKED
