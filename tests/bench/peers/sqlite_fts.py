"""SQLite FTS5: a row a paragraph, a phrase query with highlight(), lines cut in Python."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any


def build(store: Path) -> None:
    """Fill the index."""
    base = sqlite3.connect(store / "book.db")
    base.execute("create virtual table p using fts5(chapter unindexed, text)")
    for path in sorted((store.parent / "chapters").glob("*.txt")):
        base.executemany("insert into p values(?,?)", ((path.stem, text) for text in path.read_text(encoding="utf-8").split("\n\n")))
    base.execute("insert into p(p) values('optimize')")
    base.execute("create virtual table v using fts5vocab(p,'row')")
    base.commit()
    base.close()


def load(store: Path) -> Any:
    """The connection."""
    return sqlite3.connect(store / "book.db")


def actions(base: Any) -> dict[str, Any]:
    """What is timed, by name."""

    def lines(query: str, most: int = 0) -> int:
        found: list[tuple[str, str, str, str]] = []
        for chapter, text in base.execute("select chapter,highlight(p,1,char(1),char(2)) from p where p match ? order by rowid", (query,)):
            begin = text.find("\x01")
            while begin >= 0:
                end = text.find("\x02", begin)
                found.append((chapter, text[max(0, begin - 40) : begin], text[begin + 1 : end], text[end + 1 : end + 40]))
                begin = text.find("\x01", end)
            if most and len(found) >= most:
                return most
        return len(sorted(found, key=lambda line: line[3].lower()))

    return {
        "whole": lambda: lines('"soviet"'), "page": lambda: lines('"soviet"', 20), "page_the": lambda: lines('"the"', 20),
        "phrase": lambda: lines('"red guards"'),
        "frequency": lambda: len(base.execute("select term,cnt from v order by cnt desc limit 100").fetchall()),
        "dispersion": lambda: len(base.execute("select chapter,count(*) from p where p match 'soviet' group by chapter").fetchall()),
    }  # fmt: skip
