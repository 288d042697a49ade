"""References from the reading room: a passage, or a whole search, in a form that a reference manager takes; the search is named."""

from __future__ import annotations

import json
import re

from helpers.citing import FORMATS, cite
from helpers.model import PageSpan, TextEdition
from helpers.reading.texts import GUIDE

NAMES = {"text": "plain text", "md": "Markdown", "bibtex": "BibTeX", "csl": "CSL-JSON (Zotero and others)"}
TEXTS = {
    "book": "a plain-text copy of the book", "guide": "the reading guide", "ten-days": "a plain-text copy of the book",
    "other": "a plain-text copy of the text",
}  # fmt: skip
"""What the texts are called in a reference, whose reader has another copy."""

SUFFIX = {"text": "txt", "md": "md", "bibtex": "bib", "csl": "json"}
_BIBTEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
           "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip


def reference(edition: TextEdition, place: str, pages: PageSpan, *, form: str, search: str = "", keyword: str = "") -> str:
    """The reference of a place with its printed pages, in one of ``citing.FORMATS``; ``search`` says how it was found and
    ``keyword`` what it was coded as. Pages of the guide are those of the book that it is about, and said so.

    >>> from helpers.analysis.own_text import own_text
    >>> reference(own_text({"1.1": "A flag."}), "1.1.1", PageSpan(3, 3), form="text", search="“flag” in your copy")
    'own text, § 1.1.1, p. 3. Found by searching “flag” in your copy.'
    """
    of_book = edition.name == GUIDE and bool(pages.first)
    cited = cite(edition, place, PageSpan(0, 0) if of_book else pages, form=form)
    found = " ".join([f"About {pages} of the book."] * of_book + [f"Found by searching {search}."] * bool(search))
    if form == "bibtex":
        return _with_bibtex(_own_key(cited, place), found, keyword)
    if form == "csl":
        return _with_csl(cited, found, keyword)
    coded = f"Coded as {keyword}." if keyword else ""
    return " ".join(part for part in (cited, _in_markdown(found) if form == "md" else found, coded) if part)


def _in_markdown(text: str) -> str:
    return re.sub(r"([\\*_`\[\]<>|])", r"\\\1", text)


def _own_key(cited: str, place: str) -> str:
    """A key of the place's own, so that many references go into one file."""
    return re.sub(r"^(@\w+\{[^,\n]*),", lambda m: f"{m[1]}-{re.sub('[^0-9A-Za-z]+', '-', place)},", cited, count=1)


def _with_bibtex(cited: str, found: str, keyword: str) -> str:
    extra = [
        f"  {name} = {{{''.join(_BIBTEX.get(c, c) for c in text)}}}" for name, text in (("annote", found), ("keywords", keyword)) if text
    ]
    return cited.removesuffix("\n}") + "".join(f",\n{line}" for line in extra) + "\n}"


def _with_csl(cited: str, found: str, keyword: str) -> str:
    records = json.loads(cited)
    if found:
        records[0]["note"] = f"{records[0].get('note', '')}; {found}".lstrip("; ")
    if keyword:
        records[0]["keyword"] = keyword
    return json.dumps(records, ensure_ascii=False, indent=1)


def together(references: list[str], form: str) -> str:
    """Several references of one form as one file."""
    if form == "csl":
        return json.dumps([record for text in references for record in json.loads(text)], ensure_ascii=False, indent=1)
    return "\n".join(references) if form in FORMATS[:2] else "\n\n".join(references)
