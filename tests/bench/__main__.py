"""``python -m tests.bench --scan FILE``: every aim of speed and size, measured on one machine in one run."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench import engines
from tests.bench.aims import all_aims
from tests.bench.table import README, into_readme, markdown, tools_table
from tests.bench.timing import ROOT, repeated, run

RESULTS = Path(__file__).with_name("results.json")


def machine() -> str:
    """The machine in words, without its name."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    ram = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores ({model}), {ram:.0f} GB, {platform.system()}, Python {platform.python_version()}"


def sizes_in_bytes() -> dict[str, Any]:
    """Bytes of each saved notebook and of all that a checkout holds."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    files = [ROOT / name for name in dict.fromkeys(listed.stdout.splitlines())]
    return {
        "notebooks": {p.name: p.stat().st_size for p in sorted((ROOT / "notebooks").glob("*.ipynb"))},
        "shipped": sum(p.stat().st_size for p in files if p.is_file()),
    }


def json_of(module: str, *names: str) -> dict[str, Any]:
    """The line of JSON that a module of the benchmark prints."""
    done = run([sys.executable, "-m", module, *names])
    lines = [line for line in done["printed"].splitlines() if line.startswith("@@")]
    return json.loads(lines[0][2:]) if lines else {"error": done["errors"][-300:]}


def stages(args: argparse.Namespace, folder: Path) -> dict[str, Callable[[], Any]]:
    """The parts of the run by name, in order; ``args`` as the command line gives them, ``folder`` holds what the tools open."""
    from tests.bench.kernels import lesson_rows

    times, seconds, scan, py = (
        (2, "0.05", args.scan.resolve(), sys.executable) if args.quick else (7, "0.5", args.scan.resolve(), sys.executable)
    )
    sizes, kernels = ([int(n) for n in text.split(",")] for text in (args.sizes, args.kernels))
    bring, nbval = (
        [py, "-m", "helpers", "import", str(scan)],
        [py, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "2", "--dist", "loadfile", "notebooks"],
    )
    parts: dict[str, Callable[[], Any]] = {
        "sizes": lambda: engines.own_sizes(folder, sizes, seconds),
        "start": lambda: {
            "import numpy": repeated([py, "-c", "import numpy"], times),
            **{tool: engines.started(py, tool, folder / "x1" / tool, times) for tool in ("ours", "limit")},
        },
        "import": lambda: repeated(bring, max(times // 2, 1), env={"STUDY_HOME": str(folder / "home")}),
        "bytes": sizes_in_bytes,
        "explorers": lambda: json_of("tests.bench.explorers", *(["tempo"] if args.quick else [])),
        "peers": lambda: {} if args.quick else engines.peers_measured(args.peers, folder, seconds, 3),
        "lessons": lambda: lesson_rows(args.quick, kernels),
        "nbval": lambda: {key: value for key, value in run(nbval, timeout=1200).items() if key in ("wall_s", "cpu_s", "ok")},
    }
    left_out = {*args.skip.split(","), *(() if args.nbval else ("nbval",))}
    return {name: part for name, part in parts.items() if name not in left_out}


def told(found: dict[str, Any], head: str) -> str:
    """The tables of what was measured so far, as Markdown."""
    aims = markdown(["work", "aim", "measured", ""], [aim.cells() for aim in all_aims(found)])
    return "\n\n".join([head, aims, tools_table(found["sizes"], found.get("peers", {}))])


def main(arguments: list[str] | None = None) -> str:
    """Measure, write the results part by part, and print (and return) the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--scan", type=Path, required=True, help="the reader's scan of the book")
    parser.add_argument("--peers", type=Path, help="a virtual environment with the peers")
    parser.add_argument("--sizes", default="1,10,100", help="how many copies of the text")
    parser.add_argument("--kernels", default="1,5", help="how many kernels at once")
    parser.add_argument("--skip", default="", help="parts to leave out: start,import,bytes,explorers,peers,lessons")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the copies of the text for the next run")
    parser.add_argument("--nbval", action="store_true", help="run every notebook under nbval too")
    parser.add_argument("--quick", action="store_true", help="a trial: few repetitions, no peers, nothing written")
    args = parser.parse_args(arguments)
    if "1" not in args.sizes.split(","):
        parser.error("--sizes needs 1 among them")
    with tempfile.TemporaryDirectory(prefix="bench-") as passing:
        folder = (args.keep or Path(passing)).resolve()
        os.environ["STUDY_HOME"] = str(Path(passing) / "empty")
        written = run([sys.executable, "-m", "tests.bench.texts", str(args.scan.resolve()), str(folder), args.sizes])
        if not written["ok"]:
            raise SystemExit(f"the texts could not be made: {written['errors'][-300:]}")
        found: dict[str, Any] = {}
        for name, part in stages(args, folder).items():
            try:
                found[name] = part()
            except RuntimeError as error:  # a lesson in the middle of a change is a gap in the table, not the end of the run
                found[name] = {"error": str(error)[-300:]}
            head = f"{machine()}; {datetime.date.today().isoformat()}; times are median processor time; load {os.getloadavg()[0]:.1f}"
            record = {"machine": head, "aims": [aim.plain() for aim in all_aims(found)], **found}
            if not args.quick:
                RESULTS.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if not args.quick:
        README.write_text(into_readme(README.read_text(encoding="utf-8"), record), encoding="utf-8")
    tables = told(found, head)
    print(tables)
    return tables


if __name__ == "__main__":
    main()
