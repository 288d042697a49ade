"""A reader runs cells as they like: after the setup cell in any order, then all of them again; the stored file comes out."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.notebooks.pictures import comparable
from tests.notebooks.store import run
from tests.notebooks.test_notebooks import NOTEBOOKS
from tests.promises import Record, trials

ORDERS = trials("any-order")
FRESH = "%reset -f"
"""Forgets every name that the cells before it made."""


@pytest.mark.slow
@pytest.mark.promise("any-order")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_cells_run_in_any_order_after_the_setup_cell_and_then_leave_the_stored_file(path: Path, record_property: Record) -> None:
    dice = random.Random(1917)

    def orders(cells: list[str]) -> list[str]:
        setup, *rest = cells
        shuffled = [dice.sample(rest, len(rest)) for _ in range(ORDERS)]
        return [source for order in shuffled for source in (FRESH, setup, *order)]

    assert comparable(run(path, before=orders)) == comparable(path.read_text(encoding="utf-8"))
    record_property("tried", ORDERS)
