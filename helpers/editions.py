"""Editions on disk: written whole into a new folder, checked, then switched to; opened memory-mapped."""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import shutil
import uuid
from codecs import utf_32_le_decode
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from helpers.model import CorpusError, PageSpan, Section, TextEdition, Tokens

FORMAT = 1
_ARRAYS = ("bounds", "roles", "homes")


class MappedText:
    """A text in a mapped file, four bytes a character: sliced like a string, read only where it is looked at."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            self._map: Any = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        self._size = size // 4

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, where: slice) -> str:
        begin, end, _ = where.indices(self._size)
        return utf_32_le_decode(self._map[4 * begin : 4 * end])[0]

    def __str__(self) -> str:
        return self[:]


class MappedRows(Sequence[Any]):
    """Rows of JSON in a mapped file, read one by one."""

    def __init__(self, path: Path, offsets: np.ndarray) -> None:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            self._map: Any = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        self._offsets = offsets

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, place: Any) -> Any:
        if place < 0 or place >= len(self):
            raise IndexError(place)
        return json.loads(self._map[int(self._offsets[place]) : int(self._offsets[place + 1])])

    def __iter__(self) -> Iterator[Any]:
        return map(json.loads, bytes(self._map).splitlines())


def _section_record(section: Section) -> dict[str, Any]:
    return {
        "id": section.id, "kind": section.kind, "chapter": section.chapter, "number": section.number, "title": section.title,
        "chapter_title": section.chapter_title, "pages": [section.pages.first, section.pages.last, section.pages.doubtful],
        "paragraphs": [section.paragraphs.start, section.paragraphs.stop], "words": section.words, "guessed": section.guessed,
    }  # fmt: skip


def _write_files(folder: Path, edition: TextEdition, report: dict[str, Any]) -> None:
    def put(name: str, data: bytes) -> None:
        with (folder / name).open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())

    def put_array(name: str, array: np.ndarray) -> None:
        with (folder / f"{name}.npy").open("wb") as stream:
            np.save(stream, array, allow_pickle=False)

    put("text.u32", str(edition.text).encode("utf-32-le"))
    rows = [json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for row in edition.paragraph_rows]
    put("rows.jsonl", b"".join(rows))
    put_array("row_offsets", np.cumsum([0] + [len(row) for row in rows], dtype=np.int64))
    for name in _ARRAYS:
        put_array(name, getattr(edition, name))
    for name in Tokens.COLUMNS:
        put_array(f"tokens-{name}", getattr(edition.tokens, name))
    put("forms.txt", "\n".join(edition.forms).encode())
    put("folded.txt", "\n".join(edition.folded_forms).encode())
    put("entries.json", json.dumps(list(edition.entries), ensure_ascii=False).encode())
    put("report.json", json.dumps(report, ensure_ascii=False, indent=1).encode())
    files = {p.name: [p.stat().st_size, hashlib.sha256(p.read_bytes()).hexdigest()] for p in sorted(folder.iterdir())}
    head = {
        "format": FORMAT, "name": edition.name, "title": edition.title, "reference": dict(edition.reference),
        "sections": [_section_record(s) for s in edition.sections], "files": files,
    }  # fmt: skip
    put("edition.json", json.dumps(head, ensure_ascii=False).encode())


def save_edition(edition: TextEdition, report: dict[str, Any], folder: Path) -> Path:
    """Write ``edition`` below ``folder`` and make it the current one of its name; return its own folder.

    The files go into a new folder, are read back and compared, then one small file is replaced that names the
    folder in use: killed at any moment, the old edition or the new one stands, never a mixture. Raises
    CorpusError where the disk is full or can't be written; the old edition is then untouched.
    """
    base = folder / edition.name
    new = base / f"edition-{uuid.uuid4().hex[:12]}"
    try:
        new.mkdir(parents=True)
        _write_files(new, edition, report)
        _verify(new)
        pointer = base / f"current-{uuid.uuid4().hex[:8]}.tmp"
        with pointer.open("w", encoding="utf-8") as stream:
            stream.write(new.name)
            stream.flush()
            os.fsync(stream.fileno())
        pointer.replace(base / "current")
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise CorpusError(
            f"the edition could not be written to {base}: {error.strerror or error}; what was there before is unchanged"
        ) from error
    for old in base.iterdir():
        if old != new and old.name != "current":
            shutil.rmtree(old, ignore_errors=True) if old.is_dir() else old.unlink(missing_ok=True)
    return new


def _verify(folder: Path) -> None:
    """Every file has the size and checksum that the edition's head names. Raises CorpusError with the first that hasn't."""
    head = _head(folder)
    for name, (size, checksum) in head["files"].items():
        path = folder / name
        if not path.exists() or path.stat().st_size != size or hashlib.sha256(path.read_bytes()).hexdigest() != checksum:
            raise CorpusError(f"{path} is damaged; import the book again")


def _head(folder: Path) -> dict[str, Any]:
    try:
        head: dict[str, Any] = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CorpusError(f"the imported edition in {folder} can't be read; import the book again") from error
    if head.get("format") != FORMAT:
        raise CorpusError(f"the imported edition in {folder} has format {head.get('format')!r}, not {FORMAT}; import the book again")
    return head


def current_folder(folder: Path, name: str) -> Path | None:
    """The folder of the current edition ``name`` below ``folder``, or None where there is none."""
    pointer = folder / name / "current"
    try:
        return folder / name / pointer.read_text(encoding="utf-8").strip()
    except OSError:
        return None


def open_edition(folder: Path, *, verify: bool = False) -> TextEdition:
    """The edition in ``folder``, its columns mapped. Sizes are checked always, checksums with ``verify``.

    Raises CorpusError that names the damaged file.
    """
    head = _head(folder)
    if verify:
        _verify(folder)
    for name, (size, _) in head["files"].items():
        path = folder / name
        if not path.exists() or path.stat().st_size != size:
            raise CorpusError(f"{path} is damaged or missing; import the book again")

    def array(name: str) -> np.ndarray:
        loaded: np.ndarray = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
        return loaded

    sections = [
        Section(
            r["id"],
            r["kind"],
            r["chapter"],
            r["number"],
            r["title"],
            r["chapter_title"],
            PageSpan(*r["pages"]),
            range(*r["paragraphs"]),
            r["words"],
            r["guessed"],
        )
        for r in head["sections"]
    ]
    return TextEdition(
        head["name"], head["title"], head["reference"], sections, MappedText(folder / "text.u32"),
        array("bounds"), array("roles"), array("homes"), MappedRows(folder / "rows.jsonl", array("row_offsets")),
        (folder / "forms.txt").read_text(encoding="utf-8").split("\n"), (folder / "folded.txt").read_text(encoding="utf-8").split("\n"),
        Tokens(*(array(f"tokens-{name}") for name in Tokens.COLUMNS)), json.loads((folder / "entries.json").read_text(encoding="utf-8")),
    )  # fmt: skip


def read_report(folder: Path) -> dict[str, Any]:
    """The import report kept with the edition."""
    report: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return report
