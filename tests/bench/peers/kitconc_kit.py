"""kitconc 4 without tagging; keyness needs chapter 2 and the rest as corpora of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kitconc.kit_corpus import Corpora


def build(store: Path) -> None:
    """The book, chapter 2, the rest."""
    for name, keep in (("book", lambda stem: True), ("two", lambda stem: stem == "ch02"), ("rest", lambda stem: stem != "ch02")):
        source = store / f"source-{name}"
        source.mkdir()
        for path in sorted((store.parent / "chapters").glob("*.txt")):
            if keep(path.stem):
                (source / path.name).symlink_to(path.resolve())
        Corpora(str(store)).create(name, "no-tagging", str(source))


def load(store: Path) -> Any:
    """The corpus, and the folder of all."""
    return Corpora(str(store)).open("book"), store


def actions(held: Any) -> dict[str, Any]:
    """What is timed, by name."""
    book, store = held
    two = Corpora(str(store)).open("two")
    return {
        "whole": lambda: len(book.kwic("soviet", horizon=8).df), "page": lambda: len(book.kwic("soviet", horizon=8, limit=20).df),
        "page_the": lambda: len(book.kwic("the", horizon=8, limit=20).df),
        "phrase": lambda: len(book.kwic("red guards", horizon=8).df), "frequency": lambda: len(book.wordlist().df.head(100)),
        "keyness": lambda: len(two.keywords(ref_corpus="rest", effect="log-ratio").df.head(100)),
        "collocates": lambda: len(book.collocates("kamenev").df.head(100)), "collocates_the": lambda: len(book.collocates("the").df.head(100)),
        "dispersion": lambda: len(book.dispersion("soviet").df),
    }  # fmt: skip
