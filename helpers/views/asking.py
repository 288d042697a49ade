"""What charts of words share: what may be asked, what is not counted, pages as they are spoken, and when a count is too thin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec

from helpers.analysis.queries import parse
from helpers.charts.chart import Chart
from helpers.model import Corpus, CorpusError
from helpers.words import title_case

if TYPE_CHECKING:
    import pandas as pd

LONGEST = 100
"""Characters of the longest search that a chart takes: its title has to hold it."""

NOT_COUNTED = "Captions, headings and footnotes are not counted."
P = ParamSpec("P")


def answered(view: Callable[P, Chart]) -> Callable[P, Chart]:
    """The same view; what the counts can't answer (a phrase without a copy) is a ValueError, as bad input is."""

    @wraps(view)
    def asked(*args: P.args, **choices: P.kwargs) -> Chart:
        try:
            return view(*args, **choices)
        except CorpusError as error:
            raise ValueError(str(error)) from error

    return asked


def with_pages(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frequency table, each with its printed pages as they are spoken: ``pages`` "95–97"."""
    rows: list[dict[str, Any]] = frame.to_dict("records")
    for row in rows:
        first, last = row.pop("first_page"), row.pop("last_page")
        row["pages"] = "" if first != first else f"{first:.0f}" if first == last else f"{first:.0f}–{last:.0f}"
    return rows


def section_names(corpus: Corpus) -> Mapping[str, str]:
    """Section id → number and printed title."""
    return {str(s["id"]): f"{s['id']} {title_case(str(s['title'])) or '(untitled)'}" for s in corpus.measures.rows("sections")}


def counted(n: int, one: str, many: str = "") -> str:
    """A number with what it counts: ``one`` thing, or ``many`` (with an s where that is not given).

    >>> counted(1, "leaf names", "leaves name"), counted(1200, "use"), counted(0, "time")
    ('1 leaf names', '1,200 uses', '0 times')
    """
    return f"{n:,} {one if n == 1 else many or f'{one}s'}"


def thin_of(n: int, least: int) -> str:
    """Why ``n`` occurrences are too thin to trust; empty where there are at least ``least``.

    >>> thin_of(3, 10), thin_of(0, 10), thin_of(10, 10)
    ('it stands only 3 times', 'it stands nowhere in the running text', '')
    """
    if n >= least:
        return ""
    return f"it stands only {counted(n, 'time')}" if n else "it stands nowhere in the running text"


def asked_word(text: str) -> str:
    """A query as it was typed, without spaces around it. Raises ValueError for what is no word, or too long for a title.

    >>> asked_word(" soviet* ")
    'soviet*'
    """
    if len(text) > LONGEST:
        raise ValueError(f"that search is {len(text):,} characters long; here it may have {LONGEST}")
    parse(text)
    return text.strip()
