"""What the tools work on: the imported edition, the same several times over, and its chapters as plain files for the peers.

``python -m tests.bench.texts SCAN FOLDER 1,10,100`` writes them; a process of its own, for a process that was once large
lends its size to the peak memory of those it starts.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from helpers.model import COUNTED, TextEdition


def copies(edition: TextEdition, times: int) -> TextEdition:
    """``edition`` several times one behind the other: sections and paragraphs of copy 2 are named "2:4.1", "2:4.1.7".

    The vocabulary doesn't grow, which is honest for positions and lines and kind to whatever costs by the word type.
    """
    if times == 1:
        return edition
    n_paragraphs, n_characters, n_sections = len(edition), int(edition.bounds[-1]), len(edition.sections)

    def named(text: str, k: int) -> str:
        return f"{k + 1}:{text}" if k else text

    def shifted(column: Any, step: int) -> np.ndarray:
        values = np.asarray(column)
        return np.concatenate([values + np.array(step * k, values.dtype) for k in range(times)])

    sections = [
        replace(s, id=named(s.id, k), paragraphs=range(s.paragraphs.start + k * n_paragraphs, s.paragraphs.stop + k * n_paragraphs))
        for k in range(times)
        for s in edition.sections
    ]
    rows = list(edition.paragraph_rows)
    tokens, steps = edition.tokens, {"start": n_characters, "stop": n_characters, "paragraph": n_paragraphs, "section": n_sections}
    columns = {name: shifted(getattr(tokens, name), steps.get(name, 0)) for name in tokens.COLUMNS[:-2]}
    order = np.argsort(columns["folded"], kind="stable").astype(np.int32)
    return replace(
        edition, sections=sections, text=str(edition.text) * times,
        bounds=np.concatenate([shifted(edition.bounds[:-1], n_characters), [n_characters * times]]).astype(edition.bounds.dtype),
        roles=shifted(edition.roles, 0), homes=shifted(edition.homes, n_sections),
        paragraph_rows=[[named(r[0], k), named(r[1], k), *r[2:]] for k in range(times) for r in rows],
        tokens=type(tokens)(**columns, order=order, offsets=np.asarray(tokens.offsets) * times),
    )  # fmt: skip


def write_chapters(edition: TextEdition, folder: Path) -> None:
    """A plain file a chapter ("ch02.txt") of what is counted, its paragraphs parted by an empty line."""
    folder.mkdir(parents=True, exist_ok=True)
    texts: dict[int, list[str]] = {}
    for section in edition.sections:
        paragraphs = (edition.paragraph(place) for place in section.paragraphs)
        texts.setdefault(section.chapter, []).extend(p.text for p in paragraphs if p.role in COUNTED)
    for chapter, parts in texts.items():
        (folder / f"ch{chapter:02d}.txt").write_text("\n\n".join(parts), encoding="utf-8")


def main() -> None:
    """Write everything that the tools open."""
    from helpers.editions import save_edition
    from helpers.importing.pipeline import import_bytes
    from tests.bench.limit import build

    scan, folder = Path(sys.argv[1]), Path(sys.argv[2])
    edition, _ = import_bytes(scan.read_bytes())
    write_chapters(edition, folder / "chapters")
    for size in sys.argv[3].split(","):
        if (folder / f"x{size}" / "limit" / "chapters.txt").is_file():
            continue
        larger = copies(edition, int(size))
        save_edition(larger, {}, folder / f"x{size}" / "ours")
        build(larger, folder / f"x{size}" / "limit")


if __name__ == "__main__":
    main()
