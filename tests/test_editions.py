"""Imported editions on disk: old or new, never a mixture; damage is named."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers.bringing import bring_in
from helpers.editions import current_folder, open_edition
from helpers.importing.decoding import ImportRefused
from helpers.loading import open_book
from helpers.model import CorpusError
from tests.conftest import ROOT
from tests.promises import Record, trials
from tests.specimens import small_book


def _bring(seed: int, home: Path) -> None:
    text, _ = small_book(seed)
    bring_in(text.encode(), profile="civil-war-2")


def test_what_is_kept_is_what_was_imported(home: Path) -> None:
    from helpers.importing.pipeline import import_bytes

    text, _ = small_book(3)
    made, _ = import_bytes(text.encode(), profile="civil-war-2")
    bring_in(text.encode(), profile="civil-war-2")
    kept = open_book(verify=True)
    assert kept is not None
    assert str(kept.text) == str(made.text)
    assert kept.text[10:20] == str(made.text)[10:20]
    assert list(kept.paragraph_rows) == [list(row) for row in made.paragraph_rows]
    assert kept.paragraph(5) == made.paragraph(5)
    assert list(kept.sections) == list(made.sections)
    assert kept.entries == made.entries
    for column in kept.tokens.COLUMNS:
        assert (getattr(kept.tokens, column) == getattr(made.tokens, column)).all()


def test_a_refused_file_leaves_the_old_copy(home: Path) -> None:
    _bring(1, home)
    before = str(open_book().text)  # type: ignore[union-attr]
    with pytest.raises(ImportRefused):
        bring_in(b"%PDF-1.4 no book")
    assert str(open_book().text) == before  # type: ignore[union-attr]


def test_old_folders_are_cleared_away(home: Path) -> None:
    for seed in (1, 2, 3):
        _bring(seed, home)
    assert len(list((home / "book" / "book").iterdir())) == 2


@pytest.mark.parametrize("change", ["flip", "cut", "remove"])
def test_damage_to_any_file_is_noticed_and_named(home: Path, change: str) -> None:
    _bring(1, home)
    folder = current_folder(home / "book", "book")
    assert folder is not None
    for path in sorted(folder.iterdir()):
        whole = path.read_bytes()
        if change == "flip":
            path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        elif change == "cut":
            path.write_bytes(whole[: len(whole) // 2])
        else:
            path.unlink()
        with pytest.raises(CorpusError, match="import the book again"):
            open_edition(folder, verify=True)
        path.write_bytes(whole)
    assert open_edition(folder, verify=True)


CHILD = """
import sys
sys.path.insert(0, {root!r})
from helpers.bringing import bring_in
from tests.specimens import small_book
print("go", flush=True)
for seed in range(100, 10_000):
    bring_in(small_book(seed % 7 + 100)[0].encode(), profile="civil-war-2")
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
@pytest.mark.promise("import-killed")
def test_killed_at_any_moment_an_import_leaves_the_old_edition_or_the_new_one(home: Path, record_property: Record) -> None:
    _bring(1, home)
    texts = {small_book(seed)[0] for seed in (1, *range(100, 107))}
    from helpers.importing.pipeline import import_bytes

    wholes = {str(import_bytes(text.encode(), profile="civil-war-2")[0].text) for text in texts}
    for k in range(trials("import-killed")):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD.format(root=str(ROOT))], stdout=subprocess.PIPE, env={**os.environ, "STUDY_HOME": str(home)}
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.02 + 0.037 * (k % 11))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        found = open_book(verify=True)
        assert found is not None
        assert str(found.text) in wholes
    record_property("tried", trials("import-killed"))


@pytest.mark.promise("homes")
def test_a_full_disk_keeps_the_old_copy_and_says_so(home: Path) -> None:
    resource = pytest.importorskip("resource")
    _bring(1, home)
    before = str(open_book().text)  # type: ignore[union-attr]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(CorpusError, match="what was there before is unchanged"):
            _bring(2, home)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert str(open_book(verify=True).text) == before  # type: ignore[union-attr]


@pytest.mark.promise("homes")
def test_without_a_folder_to_write_the_reader_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("STUDY_HOME", str(blocked / "below"))
    with pytest.raises(CorpusError, match="STUDY_HOME"):
        _bring(1, blocked)
