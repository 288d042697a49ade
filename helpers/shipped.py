"""The shipped data as a Frictionless data package: read by name, checked on first use, damage named."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.home import CORPUS
from helpers.model import Coded, CorpusError

if TYPE_CHECKING:
    import pandas as pd

REMEDY = "restore it with `git checkout corpus` or download the workbook again"
_READERS: dict[str, Callable[[str], Any]] = {"integer": int, "number": float, "boolean": lambda text: text == "true", "string": str}


def _write_value(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def csv_bytes(rows: Iterable[Mapping[str, object]], columns: list[str], *, compress: bool) -> bytes:
    """``rows`` as CSV (UTF-8, LF, header first), the same bytes each time; gzipped without a time stamp if wanted."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\n", extrasaction="raise")
    writer.writeheader()
    writer.writerows({c: _write_value(row[c]) for c in columns} for row in rows)
    data = stream.getvalue().encode()
    return gzip.compress(data, 9, mtime=0) if compress else data


def _columns(text: str, n_columns: int) -> list[Sequence[str]]:
    """The cells of a CSV column by column, headings first; without a quotation mark no cell can hold a comma or line."""
    if '"' in text:
        return list(zip(*csv.reader(io.StringIO(text, newline="")), strict=False))
    cells = text.rstrip("\n").replace("\n", ",").split(",")
    return [cells[k::n_columns] for k in range(n_columns)]


def _typed(cells: Sequence[str], kind: str) -> np.ndarray:
    if kind == "string":
        return np.array(cells, dtype=object)
    read, full = _READERS[kind], "" not in cells
    missing = None if kind == "boolean" else np.nan
    values = list(map(read, cells)) if full else [read(cell) if cell else missing for cell in cells]
    return np.array(values, dtype=object if kind == "boolean" else np.int64 if kind == "integer" and full else np.float64)


