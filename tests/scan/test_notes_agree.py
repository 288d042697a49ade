"""The import of the real scan against four close readings of it: line numbers, pages and single words only."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from helpers.importing.assembling import RUNNING
from helpers.importing.correcting import correct
from helpers.importing.furniture import mark_captions, mark_footnotes
from helpers.importing.headings import map_numbered_sections
from helpers.importing.hyphens import decide_hyphens
from helpers.importing.lines import Line, split_lines
from helpers.importing.paging import mark_page_starts, mark_running_heads, number_pages
from helpers.importing.pipeline import Findings, import_bytes
from helpers.importing.profiles import CIVIL_WAR
from helpers.model import TextEdition
from helpers.words import words
from tests.conftest import ROOT, scan_path

DATA = Path(__file__).resolve().parents[1] / "data"

HEADS = (18, 22, 28, 47, 65, 118, 122, 200, 203, 205, 211, 260, 265, 268, 323, 324, 348, 404, 498, 504, 557, 578, 598)

SECTIONS = (
    """
1.1 15 30|1.2 30 37|1.3 37 47|1.4 47 56|2.1 57 64|2.2 64 73|2.3 73 93|2.4 93 103|2.5 103 108|2.6 108 117|2.7 117 126|2.8 127 129
2.9 129 143|2.10 144 151|2.11 151 164|2.12 165 170|2.13 170 176|2.14 176 183|2.end 183 185|3.1 187 202|3.2 202 209|3.3 209 229|4.1 230 244
4.2 244 254|4.3 254 271|4.4 271 276|4.5 276 288|4.6 288 297|4.7 298 309|4.8 310 317|5.1 318 331|5.2 332 345|6.1 347 360|6.2 361 376
6.3 376 388|6.4 388 400|6.5 400 418|7.1 419 433|7.2 434 438|7.3 438 449|7.4 449 463|7.5 463 479|7.6 480 489|7.7 489 493|7.8 494 503
7.9 503 508|7.end 508 510|8.1 511 515|8.2 515 529|8.3 529 554|8.4 554 567|8.5 567 579|9.1 580 596|9.2 596 608|9.3 608 614|9.4 614 621
9.5 621 640|9.6 640 642|9.end 642 644|A 645 657
""".strip()
    .replace("\n", "|")
    .split("|")
)

EXACT = ((1, 16167), (19295, 19877), (23781, 23926), (25557, 35622), (35969, 51299))
"""Line ranges whose pages the readings call certain."""


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_all_running_heads_are_found_with_their_pages(imported: tuple[TextEdition, Findings]) -> None:
    edition, found = imported
    assert tuple(p.pages().first for p in edition.paragraphs() if p.role == "running_head") == HEADS
    assert found.running_heads == len(HEADS)


def test_every_section_division_and_the_appendix_with_its_pages(imported: tuple[TextEdition, Findings]) -> None:
    assert [f"{s.id} {s.pages.first} {s.pages.last}" for s in imported[0].sections] == SECTIONS


def test_every_page_starts_on_the_line_that_the_readings_name(imported: tuple[TextEdition, Findings]) -> None:
    first: dict[int, int] = {}
    for line in _paged_lines():
        first.setdefault(line.page, line.number)
    wrong = [row for row in _rows("page_starts") if first.get(int(row["page"])) != int(row["line"])]
    assert wrong == []


def _paged_lines() -> list[Line]:
    """The scan's lines with their pages, taken again from the steps that the import uses."""
    path = scan_path()
    assert path is not None
    lines = split_lines(path.read_text(encoding="utf-8"))
    heads = mark_running_heads(lines, CIVIL_WAR)
    mark_page_starts(lines, CIVIL_WAR, heads)
    number_pages(lines, CIVIL_WAR, heads)
    return lines


def test_doubt_is_where_the_readings_have_it(imported: tuple[TextEdition, Findings]) -> None:
    for line in _paged_lines():
        certain = any(a <= line.number <= b for a, b in EXACT)
        assert line.doubtful != certain or 14139 <= line.number <= 15093, line.number


