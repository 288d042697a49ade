"""What stands on the screen is the text, whole and harmless, with its pages, roles, notes and marks in words."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.concordance import ConcordanceLine
from helpers.codings import Coding
from helpers.html import Safe, element
from helpers.importing.pipeline import import_bytes
from helpers.model import PageSpan, Paragraph
from helpers.reading.codebook import Code
from helpers.reading.counting import Counted
from helpers.reading.listing import codebook_html, codings_html, contents_html, counted_html, lines_html
from helpers.reading.marking import Span
from helpers.reading.showing import screen_html
from tests.specimens import small_book

COPY, _ = import_bytes(small_book()[0].encode())
HOSTILE = '<img src=x onerror="alert(1)"> & </p><script>\''


class Words(HTMLParser):
    """The words of each passage, without our own marks; and every tag met."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self.tags: list[str] = []
        self._open: list[tuple[str, bool, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        assert not any(name.startswith("on") for name in given)
        if tag != "input":
            before = self._open[-1] if self._open else ("", False, "")
            self._open.append((tag, before[1] or "data-skip" in given, given.get("data-paragraph") or before[2]))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][2] and not self._open[-1][1]:
            self.words[self._open[-1][2]] = self.words.get(self._open[-1][2], "") + data


def test_every_passage_of_a_book_stands_there_word_for_word() -> None:
    for section in COPY.sections:
        paragraphs = list(COPY.paragraphs(section.id))
        spans = {p.id: [Span(0, 5, "person", "x"), Span(3, 9, "hit"), Span(2, len(p.text), "date", "y")] for p in paragraphs}
        coded = {p.id: [Coding(p.id, "whole", "memo"), Coding(p.id, "part", "", 4, 12)] for p in paragraphs}
        found = Words(screen_html(paragraphs, spans, coded, {}))
        assert found.words == {p.id: p.text for p in paragraphs if p.role != "running_head" and p.text}


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4), st.integers(0, 60))
def test_any_text_with_any_marks_is_shown_word_for_word(text: str, ends: list[tuple[int, int]], turn: int) -> None:
    paragraph = Paragraph("1.1.1", "1.1", "body", text, ((0, 5, False), (turn, 6, True)), ((turn, "7"),))
    spans = [Span(min(pair), max(pair), "code", HOSTILE) for pair in ends]
    shown = Words(screen_html([paragraph], {"1.1.1": spans}, {}, {"1.1.1": HOSTILE}))
    if "\r" not in text and "\x00" not in text:
        assert shown.words.get("1.1.1", "") == text
    assert set(shown.tags) <= {"div", "span", "button", "p", "small", "sup", "strong"}


def shown(*paragraphs: Paragraph, **more: object) -> str:
    return screen_html(paragraphs, {}, {}, {}, **more)  # type: ignore[arg-type]


def test_pages_stand_where_they_turn_and_doubt_is_printed() -> None:
    first = Paragraph("1.1.1", "1.1", "body", "One two repre", ((0, 5, False), (8, 6, False), (11, 7, True)))
    second = Paragraph("1.1.2", "1.1", "body", "Three", ((0, 7, True),))
    html = shown(first, second)
    assert "[p. 5] " in html
    assert "[p. 6] " in html
    assert "[p. 7 or 8]</small>" in html
    assert html.count("p. 7") == 1


def test_roles_are_said_in_words() -> None:
    html = shown(*(Paragraph(f"1.1.{k}", "1.1", role, "x") for k, role in enumerate(["body", "quotation", "caption", "dialogue"])))
    assert [role in html for role in (" quotation<", " picture caption<", " dialogue<")] == [True] * 3


def test_a_footnote_stands_under_the_passage_with_its_sign_and_only_there() -> None:
    body = Paragraph("1.1.1", "1.1", "body", "A word.", (), ((6, "*"),))
    html = shown(body, Paragraph("1.1.2", "1.1", "body", "Next."), Paragraph("1.1.f1", "1.1", "footnote", "* Old style."))
    assert html.index("* Old style.") < html.index("Next.")
    assert html.count("* Old style.") == 1
    lost = shown(Paragraph("1.1.2", "1.1", "body", "Next."), Paragraph("1.1.f1", "1.1", "footnote", "* Old style."))
    assert " footnote<" in lost


def test_a_heading_stands_above_the_text_that_follows_it_in_the_print() -> None:
    html = shown(Paragraph("1.1.1", "1.1", "body", "Text", lines=(5, 9)), Paragraph("1.1.h1", "1.1", "heading", "TITLE", lines=(1, 2)))
    assert html.index("TITLE") < html.index("Text")


def test_codes_notes_and_names_do_not_hang_on_colour() -> None:
    paragraph = Paragraph("1.1.1", "1.1", "body", "Anna spoke.")
    coded = {"1.1.1": [Coding("1.1.1", "praise", "warm", 5, 10), Coding("1.1.1", "claim", "why")]}
    html = screen_html([paragraph], {"1.1.1": [Span(0, 4, "person", "Anna Dorn")]}, coded, {"1.1.1": "ask!"}, chosen="1.1.1")
    for words in (
        "[praise]",
        "Coded in part: praise.",
        "Coded whole: claim.",
        "My note.",
        "ask!",
        ">p</sup>",
        "person: Anna Dorn",
        "(chosen)",
    ):
        assert words in html


def test_what_is_stored_can_not_be_pressed() -> None:
    assert "<button" not in shown(Paragraph("1.1.1", "1.1", "body", "x"), live=False)
    assert "<button" not in lines_html([], "nothing", live=False)
    assert "nothing to show" in lines_html([], "nothing", live=False)


@pytest.mark.parametrize(
    "html",
    [
        lines_html(
            [ConcordanceLine(HOSTILE, HOSTILE, HOSTILE, PageSpan(1, 1), "1.1", HOSTILE, "body", True, 0, 4)], HOSTILE, places=[HOSTILE]
        ),
        contents_html(
            [{"chapter": 1, "section": HOSTILE, "label": HOSTILE, "pages": HOSTILE, "words": 1, "read_share": 0.5, "read": HOSTILE}],
            HOSTILE,
        ),
        counted_html(Counted(HOSTILE, ({"section": HOSTILE, "pages": HOSTILE, "n": 1},))),
        codings_html([Coding("1.1.1", HOSTILE, HOSTILE)], lambda _: HOSTILE),
        codebook_html([Code(HOSTILE, HOSTILE)]),
        screen_html(
            [Paragraph("1.1.1", "1.1", "body", HOSTILE, (), ((3, HOSTILE),))],
            {},
            {"1.1.1": [Coding("1.1.1", HOSTILE, HOSTILE)]},
            {"1.1.1": HOSTILE},
        ),
    ],
    ids=["lines", "contents", "counted", "codings", "codebook", "screen"],
)
def test_hostile_text_stays_text(html: str) -> None:
    assert not {"img", "script"} & set(Words(html).tags)
    assert "&lt;img" in html


def test_an_element_escapes_all_but_what_was_made_here() -> None:
    assert element("p", "<b>", Safe("<b></b>"), title='"') == '<p title="&quot;">&lt;b&gt;<b></b></p>'
