"""``class`` and ``export`` from the command line: files, words, JSON, and a sentence where it can't be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.commands import main
from helpers.journal import Answer, Journal
from tests.simulated_class import write_journal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class of two; one journal has a torn line."""
    write_journal(tmp_path / "class" / "Ada Quux" / "1-0a1b2c3d4e5f.jsonl", [Answer("12", "longest-day", "1917-10-25", 3)])
    torn = write_journal(tmp_path / "class" / "Ben" / "2-0a1b2c3d4e50.jsonl", [Answer("12", "why-back", "as Ada Quux said", 1)])
    torn.write_bytes(torn.read_bytes() + b"torn\n")
    return tmp_path / "class"


def test_a_page_is_written_and_what_was_passed_over_is_said(folder: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["class", str(folder)]) == 0
    page = home / "answers" / "class.html"
    assert capsys.readouterr().out.splitlines() == [
        f"2 readers; the page is in {page}",
        "Ben: 1 damaged line was passed over; every sound answer was read.",
    ]
    assert "as Ada Quux said" in page.read_text(encoding="utf-8")


def test_names_are_hidden_in_the_page_and_in_json(folder: Path, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "page.html"
    assert main(["class", str(folder), "--hide-names", "--json", "--output", str(target)]) == 0
    printed = capsys.readouterr().out
    data = json.loads(printed)
    assert data["readers"] == ["Reader 1", "Reader 2"]
    assert data["names_hidden"] is True
    assert data["passed_over"] == ["Reader 1: 1 damaged line was passed over; every sound answer was read."]
    assert data["file"] == str(target)
    for made in (printed.replace(str(target), ""), target.read_text(encoding="utf-8")):
        assert "quux" not in made.lower()
        assert "as Reader 2 said" in made


def test_json_alone_writes_no_file(folder: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["class", str(folder), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["file"] is None
    assert data["lessons"]["12"]["predictions"][0]["n_given"] == 1
    assert not (home / "answers" / "class.html").exists()


@pytest.mark.parametrize(
    "command",
    [
        ["class", "EMPTY"],
        ["class", "MISSING"],
        ["class", "CLASS", "--output", "JOURNAL"],
        ["class", "CLASS", "--output", "NOWHERE"],
        ["export"],
    ],
)
def test_what_can_not_be_done_is_a_sentence(
    command: list[str], folder: Path, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    journal = folder / "Ben" / "2-0a1b2c3d4e50.jsonl"
    before = journal.read_bytes()
    meant = {
        "EMPTY": tmp_path / "empty",
        "MISSING": tmp_path / "no",
        "CLASS": folder,
        "JOURNAL": journal,
        "NOWHERE": tmp_path / "no" / "page.html",
    }
    assert main([str(meant.get(word, word)) for word in command]) == 1
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    assert journal.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "name", "sign"),
    [
        ([], "answers.html", "<!doctype html>"),
        (["--format", "md"], "answers.md", "# Reading October"),
        (["--format", "csv"], "answers.csv", '\ufeff"lesson","item"'),
        (["--output", "own.csv"], "own.csv", '\ufeff"lesson"'),
        (["--output", "own.txt", "--format", "md"], "own.txt", "# Reading October"),
    ],
)
def test_export_writes_each_format(
    arguments: list[str], name: str, sign: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Journal(home / "answers").save("12", "why-back", "to accuse, on p. 95")
    monkeypatch.chdir(home)
    assert main(["export", *arguments]) == 0
    made = (home if "--output" in arguments else home / "answers") / name
    assert made.read_text(encoding="utf-8").startswith(sign)
    assert "to accuse, on p. 95" in made.read_text(encoding="utf-8")
    assert "1 answers, claims and codings are in" in capsys.readouterr().out


def test_export_as_json_gives_the_rows(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Journal(home / "answers").save("12", "longest-day", "1917-10-24")
    assert main(["export", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert (row["lesson"], row["item"], row["answer"]) == ("12", "longest-day", "24 October 1917")
    assert row["data_say"].endswith("October 1917")
