"""A search of the reading room: what was asked, where, in what order; its lines, and what is said about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from helpers.analysis.concordance import ConcordanceLine, ConcordancePage, concordance_page
from helpers.analysis.matching import QUOTATION
from helpers.analysis.ordering import SORTS
from helpers.analysis.queries import parse
from helpers.codings import BOOK
from helpers.model import ROLES, CorpusError, TextEdition
from helpers.reading.texts import NAMES, section_label

SIZE = 20
"""Lines on a page of a concordance."""

WINDOW = 6
"""Words on each side of a line, so that it mostly stays one line on the screen."""

LONGEST = 200
"""Characters of the longest query."""

EVERYWHERE = ""

ORDERS = {
    "L1": "1st word before", "L2": "2nd word before", "L3": "3rd word before", "node": "the word found",
    "R1": "1st word behind", "R2": "2nd word behind", "R3": "3rd word behind",
}  # fmt: skip
"""What lines are sorted on (``helpers.analysis.ordering``), as a reader says it."""


@dataclass(frozen=True, slots=True)
class Search:
    """One search as plain values. ``where`` is "" (the whole text), "chapter 4" or a section id; ``role`` a role or "" for all
    running text; ``quotation`` "", "inside" or "outside"; ``sort`` keys of ``helpers.analysis.ordering``, in order."""

    query: str
    text: str = BOOK
    where: str = EVERYWHERE
    role: str = ""
    quotation: str = ""
    sort: tuple[str, ...] = ()

    @property
    def filters(self) -> dict[str, Any]:
        """The filters as ``concordance_page`` takes them."""
        chapter = self.where.removeprefix("chapter ") if self.where.startswith("chapter ") else ""
        return {
            "chapter": int(chapter) if chapter else None, "section": None if chapter or not self.where else self.where,
            "roles": [self.role] if self.role else None, "quotation": self.quotation or None,
        }  # fmt: skip

    def plain(self) -> dict[str, Any]:
        """The search as JSON has it."""
        return asdict(self) | {"sort": list(self.sort)}

    @property
    def order(self) -> str:
        """The order of the lines in words."""
        words = [f"the {ORDERS[key].removeprefix('the ')}" for key in self.sort]
        return f"sorted on {', then '.join(words)}" if words else "in reading order"

    @property
    def kinds(self) -> str:
        """The kinds of text searched, in words; "" for all running text."""
        role = f"in parts of the kind “{self.role.replace('_', ' ')}” alone" if self.role else ""
        return ", ".join(part for part in (role, f"{self.quotation} quotation marks" if self.quotation else "") if part)


def search_from(value: object) -> Search:
    """The search that plain values hold. Raises ValueError, in a sentence, for what is no search.

    >>> search_from({"query": "red", "sort": ["R1"]}).sort
    ('R1',)
    """
    if not isinstance(value, Mapping) or not isinstance(value.get("query"), str):
        raise ValueError("this holds no search")
    texts = {name: value.get(name, default) for name, default in (("text", BOOK), ("where", ""), ("role", ""), ("quotation", ""))}
    sort = value.get("sort", [])
    if not all(isinstance(part, str) and len(part) <= 40 for part in texts.values()) or not isinstance(sort, (list, tuple)):
        raise ValueError("this search has a part of another kind")
    found = Search(value["query"], **texts, sort=tuple(sort))
    checked(found)
    return found


def checked(search: Search) -> Search:
    """The search itself. Raises ValueError that says what is wrong with it."""
    if len(search.query) > LONGEST:
        raise ValueError(f"this search is {len(search.query):,} characters long; it may have {LONGEST}")
    parse(search.query)
    if search.text not in NAMES:
        raise ValueError(f"there is no text {search.text!r}; there are {', '.join(NAMES)}")
    if search.role not in ("", *ROLES) or search.quotation not in ("", *QUOTATION):
        raise ValueError("the role or quotation of this search is unknown")
    if any(key not in SORTS for key in search.sort) or len(search.sort) > 3:
        raise ValueError(f"lines are sorted on up to three of {', '.join(SORTS)}")
    if search.where.startswith("chapter ") and not search.where.removeprefix("chapter ").isdecimal():
        raise ValueError(f"there is no {search.where!r}")
    return search


def lines_of(edition: TextEdition, search: Search, page: int = 1) -> ConcordancePage:
    """A page of the search's lines. Raises ValueError, in a sentence, for what can't be asked of this text."""
    checked(search)
    try:
        return concordance_page(edition, search.query, page=page, size=SIZE, window=WINDOW, sort=search.sort, **search.filters)
    except CorpusError as error:
        raise ValueError(str(error)) from error


def in_words(edition: TextEdition, search: Search, names: Mapping[str, str] = NAMES) -> str:
    """Where the search looks and how it sorts, in words; ``names`` are what the texts are called.

    >>> from helpers.analysis.own_text import own_text
    >>> in_words(own_text({"1.1": "A flag."}), Search("red", where="chapter 1", quotation="inside", sort=("R1", "R2")))
    '“red” in chapter 1 of your copy of the book, inside quotation marks; sorted on the 1st word behind, then the 2nd word behind'
    """
    place = search.where if search.where.startswith("chapter ") else _section_name(edition, search.where) if search.where else ""
    where = f"{place} of {names[search.text]}" if place else names[search.text]
    return f"“{search.query.strip()}” in {where}{f', {search.kinds}' if search.kinds else ''}; {search.order}"


def _section_name(edition: TextEdition, section: str) -> str:
    return section_label(edition.section(section)) if section in edition.section_places else section


def basis(page: ConcordancePage, search: Search) -> str:
    """What the lines shown rest on: which of how many, and what is not searched.

    >>> basis(ConcordancePage([], 2, 3, 45, 45), Search("red"))
    'Lines 21–40 of 45 (page 2 of 3). “Quoted” stands inside quotation marks. Captions, headings and footnotes are not searched.'
    """
    if not page.n_lines:
        near = " “Near” needs a distance: near/5 finds words at most five words apart." if " near " in search.query.lower() else ""
        narrow = search.where or search.role or search.quotation
        wider = "Widen “in”, “Parts” or “Quotation marks” to look elsewhere." if narrow else "Spelling counts; * stands for any letters."
        return f"No line has “{search.query.strip()}”{' with these filters' if narrow else ''}. {wider}{near}"
    first = (page.number - 1) * SIZE + 1
    shown = f"{first}–{min(first + SIZE - 1, page.n_lines)}" if page.n_lines > first else f"{first}"
    left_out = "" if search.role else " “Quoted” stands inside quotation marks. Captions, headings and footnotes are not searched."
    return f"Line{'s' * (page.n_lines > first)} {shown} of {page.n_lines:,} (page {page.number} of {page.n_pages}).{left_out}"


def place_of(edition: TextEdition, line: ConcordanceLine) -> str:
    """A line's place: paragraph and characters in it, "2.4.17:120-126", as codings name it."""
    base = int(edition.bounds[edition.place_at(line.begin)])
    return f"{line.paragraph_id}:{line.begin - base}-{line.end - base}"


def stands(edition: TextEdition, place: str) -> bool:
    """Whether a line's place lies inside a paragraph of this text.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "A flag."})
    >>> [stands(text, place) for place in ("1.1.1:2-6", "1.1.1:2-99", "1.1.9:2-6")]
    [True, False, False]
    """
    paragraph, _, span = place.partition(":")
    at = edition.paragraph_places.get(paragraph)
    return at is not None and int(span.partition("-")[2]) <= len(edition.paragraph(at).text)


def narrowed(edition: TextEdition, search: Search) -> Search:
    """The search without a place that this text doesn't have (another text was chosen since)."""
    chapters = {f"chapter {s.chapter}" for s in edition.sections}
    known = search.where in ("", *chapters, *edition.section_places)
    return search if known else replace(search, where=EVERYWHERE)
