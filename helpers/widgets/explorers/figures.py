"""Explorers of lesson 22: one figure walked to its source, sums, round numbers, plans, and shares of seats and votes."""

from __future__ import annotations

from typing import Any

from helpers.model import Corpus
from helpers.views.figures import GROUPINGS, NO_PLACE, VERDICTS, figure_name, figures_in, round_view, sums_view, walk_view
from helpers.views.plans import PLANS, SIDES, plans_view, sides_with_plans
from helpers.views.regions import EVERYWHERE
from helpers.views.strengths import BODIES, RETURN_MEASURES, returns_view, seat_shares_view
from helpers.widgets.explorer import Control, Explorer, ExplorerMaker, explorer
from helpers.widgets.explorers.regions import everywhere, regions

LONGEST = 90
"""Characters of a figure's name in the list."""


def figure_options(corpus: Corpus, region: str) -> list[tuple[str, str]]:
    """The figures of a region, each by page, number and what is counted; one entry that says so where there are none."""
    named = [(figure_name(row), str(row["id"])) for row in figures_in(corpus, region)]
    short = [(f"{name[:LONGEST]}…" if len(name) > LONGEST else name, id_) for name, id_ in named]
    return short or [("no number in the table", "none")]


class FigureWalk(Explorer):
    """The explorer of one figure: the list of figures follows the region that is chosen."""

    def refresh(self, change: Any = None) -> None:
        """Answer the choices; a new region brings its own figures first."""
        figure = self.controls["figure"]
        if change is not None and getattr(change, "owner", None) is self.controls["region"]:
            figure.unobserve(self.refresh, names="value")
            figure.options = figure_options(self._corpus, change["new"])
            figure.value = figure.options[0][1]
            figure.observe(self.refresh, names="value")
        super().refresh(change)


class FigureWalkMaker(ExplorerMaker):
    """Makes the explorer of one figure, with the figures of the region that it opens with."""

    def __call__(self, corpus: Corpus, **choices: Any) -> Explorer:
        wanted = self.defaults | choices
        listed = Control("Number", options=figure_options(corpus, wanted["region"]))
        return FigureWalk(corpus, self.view, {**self.controls, "figure": listed}, wanted)


def _walk_regions(corpus: Corpus) -> list[tuple[str, str]]:
    return [*regions(corpus), ("numbers without a place", NO_PLACE)]


walk_explorer = FigureWalkMaker(
    walk_view,
    {"region": Control("Numbers of", options=_walk_regions)},
    {"region": "ukraine", "figure": "kharkov-congress-delegates"},
)
sums_explorer = explorer(sums_view, controls={"verdict": Control("Show", options=[(t, k) for k, t in VERDICTS.items()])}, verdict="fails")
round_numbers_explorer = explorer(
    round_view, controls={"by": Control("By", options=[(t, k) for k, t in GROUPINGS.items()])}, by="who_counts"
)
plans_explorer = explorer(
    plans_view,
    controls={
        "show": Control("List", options=[(told, key) for key, told in PLANS.items()]),
        "side": Control("Of", options=lambda corpus: [("all sides", EVERYWHERE), *((SIDES[s], s) for s in sides_with_plans(corpus))]),
    },
    show="counted",
    side=EVERYWHERE,
)
seat_shares_explorer = explorer(
    seat_shares_view,
    controls={
        "body": Control("Bodies", options=[(told, key) for key, told in BODIES.items()]),
        "region": Control("Towns of", options=everywhere),
    },
    body="soviet",
    region=EVERYWHERE,
)
returns_explorer = explorer(
    returns_view,
    controls={
        "measure": Control("Show", options=[(told, key) for key, told in RETURN_MEASURES.items()]),
        "region": Control("Places of", options=everywhere),
    },
    measure="share",
    region=EVERYWHERE,
)
