"""One tool in one process: ``python -m tests.bench.worker TOOL MODE STORE [SECONDS [ACTION …]]`` prints one line of JSON.

Modes: ``build`` (peers make their stored form), ``start`` (load and answer once), ``calls`` (warm calls of every action).
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def main() -> None:
    """Measure and print."""
    tool, mode, store, *rest = sys.argv[1:]
    out: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        module = importlib.import_module(f"tests.bench.{tool}")
        if mode == "build":
            began = time.process_time()
            module.build(Path(store))
            out["build_cpu_s"] = time.process_time() - began
        else:
            held = module.load(Path(store))
            out = _started(module, held) if mode == "start" else _called(module, held, float(rest[0]), rest[1:])
    print("@@" + json.dumps(out), flush=True)
    os._exit(0)


def _started(module: Any, held: Any) -> dict[str, Any]:
    first = getattr(module, "_first", None)
    return {"n": first(held) if first else module.actions(held)["whole"](), "pandas": "pandas" in sys.modules}


def _called(module: Any, held: Any, seconds: float, names: list[str]) -> dict[str, Any]:
    from tests.bench.timing import calls, memory

    done: dict[str, Any] = {}
    for name, action in module.actions(held).items():
        if names and name not in names:
            continue
        try:
            done[name] = calls(action, seconds=seconds)
        except Exception as error:  # a peer that can't answer is a gap in the table, not the end of the run
            done[name] = {"error": f"{type(error).__name__}: {error}"[:200]}
        if name == "page":
            done["memory"] = memory()
    return done


if __name__ == "__main__":
    main()
