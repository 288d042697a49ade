"""A notebook on its way to a page: what only the workbook can do is left out or said, what it teaches stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.site.notebooks import SETUP, title_of
from helpers.site.revealing import call_of

NOTICE = (
    "**As a page.** All of this has run already, and the code is out of sight. Where the text speaks of running or changing a cell, "
    "open the workbook (`python3 study.py`): your answers are the same in both."
)


def cells_for_page(cells: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The cells of a notebook as its page shows them, in order; the notice stands behind the first.

    The words of the set-up are left out, its code still runs. A cell that does more than call one step teaches with its code,
    so its code is shown folded above what it gives.
    """
    shown: list[dict[str, Any]] = []
    setup = False
    for cell in map(dict, cells):
        source = "".join(cell["source"])
        if cell["cell_type"] == "code":
            if not setup and call_of(source) is None:
                shown.append(_words(f"{cell['id']}-code", _folded(source)))
            setup = False
            shown.append(cell)
        elif source.startswith(SETUP):
            setup = True
        else:
            shown.append(cell)
    return [*shown[:1], _words("page-notice", NOTICE), *shown[1:]]


def page_title(cells: list[Mapping[str, Any]]) -> str:
    """What stands in the browser's tab: the notebook's heading and the workbook's name."""
    return f"{title_of(list(cells))} - Reading October"


def _words(cell_id: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": source}


def _folded(source: str) -> str:
    return f"<details><summary>The code behind what follows</summary>\n\n```python\n{source}\n```\n\n</details>"
