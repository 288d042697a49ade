"""Explorers of lessons 21 and 23: where the book looks, power passing, bodies by region, and two regions side by side."""

from __future__ import annotations

from helpers.model import Corpus
from helpers.views.acting import acting_view, nations_view, who_acts_view
from helpers.views.power import FIRST, LAST, TELLINGS, power_curve_view, power_map_view, power_strip_view
from helpers.views.region_words import NAMES, region_words_view
from helpers.views.regions import EVERYWHERE, GROUPS, MEASURES, attention_view, bodies_view, region_attention_view, region_names
from helpers.views.two_regions import COMPARED, ORGANISER_SIDES, organisers_view, two_regions_view
from helpers.widgets.explorer import Control, explorer
from helpers.widgets.fields import days_between

MEASURE = Control("Measure", options=[(told, key) for key, (_, told) in MEASURES.items()])
AMONG = Control("Show", options=[(told, key) for key, (told, _) in GROUPS.items()])


def regions(corpus: Corpus) -> list[tuple[str, str]]:
    """Every region of the table."""
    return [(name, region) for region, name in region_names(corpus).items()]


def everywhere(corpus: Corpus) -> list[tuple[str, str]]:
    """The whole book, or one region."""
    return [("the whole book", EVERYWHERE), *regions(corpus)]


def towns(corpus: Corpus) -> list[tuple[str, str]]:
    """Which towns a strip of power passing may show."""
    own = [("the twelve of this lesson", "twelve"), ("where the two tellings differ", "differ"), ("dated by both tellings", "both")]
    return [*own, *regions(corpus)]


REGION = Control("Region", options=regions)
attention_explorer = explorer(
    attention_view, controls={"measure": MEASURE, "region": Control("Places of", options=everywhere)}, measure="n", region=""
)
region_attention_explorer = explorer(region_attention_view, controls={"measure": MEASURE}, measure="n")
power_map_explorer = explorer(
    power_map_view,
    controls={
        "day": Control("Day, Old Style", "day", days_between(FIRST, LAST, short=True)),
        "by": Control("Told by", options=[(told, key) for key, told in TELLINGS.items()]),
    },
    day=FIRST,
    by="state",
)
power_curve_explorer = explorer(power_curve_view, controls={})
power_strip_explorer = explorer(power_strip_view, controls={"towns": Control("Towns", options=towns)}, towns="twelve")
bodies_explorer = explorer(
    bodies_view, controls={"among": AMONG, "region": Control("List the bodies of", options=regions)}, among="two", region="volga"
)
two_regions_explorer = explorer(
    two_regions_view,
    controls={
        "a": Control("One region", options=regions),
        "b": Control("Beside it", options=regions),
        "measure": Control("Compare", options=[(told, key) for key, told in COMPARED.items()]),
    },
    a="volga",
    b="urals",
    measure="how much",
)
region_words_explorer = explorer(
    region_words_view,
    controls={
        "a": Control("Words of", options=regions),
        "b": Control("Compared with", options=regions),
        "names": Control("Show the words", options=[(told, key) for key, told in NAMES.items()]),
        "min_leaves": Control("On at least", options=[(f"{n} lea{'ves' if n > 1 else 'f'}", n) for n in (1, 2, 3, 5)]),
    },
    a="volga",
    b="urals",
    names="with",
    min_leaves=2,
)
organisers_explorer = explorer(
    organisers_view,
    controls={"region": REGION, "side": Control("People", options=[(told, key) for key, told in ORGANISER_SIDES.items()])},
    region="volga",
    side="",
)
acting_explorer = explorer(acting_view, controls={"among": AMONG}, among="two")
who_acts_explorer = explorer(who_acts_view, controls={"region": REGION}, region="volga")
nations_explorer = explorer(nations_view, controls={"region": REGION}, region="central-asia")
