"""Quotation marks find their partners over paragraphs; what has none is named."""

from __future__ import annotations

import pytest

from helpers.detecting.marks import Block, find_marks, pair_marks


def blocks(*texts: str | tuple[str, str]) -> list[Block]:
    """Blocks of these texts, body unless a role stands before."""
    return [Block(k, "body", t) if isinstance(t, str) else Block(k, t[0], t[1]) for k, t in enumerate(texts)]


def spans(*texts: str | tuple[str, str]) -> list[tuple[int, int, int, int, bool]]:
    """(first, opening, last, closing, balanced) of every quotation."""
    return [(x.first, x.opening, x.last, x.closing, x.balanced) for x in pair_marks(blocks(*texts))[0]]


def oddities(*texts: str | tuple[str, str]) -> list[tuple[int, int, str]]:
    """(place, ordinal, what) of every odd mark."""
    return [(o.place, o.ordinal, o.what) for o in pair_marks(blocks(*texts))[1]]


def test_each_pair_in_a_paragraph_is_a_quotation() -> None:
    assert spans("“Flour,” she said, “and nails.”") == [(0, 1, 0, 1, True), (0, 2, 0, 2, True)]


def test_a_quotation_goes_on_over_paragraphs_that_open_with_a_mark_again() -> None:
    texts = ["She read:", ("quotation", "“Flour first."), ("quotation", "“Nails then."), ("quotation", "“Salt last.”"), "They left."]
    assert spans(*texts) == [(1, 1, 3, 1, True)]
    assert oddities(*texts) == []


def test_a_list_without_marks_inside_a_quotation_belongs_to_it() -> None:
    assert spans(("quotation", "“We need:"), ("list", "1. flour"), ("list", "2. nails.”"), "They left.") == [(0, 1, 2, 1, True)]


def test_signatures_between_a_quotation_and_its_closing_mark_belong_to_it() -> None:
    assert spans(("quotation", "“Close the ferry. Signed:"), "Dorn", "Orsk, for the bakers.”", "They left.") == [(0, 1, 2, 1, True)]


def test_marks_inside_an_open_quotation_belong_to_the_outer_one() -> None:
    text = "“He called it “a trifle” and left,” she said. “‘Trifle’ is good.”"
    assert spans(text) == [(0, 1, 0, 2, True), (0, 3, 0, 3, True)]
    assert oddities(text) == [(0, 2, "opens inside another")]


def test_a_quotation_that_is_never_closed_ends_with_its_own_paragraph_and_is_named() -> None:
    texts = ["She said: “The ferry is late.", "The whole harbour waited for it that evening, and nobody spoke of anything else."]
    assert spans(*texts) == [(0, 1, 0, 0, False)]
    assert oddities(*texts) == [(0, 1, "never closed")]


def test_pairs_inside_a_quotation_that_is_never_closed_stand_for_themselves() -> None:
    text = "“The straw is gone. “This,” wrote Dorn, “is bad.”"
    assert spans(
        text, "A plain paragraph of more words follows, without any mark at all, about the harbour and the ferry and the weather there."
    ) == [
        (0, 1, 0, 0, False),
        (0, 2, 0, 1, True),
        (0, 3, 0, 2, True),
    ]


def test_a_closing_mark_without_an_opening_one_is_named() -> None:
    assert oddities("The ferry is late,” she said.") == [(0, 1, "closes nothing")]
    assert spans("The ferry is late,” she said.") == []


def test_a_block_quotation_without_marks_is_a_quotation_by_itself() -> None:
    assert spans("She read:", ("quotation", "The ferry is closed.")) == [(1, 0, 1, 0, True)]


def test_ditto_signs_are_no_marks_but_are_numbered() -> None:
    assert spans(("table", "“Nails “ 3 “ 4 boxes.”")) == [(0, 1, 0, 1, True)]
    assert [m.ordinal for m in find_marks("“ 10th “ and “so”")] == [3, 1]


def test_straight_marks_pair_by_what_stands_before_and_behind() -> None:
    assert spans('He said "no" and ("yes").') == [(0, 1, 0, 1, True), (0, 2, 0, 2, True)]


@pytest.mark.parametrize("text", ["", "“", "”", "““““", "””””", "“ “ “", '"', '"""""', "“”" * 3])
def test_odd_texts_pair_without_an_error(text: str) -> None:
    found, _ = pair_marks(blocks(text))
    assert all(0 <= x.begin <= x.end <= len(text) for x in found)
