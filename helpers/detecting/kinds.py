"""What quotation marks are there for: speech, document, slogan, title, name, term or distance ("scare")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.detecting.clauses import Attribution
from helpers.detecting.marks import Extent
from helpers.detecting.reporting import find_verbs
from helpers.detecting.scenes import Scene
from helpers.words import words

KINDS = ("speech", "document", "slogan", "title", "name", "term", "scare")
"""speech: spoken or thought; document: written, wired, printed or resolved; slogan: a call in set words; title: of a paper,
text or decree; name: of a body, unit, ship, tavern or a nickname; term: a word as word; scare: a word held at a distance."""

SHORT = 3
"""Up to how many words a quoted span counts as short."""
FRAGMENT = 4
"""Up to how many words a span without a verb of saying is a marked word rather than a quotation."""


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL = _listed("of the and for in to a an on with from by or all at")
_CALL = re.compile(
    r"(?:All|ALL) (?:the )?(?:[Pp]ower|[Ll]and)\b|Long [Ll]ive\b|Down with\b|Land for\b|Power (?:to|for)\b|power (?:to|for) (?:the )?\w+$"
)
_SLOGAN = re.compile(r"\b(?:slogans?|watchwords?|inscri(?:ption|ptions|bed)|streamers?|banners?|motto(?:e?s)?)\b[^.“”]{0,40}$")
_SHOUTED = re.compile(r"\b(?:[Ss]hout(?:s|ed|ing)?|cr(?:y|ied|ies)|voices?)\b[^.“”]{0,20}$")
_TITLE = re.compile(
    r"\b(?:articles?|letters?|entitled|headed|heading|pamphlet|manifesto|appeal|book|decree|title|addressed|writes|resolution|inscription"
    r"|declaration|message|instruction|columns?|adopts|publishes|publication of|strains of|singing of|playing|issues|hymn|published"
    r"|the following)\b[^.;“”]{0,40}$",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"\b(?:the words?|the terms?|such terms as|one word|monosyllables|common term of|which meant|meant|signed \w+ as|means|word)\b"
    r"[^.;:“”]{0,25}$"
)
_NAMED = re.compile(
    r"\b(?:called|[Kk]nown as|named|name of|dubbed|what (?:was|were) called|referred to as|nicknamed|so-called|pseudonyms?)\b"
    r"[^.;:“”]{0,25}$"
    r"|\bas (?:they|he|she|it|the \w+) (?:was|were)? ?(?:called|known)"
)
_BODIES = re.compile(
    r"\b(?:Committees?|Commission|Union|Society|Soviet|Detachment|Division|Battalion|Company|Council|Conference|Assembly|Diet|Rada"
    r"|Commissariat|Autonomy|Group|Day|Hall|Organisation|Party|Valley|School|Guard)\b"
)
_WRITTEN_VERBS = _listed(
    "write publish issue telegraph wire cable print read quote sign draft enter record note circulate adopt pass resolve decide send"
    " dispatch formulate order instruct submit define post insert deliver"
)
_WRITTEN = re.compile(
    r"\b(?:resolutions?|telegrams?|orders?|manifesto(?:es)?|letters?|articles?|decrees?|memoirs|reminiscences|diary|appeals?|newspapers?"
    r"|dispatch(?:es)?|declaration|note|pamphlet|communiqué|proclamation|memorandum|circular|postscript|draft|decision|instructions?"
    r"|agreement|regulations|program|preface|editorial|organ|message of greeting|report to|report of|telephone message|ultimatum|lines"
    r"|certificate|in the press|documents?|treaty|poster|minutes|message|confidential report|in his book|excerpt|relates?d?|recalled)\b"
)
_SPOKEN = re.compile(
    r"\b(?:spoke|speech|speaking|conversation|shout(?:s|ed)?|cried|voice|addressing|direct wire|rostrum|platform|mounted)\b"
)


def _reach(verbs: str, n_words: int) -> dict[str, int]:
    return dict.fromkeys(verbs.split(), n_words)


_UTTERING = {
    **_reach(
        "accuse add admit appeal assure confess concede claim conclude declare denounce describe howl insist shout speak state suggest"
        " proclaim promise refer write retort circulate warn complain answer reply announce relate exclaim propose"
        " explain emphasise stress observe remark argue assert charge condemn demand urge threaten report inform ask",
        14,
    ),
    **_reach("say tell", 24),
    **_reach("term resolve instruct put", 3),
}
"""Verb → how many words may stand between it and quoted words that it reports."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before and behind a quotation in its sentence."""

    lead: str
    behind: str
    own_paragraph: bool


