"""Where a passage that a row or a lesson names stands in a reader's own copy."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.model import UNCOUNTED, Paragraph, TextEdition
from helpers.words import fold, phrase_pattern, straighten, words

_DECISIVE = 1000
"""What the printed words weigh against any number of names."""
_ENOUGH = 2
"""Names and stems that make a paragraph on the pages named likelier than a better one just before them."""


def stems_of(text: str) -> list[str]:
    """Beginnings of the long words of a summary, by which a passage in other words can still be known.

    >>> stems_of("Cadets raid the printing plant")
    ['cadet', 'print', 'plant']
    """
    return list(dict.fromkeys(word[:5] for word in words(text) if len(word) >= 5))


def find_passage(
    edition: TextEdition, *, section: str, pages: tuple[int, int], terms: Sequence[str], printed: str = "", stems: Sequence[str] = ()
) -> Paragraph | None:
    """The paragraph of ``section`` on printed pages first–last, or just before them, that fits best; the first of equals.

    One that holds the words ``printed`` comes before all others, then those with most of the ``terms`` and ``stems``
    (beginnings of words); one before the pages only where none on them holds the words printed or ``_ENOUGH`` of the rest.
    None where no paragraph there holds anything asked for. An edition without pages is searched through the whole section;
    captions, headings and footnotes are passed over.
    """
    if section not in edition.section_places:
        return None
    best, most = None, (False, 0)
    for paragraph in edition.paragraphs(section):
        on = paragraph.pages()
        if paragraph.role in UNCOUNTED or (on.first and not (on.first <= pages[1] + on.doubtful and pages[0] <= on.last + 1)):
            continue
        text = straighten(paragraph.text)
        held = sum(bool(phrase_pattern(straighten(term), case=True).search(text)) for term in terms)
        held += sum(any(word.startswith(stem) for word in words(text)) for stem in stems)
        held += _DECISIVE * (bool(printed.strip()) and fold(" ".join(printed.split())) in fold(" ".join(text.split())))
        rank = ((not on.first or pages[0] <= on.last) and held >= _ENOUGH, held)
        if held and rank > most:
            best, most = paragraph, rank
    return best
