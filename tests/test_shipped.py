"""The shipped data: sound, and any damage noticed and named."""

from __future__ import annotations

import csv
import gzip
import io
import random
import shutil
from pathlib import Path

import pytest

from helpers.home import CORPUS
from helpers.model import CorpusError
from helpers.shipped import DataPackage, csv_bytes, refresh_checksums
from tests.promises import Record, trials

PACKAGE = DataPackage()


@pytest.mark.parametrize("name", list(PACKAGE))
def test_every_shipped_table_is_sound(name: str) -> None:
    assert PACKAGE.check(name) == []


def test_every_file_in_the_folders_is_described() -> None:
    described = {r["path"] for r in PACKAGE.resources.values()}
    there = {f"{kind}/{p.name}" for kind in ("measures", "tables") for p in (CORPUS / kind).glob("*") if not p.name.startswith(".")}
    assert there == described
    for resource in PACKAGE.resources.values():
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_what_ships_is_small() -> None:
    measures = sum(r["bytes"] for r in PACKAGE.resources.values() if r["path"].startswith("measures/"))
    assert measures <= 1_500_000


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped data to damage."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for kind in ("measures", "tables"):
        if (CORPUS / kind).exists():
            shutil.copytree(CORPUS / kind, folder / kind)
    shutil.copy(CORPUS / "datapackage.json", folder)
    return folder


@pytest.mark.promise("data-damaged")
def test_damage_of_any_kind_is_noticed_and_the_file_named(copy: Path, record_property: Record) -> None:
    dice = random.Random(1917)
    resources = list(PACKAGE.resources.values())
    for _ in range(trials("data-damaged")):
        resource = dice.choice(resources)
        path = copy / resource["path"]
        whole = path.read_bytes()
        kind = dice.choice(["flip", "cut", "swap"])
        data = bytearray(whole)
        if kind == "flip":
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        elif kind == "cut":
            data = data[: dice.randrange(len(data))]
        else:
            a, b = sorted(dice.sample(range(len(data) // 2), 2))
            data[a], data[b] = data[b], data[a]
            if bytes(data) == whole:
                data[a] ^= 1
        path.write_bytes(bytes(data))
        with pytest.raises(CorpusError) as caught:
            DataPackage(copy).rows(resource["name"])
        assert path.name in str(caught.value)
        assert "git checkout" in str(caught.value)
        path.write_bytes(whole)
    record_property("tried", trials("data-damaged"))


def test_only_what_needs_a_damaged_file_stops_working(copy: Path) -> None:
    (copy / "measures" / "lengths.csv").unlink()
    package = DataPackage(copy)
    assert len(package.rows("sections")) == len(PACKAGE.rows("sections"))
    with pytest.raises(CorpusError, match="lengths"):
        package.rows("lengths")


def _tamper(copy: Path, name: str, change) -> list[str]:  # type: ignore[no-untyped-def]
    """Change rows of a table and publish a fitting checksum: only keys, values, references and sums can tell."""
    path = copy / PACKAGE.resources[name]["path"]
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    change(rows)
    path.write_bytes(csv_bytes(rows, PACKAGE.columns(name), compress=path.suffix == ".gz"))
    refresh_checksums(copy)
    return DataPackage(copy).check(name)


def test_a_wrong_sum_is_noticed(copy: Path) -> None:
    problems = _tamper(copy, "leaf_tokens", lambda rows: rows[0].update(count=str(int(rows[0]["count"]) + 1)))
    assert any("adds up" in problem for problem in problems)


def test_a_doubled_key_is_noticed(copy: Path) -> None:
    assert any("stands twice" in p for p in _tamper(copy, "sections", lambda rows: rows.append(dict(rows[0]))))


def test_a_reference_into_nothing_is_noticed(copy: Path) -> None:
    assert any("'9.99' is not in sections" in p for p in _tamper(copy, "lengths", lambda rows: rows[0].update(section="9.99")))


def test_a_value_out_of_vocabulary_is_noticed(copy: Path) -> None:
    assert any("'novel' is none of" in p for p in _tamper(copy, "sections", lambda rows: rows[0].update(kind="novel")))


def test_the_words_none_and_null_stay_words() -> None:
    tokens = {row["token"] for row in PACKAGE.rows("leaf_tokens")}
    assert "none" in tokens
    assert set(PACKAGE.frame("leaf_tokens")["token"]) == tokens


@pytest.mark.parametrize("name", ["leaf_tokens", "scare_quotes"])
def test_coded_columns_hold_the_same_values_each_once(name: str) -> None:
    whole = PACKAGE.arrays(name)
    for column, (codes, values) in PACKAGE.coded(name, block=1000).items():
        assert len(set(values)) == len(values)
        assert [values[code] for code in codes.tolist()] == whole[column].tolist()


def test_csv_bytes_are_the_same_each_time() -> None:
    rows = [{"a": "x;y", "b": True}, {"a": "“q”", "b": None}]
    assert csv_bytes(rows, ["a", "b"], compress=True) == csv_bytes(rows, ["a", "b"], compress=True)
    assert csv_bytes(rows, ["a", "b"], compress=False) == "a,b\nx;y,true\n“q”,\n".encode()


def test_the_data_dictionary_names_every_table_and_column() -> None:
    text = (CORPUS / "README.md").read_text(encoding="utf-8")
    for name, resource in PACKAGE.resources.items():
        part = text.partition(f"### {name}\n")[2].partition("\n### ")[0]
        assert part, name
        for field in resource["schema"]["fields"]:
            assert f"| `{field['name']}` | {field['type']} |" in part, f"{name}.{field['name']}"
