"""Answers: none that was acknowledged is ever lost, whatever else happens to the file, the disk or the kernel."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.journal import SCHEMA, Answer, Journal, NotSaved, Reading, encode_line, open_journal, read_folder, read_lines
from tests.conftest import ROOT
from tests.promises import LONG, Record, trials

KILLS = trials("answers-killed")
WRITERS = 16 if LONG else 8
EACH = trials("answers-together") // WRITERS
NEEDS_ROOT = pytest.mark.skipif(not hasattr(os, "setuid") or os.getuid() != 0, reason="dropping rights needs root")
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals and limits")
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def test_the_latest_answer_counts_and_comes_back_after_a_restart(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    first.save("12", "longest-day", "1917-10-24")
    first.save("12", "longest-day", "1917-10-25")
    first.save("13", "why", "two theatres")
    again = Journal(tmp_path)
    assert again.latest("12", "longest-day") == "1917-10-25"
    assert [(a.lesson, a.item, a.value) for a in again.answers("13")] == [("13", "why", "two theatres")]
    assert again.latest("12", "never-asked") is None


def test_two_kernels_see_each_other_and_the_later_answer_wins(tmp_path: Path) -> None:
    one, two = Journal(tmp_path), Journal(tmp_path)
    one.save("11", "a", "from one")
    two.save("11", "a", "from two")
    one.save("11", "b", 3)
    assert one.latest("11", "a") == two.latest("11", "a") == "from two"
    assert two.latest("11", "b") == 3
    assert len(list(tmp_path.glob("*.jsonl"))) == 2


def test_a_line_that_comes_in_two_parts_is_read_once_it_is_whole_and_a_journal_that_shrank_is_read_anew(tmp_path: Path) -> None:
    journal, other = Journal(tmp_path), tmp_path / "1-other.jsonl"
    first, second = (encode_line(Answer("11", item, item, n)) for n, item in enumerate("ab", 1))
    other.write_bytes(first + second[:-9])
    assert [a.item for a in journal.answers("11")] == ["a"]
    assert "1 damaged line" in journal.notice
    other.write_bytes(first + second)
    assert [a.item for a in journal.answers("11")] == ["a", "b"]
    assert journal.notice == ""
    other.write_bytes(second)
    assert [a.item for a in journal.answers("11")] == ["b"]


def test_what_is_read_already_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = Journal(tmp_path), Journal(tmp_path)
    for k in range(5):
        one.save("11", f"a{k}", k)
    two.refresh()
    read: list[int] = []
    monkeypatch.setattr("helpers.journal.read_lines", lambda data, *rest: read.append(data.count(b"\n")) or read_lines(data, *rest))
    one.save("11", "last", 5)
    two.refresh()
    assert sum(read) == 1
    assert two.latest("11", "last") == 5


def test_a_draft_comes_back_but_is_no_answer(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.save("12", "why", "because the", draft=True)
    assert journal.latest("12", "why") is None
    assert Journal(tmp_path).latest("12", "why", drafts=True) == "because the"
    journal.save("12", "why", "because the authors were there")
    journal.save("12", "why", "because the authors were there, mostly", draft=True)
    assert journal.latest("12", "why") == "because the authors were there"
    assert journal.latest("12", "why", drafts=True).endswith("mostly")


@given(st.lists(st.tuples(st.text(max_size=4), JSON_VALUES), max_size=5), st.binary(max_size=40))
def test_sound_lines_are_read_whatever_stands_between_them(saved: list[tuple[str, object]], noise: bytes) -> None:
    answers = [Answer("1", item, value, n + 1) for n, (item, value) in enumerate(saved)]
    data = b"\n".join(encode_line(a).rstrip(b"\n") + b"\n" + noise.replace(b"\n", b" ") for a in answers)
    assert read_lines(data).answers == answers


@given(st.integers(0, 200), st.integers(0, 7))
def test_a_flipped_bit_is_noticed(position: int, bit: int) -> None:
    line = encode_line(Answer("12", "why", "the authors were there", 7))
    position %= len(line) - 1
    damaged = bytes([*line[:position], line[position] ^ (1 << bit), *line[position + 1 :]])
    assert all(a == Answer("12", "why", "the authors were there", 7) for a in read_lines(damaged).answers)


def test_torn_foreign_and_newer_lines_are_counted_and_said(tmp_path: Path) -> None:
    line = encode_line(Answer("12", "why", "kept", 1))
    newer = json.dumps({"schema": SCHEMA + 1, "anything": [], "crc": 0}).encode()
    (tmp_path / "a.jsonl").write_bytes(line + b'{"some": "thing"}\n' + newer + b"\n" + line[:30])
    before = (tmp_path / "a.jsonl").read_bytes()
    journal = Journal(tmp_path)
    assert journal.latest("12", "why") == "kept"
    assert journal.notice == "2 damaged lines, 1 written by a newer version of the workbook were passed over; every sound answer was read."
    journal.save("12", "why", "new")
    assert (tmp_path / "a.jsonl").read_bytes() == before


@given(st.text(max_size=3) | st.integers() | st.lists(st.integers(), max_size=2), st.none() | st.integers() | st.text(max_size=3))
def test_an_answer_without_a_name_is_no_answer(lesson: object, item: object) -> None:
    reading = read_lines(encode_line(Answer(lesson, item, "x", 1)))  # type: ignore[arg-type]
    assert len(reading.answers) == (isinstance(lesson, str) and isinstance(item, str))
    assert len(reading.latest()) == len(reading.answers)


def test_nothing_is_said_where_all_is_sound() -> None:
    assert Reading().in_words() == ""


def _write_many(folder: str, name: int) -> None:
    journal = Journal(Path(folder))
    for k in range(EACH):
        journal.save("13", f"w{name}-{k}", k)


@pytest.mark.promise("answers-together")
def test_eight_kernels_at_once_lose_nothing(tmp_path: Path, record_property: Record) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(str(tmp_path), n)) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    kept = {a.item: a.value for a in read_folder(tmp_path).answers}
    assert kept == {f"w{n}-{k}": k for n in range(WRITERS) for k in range(EACH)}
    record_property("tried", len(kept))


_SAVER = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from helpers.journal import Journal
journal = Journal(Path(sys.argv[1]))
for k in range(100_000):
    journal.save("12", str(k), "x" * (k % 300))
    sys.stdout.write(f"{k}\\n"); sys.stdout.flush()
"""


