"""Concordance (key word in context): every match of a query with its company on both sides, its place and its pages.

The core gives plain rows and needs no pandas; only the lines asked for are cut out of the text and cited, so that a page
of twenty lines costs the same in a long book.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from helpers.analysis.index import Index, index_of, text_of
from helpers.analysis.matching import Matches, find_matches
from helpers.analysis.ordering import sampled_matches, sorted_matches
from helpers.model import Corpus, PageSpan, TextEdition

if TYPE_CHECKING:
    import pandas as pd

WINDOW = 8
SEED = 1917


class ConcordanceLine(NamedTuple):
    """One line: ``left``, ``node`` and ``right`` as printed; where it stands; ``begin`` and ``end`` of the node in the
    edition's text (for ``TextEdition.passage``); ``quoted``: the node's first word is inside quotation marks."""

    left: str
    node: str
    right: str
    pages: PageSpan
    section: str
    paragraph_id: str
    role: str
    quoted: bool
    begin: int
    end: int

    @property
    def place(self) -> str:
        """Paragraph and printed page in short: "§ 2.4.17, p. 95"."""
        return f"§ {self.paragraph_id}" + (f", {self.pages}" if self.pages.first else "")


class ConcordancePage(NamedTuple):
    """Some lines of a concordance: page ``number`` of ``n_pages`` (from 1), of ``n_lines`` lines out of ``n_matches`` matches."""

    lines: list[ConcordanceLine]
    number: int
    n_pages: int
    n_lines: int
    n_matches: int


def _columns(index: Index, found: Matches, window: int) -> tuple[list[Any], ...]:
    """The columns of ``ConcordanceLine`` for some matches, in their order."""
    if window < 0:
        raise ValueError(f"the window is {window}; it is 0 words or more")
    begin, end = found.begin.astype(np.int64), found.end.astype(np.int64)
    paragraph = index.paragraph[begin]
    first = np.searchsorted(index.paragraph, paragraph, side="left")
    last = np.searchsorted(index.paragraph, paragraph, side="right")
    low, high = np.maximum(begin - window, first), np.minimum(end + window, last)
    start = np.where(low == first, index.bounds[paragraph], index.start[low])
    stop = np.where(high == last, index.bounds[paragraph + 1] - 1, index.stop[high - 1])
    node, node_end = index.start[begin], index.stop[end - 1]
    shown = [index.text[a:b] for a, b in zip(start.tolist(), stop.tolist(), strict=True)]
    cuts, cut_ends = (node - start).tolist(), (node_end - start).tolist()
    homes = [index.home(place) for place in paragraph.tolist()]
    base = index.bounds[paragraph]
    inside = zip(homes, (node - base).tolist(), (node_end - base).tolist(), strict=True)
    return (
        [text[:cut] for text, cut in zip(shown, cuts, strict=True)],
        [text[cut:cut_end] for text, cut, cut_end in zip(shown, cuts, cut_ends, strict=True)],
        [text[cut_end:] for text, cut_end in zip(shown, cut_ends, strict=True)],
        [home.pages(a, b) for home, a, b in inside], [home.section for home in homes], [home.id for home in homes],
        [home.role for home in homes], index.quoted[begin].astype(bool).tolist(), node.tolist(), node_end.tolist(),
    )  # fmt: skip


def concordance_lines(source: Corpus | TextEdition, found: Matches, *, window: int = WINDOW) -> list[ConcordanceLine]:
    """The lines of some matches, in their order, with ``window`` words on each side, cut at the paragraph's edge.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "A red flag! On a roof.\\n\\nFlags."})
    >>> line, = concordance_lines(text, find_matches(text, "flag"), window=2)
    >>> line.left, line.node, line.right, line.place
    ('A red ', 'flag', '! On a', '§ 1.1.1')
    """
    index = index_of(text_of(source, what="a concordance"))
    return [ConcordanceLine(*cells) for cells in zip(*_columns(index, found, window), strict=True)]


def concordance_page(
    source: Corpus | TextEdition,
    query: str,
    *,
    page: int = 1,
    size: int = 20,
    window: int = WINDOW,
    sort: str | Sequence[str] = (),
    sample: int | None = None,
    seed: int = SEED,
    **filters: Any,
) -> ConcordancePage:
    """One page of ``size`` lines of the concordance of ``query`` (words, phrases, *, a|b, near: ``helpers.analysis.queries``).

    ``sort``: keys such as ("R1", "R2") or "L1 R1", by alphabet, lines without such a word first; in reading order without
    any. ``sample`` draws so many lines by chance, the same for the same ``seed``. ``filters`` are those of
    ``find_matches``: section, chapter, roles (without it captions, headings, footnotes and running heads are left out),
    quotation ("inside", "outside" quotation marks). A page beyond the last is the last. Raises CorpusError where no text
    is open or a section is unknown, ValueError for a bad query or choice.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"1.1": "A red roof, a red flag, the last red."})
    >>> found = concordance_page(text, "red", sort="R1", size=2, window=1)
    >>> [line.right for line in found.lines], found.n_lines, found.n_pages
    (['.', ' flag'], 3, 2)
    """
    edition = text_of(source, what="a concordance")
    every = find_matches(edition, query, **filters)
    chosen = sampled_matches(every, sample, seed)
    n_lines = len(chosen.begin)
    n_pages = max(-(-n_lines // max(size, 1)), 1)
    number = min(max(page, 1), n_pages)
    upto = min(number * size, n_lines)
    shown = sorted_matches(edition, chosen, sort, first=upto).pick(slice((number - 1) * size, upto))
    return ConcordancePage(concordance_lines(edition, shown, window=window), number, n_pages, n_lines, len(every.begin))


def concordance(
    source: Corpus | TextEdition,
    query: str,
    *,
    window: int = WINDOW,
    sort: str | Sequence[str] = (),
    sample: int | None = None,
    seed: int = SEED,
    **filters: Any,
) -> pd.DataFrame:
    """The whole concordance of ``query`` as a table, a row a line; choices and errors as in ``concordance_page``.

    Columns: left, node, right, section, first_page and last_page (nan without pages), page_doubtful (each may be one
    later), paragraph_id, role, quoted; ``attrs`` holds n_matches, the matches before a sample was drawn.

    >>> from helpers.analysis.own_text import own_text
    >>> concordance(own_text({"1.1": "A red flag. Red!"}), "red", window=1)[["left", "node", "right"]].values.tolist()
    [['A ', 'red', ' flag'], ['flag. ', 'Red', '!']]
    """
    import pandas as pd

    edition = text_of(source, what="a concordance")
    every = find_matches(edition, query, **filters)
    found = sorted_matches(edition, sampled_matches(every, sample, seed), sort)
    left, node, right, pages, section, paragraph_id, role, quoted, _, _ = _columns(index_of(edition), found, window)
    frame = pd.DataFrame({
        "left": left, "node": node, "right": right, "section": section, "first_page": [p.first or np.nan for p in pages],
        "last_page": [p.last or np.nan for p in pages], "page_doubtful": [p.doubtful for p in pages], "paragraph_id": paragraph_id,
        "role": role, "quoted": quoted,
    })  # fmt: skip
    frame.attrs["n_matches"] = len(every.begin)
    return frame
