"""The data dictionary on the site: every table with its columns, rows, licence and file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from helpers.html import Safe, element, joined, table_html
from helpers.shipped import DataPackage
from helpers.site.pages import DICTIONARY, Page, link
from helpers.site.units import unit_of

WITHHELD = ("misconceptions",)
"""Tables described here whose files belong to the teacher's pages, which tell what a wrong answer gives away."""

FOLDER = "data"
_COLUMNS = {"name": "column", "type": "type", "unit": "unit", "meaning": "meaning"}
_KINDS = {"measures": "Measures: counts taken from the whole book", "tables": "Tables: facts in our own words"}


def _row(field: Mapping[str, Any]) -> dict[str, str]:
    among = field.get("constraints", {}).get("enum")
    meaning = field["description"] + (f"; one of {', '.join(map(str, among))}" if among else "")
    return {"name": field["name"], "type": field["type"], "unit": unit_of(field), "meaning": meaning}


def _size(n_bytes: int) -> str:
    return f"{max(round(n_bytes / 1000), 1):,} kB"


def _file(resource: Mapping[str, Any]) -> Safe:
    if resource["name"] in WITHHELD:
        return joined("Its file stays with the teacher's pages and comes with the workbook.")
    packed = ", packed with gzip" if resource["path"].endswith(".gz") else ""
    address = f"{FOLDER}/{resource['path']}"
    return joined(link(address, resource["path"].rpartition("/")[2], download=True), f" ({_size(resource['bytes'])}{packed})")


def _table(resource: Mapping[str, Any], licence: str) -> Safe:
    name = resource["name"]
    key = resource["schema"].get("primaryKey", [])
    facts = f"{resource['rows']:,} rows. {'Key: ' + ', '.join(key) + '. ' if key else ''}Licence: {licence}. "
    rows = [_row(field) for field in resource["schema"]["fields"]]
    return joined(
        element("h3", name, id=name), element("p", f"{resource['description'].rstrip('.')}."), element("p", facts, _file(resource)),
        element("div", Safe(table_html(rows, f"Columns of {name}", _COLUMNS)), class_="columns"),
    )  # fmt: skip


def dictionary_page(package: DataPackage) -> Page:
    """One page: each shipped table with what it holds, its rows, key, licence and file, and a row a column."""
    licence = package.descriptor["licenses"][0]["title"]
    parts = [
        element("h1", "Data dictionary"),
        element("p", f"{package.descriptor['description']} The measures were counted by a program; the tables were written in our own words, from a reading of the book. "
                "Files are plain text with commas (CSV, UTF-8); the first line names the columns. ",
                link(f"{FOLDER}/datapackage.json", "datapackage.json", download=True), " says the same for programs."),
        element("p", "Printed pages are those of the English edition of 1946. Days are written year-month-day; Old Style is the calendar of the book, "
                "thirteen days behind the New Style in 1917. An empty cell means that nothing is known."),
    ]  # fmt: skip
    for kind, heading in _KINDS.items():
        parts.append(element("h2", heading, id=kind))
        of_kind = [r for r in package.resources.values() if r["path"].startswith(f"{kind}/")]
        parts.append(element("ul", *(element("li", link(f"#{r['name']}", r["name"])) for r in of_kind), class_="names"))
        parts += [_table(r, licence) for r in of_kind]
    return Page(DICTIONARY, "Data dictionary", joined(*parts))


def data_files(package: DataPackage) -> dict[str, bytes]:
    """Path on the site → bytes: every table that may be taken away, and the data package that describes them.

    Raises CorpusError where one is damaged.
    """
    kept = [r for r in package.resources.values() if r["name"] not in WITHHELD]
    files = {f"{FOLDER}/{r['path']}": package.checked_bytes(r["name"]) for r in kept}
    descriptor = package.descriptor | {"resources": kept}
    return files | {f"{FOLDER}/datapackage.json": (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()}
