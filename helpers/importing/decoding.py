"""A reader's file as clean text, or a refusal that names what it is and what to do."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

SIZE_CAP = 32 * 1024 * 1024
"""Largest file that is read, in bytes: twenty times the book."""


class ImportRefused(ValueError):
    """A file that can't be imported; the message says what it is and what to do."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """Clean text with what it took to get it: encoding, counts of bytes replaced and characters removed."""

    text: str
    encoding: str
    replaced: int = 0
    removed: int = 0


_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "save or export it as plain text (.txt) first"),
    (b"PK\x03\x04", "a ZIP, EPUB, DOCX or ODT archive", "open it and save its text as plain text (.txt)"),
    (b"{\\rtf", "a rich-text (RTF) document", "open it in a word processor and save it as plain text (.txt)"),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "open it in a word processor and save it as plain text (.txt)"),
    (b"\x89PNG", "a picture (PNG)", "run text recognition on it first and bring the text"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "run text recognition on it first and bring the text"),
    (b"GIF8", "a picture (GIF)", "run text recognition on it first and bring the text"),
    (b"II*\x00", "a picture (TIFF)", "run text recognition on it first and bring the text"),
    (b"MM\x00*", "a picture (TIFF)", "run text recognition on it first and bring the text"),
    (b"AT&TFORM", "a DjVu scan", "export its text layer as plain text (.txt)"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first"),
    (b"\xfd7zXZ", "an XZ archive", "unpack it first"),
    (b"SQLite format 3", "a database", "export the text as plain text (.txt)"),
    (b"\x7fELF", "a program", "choose the book's plain-text file"),
)

_HTML = re.compile(rb"(?i)^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.DOTALL)

_UNWANTED = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\ud800-\udfff\ufffe\uffff]"
)


def _refuse_by_kind(data: bytes) -> None:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    for magic, kind, remedy in _KINDS:
        if data.startswith(magic) or head.startswith(magic):
            raise ImportRefused(f"this file is {kind}, not plain text: {remedy}")
    if _HTML.match(head):
        raise ImportRefused("this file is a web page (HTML), not plain text: save the page as text (.txt) first")


def read_source(path: Path) -> bytes:
    """The bytes of ``path``: a regular file of at most 32 MiB.

    Raises ImportRefused for a missing, unreadable, empty or too large file, a folder or a device.
    """
    try:
        info = path.stat()
    except OSError as error:
        raise ImportRefused(f"{path} can't be read: {error.strerror or error}") from error
    if stat.S_ISDIR(info.st_mode):
        raise ImportRefused(f"{path} is a folder: name the text file in it")
    if not stat.S_ISREG(info.st_mode):
        raise ImportRefused(f"{path} is not a regular file")
    if info.st_size > SIZE_CAP:
        raise ImportRefused(f"{path} has {info.st_size:,} bytes; at most {SIZE_CAP:,} are read. Is it plain text?")
    try:
        return path.read_bytes()
    except OSError as error:
        raise ImportRefused(f"{path} can't be read: {error.strerror or error}") from error


def _decode(data: bytes) -> tuple[str, str, int]:
    for mark, name in ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be")):
        if data.startswith(mark):
            return data[4:].decode(name, "replace"), name, 0
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            text = data[len(mark) :].decode("utf-8" if name == "utf-8-sig" else name, "replace")
            return text, name, text.count("\ufffd")
    sample = data[:8192]
    if sample.count(0) > len(sample) // 8:
        odd = sum(1 for i in range(1, len(sample), 2) if sample[i] == 0)
        name = "utf-16-le" if odd * 2 > sample.count(0) else "utf-16-be"
        text = data.decode(name, "replace")
        return text, name, text.count("\ufffd")
    try:
        return data.decode("utf-8"), "utf-8", 0
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if bad <= max(3, len(text) // 2000):
        return text, "utf-8 with errors", bad
    text = data.decode("cp1252", "replace")
    return text, "cp1252", text.count("\ufffd")


def decode(data: bytes) -> DecodedText:
    """Clean text of a file's bytes, by a fixed chain: byte-order mark, pattern of zero bytes, strict UTF-8,
    UTF-8 with few bad bytes, Windows-1252. Never a guesser.

    Zero-width, bidirectional and control characters and lone surrogates are removed and counted; line ends
    become ``\\n``; a form feed stays. Raises ImportRefused for other file types, before and after cleaning,
    for an empty file and for one that is hardly text.

    >>> decode("О́ктябрь".encode()).encoding
    'utf-8'
    >>> decode(b"%PDF-1.7 ...")
    Traceback (most recent call last):
    ...
    helpers.importing.decoding.ImportRefused: this file is a PDF, not plain text: save or export it as plain text (.txt) first
    """
    if not data.strip(b" \t\r\n\x00"):
        raise ImportRefused("this file is empty")
    _refuse_by_kind(data)
    raw, encoding, replaced = _decode(data)
    text, removed = _UNWANTED.subn("", raw)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")
    _refuse_by_kind(text[:4096].encode("utf-8", "replace"))
    visible = sum(not c.isspace() for c in text[:200_000])
    letters = sum(c.isalpha() for c in text[:200_000])
    if visible == 0:
        raise ImportRefused("this file has no visible text")
    if letters < visible * 0.3 or removed > len(raw) // 2:
        raise ImportRefused("this file is hardly text: most of its signs are no letters. Is it a scan without text recognition?")
    return DecodedText(text, encoding, replaced, removed)