@POSIX
@pytest.mark.slow
@pytest.mark.promise("answers-killed")
def test_a_kernel_that_is_killed_keeps_every_acknowledged_answer(tmp_path: Path, record_property: Record) -> None:
    for kill in range(KILLS):
        home = tmp_path / str(kill)
        process = subprocess.Popen([sys.executable, "-c", _SAVER, str(home), str(ROOT)], stdout=subprocess.PIPE, encoding="utf-8")
        assert process.stdout is not None
        said = [process.stdout.readline()]
        time.sleep(0.0007 * (kill % 40))
        process.send_signal(signal.SIGKILL)
        said += process.stdout.read().splitlines()
        process.wait()
        kept = {a.item for a in read_folder(home).answers}
        acknowledged = {line.strip() for line in said if line.strip()}
        assert acknowledged, "the saver never began"
        assert acknowledged <= kept
    record_property("tried", KILLS)


def _in_child(work: str, folder: Path) -> str:
    """What a child prints that runs ``work`` with a journal in ``folder`` (limits and owners don't leak into the tests)."""
    script = f"""
import os, resource, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from helpers.journal import Journal, NotSaved, open_journal
folder = Path({str(folder)!r})
def attempt(journal, value="x" * 200):
    try:
        journal.save("12", "why", value); print("saved")
    except NotSaved as error:
        print(error)
{work}
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@POSIX
@pytest.mark.promise("homes")
def test_a_full_disk_keeps_old_answers_and_says_so(tmp_path: Path) -> None:
    limit = len(encode_line(Answer("12", "why", "x" * 200, 1))) + 50
    said = _in_child(
        f"journal = Journal(folder); attempt(journal)\nresource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\nattempt(journal)\n"
        "print(journal.latest('12', 'why') == 'x' * 200)",
        tmp_path,
    ).splitlines()
    assert said[0] == "saved"
    assert "could not be saved" in said[1]
    assert "Earlier answers are safe" in said[1]
    assert said[2] == "True"
    reading = read_folder(tmp_path)
    assert [a.value for a in reading.answers] == ["x" * 200]
    assert reading.torn == 0


@pytest.mark.promise("homes")
def test_an_answer_can_be_saved_again_once_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(tmp_path)
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[: len(data) // 2]))
    with pytest.raises(NotSaved, match="only a part"):
        journal.save("12", "why", "first try")
    monkeypatch.setattr(os, "write", real)
    journal.save("12", "why", "second try")
    reading = read_folder(tmp_path)
    assert [a.value for a in reading.answers] == ["second try"]
    assert reading.torn == 0


@NEEDS_ROOT
@pytest.mark.parametrize("when", ["before the first answer", "between two answers"])
@pytest.mark.promise("homes")
def test_a_home_that_turns_read_only_keeps_old_answers(tmp_path: Path, when: str) -> None:
    home = tmp_path / "answers"
    for folder in [tmp_path, *(parent for parent in tmp_path.parents if parent.stat().st_mode & 0o777 == 0o700)]:
        folder.chmod(0o755)
    Journal(home).save("12", "why", "old")
    for path in home.iterdir():
        path.chmod(0o444)
    home.chmod(0o555)
    first = "" if when == "before the first answer" else "journal = Journal(folder)\n"
    said = _in_child(
        f"{first}os.setgid(65534); os.setuid(65534)\njournal = Journal(folder); attempt(journal)\nprint(len(journal.answers()))", home
    )
    assert "could not be saved" in said
    assert [a.value for a in read_folder(home).answers] == ["old"]


@NEEDS_ROOT
@pytest.mark.promise("homes")
def test_a_home_that_can_no_longer_be_read_is_said(tmp_path: Path) -> None:
    home = tmp_path / "shut" / "answers"
    Journal(home).save("12", "why", "old")
    home.parent.chmod(0o700)
    said = _in_child("os.setgid(65534); os.setuid(65534)\njournal = Journal(folder); attempt(journal)", home)
    assert "could not be saved" in said
    assert [a.value for a in read_folder(home).answers] == ["old"]


@pytest.mark.promise("homes")
def test_without_any_folder_answers_live_in_memory_and_the_reader_is_told() -> None:
    journal = Journal(None)
    journal.save("12", "why", "kept while the kernel runs")
    assert journal.latest("12", "why") == "kept while the kernel runs"
    assert "not being saved" in journal.notice


@pytest.mark.promise("homes")
def test_a_home_that_is_a_file_is_no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("STUDY_HOME", str(tmp_path / "home"))
    assert open_journal().folder is None


@pytest.mark.promise("homes")
def test_the_folder_may_vanish_while_the_kernel_runs(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "answers")
    journal.save("12", "a", 1)
    next((tmp_path / "answers").iterdir()).unlink()
    (tmp_path / "answers").rmdir()
    journal.save("12", "b", 2)
    assert {a.item: a.value for a in journal.answers()} == {"a": 1, "b": 2}
    assert [a.item for a in read_folder(tmp_path / "answers").answers] == ["b"]


def test_what_json_does_not_have_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    with pytest.raises(TypeError):
        journal.save("12", "why", {1, 2})
    assert read_folder(tmp_path).answers == []
