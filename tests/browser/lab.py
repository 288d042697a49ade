"""JupyterLab with live kernels in a headless Chromium: what a reader does, done by a program.

A lab runs on loopback in a folder of its own that links to the checkout, so that nothing a test does changes it.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import study
from tests.conftest import ROOT

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "notebook-extension/tracker": {"windowingMode": "none"},
}
"""No questions to the network, and every cell on the page at once, so that a test sees them all."""
LOOPBACK = ("http://127.0.0.1", "http://localhost", "ws://127.0.0.1", "ws://localhost", "data:", "blob:", "about:")


def chromium() -> str | None:
    """Path of a Chromium on this machine, None where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return os.environ.get("CHROMIUM") or next((found for name in names if (found := shutil.which(name))), None)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Lab:
    """A running JupyterLab. ``folder`` holds links to the checkout, a copy of the notebooks, and the reader's home."""

    def __init__(self, folder: Path, *, home: Path | None = None) -> None:
        self.folder, self.port = folder, free_port()
        self.home = home or folder / "home"
        for name in ("helpers", "corpus", "tests", "README.md"):
            (folder / name).symlink_to(ROOT / name)
        shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        for name, values in SETTINGS.items():
            path = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(values), encoding="utf-8")
        own = {"STUDY_HOME": str(self.home), "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"), "JUPYTER_PLATFORM_DIRS": "1"}
        env = study.own_settings(os.environ | own)
        options = {"ip": "127.0.0.1", "port": self.port, "open_browser": False, "root_dir": folder, "allow_root": True}
        command = [
            sys.executable,
            "-m",
            "jupyterlab",
            f"--config={ROOT / 'helpers' / 'jupyter_config.py'}",
            "--IdentityProvider.token=",
            "--LabApp.expose_app_in_browser=True",
        ]
        command += [f"--ServerApp.{name}={value}" for name, value in options.items()]
        with (folder / "server.log").open("w", encoding="utf-8") as log:
            self._process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
        self._wait()

    def _wait(self) -> None:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api", timeout=1):
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((self.folder / "server.log").read_text(encoding="utf-8")[-2000:])

    def url(self, notebook: str) -> str:
        """Where a notebook opens alone, without the side panels."""
        return f"http://127.0.0.1:{self.port}/lab/tree/notebooks/{notebook}?reset"

    def close(self) -> None:
        """Stop the server and its kernels."""
        self._process.terminate()
        self._process.wait(timeout=20)


class Seen:
    """What a page said and asked for while it was watched."""

    def __init__(self, page: Any) -> None:
        self.errors: list[str] = []
        self.outside: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(LOOPBACK) else self.outside.append(request.url))


def open_notebook(page: Any, lab: Lab, notebook: str, *, dark: bool = False) -> None:
    """Open a notebook and wait until its kernel answers."""
    page.goto(lab.url(notebook))
    page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.context?.isReady", timeout=60_000)
    if dark:
        command(page, "apputils:change-theme", {"theme": "JupyterLab Dark"})
    command(page, "application:toggle-left-area") if page.locator("#jp-left-stack:visible").count() else None
    wait_idle(page)


def command(page: Any, name: str, arguments: dict[str, Any] | None = None) -> None:
    """Run one of JupyterLab's commands and wait until it is done."""
    page.evaluate("([name, args]) => window.jupyterapp.commands.execute(name, args).then(() => null)", [name, arguments or {}])


_KERNEL = "window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel"


def wait_idle(page: Any, *, timeout: int = 120_000) -> None:
    """Wait until the kernel has nothing left to do and every cell has run that was asked to."""
    page.wait_for_function(f"() => {_KERNEL}?.status === 'idle'", timeout=timeout)


def run_all(page: Any) -> None:
    """Run every cell and wait for the last."""
    command(page, "notebook:run-all-cells")
    page.wait_for_function(
        "() => { const cells = window.jupyterapp.shell.currentWidget.content.widgets.filter(c => c.model.type === 'code');"
        " return cells.every(c => c.model.executionState === 'idle' && c.model.executionCount) }",
        timeout=120_000,
    )
    wait_idle(page)
    page.wait_for_timeout(500)


def save(page: Any, lab: Lab, notebook: str) -> None:
    """Save the notebook now open, all of whose cells have run, and wait until that is on disk.

    JupyterLab's own promise is not waited for: it never ends where an autosave is under way.
    """
    path = lab.folder / "notebooks" / notebook
    before = path.stat().st_mtime_ns
    page.evaluate("() => { window.jupyterapp.commands.execute('docmanager:save') }")
    for _ in range(150):
        page.wait_for_timeout(200)
        try:
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        except ValueError:  # half written
            continue
        if path.stat().st_mtime_ns != before and all(cell["execution_count"] for cell in cells if cell["cell_type"] == "code"):
            return
    raise RuntimeError(f"{notebook} was not saved within half a minute")
