"""A class's page: complete, quick, and deaf to whatever stands in a journal."""

from __future__ import annotations

import csv
import io
import json
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from helpers.classroom import given, results
from helpers.classroom.gathering import gather
from helpers.classroom.given import shipped_plans
from helpers.classroom.hiding import hide_names
from helpers.classroom.marking import MARKING, marking_csv
from helpers.classroom.plans import plan_html
from helpers.classroom.portfolio import FORMATS, own_answers, portfolio_rows
from helpers.classroom.readers import Classroom
from helpers.classroom.report import class_data, class_page
from helpers.codings import LESSON
from helpers.journal import Answer
from helpers.lessons.plan import LessonPlan
from helpers.model import Corpus
from tests.simulated_class import write_journal

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</td></table><iframe src=javascript:alert(1)>",
    "</style><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{7*7}} ${7*7} <%= 7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    '=HYPERLINK("http://example.org")',
    "[x](javascript:alert(1)) ![x](x)",
    "a\x00b\x1b[31m\u202e\ud7ff",
    "' onmouseover='alert(1)",
]
SAFE_TAGS = {
    "a", "body", "br", "caption", "details", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "head", "html", "img", "li", "main", "meta", "nav", "ol", "p", "section", "small", "strong", "style", "summary", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
}  # fmt: skip


