"""Which paragraph a row's pages and words open, on a made-up edition."""

from __future__ import annotations

import pytest

from helpers.analysis.passages import find_passage
from helpers.building import ParagraphDraft, SectionDraft, build_edition
from helpers.model import TextEdition

TEXTS = [
    ("body", "On May 3 the ferrymen of Velsk met.", 10),
    ("body", "The bakers of Brod refused; the strike spread to Velsk.", 11),
    ("caption", "On May 3 the bakers of Brod, a photograph.", 11),
    ("body", "Nothing happened at Orsk.", 12),
    ("body", "On May 3 the bakers of Brod sang.", 13),
]


@pytest.fixture
def edition() -> TextEdition:
    """One section of five paragraphs on pages 10–13."""
    drafts = [ParagraphDraft(role, text, [(0, page, False)]) for role, text, page in TEXTS]
    return build_edition("book", "x", {}, [SectionDraft("4.1", "section", 1, 1, "Made up", drafts, "Made up")])


@pytest.mark.parametrize(
    ("pages", "terms", "printed", "opened"),
    [
        ((11, 11), ["Brod", "Velsk"], "May 3", 2),  # enough names on the page outweigh the printed words before it
        ((11, 11), ["Orsk"], "May 3", 1),  # nothing on the page: the one just before
        ((12, 13), ["Brod"], "May 3", 5),  # all the pages of a range count
        ((13, 13), ["Brod"], "", 5),
        ((11, 11), ["Kem"], "", None),  # nothing asked for stands there
        ((20, 20), ["Brod"], "May 3", None),
    ],
)
def test_the_paragraph_that_fits_best_is_opened(
    edition: TextEdition, pages: tuple[int, int], terms: list[str], printed: str, opened: int | None
) -> None:
    found = find_passage(edition, section="4.1", pages=pages, terms=terms, printed=printed)
    assert (found.text if found else None) == (TEXTS[opened - 1][1] if opened else None)


def test_a_section_that_the_edition_lacks_opens_nothing(edition: TextEdition) -> None:
    assert find_passage(edition, section="9.9", pages=(11, 11), terms=["Brod"]) is None
