"""Shared fixtures. The whole run has an empty private home, so that nothing depends on the reader's copy or answers."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.notebooks.pictures import MASKS, drawn_as_locked

ROOT = Path(__file__).resolve().parents[1]
_HOME = tempfile.TemporaryDirectory(prefix="reading-october-")
os.environ["STUDY_HOME"] = _HOME.name


def pytest_configure(config: pytest.Config) -> None:
    """nbval compares pictures to the byte only where the locked matplotlib draws them."""
    if not drawn_as_locked() and hasattr(config.option, "nbval_sanitize_with"):
        config.option.nbval_sanitize_with = str(MASKS)


def scan_path() -> Path | None:
    """The reader's scan: where READING_OCTOBER_SCAN says, else beside the checkout."""
    named = os.environ.get("READING_OCTOBER_SCAN")
    candidates = [Path(named)] if named else [ROOT.parent / "shared" / "book" / "scan.txt"]
    return next((path for path in candidates if path.is_file()), None)


@pytest.fixture(scope="session")
def scan() -> Path:
    """The scan's path; tests that need it are skipped where there is none."""
    path = scan_path()
    if path is None:
        pytest.skip("the book's scan is not here (set READING_OCTOBER_SCAN to test with it)")
    return path


@pytest.fixture(scope="session")
def ten_days() -> Path:
    """A plain text of *Ten Days That Shook the World* beside the scan."""
    path = scan_path()
    found = path.parent.parent / "reference" / "ten-days.txt" if path else None
    if found is None or not found.is_file():
        pytest.skip("no text of Ten Days That Shook the World is here")
    return found


@pytest.fixture(scope="session")
def imported(scan: Path):  # type: ignore[no-untyped-def]
    """(edition, findings) of the scan, imported once."""
    from helpers.importing.pipeline import import_bytes

    return import_bytes(scan.read_bytes())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A private home of the test's own."""
    monkeypatch.setenv("STUDY_HOME", str(tmp_path / "home"))
    yield tmp_path / "home"