def test_every_text_line_of_the_scan_is_in_exactly_one_paragraph(imported: tuple[TextEdition, Findings]) -> None:
    """Letter for letter, but for what corrections changed and note numbers, which are no letters."""
    edition, found = imported
    path = scan_path()
    assert path is not None
    source = Counter(c for c in path.read_text(encoding="utf-8") if c.isalpha())
    kept = Counter(c for p in edition.paragraphs() for c in p.text if c.isalpha())
    for c in found.corrections:
        source.subtract(x for x in c.printed if x.isalpha())
        source.update(x for x in c.read if x.isalpha())
    assert {c: n for c, n in (source - kept).items() if n} == {}
    assert {c: n for c, n in (kept - source).items() if n} == {}


def test_line_end_hyphens(imported: tuple[TextEdition, Findings]) -> None:
    """Hyphens that the readings decided by hand: at least 99.5 % right without the list of exceptions."""

    rows = _rows("hyphens")
    lines = [line for line in _prepared_lines() if line.role in RUNNING]
    decide_hyphens(lines, CIVIL_WAR.hyphens)
    kept = {line.number: line.hyphen for line in lines}
    wrong = [r["line"] for r in rows if kept.get(int(r["line"])) != ("true" if r["keep"] == "1" else "soft")]
    assert len(wrong) <= 0.005 * len(rows), f"{len(wrong)} of {len(rows)}: lines {wrong[:20]}"


def _prepared_lines() -> list[Line]:
    """The scan's lines after the steps that come before hyphens."""
    lines = _paged_lines()
    correct(lines, CIVIL_WAR.corrections)
    units = map_numbered_sections(lines, CIVIL_WAR)
    dated = {k for k, u in enumerate(units) if u.kind == "appendix"}
    mark_footnotes(lines)
    mark_captions([line for line in lines if line.unit not in dated])
    return lines


def test_captions_are_the_lines_that_the_readings_list(imported: tuple[TextEdition, Findings]) -> None:
    """Chapters One, Two and Six to Nine, whose captions the readings list one by one; 46 blocks in the others."""
    captions = {line.number for line in _prepared_lines() if line.role == "caption" and not 14139 <= line.number <= 25556}
    wanted = {n for r in _rows("captions") for n in range(int(r["first_line"]), int(r["last_line"]) + 1)}
    text_lines = {line.number for line in _prepared_lines()}
    assert captions == wanted & text_lines


