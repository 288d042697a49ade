"""The import panel, moved without a browser: values in, view out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers.widgets.import_panel import ImportPanel
from tests.specimens import small_book


def test_an_uploaded_copy_is_imported_and_reported(home: Path) -> None:
    seen: list[dict] = []  # type: ignore[type-arg]
    panel = ImportPanel(on_import=seen.append)
    assert "Nothing has been chosen" in panel.view.value
    panel.upload.value = (
        {
            "name": "book.txt",
            "type": "text/plain",
            "size": 1,
            "content": memoryview(small_book(1)[0].encode()),
            "last_modified": datetime(1917, 10, 25, tzinfo=UTC),
        },
    )
    assert panel.report is not None
    assert seen == [panel.report]
    assert "What the import found" in panel.view.value
    assert panel.bar.layout.visibility == "hidden"


def test_a_typed_path_is_imported(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "my book.txt"
    path.write_text(small_book(2)[0], encoding="utf-8")
    panel = ImportPanel()
    panel.path.value = f'"{path}"'
    panel._typed()
    assert panel.report is not None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type the path"),
        ("/nowhere/at/all.txt", "can&#x27;t be read"),
        ("/", "is a folder"),
        ("~nobody-of-this-name/book.txt", "is no path"),
    ],
)
def test_a_wrong_path_is_a_sentence(home: Path, typed: str, sentence: str) -> None:
    panel = ImportPanel()
    panel.path.value = typed
    panel._typed()
    assert sentence in panel.view.value
    assert panel.report is None


def test_a_refused_upload_is_a_sentence_and_escaped(home: Path) -> None:
    panel = ImportPanel()
    panel.take(b"%PDF-1.4 <script>")
    assert "a PDF" in panel.view.value
    assert "<script>" not in panel.view.value


def test_every_control_has_a_name() -> None:
    panel = ImportPanel()
    assert all(control.description for control in (panel.upload, panel.path, panel.button, panel.bar))
