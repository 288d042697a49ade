"""Where a passage that a row or a lesson names stands in a reader's own copy."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.model import UNCOUNTED, Paragraph, TextEdition
from helpers.words import fold, phrase_pattern, straighten, words

_DECISIVE = 1000
"""What the printed words weigh against any number of names."""


def stems_of(text: str) -> list[str]:
    """Beginnings of the long words of a summary, by which a passage in other words can still be known.

    >>> stems_of("Cadets raid the printing plant")
    ['cadet', 'print', 'plant']
    """
    return list(dict.fromkeys(word[:5] for word in words(text) if len(word) >= 5))


def find_passage(
    edition: TextEdition, *, section: str, page: int, terms: Sequence[str], printed: str = "", stems: Sequence[str] = ()
) -> Paragraph | None:
    """The paragraph of ``section`` on the printed page (or the one behind it) that fits best; the first of equals.

    One that holds the words ``printed`` comes before all others, then those with most of the ``terms`` and ``stems``
    (beginnings of words). None where no paragraph there holds anything asked for. An edition without pages is
    searched through the whole section; captions, headings and footnotes are passed over.
    """
    if section not in edition.section_places:
        return None
    best, most = None, 0
    for paragraph in edition.paragraphs(section):
        pages = paragraph.pages()
        if paragraph.role in UNCOUNTED or (pages.first and not pages.first <= page + pages.doubtful <= pages.last + 1):
            continue
        text = straighten(paragraph.text)
        held = sum(bool(phrase_pattern(straighten(term), case=True).search(text)) for term in terms)
        held += sum(any(word.startswith(stem) for word in words(text)) for stem in stems)
        held += _DECISIVE * (bool(printed.strip()) and fold(" ".join(printed.split())) in fold(" ".join(text.split())))
        if held > most:
            best, most = paragraph, held
    return best
