"""References to a passage: plain text, Markdown, BibTeX and CSL-JSON."""

from __future__ import annotations

import json

from helpers.model import PageSpan, TextEdition

FORMATS = ("text", "md", "bibtex", "csl")


def _pages(pages: PageSpan) -> str:
    return str(pages) if pages.first else ""


def cite(edition: TextEdition, place: str, pages: PageSpan, *, form: str = "text") -> str:
    """The full reference of ``place`` (a section or paragraph id) with its printed pages.

    ``form``: "text", "md" (title in italics), "bibtex" or "csl" (CSL-JSON). Raises ValueError for another form.
    """
    ref = dict(edition.reference)
    title = ref.get("title", edition.title)
    volume = f", vol. {ref['volume']}" if "volume" in ref else ""
    publisher = f" ({ref['publisher-place']}: {ref['publisher']}, {ref['year']})" if "publisher" in ref else ""
    author = f"{ref['author']}, " if "author" in ref else ""
    locus = ", ".join(part for part in (f"§ {place}", _pages(pages)) if part)
    if form == "text":
        return f"{author}{title}{volume}{publisher}, {locus}."
    if form == "md":
        return f"{author}*{title}*{volume}{publisher}, {locus}."
    if form == "bibtex":
        return _bibtex(ref, place, pages)
    if form == "csl":
        return _csl(ref, place, pages)
    raise ValueError(f"there is no citation format {form!r}; there are {', '.join(FORMATS)}")


def _bibtex(ref: dict[str, str], place: str, pages: PageSpan) -> str:
    names = {
        "title": "title",
        "author": "author",
        "volume": "volume",
        "publisher": "publisher",
        "publisher-place": "address",
        "year": "year",
    }
    lines = [f"  {names[k]} = {{{v}}}," for k, v in ref.items() if k in names]
    if pages.first:
        last = "" if pages.first == pages.last else f"--{pages.last}"
        lines.append(f"  pages = {{{pages.first}{last}}},")
    doubt = "; the page may be one later" if pages.doubtful else ""
    lines.append(f"  note = {{§ {place}{doubt}}}")
    return "@book{" + ref.get("key", "text") + ",\n" + "\n".join(lines) + "\n}"


def _csl(ref: dict[str, str], place: str, pages: PageSpan) -> str:
    record: dict[str, object] = {
        "id": f"{ref.get('key', 'text')}-{place}",
        "type": ref.get("type", "document"),
        "title": ref.get("title", ""),
    }
    if "author" in ref:
        family, _, given = ref["author"].partition(", ")
        record["author"] = [{"family": family, "given": given}]
    for key in ("volume", "publisher", "publisher-place"):
        if key in ref:
            record[key] = ref[key]
    if "year" in ref:
        record["issued"] = {"date-parts": [[int(ref["year"])]]}
    if pages.first:
        record["page"] = str(pages.first) if pages.first == pages.last else f"{pages.first}-{pages.last}"
    record["note"] = f"§ {place}" + ("; the page may be one later" if pages.doubtful else "")
    return json.dumps([record], ensure_ascii=False, indent=1)
