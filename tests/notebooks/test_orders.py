"""A reader runs cells as they like: after the setup cell in any order, and all of them twice."""

from __future__ import annotations

import random
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.notebooks.test_notebooks import NOTEBOOKS


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_after_the_setup_cell_cells_run_in_any_order_and_all_of_them_twice(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    setup, *rest = [cell for cell in notebook.cells if cell.cell_type == "code"]
    shuffled = random.Random(1917).sample(rest, len(rest))
    notebook.cells = [nbformat.v4.new_code_cell(cell.source) for cell in (setup, *shuffled, setup, *rest)]
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", store_widget_state=False, resources={"metadata": {"path": path.parent}}
    ).execute()
    assert not any(output.output_type == "error" for cell in notebook.cells for output in cell.outputs)
