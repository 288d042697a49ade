"""Run notebooks and store them: ``python -m tests.notebooks.store notebooks/*.ipynb`` (``--check`` compares only).

Outputs come from shipped data and an empty private home; widget views, widget state and timings are left out, so
that a second run gives the same file byte for byte.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from helpers.jupyter_config import WIDGET_VIEW


def cleaned(notebook: Any) -> Any:
    """The notebook with run-order counts and without what differs from run to run."""
    count = 0
    for k, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{k:02d}"
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output["execution_count"] = count
            output.get("data", {}).pop(WIDGET_VIEW, None)
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def run(path: Path, *, before: Callable[[list[str]], list[str]] | None = None) -> str:
    """The stored form of a notebook, run from top to bottom in an empty private home.

    ``before`` is given the sources of its code cells and says what the same kernel runs first. A cell that raises
    raises nbclient's CellExecutionError.
    """
    notebook = nbformat.read(path, as_version=4)
    own = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    first = [nbformat.v4.new_code_cell(source) for source in (before(own) if before else [])]
    notebook.cells = [*first, *notebook.cells]
    with tempfile.TemporaryDirectory() as home, _study_home(home):
        NotebookClient(
            notebook, timeout=120, kernel_name="python3", store_widget_state=False, resources={"metadata": {"path": path.parent}}
        ).execute()
    notebook.cells = notebook.cells[len(first) :]
    return json.dumps(cleaned(notebook), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@contextmanager
def _study_home(home: str) -> Iterator[None]:
    """STUDY_HOME is ``home`` for kernels that start inside."""
    earlier = os.environ.get("STUDY_HOME")
    os.environ["STUDY_HOME"] = home
    try:
        yield
    finally:
        os.environ.pop("STUDY_HOME") if earlier is None else os.environ.update(STUDY_HOME=earlier)


def main(argv: list[str] | None = None) -> int:
    """Store the named notebooks; with ``--check`` only say which would change."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args(argv)
    changed = []
    for path in args.notebooks:
        stored = run(path)
        if stored != path.read_text(encoding="utf-8"):
            changed.append(path)
            if not args.check:
                path.write_text(stored, encoding="utf-8")
    print("\n".join(f"{'would change' if args.check else 'stored'}: {path}" for path in changed) or "unchanged")
    return int(bool(changed) and args.check)


if __name__ == "__main__":
    sys.exit(main())
