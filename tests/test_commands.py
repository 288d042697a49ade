"""The command line: JSON and words, exit statuses, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.bringing import bring_in
from helpers.commands import main
from tests.conftest import ROOT
from tests.specimens import small_book


@pytest.fixture
def book(home: Path) -> Path:
    """A private home with a specimen as the book."""
    bring_in(small_book(1)[0].encode(), profile="civil-war-2")
    return home


def _ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict | list]:  # type: ignore[type-arg]
    status = main([*arguments, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_contents_lists_every_unit_in_order(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, rows = _ask(capsys, "contents")
    assert status == 0
    assert [(r["id"], r["kind"]) for r in rows] == [
        ("1.1", "section"), ("1.2", "section"), ("1.end", "division"), ("2.1", "section"), ("2.2", "section"), ("A", "appendix"),
    ]  # fmt: skip
    assert set(rows[0]) == {"id", "kind", "title", "pages", "doubtful", "words", "paragraphs"}
    assert rows[0]["title"] == "FLOUR AND NAILS"
    assert rows[0]["pages"][0] == 15


def test_find_runs_over_lines_and_ignores_case_and_marks(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = _ask(capsys, "find", '"WE have heard the FIGURES and we have seen the shelves, and the shelves speak louder."')
    assert status == 0
    texts = {hit["text"] for hit in found["hits"]}
    assert texts <= {"“We have heard the figures and we have seen the shelves, and the shelves speak louder.”"}
    status, found = _ask(capsys, "find", "stationmaster's   daughter")
    assert found["n"] == len(found["hits"]) > 0
    assert {hit["text"] for hit in found["hits"]} == {"stationmaster's daughter"}
    assert set(found["hits"][0]) == {"paragraph", "section", "role", "pages", "doubtful", "text"}


def test_count_agrees_with_a_count_by_hand(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import re

    from helpers.loading import open_book

    edition = open_book()
    assert edition is not None
    running = [p for p in edition.paragraphs() if p.role not in ("caption", "heading", "footnote", "running_head")]
    for word in ("committee", "self-appointed", "co-operative", "the"):
        by_hand = sum(
            len(re.findall(rf"(?<![\w-]){word}(?![\w-])", p.text.lower().replace("’", "'").replace(f"{word}'s", ""))) for p in running
        )
        assert _ask(capsys, "count", word)[1]["n"] == by_hand
    in_chapter = [_ask(capsys, "count", "the", "--chapter", c)[1]["n"] for c in ("1", "2")]
    in_section = _ask(capsys, "count", "the", "--section", "1.2")[1]["n"]
    assert 0 < in_section < in_chapter[0]
    assert sum(in_chapter) + _ask(capsys, "count", "the", "--section", "A")[1]["n"] == _ask(capsys, "count", "the")[1]["n"]
    assert _ask(capsys, "count", "Ferry", "--case")[1]["n"] == 0
    assert _ask(capsys, "count", "ferry", "--roles", "caption")[1]["n"] == 1


def test_show_and_cite(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, shown = _ask(capsys, "show", "1.2.3")
    assert status == 0
    assert [p["id"] for p in shown["paragraphs"]] == ["1.2.3"]
    assert "§ 1.2.3, p" in shown["reference"]
    status, page = _ask(capsys, "show", "p17")
    assert all(p["pages"][0] <= 17 <= p["pages"][1] for p in page["paragraphs"])
    for form, sign in (("text", "vol. 2"), ("md", "*The History"), ("bibtex", "@book{"), ("csl", '"type": "book"')):
        assert sign in _ask(capsys, "cite", "1.2.3", "--format", form)[1]["reference"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "9.9"], "nothing called '9.9'"),
        (["show", "p9999"], "no page 9999"),
        (["count", "x", "--section", "9.9"], "no section '9.9'"),
        (["count", "x", "--chapter", "77"], "no chapter 77"),
        (["count", "x", "--roles", "hero"], "unknown role 'hero'"),
        (["find", "   "], "empty"),
        (["import", "/nowhere/at/all.txt"], "can't be read"),
        (["import", "x.txt", "--profile", "novel"], "no profile 'novel'"),
        (["find", "x", "--edition", "ten-days"], "no edition 'ten-days'"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_with_status_1(
    book: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert sentence in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["find"], ["count", "x", "--chapter", "two"], ["find", "x", "--edition", "novel"]])
def test_a_wrong_call_has_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    names = ("import", "report", "check", "package", "measure", "contents", "find", "count", "show", "cite")
    for name in names:
        with pytest.raises(SystemExit) as caught:
            main([name, "--help"])
        assert caught.value.code == 0
        assert "--json" in capsys.readouterr().out


def test_without_a_copy_counts_come_from_the_measures(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = _ask(capsys, "count", "soviet", "--edition", "book", "--chapter", "5")
    assert (status, found["basis"]) == (0, "measures")
    assert found["n"] == 26
    assert main(["find", "soviet", "--edition", "book"]) == 1
    assert "has not been imported" in capsys.readouterr().err
    assert main(["count", "x y z q", "--edition", "book"]) == 1
    status, rows = _ask(capsys, "contents", "--edition", "book")
    assert status == 0
    assert len(rows) == 60


def test_find_and_count_never_import_pandas(book: Path) -> None:
    code = (
        "import sys; from helpers.commands import main; main(['find','ferry']); main(['count','ferry']); sys.exit('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=dict(os.environ), capture_output=True)
    assert done.returncode == 0


def test_a_closed_pipe_is_no_error(book: Path) -> None:
    if os.name == "nt":
        pytest.skip("shell pipe")
    done = subprocess.run(
        f"{sys.executable} -m helpers show 1.1 | head -1",
        shell=True,
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
