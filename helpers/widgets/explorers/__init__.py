"""Every explorer by name; its unit is imported when one of its explorers is first asked for."""

from __future__ import annotations

from importlib import import_module

from helpers.model import CorpusError
from helpers.widgets.explorer import ExplorerMaker

UNITS = {
    "chronology": ("back", "calendar", "clock", "exactness", "nights", "precision", "telling", "tempo"),
    "figures": ("plans", "returns", "round_numbers", "seat_shares", "sums", "walk"),
    "regions": (
        "acting",
        "attention",
        "bodies",
        "nations",
        "organisers",
        "power_curve",
        "power_map",
        "power_strip",
        "region_attention",
        "region_words",
        "two_regions",
        "who_acts",
    ),
    "rhetoric": (
        "agency",
        "beside",
        "company",
        "labels",
        "looking_back",
        "manner",
        "marks",
        "opponents",
        "reporting",
        "silences",
        "twenty",
        "villains",
        "voices",
        "ways",
    ),
    "simultaneity": ("contradictions", "lanes", "pairs"),
    "words": ("collocates", "dispersion", "frequency", "keyness", "ngrams", "trend", "two_spreads"),
}
"""Explorer names by the module that makes them: ``tempo`` is ``chronology.tempo_explorer``."""


def explorer_named(name: str) -> ExplorerMaker:
    """The explorer with this name. Raises CorpusError with the names there are."""
    for unit, names in UNITS.items():
        if name in names:
            maker: ExplorerMaker = getattr(import_module(f"{__name__}.{unit}"), f"{name}_explorer")
            return maker
    raise CorpusError(f"there is no explorer {name!r}; there are {', '.join(n for names in UNITS.values() for n in names)}")
