"""Where things lie: the checkout's shipped data, and the reader's private folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
GUIDE = CORPUS / "guide"


def _writable(folder: Path) -> bool:
    """Whether files can be made in ``folder`` (tried, since modes alone don't tell)."""
    probe = folder / f".probe-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def user_data_folder() -> Path:
    """The platform's folder for a user's application data."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "reading-october"


def private_folder(kind: str) -> Path | None:
    """The folder for a reader's ``kind`` of private things ("book" or "answers"); None where nothing can be written.

    ``STUDY_HOME`` if set; else the checkout's own ignored folder (``corpus/book``, ``answers``) if writable;
    else the user's data folder.
    """
    chosen = os.environ.get("STUDY_HOME")
    if chosen:
        folder = Path(chosen).expanduser() / kind
        return folder if _writable(folder) else None
    in_checkout = {"book": CORPUS / "book", "answers": ROOT / "answers"}[kind]
    for folder in (in_checkout, user_data_folder() / kind):
        if _writable(folder):
            return folder
    return None


def edition_folders() -> list[Path]:
    """Where imported editions may lie, the first that has one counts; nothing is created."""
    chosen = os.environ.get("STUDY_HOME")
    if chosen:
        return [Path(chosen).expanduser() / "book"]
    return [CORPUS / "book", user_data_folder() / "book"]
