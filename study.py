#!/usr/bin/env python3
"""Reading October: one command from a fresh checkout to a lesson. Standard library only.

    python3 study.py                 make the environment if there is none, open JupyterLab at 00_start_here
    python3 study.py app             the lessons as pages, code hidden (--no-browser, --port N)
    python3 study.py test            make it if there is none, run every test and check every notebook (test FILE: that one)
    python3 study.py import FILE     bring in your own copy of the book
    python3 study.py find PHRASE     (and contents, count, show, cite, report, check ...: every `python -m helpers` command)

``--no-browser`` and ``--port N`` go to JupyterLab.
"""

import sys

OLDEST = (3, 11)
if sys.version_info < OLDEST:  # before anything that an old Python can't read
    sys.exit(
        "Reading October needs Python %d.%d or newer; this is %s. Install a newer one from python.org or your "
        "system's packages and run the command with it." % (OLDEST + (sys.version.split()[0],))
    )

import hashlib
import json
import os
import shutil
import subprocess
import threading
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SPACE_NEEDED = 900 * 1024 * 1024
START_PAGE = "lab/tree/notebooks/00_start_here.ipynb"
LAB_CONFIG = ROOT / "helpers" / "jupyter_config.py"
OWN_CONFIG = ROOT / "helpers" / "app"
WHOLE_SUITE = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]


class Stop(Exception):
    """Something the reader has to put right; the message says what."""


def environment_folder() -> Path:
    """Where the environment lies: ``STUDY_ENV`` if set, else ``.venv`` in the checkout."""
    return Path(os.environ.get("STUDY_ENV") or ROOT / ".venv").expanduser()


def python_of(folder: Path) -> Path:
    """The environment's own Python."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def lock_mark() -> str:
    """What the environment was made from: the lock's checksum and the Python version."""
    lock = (ROOT / "requirements.lock").read_bytes()
    return hashlib.sha256(lock).hexdigest() + f" {sys.version_info[0]}.{sys.version_info[1]}"


def is_ready(folder: Path) -> bool:
    """Whether the environment was made whole, from this lock."""
    try:
        return (folder / "made-from.txt").read_text(encoding="utf-8") == lock_mark() and python_of(folder).exists()
    except OSError:
        return False


