"""A reading path survives being kept and being sent; what isn't one is refused in a sentence; it holds no words of a text."""

from __future__ import annotations

import json

import pytest

from helpers.codings import LESSON
from helpers.journal import Answer
from helpers.reading.paths import HEAD, ReadingPath, path_from_text, path_name, path_to_text, saved_paths
from helpers.reading.searching import Search

PATH = ReadingPath(
    "bread & salt",
    Search("bread near/5 salt", where="2.9", sort=("R1", "R2")),
    (("2.9.22:5-10", "p. 133"), ("2.9.c1:0-4", "p. 292 or 293")),
)


def test_a_path_is_one_line_and_comes_back_as_it_was() -> None:
    text = path_to_text(PATH)
    assert "\n" not in text
    assert path_from_text(text) == PATH


@pytest.mark.parametrize("wrap", ["\n", "\r\n", " \n ", "\t"])
def test_a_letter_that_wraps_the_line_does_no_harm(wrap: str) -> None:
    assert path_from_text("  " + path_to_text(PATH).replace(", ", f",{wrap}") + "\n\n") == PATH


def told(**changes: object) -> str:
    return f"{HEAD} {json.dumps({'name': 'a', 'search': {'query': 'a'}, 'chosen': []} | changes)}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        HEAD,
        f"{HEAD} {{",
        f"{HEAD} []",
        f"{HEAD} 7",
        path_to_text(PATH)[:-9],
        path_to_text(PATH).replace("path-1", "path-9"),
        told(name=""),
        told(name=7),
        told(name="x" * 61),
        told(name="a\u202eb"),
        told(search=None),
        told(search={"query": "<script>"}),
        told(search={"query": "a", "text": "../../etc"}),
        told(chosen="all"),
        told(chosen=[["2.4.1:5-9"]]),
        told(chosen=[["../x", "p. 1"]]),
        told(chosen=[["2.4.1:5-9", "x" * 50]]),
        told(chosen=[[{"a": 1}, "p. 1"]]),
        told(chosen=[["2.4.1:5-9", "p. 1"]] * 501),
        told(chosen=[["2.4.1:9-5", "p. 1"]]),
        HEAD + " " + "[" * 90_000,
        "x" * 200_000,
    ],
    ids=range(24),
)
def test_what_is_no_path_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w{2,} \w+"):
        path_from_text(text)


@pytest.mark.parametrize("name", ["", "  ", "\u202e", "x" * 61])
def test_a_path_needs_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        path_name(name)


def test_saved_paths_are_those_that_stand() -> None:
    answers = [
        Answer(LESSON, PATH.item, PATH.value, 1),
        Answer(LESSON, "path/old", None, 2),
        Answer(LESSON, "path/bad", {"search": 7}, 3),
        Answer(LESSON, "path/", PATH.value, 4),
        Answer("12", "path/other lesson", PATH.value, 5),
        Answer(LESSON, 7, PATH.value, 6),  # type: ignore[arg-type]
    ]
    assert saved_paths(answers) == {PATH.name: PATH}
