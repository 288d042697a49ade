"""An invented country of two regions with three towns, small enough to count every table by hand.

Leaves: 2.1 on pp. 9–10 (River), 2.2 on p. 11 (Salt), 3.1 on p. 20. Velsk and Brod lie in River, Karsino in Salt, and of
Marsh nothing is told.
"""

from __future__ import annotations

from typing import Any

from helpers.model import Corpus
from tests.analysis.conftest import Rows

SECTIONS = [
    {"id": "2.1", "chapter": 2, "title": "RIVER", "first_page": 9, "last_page": 10, "page_doubtful": False},
    {"id": "2.2", "chapter": 2, "title": "SALT", "first_page": 11, "last_page": 11, "page_doubtful": False},
    {"id": "3.1", "chapter": 3, "title": "CAPITAL", "first_page": 20, "last_page": 20, "page_doubtful": False},
]
LEAVES = [
    {"id": "2.1@9-10", "section": "2.1", "first_page": 9, "last_page": 10, "page_doubtful": False, "words": 400},
    {"id": "2.2@11", "section": "2.2", "first_page": 11, "last_page": 11, "page_doubtful": False, "words": 200},
    {"id": "3.1@20", "section": "3.1", "first_page": 20, "last_page": 20, "page_doubtful": False, "words": 400},
]
REGIONS = [
    {"id": "river", "name": "River", "sections": "2.1"},
    {"id": "salt", "name": "Salt", "sections": "2.2"},
    {"id": "marsh", "name": "Marsh", "sections": "3.1"},
]


def place(id_: str, region: str, latitude: float | None = 55.0, longitude: float | None = 37.0) -> dict[str, Any]:
    """A town of an invented region."""
    names = {"name": id_.capitalize(), "variants": "", "kind": "town", "latitude": latitude, "longitude": longitude}
    return {"id": id_, "region_id": region, **names, "section": "2.1", "pages": "9", "page_doubtful": False}


PLACES = [
    place("velsk", "river"),
    place("brod", "river", 56.0, 44.0),
    place("karsino", "salt", 47.0, 39.0),
    place("mire", "marsh", None, None),
]


def named(id_: str, leaf: str, count: int, kind: str = "place") -> dict[str, Any]:
    """How often a name stands on a leaf."""
    return {"kind": kind, "id": id_, "leaf": leaf, "count": count}


NAMED = [
    named("velsk", "2.1@9-10", 6), named("velsk", "3.1@20", 14), named("brod", "2.1@9-10", 2), named("karsino", "2.2@11", 9),
    named("rada", "2.1@9-10", 3, "organisation"), named("orsk", "2.1@9-10", 4, "person"), named("orsk", "3.1@20", 12, "person"),
    named("moll", "2.1@9-10", 2, "person"),
]  # fmt: skip


def power(place_id: str, appendix: str, narrative: str, note: str = "") -> dict[str, Any]:
    """When power passed in a town."""
    told = {"form": "soviet", "how": "not_told", "pages": "21" if appendix else "11", "narrative_pages": "11" if narrative else ""}
    dates = {"os_date_appendix": appendix, "os_date_narrative": narrative}
    return {"id": f"power-{place_id}", "place_id": place_id, **dates, **told, "page_doubtful": False, "note": note}


POWER = [
    power("velsk", "1917-10-25", "1917-10-25", "lost to the committee on October 27; regained by rail on November 1"),
    power("brod", "1917-11-04", "1917-10-28", "by October 28"),
    power("karsino", "1917-10-29/1917-10-31", ""),
]


def figure(id_: str, value: float, **more: Any) -> dict[str, Any]:
    """A number of the book."""
    row = {
        "id": id_,
        "value": value,
        "value_to": None,
        "unit": "seats",
        "of_what": "seats, Velsk Soviet",
        "side": "none",
        "place_id": "velsk",
    }
    row |= {"os_date": "1917-08", "who_counts": "author", "kind": "state", "note_number": "", "formula": "", "check": "", "note": ""}
    return row | {"section": "2.1", "pages": "9", "page_doubtful": False} | more