class Reader(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def assert_deaf(page: str) -> Reader:
    """The page holds our own tags alone, no handler, and links nowhere but into itself."""
    read = Reader(page)
    assert read.tags <= SAFE_TAGS
    assert [name for name, _ in read.attributes if name.startswith("on")] == []
    assert [
        v
        for n, v in read.attributes
        if (n == "href" and not v.startswith("#")) or (n == "src" and not v.startswith("data:image/svg+xml;base64,"))
    ] == []
    return read


def hostile_values(item: Any, payload: str) -> list[Any]:
    """Values for an item that hold a payload wherever its kind lets one in, and some of wrong types."""
    fitting = {
        "text": payload,
        "page": {"page": 95, "words": payload},
        "claim": {
            "claim": payload,
            "evidence_1": payload,
            "evidence_1_where": payload,
            "evidence_2": [payload],
            "counter": {"x": payload},
            "confidence": payload,
        },
    }
    claim = {"claim": payload, "evidence_1": [payload], "evidence_1_where": payload, "counter": {payload: 1}, "confidence": 2}
    return [fitting.get(item.kind, payload), {"claim": claim}.get(item.kind, fitting.get(item.kind, [payload]))]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class in which every reader's name, answers, codes, memos and items are payloads."""
    folder = tmp_path_factory.mktemp("hostile")
    for k, payload in enumerate(PAYLOADS):
        values = [(plan.id, item.id, value) for plan in shipped_plans() for item in plan.items for value in hostile_values(item, payload)]
        values += [
            (LESSON, "coding/4.5.1", {"code": payload, "memo": payload}),
            (LESSON, "coding/4.5.2", {"code": payload[:3], "memo": payload}),
        ]
        values += [
            (LESSON, f"note/{payload}", payload),
            (payload, payload, payload),
            (LESSON, "coding/4.5.3", {"code": "x" * 1_000_000, "memo": payload}),
        ]
        name = payload.replace("/", "∕").replace("\x00", "")
        write_journal(folder / name / f"{k}-0a1b2c3d4e5f.jsonl", [Answer(*value, n) for n, value in enumerate(values, 1)])
        (folder / name / f"{name}.jsonl").write_bytes(f"{payload}\n".encode("utf-8", "replace"))
    return gather(folder)


def test_hostile_names_and_answers_stay_text_on_the_page(hostile: Classroom, corpus: Corpus) -> None:
    assert len(hostile.students) == len(PAYLOADS)
    page = class_page(hostile, shipped_plans(), corpus)
    read = assert_deaf(page)
    text = "".join(read.text)
    for payload in ("<script>alert(1)</script>", '"><svg onload=alert(1)>', "[x](javascript:alert(1)) ![x](x)"):
        assert text.count(payload) > 10
    assert "\u202e" not in page
    assert "\x00" not in page
    assert len(page) < 3_000_000
    assert_deaf(class_page(hide_names(hostile), shipped_plans(), corpus))


def test_hostile_answers_can_not_calculate_in_the_table_for_marking(hostile: Classroom, corpus: Corpus) -> None:
    data = marking_csv(hostile, shipped_plans(), corpus).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(data, newline="")))
    assert lines[0] == list(MARKING.values())
    assert {len(line) for line in lines} == {len(MARKING)}
    assert [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert any(line[0].startswith("'=HYPERLINK") for line in lines)


def test_the_data_of_a_hostile_class_are_json(hostile: Classroom, corpus: Corpus) -> None:
    data = class_data(hostile, shipped_plans(), corpus)
    assert json.loads(json.dumps(data, allow_nan=False, ensure_ascii=False)) == data


@pytest.mark.parametrize("form", ["html", "md", "csv"])
def test_a_hostile_journal_of_ones_own_is_exported_as_text(form: str, hostile: Classroom, corpus: Corpus) -> None:
    plans = shipped_plans()
    for student in hostile.students[::3]:
        made = FORMATS[form](portfolio_rows(student, plans, corpus), plans).decode("utf-8-sig")
        if form == "html":
            assert_deaf(made)
        if form == "md":
            assert "](" not in made
            assert "<" not in made
            assert [line for line in made.split("\n") if line.startswith(("    ", "\t", "```", "~~~", "- ", "+ "))] == []


def test_the_page_says_everything_of_the_simulated_class(classroom: Classroom, corpus: Corpus) -> None:
    page = class_page(classroom, shipped_plans(), corpus)
    read = assert_deaf(page)
    text = "".join(read.text)
    assert text.count("Simulated reader 17") > 10
    for heading in (
        "Progress",
        "Misconceptions met",
        "Agreement",
        "Claims to discuss",
        "11 · Two calendars",
        "Krippendorff's α",
        "In their own words",
    ):
        assert heading in text
    drawn = sum(len([i for i in plan.step("predict") if i.kind != "text"]) for plan in shipped_plans())
    assert page.count("<figure>") == drawn
    ids = [value for name, value in read.attributes if name == "id"]
    assert len(ids) == len(set(ids))


def test_a_class_of_one_and_a_class_of_nobody_have_a_page_too(tmp_path: Path, corpus: Corpus) -> None:
    assert "a class of 0 readers" in class_page(gather(tmp_path), shipped_plans(), corpus)
    write_journal(tmp_path / "Ada" / "1-0a1b2c3d4e5f.jsonl", [Answer("12", "why-back", "to accuse", 1)])
    page = class_page(gather(tmp_path), shipped_plans(), corpus)
    assert "a class of 1 reader<" in page
    assert "to accuse" in page
    assert "No two readers have sorted the same terms or coded the same passage yet." in page


def test_thirty_readers_and_nine_lessons_open_in_two_seconds(class_folder: Path, plans: tuple[LessonPlan, ...], corpus: Corpus) -> None:
    """Everything but the drawing: keys computed, journals gathered, answers counted and compared. Processor time, best of three, since others use the machine."""
    class_data(gather(class_folder), plans, corpus)
    took = []
    for _ in range(3):
        given.key_for.cache_clear()
        results._looked_up.cache_clear()
        begun = time.process_time()
        class_data(gather(class_folder), plans, corpus)
        took.append(time.process_time() - begun)
    assert min(took) <= 2.0


def test_a_plan_is_shown_with_its_figures_and_without_a_sign_of_markdown(corpus: Corpus) -> None:
    for plan in shipped_plans():
        read = assert_deaf(plan_html(plan.id, corpus))
        text = " ".join(read.text)
        assert [sign for sign in ("**", "](", "{{", "|", "##", "\n- ", "\n1. ") if sign in text] == []
        assert {"h3", "h4", "table", "th"} <= read.tags


def test_own_answers_leave_drafts_out_and_say_what_was_passed_over(tmp_path: Path, corpus: Corpus) -> None:
    path = write_journal(
        tmp_path / "1-0a1b2c3d4e5f.jsonl", [Answer("12", "why-back", "to accuse", 1), Answer("12", "mind", "not ye", 2, True)]
    )
    path.write_bytes(path.read_bytes() + b"torn\n")
    student, passed = own_answers(tmp_path)
    rows = portfolio_rows(student, shipped_plans(), corpus)
    assert [(row["item"], row["answer"]) for row in rows] == [("why-back", "to accuse")]
    assert passed == ["1 damaged line was passed over; every sound answer was read."]


def test_a_coding_of_the_guide_is_exported_with_its_printed_page(tmp_path: Path, corpus: Corpus) -> None:
    write_journal(tmp_path / "1-0a1b2c3d4e5f.jsonl", [Answer(LESSON, "coding/guide/4.5.2", {"code": "praise", "memo": "see [p. 1]"}, 1)])
    (row,) = portfolio_rows(own_answers(tmp_path)[0], shipped_plans(), corpus)
    assert corpus.guide is not None
    assert row["pages"] == str(corpus.guide.paragraph(corpus.guide.paragraph_places["4.5.2"]).pages())
    made = FORMATS["md"]([row], shipped_plans()).decode()
    assert f"**guide/4.5.2**, {row['pages']}: *praise*" in made
    assert "> see &#91;p. 1&#93;" in made
