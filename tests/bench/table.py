"""From what was measured to the table of aims and the table of tools, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Aim:
    """One row: what was asked, what was measured, and whether it is met (None where it could not be measured here)."""

    work: str
    aim: str
    measured: str
    met: bool | None

    def cells(self) -> list[str]:
        """The row as text."""
        return [self.work, self.aim, self.measured, {True: "met", False: "**not met**", None: "not measured"}[self.met]]

    def plain(self) -> dict[str, Any]:
        """The row as JSON has it."""
        return asdict(self)


def markdown(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table.

    >>> print(markdown(["a", "b"], [[1, "x"]]))
    | a | b |
    |---|---|
    | 1 | x |
    """
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("|" + "|".join(str(cell) if k == 1 else f" {cell} " for cell in line) + "|" for k, line in enumerate(lines))


def short(seconds: float | None) -> str:
    """A time with three figures and its unit.

    >>> short(0.00123), short(12.3), short(2e-5), short(None)
    ('1.23 ms', '12.3 s', '20 µs', '–')
    """
    if seconds is None:
        return "–"
    for size, unit in ((1.0, "s"), (1e-3, "ms")):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"


ACTIONS = {
    "page": "page of 20, “soviet” (ours: sorted, cited, HTML)", "page_unsorted": "the same in reading order", "page_the": "page of 20, “the”",
    "whole": "all lines of “soviet” (ours: DataFrame)", "phrase": "all lines of “red guards”", "frequency": "frequency list, 100 rows",
    "keyness": "key words of chapter 2, 100 rows", "collocates": "collocates of “kamenev”, 100 rows", "collocates_the": "collocates of “the”, 100 rows",
    "dispersion": "dispersion of “soviet”",
}  # fmt: skip


def _time(tool: dict[str, Any], action: str) -> float | None:
    seconds = tool.get(action, {}).get("cpu_s")
    return float(seconds) if seconds is not None else None


def tools_table(sizes: dict[str, dict[str, Any]], peers: dict[str, dict[str, Any]]) -> str:
    """Every action by every tool at every size: rows found, median processor time, and its ratio to the limit's."""
    rows = []
    for size, tools in sizes.items():
        for action, told in ACTIONS.items():
            ours, limit = _time(tools["ours"], action), _time(tools["limit"], action)
            if ours is None:
                continue
            others = [_peer(peer, action) if size == "1" else "" for peer in peers.values()]
            n = tools["ours"][action]["n"]
            rows.append([f"{size}×", told, f"{n:,}", short(ours), short(limit), f"{ours / limit:.1f}" if limit else "–", *others])
    return markdown(["text", "work", "rows", "ours", "limit", "ours ÷ limit", *peers], rows)


def _peer(peer: dict[str, Any], action: str) -> str:
    found = peer.get("calls", {}).get(action, {})
    return f"{short(found['cpu_s'])} ({found['n']:,})" if "cpu_s" in found else "–"


def fastest_peer(peers: dict[str, dict[str, Any]], action: str) -> float | None:
    """The least time that any peer took for an action."""
    times = [t for peer in peers.values() if (t := _time(peer.get("calls", {}), action)) is not None]
    return min(times) if times else None


README, HEADING = Path(__file__).resolve().parents[2] / "README.md", "## Speed and size"
IN_README = (
    "process start", "page of 20 lines of “soviet”", "keyness to", "collocates to", "import of the scan", "an explorer’s answer", "first cell of",
    "memory of a lesson", "size of a saved", "size of everything", "all notebooks",
)  # fmt: skip
"""How the rows begin that the README quotes."""


def for_readme(record: dict[str, Any]) -> str:
    """What the README says of the last run: its machine and date, and the rows quoted, whether they are met or not."""
    aims = [Aim(**plain) for plain in record["aims"]]
    rows = [aim.cells() for aim in aims if aim.work.startswith(IN_README)]
    missed = sum(aim.met is False for aim in aims)
    said = f"Measured on {record['machine']}. Of {len(aims)} aims {sum(aim.met is True for aim in aims)} are met and {missed} are not."
    return f"{said}\n\n{markdown(['work', 'aim', 'measured', ''], rows)}"


def into_readme(text: str, record: dict[str, Any]) -> str:
    """The README with the last run in it: everything between its heading and the sentence behind the table is made anew."""
    begin, end = text.index(HEADING) + len(HEADING), text.index("All aims, the peers")
    return f"{text[:begin]}\n\n{for_readme(record)}\n\n{text[end:]}"
