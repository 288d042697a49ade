"""One small sample of every kind of chart, with a name of the tester's choosing in it."""

from __future__ import annotations

from collections.abc import Callable

from helpers.charts.bars import bar_chart
from helpers.charts.chart import Chart
from helpers.charts.keyness import keyness_dots
from helpers.charts.lanes import swim_lanes
from helpers.charts.matrix import heat_map
from helpers.charts.network import company_network
from helpers.charts.panels import bar_panels
from helpers.charts.series import line_series
from helpers.charts.strip import dispersion_strip
from helpers.charts.telling import telling_scatter
from helpers.charts.tempo import tempo_bars
from helpers.charts.timeline import timeline
from helpers.charts.town_map import town_map
from helpers.home import CORPUS

LAND = (CORPUS / "map" / "land.json").read_text(encoding="utf-8")
NAN = float("nan")


def event(k: int, name: str, day: str, precision: str = "day", end: str = "", clock: str = "", **more: object) -> dict[str, object]:
    """A row as in the table ``events``."""
    row = {"id": f"e{k}", "os_start": day, "os_end": end or day, "precision": precision, "clock": clock, "summary": name}
    return row | {"pages": str(90 + k), "page_doubtful": False, "page": 90 + k, "lane": f"lane {k % 2}"} | more


def events(name: str) -> list[dict[str, object]]:
    """Five events from exact to vague, told out of order."""
    return [
        event(0, name, "1917-10-24", "minute", clock="09:30"),
        event(1, "A ferry lands", "1917-10-25", "hour", clock="14:00"),
        event(2, "A night watch", "1917-10-25", "part_of_day", "1917-10-26"),
        event(3, "A meeting", "1917-10-10"),
        event(4, "A rumour", "1917-10", "month"),
    ]


def exact_events(days: int = 4) -> list[dict[str, object]]:
    """A day, a night, an hour, on ``days`` days."""
    return [
        event(0, "A meeting", "1917-10-24"),
        event(1, "A night watch", "1917-10-24", "part_of_day", "1917-10-25"),
        event(2, "A ferry lands", "1917-10-25", "hour", clock="14:00"),
        event(3, "A market", "1917-10-24", "day", f"1917-10-{23 + days}"),
    ]


def town(name: str, longitude: float, latitude: float, n: float, state: str) -> dict[str, object]:
    """A row for the map."""
    return {"id": name, "name": name, "longitude": longitude, "latitude": latitude, "n": n, "state": state, "pages": "12"}


def towns(name: str) -> list[dict[str, object]]:
    """Three towns far apart, one of them without a number."""
    return [town(name, 37.6, 55.8, 9, "held"), town("Velsk", 42.1, 61.1, NAN, "unknown"), town("Chita", 113.5, 52.0, 4, "passed")]


KINDS: dict[str, Callable[[str, bool], Chart]] = {
    "bars": lambda name, empty: bar_chart(
        [] if empty else [{"town": name, "n": 3, "pages": "95"}, {"town": "Velsk", "n": NAN}, {"town": "Kem", "n": 0}],
        title="How many?", label="town", value="n", unit="ferries",
    ),
    "panels": lambda name, empty: bar_panels(
        [] if empty else [{"t": name, "when": "June", "n": 3}, {"t": name, "when": "May", "n": NAN}, {"t": "Kem", "when": "May", "n": 5}],
        title="How many when?", panel="t", label="when", value="n", unit="ferries",
    ),
    "tempo": lambda name, empty: tempo_bars(
        [] if empty else [{"os_date": "1917-10-24", "n": 3}, {"os_date": "1917-10-27", "n": NAN}], title=name, value="n", unit="pages"
    ),
    "timeline": lambda name, empty: timeline([] if empty else events(name), title="How exact?"),
    "lanes": lambda name, empty: swim_lanes(
        [] if empty else events(name), title="At the same hour?", lane="lane", begin="1917-10-24", stop="1917-10-27"
    ),
    "telling": lambda name, empty: telling_scatter([] if empty else events(name), title="In order?", at="page", jump_days=3),
    "strip": lambda name, empty: dispersion_strip(
        [] if empty else [{"w": name, "a": 0, "b": 9, "n": 2, "leaf": "x"}, {"w": name, "a": 9, "b": 20, "n": 0, "leaf": "y"}],
        title="Where?", term="w", start="a", end="b", value="n", breaks=[(0, name)],
    ),
    "keyness": lambda name, empty: keyness_dots(
        [] if empty else [{"w": name, "x": 1.5, "lo": 1, "hi": float("inf")}, {"w": "ferry", "x": NAN, "lo": NAN, "hi": NAN}],
        title="Which words?", label="w", value="x", low="lo", high="hi",
    ),
    "matrix": lambda name, empty: heat_map(
        [] if empty else [{"r": name, "c": "soviets", "n": 3}, {"r": name, "c": "unions", "n": NAN}, {"r": "Kem", "c": "unions", "n": 0}],
        title="What where?", down="r", across="c", value="n", unit="bodies",
    ),
    "network": lambda name, empty: company_network(
        [] if empty else [{"a": name, "b": "Kem", "n": 3}, {"a": "Kem", "b": "Velsk", "n": 1}, {"a": name, "b": "Velsk", "n": 0}],
        title="Who with whom?", one="a", other="b", value="n",
    ),
    "series": lambda name, empty: line_series(
        [] if empty else [{"s": name, "at": "May", "n": 3}, {"s": name, "at": "June", "n": NAN}, {"s": "Kem", "at": "May", "n": 4}],
        title="How did it grow?", at="at", value="n", unit="per cent", series="s",
    ),
    "map of values": lambda name, empty: town_map([] if empty else towns(name), LAND, title="Where?", value="n", unit="mentions"),
    "map of states": lambda name, empty: town_map([] if empty else towns(name), LAND, title="Who held it?", state="state", day="28 October"),
}  # fmt: skip
