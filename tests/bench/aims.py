"""The rows of the table of aims, each from what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.bench.table import Aim, fastest_peer, short

LISTS = {
    "whole": "whole concordance",
    "keyness": "keyness",
    "collocates": "collocates",
    "dispersion": "dispersion",
    "frequency": "frequency list",
}


def all_aims(m: dict[str, Any]) -> list[Aim]:
    """Every row that this run has measured so far."""
    rests_on = {
        _start: "start", _pages: "sizes", _lists: "sizes", _growth: "sizes", _import: "import", _explorers: "explorers", _lessons: "lessons",
        _sizes: "bytes", _nbval: "nbval",
    }  # fmt: skip
    return [aim for part, name in rests_on.items() if m.get(name) and "error" not in m[name] for aim in part({"peers": {}, **m})]


def _ratio(peer: dict[str, Any] | None, action: str, ours: float) -> float | None:
    seconds = (peer or {}).get("calls", {}).get(action, {}).get("cpu_s")
    return seconds / ours if seconds else None


def _start(m: dict[str, Any]) -> Iterator[Aim]:
    ours, numpy = m["start"]["ours"], m["start"]["import numpy"]["cpu_s"]
    ratio = ours["cpu_s"] / numpy
    told = f"{short(ours['cpu_s'])}, {ratio:.2f}× `import numpy` ({short(numpy)}); pandas {'' if ours['pandas'] else 'not '}imported; {ours['n']} lines"
    yield Aim("process start → copy open, first concordance", "≤ 3.5× `import numpy`, no pandas", told, ratio <= 3.5 and not ours["pandas"])
    conc = m["peers"].get("conc", {}).get("start", {}).get("cpu_s")
    times = conc / ours["cpu_s"] if conc else None
    yield Aim("the same beside conc", "≥ 10× faster", f"{times:.0f}×" if times else "conc is not installed", times >= 10 if times else None)


def _pages(m: dict[str, Any]) -> Iterator[Aim]:
    ours = m["sizes"]["1"]["ours"]
    for action, word in (("page", "soviet"), ("page_the", "the")):
        seconds = ours[action]["cpu_s"]
        yield Aim(f"page of 20 lines of “{word}”, found, sorted, cited, as HTML", "≤ 2 ms", short(seconds), seconds <= 2e-3)
    times = _ratio(m["peers"].get("conc"), "page", ours["page"]["cpu_s"])
    yield Aim(
        "the same beside conc’s 20 lines",
        "≥ 10× faster",
        f"{times:.0f}×" if times else "conc is not installed",
        times >= 10 if times else None,
    )


def _lists(m: dict[str, Any]) -> Iterator[Aim]:
    ours = m["sizes"]["1"]["ours"]
    for action, told in LISTS.items():
        seconds, peer = ours[action]["cpu_s"], fastest_peer(m["peers"], action)
        beside = f"; fastest peer {short(peer)}" if peer else ""
        met = seconds <= 5e-3 and (peer is None or seconds < peer)
        yield Aim(f"{told} to a DataFrame", "≤ 5 ms, faster than every peer", f"{short(seconds)} ({ours[action]['n']:,} rows){beside}", met)


def _growth(m: dict[str, Any]) -> Iterator[Aim]:
    largest = max(m["sizes"], key=int)
    if largest == "1":
        return
    small, large = m["sizes"]["1"]["ours"], m["sizes"][largest]["ours"]
    if "page" not in large:
        yield Aim(f"all this at {largest}×", "page flat, lists linear", str(large.get("error", ""))[:80], None)
        return
    first, last = small["page_unsorted"]["cpu_s"], large["page_unsorted"]["cpu_s"]
    yield Aim(f"page of lines at {largest}× the text, reading order", "flat (≤ 2 ms)", f"{short(first)} → {short(last)}", last <= 2e-3)
    first, last = small["page"]["cpu_s"], large["page"]["cpu_s"]
    told = f"{short(first)} → {short(last)} for {small['hits']['n']:,} → {large['hits']['n']:,} hits"
    yield Aim(f"page of lines at {largest}×, sorted", "flat (≤ 2 ms)", told, last <= 2e-3)
    for action, told in LISTS.items():
        first, last = small[action]["cpu_s"], large[action]["cpu_s"]
        grown = last / first / int(largest)
        yield Aim(f"{told} at {largest}×", "linear at most", f"{short(first)} → {short(last)}, {grown:.2f} of linear", grown <= 1.3)
    own = small["memory"]["own"], large["memory"]["own"]
    yield Aim(
        f"own memory of an open corpus after a page, 1× → {largest}×",
        "flat (mapped)",
        f"{own[0]:.0f} → {own[1]:.0f} MB",
        own[1] - own[0] <= 25,
    )


def _import(m: dict[str, Any]) -> Iterator[Aim]:
    cpu, peak = m["import"]["cpu_s"], m["import"]["peak_mb"]
    yield Aim(
        "import of the scan, report included", "≤ 2.5 s, ≤ 150 MB", f"{short(cpu)}, {peak:.0f} MB at most", cpu <= 2.5 and peak <= 150
    )


def _explorers(m: dict[str, Any]) -> Iterator[Aim]:
    e = m["explorers"]
    told = f"median {e['median_ms']:.0f} ms, worst {e['worst_ms']:.0f} ms ({e['answers']} answers of {e['explorers']} explorers, {e['over_200_ms']} over 200 ms)"
    yield Aim("an explorer’s answer, data to SVG", "median ≤ 100 ms, worst ≤ 200 ms", told, e["median_ms"] <= 100 and e["worst_ms"] <= 200)


def _lessons(m: dict[str, Any]) -> Iterator[Aim]:
    first = m["lessons"]["first_widget_cpu_s"]
    worst = max(first.values())
    yield Aim(
        "first cell of a lesson → first widget", "≤ 1.0 s kernel time", f"{short(worst)}, the slowest of {len(first)} lessons", worst <= 1
    )
    name, spent = max(((name, held["cpu_s"]) for name, held in m["lessons"]["after_all"].items()), key=lambda item: item[1])
    yield Aim("a lesson, “run all”", "≤ 4 s kernel time", f"{short(spent)}, the slowest ({name})", spent <= 4)
    alone = {name: held["pss"] for name, held in m["lessons"]["after_all"].items()}
    name = max(alone, key=alone.__getitem__)
    told = f"{min(alone.values()):.0f}–{alone[name]:.0f} MB (most: {name})"
    yield Aim("memory of a lesson’s kernel after “run all”, one kernel", "≤ 110 MB (PSS)", told, alone[name] <= 110)
    for n, held in m["lessons"]["kernels"].items():
        thirty = f"; thirty like these {30 * held['pss'] / 1024:.1f} GB"
        yield Aim(f"the same, {n} kernels at once", "≤ 110 MB each (PSS)", f"{held['pss']:.0f} MB each{thirty}", held["pss"] <= 110)


def _sizes(m: dict[str, Any]) -> Iterator[Aim]:
    name, largest = max(m["bytes"]["notebooks"].items(), key=lambda item: item[1])
    yield Aim("size of a saved notebook", "≤ 300 kB", f"{largest / 1e3:.0f} kB ({name})", largest <= 300e3)
    shipped = m["bytes"]["shipped"]
    yield Aim("size of everything shipped", "≤ 8 MB", f"{shipped / 1e6:.2f} MB", shipped <= 8e6)


def _nbval(m: dict[str, Any]) -> Iterator[Aim]:
    wall, ok = m["nbval"]["wall_s"], m["nbval"]["ok"]
    yield Aim("all notebooks under nbval, two cores", "≤ 90 s", f"{wall:.0f} s{'' if ok else ', with failures'}", wall <= 90 and ok)
