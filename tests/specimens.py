"""A small book written for these tests, and a typesetter that damages it as the real scan is damaged.

Every word is ours; the towns and people are invented. ``typeset`` returns the scan's text together with the truth that an
import must find again: sections, paragraphs with their roles and pages, captions, notes.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from helpers.importing.widths import width

MEASURE = 31.6
INDENT = 1.9
LINES_A_PAGE = 24

SENTENCES = (
    "The ferry reached Velsk at noon with flour, nails and a rumour.",
    "Anna Dorn counted the sacks twice and wrote the number on the warehouse door.",
    "Nobody in the lower town had seen so many boats since the spring flood.",
    "The council met in the bathhouse because the school had lost its roof.",
    "Pavel Orsk spoke for an hour and was thanked for being brief.",
    "By evening the bakers had agreed to open one shop in three.",
    "A telegram from Karsino promised salt, but the salt had left two weeks before.",
    "The river workers kept their own list, which was shorter and nearer the truth.",
    "Every family was to receive a candle, and most received half of one.",
    "The harbour master denied everything, including the harbour.",
    "Old Timon walked from door to door with a bell and no message.",
    "They chose a committee of seven, of whom four could be found.",
    "The stationmaster's daughter carried the minutes to the printer under her coat.",
    "It rained on the whole of the upper district and nowhere else.",
    "The self-appointed inspector weighed the bread with stones from the beach.",
    "Two pre-war cannon stood in the square and frightened only the pigeons.",
    "The co-operative sold its last window to pay for its last door.",
    "In Brod the well-known singer refused to sing for either side.",
    "Some asked for light, others for darkness, and both were granted by turns.",
    "The vote was forty against nine, with one ballot eaten by a goat.",
    "A north-bound train stood three days without an engine and was declared on time.",
    "The newspaper appeared with a blank page, which everyone read with care.",
    "When the bridge was opened the crowd went over it and came back.",
    "Marta Linn asked who had signed the order, and the order was withdrawn.",
)

QUOTED = (
    "We have heard the figures and we have seen the shelves, and the shelves speak louder.",
    "Give us the keys of the granary tonight and you may keep the speeches for tomorrow.",
    "I was asked to resign on Monday and to stay on Tuesday; I propose to sleep on Wednesday.",
)


@dataclass
class Truth:
    """What an import of the typeset text must find."""

    sections: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[tuple[str, str, str]] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)
    captions: list[str] = field(default_factory=list)
    notes: dict[int, list[int]] = field(default_factory=dict)
    heads: list[int] = field(default_factory=list)


def _syllable_breaks(word: str) -> list[int]:
    """Places where a long word may be broken with a soft hyphen, and behind a hyphen of its own."""
    own = [m.end() for m in re.finditer("-", word)]
    letters = re.fullmatch(r"[a-z]{7,}", word)
    soft = (
        [m.start() + 2 for m in re.finditer(r"[aeiou][bcdfglmnprst][aeiou]", word) if 2 <= m.start() + 2 <= len(word) - 3]
        if letters
        else []
    )
    return own + [s - 1 for s in soft if s - 1 >= 2]


def break_lines(text: str, measure: float, indent: float) -> list[str]:
    """``text`` set in lines as a compositor would: greedy, a word broken where it helps."""
    lines, line, room = [], "", measure - indent
    words = text.split()
    while words:
        word = words.pop(0)
        trial = f"{line} {word}".strip()
        if width(trial) <= room:
            line = trial
            continue
        for at in reversed(_syllable_breaks(word)):
            head = word[:at] if word[:at].endswith("-") else word[:at] + "-"
            if line and width(f"{line} {head}") <= room:
                lines.append(f"{line} {head}")
                words.insert(0, word[at:])
                line, room = "", measure
                break
        else:
            lines.append(line)
            line, room = word, measure
    return [*lines, line] if line else lines


class Typesetter:
    """Sets a book line by line and keeps the truth beside it."""

    def __init__(self, seed: int = 7, first_page: int = 15, lines_a_page: int = LINES_A_PAGE) -> None:
        self.random = random.Random(seed)
        self.out: list[str] = []
        self.truth = Truth()
        self.page, self.on_page, self.full = first_page, 0, lines_a_page
        self.heads_at: set[int] = set()
        self.captions_at: dict[int, list[str]] = {}
        self.plates_after: dict[int, list[str]] = {}
        self.textless_after: set[int] = set()

    def prose(self, sentences: int) -> str:
        """A paragraph of our own sentences."""
        return " ".join(self.random.choice(SENTENCES) for _ in range(sentences))

    def line(self, text: str, *, blanks: tuple[str, ...] = ("",)) -> None:
        """One printed line; turns the page when the old one is full."""
        if self.on_page >= self.full:
            self.turn_page()
            self._first_on_page(text)
        else:
            self.out += [*blanks, f"{text} "] if self.out else [f" {text} "]
        self.on_page += 1

    def _first_on_page(self, text: str) -> None:
        if self.page in self.heads_at:
            self.truth.heads.append(self.page)
            self.out += ["", "", "", f"{self.page} THE HISTORY OF THE CIVIL WAR  ", "", f"{text} "]
        else:
            self.out.append(f" {text} ")

    def turn_page(self) -> None:
        """Close the page: caption at its foot, plates and textless pages behind it."""
        for caption in [self.captions_at.pop(self.page, None)]:
            if caption:
                self.out += ["", " ", *[x for part in caption for x in (f"{part} ", "")][:-1]]
                self.truth.captions.append(" ".join(caption))
        plate = self.plates_after.pop(self.page, None)
        if self.page in self.textless_after:
            self.page += 1
        self.page += 1
        self.on_page = 0
        if plate:
            self.out += [f" {plate[0]} ", *[x for part in plate[1:] for x in ("", f"{part} ")]]
            self.truth.captions.append(" ".join(plate))
            self.page += 1

    def paragraph(self, text: str, role: str = "body", *, clean: str | None = None) -> None:
        """One paragraph; ``clean`` is what an import should make of it where that differs."""
        narrow = role == "quotation"
        lines = break_lines(text, MEASURE - (INDENT if narrow else 0), INDENT)
        wanted = clean or text
        for k, line in enumerate(lines):
            self.line(line)
            if k == 0:
                self.truth.pages[wanted] = self.page
        self.truth.paragraphs.append((self.truth.sections[-1][0], role, wanted))

    def chapter(self, number: str, title: str) -> None:
        """A chapter opens on a page of its own."""
        if self.out:
            self.turn_page()
        self.out.append(f" Chapter {number} ")
        self.out += ["", f"{title} "]
        self.on_page = 6

    def section(self, section_id: str, numeral: str, *titles: str) -> None:
        """A numeral and a title in capitals; an empty numeral is one the scan has lost, at a page top."""
        if not numeral:
            self.turn_page()
            self.out.append(f" {titles[0]} ")
            titles = titles[1:]
            self.on_page = 1
        elif self.on_page > self.full - 6:
            self.turn_page()
            self.out.append(f" {numeral} ")
            self.on_page = 1
        else:
            self.out += ["", " ", "", f"{numeral} "]
            self.on_page += 2
        for title in titles:
            self.out += ["", f"{title} "]
            self.on_page += 1
        self.truth.sections.append((section_id, ""))

    def division(self, section_id: str) -> None:
        """An untitled closing part behind asterisks."""
        self.line("*     *     *")
        self.truth.sections.append((section_id, ""))

    def text(self) -> str:
        """The scan's text."""
        return "\n".join(self.out) + "\n"


