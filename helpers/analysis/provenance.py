"""Where a number comes from: one figure walked from the claim to who counts, the occasion, the note, and its neighbours.

A figure is an utterance: somebody gives it, on a day, for a purpose. What the walk can't find it says it can't find.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows, taught
from helpers.analysis.figures import content_words, ids_in, number_of, recomputed
from helpers.analysis.formulas import formula_ids
from helpers.analysis.plans import unit_of
from helpers.analysis.power import span_of
from helpers.tables import page_range

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
COUNTERS = {
    "author": "the authors of the book, who name nobody",
    "report": "a report or speech that the book cites",
    "vote": "a count of votes or seats",
    "witness": "a witness, told or quoted",
    "order": "an order or demand: what was wanted",
}
"""What the column who_counts means, in words."""
KINDS = {
    "state": "told as a fact of a moment",
    "plan": "a plan: what was meant to be, no count",
    "estimate": "an estimate",
    "result": "the result of a vote or count",
}
"""What the column kind means, in words."""
STEPS = ("claim", "who counts", "what kind", "occasion", "note", "sum", "same thing")


def figure_of(figure_id: str, figures: Any) -> Row:
    """The row with this id. Raises ValueError where there is none."""
    for row in as_rows(figures):
        if row["id"] == figure_id:
            return row
    raise ValueError(f"there is no figure {figure_id!r} in the table; ids look like kharkov-congress-delegates")


def _near(row: Row, figure: Row) -> int:
    return abs(page_range(str(row["pages"]))[0] - page_range(str(figure["pages"]))[0])


def occasions(figure: Row, events: Any) -> list[Row]:
    """Events of the same place whose days meet the figure's date, those with most words in common first, then the nearest page.

    Events that may not be taught are left out. A figure dated only to a year, or not at all, has no occasion.

    >>> figure = {"place_id": "velsk", "os_date": "1917-10", "pages": "9", "of_what": "delegates at the congress"}
    >>> event = {"place_id": "velsk", "os_start": "1917-10-06", "os_end": "1917-10-06", "pages": "9", "status": "book"}
    >>> event["summary"] = "A congress opens"
    >>> len(occasions(figure, [event, event | {"os_start": "1917-11-06", "os_end": "1917-11-06"}]))
    1
    """
    date = str(figure["os_date"] or "")
    if date.count("-") == 0:
        return []
    begin, end = span_of(date)
    wanted, places, found = content_words(str(figure["of_what"])), set(ids_in(figure["place_id"])), []
    for row in taught(events):
        if places & set(ids_in(row["place_id"])) and row["os_start"]:
            first, last = span_of(str(row["os_start"])).first, span_of(str(row["os_end"] or row["os_start"])).last
            if first <= end and last >= begin:
                found.append((-len(content_words(str(row["summary"])) & wanted), _near(row, figure), row))
    return [row for *_, row in sorted(found, key=lambda f: f[:2])]


def same_thing(figure: Row, figures: Any) -> list[tuple[str, Row]]:
    """(relation, figure) of other numbers on the same thing, the surest relation first, then the nearest page.

    Relations: "named in a note" (its note or theirs names the other), "in one sum" (one is in the other's formula, or both in
    the same one), "same words" (same place and side, and at least half the words of the shorter description in common).

    >>> row = {"place_id": "velsk", "side": "left", "note": "", "formula": "", "pages": "9"}
    >>> figure = row | {"id": "f-1", "of_what": "delegates at the Velsk congress"}
    >>> others = [row | {"id": "f-2", "of_what": "the congress, delegates", "note": "repeats f-1"}, row | {"id": "f-3", "of_what": "guns"}]
    >>> [(relation, other["id"]) for relation, other in same_thing(figure, [figure, *others])]
    [('named in a note', 'f-2')]
    """
    rows, mine = as_rows(figures), str(figure["id"])
    sums = [{str(row["id"]), *formula_ids(str(row["formula"]))} for row in rows if row["formula"]]
    beside = set().union(*(members for members in sums if mine in members))
    found = []
    for row in rows:
        relation = _relation(figure, row, beside)
        if row["id"] != mine and relation:
            found.append((_RELATIONS.index(relation), _near(row, figure), relation, row))
    return [(relation, row) for _, _, relation, row in sorted(found, key=lambda f: f[:2])]


_RELATIONS = ("named in a note", "in one sum", "same words")


def _relation(figure: Row, row: Row, beside: set[str]) -> str:
    if _names(row, figure) or _names(figure, row):
        return "named in a note"
    if str(row["id"]) in beside:
        return "in one sum"
    ours, theirs = content_words(str(figure["of_what"])), content_words(str(row["of_what"]))
    alike = 2 * len(ours & theirs) >= max(min(len(ours), len(theirs)), 1)
    return "same words" if alike and all(row[c] == figure[c] for c in ("place_id", "side")) else ""


def _names(row: Row, other: Row) -> bool:
    return str(other["id"]) in str(row["note"]).replace(",", " ").replace(";", " ").split()


def told(row: Row) -> str:
    """A figure in words: value (or "no number given"), unit, what is counted.

    >>> told({"value": 2.0, "value_to": 3, "unit": "other", "note": "unit tons", "of_what": "grain at the ferry"})
    '2–3 tons: grain at the ferry'
    """
    ends = [number for number in (number_of(row["value"]), number_of(row["value_to"])) if not math.isnan(number)]
    number = "–".join(f"{end:,.0f}" if end == int(end) else f"{end:g}" for end in ends) or "no number given:"
    return f"{number} {unit_of(row).replace('_', ' ')}: {row['of_what']}"


def _sum_step(figure: Row, figures: Any) -> list[tuple[str, str, str, Any, str]]:
    checked = recomputed(figures)
    mine = checked[[figure["id"] in {i, *formula_ids(f)} for i, f in zip(checked["id"], checked["formula"], strict=True)]]
    return [
        ("sum", f"{row['gives']:g} of {row['printed']:g} printed for {row['of_what']}: {row['verdict']}", *(row[c] for c in _WHERE))
        for row in mine.to_dict("records")
    ]


_WHERE = ("pages", "page_doubtful", "id")


def provenance(figure_id: str, figures: Any, events: Any, *, most: int = 3) -> pd.DataFrame:
    """The walk of one figure, step by step: a row a step of ``STEPS``, the last two and the occasion with up to ``most`` rows.

    Columns: step, text (ours, none of the book's), pages and page_doubtful (printed; "" where the step has none), link (id
    of the event or figure it opens, "" where none). A step without an answer stays, and its text says what is not told.
    Raises ValueError for an unknown id.
    """
    import pandas as pd

    figure = figure_of(figure_id, figures)
    here = (str(figure["pages"]), bool(figure["page_doubtful"]))
    number = (
        f"; the book's note {figure['note_number']}, whose text is not in the scan"
        if figure["note_number"]
        else "; no note number beside it"
    )
    steps: list[tuple[str, str, str, Any, str]] = [
        ("claim", told(figure), *here, str(figure["id"])),
        ("who counts", COUNTERS[figure["who_counts"]] + number, *here, ""),
        ("what kind", KINDS[figure["kind"]], *here, ""),
    ]
    found = [
        ("occasion", f"{row['os_start']}: {row['summary']}", row["pages"], row["page_doubtful"], row["id"])
        for row in occasions(figure, events)
    ]
    steps += found[:most] or [("occasion", "no event of that place and day is told, or the figure has no day", "", False, "")]
    steps.append(("note", str(figure["note"]).replace("_", " ") or "nothing noted", *here, ""))
    steps += _sum_step(figure, figures)[:most] or [("sum", "it stands in no sum that the book offers", "", False, "")]
    others = [
        ("same thing", f"{told(row)} ({relation})", row["pages"], row["page_doubtful"], row["id"])
        for relation, row in same_thing(figure, figures)
    ]
    steps += others[:most] or [("same thing", "no other number on the same thing in the table", "", False, "")]
    return pd.DataFrame(steps, columns=["step", "text", "pages", "page_doubtful", "link"])
