"""The whole site: every file that belongs to it, and its folder, which is never anybody else's."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from helpers.exporting import write_whole
from helpers.guide import counter_from_measures, read_guide
from helpers.home import CORPUS, ROOT
from helpers.html import Safe
from helpers.lessons.plan import LessonPlan, lesson_ids, read_plan
from helpers.loading import open_corpus
from helpers.model import Corpus, CorpusError
from helpers.shipped import data_package
from helpers.site.dictionary import data_files, dictionary_page
from helpers.site.front import front_page
from helpers.site.guide_pages import guide_pages, section_addresses
from helpers.site.links import rewritten
from helpers.site.notebooks import notebook_html, read_cells, shipped_notebooks, title_of
from helpers.site.pages import HOME, Page, framed, parts_list
from helpers.site.revealing import Folds
from helpers.site.style import SHEET, STYLE

LIST = "files.txt"
"""Names the files of a site, so that the next build replaces these and no others."""


def shipped_corpus() -> Corpus:
    """What ships and nothing else: a reader's own copy of the book stays away from pages that may be given on."""
    corpus = open_corpus()
    return Corpus(corpus.measures, corpus.tables, lambda: corpus.guide, lambda: None)


def _version() -> str:
    found = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else "unknown"


def _notebook_pages(paths: Sequence[Path], corpus: Corpus, plans: Mapping[str, LessonPlan]) -> list[Page]:
    pages = []
    for path in paths:
        cells = read_cells(path)
        folds = Folds(plans[path.name[:2]], corpus) if path.name[:2] in plans else None
        pages.append(Page(f"{path.stem}.html", title_of(cells), notebook_html(cells, folds)))
    return pages


def _finished(page: Page, names: Mapping[str, str], sections: Mapping[str, str]) -> Page:
    """``page`` with its links led to the site and the list of its parts behind its heading."""
    body = rewritten(page.body, names, sections)
    head, end, rest = body.partition("</h1>")
    return Page(page.name, page.title, Safe(head + end + parts_list(body) + rest), page.belongs_to)


def site_files(notebooks: Path = ROOT / "notebooks", folder: Path = CORPUS) -> dict[str, bytes]:
    """Path on the site → bytes, the same each time: pages, the sheet of styles, tables to take away.

    Raises CorpusError where something that ships is missing or damaged.
    """
    package, plans = data_package(folder), {lesson: read_plan(lesson, folder) for lesson in lesson_ids(folder)}
    sections, count = read_guide(folder / "guide"), counter_from_measures(package.coded("leaf_tokens"))
    paths = shipped_notebooks(notebooks)
    read = _notebook_pages(paths, shipped_corpus(), plans)
    front = front_page(list(plans.values()), {page.name[:2]: page for page in read}, _version())
    names = {path.name: page.name for path, page in zip(paths, read, strict=True)} | {"../README.md": HOME}
    pages = [front, *read, *guide_pages(sections, count, package.rows("sources")), dictionary_page(package)]
    finished = [page if page is front else _finished(page, names, section_addresses(sections)) for page in pages]
    return framed(finished) | {SHEET: STYLE.encode()} | data_files(package)


def earlier_files(folder: Path) -> list[str]:
    """What an earlier build wrote into ``folder``; empty for one that is new or empty.

    Raises CorpusError for a folder that holds other things and was not made by a build.
    """
    listed = folder / LIST
    if listed.is_file():
        return listed.read_text(encoding="utf-8").splitlines()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CorpusError(f"{folder} holds other files: name an empty folder or one that `site` made, with --output FOLDER")
    return []


def write_site(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` into ``folder``; what an earlier build left and this one doesn't have goes.

    The list of files names old and new ones until all is done, so that a build that broke off can be made again.
    Raises CorpusError for a folder that holds other things.
    """
    old = earlier_files(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / LIST, _listed({*old, *files}))
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, data)
    inside = folder.resolve()
    for name in {*old} - {*files}:
        path = (folder / name).resolve()
        if path.is_relative_to(inside) and path.is_file():
            path.unlink()
    write_whole(folder / LIST, _listed(files))


def _listed(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in sorted(names)).encode()


def site_answer(output: str | None) -> tuple[dict[str, Any], str]:
    """Build the site into ``output``, else ``site/`` in the checkout: what was written, and a sentence that says so."""
    begun = time.monotonic()
    folder = Path(output).expanduser() if output else ROOT / "site"
    earlier_files(folder)  # a folder that is refused is refused at once
    files = site_files()
    write_site(folder, files)
    n_pages, n_bytes, seconds = sum(name.endswith(".html") for name in files), sum(map(len, files.values())), time.monotonic() - begun
    value = {"folder": str(folder), "pages": n_pages, "files": len(files) + 1, "bytes": n_bytes, "seconds": round(seconds, 1)}
    sentence = f"{n_pages} pages and {len(files) - n_pages} other files, {n_bytes / 1e6:.1f} MB, in {seconds:.1f} s; open {folder / HOME}"
    return value, sentence
