"""Bringing a copy in: read, import, recognise, keep; with progress for a command line or a notebook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from helpers.editions import save_edition
from helpers.home import CORPUS, private_folder
from helpers.importing.decoding import ImportRefused, read_source
from helpers.importing.pipeline import STEPS, import_bytes
from helpers.importing.recognising import Verdict, recognise
from helpers.importing.reporting import make_report
from helpers.model import CorpusError, TextEdition
from helpers.shipped import data_package

ALL_STEPS = (*STEPS, "compare", "keep")
"""Steps of bringing a copy in, in order, as ``progress`` names them."""


def _verdict(edition: TextEdition) -> Verdict:
    try:
        return recognise(edition, data_package(CORPUS).coded("leaf_tokens"))
    except CorpusError:
        return Verdict("unknown")


def bring_in(source: Path | bytes, *, profile: str | None = None, progress: Callable[[str], None] = lambda step: None) -> dict[str, Any]:
    """Import a plain-text file (or its bytes) into the reader's private folder and return the report.

    Raises ImportRefused for what can't be imported, CorpusError where nothing can be written; whatever was
    imported before then stays as it was.
    """
    data = read_source(source) if isinstance(source, Path) else source
    edition, found = import_bytes(data, profile=profile, progress=progress)
    if not len(edition.tokens):
        raise ImportRefused("this file has no words outside headings")
    progress("compare")
    report = make_report(edition, found, _verdict(edition))
    progress("keep")
    folder = private_folder("book")
    if folder is None:
        raise CorpusError("there is no folder to keep the copy in: set STUDY_HOME to a folder that can be written")
    save_edition(edition, report, folder)
    return report
