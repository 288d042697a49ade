"""What a count is made of, as a link: a mark or a row names the lines behind it, and one place (``helpers.reading.behind``) finds them.

A link holds ids of table rows (parted by ";") and any number of ``lines:KIND?choice=value``, parted by spaces. ``n`` is the count that
the chart shows, ``told`` the name of the lines where there are several groups ("here", "in Ten Days").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from helpers.charts.chart import Chart

PREFIX = "lines:"

KINDS = ("words", "terms", "named", "reports", "turns", "quotations", "spans", "deeds")
"""What can be asked for: words by a query, terms of the lexicon, names by the spellings of a table, acts of reporting, turns (a
quotation that opens one, or an indirect report), quotations (counted by their words), short quoted spans, deeds."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One group of lines: its kind, the choices that narrow it, the count that the chart shows (None: not told), its name.

    Choices by kind: words (query), terms (ids or term_class and target; phrases "yes"), named (kind, ids), reports (what or manner,
    speakers), turns and quotations (speakers), spans (mark, term), deeds (actor, voice: "" for any). For all: part ("book", "chapter 4", section ids parted
    by a comma, "not chapter 4"), leaf, beside (another link's group: on the same leaf), text ("ten-days").
    """

    kind: str
    choices: Mapping[str, str] = field(default_factory=dict)
    n: int | None = None
    told: str = ""

    def get(self, name: str) -> str:
        """A choice, "" where it is not made."""
        return self.choices.get(name, "")


def lines(kind: str, /, *, n: Any = None, told: str = "", **choices: Any) -> str:
    """The link for the lines behind a count. Raises ValueError for a kind that there is not.

    >>> lines("words", n=3, query="soviet|duma", part="4.1")
    'lines:words?n=3&query=soviet%7Cduma&part=4.1'
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is none of {', '.join(KINDS)}")
    given = {"n": None if n is None else int(n), "told": told, **choices}
    return f"{PREFIX}{kind}?{urlencode({key: str(value) for key, value in given.items() if value not in (None, '')})}"


def asked_in(link: str) -> list[Asked]:
    """The groups of lines that a link names, in order; none for a link of ids alone.

    >>> [(a.kind, a.n, dict(a.choices)) for a in asked_in("orsk lines:words?n=3&query=soviet%7Cduma")]
    [('words', 3, {'query': 'soviet|duma'})]
    """
    return [_asked(part) for part in link.split() if part.startswith(PREFIX)]


def _asked(part: str) -> Asked:
    kind, _, query = part.removeprefix(PREFIX).partition("?")
    choices = dict(parse_qsl(query))
    n, told = choices.pop("n", ""), choices.pop("told", "")
    return Asked(kind, choices, int(n) if n else None, told)


def ids_of(link: str) -> str:
    """What a link names beside lines: ids of table rows.

    >>> ids_of("orsk;moll lines:words?query=soviet"), ids_of("lines:words?query=soviet")
    ('orsk;moll', '')
    """
    return " ".join(part for part in link.split() if not part.startswith(PREFIX))


def in_part(section: str, part: str) -> bool:
    """Whether a section lies in a part: "" or "book", "chapter 4" (0: the chronology), section ids, or "not" one of these.

    >>> in_part("4.1", "chapter 4"), in_part("4.1", "not chapter 4"), in_part("A", "chapter 0"), in_part("4.1", "4.1,4.2")
    (True, False, True, True)
    """
    if part in ("", "book"):
        return True
    if part.startswith("not "):
        return not in_part(section, part.removeprefix("not "))
    if part.startswith("chapter "):
        head, chapter = section.split(".")[0], part.removeprefix("chapter ")
        return head == chapter if head.isdecimal() else chapter == "0"
    return section in part.split(",")


def with_link(row: Mapping[str, Any], link: str) -> dict[str, Any]:
    """A chart's row whose mark, and whose line in the table, opens ``link``."""
    return {**row, "id": link, "lines": link}


def linked(draw: Callable[..., Chart], rows: Sequence[Mapping[str, Any]], **drawn: Any) -> Chart:
    """``draw`` of ``rows`` (each made by ``with_link``), whose rows in the table open what their marks open."""
    chart = draw(rows, **drawn)
    shown = [{**row, "lines": source["lines"]} for row, source in zip(chart.rows, rows, strict=True)]
    return replace(chart, rows=tuple(shown))


def term_link(row: Mapping[str, Any]) -> str:
    """The lines of a row of ``term_counts``, with its phrases where a copy is open.

    >>> term_link({"id": "mutiny", "n": 4.0})
    'lines:terms?n=4&ids=mutiny&phrases=yes'
    """
    return lines("terms", n=row["n"], ids=row["id"], phrases="yes") if row["n"] == row["n"] else ""


def word_link(row: Mapping[str, Any]) -> str:
    """The lines of a row of ``keyness`` of the whole book against *Ten Days*."""
    word = row["token"]
    there = lines("words", n=row["n_reference"], query=word, text="ten-days", told="in Ten Days")
    return f"{lines('words', n=row['n_target'], query=word, told='here')} {there}"


def spelling_link(row: Mapping[str, Any]) -> str:
    """The lines of a row of ``spelling_counts``: none where the spelling could not be counted; ``asked`` may be a link already."""
    if str(row["asked"]).startswith(PREFIX):
        return str(row["asked"])
    return lines("words", n=row["n"], query=row["asked"]) if isinstance(row["n"], int) else ""


def deed_link(voice: str, part: str) -> Callable[[Mapping[str, Any]], str]:
    """For rows of ``agency`` the lines of their deeds in ``voice``, and of all their deeds, in a part of the book."""

    def link(row: Mapping[str, Any]) -> str:
        chosen = {"actor": row["actor"], "part": part}
        every = lines("deeds", n=row["of"], told="in any voice", **chosen)
        return f"{lines('deeds', n=row['n'], told='in this voice', voice=voice, **chosen)} {every}"

    return link
