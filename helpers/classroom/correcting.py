"""A class's corrections of the machine: what they make of its error, where readers agree against it, and where they differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from helpers.classroom.agreeing import Labelling, agreement_row, difference_rows, in_sentence
from helpers.classroom.agreement_html import agreement_table, difference_table
from helpers.classroom.readers import Classroom
from helpers.corrections import DETECTORS, VALUES, Correction, in_words, place_in_words
from helpers.html import notice_html, table_html
from helpers.lessons.correcting import all_corrections
from helpers.lessons.own_sample import SAMPLE_COLUMNS, sample_rows
from helpers.lessons.plan import LessonPlan
from helpers.model import Corpus

Row = dict[str, Any]
Judged = dict[str, list[Correction]]

AGREED_COLUMNS = {"place": "place", "what": "what", "shipped": "as shipped", "given": "readers say", "n": "readers who say so", "of": "of"}
NONE_AGREED = "At no place do two readers or more, and most of those who looked, say the same against the machine."
LIMITS = (
    "Every look of every reader is a case of its own, so a place that five looked at counts five times; the places were chosen by readers, "
    "not by chance. The shipped figure comes from another sample and is never mixed in."
)


def judged(classroom: Classroom, plans: Sequence[LessonPlan], corpus: Corpus) -> Judged:
    """What each reader judged, by reader's name; readers who judged nothing are left out."""
    found = {s.name: all_corrections(s.latest.values(), plans, corpus) for s in classroom.students}
    return {name: mine for name, mine in found.items() if mine}


def class_sample(found: Judged, corpus: Corpus) -> list[Row]:
    """``sample_rows`` of all readers' looks together."""
    return sample_rows([c for mine in found.values() for c in mine], corpus)


def agreed_rows(found: Judged) -> list[Row]:
    """Places at which most readers, and at least two, say the same against what ships: place, what, shipped, given, n (who say so), of
    (who looked); those that most readers looked at first."""
    looks: dict[tuple[str, str, str], list[Correction]] = defaultdict(list)
    for mine in found.values():
        for c in mine:
            looks[c.detector, c.what, c.place].append(c)
    rows = []
    for (_, what, place), cs in looks.items():
        given, n = Counter(c.given for c in cs).most_common(1)[0]
        if n > 1 and 2 * n > len(cs) and given != cs[0].shipped:
            told = {"shipped": in_words(what, cs[0].shipped), "given": in_words(what, given)}
            rows.append({"place": place_in_words(place), "what": VALUES[what][0], **told, "n": n, "of": len(cs)})
    return sorted(rows, key=lambda row: (-row["n"], row["place"]))


def judgings(found: Judged) -> list[Labelling]:
    """The places that two readers or more judged, one labelling a detector and what, for ``agreeing.agreement_row``; what ships stands
    in the unit's name."""
    made = []
    for detector, what in sorted({(c.detector, c.what) for mine in found.values() for c in mine}):
        by_reader = {name: {c.place: c for c in mine if (c.detector, c.what) == (detector, what)} for name, mine in found.items()}
        times = Counter(place for places in by_reader.values() for place in places)
        places = sorted(place for place, n in times.items() if n > 1)
        readers = tuple(name for name, mine in by_reader.items() if any(place in mine for place in places))
        shipped = {c.place: c.shipped for mine in by_reader.values() for c in mine.values()}
        units = tuple(f"{place_in_words(place)} (as shipped: {in_words(what, shipped[place])})" for place in places)
        labels = tuple(
            tuple(in_words(what, by_reader[name][place].given) if place in by_reader[name] else None for place in places)
            for name in readers
        )
        if len(readers) > 1:
            made.append(Labelling(f"{DETECTORS[detector]}: {VALUES[what][0].lower().rstrip('?')}", units, readers, labels, {}))
    return made


def corrections_html(classroom: Classroom, plans: Sequence[LessonPlan], corpus: Corpus) -> str:
    """The part of the teacher's room: the class's sample beside the shipped figures, where readers agree against the machine, and for
    each thing judged by two readers or more how far they agree and where they differ."""
    found = judged(classroom, plans, corpus)
    if not found:
        return notice_html("Nobody has corrected the machine yet.")
    n = len(found)
    caption = f"The detectors’ errors by what {n} reader{'' if n == 1 else 's'} looked at"
    parts = [table_html(class_sample(found, corpus), caption, SAMPLE_COLUMNS), notice_html(LIMITS)]
    parts.append(table_html(agreed_rows(found), "Where readers agree against the machine", AGREED_COLUMNS, NONE_AGREED))
    for labelling in judgings(found):
        row = agreement_row(labelling)
        parts += [notice_html(in_sentence(row), kind="all readers"), agreement_table([row])]
        parts.append(difference_table(difference_rows(labelling), labelling.what))
    return "".join(parts)
