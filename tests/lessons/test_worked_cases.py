"""A worked case beside a locked chart is another case: it does not say what the prediction asks for."""

from __future__ import annotations

import ast
import json
from typing import Any

import pytest

from helpers.loading import open_corpus
from helpers.widgets.explorers import explorer_named
from tests.conftest import ROOT

CORPUS = open_corpus()
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("[123][123]_*.ipynb"))


def worked_cases(lesson: str) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """(explorer, the worked case's choices, the choices it opens with) of every locked chart of a notebook."""
    cells = json.loads((ROOT / "notebooks" / f"{lesson}.ipynb").read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    found = []
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "explore":
            choices = {word.arg: ast.literal_eval(word.value) for word in call.keywords if word.arg}
            worked = choices.pop("worked", None)
            choices.pop("after", None)
            if worked is not None:
                found.append((ast.literal_eval(call.args[0]), worked, choices))
    return found


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_worked_case_does_not_say_the_sentence_that_the_reveal_says(lesson: str) -> None:
    cases = worked_cases(lesson)
    assert cases
    for name, worked, opened in cases:
        maker = explorer_named(name)
        assert maker.twin(CORPUS, **worked).sentence != maker.twin(CORPUS, **opened).sentence, f"{name} {worked}"


def test_a_case_that_gives_the_answer_away_is_noticed() -> None:
    pairs = explorer_named("pairs")
    assert pairs.twin(CORPUS, show="other_hour").sentence == pairs.twin(CORPUS).sentence
