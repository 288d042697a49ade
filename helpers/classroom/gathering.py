"""A folder of class journals → what each reader gave. Files are only read; links are not followed; archives not opened.

How the folder is laid out (both ways may be mixed; the same name is the same reader):

* ``FOLDER/NAME/…/*.jsonl``: one sub-folder for each reader, with the journals at any depth down to four folders;
* ``FOLDER/NAME-*.jsonl``: the journals of a reader with the name before them (``NAME-4711-0a1b2c3d4e5f.jsonl``,
  ``NAME-1.jsonl``, ``NAME.jsonl``).

A journal without a name in the folder itself belongs to nobody and is not read. A ``.zip`` is unpacked by the teacher.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpers.classroom.readers import Classroom, PassedOver, Student
from helpers.exporting import plain
from helpers.journal import SUFFIX, Reading, read_lines
from helpers.model import CorpusError

LARGEST = 32 * 2**20
"""Bytes of the largest journal that is read: a thousand times what a term of lessons gives."""

DEEPEST = 4
ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".xz", ".bz2")
_UNNAMED = re.compile(r"[-_ ]?\d+-[0-9a-f]{12}$")
_NUMBER = re.compile(r"[-_ ]\d+$")


@dataclass(slots=True)
class _Found:
    """What a walk through a folder meets, sorted into journals by reader and things passed over."""

    journals: dict[str, list[Path]] = field(default_factory=dict)
    archives: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    too_large: list[str] = field(default_factory=list)
    others: int = 0

    def take(self, path: Path, reader: str) -> None:
        """Sort one file in; ``reader`` is "" for a file in the class's own folder."""
        kind = path.lstat()
        if stat.S_ISLNK(kind.st_mode):
            self.links.append(plain(path.name))
        elif not stat.S_ISREG(kind.st_mode) or path.suffix.lower() not in (SUFFIX, ".zip"):
            self.others += 1
        elif path.suffix.lower() == ".zip":
            self.archives.append(plain(path.name))
        elif kind.st_size > LARGEST:
            self.too_large.append(plain(path.name))
        elif name := reader or reader_named(path.stem):
            self.journals.setdefault(name, []).append(path)
        else:
            self.nameless.append(plain(path.name))

    def passed_over(self) -> list[PassedOver]:
        """What was not read and why."""
        said = (
            (self.archives, "not opened: unpack {} first, one folder for each reader", "zip archive"),
            (self.links, "not followed: {} to another place", "link"),
            (self.nameless, "not read: {} in the folder itself without a reader's name; put each reader's files into a folder of their own", "journal"),
            (self.too_large, f"not read: {{}} of more than {LARGEST // 2**20} MB", "file"),
            ([""] * self.others, "not read: {} of another kind", "file"),
        )  # fmt: skip
        return [
            PassedOver(text.format(_count(len(names), noun)), names=tuple(n for n in names if n)) for names, text, noun in said if names
        ]


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def reader_named(stem: str) -> str:
    """The reader's name in the name of a journal file that lies in the class's folder itself; "" where there is none.

    >>> reader_named("Ann-Marie-4711-0a1b2c3d4e5f"), reader_named("Ann-Marie-2"), reader_named("4711-0a1b2c3d4e5f")
    ('Ann-Marie', 'Ann-Marie', '')
    """
    bare = _UNNAMED.sub("", stem)
    return _clean_name(bare if bare != stem else _NUMBER.sub("", stem))


def _clean_name(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(plain(name).split()))[:80]


def _walk(folder: Path, found: _Found, reader: str, depth: int) -> None:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == "__MACOSX":
            continue
        if path.is_dir() and not path.is_symlink():
            if depth < DEEPEST:
                _walk(path, found, reader or _clean_name(path.name) or "(no name)", depth + 1)
        else:
            found.take(path, reader)


def _folders(folder: Path) -> list[Path]:
    return [p for p in sorted(folder.iterdir()) if p.is_dir() and not p.is_symlink() and not p.name.startswith((".", "__"))]


def _class_inside(folder: Path) -> Path:
    """The folder to read as the class: ``folder``, or the single one inside it, as an unpacked archive leaves it, that
    holds several with journals and none itself."""
    inside = _folders(folder)
    if len(inside) != 1 or any(folder.glob(f"*{SUFFIX}")) or any(inside[0].glob(f"*{SUFFIX}")):
        return folder
    with_journals = [p for p in _folders(inside[0]) if any(p.rglob(f"*{SUFFIX}"))]
    return _class_inside(inside[0]) if len(with_journals) > 1 else folder


def gather(folder: Path) -> Classroom:
    """The class whose journals lie in ``folder``, readers by name; what could not be read is counted and said.

    Raises CorpusError where there is no such folder, or it can't be listed.
    """
    try:
        if not folder.is_dir():
            raise CorpusError(_no_folder(folder))
        found = _Found()
        _walk(_class_inside(folder), found, "", 0)
    except OSError as error:
        raise CorpusError(f"the folder {plain(folder)} can't be read: {error.strerror or error}") from error
    read = [_read(name, found.journals[name]) for name in sorted(found.journals)]
    passed = [*found.passed_over(), *(p for _, parts in read for p in parts), *_shared(found.journals)]
    return Classroom(tuple(student for student, _ in read), tuple(passed))


def _no_folder(path: Path) -> str:
    """Why a path is no folder of a class, and what to do."""
    wanted = "name the folder that holds your class's journals, one sub-folder a reader"
    if path.is_file():
        archive = path.suffix.lower() in ARCHIVES
        wanted = f"it is an archive and not opened here; unpack it first, then {wanted}" if archive else f"it is a file; {wanted}"
    return f"there is no folder {plain(path)}: {wanted}"


def _read(name: str, paths: list[Path]) -> tuple[Student, list[PassedOver]]:
    reading = Reading()
    for path in paths:
        try:
            read_lines(path.read_bytes(), plain(path.name), reading)
        except OSError:
            reading.unreadable.append(plain(path.name))
    return student_of(name, reading)


def student_of(name: str, reading: Reading) -> tuple[Student, list[PassedOver]]:
    """A reader from all that their journals hold, and what of it was passed over."""
    given = sorted((a for a in reading.answers if not a.draft), key=lambda a: a.rank)
    passed = [PassedOver(words.rstrip("."), name)] if (words := replace(reading, unreadable=[]).in_words()) else []
    passed += (
        [PassedOver(f"can't be read: {_count(len(reading.unreadable), 'file')}", name, tuple(reading.unreadable))]
        if reading.unreadable
        else []
    )
    return Student(name, tuple(given), frozenset((a.lesson, a.item) for a in reading.answers if a.draft)), passed


def _shared(journals: dict[str, list[Path]]) -> Iterator[PassedOver]:
    """Journals that lie with two readers: a journal's own name is given to one kernel alone."""
    owners: dict[str, list[str]] = {}
    for name, paths in journals.items():
        for path in paths:
            if match := _UNNAMED.search(path.stem):
                owners.setdefault(match[0].lstrip("-_ "), []).append(name)
    for owner, *others in (sorted(set(names)) for names in owners.values()):
        if others:
            yield PassedOver("a journal that other readers have too: somebody's answers were copied or mixed up", owner, (), tuple(others))
