"""How speakers are let speak: verbs and words of manner by whose words they bring in, for each hundred turns.

A turn is an occasion on which someone is let speak: a quotation that opens one, or an indirect report with a clause. Whose
words these are was found by rules and, for quotations, by a reading; their errors are in the table ``detector_scores``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.naming import SPEAKERS
from helpers.detecting.verbs import TONE_OF, is_marked

if TYPE_CHECKING:
    import pandas as pd

QUOTED_KINDS = frozenset({"speech", "document", "slogan"})
"""Kinds of quotation in which somebody speaks; names, titles, terms and scare words are left out."""
VOICES = tuple(speaker for speaker in SPEAKERS if speaker not in ("author_text", "unknown"))
OPPONENTS = ("moderate_socialist", "provisional_government", "liberal_right", "command")
"""Classes that stand against the Bolsheviks in this book, as it sorts them."""
MIN_TURNS = 50
"""Rates for fewer turns are thin: one verb more moves them by two in a hundred."""


def _listed(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(","))


MANNERS = {
    "gives way": _listed("obliged to, compelled to, forced to"),
    "is belittled": _listed(
        "mendaciously, falsely, insidiously, boastfully, fantastically, mockingly, scornfully, contemptuous manner, hysterically,"
        " threateningly, ironically, ironical voice, bantering tone, mock bewilderment, gleefully"
    ),
    "is shaken": _listed(
        "alarm, anxiously, gloomily, despondently, bitterly, chagrin, irritably, impatiently, angrily, angry tone, exasperating voice,"
        " excitedly, excited voice, astonishment, melancholy, apologetically"
    ),
    "is sure": _listed(
        "strongly, emphatically, firmly, categorically, calm voice, confidently, proudly, solemnly, solemn voice, unreservedly, clearly,"
        " definitely, bluntly, directly, unambiguously, prophetically, tirelessly, eagerly, great emphasis, emphasis"
    ),
}
"""What a word of manner makes of its speaker; our sorting, and open to correction. All others are "other"."""
MANNER_GROUPS = (*MANNERS, "other")


def manner_group(manner: str) -> str:
    """The group of a word of manner; empty for none.

    >>> manner_group("obliged to"), manner_group("hastened to"), manner_group("")
    ('gives way', 'other', '')
    """
    return next((group for group, words in MANNERS.items() if manner in words), "other") if manner else ""


MEASURES: dict[str, tuple[str, Callable[[str, str], bool]]] = {
    "marked": ("verbs that judge (admit, insist, shout, threaten)", lambda verb, _: is_marked(verb)),
    "neutral": ("plain verbs (say, state, write)", lambda verb, _: TONE_OF.get(verb) == "neutral"),
    "said": ("the verb say alone", lambda verb, _: verb == "say"),
    "noise": ("verbs of noise (shout, howl, mutter)", lambda verb, _: TONE_OF.get(verb) == "noise"),
    "concession": ("verbs of admission (admit, confess, concede)", lambda verb, _: TONE_OF.get(verb) == "concession"),
    "gives way": ("giving way (admission, or obliged to, compelled to)", lambda verb, manner: gives_way(verb, manner)),
    "manner": ("a word of manner (openly, firmly, with alarm)", lambda _, manner: bool(manner)),
}
"""What may be counted of a report, in words, with the test on its verb and its word of manner."""


def gives_way(verb: str, manner: str) -> bool:
    """Whether a report makes its speaker give something up.

    >>> gives_way("admit", ""), gives_way("state", "obliged to"), gives_way("state", "")
    (True, True, False)
    """
    return TONE_OF.get(verb) == "concession" or manner_group(manner) == "gives way"


def wilson(n: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share n / of, after E. B. Wilson (JASA 22, 1927); nan where ``of`` is 0.

    Each case is taken as a draw of its own, which turns of one scene are not: the interval is too narrow.

    >>> low, high = wilson(0, 10)
    >>> abs(low) < 1e-12, round(high, 4)
    (True, 0.2775)
    """
    if of <= 0:
        return math.nan, math.nan
    z, p = 1.959964, n / of
    middle, room = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return max((middle - room) / (1 + z * z / of), 0.0), min((middle + room) / (1 + z * z / of), 1.0)


