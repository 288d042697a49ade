"""The shipped table of errors says what the detectors really do on the samples: recomputed from the scan and compared."""

from __future__ import annotations

from helpers.home import CORPUS
from helpers.importing.pipeline import Findings
from helpers.model import TextEdition
from helpers.shipped import csv_bytes
from tests.scan.detector_scores import COLUMNS, measured


def test_the_shipped_scores_are_those_measured(imported: tuple[TextEdition, Findings]) -> None:
    fresh = csv_bytes(measured(imported[0]), COLUMNS, compress=False).decode()
    assert fresh == (CORPUS / "tables" / "detector_scores.csv").read_text(encoding="utf-8")
