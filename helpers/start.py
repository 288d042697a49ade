"""The corpus at a glance and a self-check, as plain rows."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from helpers.home import CORPUS, ROOT, private_folder
from helpers.loading import open_book
from helpers.model import CorpusError, PageSpan
from helpers.shipped import DataPackage, data_package

NEEDED = ("jupyterlab", "ipywidgets", "pandas", "nbval", "pytest", "numpy", "matplotlib", "anywidget", "tqdm")


def what_ships(package: DataPackage | None = None) -> list[dict[str, Any]]:
    """A row a shipped table: name, rows, kilobytes and what it holds, in the order of the data package."""
    chosen = package or data_package(CORPUS)
    return [
        {"table": r["name"], "rows": r["rows"], "kB": round(r["bytes"] / 1000), "what it holds": r["description"]}
        for r in chosen.resources.values()
    ]


def sections_at_a_glance(package: DataPackage | None = None) -> list[dict[str, Any]]:
    """A row a section in reading order: id, printed title, printed pages, words, and words per page of its span."""
    chosen = package or data_package(CORPUS)
    rows = []
    for s in chosen.rows("sections"):
        n_pages = s["last_page"] - s["first_page"] + 1
        rows.append(
            {
                "section": s["id"],
                "title": s["title"] or "(untitled closing division)",
                "pages": str(PageSpan(s["first_page"], s["last_page"], s["page_doubtful"])),
                "words": s["words"],
                "words_per_page": round(s["words"] / n_pages),
            }
        )
    return rows


def self_check() -> list[dict[str, str]]:
    """A row a question: is everything here and sound? ``answer`` begins with yes or no."""
    package = data_package(CORPUS)
    problems = [problem for name in package for problem in package.check(name)]
    rows = [{"question": "Are the shipped data sound?", "answer": "yes" if not problems else f"no: {problems[0]}"}]
    missing = []
    for name in NEEDED:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    rows.append(
        {
            "question": "Is every package there?",
            "answer": f"no: {', '.join(missing)}" if missing else f"yes, on Python {sys.version.split()[0]}",
        }
    )
    folder = private_folder("answers")
    rows.append(
        {
            "question": "Can your answers be kept?",
            "answer": f"yes, in {_short(folder)}" if folder else "no: set STUDY_HOME to a folder that can be written",
        }
    )
    rows.append({"question": "Is your copy of the book imported?", "answer": _copy_answer()})
    return rows


def _short(folder: Any) -> str:
    return str(folder.relative_to(ROOT)) if folder.is_relative_to(ROOT) else str(folder)


def _copy_answer() -> str:
    try:
        book = open_book()
    except CorpusError as error:
        return f"no: {error}"
    if book is None:
        return "no, not yet: every lesson works without it"
    return f"yes: {len(book.sections)} sections, {sum(s.words for s in book.sections):,} words"
