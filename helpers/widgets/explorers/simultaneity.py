"""Explorers of lesson 13: one clock for several theatres, the list at the end, the book against itself."""

from __future__ import annotations

from helpers.views.simultaneity import AGREES, CLASH_KINDS, DONE, TOLD, contradictions_view, lanes_view, pairs_view
from helpers.widgets.explorer import Control, explorer
from helpers.widgets.explorers.chronology import CHAPTERS
from helpers.widgets.fields import days_between

lanes_explorer = explorer(
    lanes_view,
    controls={
        "span": Control("Days, Old Style", "range", days_between("1917-10-20", "1917-11-06", short=True)),
        "kinds": Control("Show", options=[("all that is told", "all"), ("what was done: no plans or orders", DONE)]),
    },
    span=("1917-10-25", "1917-10-26"),
    kinds="all",
)
pairs_explorer = explorer(
    pairs_view,
    controls={
        "show": Control("List the entries", options=[(TOLD["appendix_only"], "appendix_only"), *((v, k) for k, v in AGREES.items())])
    },
    show="appendix_only",
)
contradictions_explorer = explorer(
    contradictions_view,
    controls={
        "kind": Control("Kind", options=[(k, k) for k in CLASH_KINDS]),
        "chapter": Control("First statement in", options=CHAPTERS),
    },
    kind="date",
    chapter=0,
)
