"""Lists of the inquiry as HTML: what was gathered, and what an argument still lacks."""

from __future__ import annotations

from collections.abc import Container, Sequence

from helpers.exporting import shortened
from helpers.html import Safe, breaking, element, notice_html
from helpers.inquiry.argument import Lack
from helpers.inquiry.gathering import KINDS, Material

LONGEST = 400


def gathered_html(materials: Sequence[Material], *, live: bool = True, taken: Container[tuple[str, str]] = ()) -> Safe:
    """What was gathered, a row each; in a ``live`` one buttons take it for the argument or against it. ``taken`` are the sides and
    sources that stand in the argument: their buttons are shown as pressed."""
    if not materials:
        return element(
            "p",
            "Nothing of this kind has been gathered yet: give a claim in a lesson, or code a passage in the reading room; then gather again.",
        )
    heads = ("what", "it says", "page or source", "given in", *(["use it"] if live else []))
    return element(
        "table",
        element("caption", f"{len(materials)} gathered", style="text-align:left"),
        element("thead", element("tr", *(element("th", head, scope="col", style="text-align:left") for head in heads))),
        element("tbody", *(_row(k, material, live, taken) for k, material in enumerate(materials, 1))),
    )


def _row(number: int, material: Material, live: bool, taken: Container[tuple[str, str]]) -> Safe:
    cells = (shortened(material.text, LONGEST), material.where or "–", material.lesson)
    uses = (("for", "For my claim"), ("against", "Against it"))
    buttons = [
        element(
            "button",
            label,
            type="button",
            data_press=f"{side}:{material.source}",
            aria_label=f"{label}: number {number}",
            aria_pressed="true" if (side, material.source) in taken else "false",
        )
        for side, label in uses
    ]
    return element(
        "tr",
        element("th", f"{number}. {material.kind}", scope="row", style="text-align:left"),
        *(element("td", cell, style=f"text-align:left{breaking(cell)}") for cell in cells),
        *([element("td", buttons[0], " ", buttons[1], style="text-align:left")] if live else []),
    )


def lacking_html(lacks: Sequence[Lack]) -> Safe:
    """What the argument still lacks; that nothing is missing is said too."""
    if not lacks:
        return Safe(notice_html("Every part is there. Hold it to the rubric, then hand it in.", kind="complete"))
    return element(
        "div",
        element("p", element("strong", f"Still missing ({len(lacks)}):")),
        element("ul", *(element("li", lack.said) for lack in lacks)),
    )


def kind_options(materials: Sequence[Material]) -> list[tuple[str, str]]:
    """Everything, then each kind that was gathered, with how many there are.

    >>> kind_options([Material("12/claim", "claim", "x", "", "12")])
    [('everything (1)', ''), ('claims (1)', 'claim')]
    """
    counts = {kind: sum(m.kind == kind for m in materials) for kind in KINDS}
    return [(f"everything ({len(materials)})", ""), *((f"{KINDS[kind]} ({n})", kind) for kind, n in counts.items() if n)]