FIGURES = [
    figure("velsk-soviet-bolshevik", 30, side="bolshevik", who_counts="vote", kind="result"),
    figure("velsk-soviet-menshevik", 41, side="menshevik", who_counts="vote", kind="result"),
    figure("velsk-soviet-total", 80, formula="velsk-soviet-bolshevik + velsk-soviet-menshevik"),
    figure("velsk-population", 4000, unit="persons", of_what="population of Velsk", os_date="1917"),
    figure("velsk-guns-asked", 20, unit="guns", of_what="mountain guns asked for", kind="plan", who_counts="order", side="soviet", os_date="1917-10-20"),
    figure("velsk-guns-came", 3, unit="guns", of_what="mountain guns at the ferry", side="soviet", os_date="1917-10-25", pages="10"),
    figure("brod-boats-promised", 12, unit="boats", of_what="boats promised", kind="plan", side="other", place_id="brod"),
    figure("velsk-vote-sr", 60, unit="votes", side="sr", of_what="votes, Constituent Assembly", kind="result", who_counts="vote", os_date="", pages="58"),
    figure("velsk-vote-bolshevik", 90, unit="votes", side="bolshevik", of_what="votes, Constituent Assembly", kind="result", who_counts="vote", os_date="", pages="58"),
]  # fmt: skip
ORGANISATIONS = [
    {
        "id": "velsk-soviet",
        "name": "Velsk Soviet",
        "kind": "soviet",
        "place_id": "velsk",
        "same_as": "",
        "section": "2.1",
        "pages": "9",
        "note": "",
    },
    {
        "id": "rada",
        "name": "River Rada",
        "kind": "national_body",
        "place_id": "brod",
        "same_as": "",
        "section": "2.1",
        "pages": "10",
        "note": "",
    },
]
PEOPLE = [
    {
        "id": "orsk",
        "name": "Pavel Orsk",
        "variants": "Orsk",
        "side_in_book": "bolshevik",
        "role_in_book": "speaker",
        "shared_surname": False,
    },
    {"id": "moll", "name": "Anna Moll", "variants": "Moll", "side_in_book": "sr", "role_in_book": "mayor", "shared_surname": False},
]


def event(k: int, place_id: str, actors: str) -> dict[str, Any]:
    """A dated event."""
    day = {"os_start": "1917-08-21", "os_end": "1917-08-21", "precision": "day", "clock": ""}
    told = {"summary": "The soviet sits.", "status": "book", "where_told": "narrative", "kind": "session", "as_written": "August 21"}
    return {"id": f"e{k}", "place_id": place_id, "actors": actors, **day, **told, "section": "2.1", "pages": "9", "page_doubtful": False}


EVENTS = [*(event(k, "velsk", "velsk-soviet" if k < 15 else "orsk;velsk-soviet") for k in range(20)), event(20, "karsino", "")]
QUOTATIONS = [
    {"leaf": "2.1@9-10", "words": 150, "speaker_class": "bolshevik", "kind": "speech"},
    {"leaf": "2.1@9-10", "words": 50, "speaker_class": "national_movement", "kind": "document"},
]
TOKENS = [("2.1@9-10", "course", 4), ("2.1@9-10", "lettish", 3), ("2.1@9-10", "velsk", 6), ("2.2@11", "course", 1), ("2.2@11", "salt", 8)]


def country() -> Corpus:
    """The whole of it as a corpus without a copy."""
    tables = {
        "places": PLACES, "regions": REGIONS, "power": POWER, "figures": FIGURES, "organisations": ORGANISATIONS, "people": PEOPLE, "events": EVENTS,
    }  # fmt: skip
    counts = [{"leaf": leaf, "token": token, "count": n} for leaf, token, n in TOKENS]
    measures = {"leaves": LEAVES, "sections": SECTIONS, "entity_leaf": NAMED, "quotations": QUOTATIONS, "leaf_tokens": counts}
    return Corpus(Rows(measures), Rows(tables), lambda: None, lambda: None)
