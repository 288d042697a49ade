"""Reporting verbs in a text: lemma, manner ("obliged to", "ironically"), and indirect speech with its subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from helpers.detecting.actors import Actor
from helpers.detecting.scenes import Scene
from helpers.detecting.subjects import resolved, subject
from helpers.detecting.verbs import LEMMA_OF, SAYING, TONE_OF


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FORM = re.compile(r"(?<![\w’'-])(?:" + "|".join(sorted(LEMMA_OF, key=lambda f: (-len(f), f))) + r")(?![\w-]|[’']\w)")
_BARE_AFTER = _listed(
    "to would will did could should might must may can cannot not who which he she it they we i you as and or further ever also"
)
"""Words behind which a bare form is a verb: "to report", "they demand"; else it may be a noun."""
_PRESENT = _listed("says writes relates observes remarks adds asks quotes tells describes admits")
_ADJECTIVAL = _listed("the a an his her its their our this that these those of alleged such no")
_READ = re.compile(r"\s+(?:as follows|the following|in part|out|thus|:|further)|\s*:")
_WORD_BEFORE = re.compile(r"([\w’']+)\s+$")

_COMPELLED = re.compile(
    r"\b(obliged|compelled|forced|constrained|driven|hastened|dared|ventured|tried|attempted|pretended|refused|hesitated|preferred)"
    r"(?: \w+ly| again| at last)? to (?:\w+ly )?$"
)
_TEMPORAL = _listed(
    "finally subsequently recently immediately simultaneously previously lastly firstly shortly early daily only evidently accordingly"
    " consequently hourly july nearly merely especially family assembly supply reply apply rally mainly partly originally formerly"
    " secondly namely really eventually usually further"
)
_ADVERB = re.compile(r"(?<![\w-])([a-z]{3,}ly)(?![\w-])")
_MANNER = re.compile(
    r"\b(?:in|with) (?:a |an |his |her |the |their )?(?:\w{1,20},? ){0,2}?(?:and )?((?!of )\w{1,20} )?"
    r"(voices?|tones?|manner|strain|irony|emphasis|chagrin|alarm|satisfaction|astonishment|amazement|consternation|bewilderment|joy|fury)\b"
)


@dataclass(frozen=True, slots=True)
class VerbUse:
    """A reporting verb at work: its span, lemma and manner (at most three words; empty where none stands by or none was asked)."""

    begin: int
    end: int
    lemma: str
    manner: str = ""


def _is_verb(text: str, match: re.Match[str]) -> bool:
    form = match[0]
    before = _WORD_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    word = before[1].lower() if before else ""
    if form in ("read", "put"):
        return bool(_READ.match(text, match.end())) if form == "read" else text.startswith(" it", match.end())
    if (
        form.endswith("ed")
        or form.endswith("ing")
        or form in ("said", "wrote", "told", "spoke", "written", "sent", "thought", "felt", "began")
    ):
        return word not in _ADJECTIVAL or form in ("said", "wrote", "told")
    if form in _PRESENT:
        return word not in _ADJECTIVAL
    return word in _BARE_AFTER


def manner_of(text: str, begin: int, end: int) -> str:
    """How the verb between ``begin`` and ``end`` is said to report, in at most three words; empty where nothing tells.

    Looked for up to the marks around the clause: being obliged to, an adverb in -ly, "in a … tone".

    >>> manner_of("Dorn was obliged to admit this", 20, 25), manner_of("he said ironically:", 3, 7), manner_of("He said so.", 3, 7)
    ('obliged to', 'ironically', '')
    """
    left = re.split(r"[.:;“”()]", text[max(0, begin - 90) : begin])[-1]
    right = re.split(r"[.:;“”()]", text[end : end + 90])[0]
    compelled = _COMPELLED.search(left)
    if compelled:
        return f"{compelled[1]} to"
    near = re.split(r"\b(?:that|whether|to)\b|,", right)[0]
    for stretch in (left[-24:].rsplit(",", 1)[-1], near[:60]):
        adverbs = [a[1] for a in _ADVERB.finditer(stretch) if a[1] not in _TEMPORAL]
        if adverbs:
            return adverbs[-1] if stretch is not near[:60] else adverbs[0]
    phrase = _MANNER.search(right) or _MANNER.search(left[-70:])
    return f"{(phrase[1] or '').strip()} {phrase[2]}".strip() if phrase else ""


def find_verbs(text: str, begin: int = 0, end: int | None = None) -> list[VerbUse]:
    """The reporting verbs between two offsets of ``text``, in order, without manner; nouns of the same form are passed over.

    >>> [(v.lemma, v.begin) for v in find_verbs("His order said nothing, but she was compelled to admit it.")]
    [('say', 10), ('admit', 49)]
    """
    stop = len(text) if end is None else end
    return [VerbUse(m.start(), m.end(), LEMMA_OF[m[0]]) for m in _FORM.finditer(text, begin, stop) if _is_verb(text, m)]


def with_manner(text: str, verb: VerbUse) -> VerbUse:
    """The verb with its manner.

    >>> with_manner("She was compelled to admit it.", VerbUse(21, 26, "admit")).manner
    'compelled to'
    """
    return replace(verb, manner=manner_of(text, verb.begin, verb.end))


@dataclass(frozen=True, slots=True)
class Report:
    """One act of reporting outside quotation marks: the verb, its form ("indirect"), who speaks."""

    verb: VerbUse
    subject: Actor | None


_CLAUSE = re.compile(
    r"(?:,? (?:to |upon )?(?:(?!(?:by|through|which|who|and)\b)[\w’'“”\-]+,? ){0,7}?)?"
    r"(?<! to )(?:that\b(?! effect| date| day)|whether\b|how\b)"
    r"|,? (?:the )?(?:opinion|view|hope|conviction|belief) that\b"
)
_OPINION = re.compile(r"\b(?:the )?(?:opinion|view|hope|conviction|belief) that\b")
_PARENTHETIC = re.compile(r", (?:as )?(?:[\w’'\-]+ ){1,4}$")


def find_indirect(scene: Scene) -> list[Report]:
    """Indirect speech in a scene: a verb of saying with a clause (that, whether, how), or set between commas
    ("the town, he said, was quiet"), with its subject; pronouns are resolved, None where nobody fits."""
    reports = []
    for verb in find_verbs(scene.text):
        if not _has_clause(scene.text, verb) and not (verb.lemma == "express" and _OPINION.match(scene.text, verb.end + 1)):
            continue
        reports.append(Report(with_manner(scene.text, verb), subject_of(scene, scene.sentence_start(verb.begin), verb)))
    return reports


def _has_clause(text: str, verb: VerbUse) -> bool:
    if verb.lemma not in SAYING or text[verb.begin : verb.end] in ("cries", "jeers", "shouts") or text[: verb.begin].endswith(" be "):
        return False
    if _CLAUSE.match(text, verb.end):
        return True
    before = text[max(0, verb.begin - 50) : verb.begin]
    return bool(_PARENTHETIC.search(before)) and text[verb.end : verb.end + 1] in (",", ".")


def subject_of(scene: Scene, begin: int, verb: VerbUse) -> Actor | None:
    """Who is subject of ``verb`` in the clause from ``begin``, a pronoun replaced by whom it stands for."""
    passive = re.match(r" (?:\w+ly )?by (?:the |a |an |one of the )?", scene.text[verb.end : verb.end + 24])
    if passive:
        agents = scene.between(verb.end, verb.end + passive.end() + 40)
        if agents and agents[0].speaker:
            return scene.completed(agents[0])
    return resolved(scene, subject(scene, begin, verb.begin))


def tone(lemma: str) -> str:
    """The tone of a reporting verb (see ``helpers.detecting.verbs``); empty for a verb that is none.

    >>> tone("confess"), tone("run")
    ('concession', '')
    """
    return TONE_OF.get(lemma, "")
