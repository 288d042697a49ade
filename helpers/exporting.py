"""What leaves the workbook: spreadsheet cells that can't calculate, Markdown that can't run or link, files written whole."""

from __future__ import annotations

import csv
import io
import re
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from helpers.model import CorpusError

_REMOVED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and marks that turn the direction of text about so that one word looks like another."""

_HALVES = re.compile("[\ud800-\udfff]")

_FORMULA = re.compile(r"(^|[;|\t\r\n])([\"' ]{0,20})(?=[=+\-@\t\r＝＋－＠])")
"""Where a spreadsheet begins a cell: at the start, and behind whatever some country's spreadsheet takes for a separator."""

LONGEST_CELL = 32_000
"""Characters that every spreadsheet keeps in a cell (the limit of a common one is 32,767); longer text is cut and says so."""

_MARKDOWN = re.compile(r"[&<>\\`*_{}\[\]#|~$@^]|:(?=\S)|(?<=www)\.|(?m:^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)])", re.IGNORECASE)


def plain(text: object) -> str:
    """``text`` without control characters, marks of direction and halves of characters; line breaks and tabs stay.

    >>> plain("a\\x00b\\u202ec\\r\\nd"), plain("\\ud800")
    ('abc\\nd', '�')
    """
    lines = str(text).replace("\r\n", "\n").replace("\r", "\n")
    return _HALVES.sub("\ufffd", _REMOVED.sub("", lines))


def shortened(text: object, most: int = 600) -> str:
    """``text`` made plain and cut after ``most`` characters, with the number left out.

    >>> shortened("abcdef", 4)
    'abcd … (2 more characters)'
    """
    whole = plain(text)
    return whole if len(whole) <= most else f"{whole[:most]} … ({len(whole) - most:,} more characters)"


def spreadsheet_cell(value: object) -> object:
    """``value`` as a cell that no spreadsheet takes for a formula: an apostrophe stands before = + - @ where one could begin.

    Numbers stay numbers; None and nan become an empty cell.

    >>> spreadsheet_cell("=1+1"), spreadsheet_cell("a;=1+1"), spreadsheet_cell(-3), spreadsheet_cell("one - two")
    ("'=1+1", "a;'=1+1", -3, 'one - two')
    """
    if value is None or value != value:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    return _FORMULA.sub(r"\1\2'", shortened(value, LONGEST_CELL))


def csv_export(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> bytes:
    """``rows`` as CSV under the headings of ``columns`` (key → heading), every cell guarded.

    UTF-8 with a byte-order mark, without which a common spreadsheet shows accents and Cyrillic as rubbish; every cell
    in quotation marks; lines end in CR LF (RFC 4180).
    """
    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerow(columns.values())
    writer.writerows([spreadsheet_cell(row.get(key)) for key in columns] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def markdown_text(text: object) -> str:
    """``text`` as Markdown that shows it as it is: no mark-up, link, picture, formula or HTML comes of it.

    Signs are written as character references, which Markdown shows but never obeys. Leading white space of a line goes.

    >>> markdown_text("[x](javascript:alert(1)) *a*"), markdown_text("1. www.example.org"), markdown_text("Why? Nobody knows.")
    ('&#91;x&#93;(javascript&#58;alert(1)) &#42;a&#42;', '1&#46; www&#46;example.org', 'Why? Nobody knows.')
    """
    lines = "\n".join(line.strip() for line in plain(text).split("\n"))
    return _MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", lines)


def markdown_quote(text: object) -> str:
    """``text`` as a quotation in Markdown, line by line.

    >>> print(markdown_quote("first\\n# second"))
    > first
    > &#35; second
    """
    return "\n".join(f"> {line}".rstrip() for line in markdown_text(text).split("\n"))


def typed_path(typed: str) -> Path:
    """The path that a reader typed: quotation marks around it go, ~ is their home. Raises ValueError for what can be none.

    >>> typed_path(' "/home/me/class 9a" ').as_posix()
    '/home/me/class 9a'
    """
    bare = typed.strip().strip("\"'")
    with suppress(RuntimeError):  # a home of nobody
        if "\0" not in bare:
            return Path(bare).expanduser()
    raise ValueError(f"“{plain(bare)}” is no path on this machine: type the whole path, such as /home/me/october")


def write_into(folder: str, name: str, data: bytes) -> Path:
    """Write ``data`` to the file ``name`` in a folder whose path a reader typed; where it is.

    Raises ValueError, in a sentence, where no such folder is there, else as ``write_whole``.
    """
    if not folder.strip():
        raise ValueError("type the folder to write into first")
    place = typed_path(folder)
    if not place.is_dir():
        raise ValueError(f"there is no folder {plain(place)}: type one that is there, or make it first")
    return write_whole(place / name, data)


def write_whole(path: Path, data: bytes) -> Path:
    """Write ``data`` to ``path``, all of it or nothing; what stood there before is replaced only then.

    Raises CorpusError for the name of a journal, which must never be written over, and OSError where it can't be written.
    """
    if path.suffix == ".jsonl":
        raise CorpusError(f"{path.name} has the name of a journal of answers: choose another name, such as {path.stem}.html")
    beside = path.with_name(f".{path.name}-{secrets.token_hex(4)}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path
