"""The reader's answers: append-only, one file a kernel, merged on read, so that no acknowledged answer is lost.

Each answer is one line of JSON with a checksum, written by one call and synced before it is acknowledged. Files of
other kernels are only ever read. What is latest is told by a counter that never goes back, not by a clock.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import zlib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.home import private_folder

SCHEMA = 1
SUFFIX = ".jsonl"


class NotSaved(Exception):
    """An answer could not be written; the message says why and what to do. What was saved before is still there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One saved answer. ``counter`` orders answers; ``draft`` marks a text that its reader had not yet given."""

    lesson: str
    item: str
    value: Any
    counter: int
    draft: bool = False
    source: str = ""

    @property
    def rank(self) -> tuple[int, str]:
        """What decides which of two answers is later: the counter, then the file's name."""
        return (self.counter, self.source)


@dataclass(slots=True)
class Reading:
    """What a folder of journals holds: every sound answer, and how many lines were torn, foreign or newer."""

    answers: list[Answer] = field(default_factory=list)
    torn: int = 0
    newer: int = 0
    unreadable: list[str] = field(default_factory=list)

    def latest(self, *, drafts: bool = False) -> dict[tuple[str, str], Answer]:
        """The latest answer for each (lesson, item); with ``drafts`` a later draft counts too."""
        ranked = sorted((a for a in self.answers if drafts or not a.draft), key=lambda a: a.rank)
        return {(a.lesson, a.item): a for a in ranked}

    def in_words(self) -> str:
        """What was passed over, as a sentence; empty where all was sound.

        >>> Reading(torn=2).in_words()
        '2 damaged lines were passed over; every sound answer was read.'
        """
        parts = [f"{self.torn} damaged line{'s' * (self.torn != 1)}"] if self.torn else []
        parts += [f"{self.newer} written by a newer version of the workbook"] if self.newer else []
        parts += [f"the file {name}" for name in self.unreadable]
        if not parts:
            return ""
        one = (self.torn + self.newer + len(self.unreadable)) == 1
        return f"{', '.join(parts)} {'was' if one else 'were'} passed over; every sound answer was read."


def _seal(record: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(record, ensure_ascii=False, sort_keys=True).encode())


def encode_line(answer: Answer) -> bytes:
    """``answer`` as the one line that is written. Raises TypeError for a value that JSON doesn't have."""
    record = {
        "schema": SCHEMA,
        "lesson": answer.lesson,
        "item": answer.item,
        "counter": answer.counter,
        "draft": answer.draft,
        "value": answer.value,
    }
    text = json.dumps(record | {"crc": _seal(record)}, ensure_ascii=False, sort_keys=True)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def read_lines(data: bytes, source: str = "", into: Reading | None = None) -> Reading:
    """The answers in the bytes of one journal; lines that are torn, foreign or newer are counted and left.

    >>> line = encode_line(Answer("12", "longest-day", "1917-10-25", 1))
    >>> reading = read_lines(line + line[:20])
    >>> [a.value for a in reading.answers], reading.torn
    (['1917-10-25'], 1)
    """
    reading = into if into is not None else Reading()
    for line in data.split(b"\n"):
        if not line.strip():
            continue
        answer = _decode(line, source)
        if isinstance(answer, Answer):
            reading.answers.append(answer)
        elif answer == "newer":
            reading.newer += 1
        else:
            reading.torn += 1
    return reading


def _decode(line: bytes, source: str) -> Answer | str:
    """The answer of one line, or "newer" or "torn"."""
    try:
        record = json.loads(line.decode("utf-8"))
        crc = record.pop("crc")
        if isinstance(record["schema"], int) and record["schema"] > SCHEMA:
            return "newer"
        kinds = {"lesson": str, "item": str, "counter": int, "draft": bool}
        whole = _seal(record) == crc and all(isinstance(record[name], kind) for name, kind in kinds.items())
        return Answer(record["lesson"], record["item"], record["value"], record["counter"], record["draft"], source) if whole else "torn"
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "torn"


def read_folder(folder: Path) -> Reading:
    """Everything that the journals in ``folder`` hold, in the order of their names; nothing is changed there."""
    reading = Reading()
    for path in _journals_in(folder):
        try:
            read_lines(path.read_bytes(), path.name, reading)
        except OSError:
            reading.unreadable.append(path.name)
    return reading


