"""Bytes to clean text, or a refusal that names the file type."""

from __future__ import annotations

import gzip
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from helpers.importing.decoding import SIZE_CAP, ImportRefused, decode, read_source

TEXT = "The ferry reached Velsk at noon — “late”, said Anna.\n" * 40


def _zip() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("book.txt", TEXT)
    return stream.getvalue()


REFUSED = {
    "a PDF": b"%PDF-1.7\n" + b"x" * 500,
    "a ZIP": _zip(),
    "a rich-text": b"{\\rtf1\\ansi " + TEXT.encode("cp1252") + b"}",
    "an old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "JPEG": b"\xff\xd8\xff\xe0" + bytes(500),
    "TIFF": b"II*\x00" + bytes(500),
    "DjVu": b"AT&TFORM" + bytes(500),
    "a gzip": gzip.compress(TEXT.encode()),
    "web page": b"<!DOCTYPE html><html><body>" + TEXT.encode() + b"</body></html>",
    "web page (spaced)": b"\n\n  <html lang='en'>" + TEXT.encode(),
    "web page (xml)": b'<?xml version="1.0"?><!DOCTYPE html><html>' + TEXT.encode(),
    "a database": b"SQLite format 3\x00" + bytes(500),
    "a program": b"\x7fELF" + bytes(500),
    "empty": b"",
    "empty (spaces)": b" \n\t\n" * 50,
    "no visible (control signs)": bytes(range(1, 32)) * 200,
    "hardly text (figures)": b"123 456 789 000\n" * 300,
    "no visible": "\u200b\u200b\n".encode() * 100,
}


@pytest.mark.parametrize("name", REFUSED)
def test_other_files_are_refused_by_name(name: str) -> None:
    with pytest.raises(ImportRefused, match=name.split(" (")[0]):
        decode(REFUSED[name])


def test_a_hidden_pdf_is_refused_after_cleaning() -> None:
    with pytest.raises(ImportRefused, match="PDF"):
        decode("\u200b\ufeff%PDF-1.4 and so on".encode() + TEXT.encode())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_the_decoding_chain_finds_the_same_text(data: bytes, encoding: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding) == (TEXT, encoding)


def test_a_few_bad_bytes_are_reported_not_guessed() -> None:
    data = TEXT.encode() + b"Br\xffod\n" + TEXT.encode()
    found = decode(data)
    assert (found.encoding, found.replaced) == ("utf-8 with errors", 1)
    assert "Br\ufffdod" in found.text


def test_invisible_signs_are_removed_and_counted() -> None:
    found = decode(("Vel\u200bsk \u202eferry\u202c so\u00adon\x07\n" * 30).encode())
    assert found.removed == 30 * 5
    assert found.text.startswith("Velsk ferry soon\n")


def test_line_ends_become_one_kind() -> None:
    assert decode(b"one two three\r\nfour five six\rseven eight nine\n").text == "one two three\nfour five six\nseven eight nine\n"


def test_folders_devices_and_giants_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="folder"):
        read_source(tmp_path)
    with pytest.raises(ImportRefused, match="can't be read"):
        read_source(tmp_path / "nothing.txt")
    giant = tmp_path / "giant.txt"
    with giant.open("wb") as stream:
        stream.truncate(SIZE_CAP + 1)
    with pytest.raises(ImportRefused, match="bytes"):
        read_source(giant)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ImportRefused, match="regular"):
            read_source(tmp_path / "pipe")
