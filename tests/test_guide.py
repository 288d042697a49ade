"""The reading guide: form, references, readability, and numbers that stand on the page that is named."""

from __future__ import annotations

import re
from collections import defaultdict
from statistics import median

import pytest

from helpers.guide import HEADINGS, GuideSection, build_guide, counter_from_measures, fill_counts, parse_guide_section, read_guide
from helpers.home import CORPUS, GUIDE
from helpers.model import CorpusError, TextEdition
from helpers.printing import guide_page
from helpers.shipped import data_package

PACKAGE = data_package(CORPUS)
SECTIONS = read_guide(GUIDE)
BOOK = {row["id"]: row for row in PACKAGE.rows("sections")}
COUNT = counter_from_measures(PACKAGE.coded("leaf_tokens"))
ACCOUNT = "What the section tells"
MARK = re.compile(r"\[(?:pp?\. |source: )[^\]]+\]|\*|\{\{[^}]+\}\}")
IDS = [section.id for section in SECTIONS]


def _plain(text: str) -> str:
    return MARK.sub("", text)


def test_reading_order_follows_the_book() -> None:
    assert [id_ for id_ in BOOK if id_ in IDS] == IDS
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("section", SECTIONS, ids=IDS)
def test_front_matter_agrees_with_the_book_and_the_tables(section: GuideSection) -> None:
    book = BOOK[section.id]
    assert list(section.meta["pages"]) == [book["first_page"], book["last_page"]]
    assert section.meta["printed_title"].replace("’", "'") == book["title"].replace("’", "'")
    for key in ("people", "places", "organisations"):
        known = {row["id"] for row in PACKAGE.rows(key)}
        assert [id_ for id_ in section.meta[key] if id_ not in known] == []
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4}", day) for day in section.meta["dates"])


@pytest.mark.parametrize("section", SECTIONS, ids=IDS)
def test_each_part_has_its_form(section: GuideSection) -> None:
    assert len(section.parts["Gist"].split()) <= 60
    words = len(_plain(section.parts[ACCOUNT]).split())
    assert words >= (250 if BOOK[section.id]["kind"] == "division" else 400)
    for paragraph in re.split(r"\n\s*\n", section.parts[ACCOUNT]):
        assert re.search(r"\[pp?\. [^\]]+\]$", paragraph.strip()), paragraph[-60:]
    assert len(re.findall(r"^\d\. ", section.parts["Ask of it"], re.MULTILINE)) == 3
    assert len(re.findall(r"^- ", section.parts["How it tells it"], re.MULTILINE)) >= 2
    assert "!" not in "".join(section.parts.values())


@pytest.mark.parametrize("section", SECTIONS, ids=IDS)
def test_page_marks_lie_in_the_section(section: GuideSection) -> None:
    book = BOOK[section.id]
    for mark in re.findall(r"\[pp?\. ([^\]]+)\]", section.parts[ACCOUNT]):
        pages = [int(n) for n in re.findall(r"\d+", mark)]
        assert book["first_page"] <= min(pages)
        assert max(pages) <= book["last_page"] + 1


@pytest.mark.parametrize("section", SECTIONS, ids=IDS)
def test_outside_facts_name_a_source_that_was_read(section: GuideSection) -> None:
    how = {row["id"]: row["how_read"] for row in PACKAGE.rows("sources")}
    named = re.findall(r"\[source: ([^\]]+)\]", "".join(section.parts.values()))
    assert [s for s in named if how.get(s, "named_only") == "named_only"] == []


@pytest.mark.parametrize("section", SECTIONS, ids=IDS)
def test_every_count_is_filled_in_from_the_measures(section: GuideSection) -> None:
    filled = "".join(fill_counts(body, section.id, COUNT) for body in section.parts.values())
    assert "{{" not in filled
    for where in re.findall(r"\{\{n: [^}@]+ @([^}]+)\}\}", "".join(section.parts.values())):
        assert where == "book" or where in BOOK


def test_no_two_sections_open_alike() -> None:
    openings = [" ".join(section.parts[ACCOUNT].split()[:4]).lower() for section in SECTIONS]
    assert len(set(openings)) == len(openings)


def test_readability() -> None:
    """Flesch–Kincaid grade: the median gist at most 10, the median account at most 12."""
    import textstat

    gists = [textstat.flesch_kincaid_grade(section.parts["Gist"]) for section in SECTIONS]
    accounts = [textstat.flesch_kincaid_grade(_plain(section.parts[ACCOUNT])) for section in SECTIONS]
    assert median(gists) <= 10
    assert median(accounts) <= 12


