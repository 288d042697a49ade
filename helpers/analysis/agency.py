"""Who is made the doer, and how: active, passive, behind "by", or as the owner of a deed told as a noun.

Counts are of actors outside quotations, found by rules that miss many deeds and mostly name what they find rightly: see the
table ``detector_scores``. Shares compare what is found with what is found.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.voices import wilson

if TYPE_CHECKING:
    import pandas as pd

VOICE_NAMES = {
    "active": "does it (active)",
    "passive": "has it done to them (passive)",
    "by_agent": "does it, behind “by”",
    "nominal": "owns a deed told as a noun",
}
ACTORS = {
    "party": "the Bolshevik Party", "leader": "named Bolsheviks", "soviet": "soviets", "government_soviet": "Soviet Government",
    "red_guard": "Red Guards", "workers": "workers", "soldiers": "soldiers", "peasants": "peasants", "masses": "masses and delegates",
    "moderates": "Mensheviks and S.-R.s", "left_srs": "Left S.-R.s", "opponent": "named opponents", "government": "Provisional Government",
    "command": "officers and staffs", "propertied": "the propertied", "nationals": "national bodies", "foreign": "foreigners", "other": "others",
}  # fmt: skip
MIN_DEEDS = 100
"""Shares of fewer deeds are thin: chance alone moves a share of 10 in 100 by six."""


def agency(agents: Any, *, voice: str = "passive", sections: Collection[str] | None = None) -> pd.DataFrame:
    """In how many of a hundred deeds each actor stands in ``voice``, in some sections or all; in the order of ``ACTORS``.

    Columns: actor, name, n, of (deeds in any voice), per_100 with low and high (Wilson, 95 %; nan without deeds), thin (of under
    ``MIN_DEEDS``). Raises ValueError for an unknown voice.

    >>> rows = [{"section": "1.1", "actor": "soviet", "voice": "active", "count": 3}]
    >>> rows.append({"section": "1.1", "actor": "soviet", "voice": "passive", "count": 1})
    >>> agency(rows).set_index("actor").loc["soviet", ["n", "of"]].astype(int).tolist()
    [1, 4]
    """
    import pandas as pd

    if voice not in VOICE_NAMES:
        raise ValueError(f"{voice!r} is none of {', '.join(VOICE_NAMES)}")
    cells: Counter[tuple[str, str]] = Counter()
    for row in as_rows(agents):
        if sections is None or row["section"] in sections:
            cells[row["actor"], row["voice"]] += int(row["count"])
    found = []
    for actor, name in ACTORS.items():
        n, of = cells[actor, voice], sum(cells[actor, v] for v in VOICE_NAMES)
        low, high = wilson(n, of)
        found.append([actor, name, n, of, 100 * n / of if of else math.nan, 100 * low, 100 * high, of < MIN_DEEDS])
    return pd.DataFrame(found, columns=["actor", "name", "n", "of", "per_100", "low", "high", "thin"])