class DataPackage(Mapping[str, list[dict[str, Any]]]):
    """The resources of ``datapackage.json`` in ``folder``, by name: ``package["leaves"]`` is its rows.

    A resource is checked against bytes, checksum, columns, types, rows, key and invariants when it is first read.
    A damaged or missing one raises CorpusError with its file and the remedy; the others go on working.
    """

    def __init__(self, folder: Path = CORPUS) -> None:
        self.folder = folder
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._frames: dict[str, Any] = {}

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        """The content of ``datapackage.json``."""
        path = self.folder / "datapackage.json"
        try:
            descriptor: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            return descriptor
        except (OSError, ValueError) as error:
            raise CorpusError(f"{path} is missing or damaged; {REMEDY}") from error

    @cached_property
    def resources(self) -> dict[str, dict[str, Any]]:
        """Descriptors by resource name."""
        return {r["name"]: r for r in self.descriptor["resources"]}

    def __iter__(self) -> Iterator[str]:
        return iter(self.resources)

    def __len__(self) -> int:
        return len(self.resources)

    def __getitem__(self, name: str) -> list[dict[str, Any]]:
        return self.rows(name)

    def columns(self, name: str) -> list[str]:
        """Column names of a resource, in order."""
        return [f["name"] for f in self._resource(name)["schema"]["fields"]]

    def _resource(self, name: str) -> dict[str, Any]:
        if name not in self.resources:
            raise CorpusError(f"the shipped data have no table {name!r}; there are {', '.join(self.resources)}")
        return self.resources[name]

    def checked_bytes(self, name: str) -> bytes:
        """The file of a resource as it lies on disk. Raises CorpusError where size or checksum are not the published ones."""
        resource = self._resource(name)
        path: Path = self.folder / resource["path"]
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CorpusError(f"{path} is missing; {REMEDY}") from error
        if len(data) != resource["bytes"] or f"sha256:{hashlib.sha256(data).hexdigest()}" != resource["hash"]:
            raise CorpusError(f"{path} is damaged (its checksum is not the published one); {REMEDY}")
        return data

    def _text(self, name: str) -> str:
        data = self.checked_bytes(name)
        return (gzip.decompress(data) if self._resource(name)["path"].endswith(".gz") else data).decode("utf-8")

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a resource in file order, values typed by its schema; an empty cell of a number is None."""
        if name not in self._rows:
            self._rows[name] = list(self._read(name))
        return self._rows[name]

    def _read(self, name: str) -> Iterator[dict[str, Any]]:
        fields = self._resource(name)["schema"]["fields"]
        reader = csv.reader(io.StringIO(self._text(name), newline=""))
        names = next(reader, [])
        if names != [f["name"] for f in fields]:
            raise CorpusError(f"{name}: the columns are {names}, not those of datapackage.json; {REMEDY}")
        readers = [_READERS[f["type"]] for f in fields]
        texts = [f["type"] == "string" for f in fields]
        try:
            for line in reader:
                yield {
                    n: read(cell) if cell or is_text else None for n, cell, read, is_text in zip(names, line, readers, texts, strict=True)
                }
        except ValueError as error:
            raise CorpusError(f"{name} line {reader.line_num}: {error}; {REMEDY}") from error

    def arrays(self, name: str) -> dict[str, np.ndarray]:
        """The columns of a resource as arrays, in the schema's order: read in one go and not kept, for large tables.

        Checked like ``rows``. Texts and truth values are arrays of objects (a truth value that is missing is None);
        an integer column with an empty cell is one of floats, the empty cell nan.
        """
        resource = self._resource(name)
        fields = resource["schema"]["fields"]
        cells = _columns(self._text(name), len(fields))
        if [column[0] for column in cells if column] != [f["name"] for f in fields]:
            raise CorpusError(f"{name}: the columns are not those of datapackage.json; {REMEDY}")
        if any(len(column) != resource["rows"] + 1 for column in cells):
            raise CorpusError(f"{name}: there are not {resource['rows']} full rows; {REMEDY}")
        try:
            return {f["name"]: _typed(column[1:], f["type"]) for f, column in zip(fields, cells, strict=True)}
        except ValueError as error:
            raise CorpusError(f"{name}: {error}; {REMEDY}") from error

    def coded(self, name: str, *, block: int = 4096) -> Coded:
        """The columns of a large resource as (codes, the different values in order of appearance): a value is held once.

        Read some lines at a time, so that no more than a ``block`` of cells is in memory. Checked like ``arrays``.
        """
        fields = self._resource(name)["schema"]["fields"]
        # not StringIO, which holds four bytes a character
        lines = csv.reader(io.TextIOWrapper(io.BytesIO(self._text(name).encode()), encoding="utf-8", newline=""))
        if next(lines, []) != [f["name"] for f in fields]:
            raise CorpusError(f"{name}: the columns are not those of datapackage.json; {REMEDY}")
        known: list[dict[str, int]] = [{} for _ in fields]
        parts: list[list[np.ndarray]] = [[] for _ in fields]
        while some := list(islice(lines, block)):
            for codes, part, cells in zip(known, parts, zip(*some, strict=True), strict=True):
                part.append(np.array([codes.setdefault(cell, len(codes)) for cell in cells], dtype=np.int32))
        if sum(map(len, parts[0])) != self._resource(name)["rows"]:
            raise CorpusError(f"{name}: there are not {self._resource(name)['rows']} rows; {REMEDY}")
        values = [_typed(list(codes), f["type"]).tolist() for codes, f in zip(known, fields, strict=True)]
        none = [np.empty(0, np.int32)]
        return {f["name"]: (np.concatenate([*none, *part]), value) for f, part, value in zip(fields, parts, values, strict=True)}

    def frame(self, name: str) -> pd.DataFrame:
        """The rows of a resource as a DataFrame (a copy of its own for every caller)."""
        if name not in self._frames:
            import pandas as pd

            kinds = {"integer": "Int64", "number": "float64", "boolean": "boolean", "string": "str"}
            frame = pd.DataFrame(self.arrays(name), columns=self.columns(name))
            for f in self._resource(name)["schema"]["fields"]:
                full = f["type"] == "integer" and not frame[f["name"]].isna().any()
                frame[f["name"]] = frame[f["name"]].astype("int64" if full else kinds[f["type"]])
            self._frames[name] = frame
        return self._frames[name].copy()

    def check(self, name: str) -> list[str]:
        """What is wrong with one resource: damage, key, vocabularies, references, invariants. Empty if it is sound."""
        try:
            rows = self.rows(name)
        except CorpusError as error:
            return [str(error)]
        resource = self._resource(name)
        problems = [] if len(rows) == resource["rows"] else [f"{name}: {len(rows)} rows, not {resource['rows']}"]
        return problems + self._key_problems(name, rows) + self._value_problems(name, rows) + self._sum_problems(name, rows)

    def _key_problems(self, name: str, rows: list[dict[str, Any]]) -> list[str]:
        schema = self._resource(name)["schema"]
        problems = []
        key = schema.get("primaryKey", [])
        seen: set[tuple[Any, ...]] = set()
        for row in rows if key else []:
            value = tuple(row[k] for k in key)
            if value in seen:
                problems.append(f"{name}: {value} stands twice")
            seen.add(value)
        for reference in schema.get("foreignKeys", []):
            column = reference["fields"]
            target = reference["reference"]["resource"] or name
            known = {row[reference["reference"]["fields"]] for row in self.rows(target)}
            for row in rows:
                cell = row[column] or ""
                missing = [part for part in str(cell).split(";") if part and part not in known]
                problems += [f"{name}: {column} {part!r} is not in {target}" for part in missing]
        return problems

    def _value_problems(self, name: str, rows: list[dict[str, Any]]) -> list[str]:
        import re

        problems = []
        for f in self._resource(name)["schema"]["fields"]:
            limits = f.get("constraints", {})
            allowed, pattern = limits.get("enum"), limits.get("pattern")
            for row in rows:
                value = row[f["name"]]
                if value in (None, ""):
                    if limits.get("required"):
                        problems.append(f"{name}: {f['name']} is empty in {next(iter(row.values()))!r}")
                elif allowed and value not in allowed:
                    problems.append(f"{name}: {f['name']} {value!r} is none of {allowed}")
                elif pattern and not re.fullmatch(pattern, str(value)):
                    problems.append(f"{name}: {f['name']} {value!r} has not the form {pattern}")
        return problems

    def _sum_problems(self, name: str, rows: list[dict[str, Any]]) -> list[str]:
        problems = []
        for rule in self._resource(name).get("invariants", []):
            total = sum(row[rule["sum"]] for row in rows)
            other = sum(row[rule["equals"]["sum"]] for row in self.rows(rule["equals"]["resource"]))
            if total != other:
                problems.append(f"{name}: {rule['sum']} adds up to {total}, not {other} as in {rule['equals']['resource']}")
        return problems


def data_package(folder: Path = CORPUS) -> DataPackage:
    """The shipped data package; read once a process, whether its folder is named or not.

    >>> data_package() is data_package(CORPUS)
    True
    """
    return _read_once(folder)


@lru_cache(maxsize=4)
def _read_once(folder: Path) -> DataPackage:
    return DataPackage(folder)


def refresh_checksums(folder: Path = CORPUS) -> list[str]:
    """Write bytes, checksum and row count of every file into ``datapackage.json``; return the names that changed."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    changed = []
    for resource in descriptor["resources"]:
        data = (folder / resource["path"]).read_bytes()
        text = (gzip.decompress(data) if resource["path"].endswith(".gz") else data).decode()
        rows = sum(1 for _ in csv.reader(io.StringIO(text, newline=""))) - 1
        fresh = {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "rows": rows}
        if any(resource.get(k) != v for k, v in fresh.items()):
            changed.append(resource["name"])
            resource.update(fresh)
    path.write_text(json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return changed
