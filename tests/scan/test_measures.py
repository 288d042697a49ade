"""Shipped measures equal those of an imported copy, row for row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.bringing import bring_in
from helpers.commands import main


def test_measures_equal_those_of_imported_copies(scan: Path, ten_days: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring_in(scan)["verdict"] == "book"
    assert bring_in(ten_days)["verdict"] == "other"
    status = main(["measure", "--check", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["differences"] == dict.fromkeys(found["differences"], "")
    assert status == 0
    assert {"leaf_tokens", "reference_counts"} <= set(found["differences"])
    word = main(["count", "soviet", "--json"])
    from_text = json.loads(capsys.readouterr().out)
    assert (word, from_text["basis"]) == (0, "text")
    from helpers.shipped import data_package

    assert from_text["n"] == sum(r["count"] for r in data_package().rows("leaf_tokens") if r["token"] == "soviet")
