"""How far coders agree and where they differ, as tables to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helpers.html import table_html

Row = dict[str, Any]

AGREEMENT = {
    "what": "labelled", "n_readers": "readers", "n_units": "units", "percent": "alike, %", "kappa": "Cohen's κ, mean of pairs",
    "kappa_span": "κ, lowest to highest", "alpha": "Krippendorff's α", "alpha_span": "α, 95 % interval", "thin": "too thin to trust",
}  # fmt: skip
DIFFERENCES = {"unit": "passage or term", "labels": "labels and how many gave them", "commonest": "share of the commonest, %", "memos": "memos"}  # fmt: skip


def agreement_table(rows: Sequence[Row]) -> str:
    """Agreements as a table: shares in per cent, κ and α to two decimals."""
    return table_html([row | _rounded(row) for row in rows], "How far do readers agree?", AGREEMENT)


def _rounded(row: Row) -> Row:
    def span(low: str, high: str) -> str:
        return "–" if row[low] != row[low] else f"{row[low]:.2f} to {row[high]:.2f}"

    return {
        "percent": f"{100 * row['percent_share']:.0f}" if row["percent_share"] == row["percent_share"] else None,
        "kappa": None if row["kappa"] != row["kappa"] else f"{row['kappa']:.2f}", "kappa_span": span("kappa_low", "kappa_high"),
        "alpha": None if row["alpha"] != row["alpha"] else f"{row['alpha']:.2f}", "alpha_span": span("alpha_low", "alpha_high"),
    }  # fmt: skip


def difference_table(rows: Sequence[Row], what: str) -> str:
    """Where readers differ, as a table."""
    shown = [row | {"commonest": f"{100 * row['commonest_share']:.0f}"} for row in rows]
    return table_html(shown, f"Where they differ: {what}", DIFFERENCES, "All who labelled these gave them the same labels.")
