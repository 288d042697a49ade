"""The codebook by which passages are coded, and the notes kept beside them: small, a class's own, and only ever plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from helpers.codings import LESSON, Coding, codings
from helpers.exporting import plain
from helpers.journal import Answer

ITEM = "codebook"
MOST_CODES, LONGEST_CODE, LONGEST_MEANING, LONGEST_TEXT = 60, 40, 200, 4000


@dataclass(frozen=True, slots=True)
class Code:
    """One code with what it means; ``meaning`` says when to give it and when not."""

    code: str
    meaning: str = ""


FIRST = (
    Code("verdict in a word", "A word or title judges, and no reason is given."),
    Code("claim with evidence", "A statement with a document, number or witness that a reader could look up."),
    Code("claim without evidence", "A statement of fact with nothing behind it on this page."),
    Code("opponent quoted", "Words of somebody whom the authors oppose."),
    Code("actor left out", "Something is done and nobody is named who does it."),
    Code("hedge or doubt", "The authors say that something is not known or not sure."),
)
"""The codebook of a reader who has made none: six codes that the lessons have prepared."""


def one_line(typed: str, longest: int = LONGEST_CODE) -> str:
    """``typed`` as one plain line.

    >>> one_line(" a\\n code ")
    'a code'
    """
    return " ".join(plain(typed).split())[:longest].strip()


def codebook_value(codes: Iterable[Code]) -> dict[str, list[dict[str, str]]]:
    """The codebook as it is saved."""
    return {"codes": [{"code": code.code, "meaning": code.meaning} for code in codes]}


def codebook_from(value: object) -> tuple[Code, ...]:
    """The codebook that a journal holds: the first six codes where it holds none, entries of another form left out.

    >>> codebook_from({"codes": [{"code": "praise"}, 7, {"code": ""}, {"code": "praise", "meaning": "again"}]})
    (Code(code='praise', meaning=''),)
    """
    entries = value.get("codes") if isinstance(value, Mapping) else None
    if not isinstance(entries, list):
        return FIRST
    found: dict[str, Code] = {}
    for entry in entries[: 4 * MOST_CODES]:
        if isinstance(entry, Mapping) and isinstance(entry.get("code"), str) and (code := one_line(entry["code"])):
            meaning = entry.get("meaning", "")
            found.setdefault(code.lower(), Code(code, one_line(meaning, LONGEST_MEANING) if isinstance(meaning, str) else ""))
    return tuple(found.values())[:MOST_CODES]


def with_code(codes: tuple[Code, ...], code: str, meaning: str) -> tuple[Code, ...]:
    """The codebook with a code added at its end, or its meaning changed where it is there already.

    Raises ValueError for a code without a name, one with too long a name or meaning, or one too many.

    >>> [c.meaning for c in with_code((Code("praise", "old"),), "Praise", "new")]
    ['new']
    """
    name, means = one_line(code, 10 * LONGEST_TEXT), one_line(meaning, 10 * LONGEST_TEXT)
    if not name:
        raise ValueError("give the code a name first")
    for what, text, longest in (("name", name, LONGEST_CODE), ("meaning", means, LONGEST_MEANING)):
        if len(text) > longest:
            raise ValueError(f"the {what} of a code has at most {longest} characters: shorten it")
    known = {c.code.lower(): c for c in codes}
    if name.lower() not in known and len(codes) >= MOST_CODES:
        raise ValueError(f"a codebook has at most {MOST_CODES} codes: with more, nobody codes alike")
    kept = known.get(name.lower(), Code(name)).code
    return tuple((known | {name.lower(): Code(kept, means)}).values())


def without_code(codes: tuple[Code, ...], code: str) -> tuple[Code, ...]:
    """The codebook without a code; passages that have it keep it."""
    return tuple(c for c in codes if c.code != code)


def note_item(place: str) -> str:
    """The item under which a note on a place ("2.4.17", "guide/2.4.17") is saved."""
    return f"note/{place}"


def notes(latest: Iterable[Answer]) -> dict[str, str]:
    """Place → note, for the notes that stand among the latest answers; empty ones and other forms are left out."""
    kept = (a for a in latest if a.lesson == LESSON and isinstance(a.item, str) and a.item.startswith("note/"))
    return {a.item.removeprefix("note/"): plain(a.value) for a in kept if isinstance(a.value, str) and a.value.strip()}


def codings_in(latest: Iterable[Answer], text: str) -> dict[str, list[Coding]]:
    """Paragraph id → the codings of one text that stand, those of whole paragraphs first, then by their beginning."""
    found: dict[str, list[Coding]] = {}
    for coding in sorted((c for c in codings(latest) if c.edition == text), key=lambda c: (c.begin is not None, c.begin or 0)):
        found.setdefault(coding.paragraph, []).append(coding)
    return found
