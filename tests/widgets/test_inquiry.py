"""The inquiry, told by plain values: gathered, taken, drafted, kept, rated, handed in; and never a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.classroom.given import shipped_plans
from helpers.inquiry.argument import Argument, Piece, lacking
from helpers.journal import Journal
from helpers.loading import open_corpus
from helpers.widgets.inquiry.room import Inquiry

CORPUS, PLANS = open_corpus(), shipped_plans()
HOSTILE = "<img src=x onerror=alert(1)>"
CLAIM = {
    "claim": "It hurries.",
    "evidence_1": "a page",
    "evidence_1_where": "p. 95",
    "counter": "no",
    "counter_where": "p. 99",
    "confidence": 2,
}


def opened(folder: Path | None) -> Inquiry:
    return Inquiry(CORPUS, Journal(folder), PLANS)


@pytest.fixture
def inquiry(tmp_path: Path) -> Inquiry:
    """An inquiry of a reader who made one claim in lesson 12."""
    Journal(tmp_path).save("12", "claim", CLAIM)
    return opened(tmp_path)


def test_what_was_gathered_is_taken_with_its_page(inquiry: Inquiry, tmp_path: Path) -> None:
    part = inquiry.gathered_part
    assert [m.kind for m in part.shown] == ["claim", "evidence", "counter"]
    part.press("for:12/claim")
    part.press("for:12/claim#evidence_1")
    part.press("against:12/claim#counter")
    assert inquiry.argument.claim == "It hurries."
    assert inquiry.argument.support == (Piece("a page", "p. 95", "12/claim#evidence_1"),)
    assert inquiry.argument.against == (Piece("no", "p. 99", "12/claim#counter"),)
    assert part.said.text == "Taken as counter-evidence 1."
    assert "It hurries." in inquiry.argument_part.preview.html


def test_when_all_places_are_taken_it_is_said(inquiry: Inquiry) -> None:
    for slot in inquiry.argument_part.support:
        slot.text.value = "something else"
    inquiry.gathered_part.press("for:12/claim#evidence_1")
    assert inquiry.gathered_part.said.text == "All 4 places for your claim are taken: empty one first."
    assert len(inquiry.argument.support) == 4


def test_presses_that_name_nothing_do_nothing(inquiry: Inquiry) -> None:
    for name in ("", "for:", "for:99/x", "run:12/claim", HOSTILE):
        inquiry.gathered_part.press(name)
    assert inquiry.argument == Argument()


def test_kinds_are_filtered_and_gathering_again_finds_what_was_given_since(inquiry: Inquiry, tmp_path: Path) -> None:
    part = inquiry.gathered_part
    part.kind.value = "evidence"
    assert [m.text for m in part.shown] == ["a page"]
    Journal(tmp_path).save("12", "why-these-days", "because of logs")
    part.refresh()
    assert part.kind.value == "evidence"
    part.kind.value = ""
    assert [m.kind for m in part.shown] == ["explanation", "claim", "evidence", "counter"]


def test_the_preview_and_the_list_of_what_is_missing_follow(inquiry: Inquiry) -> None:
    part = inquiry.argument_part
    before = len(lacking(inquiry.argument))
    part.texts["claim"].value = f"It does {HOSTILE}"
    part.sure.value = 2
    assert len(lacking(inquiry.argument)) == before - 2
    assert "&lt;img" in part.preview.html
    assert "<img" not in part.preview.html
    assert "Write the claim" not in part.lacks.html


def test_a_draft_comes_back_and_what_is_kept_stays(inquiry: Inquiry, tmp_path: Path) -> None:
    inquiry.argument_part.texts["question"].value = "half a quest"
    assert Journal(tmp_path).latest("50", "argument") is None
    assert opened(tmp_path).argument.question == "half a quest"
    inquiry.argument_part.texts["question"].value = "A question?"
    inquiry.argument_part.keep()
    assert Journal(tmp_path).latest("50", "argument")["question"] == "A question?"
    assert "still missing" in inquiry.argument_part.said.text


def test_every_part_is_saved_and_restored(inquiry: Inquiry, tmp_path: Path) -> None:
    whole = Argument(
        "Q", "C", tuple(Piece(f"t{k}", f"p. {20 + k}") for k in range(4)), (Piece("n", "p. 30"), Piece("m", "p. 31")), "a", "l", "c", 4
    )
    inquiry.argument_part.fill(whole)
    inquiry.argument_part.keep()
    assert inquiry.argument_part.said.text == "The argument is kept."
    assert opened(tmp_path).argument == whole


def test_a_piece_that_was_emptied_forgets_where_it_came_from(inquiry: Inquiry) -> None:
    inquiry.gathered_part.press("for:12/claim#evidence_1")
    slot = inquiry.argument_part.support[0]
    slot.text.value = ""
    assert inquiry.argument.support == (Piece("", "p. 95", ""),)


def test_the_readers_rating_is_kept_and_marked(inquiry: Inquiry, tmp_path: Path) -> None:
    for name, control in inquiry.rubric_part.levels.items():
        for _, level in control.options:
            control.value = level
        assert inquiry.rubric_part.rating[name] == 4
    assert inquiry.rubric_part.view.html.count("My level: ") == 4
    assert opened(tmp_path).rubric_part.rating == {"claim": 4, "evidence": 4, "counter": 4, "limits": 4}


@pytest.mark.parametrize("form", ["html", "md", "csv"])
def test_the_argument_on_screen_is_handed_in(inquiry: Inquiry, tmp_path: Path, form: str) -> None:
    inquiry.argument_part.texts["claim"].value = "It hurries here."
    inquiry.hand_in_part.folder.value = str(tmp_path)
    inquiry.hand_in_part.write(form)
    assert "It hurries here." in (tmp_path / f"argument.{form}").read_text(encoding="utf-8-sig")
    assert "it was sent nowhere" in inquiry.hand_in_part.said.text


@pytest.mark.parametrize("folder", ["", "/no/such/folder", "\x00"])
def test_a_folder_that_can_not_be_written_is_said(inquiry: Inquiry, folder: str) -> None:
    inquiry.hand_in_part.folder.value = folder
    inquiry.hand_in_part.write("md")
    assert inquiry.hand_in_part.said.text


def test_a_journal_that_holds_anything_does_no_harm(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    values: list[Any] = [
        "x",
        7,
        None,
        [],
        {},
        {"claim": HOSTILE, "support": [[HOSTILE, HOSTILE, HOSTILE], 7]},
        {"claim": 7, "confidence": "x"},
        {"code": HOSTILE},
    ]
    for lesson, item in (
        ("50", "argument"),
        ("50", "rubric"),
        ("12", "claim"),
        ("40", "coding/1.1.1"),
        ("40", "note/x"),
        (HOSTILE, HOSTILE),
    ):
        for value in values:
            journal.save(lesson, item, value)
            inquiry = Inquiry(CORPUS, journal, PLANS)
            for html in (inquiry.argument_part.preview.html, inquiry.gathered_part.view.html, inquiry.rubric_part.view.html):
                assert "<img" not in html


def test_what_could_not_be_saved_is_said_and_stays_on_screen(inquiry: Inquiry, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.write", full)
    inquiry.argument_part.texts["claim"].value = "It hurries."
    inquiry.argument_part.keep()
    inquiry.rubric_part.levels["claim"].value = 2
    for part in (inquiry.argument_part, inquiry.rubric_part):
        assert "could not be saved (No space left on device)" in part.said.text
    assert inquiry.argument.claim == "It hurries."


def test_every_control_has_a_name_in_words(inquiry: Inquiry) -> None:
    def controls(part: Any) -> list[Any]:
        return [part, *(found for child in getattr(part, "children", ()) for found in controls(child))]

    parts = (inquiry.gathered_part, inquiry.argument_part, inquiry.rubric_part, inquiry.hand_in_part)
    found = [c for part in parts for c in controls(part) if hasattr(c, "description") and type(c).__name__ not in ("HTML", "Said")]
    assert len(found) > 25
    assert [c for c in found if not c.description.strip()] == []
    assert len({c.description for c in found if type(c).__name__ in ("Textarea", "Text")}) == len(
        [c for c in found if type(c).__name__ in ("Textarea", "Text")]
    )


def test_parts_are_stored_without_a_readers_words(inquiry: Inquiry, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr("helpers.widgets.inquiry.room.show", lambda _, html, sentence: shown.append((html, sentence)))
    for part in (inquiry.gathered, inquiry.write, inquiry.rubric, inquiry.hand_in):
        part()
    assert all(html and sentence for html, sentence in shown)
    assert not any("It hurries." in html or "<button" in html for html, _ in shown)
    assert "It hurries." not in inquiry.worked().sentence + inquiry.card().sentence


def test_without_a_place_to_save_it_works_and_warns() -> None:
    inquiry = opened(None)
    inquiry.argument_part.keep()
    assert "not being saved" in inquiry._journal.notice


def test_one_thing_is_not_taken_twice_for_the_same_side(inquiry: Inquiry) -> None:
    for _ in range(2):
        inquiry.gathered_part.press("for:12/claim#evidence_1")
    assert inquiry.gathered_part.said.text == "It stands already as evidence 1."
    assert len(inquiry.argument.support) == 1
    inquiry.gathered_part.press("against:12/claim#evidence_1")
    assert len(inquiry.argument.against) == 1


def test_words_that_are_too_many_are_said_and_not_cut_in_silence(inquiry: Inquiry, tmp_path: Path) -> None:
    inquiry.argument_part.texts["claim"].value = "x" * 6_001
    assert inquiry.argument_part.said.text == "“My claim” has 6,001 characters, and 6,000 can be kept: shorten it, then keep it."
    inquiry.argument_part.keep()
    assert "6,001" in inquiry.argument_part.said.text
    assert Journal(tmp_path).latest("50", "argument") is None


@pytest.mark.parametrize("folder", ["", "/no/such/folder", "~nobody-of-this-name"])
def test_a_folder_that_is_not_there_is_named_with_what_to_do(inquiry: Inquiry, folder: str) -> None:
    inquiry.hand_in_part.folder.value = folder
    inquiry.hand_in_part.write("md")
    assert "type" in inquiry.hand_in_part.said.text
    assert inquiry.hand_in_part.said.text.endswith(".")


def test_an_argument_that_lacks_something_says_so_when_it_is_handed_in(inquiry: Inquiry, tmp_path: Path) -> None:
    inquiry.hand_in_part.folder.value = str(tmp_path)
    inquiry.hand_in_part.write("html")
    assert "parts are still missing" in inquiry.hand_in_part.said.text


def test_what_stands_in_the_argument_is_marked_where_it_was_gathered(inquiry: Inquiry) -> None:
    inquiry.gathered_part.press("for:12/claim#evidence_1")
    pressed = 'data-press="for:12/claim#evidence_1" aria-label="For my claim: number 2" aria-pressed="true"'
    assert pressed in inquiry.gathered_part.view.html
    assert inquiry.gathered_part.view.html.count('aria-pressed="true"') == 1
    inquiry.argument_part.support[0].text.value = ""
    assert 'aria-pressed="true"' not in inquiry.gathered_part.view.html
