"""How things are timed: in processor time, which other work on the machine stretches least; memory as the system counts it."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def calls(action: Callable[[], Any], *, seconds: float = 0.4, least: int = 3, most: int = 400) -> dict[str, Any]:
    """Median processor seconds, median and least wall seconds of warm calls; ``n`` is what the call returns."""
    result = action()
    cpu, wall, began = [], [], time.perf_counter()
    while (len(cpu) < least or time.perf_counter() - began < seconds) and len(cpu) < most:
        t, c = time.perf_counter(), time.process_time()
        action()
        cpu.append(time.process_time() - c)
        wall.append(time.perf_counter() - t)
    return {"cpu_s": statistics.median(cpu), "wall_s": statistics.median(wall), "wall_min_s": min(wall), "calls": len(cpu), "n": result}


def run(command: Sequence[str], *, env: dict[str, str] | None = None, timeout: float = 600) -> dict[str, Any]:
    """One process from start to end: processor and wall seconds, peak memory in MB, what it printed, whether it went well."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env={**os.environ, **(env or {})}, text=True
    )
    alarm = threading.Timer(timeout, process.kill)
    alarm.start()
    said: list[str] = []
    assert process.stdout is not None
    assert process.stderr is not None
    errors = threading.Thread(target=lambda: said.append(process.stderr.read()))  # type: ignore[union-attr]
    errors.start()
    printed = process.stdout.read()
    errors.join()
    _, status, used = os.wait4(process.pid, 0)
    alarm.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return {
        "cpu_s": used.ru_utime + used.ru_stime, "wall_s": time.perf_counter() - began, "peak_mb": used.ru_maxrss / 1024,
        "printed": printed, "errors": said[0], "ok": process.returncode == 0,
    }  # fmt: skip


def repeated(command: Sequence[str], times: int, *, env: dict[str, str] | None = None) -> dict[str, float]:
    """Median processor seconds of a process run several times after one run that warms the disk. Raises RuntimeError if it fails."""
    runs = [run(command, env=env) for _ in range(times + 1)][1:]
    if not all(r["ok"] for r in runs):
        raise RuntimeError(runs[0]["errors"][-400:])
    return {key: statistics.median(r[key] for r in runs) for key in ("cpu_s", "wall_s", "peak_mb")}


def memory(pid: int | str = "self") -> dict[str, float]:
    """Memory of a process in MB: ``pss`` (shared pages counted by their share) and ``own`` (pages of no file)."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    sizes = {line.split()[0][:-1]: int(line.split()[1]) / 1024 for line in text.splitlines()[1:]}
    return {"pss": sizes["Pss"], "own": sizes["Anonymous"]}


def cpu_of(pid: int) -> float:
    """Processor seconds that a running process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
