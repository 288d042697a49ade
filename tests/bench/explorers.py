"""How long an explorer takes to answer a control: ``python -m tests.bench.explorers`` prints one line of JSON.

Every explorer in ``UNITS`` answers its opening choices and a few options of each control, three times; the least
processor time of each counts. The first answer of an explorer, which reads its tables, is listed apart.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator
from typing import Any

from helpers.loading import open_corpus
from helpers.widgets.explorers import UNITS, explorer_named

TIMES = 3


def options(control: Any) -> list[Any]:
    """A few values of a control besides the one it opens with: the one in the middle and the last; of a range three quarters of it."""
    values = [value[1] if isinstance(value, tuple) else value for value in getattr(control, "options", None) or ()]
    if not values:
        return []
    if isinstance(control.value, tuple):
        return [(values[len(values) // 8], values[-1 - len(values) // 8])] if len(control.value) == 2 else [tuple(values[:2])]
    return [value for value in dict.fromkeys((values[len(values) // 2], values[-1])) if value != control.value]


def asked(explorer: Any) -> Iterator[dict[str, Any]]:
    """The choices to be answered: those it opens with, then one control after another moved."""
    yield dict(explorer.choices)
    for name, control in explorer.controls.items():
        for value in options(control):
            yield explorer.choices | {name: value}


def answers(names: list[str]) -> dict[str, Any]:
    """Milliseconds of every answer, median and worst, and the first answer of each explorer."""
    corpus, slowest, every, first, sizes = open_corpus(), {}, [], {}, []
    for name in names:
        maker = explorer_named(name)
        began = time.process_time()
        explorer = maker(corpus)
        first[name] = round((time.process_time() - began) * 1e3)
        for choices in asked(explorer):
            try:
                spent = [_one(maker, corpus, choices) for _ in range(TIMES)]
            except ValueError:  # what can't be asked is said in a sentence, and draws nothing
                continue
            every.append(min(ms for ms, _ in spent))
            sizes.append(spent[0][1])
            slowest[name] = round(max(slowest.get(name, 0), every[-1]))
    return {
        "answers": len(every), "explorers": len(names), "median_ms": round(statistics.median(every), 1), "worst_ms": round(max(every), 1),
        "over_200_ms": sum(ms > 200 for ms in every), "largest_svg_kb": round(max(sizes) / 1000, 1), "slowest_ms": slowest, "first_ms": first,
    }  # fmt: skip


def _one(maker: Any, corpus: Any, choices: dict[str, Any]) -> tuple[float, int]:
    began = time.process_time()
    chart = maker.view(corpus, **choices)
    return (time.process_time() - began) * 1e3, len(chart.svg)


if __name__ == "__main__":
    every_name = [name for names in UNITS.values() for name in names]
    print("@@" + json.dumps(answers(sys.argv[1:] or every_name)))
