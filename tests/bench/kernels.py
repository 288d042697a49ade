"""Lessons run in real kernels: processor time up to the first widget, memory after the last cell."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import study
from tests.bench.timing import ROOT, cpu_of, memory

WIDGET = "application/vnd.jupyter.widget-view+json"


def lessons() -> list[Path]:
    """The notebooks of lessons, by number."""
    return sorted((ROOT / "notebooks").glob("[1-3]*.ipynb"))


def code_cells(notebook: Path) -> list[str]:
    """The sources of its code cells."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


class Kernel:
    """A running kernel: ``run`` a cell, and look at its process."""

    def __init__(self, manager: Any, client: Any) -> None:
        self._client, self.pid = client, manager.provisioner.process.pid

    def run(self, code: str) -> bool:
        """Run a cell to its end; True if it showed a widget. Raises RuntimeError for an error in it."""
        sent, widget = self._client.execute(code), False
        while True:
            message = self._client.get_iopub_msg(timeout=180)
            if message["parent_header"].get("msg_id") != sent:
                continue
            kind, said = message["msg_type"], message["content"]
            if kind == "error":
                raise RuntimeError(f"{said['ename']}: {said['evalue']}")
            widget |= kind in ("display_data", "execute_result") and WIDGET in said["data"]
            if kind == "status" and said["execution_state"] == "idle":
                return widget


@contextmanager
def kernel() -> Iterator[Kernel]:
    """A fresh kernel as ``study.py`` starts it, in the folder of the notebooks; it has run one empty cell."""
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import KernelManager

    manager = KernelManager(kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(study.OWN_CONFIG / "kernels")]))
    manager.start_kernel(cwd=str(ROOT / "notebooks"))
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        started = Kernel(manager, client)
        started.run("pass")
        yield started
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def first_widget(notebook: Path, times: int = 3) -> float:
    """Median processor seconds of a kernel from a lesson's first cell to the end of the first that shows a widget."""
    spent = []
    for _ in range(times):
        with kernel() as one:
            before = cpu_of(one.pid)
            any(one.run(code) for code in code_cells(notebook))
            spent.append(cpu_of(one.pid) - before)
    return statistics.median(spent)


def after_all(notebook: Path, n_kernels: int = 1) -> dict[str, float]:
    """Memory of each of ``n_kernels`` kernels that run the same lesson, in MB a kernel, when all have run every cell, and the processor
    seconds (``cpu_s``) that a kernel took for it."""
    with ExitStack() as stack:
        running = [stack.enter_context(kernel()) for _ in range(n_kernels)]
        before = [cpu_of(one.pid) for one in running]
        for one in running:
            for code in code_cells(notebook):
                one.run(code)
        held = [memory(one.pid) | {"cpu_s": cpu_of(one.pid) - begun} for one, begun in zip(running, before, strict=True)]
    return {key: statistics.mean(h[key] for h in held) for key in ("pss", "own", "cpu_s")}


def lesson_rows(quick: bool, n_kernels: Sequence[int]) -> dict[str, Any]:
    """Everything measured of lessons: seconds to the first widget, memory and seconds of each lesson run alone, memory of several kernels of one."""
    chosen = lessons()[:1] if quick else lessons()
    many = next((p for p in lessons() if p.name.startswith("12")), lessons()[0])
    return {
        "first_widget_cpu_s": {p.stem: first_widget(p, 1 if quick else 3) for p in chosen[:3]},
        "after_all": {p.stem: after_all(p) for p in chosen},
        "kernels": {str(n): after_all(many, n) for n in n_kernels if n > 1},
    }