def check_machine(folder: Path) -> None:
    """Raise Stop where Python lacks its venv part or the disk is nearly full."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        raise Stop(
            "This Python can't make environments: its venv part is missing. On Debian and Ubuntu install it with "
            f"`sudo apt install python3-venv` (or python{sys.version_info[0]}.{sys.version_info[1]}-venv) and run the command again."
        ) from None
    parent = folder.parent
    parent.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(parent).free
    if free < SPACE_NEEDED:
        raise Stop(f"The disk is nearly full: {free // 2**20} MB are free in {parent}, about {SPACE_NEEDED // 2**20} MB are needed.")


def _count_requirements() -> int:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    return sum("==" in line and not line.lstrip().startswith("#") for line in lines)


def _install(folder: Path) -> None:
    """pip installs the lock; every package it names moves the progress line."""
    total = _count_requirements()
    command = [
        str(python_of(folder)),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "-r",
        str(ROOT / "requirements.lock"),
    ]
    output: list[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"
    ) as process:
        done, begun, busy = 0, time.monotonic(), threading.Event()

        def tick() -> None:
            while not busy.wait(1.0):
                _progress(done, total, begun)

        ticker = threading.Thread(target=tick, daemon=True)
        ticker.start()
        for line in process.stdout or ():
            output.append(line)
            if line.startswith(("Collecting ", "Requirement already")):
                done = min(done + 1, total)
                _progress(done, total, begun)
        process.wait()
        busy.set()
        ticker.join()
    print(file=sys.stderr)
    if process.returncode:
        raise Stop(explain_failure("".join(output)))


def _progress(done: int, total: int, begun: float) -> None:
    filled = 24 * done // max(total, 1)
    step = f"{done} of {total} packages" if done < total else "installing them"
    print(f"\r  [{'#' * filled}{'.' * (24 - filled)}] {step}, {time.monotonic() - begun:.0f} s ", end="", file=sys.stderr, flush=True)


def explain_failure(output: str) -> str:
    """One sentence for what pip said."""
    low = output.lower()
    if "no space left" in low or "errno 28" in low or "disk quota" in low:
        return "The disk is full: the environment could not be installed. Free about 900 MB and run the command again."
    if any(
        sign in low for sign in ("connection", "network", "timed out", "name or service", "getaddrinfo", "proxy", "from versions: none")
    ):
        return "The network is away: the packages could not be fetched. Connect once and run the command again; afterwards everything works without it."
    last = [line.strip() for line in output.splitlines() if line.strip()][-3:]
    return "The packages could not be installed. pip said last:\n  " + "\n  ".join(last)


def make_environment(folder: Path) -> None:
    """Make the environment from nothing, with visible progress; a half-made one is made again."""
    check_machine(folder)
    print("Making the environment (once; it takes about a minute) ...", file=sys.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(folder)
        _install(folder)
        (folder / "made-from.txt").write_text(lock_mark(), encoding="utf-8")
    except subprocess.CalledProcessError as error:
        raise Stop(f"The environment could not be made: {error}. On Debian and Ubuntu `sudo apt install python3-venv` may help.") from error
    except OSError as error:
        raise Stop(f"The environment could not be made in {folder}: {error.strerror or error}.") from error


def quiet_settings(folder: Path) -> dict[str, str]:
    """The child's environment: no news pop-up, no question to the network, no settings of other projects."""
    settings = folder / "jupyter" / "user-settings"
    news = settings / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    if not news.exists():
        news.parent.mkdir(parents=True, exist_ok=True)
        news.write_text(json.dumps({"fetchNews": "false", "checkForUpdates": False}), encoding="utf-8")
    return {**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(settings), "PYTHONUTF8": "1", "JUPYTER_PLATFORM_DIRS": "1"}


def own_settings(env: dict[str, str]) -> dict[str, str]:
    """The child's environment, where JupyterLab and Voila find our settings and page templates first."""
    return env | {name: os.pathsep.join(filter(None, (str(OWN_CONFIG), env.get(name)))) for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH")}


def run(command: list[str], env: dict[str, str], folder: Path | None = None) -> int:
    """Run a child (in ``folder``, else where the reader is) and hand its exit status on; Ctrl-C ends it quietly."""
    try:
        return subprocess.call(command, cwd=folder, env=env)
    except KeyboardInterrupt:
        return 130


def main(arguments: list[str]) -> int:
    """The command line; returns the exit status."""
    if arguments[:1] in (["-h"], ["--help"], ["help"]):
        print(__doc__)
        return 0
    folder = environment_folder()
    try:
        if not is_ready(folder):
            make_environment(folder)
        env = quiet_settings(folder)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    python = str(python_of(folder))
    name, rest = (arguments[0], arguments[1:]) if arguments and not arguments[0].startswith("-") else ("lab", arguments)
    if name == "lab":
        return run(
            [
                python,
                "-m",
                "jupyterlab",
                f"--config={LAB_CONFIG}",
                f"--LabApp.default_url=/{START_PAGE}",
                f"--ServerApp.root_dir={ROOT}",
                *rest,
            ],
            own_settings(env),
            ROOT,
        )
    if name == "app":
        return run([python, "-m", "voila", *rest, str(ROOT / "notebooks")], own_settings(env), ROOT)
    if name == "test":
        return run([python, "-m", "pytest", *(rest or WHOLE_SUITE)], env, ROOT)
    env["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), env.get("PYTHONPATH"))))
    return run([python, "-m", "helpers", name, *rest], env)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