JOINS = """82 99 surrounding forest|119 130 rowed across|218 223 engine|317 325 place was found|554 560 place among|1953 1960 government
2623 2629 soviets|3950 3954 strategical moment|4127 4131 armed forces|5283 5287 against the|9741 9745 during the|9785 9794 past six|9882 9886 i have seen
10009 10019 revolutionary committees|13069 13077 and lezghians|27136 27144 petrograd|28696 28702 shattered|28746 28753 attracted|33817 33824 informed
30196 30202 several|38995 38999 twenty-five|19590 19596 arrived|23777 23783 recommended|15090 15096 endorsed|14412 14416 military|16369 16378 religious""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize("join", JOINS)
def test_text_closes_up_around_what_interrupts_it(imported: tuple[TextEdition, Findings], join: str) -> None:
    edition, _ = imported
    before, after, joined = join.split(" ", 2)
    found = [
        p for p in edition.paragraphs() if p.role not in ("caption", "heading") and p.lines[0] <= int(before) and p.lines[1] >= int(after)
    ]
    assert len(found) == 1
    assert joined in " ".join(words(found[0].text))


def test_paragraph_boundaries_agree_with_a_thousand_pairs_marked_by_hand(imported: tuple[TextEdition, Findings]) -> None:
    """F1 of the boundaries; the pairs were drawn and marked before the rule was tuned (tests/data/README.md)."""
    edition, _ = imported
    starts = {p.lines[0] for p in edition.paragraphs()}
    hit = false = missed = 0
    for row in _rows("paragraph_marks"):
        found, wanted = int(row["line_b"]) in starts, row["new_paragraph"] == "1"
        hit, false, missed = hit + (found and wanted), false + (found and not wanted), missed + (wanted and not found)
    assert hit + missed >= 140
    f1 = 2 * hit / (2 * hit + false + missed)
    assert f1 >= 0.97, f"F1 {f1:.3f}: {false} false, {missed} missed"


def test_the_appendix_has_its_entries_with_both_calendars(imported: tuple[TextEdition, Findings]) -> None:
    edition, _ = imported
    assert len(edition.entries) == 180
    wanted = [(r["first_line"], r["os_start"], r["os_end"], r["ns_start"], r["ns_end"]) for r in _rows("appendix_entries")]
    lines = {p.id: p.lines[0] for p in edition.paragraphs("A")}
    got = [(str(lines[e["paragraph"]]), e["os_start"], e["os_end"], e["ns_start"], e["ns_end"]) for e in edition.entries]
    assert got == wanted


def test_note_numbers_run_through_every_chapter(imported: tuple[TextEdition, Findings]) -> None:
    """Counts and oddities as the readings have them: misprints in chapters 3, 5, 6; four numbers lost in all."""
    edition, found = imported
    by_chapter: dict[int, list[int]] = {}
    for section in edition.sections:
        for p in edition.paragraphs(section.id):
            by_chapter.setdefault(section.chapter, []).extend(int(mark) for _, mark in p.notes if mark.isdigit())
    lost = {2: {67}, 5: {47}, 6: {2, 24}}
    for chapter, last in {1: 56, 2: 92, 3: 55, 4: 80, 5: 56, 6: 134, 7: 79, 8: 106, 9: 108}.items():
        assert by_chapter[chapter] == [n for n in range(1, last + 1) if n not in lost.get(chapter, set())], chapter
    assert sum("prints note" in odd for odd in found.note_oddities) == 6


ROLES_BY_LINE = "roles_cases"


def test_roles_on_the_cases_that_the_readings_name(imported: tuple[TextEdition, Findings]) -> None:
    edition, _ = imported
    role_of: dict[int, str] = {}
    for p in edition.paragraphs():
        if p.role not in ("caption", "running_head"):
            for n in range(p.lines[0], p.lines[1] + 1):
                role_of.setdefault(n, p.role)
    rows = _rows(ROLES_BY_LINE)
    wrong = [(r["line"], r["role"], role_of.get(int(r["line"]))) for r in rows if role_of.get(int(r["line"])) != r["role"]]
    assert len(wrong) <= 0.05 * len(rows), f"{len(wrong)} of {len(rows)}: {wrong[:20]}"


def test_import_takes_little_time_and_memory(scan: Path, tmp_path: Path) -> None:
    """Wall time and peak memory (VmHWM, in kB) of a process that imports the scan: report, comparison and files included."""
    if not Path("/proc/self/status").exists():
        pytest.skip("peak memory is read from /proc")
    code = (
        "import pathlib, sys; from helpers.bringing import bring_in; bring_in(pathlib.Path(sys.argv[1]));"
        "print(pathlib.Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    times, peak = [], 0
    for _ in range(3):
        begun = time.perf_counter()
        out = subprocess.run(
            [sys.executable, "-c", code, str(scan)],
            cwd=ROOT,
            env={**os.environ, "STUDY_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        )
        times.append(time.perf_counter() - begun)
        peak = int(out.stdout)
    assert peak <= 150 * 1024
    assert min(times) <= 5.0  # the aim is 2.5 s; the bench prints the figure, this guards against a slip on a loaded machine


def test_import_time_grows_in_proportion(scan: Path) -> None:
    data = scan.read_bytes()
    third = data[: len(data) // 3]

    def seconds(source: bytes) -> float:
        begun = time.perf_counter()
        import_bytes(source)
        return time.perf_counter() - begun

    assert seconds(third * 6) <= 14 * min(seconds(third), seconds(third))  # six times the text, with room for noise
