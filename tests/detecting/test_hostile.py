"""Odd text: no detector throws, every offset stays inside, and time grows with the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.detecting.agents import find_deeds
from helpers.detecting.quotations import ledger
from helpers.detecting.reports import find_reports
from helpers.detecting.scare_quotes import short_spans
from tests.detecting.conftest import TABLES, edition_of

WORDS = (
    '“ ” ‘ ’ " . , : — … said Dorn Orsk he they the_workers and that was taken_by of_the The Committee Soviet order admitted X İ é 7 ’s -'
)
BITS = st.sampled_from([*(word.replace("_", " ") for word in WORDS.split()), "\n", "\u200b", "General Bolshevik"])
ROLES = st.sampled_from(["body", "quotation", "dialogue", "list", "table", "caption"])
PARAGRAPHS = st.lists(st.tuples(ROLES, st.lists(BITS, max_size=25).map(" ".join)), max_size=8)


def run_all(paragraphs: list[tuple[str, str]]) -> int:
    """Run every detector on these paragraphs; the number of quotations."""
    edition = edition_of(paragraphs)
    found = ledger(edition, TABLES)
    for part in found.sections:
        find_reports(part)
        for scene in part.scenes.values():
            list(find_deeds(scene))
    short_spans(edition, found.quotations)
    for q in found.quotations:
        text = edition.paragraph(q.place).text
        assert 0 <= q.begin <= len(text)
        assert q.words >= 0
    return len(found.quotations)


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS)
def test_no_text_of_marks_names_and_verbs_throws(paragraphs: list[tuple[str, str]]) -> None:
    run_all(paragraphs)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ROLES, st.text(max_size=120)), max_size=5))
def test_no_text_at_all_throws(paragraphs: list[tuple[str, str]]) -> None:
    run_all(paragraphs)


@pytest.mark.parametrize(
    "bit",
    [
        "“Dorn said that ” ", "Dorn and Orsk and ", "the Committee of the ", "A-", "Big ", "“", "he said, ", "the workers of the ", "was taken by ",
        "”", "that ", "Soviet of Workers’ and ", "(", "_", "said “", "Dorn’s ", ", ", "— ", "order ", "General ",
    ],
)  # fmt: skip
def test_time_grows_in_proportion(bit: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()  # other work on the machine stretches it less
        run_all([("body", bit * times)])
        return time.process_time() - begun

    seconds(20)
    small, large = (min(seconds(times) for _ in range(2)) for times in (100, 800))
    assert large <= 20 * small + 0.3, f"{bit!r}: {small:.3f} s for 100, {large:.3f} s for 800"
