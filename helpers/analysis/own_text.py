"""A few paragraphs of one's own as a text edition, so that every instrument can be tried on them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpers.building import ParagraphDraft, SectionDraft, build_edition
from helpers.model import TextEdition


def own_text(texts: Mapping[str, str], *, name: str = "own text") -> TextEdition:
    """An edition of plain texts by the id of the section that each is to be; blank lines part paragraphs.

    The chapter is the figure before the point of an id, else 0. All paragraphs are body text, without pages; what stands
    between “ and ” is inside quotation.

    >>> edition = own_text({"1.1": "Red flag, red banner.\\n\\nA roof.", "2.1": "A flag."})
    >>> edition, edition.paragraph(1).id, edition.count("red")
    (<own text: 2 sections, 3 paragraphs, 8 words>, '1.1.2', 2)
    """
    drafts = []
    for number, (section_id, text) in enumerate(texts.items(), start=1):
        head = section_id.partition(".")[0]
        paragraphs = [ParagraphDraft("body", " ".join(part.split())) for part in re.split(r"\n\s*\n", text.strip()) if part]
        drafts.append(SectionDraft(section_id, "section", int(head) if head.isdigit() else 0, number, "", paragraphs))
    return build_edition(name, name, {"title": name}, drafts)
