"""The searching and counting rows: the workbook, the limit and the peers that are installed, at several sizes of text."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from tests.bench.timing import repeated, run

PEERS = {"NLTK": "nltk_text", "conc": "conc_corpus", "kitconc": "kitconc_kit", "SQLite FTS5": "sqlite_fts", "DuckDB": "duckdb_sql"}
NEEDS = {"NLTK": "nltk", "conc": "conc", "kitconc": "kitconc", "SQLite FTS5": "sqlite3", "DuckDB": "duckdb"}


def worker(python: str, tool: str, mode: str, store: Path, *rest: str, timeout: float = 300) -> dict[str, Any]:
    """What a tool's process measured, or ``error``."""
    done = run([python, "-m", "tests.bench.worker", tool, mode, str(store), *rest], timeout=timeout)
    lines = [line for line in done["printed"].splitlines() if line.startswith("@@")]
    return json.loads(lines[0][2:]) if lines else {"error": done["errors"].strip().rsplit("\n", 1)[-1][:200]}


def started(python: str, tool: str, store: Path, times: int) -> dict[str, Any]:
    """Median processor seconds and peak memory from process start to the first whole concordance in hand."""
    command = [python, "-m", "tests.bench.worker", tool, "start", str(store)]
    try:
        return dict(repeated(command, times)) | worker(python, tool, "start", store)
    except RuntimeError as error:
        return {"error": str(error)[-200:]}


def own_sizes(folder: Path, sizes: list[int], seconds: str) -> dict[str, dict[str, Any]]:
    """The workbook and the limit at each size: warm calls by tool."""
    measured: dict[str, dict[str, Any]] = {}
    for size in sizes:
        measured[str(size)] = {
            tool: worker(sys.executable, tool, "calls", folder / f"x{size}" / tool, seconds, timeout=600) for tool in ("ours", "limit")
        }
    return measured


def python_of(peers: Path | None) -> str:
    """The interpreter of a folder with the peers' packages, else the one that runs."""
    return str(peers / "bin" / "python") if peers else sys.executable


def peers_measured(peers: Path | None, folder: Path, seconds: str, times: int) -> dict[str, dict[str, Any]]:
    """Each peer that is installed: build, start, warm calls at the size of the book."""
    python, measured = python_of(peers), {}
    for name, module in PEERS.items():
        if not run([python, "-c", f"import {NEEDS[name]}"])["ok"]:
            continue
        store = folder / module
        shutil.rmtree(store, ignore_errors=True)
        store.mkdir(parents=True)
        tool = f"peers.{module}"
        built = worker(python, tool, "build", store, timeout=240)
        if "error" not in built:
            built |= {"start": started(python, tool, store, times), "calls": worker(python, tool, "calls", store, seconds)}
        measured[name] = built
    return measured
