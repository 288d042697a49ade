"""What JupyterLab writes when a reader saves: readable without a kernel, nothing live."""

from __future__ import annotations

from helpers.jupyter_config import WIDGET_VIEW, before_save, without_live_views


def notebook(*outputs: dict[str, object]) -> dict[str, object]:
    return {
        "cells": [
            {"cell_type": "code", "outputs": [{"output_type": "display_data", "data": data} for data in outputs]},
            {"cell_type": "markdown"},
        ]
    }


def test_a_live_view_is_saved_only_where_nothing_stands_for_it() -> None:
    ours = {WIDGET_VIEW: {"model_id": "x"}, "text/html": "<p>kept</p>", "text/plain": "kept"}
    theirs = {WIDGET_VIEW: {"model_id": "y"}, "text/plain": "a slider"}
    content = notebook(ours, theirs)
    assert without_live_views(content) == 1
    assert ours == {"text/html": "<p>kept</p>", "text/plain": "kept"}
    assert WIDGET_VIEW in theirs


def test_only_notebooks_with_content_are_touched() -> None:
    data = {WIDGET_VIEW: {}, "text/html": "<p></p>"}
    for model in ({"type": "file", "content": "text"}, {"type": "notebook", "content": None}, {"type": "directory"}):
        before_save(dict(model), path="x")
    before_save({"type": "notebook", "content": notebook(data)}, path="x")
    assert WIDGET_VIEW not in data
