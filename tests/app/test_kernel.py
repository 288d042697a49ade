"""The kernel that ``study.py`` starts: our own specification is found first, and it leaves out the debugger, which nobody here uses."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

import study
from tests.bench.kernels import kernel


def test_our_kernel_is_found_before_the_one_that_is_installed() -> None:
    command = [sys.executable, "-m", "jupyter_client.kernelspecapp", "list", "--json"]
    said = subprocess.run(command, env=study.own_settings(dict(os.environ)), capture_output=True, text=True, encoding="utf-8", check=True)
    found = json.loads(said.stdout)["kernelspecs"]["python3"]
    assert found["resource_dir"] == str(study.OWN_CONFIG / "kernels" / "python3")


def test_a_kernel_runs_a_cell_and_holds_no_debugger() -> None:
    with kernel() as one:
        one.run("import sys\nassert sys.modules['debugpy'] is None and 'pydevd' not in sys.modules")
        with pytest.raises(RuntimeError, match="ZeroDivisionError"):
            one.run("1 / 0")