def _last_sentence(scene: Scene) -> str:
    return scene.text[scene.sentence_start(len(scene.text)) :]


def around(extent: Extent, scene: Scene) -> Around:
    """The sentence up to the opening mark and some signs behind the closing one; where the paragraph opens with the mark and the
    one before ends with a colon, that one's last sentence is the lead."""
    at = max(extent.begin - 1, 0)
    lead = scene.text[scene.sentence_start(at) : at]
    behind = scene.text[extent.end + 1 : extent.end + 60] if extent.last == extent.first else ""
    own = not re.search(r"[^\W_]", scene.text[:at])
    if not re.search(r"[^\W_]", lead) and scene.before and scene.before[-1].text.rstrip().endswith(":"):
        lead = _last_sentence(scene.before[-1]).rstrip()
    return Around(lead, behind, own)


def is_name_like(inner: str) -> bool:
    """Whether all words but small ones begin with a capital, and no sentence mark stands inside.

    >>> is_name_like("Committee of Public Safety,"), is_name_like("Get down!"), is_name_like("In Velsk,")
    (True, False, False)
    """
    found = re.findall(r"[\w’'\-]+", inner)
    long = [w for w in found if w.lower() not in _SMALL]
    if not long or (found[0].lower() in _SMALL - {"the", "to", "on", "all", "a", "an", "from"}):
        return False
    return all(w[0].isupper() or w[0].isdigit() for w in long) and not re.search(r"[!?;:]|\.\s", inner)


def kind_of(extent: Extent, inner: str, scene: Scene, role: str, said: Attribution) -> str:
    """The kind of one quotation: ``inner`` its words, ``scene`` the paragraph it opens in, ``said`` who speaks."""
    n, near = len(words(inner)), around(extent, scene)
    if n <= 14 and (_SLOGAN.search(near.lead) or _CALL.match(inner)) and not _SHOUTED.search(near.lead) and said.basis != "behind":
        return "title" if is_name_like(inner) and not _CALL.match(inner) else "slogan"
    if said.basis in ("behind", "turn") or (role in ("quotation", "list", "table", "dialogue") and near.own_paragraph):
        return _uttered(scene, near, said)
    if is_name_like(inner) and n <= 16 and "”" not in inner:
        return _name_or_title(near.lead, inner, n)
    if _MARKED.search(near.lead):
        return "term"
    if n <= FRAGMENT and not re.search(r"[!?]$", inner.strip()) and not _reported(scene, extent):
        return _marked_word(near, inner)
    return _uttered(scene, near, said)


def _marked_word(near: Around, inner: str) -> str:
    if _NAMED.search(near.lead) or _NAMED.match(near.behind.lstrip(" ,")):
        return "name"
    return "term" if re.match(r",? ?(?:i\.e\.|that is)", near.behind) else "scare"


def _name_or_title(lead: str, inner: str, n: int) -> str:
    if _MARKED.search(lead):
        return "term"
    if re.match(r"(?:Left|Right|Socialist)s?\b", inner) and n == 1:
        return "scare"
    return "title" if _TITLE.search(lead) and not _BODIES.search(inner) else "name"


def _reported(scene: Scene, extent: Extent) -> bool:
    """Whether a verb of saying in the same sentence, near enough, reports these words."""
    at = max(extent.begin - 1, 0)
    verbs = find_verbs(scene.text, scene.sentence_start(at), at)
    if not verbs:
        return False
    gap = scene.text[verbs[-1].end : at]
    return len(gap.split()) <= _UTTERING.get(verbs[-1].lemma, -1) and ";" not in gap


def _uttered(scene: Scene, near: Around, said: Attribution) -> str:
    context = near.lead if re.search(r"[^\W_]", near.lead) or not scene.before else _last_sentence(scene.before[-1])
    if said.verb is not None and said.verb.lemma in _WRITTEN_VERBS:
        return "document"
    return "document" if _WRITTEN.search(f"{context} {near.behind}") and not _SPOKEN.search(context) else "speech"
