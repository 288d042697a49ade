"""The tables of facts: calendars agree, pages lie in their section, references resolve, sums are recomputed."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from helpers.dates import to_new_style
from helpers.home import CORPUS
from helpers.shipped import data_package
from helpers.tables import meets, page_range, select

PACKAGE = data_package(CORPUS)
TABLES = [name for name, r in PACKAGE.resources.items() if r["path"].startswith("tables/")]
SECTIONS = {s["id"]: s for s in PACKAGE.rows("sections")}
MINIMA = {
    "events": 950, "appendix_pairs": 182, "contradictions": 60, "places": 150, "regions": 15, "organisations": 200, "figures": 700, "people": 250,
    "absences": 30, "power": 44, "lexicon": 150, "disputes": 20, "misconceptions": 30, "sources": 30,
    "detector_scores": 18,
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_at_least_what_the_lessons_need(name: str) -> None:
    assert len(PACKAGE.rows(name)) >= MINIMA[name]


def test_every_table_that_the_lessons_rest_on_ships() -> None:
    assert sorted(TABLES) == sorted(MINIMA)


def test_the_appendix_is_told_entry_by_entry() -> None:
    assert sum(row["where_told"] == "appendix" for row in PACKAGE.rows("events")) >= 180
    assert all((row["section"] == "A") == (row["where_told"] == "appendix") for row in PACKAGE.rows("events"))


@pytest.mark.parametrize("name", [n for n in TABLES if "pages" in PACKAGE.columns(n)])
def test_pages_lie_inside_their_section(name: str) -> None:
    for row in PACKAGE.rows(name):
        first, last = page_range(row["pages"])
        section = SECTIONS[row["section"]]
        assert section["first_page"] <= first <= section["last_page"], row["id"]
        assert first <= last <= section["last_page"] + 6, row["id"]


def test_new_style_follows_from_old_style() -> None:
    full = re.compile(r"\d{4}-\d\d-\d\d")
    for row in PACKAGE.rows("events"):
        for end in ("start", "end"):
            old, new = row[f"os_{end}"], row[f"ns_{end}"]
            assert new == (to_new_style(old) if full.fullmatch(old) else ""), row["id"]
        assert row["os_start"] <= row["os_end"], row["id"]


def test_a_clock_time_goes_with_the_precision_that_says_so() -> None:
    for row in PACKAGE.rows("events"):
        if row["precision"] == "minute":
            assert row["clock"], row["id"]
        if row["precision"] in ("year", "month", "part_of_month"):
            assert not row["clock"], row["id"]


def test_actors_are_people_or_bodies_of_the_tables() -> None:
    known = {row["id"] for name in ("people", "organisations") for row in PACKAGE.rows(name)}
    unknown = Counter(actor for row in PACKAGE.rows("events") for actor in row["actors"].split(";") if actor and actor not in known)
    assert unknown == {}


def test_an_inferred_date_says_so() -> None:
    silent = [row["id"] for row in PACKAGE.rows("events") if not row["as_written"] and "infer" not in row["note"].lower()]
    assert silent == []


def test_a_day_is_never_printed_as_a_month_alone() -> None:
    cut = re.compile(r"(?:September|October|November)$")
    exact = [row for row in PACKAGE.rows("events") if row["precision"] in ("day", "part_of_day", "hour")]
    assert [row["id"] for row in exact if cut.search(row["as_written"])] == []


def test_what_is_contradicted_names_the_other_place() -> None:
    assert [row["id"] for row in PACKAGE.rows("events") if row["status"] == "contradicted" and not row["note"]] == []


def test_an_event_is_contradicted_exactly_where_a_contradiction_names_it() -> None:
    named = {event for row in PACKAGE.rows("contradictions") for event in row["event_ids"].split(";") if event}
    assert {row["id"] for row in PACKAGE.rows("events") if row["status"] == "contradicted"} == named


def test_events_stand_in_the_order_of_telling() -> None:
    rows = PACKAGE.rows("events")
    order = list(SECTIONS)
    assert [row["id"] for row in rows] == [row["id"] for row in sorted(rows, key=lambda r: order.index(r["section"]))]
    told = [row for row in rows if row["where_told"] == "narrative"]
    for before, row in pairwise(told):
        latest = page_range(row["pages"])[0] + row["page_doubtful"]
        assert before["section"] != row["section"] or page_range(before["pages"])[0] <= latest, row["id"]


@pytest.mark.parametrize("name", [n for n in TABLES if "note" in PACKAGE.columns(n)])
def test_a_note_sends_the_reader_to_a_page_never_to_a_line_of_a_scan(name: str) -> None:
    bare = re.compile(r"(?<![\d,.])(?!1[789]\d\d(?!\d))\d{4,5}(?![\d,])|\blines? \d")
    assert [row["note"] for row in PACKAGE.rows(name) if bare.search(row["note"])] == []


def _value_of(formula: str, values: dict[str, float]) -> float:
    """The value of a formula of the table ``figures``: ids, numbers, + - * / and brackets, nothing else."""
    numbers = re.sub(r"[a-z0-9]+(?:-[a-z0-9]+)+", lambda match: repr(float(values[match[0]])), formula)
    assert re.fullmatch(r"[\d.\s+*/()-]+", numbers), formula
    return float(eval(numbers))


def test_sums_are_recomputed() -> None:
    rows = PACKAGE.rows("figures")
    values = {row["id"]: row["value"] for row in rows if row["value"] is not None}
    checked: list[dict[str, Any]] = [row for row in rows if row["formula"]]
    assert len(checked) >= 20
    for row in checked:
        found = _value_of(row["formula"], values)
        holds = abs(found - row["value"]) < (0.5 if row["value"] >= 1 else 0.005)
        assert row["check"].startswith("holds: " if holds else "fails: "), row["id"]
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", row["check"])]
        assert numbers == pytest.approx([found, row["value"]], abs=0.01), row["id"]
    assert any(row["check"].startswith("fails") for row in checked)


def test_counts_of_people_and_absences_equal_the_measures() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for row in PACKAGE.rows("entity_leaf"):
        counts[(row["kind"], row["id"])] += row["count"]
    assert {r["id"]: r["n_here"] for r in PACKAGE.rows("people")} == {r["id"]: counts[("person", r["id"])] for r in PACKAGE.rows("people")}
    assert {r["id"]: r["n_here"] for r in PACKAGE.rows("absences")} == {
        r["id"]: counts[("absence", r["id"])] for r in PACKAGE.rows("absences")
    }
    there = {r["id"]: r["count"] for r in PACKAGE.rows("reference_entities")}
    assert {r["id"]: r["n_ten_days"] for r in PACKAGE.rows("absences")} == there


@pytest.mark.parametrize(
    ("kind", "table"), [("person", "people"), ("place", "places"), ("organisation", "organisations"), ("absence", "absences")]
)
def test_every_mention_belongs_to_a_row(kind: str, table: str) -> None:
    known = {row["id"] for row in PACKAGE.rows(table)}
    assert {row["id"] for row in PACKAGE.rows("entity_leaf") if row["kind"] == kind} <= known


def test_an_outside_fact_names_a_source_that_was_read() -> None:
    how = {row["id"]: row["how_read"] for row in PACKAGE.rows("sources")}
    for row in PACKAGE.rows("people"):
        sources = [s for s in row["source_id"].split(";") if s]
        if row["born"] or row["died"] or row["fate"]:
            assert sources, row["id"]
        if row["status"] == "confirmed":
            assert any(s == "book" or how[s] != "named_only" for s in sources), row["id"]
    for row in PACKAGE.rows("absences"):
        if row["status"] == "confirmed":
            assert any(how[s] != "named_only" for s in row["source_id"].split(";") if s), row["id"]


def test_coordinates_lie_where_the_book_plays() -> None:
    for row in PACKAGE.rows("places"):
        if row["latitude"] is not None and row["region_id"] != "abroad":
            assert 35 <= row["latitude"] <= 72, row["id"]
            assert 18 <= row["longitude"] <= 180, row["id"]


@pytest.mark.parametrize(
    ("span", "asked", "answer"),
    [
        (("1917-10-24", "1917-10-26"), ("1917-10-26", "1917-10-28"), True),
        (("1917-10-24", "1917-10-25"), ("1917-10-26", None), False),
        (("1917-10", "1917-10"), ("1917-10-26", "1917-10-26"), True),
        (("1917", "1917"), (None, "1916"), False),
        (("1917-10-28/1917-11-01", "1917-10-28/1917-11-01"), ("1917-11-01", None), True),
    ],
)
def test_a_row_counts_if_its_span_meets_the_range(span: tuple[str, str], asked: tuple[str | None, str | None], answer: bool) -> None:
    assert meets(*span, *asked) is answer


def test_select_names_the_place_and_keeps_the_order() -> None:
    rows = select("events", PACKAGE.rows("events"), begin="1917-10-25", stop="1917-10-25", place="Smolny", places=PACKAGE.rows("places"))
    assert rows
    assert {row["place"].split("; ")[0] for row in rows} == {"Smolny"}
    order = [row["id"] for row in PACKAGE.rows("events")]
    assert [row["id"] for row in rows] == sorted((row["id"] for row in rows), key=order.index)
