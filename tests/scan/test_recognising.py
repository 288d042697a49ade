"""Is it the book? Right at 3 % scanning noise and in part; another book on the same months is not accepted."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from helpers.importing.pipeline import import_bytes
from helpers.importing.recognising import Verdict, recognise
from helpers.shipped import data_package
from tests.promises import trials


def _verdict(data: bytes) -> Verdict:
    edition, _ = import_bytes(data)
    return recognise(edition, data_package().coded("leaf_tokens"))


def _noisy(text: str, share: float, seed: int) -> str:
    """``text`` with this share of its letters replaced, lost or doubled."""
    dice = random.Random(seed)
    out = []
    for char in text:
        if char.isalpha() and dice.random() < share:
            kind = dice.random()
            char = dice.choice("abcdefghijklmnopqrstuvwxyz") if kind < 0.6 else "" if kind < 0.8 else char + dice.choice("aeiou")
        out.append(char)
    return "".join(out)


@pytest.mark.promise("book-recognised")
@pytest.mark.parametrize("seed", range(1, trials("book-recognised") + 1))
def test_the_book_is_recognised_at_three_per_cent_noise(scan: Path, seed: int) -> None:
    assert _verdict(_noisy(scan.read_text(encoding="utf-8"), 0.03, seed).encode()).kind == "book"


def test_a_third_of_the_book_is_a_part_with_its_sections(scan: Path) -> None:
    text = scan.read_text(encoding="utf-8")
    verdict = _verdict(text[: len(text) // 3].encode())
    assert verdict.kind == "part"
    assert verdict.found[0] == "1.1"
    assert "9.1" not in verdict.found + verdict.partly


@pytest.mark.promise("other-refused")
def test_another_book_is_not_accepted(ten_days: Path) -> None:
    verdict = _verdict(ten_days.read_bytes())
    assert (verdict.kind, verdict.found) == ("other", ())


def test_reordered_and_doubled_text_is_still_the_book(scan: Path) -> None:
    text = scan.read_text(encoding="utf-8")
    half = len(text) // 2
    assert _verdict((text[half:] + text[:half] + text[: half // 2]).encode()).kind == "book"
