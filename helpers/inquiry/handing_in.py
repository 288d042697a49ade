"""An argument as a page, as Markdown and as a table: what a reader wrote stays text in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from helpers.exporting import csv_export, markdown_quote, markdown_text
from helpers.html import Safe, element, page_html, table_html
from helpers.inquiry.argument import TEXTS, Argument, Piece
from helpers.inquiry.references import method_limits, references
from helpers.inquiry.rubric import COLUMNS, LEVELS, RUBRIC, rubric_rows
from helpers.lessons.plan import SURE
from helpers.model import Corpus

TITLE = "Reading October: an argument"
NONE = "(not written yet)"
STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
blockquote { margin: 0; font-size: 1.15em; } p, li { white-space: pre-line; }
table { border-collapse: collapse; font-size: .9em; } caption { font-weight: bold; padding: .3rem 0; }
th, td { border-bottom: 1px solid currentColor; padding: .2rem .6rem .2rem 0; vertical-align: top; font-weight: normal; }
@media print { body { max-width: none; font-size: 11pt; } h2 { break-after: avoid; } }
"""


def argument_html(argument: Argument, corpus: Corpus) -> Safe:
    """The argument as a piece of a page; what is missing is said."""
    sure = f"I am: {SURE[argument.sure]}." if argument.sure else ""
    return element(
        "div",
        element("p", element("strong", "Question. "), argument.question or NONE),
        element("blockquote", element("p", element("strong", argument.claim or NONE), f" {sure}" if sure else "")),
        _listed("What speaks for it", argument.support),
        _listed("What speaks against it", argument.against),
        *(
            part
            for name in ("answer", "limits", "change")
            for part in (element("h3", TEXTS[name].replace("My answer", "An answer")), element("p", getattr(argument, name) or NONE))
        ),
        *_numbered("What the method can't show", method_limits(argument, corpus)),
        *_numbered("References", references(argument, corpus)),
        class_="ro-argument",
    )


def _listed(heading: str, pieces: Sequence[Piece]) -> Safe:
    items = [element("li", piece.text or NONE, f" ({piece.where})" if piece.where else " (no page or source named)") for piece in pieces]
    return element("div", element("h3", heading), element("ol", *items) if items else element("p", NONE))


def _numbered(heading: str, lines: Sequence[str]) -> list[Safe]:
    return [element("h3", heading), element("ul", *(element("li", line) for line in lines))] if lines else []


def argument_page(argument: Argument, rating: Mapping[str, int], corpus: Corpus) -> bytes:
    """The argument as a page of its own that prints, with the rubric beside it; no script, nothing asked of the network."""
    rubric = Safe(table_html(rubric_rows(rating), "Rubric", COLUMNS))
    body = element(
        "main", element("h1", TITLE), element("h2", "The argument"), argument_html(argument, corpus), element("h2", "Rubric"), rubric
    )
    return page_html(TITLE, body, style=STYLE).encode()


def argument_markdown(argument: Argument, rating: Mapping[str, int], corpus: Corpus) -> bytes:
    """The argument as Markdown, which a word processor opens."""
    sure = f" ({SURE[argument.sure]})" if argument.sure else ""
    parts = [f"# {TITLE}", f"**Question.** {markdown_text(argument.question) or NONE}"]
    parts += [f"{markdown_quote(argument.claim or NONE)}{sure}"]
    for heading, pieces in (("What speaks for it", argument.support), ("What speaks against it", argument.against)):
        parts += [f"## {heading}", "\n".join(_markdown_piece(k, piece) for k, piece in enumerate(pieces, 1)) or NONE]
    for name in ("answer", "limits", "change"):
        parts += [f"## {TEXTS[name].replace('My answer', 'An answer')}", markdown_quote(getattr(argument, name) or NONE)]
    for heading, lines in (("What the method can't show", method_limits(argument, corpus)), ("References", references(argument, corpus))):
        parts += [f"## {heading}", "\n".join(f"- {markdown_text(line)}" for line in lines)] if lines else []
    rated = [f"- {c.name}: {rating[c.id]} ({LEVELS[rating[c.id]]})" for c in RUBRIC if c.id in rating]
    parts += ["## My own rating", "\n".join(rated)] if rated else []
    return ("\n\n".join(parts) + "\n").encode()


def _markdown_piece(number: int, piece: Piece) -> str:
    text = " ".join(markdown_text(piece.text or NONE).split())
    return f"{number}. {text}{f' ({markdown_text(piece.where)})' if piece.where else ''}"


ROWS = {"part": "part", "text": "text", "where": "printed page or source", "source": "gathered from"}


def argument_rows(argument: Argument, rating: Mapping[str, int], corpus: Corpus) -> list[dict[str, Any]]:
    """A row a part: the words, the evidence with its pages, references, limits, the reader's own rating."""
    rows = [{"part": TEXTS[name], "text": getattr(argument, name)} for name in ("question", "claim")]
    rows += [{"part": "How sure I am", "text": SURE.get(argument.sure, "")}]
    rows += [{"part": "speaks for it", "text": p.text, "where": p.where, "source": p.source} for p in argument.support]
    rows += [{"part": "speaks against it", "text": p.text, "where": p.where, "source": p.source} for p in argument.against]
    rows += [{"part": TEXTS[name], "text": getattr(argument, name)} for name in ("answer", "limits", "change")]
    rows += [{"part": "limit of the method", "text": line} for line in method_limits(argument, corpus)]
    rows += [{"part": "reference", "text": line} for line in references(argument, corpus)]
    rows += [{"part": f"my rating: {c.name}", "text": str(rating[c.id])} for c in RUBRIC if c.id in rating]
    return rows


def argument_csv(argument: Argument, rating: Mapping[str, int], corpus: Corpus) -> bytes:
    """The rows for a spreadsheet, every cell guarded."""
    return csv_export(argument_rows(argument, rating, corpus), ROWS)


FORMATS: dict[str, Callable[[Argument, Mapping[str, int], Corpus], bytes]] = {
    "html": argument_page,
    "md": argument_markdown,
    "csv": argument_csv,
}
"""What makes each format."""
