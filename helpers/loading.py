"""``open_corpus()``: the only door to guide, measures, tables and the reader's own book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helpers.editions import current_folder, open_edition
from helpers.guide import build_guide, counter_from_measures, read_guide
from helpers.home import CORPUS, edition_folders
from helpers.model import Corpus, CorpusError, TableSet, TextEdition
from helpers.shipped import REMEDY, DataPackage, data_package


class Frames(TableSet):
    """Shipped tables as DataFrames by name, each read when it is first asked for; ``rows`` gives the same without pandas."""

    def __init__(self, names: list[str], package: DataPackage) -> None:
        self._names, self.package = names, package

    def _known(self, name: str) -> str:
        if name not in self._names:
            raise CorpusError(f"there is no table {name!r}; there are {', '.join(self._names)}")
        return name

    def __getitem__(self, name: str) -> Any:
        return self.package.frame(self._known(name))

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table in file order, as mappings."""
        return self.package.rows(self._known(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __repr__(self) -> str:
        return f"<{len(self)} tables: {', '.join(self._names)}>"


def open_book(name: str = "book", *, verify: bool = False) -> TextEdition | None:
    """The imported edition ``name`` ("book", "ten-days", "other"), or None where none was imported.

    Raises CorpusError for one that is damaged.
    """
    for folder in edition_folders():
        found = current_folder(folder, name)
        if found is not None:
            return open_edition(found, verify=verify)
    return None


def open_guide(folder: Path = CORPUS) -> TextEdition:
    """The reading guide, its counts filled in from the shipped measures. Raises CorpusError where it is missing."""
    sections = read_guide(folder / "guide")
    if not sections:
        raise CorpusError(f"{folder / 'guide'} holds no section of the guide; {REMEDY}")
    return build_guide(sections, counter_from_measures(data_package(folder).coded("leaf_tokens")))


def _frames(kind: str, folder: Path) -> Frames:
    package = data_package(folder)
    names = [name for name, resource in package.resources.items() if resource["path"].startswith(f"{kind}/")]
    return Frames(names, package)


def open_corpus(folder: Path = CORPUS) -> Corpus:
    """Guide, measures, tables, and the book where the reader has imported a copy.

    Everything is read when it is first used; a damaged part raises CorpusError then and leaves the others usable.
    """
    return Corpus(_frames("measures", folder), _frames("tables", folder), lambda: open_guide(folder), open_book)
