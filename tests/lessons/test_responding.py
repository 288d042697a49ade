"""What a reader is told: predictions are never marked, closed items meet each wrong answer, evidence names its row."""

from __future__ import annotations

import pytest

from helpers.lessons.evidence import EVIDENCE, check, pages_in
from helpers.lessons.plan import Item, Model, Option
from helpers.lessons.responding import Notice, compared, respond
from helpers.loading import open_corpus

CORPUS = open_corpus()
CHOICE = Item(
    "c",
    "check",
    "choice",
    "Which?",
    options=(
        Option("good", "this", "Exactly.", right=True),
        Option("odd", "that", "Not that."),
        Option("trap", "the trap", misconception="always-thirteen-days"),
    ),
    about="Because.",
)
TRAP = Option("13", "thirteen", misconception="always-thirteen-days")
GAP = Item("g", "check", "number", "How many?", key="gap_in_1861", unit="days", near=1, about="The gap grows.", options=(TRAP,))


def test_a_right_answer_says_why() -> None:
    assert respond(CHOICE, "good", CORPUS) == [Notice("right", "Exactly. Because.")]


def test_a_wrong_answer_gets_its_own_feedback_and_not_the_solution() -> None:
    assert respond(CHOICE, "odd", CORPUS) == [Notice("not quite", "Not that.")]


def test_a_misconception_gets_the_feedback_of_the_table() -> None:
    (notice,) = respond(CHOICE, "trap", CORPUS)
    row = next(r for r in CORPUS.tables.rows("misconceptions") if r["id"] == "always-thirteen-days")
    assert notice == Notice("not quite", row["feedback"])


@pytest.mark.parametrize(("given", "kind"), [(12.0, "right"), (11.0, "nearly"), (13.0, "not quite"), (20.0, "not quite")])
def test_a_number_is_right_nearly_right_or_not(given: float, kind: str) -> None:
    assert respond(GAP, given, CORPUS)[0].kind == kind


def test_a_prediction_is_kept_without_a_mark_and_stands_beside_the_result() -> None:
    item = Item("p", "predict", "number", "How many?", key="gap_in_1861", unit="days")
    assert respond(item, 10.0, CORPUS) == []
    notice = compared(item, 10.0, CORPUS)
    assert notice.text == "You predicted: 10 days. The data say: 12 days. Your number is lower by 2."
    assert compared(item, None, CORPUS).text == "You skipped the prediction. The data say: 12 days."


def test_an_order_is_compared_by_pairs() -> None:
    ids = ("1917-10-26-winter-palace-falls", "1917-10-10-cc-adopts-insurrection-resolution", "1917-08-26-kornilov-mutiny-days")
    item = Item("o", "predict", "order", "Order?", key="events_in_order", entries=tuple(Option(i, i[:10]) for i in ids))
    text = compared(item, list(ids), CORPUS).text
    assert "The data say: 1917-08-26 → 1917-10-10 → 1917-10-26." in text
    assert "3 of 3 pairs stand the other way round" in text


def test_words_get_two_model_answers_and_no_mark() -> None:
    item = Item("e", "explain", "text", "Why?", models=(Model("thin", "too thin"), Model("rich", "names a page")))
    assert [n.kind for n in respond(item, "because", CORPUS)] == ["model answer 1", "model answer 2"]


def test_pages_of_a_row_are_read_as_printed() -> None:
    assert pages_in("484-485") == {484, 485}
    assert pages_in("409,414") == {409, 414}


@pytest.mark.parametrize("name", sorted(EVIDENCE))
def test_evidence_holds_on_a_page_that_has_it_and_not_on_a_page_far_away(name: str) -> None:
    verdicts = {page: check(name, page, CORPUS) for page in range(15, 660)}
    held = [page for page, verdict in verdicts.items() if verdict.holds == "it holds"]
    assert held, "no page holds: the item could not be answered"
    assert all(f"p. {page}" in verdicts[page].why or "p." in verdicts[page].why for page in held)
    beside = [p for p in verdicts if p not in held and (p - 1 in held or p + 1 in held)]
    assert all(verdicts[page].holds == "it nearly holds" for page in beside)
    far = check(name, 9999, CORPUS)
    assert far.holds == "it doesn't hold"
    assert "nearest is on p." in far.why


def test_a_clash_of_dates_names_both_statements() -> None:
    verdict = check("two_dates", 654, CORPUS)
    assert verdict.holds == "it holds"
    assert "p. 654" in verdict.why
