"""The site's folder: made, made anew, and never anybody else's. And its guide and dictionary, entry by entry."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from helpers.commands import main
from helpers.guide import read_guide
from helpers.home import CORPUS, GUIDE
from helpers.model import CorpusError
from helpers.shipped import data_package
from helpers.site.building import LIST, write_site
from helpers.site.guide_pages import section_addresses
from tests.site.built import read, texts


def _there(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_new_build_replaces_its_own_files_and_leaves_a_readers(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site, {"index.html": b"1", "data/a.csv": b"a", "old.html": b"old"})
    (site / "mine.txt").write_text("mine", encoding="utf-8")
    write_site(site, {"index.html": b"2", "data/a.csv": b"a"})
    assert _there(site) == {"index.html": b"2", "data/a.csv": b"a", "mine.txt": b"mine", LIST: b"data/a.csv\nindex.html\n"}


def test_a_folder_with_other_files_is_refused_and_untouched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    assert main(["site", "--output", str(tmp_path)]) == 1
    assert "holds other files: name an empty folder" in capsys.readouterr().err
    assert _there(tmp_path) == {"letter.txt": b"dear"}


def test_a_forged_list_takes_nothing_outside_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("stays", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / LIST).write_text(f"../outside.txt\n{outside}\n", encoding="utf-8")
    write_site(tmp_path / "site", {"index.html": b"1"})
    assert outside.read_text(encoding="utf-8") == "stays"


def test_a_build_that_broke_off_can_be_made_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with pytest.raises(CorpusError):
        write_site(site, {"index.html": b"1", "journal.jsonl": b""})
    write_site(site, {"index.html": b"2"})
    assert _there(site) == {"index.html": b"2", LIST: b"index.html\n"}


def test_every_section_of_the_guide_has_its_place() -> None:
    pages = texts()
    addresses = section_addresses(read_guide(GUIDE))
    places = {f"{name}#{id_}" for name, html in pages.items() for id_ in read(html).ids}
    assert set(addresses) == {row["id"] for row in data_package(CORPUS).rows("sections")}
    assert set(addresses.values()) <= places
    assert set(addresses.values()) <= set(read(pages["guide.html"]).links)


@pytest.mark.parametrize("resource", data_package(CORPUS).resources.values(), ids=lambda r: r["name"])
def test_the_dictionary_has_a_row_a_column(resource: dict) -> None:  # type: ignore[type-arg]
    table = re.search(rf"<caption[^>]*>Columns of {resource['name']}</caption>(.*?)</table>", texts()["data.html"], re.DOTALL)
    assert table
    rows = [[unescape(re.sub("<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
            for row in re.findall(r"<tr>(.*?)</tr>", table[1].partition("<tbody>")[2])]  # fmt: skip
    fields = resource["schema"]["fields"]
    assert [row[:2] for row in rows] == [[f["name"], f["type"]] for f in fields]
    assert [row[0] for row, f in zip(rows, fields, strict=True) if f["type"] != "string" and row[2] == "–"] == []
    assert [row[0] for row, f in zip(rows, fields, strict=True) if not row[3].startswith(f["description"])] == []


def test_the_order_of_reading_goes_through_every_page_and_back() -> None:
    pages = texts()
    ways = {name: dict(re.findall(r'<a href="([^"]+)" rel="(next|prev)">', html)) for name, html in pages.items()}
    follow = {rel: {name: next((to for to, r in way.items() if r == rel), None) for name, way in ways.items()} for rel in ("next", "prev")}
    walked, here = [], "index.html"
    while here:
        walked.append(here)
        here = follow["next"][here]
    assert sorted(walked) == sorted(pages)
    assert [follow["prev"][name] for name in walked[1:]] == walked[:-1]
