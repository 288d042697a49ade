"""Every lesson has a teacher's page: both plans, predictions with their figures from the data, sensitive points, a key."""

from __future__ import annotations

import re

import pytest

from helpers.home import CORPUS as FOLDER
from helpers.lessons.plan import lesson_ids, read_plan
from helpers.lessons.teaching import teaching_page
from helpers.loading import open_corpus
from helpers.model import CorpusError

CORPUS = open_corpus()
PARTS = (
    "45 minutes",
    "90 minutes",
    "What they will predict, and what to ask then",
    "Answers and pages",
    "If time or machines are short",
    "Sensitive points",
    "Key, as criteria",
)


@pytest.mark.parametrize("lesson", lesson_ids())
def test_a_page_has_its_parts_and_no_open_placeholder(lesson: str) -> None:
    page = teaching_page(lesson, CORPUS)
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == list(PARTS)
    assert "**Board question.**" in page
    assert "{{" not in page


@pytest.mark.parametrize("lesson", lesson_ids())
def test_every_prediction_with_a_key_stands_on_the_page(lesson: str) -> None:
    text = (FOLDER / "teaching" / f"{lesson}.md").read_text(encoding="utf-8")
    keyed = {item.id for item in read_plan(lesson).step("predict") if item.key and item.kind not in ("order", "sort")}
    assert keyed - set(re.findall(r"\{\{\d\d\.([a-z0-9-]+)\}\}", text)) == set()


def test_a_missing_page_is_refused_by_name() -> None:
    with pytest.raises(CorpusError, match=r"77\.md"):
        teaching_page("77", CORPUS)
