"""The teacher's room: every list, button and box used once, and what is stored never from a real class."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.classroom.readers import Classroom
from helpers.html import escape
from helpers.journal import Answer
from helpers.widgets import teachers_room as module
from helpers.widgets.room_parts import Chooser, Exports, Part
from helpers.widgets.teachers_room import TeachersRoom, open_teachers_room
from tests.simulated_class import coder, write_journal


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, home: Path) -> list[tuple[Any, str, str]]:
    """What the room displays: (widget, stored HTML, sentence)."""
    seen: list[tuple[Any, str, str]] = []
    monkeypatch.setattr(module, "show", lambda *bundle: seen.append(bundle))
    return seen


@pytest.fixture
def room(shown: list[tuple[Any, str, str]]) -> TeachersRoom:
    """A teacher's room."""
    return open_teachers_room()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class of two who coded the same two passages."""
    for k, (name, labels) in enumerate({"Ada Quux": ("praise", "blame"), "Ben": ("praise", "praise")}.items()):
        write_journal(
            tmp_path / "class" / name / f"{k}-0a1b2c3d4e5f.jsonl",
            [*coder(name, labels).answers, Answer("12", "why-back", f"said {name}", 9)],
        )
    return tmp_path / "class"


def last(shown: list[tuple[Any, str, str]]) -> Any:
    """The widget shown last."""
    return shown[-1][0]


def test_a_folder_is_opened_and_every_part_follows(room: TeachersRoom, shown: list[Any], folder: Path) -> None:
    room.choose()
    chooser: Chooser = last(shown)
    parts = [(room.progress, "Ada Quux"), (room.words, "said Ada Quux"), (room.agreement, "4.5.2")]
    widgets: list[Part] = []
    for show_part, _ in parts:
        show_part()
        widgets.append(last(shown))
        assert "Simulated" in widgets[-1].html.value
        assert "made by a program" in widgets[-1].above.value
    chooser.path.value = f'"{folder}"'
    chooser.open_class()
    assert "2 readers." in chooser.view.value
    for widget, (_, sign) in zip(widgets, parts, strict=True):
        assert sign in widget.html.value
        assert "Simulated" not in widget.html.value
        assert widget.above.value == ""


def test_names_are_hidden_and_shown_again(room: TeachersRoom, shown: list[Any], folder: Path) -> None:
    room.choose()
    chooser: Chooser = last(shown)
    room.words()
    words: Part = last(shown)
    chooser.path.value = str(folder)
    chooser.open_class()
    chooser.hide.value = True
    assert "said Reader" in words.html.value
    assert "Quux" not in words.html.value + chooser.view.value
    assert "Names are hidden" in chooser.view.value
    chooser.open_class()
    assert "Quux" not in words.html.value
    chooser.hide.value = False
    assert "said Ada Quux" in words.html.value


def test_a_path_that_is_missing_or_wrong_is_said_and_nothing_changes(room: TeachersRoom, shown: list[Any], tmp_path: Path) -> None:
    room.choose()
    chooser: Chooser = last(shown)
    for path, said in (
        ("", "Type the path"),
        (str(tmp_path / "<b>no"), "There is no folder"),
        ("a\0b", "is no path"),
        ("~nobody-of-this-name", "is no path"),
    ):
        chooser.path.value = path
        chooser.open_class()
        assert said in chooser.view.value
        assert "<b>" not in chooser.view.value
        assert room.classroom is room.example
    chooser.path.value = str(tmp_path)
    chooser.open_class()
    assert escape("No reader's journal was found") in chooser.view.value


def test_every_list_answers_every_choice(room: TeachersRoom, shown: list[Any]) -> None:
    for show_part in (room.plan, room.progress, room.predictions, room.misconceptions, room.agreement, room.claims, room.words):
        show_part()
        part: Part = last(shown)
        for control in part.controls.values():
            assert control.description
            for _, value in list(control.options)[:40]:
                control.value = value
                assert part.html.value


def test_a_prediction_is_a_chart_with_its_table(room: TeachersRoom, shown: list[Any]) -> None:
    room.predictions("12 longest-day")
    part: Part = last(shown)
    assert part.chart.title == "12 · The day with the most pages: what did the class predict?"
    assert part.chart in part.children
    part.controls["item"].value = "11 eight"
    assert part.chart.title.startswith("11 ·")
    assert "<table>" in part.html.value


def test_two_readers_are_compared(room: TeachersRoom, shown: list[Any]) -> None:
    room.agreement()
    part: Part = last(shown)
    assert part.controls["first"].value != part.controls["second"].value
    assert "Simulated reader 01 and Simulated reader 02 labelled" in part.html.value
    part.controls["second"].value = part.controls["first"].value
    assert "Choose two different readers" in part.html.value


@pytest.mark.parametrize("classroom", [Classroom(()), Classroom((coder("Ada", ["x"]),))], ids=["nobody", "one"])
def test_a_class_of_nobody_or_one_leaves_no_part_without_words(room: TeachersRoom, shown: list[Any], classroom: Classroom) -> None:
    for show_part in (room.progress, room.predictions, room.misconceptions, room.agreement, room.claims, room.words):
        show_part()
    room.take(classroom)
    for widget, _, _ in shown:
        assert widget.html.value
        assert "Simulated" not in widget.html.value
        assert "nothing to show" not in widget.html.value
    assert "No two readers" in shown[3][0].html.value


def test_what_is_stored_is_the_simulated_class_even_after_a_real_one_was_opened(room: TeachersRoom, shown: list[Any], folder: Path) -> None:
    room.choose()
    last(shown).path.value = str(folder)
    last(shown).open_class()
    for show_part in (
        room.choose,
        room.plan,
        room.progress,
        room.predictions,
        room.misconceptions,
        room.agreement,
        room.claims,
        room.words,
        room.export,
    ):
        show_part()
    for _, stored, sentence in shown:
        assert "Quux" not in stored + sentence
        assert str(folder) not in stored + sentence
        assert sentence
    assert "made by a program" in shown[3][1]


def test_files_are_written_where_the_teacher_says(room: TeachersRoom, shown: list[Any], home: Path, tmp_path: Path) -> None:
    room.export()
    exports: Exports = last(shown)
    assert exports.folder.value == str(home / "answers")
    exports.write("class.html")
    exports.write("class-marking.csv")
    assert "it was sent nowhere" in exports.view.value
    assert (home / "answers" / "class.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (home / "answers" / "class-marking.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for folder in ("", str(tmp_path / "none"), "a\0b"):
        exports.folder.value = folder
        exports.write("class.html")
        assert "it was sent nowhere" not in exports.view.value


def test_the_buttons_call_what_the_tests_above_call(room: TeachersRoom, shown: list[Any], folder: Path, home: Path) -> None:
    room.choose()
    chooser: Chooser = last(shown)
    chooser.path.value = str(folder)
    chooser.button.click()
    assert len(room.classroom.students) == 2
    room.export()
    for button, name in ((last(shown).page, "class.html"), (last(shown).table, "class-marking.csv")):
        button.click()
        assert (home / "answers" / name).exists()


def test_an_archive_in_place_of_a_folder_says_to_unpack_it(room: TeachersRoom, shown: list[Any], tmp_path: Path) -> None:
    (tmp_path / "class-9a.zip").write_bytes(b"PK\x03\x04")
    room.choose()
    chooser: Chooser = last(shown)
    chooser.path.value = str(tmp_path / "class-9a.zip")
    chooser.open_class()
    assert "unpack it first" in chooser.view.value
    assert room.classroom is room.example


def test_a_simulated_class_says_so_above_every_part_even_with_its_names_hidden(room: TeachersRoom, shown: list[Any]) -> None:
    for show_part in (room.progress, room.predictions, room.misconceptions, room.agreement, room.claims, room.words, room.corrections):
        show_part()
    room.hide(True)
    for part, _, _ in shown:
        assert "made by a program" in part.above.value
        assert part.above in part.children
