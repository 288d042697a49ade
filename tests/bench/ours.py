"""The workbook's own functions as the benchmark calls them: a page as the reading room shows it, whole lists as DataFrames."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def load(store: Path) -> Any:
    """The open edition, its columns mapped; this path imports no pandas."""
    from helpers.editions import current_folder, open_edition

    folder = current_folder(store, "book")
    assert folder is not None
    return open_edition(folder)


def _first(book: Any) -> int:
    """All lines of the first concordance, sorted and cited, without pandas."""
    from helpers.analysis.concordance import concordance_page

    return len(concordance_page(book, "soviet", sort="R1", size=10**9).lines)


def _page(book: Any, word: str, sort: tuple[str, ...] = ("R1", "R2")) -> int:
    """Twenty lines found, sorted, cited, as the reading room's HTML."""
    from helpers.reading.listing import lines_html
    from helpers.reading.searching import Search, basis, lines_of, place_of

    search = Search(word, sort=sort)
    page = lines_of(book, search)
    html = lines_html(page.lines, basis(page, search), places=[place_of(book, line) for line in page.lines])
    assert "<strong>" in html
    return len(page.lines)


def actions(book: Any) -> dict[str, Callable[[], int]]:
    """What is timed, by name; each returns its number of rows."""
    from helpers.analysis.collocation import collocates
    from helpers.analysis.concordance import concordance
    from helpers.analysis.dispersion import dispersion, strip
    from helpers.analysis.frequency import frequency_list
    from helpers.analysis.keyness import keyness
    from helpers.analysis.matching import find_matches

    return {
        "page_unsorted": lambda: _page(book, "soviet", ()), "page": lambda: _page(book, "soviet"), "first": lambda: _first(book),
        "page_the": lambda: _page(book, "the"), "whole": lambda: len(concordance(book, "soviet", sort="R1")),
        "phrase": lambda: len(concordance(book, "red guards")), "frequency": lambda: len(frequency_list(book, top=100)),
        "keyness": lambda: len(keyness(book, chapter=2, top=100)), "collocates": lambda: len(collocates(book, "kamenev", min_count=1, top=100)),
        "collocates_the": lambda: len(collocates(book, "the", top=100)), "dispersion": lambda: len(dispersion(book, "soviet")),
        "strip": lambda: len(strip(book, "soviet")), "hits": lambda: len(find_matches(book, "soviet").begin),
    }  # fmt: skip
