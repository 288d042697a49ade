"""How the workbook's JupyterLab saves a notebook: with what can be read without a kernel, never with live views.

A live view that is saved shows nothing but an error when the notebook is opened again; each of ours carries the same in
plain HTML, made from shipped data alone. So a saved notebook holds no answer and no passage of a reader's copy.
"""

from __future__ import annotations

from typing import Any

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def without_live_views(notebook: Any) -> int:
    """Take the live view out of every output that also has HTML; return how many were taken."""
    taken = 0
    for cell in notebook.get("cells", ()):
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "text/html" in data and data.pop(WIDGET_VIEW, None) is not None:
                taken += 1
    return taken


def before_save(model: dict[str, Any], **_: Any) -> None:
    """JupyterLab's hook before a file is written."""
    if model.get("type") == "notebook" and model.get("content"):
        without_live_views(model["content"])


if "get_config" in globals():  # JupyterLab reads this file as its configuration
    settings = get_config()  # type: ignore[name-defined] # noqa: F821
    settings.ContentsManager.pre_save_hook = before_save
    settings.ServerApp.jpserver_extensions = {"voila.server_extension": False}  # its previews ask other servers for icons
