"""Axes that several kinds of chart share: days in two calendars, and hours where there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from helpers.charts.chart import spoken
from helpers.charts.days import day_name, new_style_name, ticks

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HOURLY = 4
"""Up to so many days the hours are marked too."""


def number_axis(axes: Axes, which: Literal["x", "y"], name: str, *, most: int = 6, whole: bool = False) -> None:
    """A horizontal ("x") or vertical axis of numbers with a grid: at most ``most`` steps of 1, 2 or 5, written as short as can be."""
    from matplotlib.ticker import MaxNLocator

    axis = axes.xaxis if which == "x" else axes.yaxis
    axis.set_major_locator(MaxNLocator(most, steps=[1, 2, 5, 10], integer=whole))
    axis.set_major_formatter(lambda value, _: spoken(round(value, 9)))
    axis.set_label_text(name)
    axis.grid(True)


def axis_room(start: float, end: float) -> float:
    """Height that the axis of days needs under the drawing."""
    return 76 if end - start <= _HOURLY else 62


def day_axis(axes: Axes, start: float, end: float, *, most: int = 10) -> None:
    """A horizontal axis of days, Old Style over New Style, each named in its middle; with hours if there are few days."""
    axes.set_xlim(start, end)
    axes.set_xlabel("day, Old Style over New Style")
    if end - start > _HOURLY:
        days = ticks(start, end - 1e-9, most=most)
        axes.set_xticks([d + 0.5 for d in days], [f"{day_name(d)}\n{new_style_name(d)}" for d in days])
        return
    step = 3 if end - start <= 1 else 6 if end - start <= 2 else 12
    hours = range(int(-(-start * 24 // step) * step), int(end * 24) + 1, step)
    axes.set_xticks([hour / 24 for hour in hours], [_hour_name(hour) for hour in hours])


def _hour_name(hour: int) -> str:
    """An hour counted from day 0; at noon with the day's names under it.

    >>> _hour_name(30), _hour_name(24 * 699_999 + 12).count("\\n")
    ('6:00', 2)
    """
    clock = f"{hour % 24}:00"
    return f"{clock}\n{day_name(hour / 24)}\n{new_style_name(hour / 24)}" if hour % 24 == 12 else clock
