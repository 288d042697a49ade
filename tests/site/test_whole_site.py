"""The site as a whole: links that lead somewhere, nothing asked of the network, everything shown, nothing of the teacher's."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import escape, unescape
from pathlib import Path

import pytest

from helpers.bringing import bring_in
from helpers.lessons.plan import lesson_ids, read_plan
from helpers.lessons.responding import key_of
from helpers.shipped import DataPackage
from helpers.site.building import write_site
from tests.conftest import ROOT
from tests.site.built import broken, corpus, files, in_style, read, texts
from tests.specimens import small_book

NOTEBOOKS = sorted(path for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb") if not path.name.startswith("90"))
MOST_BYTES = 15_000_000
LIVE = {"script", "iframe", "object", "embed", "form", "button", "input", "select", "textarea"}
"""What does nothing, or something unasked, on a page without a kernel."""


def test_every_link_leads_to_a_page_a_file_or_a_place() -> None:
    assert broken(texts(), files()) == []
    assert sum(len(read(html).links) for html in texts().values()) > 500


@pytest.mark.parametrize(
    ("page", "bad"),
    [
        ('<a href="b.html">', "a.html → b.html"),
        ('<a href="#here">', "a.html → #here"),
        ('<p id="x"><a href="a.html#y">', "a.html → a.html#y"),
        ('<a href="../notebooks/x.ipynb">', "a.html → ../notebooks/x.ipynb"),
        ('<a href="data/x.csv#row">', "a.html → data/x.csv#row"),
        ('<p id="x"><a href="#x"><a href="a.html"><a href="data/x.csv"><a href="https://example.org/#x">', None),
    ],
)
def test_a_link_that_leads_nowhere_would_be_found(page: str, bad: str | None) -> None:
    assert broken({"a.html": page}, {"data/x.csv": b""}) == ([bad] if bad else [])


def test_a_page_asks_for_its_sheet_and_its_own_pictures_alone() -> None:
    for name, html in texts().items():
        reading = read(html)
        assert (name, {address for address in reading.asked if not address.startswith("data:")}) == (name, {"style.css"})
        assert (name, LIVE & set(reading.tags), reading.handlers) == (name, set(), [])
        assert "application/vnd.jupyter" not in html


def test_the_sheet_asks_for_nothing() -> None:
    assert in_style(files()["style.css"].decode()) == []


@pytest.mark.parametrize(
    "page",
    [
        '<script src="https://x.org/a.js">', '<link rel="stylesheet" href="https://x.org/a.css">', '<img src="http://x.org/a.png">',
        '<p style="background: url(https://x.org/a.png)">', "<style>@import 'https://x.org/a.css';</style>", '<img srcset="//x.org/a.png">',
        "<style>@font-face { src: url('https://x.org/a.woff') }</style>", '<iframe src="https://x.org/">', '<svg><image href="//x.org/a">',
    ],
)  # fmt: skip
def test_whatever_asks_the_network_would_be_found(page: str) -> None:
    assert any("x.org" in address for address in read(page).asked)


def test_a_page_is_well_made() -> None:
    for name, html in texts().items():
        reading = read(html)
        assert (name, reading.tags.count("h1")) == (name, 1)
        assert (name, sorted(reading.ids)) == (name, sorted(set(reading.ids)))
        assert (name, [p for p in reading.pictures if not p.get("alt")]) == (name, [])
        assert (name, re.findall(r"<table[^>]*>(?!\s*<caption)", html)) == (name, [])
        assert (name, re.findall(r"<th(?= |>)(?![^>]* scope=)[^>]*>", html)) == (name, [])


def test_titles_are_different() -> None:
    titles = [re.search("<title>(.*?)</title>", html) for html in texts().values()]
    assert len({t[1] for t in titles if t}) == len(texts())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_whatever_a_notebook_stored_is_shown_but_for_the_set_up(path: Path) -> None:
    html = texts()[f"{path.stem}.html"]
    stored = ["".join(o["data"]["text/html"]) for c in json.loads(path.read_text(encoding="utf-8"))["cells"]
              for o in c.get("outputs", []) if "text/html" in o.get("data", {})]  # fmt: skip
    pictures = {p for one in stored for p in re.findall(r'src="(data:[^"]+)"', one)}
    captions = {c for one in stored for c in re.findall(r"<caption[^>]*>.*?</caption>", one)}
    assert [p[:80] for p in pictures if p not in html] == []
    assert [c for c in captions if c not in html] == []
    assert "sys.path" not in html
    assert html.count("On this page nothing runs") == 1


@pytest.mark.parametrize("lesson", lesson_ids())
def test_a_lesson_tells_folded_what_the_data_say_of_each_prediction(lesson: str) -> None:
    plan = read_plan(lesson)
    html = next(html for name, html in texts().items() if name.startswith(f"{lesson}_"))
    folds = "".join(re.findall(r'<details class="chart">.*?</ul>', html, re.DOTALL))
    decided = [(item, key_of(item, corpus())) for item in plan.items if item.step == "predict"]
    told = {item.id: f"<strong>{escape(item.label)}: </strong>{escape(item.text_of(key))}" for item, key in decided if key is not None}
    assert {id_ for id_, words in told.items() if unescape(words) not in unescape(re.sub(r'<a href="guide[^>]*>|</a>', "", folds))} == set()
    assert told
    assert 'class="chart" open' not in html


def test_nothing_of_the_teachers_pages_is_there() -> None:
    every = unescape("".join(texts().values()))
    assert not [name for name in files() if "90" in name or "teaching" in name or "misconceptions" in name]
    feedback = [o.feedback for lesson in lesson_ids() for item in read_plan(lesson).items for o in item.options if o.feedback]
    feedback += [row["feedback"] for row in corpus().tables.rows("misconceptions")]
    assert len(feedback) > 100
    prose = "".join("".join(c["source"]) for path in NOTEBOOKS for c in json.loads(path.read_text(encoding="utf-8"))["cells"])
    assert [words for words in feedback if words in every and words not in prose] == []


def test_the_tables_to_take_away_are_sound(tmp_path: Path) -> None:
    write_site(tmp_path / "site", files())
    package = DataPackage(tmp_path / "site" / "data")
    assert [problem for name in package for problem in package.check(name)] == []
    assert set(corpus().tables) - set(package) == {"misconceptions"}


def test_it_is_small() -> None:
    assert sum(map(len, files().values())) <= MOST_BYTES


def test_another_build_gives_the_same_bytes_whatever_the_reader_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In another process, with another order of sets, another time zone, and a copy of a book imported."""
    monkeypatch.setenv("STUDY_HOME", str(tmp_path / "home"))
    bring_in(small_book(1)[0].encode(), profile="civil-war-2")
    env = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tashkent"}
    command = [sys.executable, "-m", "helpers", "site", "--json", "--output", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=True)
    said = json.loads(done.stdout)
    there = {p.relative_to(tmp_path / "site").as_posix(): p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()}
    assert [name for name, data in files().items() if there.get(name) != data] == []
    assert set(there) == {*files(), "files.txt"}
    assert (said["pages"], said["files"], said["bytes"]) == (len(texts()), len(there), sum(map(len, files().values())))
