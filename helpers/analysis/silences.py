"""What a count can say of silence: people and bodies of October named here and in *Ten Days*, with intervals.

Counts are of running text (captions and headings left out) by the spellings of the table ``absences``. Both books are
wholes, and names come in bursts: the intervals take each word as an independent draw, so they are too narrow; they show what
the length of a text alone allows. A count says that a name is not there, never why.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.analysis.chronology import as_rows
from helpers.analysis.counts import Source, leaf_counts
from helpers.analysis.figures import ids_in
from helpers.analysis.frequency import per_10k
from helpers.analysis.keyness_measures import log_ratio
from helpers.model import CorpusError
from helpers.words import fold

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
WAYS = ("deletion", "recasting", "scope", "control")
"""Ways of the table ``absences``: not named though others place them there; named in another part; outside one book's story;
present in both, kept to compare with."""
MIN_BOTH = 5
"""Fewer mentions in both books together are too thin to compare rates."""


def rule_of_three(n_words: int) -> float:
    """Upper end of the 95 % interval, per 10 000 words, of a rate of which ``n_words`` words show not one case; nan for no words.

    3 / n: Hanley & Lippman-Hand, *If nothing goes wrong, is everything all right?*, JAMA 249 (1983). The exact end,
    1 − 0.05^(1/n), is a little lower. It takes the words as independent draws, which mentions of a name are not.

    >>> rule_of_three(60000)
    0.5
    """
    return 3e4 / n_words if n_words > 0 else math.nan


def _expected(n: int, words: int, other: int) -> float:
    """Mentions that ``words`` words would have at the rate of n in ``other`` words."""
    return n * words / other if other else math.nan


def absence_rates(absences: Any, entity_leaf: Any, reference_entities: Any, *, n_words: int, n_words_reference: int) -> pd.DataFrame:
    """How often each person or body of ``absences`` is named here and in the reference, with rates and their ratio; table order.

    Columns: id, name, way, role, n_here, n_reference, here_per_10k, reference_per_10k, expected_here (at the reference's
    rate), log_ratio with log_ratio_low and log_ratio_high (95 %; here against reference, 1 = twice the rate, a count of 0
    taken as 0.5: see keyness_measures; nan where neither names them), here_upper and reference_upper (per 10 000; the rule
    of three where the count is 0, else nan), leaves_here (ids in reading order of the table), n_spellings_here,
    n_spellings_reference, counted_there (False: no spelling is listed for the reference, so its 0 was not looked for), status,
    note, thin (n_here + n_reference under ``MIN_BOTH``). Rows marked to_check stay: their counts are facts, their fate is not.

    >>> row = {"id": "orsk", "name": "Orsk", "way": "deletion", "role_in_october": "", "status": "book", "note": ""}
    >>> row |= {"variants": "Orsk", "variants_ten_days": "Orsk"}
    >>> frame = absence_rates([row], [], [{"id": "orsk", "count": 6}], n_words=60000, n_words_reference=30000)
    >>> frame[["n_here", "n_reference", "expected_here", "here_upper", "counted_there", "thin"]].values.tolist()
    [[0, 6, 12.0, 0.5, True, False]]
    """
    import pandas as pd

    leaves: dict[str, list[str]] = {}
    here: Counter[str] = Counter()
    for row in as_rows(entity_leaf):
        if row["kind"] == "absence":
            here[str(row["id"])] += int(row["count"])
            leaves.setdefault(str(row["id"]), []).append(str(row["leaf"]))
    there = {str(row["id"]): int(row["count"]) for row in as_rows(reference_entities)}
    rows = as_rows(absences)
    a, b = np.array([here[str(r["id"])] for r in rows]), np.array([there.get(str(r["id"]), 0) for r in rows])
    ratio = log_ratio(a, b, n_words, n_words_reference)
    return pd.DataFrame({
        "id": [r["id"] for r in rows], "name": [r["name"] for r in rows], "way": [r["way"] for r in rows],
        "role": [r["role_in_october"] for r in rows], "n_here": a, "n_reference": b,
        "here_per_10k": per_10k(a, n_words), "reference_per_10k": per_10k(b, n_words_reference),
        "expected_here": [_expected(int(n), n_words, n_words_reference) for n in b],
        "log_ratio": ratio.value, "log_ratio_low": ratio.low, "log_ratio_high": ratio.high,
        "here_upper": np.where(a == 0, rule_of_three(n_words), np.nan),
        "reference_upper": np.where(b == 0, rule_of_three(n_words_reference), np.nan),
        "leaves_here": [";".join(leaves.get(str(r["id"]), [])) for r in rows],
        "n_spellings_here": [len(ids_in(r["variants"])) for r in rows],
        "n_spellings_reference": [len(ids_in(r["variants_ten_days"])) for r in rows],
        "counted_there": [bool(ids_in(r["variants_ten_days"])) for r in rows],
        "status": [r["status"] for r in rows], "note": [r["note"] for r in rows], "thin": a + b < MIN_BOTH,
    })  # fmt: skip


def by_way(rates: pd.DataFrame) -> pd.DataFrame:
    """``absence_rates`` summed up by way, in the order of ``WAYS``.

    Columns: way, n (rows), n_never_here, n_never_reference, n_here and n_reference (mentions), n_lower_here (those whose log
    ratio lies below 0 with its whole interval), n_higher_here, n_undecided (the interval holds 0, or neither names them).
    """
    import pandas as pd

    found = []
    for way in WAYS:
        mine = rates[rates["way"] == way]
        lower, higher = int((mine["log_ratio_high"] < 0).sum()), int((mine["log_ratio_low"] > 0).sum())
        never = [int((mine[column] == 0).sum()) for column in ("n_here", "n_reference")]
        sums = [int(mine[column].sum()) for column in ("n_here", "n_reference")]
        found.append([way, len(mine), *never, *sums, lower, higher, len(mine) - lower - higher])
    columns = ["way", "n", "n_never_here", "n_never_reference", "n_here", "n_reference", "n_lower_here", "n_higher_here", "n_undecided"]
    return pd.DataFrame(found, columns=columns)


def spelling_counts(source: Source, variants: str) -> pd.DataFrame:
    """How often each spelling of a cell ``variants`` stands in the text, in the cell's order: one spelling alone can invent a silence.

    Columns: spelling, n (nan where it has several words or signs and no text is open), n_leaves, asked (the words looked
    for: the spelling and its possessives). Counts of single words look at the folded word alone: they also count other
    bearers of the name, and a part of a longer spelling counts for both.

    >>> from helpers.analysis.counts import counts_of
    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "Orsk went. Orsk's boat and Orssk."})
    >>> spelling_counts(counts_of(text), "Orsk;Orssk;Pavel Orsk")[["spelling", "n"]].values.tolist()
    [['Orsk', 2.0], ['Orssk', 1.0], ['Pavel Orsk', nan]]
    """
    import pandas as pd

    found = []
    for spelling in ids_in(variants):
        word = fold(spelling)
        asked = f"{word}|{word}'s" if " " not in word else word
        try:
            per_leaf = leaf_counts(source, asked)[1]
            found.append([spelling, float(per_leaf.sum()), float((per_leaf > 0).sum()), asked])
        except (CorpusError, ValueError):
            found.append([spelling, math.nan, math.nan, asked])
    return pd.DataFrame(found, columns=["spelling", "n", "n_leaves", "asked"])