def small_book(seed: int = 7) -> tuple[str, Truth]:
    """Two chapters with every trap of the real scan: lost and misread numerals, captions in mid-sentence, a plate,
    running heads, notes, a quotation of two paragraphs, a closing division, a dated appendix."""
    t = Typesetter(seed)
    t.heads_at = {16, 18, 19, 22}
    t.captions_at = {17: ["The ferry at Velsk", "From a drawing by O. Tann"], 20: ["Anna Dorn"]}
    t.plates_after = {18: ["Facsimile of the list kept by the river workers", "From a painting by L. Moor"]}
    note = iter(range(1, 100))
    t.chapter("One", "THE FERRY")
    t.section("1.1", "I", "FLOUR AND NAILS")
    for k in range(9):
        t.paragraph(t.prose(4))
        if k % 3 == 1:
            n = next(note)
            said = f"“{QUOTED[k % 3]}”"
            t.paragraph(f"Pavel Orsk said to the {['bakers', 'sailors', 'porters'][k // 3]}:")
            t.paragraph(f"{said}{n}", "quotation", clean=said)
    t.section("1.2", "2", "THE BATHHOUSE", "AND THE SCHOOL")
    for _ in range(8):
        t.paragraph(t.prose(5))
    t.division("1.end")
    for _ in range(3):
        t.paragraph(t.prose(4))
    t.chapter("Two", "THE BRIDGE")
    t.section("2.1", "1", "THE LOWER TOWN")
    for _ in range(7):
        t.paragraph(t.prose(4))
    t.section("2.2", "", "THE UPPER DISTRICT AND ITS WEATHER")
    for _ in range(6):
        t.paragraph(t.prose(5))
    t.turn_page()
    t.out += [
        " CHRONOLOGY OF IMPORTANT EVENTS ",
        "",
        "1917 ",
        "",
        "(Old Style throughout) ",
        "",
        " ",
        "",
        "August 30-31  ",
        "",
        "The ferry of Velsk is late. ",
    ]
    t.out += [
        "",
        "September 24-October 1 ",
        "",
        "The bakers of Brod open one ",
        "",
        "shop in three. ",
        "",
        "October 25 ",
        "",
        "Anna Dorn counts the sacks. ",
        "",
        "The council finds its roof. ",
    ]
    return t.text(), t.truth
