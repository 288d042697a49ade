"""What is known of an edition's layout, as data: one profile for each edition, no parser of its own."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

PROFILE_FOLDER = Path(__file__).resolve().parents[2] / "corpus" / "profiles"


@dataclass(frozen=True, slots=True)
class TextlessPage:
    """A printed page that left no line: its number, and the page from which on the count is in doubt."""

    page: int
    doubtful_from: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One damaged reading: line, the word as scanned, the word to read, and why."""

    line: int
    printed: str
    read: str
    reason: str


@dataclass(frozen=True)
class Profile:
    """The layout rules of one edition.

    ``layout`` is ``"printed lines"`` (a blank line after every line, pages and hyphens survive) or
    ``"paragraphs"`` (blank lines part paragraphs). Patterns are matched against a line without outer spaces.
    """

    name: str
    edition: str
    title: str
    reference: dict[str, str]
    layout: str = "paragraphs"
    first_page: int = 0
    running_heads: tuple[str, ...] = ()
    chapter: str = r"(?i)chapter\s+(?P<number>[ivxlc]+|\d+|[a-z]+)\.?(?:\s*[.:—-]\s*(?P<title>.+))?"
    appendix: str | None = None
    dated_entry: str | None = None
    numbered_sections: bool = False
    begin: str | None = None
    end: str | None = None
    front_matter: tuple[str, ...] = ()
    note_numbers: bool = False
    textless_pages: tuple[TextlessPage, ...] = ()
    signature: tuple[str, ...] = field(default=())

    def _rows(self, name: str) -> list[dict[str, str]]:
        path = PROFILE_FOLDER / self.name / f"{name}.csv"
        if not path.exists():
            return []
        with path.open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    @cached_property
    def corrections(self) -> list[Correction]:
        """Readings to mend, by line: see ``corpus/profiles/<name>/corrections.csv``."""
        return [Correction(int(r["line"]), r["printed"], r["read"], r["reason"]) for r in self._rows("corrections")]

    @cached_property
    def paragraph_starts(self) -> dict[int, bool]:
        """Lines whose paragraph boundary no rule decides, read by eye: line → starts a paragraph."""
        return {int(r["line"]): r["starts"] == "1" for r in self._rows("paragraph_starts")}

    @cached_property
    def hyphens(self) -> dict[int, bool]:
        """Line-end hyphens that the vocabulary can't decide: line → keep the hyphen."""
        return {int(r["line"]): r["keep"] == "1" for r in self._rows("hyphens")}

    @cached_property
    def roles(self) -> list[tuple[int, int, str]]:
        """Line ranges whose role shows in the sense alone: first line, last line, role."""
        return [(int(r["first_line"]), int(r["last_line"]), r["role"]) for r in self._rows("roles")]


_NUMBERS = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine"

CIVIL_WAR = Profile(
    name="civil-war-2",
    edition="book",
    title="The History of the Civil War in the U.S.S.R., volume II",
    reference={
        "type": "book",
        "title": "The History of the Civil War in the U.S.S.R.",
        "volume": "2",
        "volume-title": "The Great Proletarian Revolution (October–November 1917)",
        "publisher": "Foreign Languages Publishing House",
        "publisher-place": "Moscow",
        "year": "1946",
        "key": "civilwar1946",
    },
    layout="printed lines",
    first_page=15,
    running_heads=(r"(?P<page>\d{1,3}) THE HISTORY OF THE CIVIL WAR", r"[A-Z][A-Z ,’'\-]{9,} (?P<page>\d{2,3})"),
    chapter=rf"Chapter (?P<number>{_NUMBERS})",
    appendix="CHRONOLOGY OF IMPORTANT EVENTS",
    dated_entry=r"(?P<month>August|September|October|November|December) (?P<day>\d{1,2})(?:-(?:(?P<month_to>September|October|November|December) )?(?P<day_to>\d{1,2}))?",
    numbered_sections=True,
    note_numbers=True,
    # Why these three, and where the count stays in doubt: corpus/README.md, "Printed pages and doubt".
    textless_pages=(TextlessPage(186), TextlessPage(346, 325), TextlessPage(482, 478)),
    signature=("CHRONOLOGY OF IMPORTANT EVENTS", "THE HISTORY OF THE CIVIL WAR", "THE CRISIS HAS MATURED"),
)

TEN_DAYS = Profile(
    name="ten-days",
    edition="ten-days",
    title="Ten Days That Shook the World",
    reference={
        "type": "book",
        "author": "Reed, John",
        "title": "Ten Days That Shook the World",
        "publisher": "Boni and Liveright",
        "publisher-place": "New York",
        "year": "1919",
        "key": "reed1919",
    },
    chapter=r"Chapter (?P<number>[IVXL]+)",
    appendix=r"APPENDIX TO CHAPTER (?P<number>[IVXL]+)",
    begin=r"\*\*\* ?START OF TH(?:E|IS) PROJECT GUTENBERG EBOOK.*",
    end=r"(?:\*\*\* ?END OF TH(?:E|IS) PROJECT GUTENBERG EBOOK.*|End of (?:the )?Project Gutenberg.*)",
    front_matter=("Preface", "Notes and Explanations"),
    signature=("TEN DAYS THAT SHOOK THE WORLD", "John Reed", "Bolsheviki"),
)

PLAIN = Profile(
    name="plain",
    edition="other",
    title="A text of the reader's own",
    reference={"type": "document", "title": "A text of the reader's own", "key": "reader"},
)

PROFILES: dict[str, Profile] = {p.name: p for p in (CIVIL_WAR, TEN_DAYS, PLAIN)}


def choose_profile(text: str) -> Profile:
    """The profile whose signature stands in ``text`` at least twice over; the plain one where none does.

    >>> choose_profile("nothing of note").name
    'plain'
    """
    for profile in (CIVIL_WAR, TEN_DAYS):
        if sum(bool(re.search(re.escape(mark), text)) for mark in profile.signature) >= 2:
            return profile
    return PLAIN
