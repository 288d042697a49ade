"""What was given comes together with its pages; what doesn't fit, was skipped or says nothing stays out."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.classroom.given import SKIPPED
from helpers.codings import Coding
from helpers.inquiry.gathering import gathered
from helpers.inquiry.listing import gathered_html, kind_options
from helpers.journal import Answer
from helpers.lessons.plan import Item, LessonPlan, Option
from helpers.loading import open_corpus

CORPUS = open_corpus()
HOSTILE = "<img src=x onerror=alert(1)>"
ITEMS = (
    Item("guess", "predict", "choice", "Which?", options=(Option("a", "the first", right=True), Option("b", "the second"))),
    Item("why", "explain", "text", "Why?"),
    Item("page", "evidence", "page", "Find one."),
    Item("check", "check", "choice", "Which?", options=(Option("a", "this"),)),
    Item("claim", "claim", "claim", "Claim."),
)
PLAN = LessonPlan("12", "Pages per day", "?", "chronology", "1", "", (), (), ITEMS)
CLAIM = {
    "claim": "It hurries.",
    "evidence_1": "a page",
    "evidence_1_where": "p. 95",
    "counter": "no",
    "counter_where": "p. 99",
    "confidence": 2,
}


def from_answers(*answers: tuple[str, str, Any]) -> list[tuple[str, str, str]]:
    latest = [Answer(lesson, item, value, k) for k, (lesson, item, value) in enumerate(answers)]
    return [(m.kind, m.text, m.where) for m in gathered(latest, [PLAN], CORPUS)]


def test_a_prediction_stands_beside_what_the_data_say() -> None:
    assert from_answers(("12", "guess", "b")) == [("prediction", "Which? I predicted: the second. The data say: the first.", "lesson 12")]


def test_a_claim_gives_itself_its_evidence_and_its_counter_evidence() -> None:
    assert from_answers(("12", "claim", CLAIM)) == [
        ("claim", "It hurries.", "(likely)"),
        ("evidence", "a page", "p. 95"),
        ("counter", "no", "p. 99"),
    ]


def test_pages_found_words_and_codings_are_gathered_in_order() -> None:
    guide = Coding("2.4.3", "praise", edition="guide")
    found = from_answers(
        ("40", "note/guide/2.4.3", "who says?"),
        ("40", guide.item, {"code": "praise", "memo": "warm"}),
        ("12", "page", {"page": 382, "words": "two nights"}),
        ("12", "why", " because "),
    )
    assert [kind for kind, _, _ in found] == ["explanation", "evidence", "coding", "note"]
    assert found[1] == ("evidence", "two nights", "p. 382")
    assert found[2] == ("coding", "Coded as “praise”: warm", "guide/2.4.3, p. 94")


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("guess", SKIPPED),
        ("guess", "z"),
        ("guess", 7),
        ("why", ""),
        ("why", "  \u202e "),
        ("why", ["x"]),
        ("page", {"page": -3, "words": "x"}),
        ("page", {"page": "x", "words": 3}),
        ("claim", {"claim": 7, "confidence": 1}),
        ("claim", {"claim": "", "confidence": 1}),
        ("check", "a"),
        ("nowhere", "x"),
    ],
)
def test_what_is_no_material_stays_out(item: str, value: object) -> None:
    assert from_answers(("12", item, value)) == []


def test_a_claim_with_parts_of_another_form_gives_what_is_sound() -> None:
    assert from_answers(("12", "claim", {"claim": "x", "confidence": 99, "evidence_1": 7, "counter": ["y"]})) == [("claim", "x", "")]


def test_the_list_says_how_many_of_each_kind_and_holds_text_alone() -> None:
    materials = gathered([Answer("12", "claim", CLAIM | {"claim": HOSTILE, "evidence_1_where": HOSTILE}, 1)], [PLAN], CORPUS)
    assert kind_options(materials) == [
        ("everything (3)", ""),
        ("claims (1)", "claim"),
        ("evidence (1)", "evidence"),
        ("counter-evidence (1)", "counter"),
    ]
    html = gathered_html(materials)
    assert "<img" not in html
    assert html.count("<button") == 6
    assert "<button" not in gathered_html(materials, live=False)
    assert "Nothing of this kind" in gathered_html([])
