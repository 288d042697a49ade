"""NLTK: Text and FreqDist over a pickled list of tokens. It looks for "Soviet" in these capitals, for it folds no case here."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import nltk
from nltk.text import Text
from nltk.tokenize import WordPunctTokenizer


def build(store: Path) -> None:
    """Cut the chapters into tokens."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((store.parent / "chapters").glob("*.txt")))
    tokens = [token for text in texts for token in WordPunctTokenizer().tokenize(text)]
    (store / "tokens.pkl").write_bytes(pickle.dumps(tokens, protocol=5))


def load(store: Path) -> Any:
    """The text."""
    return Text(pickle.loads((store / "tokens.pkl").read_bytes()))


def actions(text: Any) -> dict[str, Any]:
    """What is timed, by name."""

    def collocates() -> int:
        from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder

        finder = BigramCollocationFinder.from_words(text.tokens, window_size=6)
        finder.apply_ngram_filter(lambda a, b: "Kamenev" not in (a, b))
        return len(finder.nbest(BigramAssocMeasures.likelihood_ratio, 100))

    return {
        "whole": lambda: len(text.concordance_list("Soviet", width=79, lines=10**9)),
        "page": lambda: len(text.concordance_list("Soviet", width=79, lines=20)),
        "page_the": lambda: len(text.concordance_list("the", width=79, lines=20)),
        "phrase": lambda: len(text.concordance_list(["Red", "Guards"], width=79, lines=10**9)),
        "frequency": lambda: len(nltk.FreqDist(text.tokens).most_common(100)),
        "collocates": collocates,
    }
