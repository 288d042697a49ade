"""Under another matplotlib the pictures of stored notebooks are masked, and nothing else is."""

from __future__ import annotations

import pytest

from tests.notebooks import pictures

STORED = '<img alt="three days" src="data:image/svg+xml;base64,PHN2Zz4=">, 12 of 40 pages, data:text/csv;base64,MQ=='


def test_only_a_picture_is_masked_and_only_under_another_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "drawn_as_locked", lambda: True)
    assert pictures.comparable(STORED) == STORED
    monkeypatch.setattr(pictures, "drawn_as_locked", lambda: False)
    assert pictures.comparable(STORED) == STORED.replace("data:image/svg+xml;base64,PHN2Zz4=", "data:image,masked")


def test_the_version_that_runs_is_looked_up_in_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "version", lambda name: "3.10.0")
    assert not pictures.drawn_as_locked()