def turns_of(reporting: Any, quotations: Any) -> dict[str, int]:
    """Turns of each class of ``VOICES``: quotations that open a turn, and indirect reports.

    >>> quoted = [{"kind": "speech", "opens_turn": True, "speaker_class": "command"}]
    >>> told = [{"form": "indirect", "speaker_class": "command", "count": 2}, {"form": "direct", "speaker_class": "command", "count": 1}]
    >>> turns_of(told, quoted)["command"]
    3
    """
    found: Counter[str] = Counter(r["speaker_class"] for r in as_rows(quotations) if r["opens_turn"] and r["kind"] in QUOTED_KINDS)
    for row in as_rows(reporting):
        if row["form"] == "indirect":
            found[row["speaker_class"]] += int(row["count"])
    return {speaker: found[speaker] for speaker in VOICES}


def reported_by_class(reporting: Any, quotations: Any, *, what: str = "marked") -> pd.DataFrame:
    """How often each class is reported in one of the ways of ``MEASURES``, for each hundred of its turns.

    Columns: speaker_class, speaker, n, n_turns, per_100, low, high (Wilson, 95 %; nan without turns), verbs (with counts, most
    first), thin (n_turns under ``MIN_TURNS``). Classes in the order of ``VOICES``. Raises ValueError for an unknown way.
    """
    import pandas as pd

    if what not in MEASURES:
        raise ValueError(f"{what!r} is none of {', '.join(MEASURES)}")
    fits, turns = MEASURES[what][1], turns_of(reporting, quotations)
    used: dict[str, Counter[str]] = {speaker: Counter() for speaker in VOICES}
    for row in as_rows(reporting):
        if row["speaker_class"] in used and fits(row["verb"], row["manner"]):
            used[row["speaker_class"]][f"{row['verb']} ({row['manner']})" if row["manner"] else str(row["verb"])] += int(row["count"])
    found = []
    for speaker in VOICES:
        n, of = used[speaker].total(), turns[speaker]
        low, high = wilson(min(n, of), of)
        told = ", ".join(f"{verb} {k}" for verb, k in used[speaker].most_common(6))
        rate = 100 * n / of if of else math.nan
        found.append([speaker, SPEAKERS[speaker], n, of, rate, 100 * low, 100 * high, told, of < MIN_TURNS])
    return pd.DataFrame(found, columns=["speaker_class", "speaker", "n", "n_turns", "per_100", "low", "high", "verbs", "thin"])


def manners_by_class(reporting: Any, quotations: Any) -> pd.DataFrame:
    """Words of manner by class and group: speaker_class, speaker, group, n, n_turns, per_100 (nan for few turns), words."""
    import pandas as pd

    turns, used = turns_of(reporting, quotations), Counter[tuple[str, str, str]]()
    for row in as_rows(reporting):
        if row["manner"]:
            used[row["speaker_class"], manner_group(row["manner"]), row["manner"]] += int(row["count"])
    found = []
    for speaker in VOICES:
        for group in MANNER_GROUPS:
            mine = {manner: n for (who, kind, manner), n in sorted(used.items()) if (who, kind) == (speaker, group)}
            n, of = sum(mine.values()), turns[speaker]
            found.append([speaker, SPEAKERS[speaker], group, n, of, 100 * n / of if of >= MIN_TURNS else math.nan, ", ".join(mine)])
    return pd.DataFrame(found, columns=["speaker_class", "speaker", "group", "n", "n_turns", "per_100", "words"])


def voices_by_section(quotations: Any, leaves: Any, speakers: Collection[str]) -> pd.DataFrame:
    """Quoted words of some classes by section: section, n_words, of (all words of ``VOICES`` there), share, longest, thin (of under 100)."""
    import pandas as pd

    home = {str(leaf["id"]): str(leaf["section"]) for leaf in as_rows(leaves)}
    cells: dict[str, list[int]] = {section: [0, 0, 0] for section in home.values()}
    for row in as_rows(quotations):
        if row["speaker_class"] in VOICES and row["kind"] in QUOTED_KINDS:
            cell, n = cells[home[str(row["leaf"])]], int(row["words"])
            cell[1] += n
            if row["speaker_class"] in speakers:
                cell[0], cell[2] = cell[0] + n, max(cell[2], n)
    found = [[s, n, of, n / of if of else math.nan, longest, of < 100] for s, (n, of, longest) in cells.items()]
    return pd.DataFrame(found, columns=["section", "n_words", "of", "share", "longest", "thin"])
