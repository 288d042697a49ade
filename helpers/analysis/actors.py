"""Who is made to act: the actors of events by class, from the tables ``events``, ``organisations`` and ``people``.

The column actors names whom the row's writer took as acting, from a reading of the book; a crowd without a name has no
id, so "nobody named" is not "nobody acted".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows, taught
from helpers.analysis.figures import ids_in

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
NOBODY = "nobody named"
OF_KIND = {
    "party": "party", "party_committee": "party", "soviet": "soviet", "mrc": "revolutionary committee", "congress": "congress",
    "red_guard": "workers", "factory_committee": "workers", "union": "workers", "regiment": "soldiers", "garrison": "soldiers",
    "school": "cadets", "army_command": "command", "government": "government", "duma": "town and safety committees",
    "committee_of_safety": "town and safety committees", "national_body": "national bodies", "newspaper": "press", "other": "other bodies",
}  # fmt: skip
"""Class of a body by its kind. Governments of both sides are one class; congresses of Soviets and of parties another."""
OF_ID = {"moscow-cadets": "cadets", "(?:army|front)-committee$": "army committees"}
"""Bodies of kind other that are told apart by their id: a pattern and the class."""
OF_SIDE = {
    "bolshevik": "named Bolshevik", "officer": "named officer", "cossack": "named officer", "monarchist": "named officer",
    "worker": "named worker or soldier", "soldier": "named worker or soldier", "sailor": "named worker or soldier",
}  # fmt: skip
"""Class of a person by the side on which the book shows him or her; all others are ``NAMED_OTHER``."""
NAMED_OTHER = "named other"
CLASSES = (*dict.fromkeys(OF_KIND.values()), "army committees", *dict.fromkeys(OF_SIDE.values()), NAMED_OTHER, "unknown id", NOBODY)
MIN_EVENTS = 20
"""Shares of fewer events are thin: one event more or less moves them by five points and over."""


def actor_classes(organisations: Any, people: Any) -> dict[str, str]:
    """The class of every body and person of the tables, by id.

    >>> classes = actor_classes([{"id": "velsk-soviet", "kind": "soviet"}], [{"id": "orsk", "side_in_book": "sr"}])
    >>> classes["velsk-soviet"], classes["orsk"]
    ('soviet', 'named other')
    """
    bodies = {str(row["id"]): _of_body(row) for row in as_rows(organisations)}
    return bodies | {str(row["id"]): OF_SIDE.get(row["side_in_book"], NAMED_OTHER) for row in as_rows(people)}


def _of_body(row: Row) -> str:
    if row["kind"] != "other":
        return OF_KIND[row["kind"]]
    return next((name for pattern, name in OF_ID.items() if re.search(pattern, str(row["id"]))), OF_KIND["other"])


def classes_of(event: Row, classes: Mapping[str, str]) -> list[str]:
    """The classes that act in an event, each once; ``NOBODY`` alone where none is named.

    >>> classes_of({"actors": "velsk-soviet;orsk"}, {"velsk-soviet": "soviet", "orsk": "named other"})
    ['soviet', 'named other']
    """
    return list(dict.fromkeys(classes.get(actor, "unknown id") for actor in ids_in(event["actors"]))) or [NOBODY]


def who_acts(events: Any, organisations: Any, people: Any) -> pd.DataFrame:
    """In how many events each class acts; rows in the order of ``CLASSES``, those that never act left out.

    Columns: actor_class, n (events), of (all events given, those not to be taught left out), share (n / of, 0–1; an event
    with two classes counts in both, so shares add up to more than 1), ids (the actors of the class, most frequent first),
    thin (of under ``MIN_EVENTS``).

    >>> events = [{"actors": "velsk-soviet;orsk", "status": "book"}, {"actors": "", "status": "book"}]
    >>> frame = who_acts(events, [{"id": "velsk-soviet", "kind": "soviet"}], [{"id": "orsk", "side_in_book": "sr"}])
    >>> frame[["actor_class", "n", "of", "share"]].values.tolist()
    [['soviet', 1, 2, 0.5], ['named other', 1, 2, 0.5], ['nobody named', 1, 2, 0.5]]
    """
    import pandas as pd

    rows, classes = taught(events), actor_classes(organisations, people)
    n_of = Counter(name for row in rows for name in classes_of(row, classes))
    ids_of: dict[str, list[str]] = {name: [] for name in CLASSES}
    for row in rows:
        for actor in ids_in(row["actors"]):
            ids_of[classes.get(actor, "unknown id")].append(actor)
    found = [
        [name, n_of[name], len(rows), n_of[name] / len(rows), _most_frequent(ids_of[name]), len(rows) < MIN_EVENTS]
        for name in CLASSES
        if n_of[name]
    ]
    return pd.DataFrame(found, columns=["actor_class", "n", "of", "share", "ids", "thin"])


def _most_frequent(ids: Iterable[str]) -> str:
    return ";".join(name for name, _ in sorted(Counter(ids).items(), key=lambda item: (-item[1], item[0])))
