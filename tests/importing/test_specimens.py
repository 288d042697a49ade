"""The whole import on small books of our own that show every trap of the real scan."""

from __future__ import annotations

import pytest

from helpers.importing.pipeline import import_bytes
from helpers.model import TextEdition
from tests.specimens import Truth, small_book

SEEDS = range(1, 41)


def _imported(seed: int) -> tuple[TextEdition, Truth]:
    text, truth = small_book(seed)
    return import_bytes(text.encode(), profile="civil-war-2")[0], truth


@pytest.mark.parametrize("seed", SEEDS)
def test_sections_pages_captions_and_entries_are_exact(seed: int) -> None:
    edition, truth = _imported(seed)
    assert [s.id for s in edition.sections] == [s for s, _ in truth.sections] + ["A"]
    assert [p.text for p in edition.paragraphs() if p.role == "caption"] == truth.captions
    assert [p.pages().first for p in edition.paragraphs() if p.role == "running_head"] == truth.heads
    once = [text for text in truth.pages if sum(t == text for _, _, t in truth.paragraphs) == 1]
    wrong = {p.text: p.pages().first for p in edition.paragraphs() if p.text in once and p.pages().first != truth.pages[p.text]}
    assert wrong == {}
    assert [(e["os_start"], e["ns_end"]) for e in edition.entries] == [
        ("1917-08-30", "1917-09-13"),
        ("1917-09-24", "1917-10-14"),
        ("1917-10-25", "1917-11-07"),
        ("1917-10-25", "1917-11-07"),
    ]


def test_paragraphs_with_their_roles_are_found() -> None:
    hits = found = wanted = 0
    for seed in SEEDS:
        edition, truth = _imported(seed)
        got = {(p.section, p.role, p.text) for p in edition.paragraphs() if p.role in ("body", "quotation")}
        right = set(truth.paragraphs)
        hits, found, wanted = hits + len(got & right), found + len(got), wanted + len(right)
    assert hits / found >= 0.95
    assert hits / wanted >= 0.95


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_line_is_lost_and_none_stands_twice(seed: int) -> None:
    text, _ = small_book(seed)
    edition = import_bytes(text.encode(), profile="civil-war-2")[0]
    separators = {"*", "* * *"}
    letters = sorted("".join(c for c in text if c.isalpha()))
    kept = sorted("".join(c for p in edition.paragraphs() for c in p.text if c.isalpha() and p.text not in separators))
    assert kept == letters


def test_notes_are_taken_out_and_kept() -> None:
    edition, _ = _imported(1)
    notes = [(p.text[-1], mark) for p in edition.paragraphs() for _, mark in p.notes]
    assert notes == [("”", "1"), ("”", "2"), ("”", "3")]


def test_a_second_import_gives_the_same_edition() -> None:
    a, b = _imported(5)[0], _imported(5)[0]
    assert str(a.text) == str(b.text)
    assert list(a.paragraph_rows) == list(b.paragraph_rows)
