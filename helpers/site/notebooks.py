"""A stored notebook as a page: its words, what its cells showed, and what a prediction opens, folded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from helpers.html import Safe, element, joined
from helpers.model import CorpusError
from helpers.site.revealing import Folds, call_of

LEFT_OUT = ("90",)
"""Notebooks that stay out of a student's way: the teacher's room."""

_LOCKED = re.compile(r'\A<p role="status"[^>]*><strong>Locked\.</strong>.*?</p>', re.DOTALL)
_ANCHOR = re.compile(r'<a class="anchor-link".*?</a>', re.DOTALL)
SETUP = "## Set up"

STILL_LESSON = (
    "On this page nothing runs. Answer on paper: predict first, and only then unfold what the data say. Where the text speaks of sliders, "
    "of bars to choose or of cells to run, it means the live workbook, which also answers you and keeps what you write."
)
STILL_ROOM = (
    "On this page nothing runs: it shows what stands here before anybody has typed a word. "
    "Searching, coding, writing and keeping need the live workbook."
)
"""What a page says, once, of all that a page can't do."""


def shipped_notebooks(folder: Path) -> list[Path]:
    """The notebooks that a student reads, in order."""
    return [path for path in sorted(folder.glob("[0-9][0-9]_*.ipynb")) if not path.name.startswith(LEFT_OUT)]


def read_cells(path: Path) -> list[Mapping[str, Any]]:
    """The cells of a notebook. Raises CorpusError where it can't be read."""
    try:
        cells: list[Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError) as error:
        raise CorpusError(f"{path} is missing or damaged; restore it with `git checkout notebooks`") from error
    return cells


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def markdown_html(source: str) -> Safe:
    """A notebook's Markdown as HTML, its headings with ids; what a notebook of ours holds as HTML stays."""
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    return Safe(_ANCHOR.sub("", markdown2html_mistune(source)))


def code_html(source: str) -> Safe:
    """A cell's code, folded; nothing for a cell that only calls a step, for it teaches nothing."""
    if call_of(source) is not None:
        return Safe("")
    return element("details", element("summary", "The code of this cell"), element("pre", element("code", source)), class_="code")


def shown_html(cell: Mapping[str, Any], fold: Safe) -> Safe:
    """What the cell showed, and behind it the ``fold`` with what it kept locked; where there is none, it says what opens it."""
    return joined(*_outputs(cell, folded=bool(fold)), fold)


def _outputs(cell: Mapping[str, Any], *, folded: bool) -> Iterator[Safe]:
    for output in cell["outputs"]:
        data = output.get("data", {})
        if "text/html" in data:
            html = _text(data["text/html"])
            case = _LOCKED.sub("", html)
            if case == html:
                yield Safe(html)
            elif not folded:
                yield Safe(html.replace("Locked.", "In the live workbook.", 1))
            elif case:
                yield joined(element("p", "First another case, to see how to read it:"), Safe(case))
        elif output.get("text") or "text/plain" in data:
            yield element("pre", _text(output.get("text") or data["text/plain"]))


def _code_cell(cell: Mapping[str, Any], folds: Folds | None, *, setup: bool) -> Safe:
    source = _text(cell["source"])
    shown = shown_html(cell, folds.fold(source) if folds and not setup else Safe(""))
    return joined("" if setup else code_html(source), element("div", shown, class_="shown") if shown else "")


def notebook_html(cells: list[Mapping[str, Any]], folds: Folds | None) -> Safe:
    """The cells of a notebook in order, behind the first what a page can't do; the set-up is left out.

    ``folds`` are those of a lesson, None for a room.
    """
    out: list[Safe] = []
    setup = False
    for cell in cells:
        source = _text(cell["source"])
        if cell["cell_type"] == "code":
            out.append(_code_cell(cell, folds, setup=setup))
            setup = False
        elif source.startswith(SETUP):
            setup = True
        else:
            out.append(markdown_html(source))
        if len(out) == 1:
            out.append(element("p", element("strong", "To read. "), STILL_LESSON if folds else STILL_ROOM, class_="notice"))
    return joined(*out)


def title_of(cells: list[Mapping[str, Any]]) -> str:
    """The heading of a notebook's first cell, as plain words."""
    return _text(cells[0]["source"]).split("\n")[0].lstrip("# ").strip()
