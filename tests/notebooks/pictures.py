"""Stored pictures are compared to the byte where the locked matplotlib draws them; under another one they are masked, and nothing else is."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

from nbval.plugin import get_sanitize_patterns

MASKS = Path(__file__).with_name("pictures.cfg")
LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"


def drawn_as_locked() -> bool:
    """Whether the matplotlib that runs is the one that drew the stored pictures."""
    return f"\nmatplotlib=={version('matplotlib')}\n" in LOCK.read_text(encoding="utf-8")


def comparable(stored: str) -> str:
    """A stored notebook as it is compared: as it is under the locked matplotlib, with its pictures masked under another."""
    if drawn_as_locked():
        return stored
    for pattern, mask in get_sanitize_patterns(MASKS.read_text(encoding="utf-8")):
        stored = re.sub(pattern, mask, stored)
    return stored
