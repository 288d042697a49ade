"""Timeline: each event as wide as its date is vague, so that a month is not drawn as a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Unpack

from helpers.charts.axes import axis_room, day_axis
from helpers.charts.bands import NAMES, band_legend, extents, grouped, ids, pack, together, told, unit_days, window_of
from helpers.charts.brush import page, words
from helpers.charts.chart import Chart, MarkList, Row, Words, headings, records, spoken
from helpers.charts.days import Span, day_number, span, spoken_span
from helpers.charts.finishing import empty_chart, finished
from helpers.charts.theme import sheet, shorten

MOST_NAMED = 40
"""Up to so many events each has a line and its name beside it; of more, those of one time share a band with their number."""
_RIGHT = 26.0


def timeline(
    rows: Iterable[Row],
    *,
    title: str,
    label: str = "summary",
    begin: str = "",
    stop: str = "",
    columns: Mapping[str, str] | None = None,
    **text: Unpack[Words],
) -> Chart:
    """Events with ``os_start``, ``os_end``, ``precision`` and ``clock`` (see ``days.span``) in order of time, Old Style.

    Shown is what meets the days from ``begin`` to ``stop`` (YYYY-MM-DD; by default from the first to the last known to
    the day). A mark an event, in order of time, named by ``label``, date and page. Rows without a date are left out
    and counted in the source.
    """
    data = records(rows, ["os_start", label])
    heads = columns or headings("os_start", "os_end", "precision", label)
    dated = sorted(((s, row) for row in data if (s := span(row))), key=lambda pair: (pair[0].start, pair[0].end))
    if not dated:
        return empty_chart(title, heads, **text)
    window = window_of([s for s, _ in dated])
    window = (day_number(begin) if begin else window[0], day_number(stop) + 1 if stop else window[1])
    shown = [(s, row) for s, row in dated if s.start < window[1] and s.end > window[0]]
    if not shown:
        return empty_chart(title, heads, **text)
    named = len(shown) <= MOST_NAMED
    left, step = (330.0, 21.0) if named else (20.0, 15.0)
    unit = unit_days(window, left, _RIGHT)
    groups: list[tuple[Span, list[Row]]] = [(when, [row]) for when, row in shown] if named else together(shown)
    lines = list(range(len(shown))) if named else pack(extents(groups, unit), unit)
    high, room = step * (max(lines) + 1), axis_room(*window)
    marks = MarkList()
    with sheet(30 + high + room, left=left, right=_RIGHT, top=30, bottom=room) as (figure, axes):
        axes.yaxis.set_visible(False)
        axes.set_ylim(high, 0)
        day_axis(axes, *window, most=6 if named else 10)
        axes.grid(axis="x")
        for group, k in zip(groups, lines, strict=True):
            gid = marks.add(f"{spoken_span(group[0])}: {told(group[1], label)}", ids(group[1]))
            grouped(axes, window, group, k * step + 3, step - (6 if named else 4), gid=gid, unit=unit)
            if named:
                words(
                    axes,
                    left - 12,
                    30 + (k + 0.5) * step,
                    shorten(str(group[1][0][label]), left - 24),
                    side="right",
                    transform=page(figure),
                )
        band_legend(figure, axes, {s.precision for s, _ in shown}, left=20)
        rest = len(data) - len(shown)
        source = f"{len(shown):,} of {len(data):,} events shown" + (f"; {rest:,} have no date or lie outside these days." if rest else ".")
        return finished(title, figure, marks, [row for _, row in shown], heads, _sentence([s for s, _ in shown]), source, text)


def _sentence(spans: Sequence[Span]) -> str:
    counts = Counter(s.precision for s in spans)
    most, n = counts.most_common(1)[0]
    exact = sum(counts[p] for p in ("minute", "hour"))
    return f"Of {len(spans):,} events {exact:,} are dated to the hour or better; most often ({spoken(n, 'times')}) the date is exact to the {NAMES[most]}."
