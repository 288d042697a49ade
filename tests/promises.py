"""What must not go wrong, how often each promise is tried, and the table that says so.

    python -m tests.promises --run [PROMISE ...]    every promise, or some, at its bench figure; writes promises.json and PROMISES.md
    python -m tests.promises                        writes PROMISES.md anew from the last results

A test names the promise that it proves: ``@pytest.mark.promise("answers-killed")``; it asks ``trials("answers-killed")``
how often to try (the bench figure where READING_OCTOBER_BENCH is set) and says with ``record_property("tried", n)`` how
often it did; without that it counts as one trial.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import platform
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).resolve().parent
RESULTS, TABLE = TESTS / "promises.json", TESTS / "PROMISES.md"
LONG = bool(os.environ.get("READING_OCTOBER_BENCH"))
Record = Callable[[str, object], None]
"""Type of pytest's ``record_property``."""


@dataclass(frozen=True)
class Promise:
    """One promise: what is held, and how many trials an ordinary run and the bench make (None: every case there is)."""

    promise_id: str
    words: str
    trials: int | None = None
    bench: int | None = None


PROMISES = (
    Promise("scans-generated", "A generated bad scan is imported without loss or refused with a named reason; no traceback", 1000, 20_000),
    Promise("scans-named", "So is every named bad scan, under every profile"),
    Promise("import-killed", "An import that is killed (kill -9) leaves the old edition or the new one", 10, 100),
    Promise(
        "answers-killed", "A kernel that is killed while it saves loses no acknowledged answer, and what it leaves is readable", 50, 500
    ),
    Promise("answers-together", "Eight kernels that save at once lose no acknowledged answer (16 kernels in the bench)", 8 * 50, 16 * 1000),
    Promise("homes", "Disk full, a write cut short, a read-only home or none: old answers and copies are kept, the reader is told"),
    Promise("data-damaged", "Damage to shipped data (flip, cut, swap) is noticed and the file named", 100, 1000),
    Promise("hostile-text", "Hostile text is not executed: live, saved and reopened, exported"),
    Promise("book-recognised", "The book is recognised at 3 % scanning noise", 2, 20),
    Promise("other-refused", "Another book is not accepted as this one"),
    Promise("any-order", "Cells run after the setup cell in shuffled order, then all again, and leave the stored file", 2, 20),
    Promise("no-request", "A notebook asks nothing of the network but loopback"),
    Promise("answers-return", "Answers given by mouse come back after a reload"),
    Promise("keyboard", "A lesson is passed by keyboard alone, and typing never edits the notebook"),
    Promise("no-rebuilding", "The book can't be rebuilt from what ships"),
)


def trials(promise_id: str) -> int:
    """How often a test tries this promise in this run."""
    promise = next(p for p in PROMISES if p.promise_id == promise_id)
    number = promise.bench if LONG else promise.trials
    assert number is not None, f"{promise_id} has no number of trials"
    return number


def proving_tests() -> dict[str, list[str]]:
    """promise_id → the tests marked with it (``path::function``), sorted by path."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for promise_id in _marks(node):
                    found[promise_id].append(f"{path.relative_to(TESTS.parent).as_posix()}::{node.name}")
    return dict(found)


def _marks(function: ast.FunctionDef) -> Iterator[str]:
    for mark in function.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.promise":
            yield ast.literal_eval(mark.args[0])


@dataclass
class Collecting:
    """A pytest plugin: per promise, how often it was tried, how many tests failed, how many were skipped.

    ``promise_of`` is test (``path::function``) → promise_id. It counts reports alone, so that tests may run in several processes.
    """

    promise_of: dict[str, str]
    counts: dict[str, dict[str, int]] = field(default_factory=dict)

    def pytest_runtest_logreport(self, report: Any) -> None:
        promise_id = self.promise_of.get(report.nodeid.split("[")[0])
        if promise_id is None or not (report.when == "call" or report.failed or report.skipped):
            return
        count = self.counts.setdefault(promise_id, {"tried": 0, "failed": 0, "skipped": 0})
        count["failed"] += report.failed
        count["skipped"] += report.skipped
        count["tried"] += int(dict(report.user_properties).get("tried", 1)) if report.passed else 0


def table(results: dict[str, Any]) -> str:
    """The document: one row a promise, with its tests and the last long run."""
    tests = proving_tests()
    lines = [
        "# What must not go wrong, and what proves it",
        "",
        'Made by `python -m tests.promises`. "Every run" is what `study.py test` tries, "long run" what the last'
        f' `python -m tests.promises --run` tried ({results["date"]}, {results["machine"]}). "all" means every case there is.',
        "",
        "| promise | every run | long run | failed | test |",
        "|---|---|---|---|---|",
    ]
    for promise in PROMISES:
        counted = results["promises"].get(promise.promise_id, {"tried": 0, "failed": 0, "skipped": 0})
        usual = f"{promise.trials:,}" if promise.trials else "all"
        skipped = f" ({counted['skipped']} skipped)" if counted["skipped"] else ""
        proof = "<br>".join(f"`{name}`" for name in tests.get(promise.promise_id, []))
        lines.append(f"| {promise.words} | {usual} | {counted['tried']:,}{skipped} | {counted['failed']} | {proof} |")
    lines += [
        "",
        "Not promised: power loss on disks that lie, network file systems that reorder writes, a kernel whose user runs other people's code."
        " Thirty readers on one machine are measured by `tests/bench/hub/` (see its figures in `tests/bench/README.md`).",
    ]
    return "\n".join(lines) + "\n"


def machine() -> str:
    """System, Python and number of cores, without a name."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main(argv: list[str] | None = None) -> int:
    """Run the promises if asked, and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--run", nargs="*", metavar="PROMISE", help="try these promises (none named: all) at their bench figures first")
    named = parser.parse_args(argv).run
    if named is not None:
        if not LONG:
            parser.error("set READING_OCTOBER_BENCH=1 (and READING_OCTOBER_BROWSER=all) for the long run")
        proofs = {promise_id: tests for promise_id, tests in proving_tests().items() if promise_id in named or not named}
        collected = Collecting({test: promise_id for promise_id, tests in proofs.items() for test in tests})
        pytest.main(["-o", "addopts=", "-q", "-n", "2", "--dist", "loadfile", *collected.promise_of], plugins=[collected])
        kept = json.loads(RESULTS.read_text(encoding="utf-8"))["promises"] if named else {}
        found = {"date": date.today().isoformat(), "machine": machine(), "promises": kept | collected.counts}
        RESULTS.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    TABLE.write_text(table(json.loads(RESULTS.read_text(encoding="utf-8"))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
