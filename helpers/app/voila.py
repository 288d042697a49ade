"""Settings of ``study.py app``; Voilà finds this file by its name.

It answers this machine alone and opens no notebook's code. A page whose reader leaves it ends its kernel; one that is
forgotten loses it after half an hour without a connection.
"""

from __future__ import annotations

from typing import Any

AGAIN = "Load the page again; if this stays, `python3 study.py check` says what is wrong."


def before_launch(handler: Any, notebook: Any, cwd: str) -> Any:
    """Voilà's hook before a kernel starts: the notebook with the cells and the title of its page.

    The page also gets the cookie without which the server would refuse its message that it was left.
    """
    from nbformat import from_dict

    from helpers.app.opening import cells_for_page, page_title

    handler.xsrf_token  # noqa: B018 - reading it sets the cookie
    notebook.metadata["title"] = page_title(notebook.cells)
    notebook.cells = [from_dict(cell) for cell in cells_for_page(notebook.cells)]  # type: ignore[no-untyped-call]
    return notebook


if "get_config" in globals():  # Voilà reads this file as its configuration
    settings = get_config()  # type: ignore[name-defined] # noqa: F821
    settings.Voila.ip = "127.0.0.1"
    settings.Voila.tornado_settings = {"allow_remote_access": False}
    settings.VoilaConfiguration.template = "october"
    settings.VoilaConfiguration.classic_tree = True
    settings.VoilaConfiguration.prelaunch_hook = before_launch
    settings.VoilaExecutor.cell_error_instruction = AGAIN
    settings.VoilaExecutor.allow_errors = True  # one cell that fails leaves the others to run
    settings.MappingKernelManager.cull_interval = 60
    settings.MappingKernelManager.cull_idle_timeout = 1800
