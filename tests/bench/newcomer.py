"""A newcomer's pass, timed: clone, one command, the start page, lesson 11 to its last answer.

    debootstrap --variant=minbase --include=python3,git,ca-certificates bookworm BARE     (as root; mounts /proc and /dev there)
    python -m tests.bench.newcomer BARE

Runs as an ordinary user in the bare folder; only the browser lies outside it. Before ``python3-venv`` is installed there
the pass ends with the sentence that says what to install. It answers as fast as it can click: reading is not in the time.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from helpers.lessons.plan import read_plan
from tests.browser.lab import CHROMIUM_FLAGS, Seen, chromium, free_port, run_all, wait_idle
from tests.browser.reader import give
from tests.conftest import ROOT

USER, NAME = 1000, "reader"
PASSED_ON = ("PIP_CERT", "SSL_CERT_FILE", "LANG")
"""What of this machine's environment the newcomer gets; nothing else."""


class Clock:
    """Prints how long after the start something was seen."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def say(self, words: str) -> None:
        print(f"{time.monotonic() - self._begun:6.1f} s  {words}", flush=True)


@contextmanager
def opened_workbook(bare: Path, port: int) -> Iterator[tuple[str, str]]:
    """Clone into the folder, start the workbook there; (address, what was printed), the address empty where it did not start."""
    given = [f"{name}={os.environ[name]}" for name in PASSED_ON if name in os.environ]
    start = f"python3 study.py --no-browser --port {port} --LabApp.expose_app_in_browser=True"
    script = f"cd && rm -rf october && git clone -q /source october && cd october && exec {start}"
    command = ["chroot", f"--userspec={USER}:{USER}", str(bare), "/usr/bin/env", "-i", f"HOME=/home/{NAME}", "PATH=/usr/bin:/bin", *given]
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "encoding": "utf-8"}
    process = subprocess.Popen([*command, "sh", "-c", script], **piped, start_new_session=True)
    printed = []
    try:
        address = ""
        for line in process.stdout or ():
            printed.append(line)
            if found := re.search(rf"http://127\.0\.0\.1:{port}/\S+", line):
                address = found[0]
                break
        yield address, "".join(printed)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def prepared(bare: Path) -> Path:
    """The folder with a user and a copy of the repository that the user may clone."""
    for mounted, kind in (("proc", ["-t", "proc", "proc"]), ("dev", ["--rbind", "/dev"])):
        if not any((bare / mounted).iterdir()):
            subprocess.run(["mount", *kind, str(bare / mounted)], check=True)
    if NAME not in (bare / "etc/passwd").read_text(encoding="utf-8"):
        subprocess.run(["chroot", str(bare), "useradd", "-u", str(USER), "-m", NAME], check=True)
    subprocess.run(["rm", "-rf", str(bare / "source")], check=True)
    subprocess.run(["git", "clone", "-q", "--bare", str(ROOT), str(bare / "source")], check=True)
    subprocess.run(["chown", "-R", f"{USER}:{USER}", str(bare / "source")], check=True)
    return bare


def pass_lesson(page: Any, clock: Clock, address: str) -> None:
    """From the printed address to the last answer of lesson 11."""
    shown = "() => window.jupyterapp?.shell?.currentWidget?.context?.isReady && window.jupyterapp.shell.currentWidget.context.path.includes('%s')"
    page.goto(address)
    page.wait_for_function(shown % "00_", timeout=60_000)
    wait_idle(page)
    clock.say("the start page is open and its kernel ready")
    page.locator(".jp-Notebook a:has-text('Two calendars')").first.click()
    page.wait_for_function(shown % "11_", timeout=60_000)
    wait_idle(page)
    run_all(page)
    clock.say("lesson 11 has run")
    items = read_plan("11").items
    for item in items:
        give(page, item)
    page.get_by_text(f"{len(items)} of {len(items)} answers given").wait_for()
    clock.say(f"lesson 11 is finished: {len(items)} answers kept")


def main(arguments: list[str] | None = None) -> None:
    """Prepare the folder, pass the lesson, print the times."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(prog="python -m tests.bench.newcomer", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("bare", type=Path, help="a bare Debian folder")
    bare, port = prepared(parser.parse_args(arguments).bare.resolve()), free_port()
    clock = Clock()
    with opened_workbook(bare, port) as (address, printed):
        if not address:
            raise SystemExit(printed)
        clock.say("cloned, installed, started: the address is printed")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            page.set_default_timeout(60_000)
            seen = Seen(page)
            pass_lesson(page, clock, address)
            assert seen.outside == [], seen.outside
            browser.close()


if __name__ == "__main__":
    main()
