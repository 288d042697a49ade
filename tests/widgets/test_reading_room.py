"""The reading room, told by plain values: search, open, read, code, keep, send, cite; with a copy and without one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers.codings import LESSON, Coding
from helpers.importing.pipeline import import_bytes
from helpers.journal import Journal
from helpers.loading import open_corpus
from helpers.model import Corpus
from helpers.reading.codebook import FIRST
from helpers.reading.paths import ReadingPath, path_to_text
from helpers.reading.searching import Search, place_of
from helpers.reading.texts import open_texts
from helpers.widgets.reading.room import ReadingRoom
from tests.specimens import small_book

SHIPPED = open_corpus()
COPY, _ = import_bytes(small_book()[0].encode())
WITH_COPY = Corpus(SHIPPED.measures, SHIPPED.tables, lambda: SHIPPED.guide, lambda: COPY)
HOSTILE = "<img src=x onerror=alert(1)>"


def entered(folder: Path | None, corpus: Corpus = WITH_COPY) -> ReadingRoom:
    return ReadingRoom(corpus, Journal(folder), open_texts(corpus))


@pytest.fixture
def room(tmp_path: Path) -> ReadingRoom:
    """A room with a copy and an empty journal."""
    return entered(tmp_path)


def saved(folder: Path, item: str) -> Any:
    return Journal(folder).latest(LESSON, item)


# Search


def test_a_search_shows_its_first_page_and_turns(room: ReadingRoom) -> None:
    part = room.searching
    part.query.value = "the"
    assert part.result is not None
    assert (part.result.number, len(part.result.lines)) == (1, 20)
    assert part.earlier.disabled
    part.turn(1)
    assert part.result.number == 2
    part.turn(99)
    assert part.result.number == part.result.n_pages
    assert part.later.disabled
    part.turn(-1)
    assert part.result.number == part.result.n_pages - 1


def test_every_control_takes_part_in_the_search(room: ReadingRoom) -> None:
    part = room.searching
    part.query.value = "the"
    for control in (part.where, part.role, part.quotation, *part.sorts):
        before = control.value
        for _, value in control.options:
            control.value = value
            assert part.result is not None
            assert part.said.text
        control.value = before
    part.where.value, part.role.value, part.sorts[0].value, part.sorts[1].value = "1.2", "body", "R1", "R1"
    assert part.search == Search("the", "book", "1.2", "body", "", ("R1",))
    assert {line.section for line in part.result.lines} == {"1.2"}


@pytest.mark.parametrize(
    ("query", "kind"),
    [("", "search"), ("xyzzy", "nothing found"), (HOSTILE, "not answered"), ("a near/0 b", "not answered"), ("x" * 999, "not answered")],
)
def test_what_gives_no_lines_is_answered_in_a_sentence(room: ReadingRoom, query: str, kind: str) -> None:
    room.searching.query.value = "the"
    room.searching.query.value = query
    assert f"<strong>{kind.capitalize()}.</strong>" in room.searching.said.value
    assert "<img" not in room.searching.said.value + room.searching.view.html
    room.searching.turn(1)


def test_a_line_opens_its_passage_with_the_words_marked(room: ReadingRoom) -> None:
    room.searching.query.value = "bakers"
    line = room.searching.result.lines[2]  # type: ignore[union-attr]
    place = place_of(COPY, line)
    room.searching.press(f"open:{place}")
    assert (room.desk.passage, room.desk.hit) == (line.paragraph_id, tuple(map(int, place.partition(":")[2].split("-"))))
    assert "<mark><strong>bakers</strong></mark>" in room.pane.view.html
    assert room.pane.view.went == line.paragraph_id
    assert room.coding.passage.value == line.paragraph_id
    assert f'data-press="open:{place}" aria-pressed="true"' in room.searching.view.html


def test_presses_that_name_nothing_here_do_nothing(room: ReadingRoom) -> None:
    before = room.desk.passage
    for name in ("", "open:", "open:9.9.9:1-2", "passage:x", "section:9.9", "drop:1.1.1", "run:x", HOSTILE):
        for part in (room.searching, room.contents_part, room.pane, room.paths_part, room.kept):
            part.press(name)
    assert room.desk.passage == before


def test_without_a_copy_the_measures_answer_and_the_guide_gives_the_lines(tmp_path: Path) -> None:
    room = entered(tmp_path, SHIPPED)
    assert room.desk.text == "guide"
    room.searching.query.value = "sabotage"
    assert "In the book “sabotage” stands" in room.searching.measured.html
    assert "Printed pages (" in room.searching.measured.html
    assert room.searching.result is not None
    assert room.searching.result.n_lines > 0
    room.searching.query.value = "red near/3 guards"
    assert "near” can&#x27;t be answered" in room.searching.measured.html


# Reading


def test_paging_on_counts_as_read_and_comes_back(room: ReadingRoom, tmp_path: Path) -> None:
    first = room.pane.screen
    last = str(COPY.paragraph_rows[first.places.stop - 1][0])
    room.pane.turn(1)
    assert room.pane.screen != first
    assert saved(tmp_path, f"progress/{first.section}") == {"paragraph": last}
    room.pane.turn(-1)
    assert room.pane.screen == first
    assert "read</td>" in entered(tmp_path).contents_part.view.html


def test_progress_never_goes_back(room: ReadingRoom, tmp_path: Path) -> None:
    room.pane.turn(1)
    item = f"progress/{COPY.sections[0].id}"
    before = saved(tmp_path, item)
    room.pane.turn(-1)
    room.pane.turn(1)
    assert saved(tmp_path, item) == before
    assert sum(a.item == item for a in Journal(tmp_path)._reading.answers) == 1


def test_the_ends_of_a_text_are_said(room: ReadingRoom) -> None:
    room.pane.turn(-1)
    assert room.pane.said.text == "This is the first screen of your copy of the book."
    room.desk.open_place("book/A")
    room.pane.turn(1)
    assert room.pane.said.text == "This is the last screen of your copy of the book."


def test_sections_pages_and_passages_are_opened_by_their_controls(room: ReadingRoom) -> None:
    room.pane.section.value = "2.1"
    assert room.pane.screen.section == "2.1"
    room.pane.page.value = "p. 16"
    assert 16 in range(COPY.paragraph(COPY.paragraph_places[room.desk.passage]).pages().first, 18)
    room.contents_part.press("section:1.end")
    assert (room.pane.screen.section, room.pane.section.value) == ("1.end", "1.end")
    room.pane.press("passage:1.end.2")
    assert (room.desk.passage, room.coding.passage.value) == ("1.end.2", "1.end.2")


@pytest.mark.parametrize("typed", ["x", "9999", "-4", "12345678", "²", HOSTILE])
def test_a_page_that_is_not_there_is_said(room: ReadingRoom, typed: str) -> None:
    room.pane.page.value = typed
    assert "type a number such as 95" in room.pane.said.text
    assert "<img" not in room.pane.said.value


def test_names_and_dates_are_marked_on_demand(tmp_path: Path) -> None:
    room = entered(tmp_path, SHIPPED)
    room.desk.open_place("guide/2.4")
    assert "<u" not in room.pane.view.html
    room.pane.names.value = True
    assert "place: Samara" in room.pane.view.html
    assert "people (p)" in room.pane.head.text
    room.pane.days.value = True
    room.pane.names.value = False
    assert {span.kind for spans in room.pane.marked.values() for span in spans} <= {"date"}


def test_texts_change_everywhere_at_once(room: ReadingRoom) -> None:
    room.searching.query.value = "the"
    room.searching.where.value = "1.end"
    room.contents_part.text.value = "guide"
    assert room.desk.text == "guide"
    assert room.searching.search.where == ""
    assert room.pane.section.value == "1.1"
    assert "Contents of the reading guide" in room.contents_part.view.html
    assert room.coding.passage.options[0][1].startswith("1.1.")
    room.desk.choose_text("ten-days")
    assert room.desk.text == "guide"


# Coding


def test_a_whole_passage_is_coded_and_comes_back(room: ReadingRoom, tmp_path: Path) -> None:
    room.pane.press("passage:1.1.2")
    room.coding.code.value = FIRST[0].code
    room.coding.memo.value = f"why {HOSTILE}"
    room.coding.keep()
    assert saved(tmp_path, "coding/1.1.2") == {"code": FIRST[0].code, "memo": f"why {HOSTILE}", "edition": "book"}
    again = entered(tmp_path)
    assert again.coding.codings() == [Coding("1.1.2", FIRST[0].code, f"why {HOSTILE}")]
    for html in (room.pane.view.html, again.pane.view.html, again.kept.view.html):
        assert f"Coded whole: {FIRST[0].code}." in html or "1 coded" in html
        assert "<img" not in html


def test_words_are_coded_by_typing_them(room: ReadingRoom, tmp_path: Path) -> None:
    paragraph = COPY.paragraph(COPY.paragraph_places["1.1.2"])
    wanted = " ".join(paragraph.text.split()[2:5]).strip(".,;")
    room.pane.press("passage:1.1.2")
    room.coding.words.value, room.coding.code.value = wanted.upper(), FIRST[1].code
    room.coding.keep()
    begin = paragraph.text.index(wanted)
    assert saved(tmp_path, f"coding/1.1.2:{begin}-{begin + len(wanted)}")["code"] == FIRST[1].code
    assert f"[{FIRST[1].code}]" in room.pane.view.html


def test_words_selected_in_the_pane_become_whole_words(room: ReadingRoom, tmp_path: Path) -> None:
    text = COPY.paragraph(COPY.paragraph_places["1.1.4"]).text
    second = text.index(" ", text.index(" ") + 1)
    room.pane.view.hear(None, {"kind": "select", "paragraph": "1.1.4", "begin": 1, "end": second - 1})
    assert room.coding.passage.value == "1.1.4"
    assert room.coding.words.value == text[:second].strip("“")
    room.coding.code.value = FIRST[2].code
    room.coding.keep()
    (coding,) = room.coding.codings()
    assert text[coding.begin : coding.end] == text[:second].strip("“")


@pytest.mark.parametrize("span", [("9.9.9", 0, 5), ("1.1.4", 5, 5), ("1.1.4", 900_000, 900_005), ("1.1.4", -9, -2)])
def test_a_selection_that_holds_no_word_changes_nothing(room: ReadingRoom, span: tuple[str, int, int]) -> None:
    room.coding.select(*span)
    assert room.coding.words.value == ""


def test_what_is_missing_is_said_and_nothing_is_saved(room: ReadingRoom, tmp_path: Path) -> None:
    room.coding.keep()
    assert room.coding.said.text == "Choose a passage and a code first."
    room.coding.code.value, room.coding.words.value = FIRST[0].code, "words that stand nowhere"
    room.coding.keep()
    assert "doesn't stand in this passage" in room.coding.said.text
    assert room.coding.codings() == []


def test_a_coding_is_taken_back(room: ReadingRoom, tmp_path: Path) -> None:
    room.coding.code.value = FIRST[0].code
    room.coding.keep()
    place = room.coding.codings()[0].place
    room.kept.press(f"drop:{place}")
    assert room.coding.codings() == []
    assert saved(tmp_path, f"coding/{place}")["code"] == ""
    assert "Nothing is coded yet." in room.kept.view.html


def test_a_coded_passage_of_another_text_is_opened_there(room: ReadingRoom) -> None:
    room.contents_part.text.value = "guide"
    room.desk.open_place("guide/2.4.3")
    room.coding.code.value = FIRST[0].code
    room.coding.keep()
    room.contents_part.text.value = "book"
    room.kept.press("open:guide/2.4.3")
    assert (room.desk.text, room.desk.passage) == ("guide", "2.4.3")


def test_a_note_is_kept_drafted_and_taken_back(room: ReadingRoom, tmp_path: Path) -> None:
    room.pane.press("passage:1.1.2")
    room.coding.note.value = "half a though"
    assert saved(tmp_path, "note/1.1.2") is None
    assert entered_at(tmp_path, "1.1.2").coding.note.value == "half a though"
    room.coding.note.value = "a whole thought"
    room.coding.keep_note()
    assert saved(tmp_path, "note/1.1.2") == "a whole thought"
    assert "a whole thought" in room.pane.view.html
    room.pane.press("passage:1.1.3")
    assert room.coding.note.value == ""
    room.pane.press("passage:1.1.2")
    room.coding.note.value = ""
    room.coding.keep_note()
    assert "My note." not in room.pane.view.html


def entered_at(folder: Path, passage: str) -> ReadingRoom:
    room = entered(folder)
    room.desk.open_place(f"book/{passage}")
    return room


def test_a_memo_that_was_begun_is_not_lost(room: ReadingRoom, tmp_path: Path) -> None:
    room.pane.press("passage:1.1.2")
    room.coding.code.value = FIRST[3].code
    room.coding.memo.value = "begun"
    again = entered_at(tmp_path, "1.1.2")
    assert (again.coding.memo.value, again.coding.code.value) == ("begun", FIRST[3].code)
    assert again.coding.codings() == []


def test_the_codebook_is_edited_and_passages_keep_their_codes(room: ReadingRoom, tmp_path: Path) -> None:
    book = room.codebook_part
    book.code.value, book.meaning.value = f"irony {HOSTILE}"[:30], "says one thing, means another"
    book.add()
    name = f"irony {HOSTILE}"[:30].strip()
    assert name in [code for _, code in room.coding.code.options]
    assert "<img" not in book.view.html
    room.coding.code.value = name
    room.coding.keep()
    book.out.value = name
    book.drop()
    assert name not in [code for _, code in room.coding.code.options]
    assert room.coding.codings()[0].code == name
    book.out.value = ""
    book.drop()
    assert book.said.text == "Choose a code to take out first."
    book.add()
    assert book.said.text == "Give the code a name first."
    assert [c.code for c in entered(tmp_path).codebook_part.codes] == [c.code for c in FIRST]


# Reading paths


def walked(room: ReadingRoom, name: str = "bread") -> ReadingPath:
    room.searching.query.value, room.searching.sorts[0].value = "bakers", "R1"
    for line in room.searching.result.lines[:2]:  # type: ignore[union-attr]
        room.searching.view.hear(None, {"kind": "check", "name": place_of(COPY, line), "on": True})
    room.paths_part.name.value = name
    room.paths_part.keep()
    path = room.paths_part.path
    assert path is not None
    return path


def test_a_path_is_kept_replayed_and_sent(room: ReadingRoom, tmp_path: Path) -> None:
    path = walked(room)
    assert path.search == Search("bakers", sort=("R1",))
    assert len(path.chosen) == 2
    assert saved(tmp_path, "path/bread")["search"]["query"] == "bakers"
    assert room.paths_part.sent.value == path_to_text(path)
    other = entered(tmp_path)
    other.paths_part.saved_list.value = "bread"
    other.paths_part.replay()
    assert other.searching.search == path.search
    assert list(other.searching.kept) == [place for place, _ in path.chosen]
    assert other.searching.view.html.count("checked") == 2
    other.paths_part.press(f"open:{path.chosen[0][0]}")
    assert other.desk.passage == path.chosen[0][0].partition(":")[0]


def test_a_friend_takes_the_path_in_with_a_copy_and_without(room: ReadingRoom, tmp_path: Path) -> None:
    text = path_to_text(walked(room))
    friend = entered(tmp_path / "friend", SHIPPED)
    friend.paths_part.received.value = text
    friend.paths_part.take_in()
    assert list(friend.paths_part.saved) == ["bread"]
    friend.paths_part.replay()
    assert "isn't open here" in friend.paths_part.said.text
    assert friend.searching.query.value == "bakers"
    assert "p. 1" in friend.paths_part.view.html
    assert "<button" not in friend.paths_part.view.html


@pytest.mark.parametrize("text", ["", "hello", "reading-path-1 {", HOSTILE])
def test_what_is_no_path_is_not_taken_in(room: ReadingRoom, text: str) -> None:
    room.paths_part.received.value = text
    room.paths_part.take_in()
    assert room.paths_part.saved == {}
    assert "<img" not in room.paths_part.said.value
    assert room.paths_part.said.text


def test_a_path_needs_a_search_and_a_name_and_can_be_taken_back(room: ReadingRoom) -> None:
    part = room.paths_part
    part.keep()
    assert "Search for something first" in part.said.text
    part.replay()
    part.drop()
    assert part.said.text == "Choose a saved path first."
    room.searching.query.value = "bakers"
    part.keep()
    assert part.said.text == "Give the path a name first."
    walked(room, "gone soon")
    part.drop()
    assert part.saved == {}
    assert part.sent.value == ""


def test_a_kept_line_can_be_let_go_and_a_foreign_one_is_not_kept(room: ReadingRoom) -> None:
    room.searching.keep_line("1.1.1:0-3", True)
    room.searching.query.value = "bakers"
    place = place_of(COPY, room.searching.result.lines[0])  # type: ignore[union-attr]
    room.searching.keep_line(place, True)
    room.searching.keep_line(HOSTILE, True)
    assert list(room.searching.kept) == [place]
    room.searching.keep_line(place, False)
    assert room.searching.kept == {}


# Citing and export


@pytest.mark.parametrize("form", ["text", "md", "bibtex", "csl"])
def test_a_passage_opened_from_a_search_is_cited_with_the_search(room: ReadingRoom, form: str) -> None:
    walked(room)
    room.cite_part.form.value = form
    room.cite_part.passage()
    assert "bakers" not in room.cite_part.output.value
    line = room.searching.result.lines[0]  # type: ignore[union-attr]
    room.searching.press(f"open:{place_of(COPY, line)}")
    room.cite_part.passage()
    assert "bakers" in room.cite_part.output.value
    assert line.paragraph_id in room.cite_part.output.value
    room.cite_part.search()
    assert room.cite_part.said.text.startswith("2 references")
    if form == "csl":
        assert len(json.loads(room.cite_part.output.value)) == 2


def test_citing_a_search_needs_lines(room: ReadingRoom) -> None:
    room.cite_part.search()
    assert "keep a line" in room.cite_part.said.text


@pytest.mark.parametrize(
    ("form", "name"),
    [("csv", "codings.csv"), ("html", "codings.html"), ("md", "codings.md"), ("bibtex", "codings.bib"), ("csl", "codings.json")],
)
def test_files_are_written_where_the_reader_says(room: ReadingRoom, tmp_path: Path, form: str, name: str) -> None:
    room.coding.code.value = FIRST[0].code
    room.coding.keep()
    room.kept.folder.value = str(tmp_path)
    room.kept.write(form)
    assert FIRST[0].code in (tmp_path / name).read_text(encoding="utf-8-sig")
    assert "it was sent nowhere" in room.kept.said.text


@pytest.mark.parametrize("folder", ["", "/no/such/folder", "\x00"])
def test_a_folder_that_can_not_be_written_is_said(room: ReadingRoom, folder: str) -> None:
    room.kept.folder.value = folder
    room.kept.write("csv")
    assert room.kept.said.text


# What must not go wrong


def test_a_journal_that_holds_anything_does_no_harm(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    values: list[Any] = [
        "x",
        7,
        None,
        [],
        ["y"],
        {},
        {"code": 7},
        {"code": HOSTILE, "memo": 3},
        {"codes": [HOSTILE, {"code": HOSTILE}]},
        {"paragraph": HOSTILE},
        {"search": {"query": 7}},
    ]
    for item in ("coding/1.1.2", "coding/1.1.2:0-4", "coding/x", "codebook", "note/1.1.2", "path/a", "progress/1.1", "progress/", HOSTILE):
        for value in values:
            journal.save(LESSON, item, value)
            room = ReadingRoom(WITH_COPY, journal, open_texts(WITH_COPY))
            for html in (room.pane.view.html, room.kept.view.html, room.contents_part.view.html, room.codebook_part.view.html):
                assert "<img" not in html


def test_what_could_not_be_saved_is_said(room: ReadingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    room.searching.query.value = "bakers"
    room.paths_part.name.value = "x"
    room.coding.code.value = FIRST[0].code
    monkeypatch.setattr("os.write", full)
    acts: list[tuple[Callable[[], None], Any]] = [
        (room.coding.keep, room.coding), (room.coding.keep_note, room.coding), (room.paths_part.keep, room.paths_part),
        (room.codebook_part.add, room.codebook_part), (lambda: room.pane._keep_progress(), room.pane),
    ]  # fmt: skip
    room.codebook_part.code.value = "new"
    for act, part in acts:
        act()
        assert "could not be saved (No space left on device)" in part.said.text


def test_without_a_place_to_save_the_room_works_and_warns() -> None:
    room = entered(None)
    room.coding.code.value = FIRST[0].code
    room.coding.keep()
    assert len(room.coding.codings()) == 1
    assert "not being saved" in room.desk.journal.notice


def controls(part: Any) -> list[Any]:
    inside = getattr(part, "children", ())
    return [part, *(found for child in inside for found in controls(child))]


def test_every_control_has_a_name_in_words(room: ReadingRoom) -> None:
    parts = (room.searching, room.contents_part, room.pane, room.coding, room.codebook_part, room.paths_part, room.cite_part, room.kept)
    found = [c for part in parts for c in controls(part) if hasattr(c, "description") and type(c).__name__ not in ("HTML", "Said")]
    assert len(found) > 30
    assert [c for c in found if not c.description.strip()] == []


def test_each_button_is_bound_to_what_it_says(room: ReadingRoom) -> None:
    """Handlers are called above; here only that every button has one."""
    parts = (room.searching, room.pane, room.coding, room.codebook_part, room.paths_part, room.cite_part, room.kept)
    buttons = [c for part in parts for c in controls(part) if type(c).__name__ == "Button"]
    assert all(len(b._click_handlers.callbacks) == 1 for b in buttons)
    by_name = {b.description: b for b in buttons}
    by_name["Later screen"].click()
    assert room.pane.screen.number > 1 or room.pane.screen.section != "1.1"


def test_parts_are_shown_with_shipped_words_alone(room: ReadingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr("helpers.widgets.reading.room.show", lambda _, html, sentence: shown.append((html, sentence)))
    room.contents()
    room.search("sabotage")
    room.read("2.1")
    for part in (room.codebook, room.paths, room.cite, room.export):
        part()
    assert all(html and sentence for html, sentence in shown)
    assert not any("ferry" in html or "<button" in html for html, _ in shown)
    assert room.card().sentence in repr(room.card())


# What is written is kept, whole, or it is said


def test_a_memo_that_is_too_long_is_not_cut_in_silence(room: ReadingRoom, tmp_path: Path) -> None:
    room.coding.code.value = FIRST[0].code
    room.coding.memo.value = "x" * 1_000_000
    room.coding.keep()
    assert room.coding.said.text == "The memo has 1,000,000 characters, and 4,000 can be kept: shorten it, then keep it."
    assert len(room.coding.memo.value) == 1_000_000
    assert room.coding.codings() == []
    room.coding.note.value = "y" * 4_001
    room.coding.keep_note()
    assert room.coding.said.text.startswith("The note has 4,001 characters")


def test_a_memo_without_a_code_stays_with_its_passage(room: ReadingRoom, tmp_path: Path) -> None:
    room.pane.press("passage:1.1.2")
    room.coding.memo.value = "not yet coded"
    room.pane.press("passage:1.1.3")
    assert room.coding.memo.value == ""
    room.pane.press("passage:1.1.2")
    assert room.coding.memo.value == "not yet coded"
    assert entered_at(tmp_path, "1.1.2").coding.memo.value == "not yet coded"
    assert room.coding.codings() == []


def test_what_is_typed_within_the_pause_is_drafted_before_another_passage_is_shown(
    room: ReadingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("helpers.widgets.reading.coding.later", lambda call: lambda: None)
    slow = ReadingRoom(WITH_COPY, room.desk.journal, open_texts(WITH_COPY))
    slow.pane.press("passage:1.1.2")
    slow.coding.memo.value, slow.coding.note.value = "typed fast", "noted fast"
    slow.contents_part.text.value = "guide"
    assert slow.coding.memo.value == ""
    slow.desk.open_place("book/1.1.2")
    assert (slow.coding.memo.value, slow.coding.note.value) == ("typed fast", "noted fast")


def test_a_memo_begun_on_some_words_comes_back_with_them(room: ReadingRoom, tmp_path: Path) -> None:
    words = " ".join(COPY.paragraph(COPY.paragraph_places["1.1.2"]).text.split()[2:5]).strip(".,;")
    room.pane.press("passage:1.1.2")
    room.coding.words.value, room.coding.code.value, room.coding.memo.value = words, FIRST[1].code, "half a reas"
    again = entered_at(tmp_path, "1.1.2").coding
    assert (again.words.value, again.code.value, again.memo.value) == (words, FIRST[1].code, "half a reas")
    again.memo.value = "half a reason"
    again.keep()
    assert [c.memo for c in again.codings()] == ["half a reason"]
    later = entered_at(tmp_path, "1.1.2").coding
    assert (later.words.value, later.memo.value) == ("", "")


def test_a_memo_begun_before_the_words_were_chosen_does_not_come_back_once_kept(room: ReadingRoom, tmp_path: Path) -> None:
    words = " ".join(COPY.paragraph(COPY.paragraph_places["1.1.2"]).text.split()[2:5]).strip(".,;")
    room.pane.press("passage:1.1.2")
    room.coding.code.value, room.coding.memo.value = FIRST[1].code, "a reason"
    room.coding.words.value = words
    room.coding.keep()
    assert entered_at(tmp_path, "1.1.2").coding.memo.value == ""


def test_a_code_that_takes_another_ones_place_says_so(room: ReadingRoom) -> None:
    room.coding.code.value = FIRST[0].code
    room.coding.keep()
    room.coding.code.value = FIRST[1].code
    room.coding.keep()
    assert room.coding.said.text.endswith(f"is coded as “{FIRST[1].code}” instead of “{FIRST[0].code}”.")


def test_a_printed_page_can_be_asked_for_twice(room: ReadingRoom) -> None:
    room.pane.page.value = "17"
    there = room.desk.passage
    room.desk.open_place("book/A")
    room.pane.page.value = "17"
    assert room.desk.passage == there


def test_a_path_that_was_walked_again_is_the_one_sent(room: ReadingRoom) -> None:
    walked(room)
    room.searching.kept.popitem()
    room.paths_part.keep()
    assert room.paths_part.said.text.endswith("with 1 chosen line, instead of the one that had this name.")
    assert room.paths_part.path is not None
    assert room.paths_part.sent.value == path_to_text(room.paths_part.path)
    assert "1 line chosen" in room.paths_part.view.html


def test_a_friends_path_never_takes_the_place_of_ones_own(room: ReadingRoom) -> None:
    own = walked(room)
    for _ in range(2):
        room.paths_part.received.value = path_to_text(ReadingPath(own.name, Search("ferry")))
        room.paths_part.take_in()
    assert {name: path.search.query for name, path in room.paths_part.saved.items()} == {"bread": "bakers", "bread (2)": "ferry"}
    assert "as “bread (2)”" in room.paths_part.said.text


def test_a_path_that_could_not_be_kept_stays_in_its_field(room: ReadingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room.desk, "keep", lambda *_, **__: "no space")
    sent = path_to_text(ReadingPath("a", Search("ferry")))
    room.paths_part.received.value = sent
    room.paths_part.take_in()
    assert room.paths_part.received.value == sent


def test_a_path_says_its_filters_and_its_order_in_words(room: ReadingRoom) -> None:
    room.paths_part.received.value = path_to_text(ReadingPath("a", Search("the", role="body", quotation="inside", sort=("L1",))))
    room.paths_part.take_in()
    html = room.paths_part.view.html
    assert "in parts of the kind “body” alone, inside quotation marks" in html
    assert "sorted on the 1st word before" in html


def test_every_error_on_screen_is_a_sentence(room: ReadingRoom) -> None:
    room.searching.query.value = "<b>"
    room.paths_part.received.value = "reading-path-1 {"
    room.paths_part.take_in()
    room.codebook_part.code.value = "x" * 41
    room.codebook_part.add()
    for part in (room.searching, room.paths_part, room.codebook_part):
        assert part.said.text[0] == part.said.text[0].upper()
        assert part.said.text.endswith(".")
    assert room.codebook_part.code.value == "x" * 41


def test_an_empty_export_and_an_empty_codebook_say_what_to_do(room: ReadingRoom, tmp_path: Path) -> None:
    room.kept.folder.value = str(tmp_path)
    room.kept.write("bibtex")
    assert "choose a passage and a code" in room.kept.said.text
    assert not (tmp_path / "codings.bib").exists()
    for code in FIRST:
        room.codebook_part.out.value = code.code
        room.codebook_part.drop()
    assert "add a code below" in room.codebook_part.view.html


@pytest.mark.parametrize("folder", ["", "/no/such/folder", "~nobody-of-this-name", "a\0b"])
def test_a_folder_that_is_not_there_is_named_with_what_to_do(room: ReadingRoom, folder: str) -> None:
    room.coding.code.value = FIRST[0].code
    room.coding.keep()
    room.kept.folder.value = folder
    room.kept.write("csv")
    assert "type" in room.kept.said.text
    assert room.kept.said.text.endswith(".")


def test_lines_kept_stay_in_another_order_and_are_said_to_go_with_another_search(room: ReadingRoom) -> None:
    room.searching.query.value = "bakers"
    place = place_of(COPY, room.searching.result.lines[0])  # type: ignore[union-attr]
    room.searching.keep_line(place, True)
    room.searching.sorts[0].value = "R1"
    assert list(room.searching.kept) == [place]
    room.searching.query.value = "ferry"
    assert room.searching.kept == {}
    assert "1 line kept for the search before is let go" in room.searching.said.text


def test_a_search_that_its_filters_leave_empty_says_so(room: ReadingRoom) -> None:
    room.searching.query.value, room.searching.role.value = "bakers", "table"
    assert room.searching.said.text.startswith("No line has “bakers” with these filters. Widen")
    assert room.searching.view.html == ""


def test_a_place_that_was_tampered_with_is_not_kept_again(room: ReadingRoom) -> None:
    chosen = (("1.1.2:0-3", "p. 15"), ("1.1.2:900000-900003", "p. 666"))
    room.paths_part.received.value = path_to_text(ReadingPath("a", Search("the"), chosen))
    room.paths_part.take_in()
    room.paths_part.replay()
    assert list(room.searching.kept) == ["1.1.2:0-3"]
    assert room.paths_part.said.text == "1 of 2 lines kept again. Not in this text: 1."
    assert room.paths_part.view.html.count("<button") == 1
