"""Hidden names: pseudonyms that hold still and don't follow the alphabet, and no name left in what is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.classroom.gathering import gather
from helpers.classroom.hiding import hide_names, pseudonyms
from helpers.classroom.marking import marking_csv
from helpers.classroom.readers import Classroom, PassedOver
from helpers.classroom.report import class_data, class_page
from helpers.codings import LESSON, Coding
from helpers.journal import Answer
from helpers.lessons.plan import LessonPlan
from helpers.model import Corpus
from tests.simulated_class import student, write_journal


def shown(name: str, text: str, *others: str) -> str:
    """What becomes of ``text`` that a reader called ``name`` wrote, in a class with ``others``."""
    given = [("12", "why-back", text)]
    hidden = hide_names(Classroom((student(name, given), *(student(other, []) for other in others))))
    return str(next(s for s in hidden.students if s.answers).answers[0].value)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Ada Lovelace", "I, Ada Lovelace, say so", "I, Reader 1, say so"),
        ("Ada Lovelace", "ada  lovelace; LOVELACE, ADA; Ada's", "Reader 1; Reader 1, Reader 1; Reader 1's"),
        ("Ada_Lovelace_12345", "Lovelace (12345)", "Reader 1 (Reader 1)"),
        ("Mark Will", "mark my words, they will; Mark did", "mark my words, they will; Reader 1 did"),
        ("Ann", "Annals of Anna, by Ann.", "Annals of Anna, by Reader 1."),
        ("王伟", "我是王伟。", "我是Reader 1。"),
        ("Анна Петрова", "Это Петрова.", "Это Reader 1."),
        ("12345", "123456 and 12345", "123456 and Reader 1"),
        ("a.b*c(", "regex a.b*c( here", "regex Reader 1( here"),
    ],
)
def test_names_are_taken_out_of_what_was_written(name: str, text: str, left: str) -> None:
    assert shown(name, text, "Zz Top") == left


def test_what_stands_in_every_name_is_no_name_and_what_two_share_tells_nobody() -> None:
    assert shown("Class Ada", "The Class and Ada", "Class Ben") == "The Class and Reader 1"
    assert shown("Ada Smith", "Smith says", "Ben Smith", "Cleo Jones") == "a reader says"


def test_pseudonyms_follow_the_first_counter_and_hold_still_as_answers_come() -> None:
    ada, ben = student("Ada", [("12", "a", 1)], start=9), student("Ben", [("12", "a", 1)], start=2)
    assert pseudonyms([ada, ben]) == {"Ben": "Reader 1", "Ada": "Reader 2"}
    more = student("Ben", [("12", "a", 1), ("12", "b", 2)], start=2)
    assert pseudonyms([ada, more]) == pseudonyms([more, ada]) == {"Ben": "Reader 1", "Ada": "Reader 2"}


def test_readers_who_began_alike_are_not_in_the_order_of_their_names() -> None:
    names = [f"{letter}lex" for letter in "abcdefghijklmnop"]
    students = [student(name, [("12", "why", f"words {k}")], source=f"{name}-1-{k:012x}.jsonl") for k, name in enumerate(names)]
    first = pseudonyms(students)
    in_order = sorted(first, key=lambda name: int(first[name].split()[1]))
    assert sorted(first) == sorted(names)
    assert in_order != names
    renamed = [student(f"zz{s.name}", [("12", "why", f"words {k}")], source=f"zz{s.name}-1-{k:012x}.jsonl") for k, s in enumerate(students)]
    assert list(pseudonyms(renamed).values()) == list(first.values())


def test_no_name_is_left_on_the_page_in_the_data_or_in_the_table(tmp_path: Path, plans: tuple[LessonPlan, ...], corpus: Corpus) -> None:
    names = ["Quillon Vexworth", "quorrabelle", "Žofie-Ypsilanti", "Xantippe_99887", '<b>Wyrm"=1']
    for k, name in enumerate(names):
        folder = tmp_path / name.replace("/", "_")
        wrote = f"{name} was here; {name.upper()} and {name.split()[0]} too"
        claim = {"claim": wrote, "evidence_1": wrote, "evidence_2": wrote, "counter": wrote, "confidence": 2, "evidence_1_where": wrote}
        values = [("12", "why-back", wrote), ("12", "find-hurry", {"page": 95, "words": wrote}), ("12", "claim", claim)]
        values += [(LESSON, c.item, c.value) for c in (Coding("4.5.1", f"code of {names[0]}", wrote), Coding("4.5.2", str(k), wrote))]
        write_journal(folder / "7-0a1b2c3d4e5f.jsonl", [Answer(*v, n) for n, v in enumerate(values, 1)])
        (folder / f"{name.split()[0]}.jsonl").write_bytes(b"torn\n")
        (folder / f"{name}.zip").write_bytes(b"PK")
    hidden = hide_names(gather(tmp_path))
    made = class_page(hidden, plans, corpus) + json.dumps(class_data(hidden, plans, corpus), ensure_ascii=False)
    made += marking_csv(hidden, plans, corpus).decode()
    for part in ("quillon", "vexworth", "quorrabelle", "žofie", "ypsilanti", "xantippe", "99887", "wyrm"):
        assert part not in made.lower(), part
    assert "Reader 5" in made
    assert "a journal that other readers have too" in made


def test_notices_keep_what_happened_and_lose_whose_file_it_was() -> None:
    passed = (PassedOver("2 damaged lines", "Ada", ("ada.jsonl",)), PassedOver("copied", "Ben", (), ("Ada",)))
    hidden = hide_names(Classroom((student("Ada", [], start=1), student("Ben", [("1", "a", 1)])), passed))
    assert hidden.notices() == ["Reader 1: copied (Reader 2).", "Reader 2: 2 damaged lines."]


def test_hiding_keeps_the_latest_answer_the_latest(tmp_path: Path) -> None:
    write_journal(tmp_path / "Ada" / "a-1-0a1b2c3d4e5f.jsonl", [Answer("12", "a", "late", 5)])
    write_journal(tmp_path / "Ada" / "b-2-0a1b2c3d4e50.jsonl", [Answer("12", "a", "later", 5), Answer("12", "a", "early", 1)])
    plain, hidden = gather(tmp_path).students[0], hide_names(gather(tmp_path)).students[0]
    assert plain.latest["12", "a"].value == hidden.latest["12", "a"].value == "later"
