"""A program near the floor: the same answers from flat files and NumPy arrays, and nothing else. A yardstick, not a product.

Its lines have no printed page and no role, and nothing is checked. NumPy is imported by the statistics alone.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import Any

NAMES = ("word", "start", "stop", "order", "offsets", "counts", "edges")


def build(edition: Any, store: Path) -> None:
    """The flat files of an edition: words and their places, text in four bytes a character, a table of words by section."""
    import numpy as np

    from helpers.analysis.index import role_mask

    store.mkdir(parents=True, exist_ok=True)
    tokens = edition.tokens
    kept = role_mask(None)[np.asarray(tokens.role)]
    by_name = sorted(range(len(edition.folded_forms)), key=edition.folded_forms.__getitem__)
    rank = np.empty(len(by_name), np.int32)
    rank[by_name] = np.arange(len(by_name))
    word, section = rank[np.asarray(tokens.folded)[kept]], np.asarray(tokens.section)[kept]
    n_sections = sum(":" not in section.id for section in edition.sections)
    counts = np.zeros((len(by_name), n_sections), np.int32)
    np.add.at(counts, (word, section % n_sections), 1)
    tables = {
        "word": word, "start": np.asarray(tokens.start)[kept], "stop": np.asarray(tokens.stop)[kept], "order": np.argsort(word, kind="stable"),
        "offsets": np.concatenate([[0], np.cumsum(np.bincount(word, minlength=len(by_name)))]), "counts": counts,
        "edges": np.searchsorted(section, np.arange(len(edition.sections) + 1)),
    }  # fmt: skip
    for name, table in tables.items():
        table.astype(np.int32).tofile(store / f"{name}.i32")
    (store / "text.u32").write_bytes(str(edition.text).encode("utf-32-le"))
    (store / "words.txt").write_text("\n".join(edition.folded_forms[c] for c in by_name), encoding="utf-8")
    chapters = [s.chapter for s in edition.sections[:n_sections]]
    (store / "chapters.txt").write_text(" ".join(map(str, chapters)), encoding="utf-8")


def load(store: Path) -> dict[str, Any]:
    """The mapped files by name."""
    held: dict[str, Any] = {}
    for path in [*(store / f"{name}.i32" for name in NAMES), store / "text.u32"]:
        with path.open("rb") as stream:
            held[path.stem] = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    held.update({name: held[name].cast("i") for name in NAMES})
    held["words"] = (store / "words.txt").read_text(encoding="utf-8").split("\n")
    held["chapters"] = [int(n) for n in (store / "chapters.txt").read_text(encoding="utf-8").split()]
    return held


def actions(held: dict[str, Any]) -> dict[str, Callable[[], int]]:
    """What is timed, by name; each returns its number of rows."""
    word, start, stop, order, offsets, text, words = (held[k] for k in ("word", "start", "stop", "order", "offsets", "text", "words"))
    last = len(word) - 1

    def code(form: str) -> int:
        return bisect_left(words, form)

    def places(form: str) -> Any:
        return order[offsets[code(form)] : offsets[code(form) + 1]]

    def piece(a: int, b: int) -> str:
        return bytes(text[4 * a : 4 * b]).decode("utf-32-le")

    def lines(found: Any, n: int = 1, window: int = 8) -> list[tuple[int, str, str, str]]:
        made = []
        for p in found:
            a, b = start[max(0, p - window)], stop[min(last, p + n - 1 + window)]
            made.append((p, piece(a, start[p]), piece(start[p], stop[p + n - 1]), piece(stop[p + n - 1], b)))
        return made

    def every(form: str) -> int:
        return len(sorted(lines(places(form)), key=lambda line: line[3]))

    def phrase() -> int:
        second = code("guards")
        return len(lines([p for p in places("red") if p < last and word[p + 1] == second], 2))

    def array(name: str) -> Any:
        import numpy as np

        return np.frombuffer(held[name], dtype=np.int32)

    def top(values: Any, n: int = 100) -> Any:
        import numpy as np

        best = np.argpartition(-values, min(n, len(values) - 1))[:n]
        return best[np.argsort(-values[best])]

    def frequency() -> int:
        import numpy as np

        n = np.diff(array("offsets"))
        return len([(words[c], int(n[c])) for c in top(n).tolist()])

    def keyness() -> int:
        import numpy as np

        table = array("counts").reshape(len(words), -1)
        in_two = np.array(held["chapters"]) == 2
        a, both = table[:, in_two].sum(axis=1), table.sum(axis=1)
        b, share = both - a, a.sum() / both.sum()
        with np.errstate(divide="ignore", invalid="ignore"):
            ll = 2 * (np.where(a > 0, a * np.log(a / (both * share)), 0) + np.where(b > 0, b * np.log(b / (both * (1 - share))), 0))
        ll[a <= both * share] = -1
        return len([(words[c], int(a[c]), float(ll[c])) for c in top(ll).tolist()])

    def collocates(form: str) -> int:
        import numpy as np

        found = np.asarray(places(form))
        near = (found[:, None] + np.array([k for k in range(-5, 6) if k])).ravel()
        joint = np.bincount(array("word")[near[(near >= 0) & (near <= last)]], minlength=len(words))
        dice = 14 + np.log2(np.maximum(2 * joint / (np.diff(array("offsets")) + len(found)), 1e-9))
        return len([(words[c], int(joint[c]), float(dice[c])) for c in top(dice).tolist()])

    def dispersion() -> int:
        import numpy as np

        return len(np.diff(np.searchsorted(np.asarray(places("soviet")), array("edges"))).tolist())

    return {
        "whole": lambda: every("soviet"), "page": lambda: len(lines(places("soviet")[:20])), "page_the": lambda: len(lines(places("the")[:20])),
        "phrase": phrase, "frequency": frequency, "keyness": keyness, "collocates": lambda: collocates("kamenev"),
        "collocates_the": lambda: collocates("the"), "dispersion": dispersion, "hits": lambda: len(places("soviet")),
    }  # fmt: skip
