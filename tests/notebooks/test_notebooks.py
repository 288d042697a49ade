"""Notebooks as stored: in run order, small, without widget state. That a run gives the same file, test_orders.py says."""

from __future__ import annotations

import ast
import builtins
import json
from pathlib import Path

import pytest

from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_stored_notebook_is_tidy(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert "widgets" not in notebook["metadata"]
    assert not any("execution" in cell["metadata"] for cell in code)
    assert not any(output["output_type"] == "error" for cell in code for output in cell["outputs"])
    assert path.stat().st_size <= 300_000


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_every_cell_needs_the_setup_cell_alone(path: Path) -> None:
    """No cell uses a name that another cell than the first one makes."""
    setup, *rest = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    known = _names(setup["source"], ast.Store) | set(dir(builtins))
    missing = {name for cell in rest for name in _names(cell["source"], ast.Load) - _names(cell["source"], ast.Store) - known}
    assert missing == set()


def _names(source: str | list[str], context: type[ast.expr_context]) -> set[str]:
    """Names that a cell reads (ast.Load) or makes (ast.Store: assigned, imported, defined)."""
    nodes = list(ast.walk(ast.parse("".join(source))))
    names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, context)}
    if context is ast.Store:
        names |= {
            alias.asname or alias.name.split(".")[0]
            for node in nodes
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        names |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        names |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    return names


def test_the_readme_lists_every_notebook() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in NOTEBOOKS if f"notebooks/{path.name}" not in readme] == []
