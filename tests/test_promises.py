"""The table of promises: every promise has a test, and the table is the one that the last results give."""

from __future__ import annotations

import json

from tests.promises import PROMISES, RESULTS, TABLE, Collecting, proving_tests, table


def test_every_promise_has_a_test_and_every_marked_test_a_promise() -> None:
    assert set(proving_tests()) == {promise.promise_id for promise in PROMISES}


def test_the_table_is_made_from_the_last_results() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(json.loads(RESULTS.read_text(encoding="utf-8")))


def test_the_last_long_run_tried_each_promise_in_full_and_none_failed() -> None:
    results = json.loads(RESULTS.read_text(encoding="utf-8"))["promises"]
    short = {p.promise_id for p in PROMISES if results[p.promise_id]["tried"] < (p.bench or 1)}
    broken = {promise_id for promise_id, counted in results.items() if counted["failed"] or counted["skipped"]}
    assert (short, broken) == (set(), set())


def test_trials_failures_and_skips_are_counted_apart() -> None:
    class Report:
        def __init__(self, outcome: str, tried: int | None = None) -> None:
            self.nodeid, self.when = "tests/x.py::test_x", "call"
            self.passed, self.failed, self.skipped = outcome == "passed", outcome == "failed", outcome == "skipped"
            self.user_properties = [("tried", tried)] if tried else []

    collected = Collecting({"tests/x.py::test_x": "homes"})
    for report in (Report("passed"), Report("passed", 500), Report("failed", 500), Report("skipped")):
        collected.pytest_runtest_logreport(report)
    assert collected.counts == {"homes": {"tried": 501, "failed": 1, "skipped": 1}}