def _journals_in(folder: Path) -> list[Path]:
    """The journals in ``folder`` in the order of their names; none where it can't be read (saving then says why)."""
    try:
        return sorted(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return []


def _sizes(folder: Path) -> dict[str, int]:
    """Bytes of each journal in ``folder``; journals only grow, so an equal size means nothing new."""
    found = {}
    for path in _journals_in(folder):
        with contextlib.suppress(OSError):
            found[path.name] = path.stat().st_size
    return found


@dataclass(slots=True)
class _Followed:
    """A journal that grows: what its first ``end`` bytes, all whole lines, hold; ``rest`` is what stands behind them."""

    end: int = 0
    whole: Reading = field(default_factory=Reading)
    rest: Reading = field(default_factory=Reading)

    def read_on(self, path: Path) -> None:
        """Read what was written since; a last line without an end is read again when the file has grown."""
        with path.open("rb") as file:
            file.seek(self.end)
            data = file.read()
        lines = data[: data.rfind(b"\n") + 1]
        read_lines(lines, path.name, self.whole)
        self.rest = read_lines(data[len(lines) :], path.name)
        self.end += len(lines)


class Journal:
    """One reader's answers. ``folder`` None keeps them in memory only, and says so in ``notice``."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._own: Path | None = None
        self._kept: list[Answer] = []
        self._seen: dict[str, int] = {}
        self._followed: dict[str, _Followed] = {}
        self._reading = Reading()
        self._counter = 0
        self.refresh()

    @property
    def notice(self) -> str:
        """What the reader must know about saving; empty where all is well."""
        if self.folder is None:
            return "Your answers are not being saved: no folder can be written here. Use Copy answers before you close."
        return self._reading.in_words()

    def refresh(self) -> None:
        """Read what other kernels have written since."""
        if self.folder is None:
            return
        sizes = _sizes(self.folder)
        if sizes == self._seen:
            return
        reading = Reading()
        for name, size in sizes.items():
            known = self._followed.get(name)
            if known is None or size < known.end:
                known = self._followed[name] = _Followed()
            n = len(known.whole.answers)
            try:
                if size != self._seen.get(name):
                    known.read_on(self.folder / name)
            except OSError:
                reading.unreadable.append(name)
            self._counter = max([self._counter, *(a.counter for a in [*known.whole.answers[n:], *known.rest.answers])])
            for part in (known.whole, known.rest):
                reading.answers += part.answers
                reading.torn, reading.newer = reading.torn + part.torn, reading.newer + part.newer
        self._seen = {name: size for name, size in sizes.items() if name not in reading.unreadable}
        self._reading = reading

    def save(self, lesson: str, item: str, value: Any, *, draft: bool = False) -> Answer:
        """Keep ``value`` as the latest answer; when this returns, it is on the disk.

        Raises NotSaved where it could not be written (the value then lives in memory until the kernel stops), and
        TypeError for a value that JSON doesn't have.
        """
        self.refresh()
        self._counter += 1
        answer = Answer(lesson, item, value, self._counter, draft)
        line = encode_line(answer)
        self._kept.append(answer)
        if self.folder is not None:
            self._write(line)
        return answer

    def _write(self, line: bytes) -> None:
        try:
            path = self._own_file()
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
            try:
                before = os.fstat(handle).st_size
                if os.write(handle, line) != len(line):
                    os.ftruncate(handle, before)
                    raise OSError("the disk took only a part of it")
                os.fsync(handle)
                self._seen[path.name] = before + len(line)
            finally:
                os.close(handle)
        except OSError as error:
            reason = error.strerror or str(error)
            raise NotSaved(
                f"This answer could not be saved ({reason}). Earlier answers are safe. Free some space or copy your answer, then try again."
            ) from error

    def _own_file(self) -> Path:
        """This kernel's file, made when its first answer is saved."""
        if self._own is None or not self._own.exists():
            assert self.folder is not None
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"{os.getpid()}-{secrets.token_hex(6)}{SUFFIX}"
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            self._own = path
        return self._own

    def answers(self, lesson: str | None = None, *, drafts: bool = False) -> list[Answer]:
        """The latest answer of every item (of one lesson), by lesson and item."""
        self.refresh()
        name = self._own.name if self._own else ""
        mine = [replace(answer, source=name) for answer in self._kept]
        latest = Reading([*self._reading.answers, *mine]).latest(drafts=drafts)
        return [latest[key] for key in sorted(latest) if lesson in (None, key[0])]

    def latest(self, lesson: str, item: str, *, drafts: bool = False) -> Any:
        """The latest value of an item, None where there is none; a draft counts only with ``drafts``."""
        return next((a.value for a in self.answers(lesson, drafts=drafts) if a.item == item), None)


@lru_cache(maxsize=4)
def _journal_in(folder: Path | None) -> Journal:
    return Journal(folder)


def open_journal() -> Journal:
    """This kernel's journal in the reader's private folder (in memory where none can be written)."""
    return _journal_in(private_folder("answers"))