def test_the_guide_is_an_edition_like_any_other() -> None:
    guide = build_guide(SECTIONS, COUNT)
    assert [s.id for s in guide.sections] == IDS
    first = next(p for p in guide.paragraphs(IDS[0]) if p.page_turns)
    assert guide.find(first.text[:40])[0].paragraph == first.id
    assert guide.count("the", section=IDS[0]) > 20
    assert "[p." not in str(guide.text)


def test_the_printed_page_holds_every_section_and_asks_nothing_of_the_network() -> None:
    page = guide_page(SECTIONS, COUNT, PACKAGE.rows("sources"))
    assert page.count("<section ") == len(SECTIONS)
    assert page.count("<h3>") == len(SECTIONS) * len(HEADINGS)
    assert "http" not in page
    assert "{{" not in page
    assert "[source:" not in page


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("# no front matter", "no front matter"),
        ("---\nid: 2.4 and\n---\n", "not JSON"),
        ('---\nid: "2.4"\n---\n', "the front matter has id"),
    ],
)
def test_a_file_out_of_form_is_named(text: str, sentence: str) -> None:
    with pytest.raises(CorpusError, match=sentence):
        parse_guide_section(text, "x.md")


ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
OTHERS = {"half": 2, "hundred": 100, "thousand": 1000, "million": 1000000, "dozen": 12, "score": 20, "twice": 2}


def _numbers(text: str) -> set[str]:
    """Numbers in figures and words; a comma between thousands is passed over."""
    low = re.sub(r"(?<=\d),(?=\d{3})", "", text.lower())
    found = set(re.findall(r"\d+", low))
    words = re.findall(r"[a-z]+", low)
    for k, word in enumerate(words):
        ordinal = re.sub(r"(?:th|s)$", "", word)
        if word in ONES or ordinal in ONES:
            found.add(str(ONES.index(word if word in ONES else ordinal)))
        if word in OTHERS or ordinal in OTHERS:
            found.add(str(OTHERS.get(word) or OTHERS.get(ordinal)))
        if word in TENS:
            found.add(str(TENS[word]))
            if k + 1 < len(words) and words[k + 1] in ONES[1:10]:
                found.add(str(TENS[word] + ONES.index(words[k + 1])))
    return found


@pytest.fixture(scope="module")
def numbers_by_page(imported: tuple[TextEdition, object]) -> dict[int, set[str]]:
    """Numbers on each printed page of the book, and of the tables' rows for it."""
    found: dict[int, set[str]] = defaultdict(set)
    for p in imported[0].paragraphs():
        ends = [o for o, _, _ in p.page_turns[1:]] + [len(p.text)]
        for (begin, page, _), end in zip(p.page_turns, ends, strict=True):
            found[page] |= _numbers(p.text[max(begin - 12, 0) : end + 12])
    for name in ("events", "figures"):
        for row in PACKAGE.rows(name):
            page = int(re.findall(r"\d+", row["pages"])[0])
            for column in ("summary", "note", "os_start", "os_end", "clock", "value", "value_to"):
                if row.get(column):
                    value = row[column]
                    found[page] |= _numbers(f"{value:g}" if isinstance(value, float) else str(value).replace("-0", "-").replace("-", " "))
    return found


@pytest.mark.parametrize("section", SECTIONS, ids=IDS)
def test_numbers_stand_on_the_page_that_is_named(section: GuideSection, numbers_by_page: dict[int, set[str]]) -> None:
    """At most one number in twenty may be our own sum or come from a neighbouring page; the year 1917 is passed over."""
    wrong: list[tuple[str, str]] = []
    total = 0
    for paragraph in re.split(r"\n\s*\n", section.parts[ACCOUNT]):
        marks = list(re.finditer(r"\[pp?\. ([^\]]+)\]", paragraph))
        begin = 0
        for mark in marks:
            pages = [int(n) for n in re.findall(r"\d+", mark[1])]
            there = set().union(*(numbers_by_page[n] for n in range(min(pages) - 1, max(pages) + 2)))
            asked = _numbers(_plain(paragraph[begin : mark.start()])) - {"1917", "0", "1", "2", "3", "4", "5"}
            total += len(asked)
            wrong += [(mark[1], n) for n in sorted(asked - there)]
            begin = mark.end()
    assert len(wrong) <= max(2, total // 20), wrong
