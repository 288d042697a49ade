"""What every kind of chart ends with: a drawn figure made a Chart, and the chart of nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from helpers.charts.chart import Chart, MarkList, Row, Words, number
from helpers.charts.svg import svg_text
from helpers.charts.theme import TEXT, clean, sheet

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def finished(
    title: str, figure: Figure, marks: MarkList, rows: Sequence[Row], columns: Mapping[str, str], sentence: str, source: str, words: Words
) -> Chart:
    """The Chart of a drawn ``figure``; what ``words`` gives takes the place of ``sentence`` and ``source``."""
    thin = words.get("thin", "")
    svg = svg_text(figure, marks.ids(), faded=bool(thin))
    table = tuple({key: row.get(key) for key in columns} for row in rows)
    told, rests_on = clean(words.get("sentence") or sentence), words.get("source") or source
    return Chart(title, svg, marks.all(), told, rests_on, table, dict(columns), thin)


def empty_chart(title: str, columns: Mapping[str, str], **words: Unpack[Words]) -> Chart:
    """A Chart without rows: a small figure and a sentence that say so."""
    with sheet(48, left=8, right=8, top=4, bottom=4) as (figure, axes):
        axes.set_axis_off()
        axes.text(0, 0.5, "Nothing to show: no row fits what was asked for.", transform=axes.transAxes, va="center_baseline", fontsize=TEXT)
        return finished(title, figure, MarkList(), [], columns, "Nothing to show: no row fits what was asked for.", "0 rows.", words)


def known_of(rows: Sequence[Mapping[str, Any]], column: str, noun: str = "values", *, drawn: str = "hatched") -> str:
    """On how many rows a chart rests, and how it draws the others.

    >>> known_of([{"n": 1}, {"n": None}], "n")
    '1 of 2 values known; what is not known is hatched, not counted as 0.'
    >>> known_of([{"n": 1}], "n")
    '1 of 1 values known.'
    """
    known = sum(number(row[column]) == number(row[column]) for row in rows)
    return f"{known:,} of {len(rows):,} {noun} known" + (f"; what is not known is {drawn}, not counted as 0." if known < len(rows) else ".")
