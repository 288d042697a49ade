"""A screen of text as HTML: roles to the eye and in words, printed pages, notes in place, marks that don't hang on colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from helpers.codings import Coding
from helpers.html import Safe, element, joined
from helpers.model import PageSpan, Paragraph
from helpers.reading.marking import LETTERS, Span, pieces

ROLE_WORDS = {
    "quotation": "quotation", "dialogue": "dialogue", "list": "list", "table": "table", "caption": "picture caption", "footnote": "footnote",
    "entry": "entry", "inset": "inset",
}  # fmt: skip
"""What stands over a paragraph that isn't running text, so that its kind shows without its layout."""

ASIDE = ("caption", "footnote")
"""Roles that may stand on another page than the text around them."""


def screen_html(
    paragraphs: Sequence[Paragraph],
    spans: Mapping[str, Sequence[Span]],
    coded: Mapping[str, Sequence[Coding]],
    noted: Mapping[str, str],
    *,
    chosen: str = "",
    live: bool = True,
) -> Safe:
    """The paragraphs of a screen in the order of their first lines, so that a heading stands above. ``spans`` are marks by paragraph id, ``coded`` and ``noted`` what the reader kept;
    ``chosen`` is the passage being worked on. Without ``live`` nothing can be pressed."""
    at_foot = footnotes_in_place(paragraphs)
    held = {note.id for notes in at_foot.values() for note in notes}
    shown = sorted((p for p in paragraphs if p.id not in held and p.role != "running_head"), key=lambda p: p.lines[0])
    blocks, page = [], 0
    for p in shown:
        text = _text(p, [*spans.get(p.id, ()), *_coded_words(coded.get(p.id, ()))], page)
        blocks.append(_block(p, text, [*_below(coded.get(p.id, ()), noted.get(p.id, ""), at_foot.get(p.id, ()))], p.id == chosen, live))
        page = p.page_turns[-1][1] if p.page_turns and p.role not in ASIDE else page
    return element("div", *blocks, class_="ro-page")


def footnotes_in_place(paragraphs: Sequence[Paragraph]) -> dict[str, list[Paragraph]]:
    """Paragraph id → the footnotes whose sign stands in it: the next footnotes behind it that begin with that sign."""
    found: dict[str, list[Paragraph]] = {}
    taken: set[str] = set()
    for k, paragraph in enumerate(paragraphs):
        for _, mark in paragraph.notes if paragraph.role != "footnote" else ():
            for note in paragraphs[k + 1 :]:
                if not mark.isdigit() and note.role == "footnote" and note.id not in taken and note.text.startswith(mark):
                    found.setdefault(paragraph.id, []).append(note)
                    taken.add(note.id)
                    break
    return found


def _coded_words(coded: Sequence[Coding]) -> list[Span]:
    return [Span(c.begin, c.end or 0, "code", c.code) for c in coded if c.begin is not None]


def _below(coded: Sequence[Coding], noted: str, foot: Sequence[Paragraph]) -> Iterator[Safe]:
    """What stands under a passage: its footnotes, how it was coded, the reader's note."""
    said = [("Footnote", note.text) for note in foot]
    said += [(f"Coded {'whole' if c.begin is None else 'in part'}: {c.code}", c.memo) for c in coded if c.begin is None or c.memo]
    for head, text in [*said, *([("My note", noted)] if noted else [])]:
        yield element("p", element("strong", f"{head}. "), text, class_="ro-below")


def _block(p: Paragraph, text: Sequence[Safe], below: Sequence[Safe], chosen: bool, live: bool) -> Safe:
    name = element("button", p.id, type="button", data_press=f"passage:{p.id}", aria_label=f"{p.id}: choose this passage") if live else p.id
    kind = " ".join(word for word in (ROLE_WORDS.get(p.role, ""), "(chosen)" if chosen else "") if word)
    head = element("span", name, f" {kind}" if kind else "", class_="ro-id", data_skip=True)
    words = element("h4" if p.role == "heading" else "p", *text, data_paragraph=p.id)
    return element("div", head, words, *below, class_=f"ro-block ro-{p.role}{' ro-chosen' if chosen else ''}")


def _text(p: Paragraph, spans: Sequence[Span], before: int) -> list[Safe]:
    """The words of a paragraph with its marks; the page it begins on is left out where the paragraph ``before`` ended on it."""
    turns = {offset: PageSpan(page, page, doubtful) for offset, page, doubtful in p.page_turns if offset or page != before}
    notes: dict[int, list[str]] = {}
    for offset, mark in p.notes:
        notes.setdefault(offset, []).append(mark)
    parts: list[Safe] = []
    for begin, text, over in pieces(p.text, spans, [*turns, *notes]):
        parts += [element("sup", mark, title=f"note {mark} of the book", data_skip=True) for mark in notes.pop(begin, [])]
        if begin in turns:
            before_it, behind = p.text[:begin][-1:], p.text[begin : begin + 1]
            parts.append(element("small", _turn(turns[begin], before_it, behind), class_="ro-turn", data_skip=True))
        parts.append(_marked(text, over))
        parts += [_tag(span) for span in over if span.end == begin + len(text) and span.kind != "hit"]
    parts += [element("sup", mark, title=f"note {mark} of the book", data_skip=True) for marks in notes.values() for mark in marks]
    return parts


def _turn(page: PageSpan, before: str, behind: str) -> str:
    """The sign of a page that begins between two characters, parted from a whole word by a space.

    >>> page = PageSpan(95, 95)
    >>> _turn(page, " ", "T"), _turn(page, "n", "."), _turn(page, "n", "d"), _turn(page, "n", "")
    ('[p. 95] ', ' [p. 95]', '[p. 95]', ' [p. 95]')
    """
    ends_a_word = before.isalnum() and not behind.isalnum() and behind not in ("-", "’", "'")
    return f"{' ' if ends_a_word else ''}[{page}]{' ' if not before or before.isspace() else ''}"


def _marked(text: str, over: Sequence[Span]) -> Safe:
    """A piece of text inside its marks: coded words framed, names and days underlined, what was searched for bold."""
    made: Safe = joined(text)
    for span in sorted(over, key=lambda s: s.kind == "code"):
        if span.kind == "hit":
            made = element("mark", element("strong", made))
        elif span.kind == "code":
            made = element("span", made, class_="ro-code")
        else:
            made = element("u", made, title=f"{span.kind}: {span.label}", class_=f"ro-{span.kind}")
    return made


def _tag(span: Span) -> Safe:
    """The sign behind a mark: the code in brackets, the letter of a name."""
    if span.kind == "code":
        return element("small", f" [{span.label}]", class_="ro-tag", data_skip=True)
    return element("sup", LETTERS[span.kind], title=f"{span.kind}: {span.label}", data_skip=True)
