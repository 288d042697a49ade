"""A folder of journals: every sound answer of every reader, and a sentence for everything that was not read."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import Any

import pytest

from helpers.classroom.gathering import LARGEST, gather, reader_named
from helpers.classroom.readers import Classroom
from helpers.journal import SCHEMA, Answer, Journal, encode_line
from helpers.model import CorpusError
from tests.simulated_class import write_journal


def answers(classroom: Classroom) -> dict[str, dict[str, Any]]:
    """Reader → item → latest value."""
    return {s.name: {item: a.value for (_, item), a in s.latest.items()} for s in classroom.students}


def sealed(**record: Any) -> bytes:
    """A line with a right checksum, whatever it holds."""
    whole = {"schema": SCHEMA, "lesson": "12", "item": "a", "counter": 1, "draft": False, "value": 1} | record
    crc = zlib.crc32(json.dumps(whole, ensure_ascii=False, sort_keys=True).encode())
    return json.dumps(whole | {"crc": crc}, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def test_a_sub_folder_a_reader_or_a_name_before_the_file(tmp_path: Path) -> None:
    write_journal(tmp_path / "Ada" / "answers" / "11-0a1b2c3d4e5f.jsonl", [Answer("12", "a", "one", 1)])
    write_journal(tmp_path / "Ben-12-0a1b2c3d4e50.jsonl", [Answer("12", "a", "two", 1)])
    write_journal(tmp_path / "Ben-2.jsonl", [Answer("12", "b", "three", 2)])
    write_journal(tmp_path / "Carl-Otto.jsonl", [Answer("12", "a", "four", 1)])
    found = gather(tmp_path)
    assert answers(found) == {"Ada": {"a": "one"}, "Ben": {"a": "two", "b": "three"}, "Carl-Otto": {"a": "four"}}
    assert found.notices() == []


def test_both_ways_of_one_name_and_both_ways_to_write_an_accent_are_one_reader(tmp_path: Path) -> None:
    write_journal(tmp_path / "Zoe\u0301" / "1-0a1b2c3d4e5f.jsonl", [Answer("12", "a", 1, 1)])
    write_journal(tmp_path / "Zo\u00e9-2-0a1b2c3d4e50.jsonl", [Answer("12", "b", 2, 2)])
    assert answers(gather(tmp_path)) == {"Zoé": {"a": 1, "b": 2}}


def test_two_kernels_of_one_reader_are_merged_by_counter(tmp_path: Path) -> None:
    one, two = Journal(tmp_path / "Ada"), Journal(tmp_path / "Ada")
    one.save("12", "a", "first")
    two.save("12", "a", "second")
    one.save("12", "b", "third")
    found = gather(tmp_path)
    assert answers(found) == {"Ada": {"a": "second", "b": "third"}}
    assert [a.value for a in found.students[0].by_item["12", "a"]] == ["first", "second"]


def test_drafts_are_not_given(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "Ada")
    journal.save("12", "a", "given")
    journal.save("12", "a", "given, and m", draft=True)
    journal.save("12", "b", "never gi", draft=True)
    found = gather(tmp_path)
    assert answers(found) == {"Ada": {"a": "given"}}
    assert found.students[0].n_begun == 1


def test_damaged_foreign_and_newer_lines_are_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    good = encode_line(Answer("12", "good", "kept", 1))
    lines = [
        good[:-9], b"\xff\xfe", b"[]", b"null", b"1", b'{"crc": 1}', good.replace(b"kept", b"bent"),  # damaged: 7, and 4 of another form
        sealed(schema=SCHEMA + 1),  # newer: 1
        sealed(lesson=["12"]), sealed(item={"a": 1}), sealed(draft="no"), sealed(lesson=None),
    ]  # fmt: skip
    (tmp_path / "Ada").mkdir()
    (tmp_path / "Ada" / "1-0a1b2c3d4e5f.jsonl").write_bytes(good + b"".join(line.rstrip(b"\n") + b"\n" for line in lines))
    found = gather(tmp_path)
    assert answers(found) == {"Ada": {"good": "kept"}}
    assert found.notices() == [
        "Ada: 11 damaged lines, 1 written by a newer version of the workbook were passed over; every sound answer was read.",
    ]


def test_archives_links_large_and_nameless_files_are_named_and_not_read(tmp_path: Path) -> None:
    elsewhere = write_journal(tmp_path / "elsewhere" / "1-0a1b2c3d4e5f.jsonl", [Answer("12", "secret", 1, 1)])
    folder = tmp_path / "class"
    write_journal(folder / "Ada" / "2-0a1b2c3d4e5f.jsonl", [Answer("12", "a", 1, 1)])
    write_journal(folder / "3-0a1b2c3d4e5f.jsonl", [Answer("12", "nobody's", 1, 1)])
    (folder / "class.zip").write_bytes(b"PK")
    (folder / "notes.txt").write_bytes(b"hello")
    (folder / "Ada" / "link.jsonl").symlink_to(elsewhere)
    (folder / "Eve").symlink_to(elsewhere.parent, target_is_directory=True)
    with (folder / "Ada" / "huge.jsonl").open("wb") as huge:
        huge.truncate(LARGEST + 1)
    found = gather(folder)
    assert answers(found) == {"Ada": {"a": 1}}
    assert found.notices() == [
        "not opened: unpack 1 zip archive first, one folder for each reader (class.zip).",
        "not followed: 2 links to another place (link.jsonl, Eve).",
        "not read: 1 journal in the folder itself without a reader's name; put each reader's files into a folder of their own (3-0a1b2c3d4e5f.jsonl).",
        "not read: 1 file of more than 32 MB (huge.jsonl).",
        "not read: 1 file of another kind.",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "Ada").mkdir()
    os.mkfifo(tmp_path / "Ada" / "pipe.jsonl")
    assert gather(tmp_path).notices() == ["not read: 1 file of another kind."]


def test_a_journal_that_two_readers_hand_in_is_named(tmp_path: Path) -> None:
    for name in ("Ada", "Ben", "Cleo"):
        write_journal(tmp_path / name / f"7-0a1b2c3d4e5{'f' if name != 'Ben' else 'e'}.jsonl", [Answer("12", "a", 1, 1)])
    assert gather(tmp_path).notices() == ["Ada: a journal that other readers have too: somebody's answers were copied or mixed up (Cleo)."]


def test_the_folder_inside_an_unpacked_archive_is_found(tmp_path: Path) -> None:
    for name in ("Ada", "Ben"):
        write_journal(tmp_path / "class-9a" / name / "1-0a1b2c3d4e5f.jsonl", [Answer("12", "a", name, 1)])
    (tmp_path / "__MACOSX").mkdir()
    assert answers(gather(tmp_path)) == {"Ada": {"a": "Ada"}, "Ben": {"a": "Ben"}}


def test_one_reader_with_journals_of_two_machines_is_one_reader(tmp_path: Path) -> None:
    write_journal(tmp_path / "Ada" / "1-0a1b2c3d4e5f.jsonl", [Answer("12", "a", 1, 1)])
    write_journal(tmp_path / "Ada" / "laptop" / "2-0a1b2c3d4e50.jsonl", [Answer("12", "b", 2, 2)])
    assert answers(gather(tmp_path)) == {"Ada": {"a": 1, "b": 2}}


def test_an_empty_folder_is_an_empty_class_and_a_missing_one_is_named(tmp_path: Path) -> None:
    assert gather(tmp_path) == Classroom(())
    with pytest.raises(CorpusError, match="there is no folder .*nowhere"):
        gather(tmp_path / "nowhere")
    with pytest.raises(CorpusError, match="there is no folder"):
        gather(write_journal(tmp_path / "a.jsonl", []))


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Ada-1-0a1b2c3d4e5f", "Ada"),
        ("Ada Lovelace_12-0a1b2c3d4e5f", "Ada Lovelace"),
        ("Ada", "Ada"),
        ("Ada-17", "Ada"),
        ("1-0a1b2c3d4e5f", ""),
        ("Ада-3", "Ада"),
        ("ev\u202eil-1", "evil"),
        ("--1-0a1b2c3d4e5f", "-"),
    ],
)
def test_names_in_front_of_journals(stem: str, name: str) -> None:
    assert reader_named(stem) == name


def test_gathering_changes_nothing(tmp_path: Path) -> None:
    path = write_journal(tmp_path / "Ada" / "1-0a1b2c3d4e5f.jsonl", [Answer("12", "a", 1, 1)])
    before = (path.read_bytes(), sorted(tmp_path.rglob("*")))
    gather(tmp_path)
    assert (path.read_bytes(), sorted(tmp_path.rglob("*"))) == before


@pytest.mark.parametrize(
    ("name", "said"), [("class.zip", "unpack it first"), ("class.tar.gz", "unpack it first"), ("Ada.jsonl", "is a file")]
)
def test_a_file_in_place_of_a_folder_is_told_from_a_folder_that_is_missing(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(CorpusError, match=said):
        gather(tmp_path / name)
    with pytest.raises(CorpusError, match="name the folder") as missing:
        gather(tmp_path / f"no-{name}")
    assert said not in str(missing.value)
