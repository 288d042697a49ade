"""Is a number a fact? Sums worked out again, shares without a base, and round numbers, from the table ``figures``.

Rows of ``figures`` go in (a DataFrame or mappings); nothing is said about numbers that the book does not print.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.formulas import evaluate, formula_ids
from helpers.words import words

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
MIN_FIGURES = 20
"""Groups with fewer figures are too thin: one figure more or less moves a share by five points and over."""
_HEDGE = re.compile(r"^(about|over|nearly|under|at_least|at_most)\b")
_LITTLE = frozenset({
    "with", "that", "this", "their", "from", "share", "number", "those", "each", "into", "than", "were", "whose", "them", "part",
    "other", "others", "same",
})  # fmt: skip


def number_of(cell: Any) -> float:
    """A cell of a number column as a float; nan where it is empty, however that is written.

    >>> number_of(12), number_of(""), number_of(None)
    (12.0, nan, nan)
    """
    try:
        return float(cell)
    except (TypeError, ValueError):
        return math.nan


def ids_in(cell: Any) -> list[str]:
    """The ids of a cell that parts them by semicolons.

    >>> ids_in("kiev;odessa"), ids_in("")
    (['kiev', 'odessa'], [])
    """
    return [part.strip() for part in str(cell or "").split(";") if part.strip()]


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """Words of four letters or more of a description, folded, a plural s taken off, small words left out.

    >>> sorted(content_words("seats of the Left bloc, new Army Committee"))
    ['army', 'bloc', 'committee', 'left', 'seat']
    """
    found = {word for word in words(text) if len(word) > 3 and word not in _LITTLE}
    return frozenset(word[:-1] if word.endswith("s") and not word.endswith("ss") else word for word in found)


def recomputed(figures: Any) -> pd.DataFrame:
    """Every sum or share that the book offers, worked out again; rows in the table's order.

    Columns: id, section, pages, page_doubtful, of_what, printed, formula, gives, off (gives − printed, in the figure's
    unit), off_share (off / printed, nan where 0 is printed), verdict, hedge (the word about, over, nearly … that the
    book puts before the number, else ""), note. It "holds" where ``gives`` lies within half a unit of the printed number
    (0.005 for numbers under 1): what rounding can explain. A sum that fails with a hedge may still be meant well.

    >>> row = {"section": "1.1", "pages": "9", "page_doubtful": False, "of_what": "seats", "note": "", "formula": ""}
    >>> figures = [row | {"id": f"bloc-{k}", "value": v} for k, v in (("a", 49), ("b", 42), ("all", 100))]
    >>> figures[2] |= {"formula": "bloc-a + bloc-b", "note": "about; as printed"}
    >>> recomputed(figures)[["id", "printed", "gives", "off", "verdict", "hedge"]].values.tolist()
    [['bloc-all', 100.0, 91.0, -9.0, 'fails', 'about']]
    """
    import pandas as pd

    rows = as_rows(figures)
    values = {str(row["id"]): number_of(row["value"]) for row in rows}
    found = []
    for row in rows:
        if row["formula"]:
            printed, gives = number_of(row["value"]), evaluate(str(row["formula"]), values)
            off, room = gives - printed, 0.5 if printed >= 1 else 0.005
            hedge = _HEDGE.match(str(row["note"]))
            verdict = "holds" if abs(off) < room else "fails"
            told = [row[c] for c in ("id", "section", "pages", "page_doubtful", "of_what")]
            share = off / printed if printed else math.nan
            found.append([*told, printed, row["formula"], gives, off, share, verdict, hedge[1] if hedge else "", row["note"]])
    columns = [
        "id",
        "section",
        "pages",
        "page_doubtful",
        "of_what",
        "printed",
        "formula",
        "gives",
        "off",
        "off_share",
        "verdict",
        "hedge",
        "note",
    ]
    return pd.DataFrame(found, columns=columns)


def shares_without_base(figures: Any) -> pd.DataFrame:
    """Shares and percentages, and whether the book gives what they are shares of; rows in the table's order.

    Columns: id, section, pages, page_doubtful, value, unit, of_what, side, place_id, who_counts, base, base_ids. ``base``
    is "formula" where the share is worked out from numbers that stand there; "beside" where a number of the same side,
    place, date and page shares half the words of its description, so that the whole may follow from it: look; else
    "none": the book, by these tables, does not say of how many. What the sources held is not known.

    >>> row = {"section": "1.1", "pages": "9", "page_doubtful": False, "side": "left", "place_id": "velsk", "os_date": "", "formula": ""}
    >>> row |= {"who_counts": "vote", "unit": "per_cent", "value": 60.0}
    >>> told = [row | {"id": "f-1", "of_what": "votes for the bakers"}, row | {"id": "f-2", "of_what": "ships at sea"}]
    >>> told.append(row | {"id": "f-3", "unit": "votes", "value": 300.0, "of_what": "the bakers, votes"})
    >>> shares_without_base(told)[["id", "base", "base_ids"]].values.tolist()
    [['f-1', 'beside', 'f-3'], ['f-2', 'none', '']]
    """
    import pandas as pd

    rows = as_rows(figures)
    columns = ["id", "section", "pages", "page_doubtful", "value", "unit", "of_what", "side", "place_id", "who_counts"]
    found = []
    for row in rows:
        if row["unit"] in ("per_cent", "share"):
            base_ids = formula_ids(str(row["formula"])) or [str(r["id"]) for r in rows if _is_base(r, row)]
            base = "formula" if row["formula"] else "beside" if base_ids else "none"
            found.append([*(row[c] for c in columns), base, ";".join(base_ids)])
    return pd.DataFrame(found, columns=[*columns, "base", "base_ids"])


def _is_base(other: Row, share: Row) -> bool:
    if other["unit"] in ("per_cent", "share") or any(other[c] != share[c] for c in ("place_id", "os_date", "side", "pages")):
        return False
    wanted = content_words(str(share["of_what"]))
    return len(content_words(str(other["of_what"])) & wanted) * 2 >= max(len(wanted), 1)


def heaping(figures: Any, *, by: str = "who_counts") -> pd.DataFrame:
    """How many figures are round, by who counts (or another column): the share that ends in 0, 5, 00 and 000.

    Whole numbers of at least 10 that count something (no percentages, shares or dates); the end 00 is looked for from
    100 on, 000 from 1000 on. Columns: ``by``, n, ends_0_share, ends_5_share, n_100, ends_00_share, n_1000, ends_000_share,
    thin (n under ``MIN_FIGURES``). If last digits fell by chance, 0 and 5 would each have a share of 0.1, 00 of 0.01, 000
    of 0.001; more is heaping on round numbers, a sign of estimates: A'Hearn, Baten & Crayen, *Journal of Economic History*
    69 (2009), for ages. A round number can be exact (an order for 20 guns), and a precise one invented. The largest group first.

    >>> figures = [{"unit": "persons", "who_counts": "author", "value": v} for v in (12, 40, 500, 3000)]
    >>> heaping(figures)[["who_counts", "n", "ends_0_share", "n_100", "ends_00_share", "ends_000_share"]].values.tolist()
    [['author', 4, 0.75, 2, 1.0, 1.0]]
    """
    import pandas as pd

    groups: dict[str, list[int]] = {}
    for row in as_rows(figures):
        value = number_of(row["value"])
        if row["unit"] not in ("per_cent", "share", "times") and value >= 10 and value == int(value):
            groups.setdefault(str(row[by]), []).append(int(value))
    found = []
    for name, values in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        hundreds, thousands = ([v for v in values if v >= least] for least in (100, 1000))
        ends = [
            _share(values, 0, 10),
            _share(values, 5, 10),
            len(hundreds),
            _share(hundreds, 0, 100),
            len(thousands),
            _share(thousands, 0, 1000),
        ]
        found.append([name, len(values), *ends, len(values) < MIN_FIGURES])
    columns = ["n", "ends_0_share", "ends_5_share", "n_100", "ends_00_share", "n_1000", "ends_000_share", "thin"]
    return pd.DataFrame(found, columns=[by, *columns])


def _share(values: list[int], rest: int, modulus: int) -> float:
    return sum(v % modulus == rest for v in values) / len(values) if values else math.nan
