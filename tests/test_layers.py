"""The architecture as rules: imports point one way, HTML is made in one place, no clock or file where none belongs."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from tests.conftest import ROOT

HELPERS = ROOT / "helpers"
MODULES = sorted(p.relative_to(ROOT) for p in HELPERS.rglob("*.py"))
ORDER = [
    "jupyter_config",
    "words",
    "sentences",
    "dates",
    "model",
    "building",
    "detecting",
    "importing.decoding",
    "importing.lines",
    "importing.profiles",
    "importing",
    "home",
    "editions",
    "shipped",
    "html",
    "exporting",
    "guide",
    "printing",
    "journal",
    "codings",
    "loading",
    "citing",
    "measuring",
    "bringing",
    "tables",
    "analysis",
    "charts",
    "views",
    "corrections",
    "lessons",
    "classroom",
    "reading",
    "inquiry",
    "start",
    "widgets",
    "site",
    "app",
    "class_commands",
    "commands",
    "__main__",
]
"""Each module imports only from those before it (a package stands for its modules)."""


def _rank(module: str) -> int:
    """Place of a module in ORDER: the longest name there that it begins with."""
    found = [k for k, name in enumerate(ORDER) if module == name or module.startswith(f"{name}.")]
    assert found, f"{module} has no place in ORDER"
    return max(found, key=lambda k: len(ORDER[k]))


def _imports(path: Path) -> set[str]:
    """Modules of helpers/ that a file imports at any depth."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("helpers."):
            names.add(node.module.removeprefix("helpers."))
        elif isinstance(node, ast.Import):
            names |= {a.name.removeprefix("helpers.") for a in node.names if a.name.startswith("helpers.")}
    return names


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_point_one_way(path: Path) -> None:
    name = ".".join(path.with_suffix("").parts[1:]).removesuffix(".__init__")
    if name in ("__init__", ""):
        return
    for other in _imports(ROOT / path):
        same_package = name.split(".")[0] == other.split(".")[0]
        assert same_package or _rank(other) < _rank(name), f"{name} imports {other}"


@pytest.mark.parametrize("path", [p for p in MODULES if "widgets" not in p.parts], ids=str)
def test_ipywidgets_live_in_widgets_alone(path: Path) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert "import ipywidgets" not in text
    assert "IPython" not in text


FORBIDDEN = ("HTML(", "HTMLMath(", "Markdown(", ".style.", "to_html(")
ALLOWED = {
    "html.py", "import_panel.py", "start.py", "display.py", "key_guard.py", "activity.py", "converter.py", "explorer.py", "lesson.py",
    "room_parts.py", "live_html.py", "controls.py", "room.py",
}  # fmt: skip
"""Files that may fill an HTML widget, always with what html.py made; key_guard holds a script that sets a style."""


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_html_is_made_in_one_place(path: Path) -> None:
    if path.name in ALLOWED:
        return
    text = (ROOT / path).read_text(encoding="utf-8")
    assert [sign for sign in FORBIDDEN if sign in text] == []


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.name)
def test_notebook_cells_are_short_and_make_no_html(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        if cell["cell_type"] == "code":
            source = "".join(cell["source"])
            assert len(source.splitlines()) <= 12
            assert [sign for sign in FORBIDDEN if sign in source] == []


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_every_open_names_its_encoding(path: Path) -> None:
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("read_text", "write_text"):
                assert any(k.arg == "encoding" for k in node.keywords), f"{path}:{node.lineno}"
