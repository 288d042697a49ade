"""The launcher: a clear sentence for everything that can go wrong before anything is installed."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path

import pytest

from tests.conftest import ROOT

_spec = importlib.util.spec_from_file_location("study", ROOT / "study.py")
assert _spec is not None
assert _spec.loader is not None
study = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(study)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "The disk is full"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "The network is away"),
        ("socket.gaierror: [Errno -2] Name or service not known", "The network is away"),
        ("ERROR: No matching distribution found for x==99", "pip said last:\n  ERROR: No matching distribution found"),
    ],
)
def test_a_failed_installation_is_explained(output: str, sentence: str) -> None:
    assert sentence in study.explain_failure(output)


def test_a_nearly_full_disk_is_said_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(study.shutil, "disk_usage", lambda path: usage(10, 9, 1))
    monkeypatch.setenv("STUDY_ENV", str(tmp_path / "env"))
    assert study.main(["check"]) == 1
    assert "The disk is nearly full" in capsys.readouterr().err
    assert not (tmp_path / "env").exists()


def test_a_python_without_venv_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(study.Stop, match="python3-venv"):
        study.check_machine(tmp_path / "env")


def test_a_half_made_environment_is_not_ready(tmp_path: Path) -> None:
    assert not study.is_ready(tmp_path)
    (tmp_path / "made-from.txt").write_text("another lock", encoding="utf-8")
    assert not study.is_ready(tmp_path)


def test_without_a_network_the_reader_is_told(tmp_path: Path) -> None:
    """pip is pointed at a closed port: the environment is not made, and nothing is left that counts as ready."""
    import os

    env = {
        **os.environ, "STUDY_ENV": str(tmp_path / "env"), "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_EXTRA_INDEX_URL": "",
        "PIP_RETRIES": "0", "PIP_TIMEOUT": "1", "PIP_NO_CACHE_DIR": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": "",
    }  # fmt: skip
    done = subprocess.run([sys.executable, str(ROOT / "study.py"), "check"], env=env, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1
    assert "The network is away" in done.stderr
    assert "Traceback" not in done.stderr
    assert not study.is_ready(tmp_path / "env")


def test_the_launcher_adds_little_to_the_second_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything before the child starts, with an environment that is there: well under two seconds."""
    (tmp_path / "bin").mkdir()
    python = study.python_of(tmp_path)
    python.parent.mkdir(exist_ok=True)
    python.touch()
    (tmp_path / "made-from.txt").write_text(study.lock_mark(), encoding="utf-8")
    started: list[list[str]] = []
    monkeypatch.setenv("STUDY_ENV", str(tmp_path))
    monkeypatch.setattr(study, "run", lambda command, env, folder=None: started.append(command) or 0)
    begun = time.perf_counter()
    assert study.main(["--no-browser", "--port", "9999"]) == 0
    assert study.main(["test", "-q"]) == 0
    assert study.main(["test"]) == 0
    assert study.main(["find", "x"]) == 0
    assert study.main(["app", "--no-browser"]) == 0
    assert time.perf_counter() - begun < 2
    assert started[0][1:3] == ["-m", "jupyterlab"]
    assert started[0][-3:] == ["--no-browser", "--port", "9999"]
    assert any("00_start_here" in part for part in started[0])
    assert f"--config={study.LAB_CONFIG}" in started[0]
    assert study.LAB_CONFIG.is_file()
    assert started[1][1:] == ["-m", "pytest", "-q"]
    assert started[2][1:] == ["-m", "pytest", *study.WHOLE_SUITE]
    assert started[3][1:] == ["-m", "helpers", "find", "x"]
    assert started[4][1:] == ["-m", "voila", "--no-browser", str(ROOT / "notebooks")]
    assert (tmp_path / "jupyter").is_dir()


def test_our_settings_and_templates_are_found_before_any_other() -> None:
    env = study.own_settings({"JUPYTER_PATH": "elsewhere"})
    assert env["JUPYTER_PATH"].split(study.os.pathsep) == [str(study.OWN_CONFIG), "elsewhere"]
    assert env["JUPYTER_CONFIG_PATH"] == str(study.OWN_CONFIG)
    assert (study.OWN_CONFIG / "voila" / "templates" / "october" / "index.html.j2").is_file()


def test_an_old_python_gets_a_sentence() -> None:
    """The version is looked at before anything that an old Python can't read, in letters that it can."""
    source = (ROOT / "study.py").read_text(encoding="utf-8")
    assert source.isascii()
    assert source.index("sys.version_info < OLDEST") < source.index("import hashlib")
    for name in ("python3.8", "python3.9", "python3.10"):
        old = shutil.which(name)
        if old:
            done = subprocess.run([old, str(ROOT / "study.py")], capture_output=True, text=True, encoding="utf-8")
            assert "needs Python 3.11" in done.stderr or "pyenv" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links")
def test_a_relative_path_is_the_readers_own(tmp_path: Path) -> None:
    """Commands run where the reader is: a file beside them is found from any folder."""
    import os

    env = {**os.environ, "STUDY_ENV": str(tmp_path / "env"), "STUDY_HOME": str(tmp_path / "home")}
    python = study.python_of(tmp_path / "env")
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (tmp_path / "env" / "made-from.txt").write_text(study.lock_mark(), encoding="utf-8")
    (tmp_path / "mine.txt").write_bytes(b"%PDF-1.4")
    site = os.pathsep.join(path for path in sys.path if "site-packages" in path)
    done = subprocess.run(
        [sys.executable, str(ROOT / "study.py"), "import", "mine.txt"],
        cwd=tmp_path, env={**env, "PYTHONPATH": site}, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert "this file is a PDF" in done.stderr
