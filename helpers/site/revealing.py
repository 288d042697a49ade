"""What a prediction opens in a lesson, folded on a page that can't wait for it: what the data say, and the chart."""

from __future__ import annotations

import ast

from helpers.html import Safe, element, figure_html
from helpers.lessons.plan import Item, LessonPlan
from helpers.lessons.responding import key_of
from helpers.model import Corpus

MOST_ROWS = 200
"""Rows of the table behind a chart, as in the live workbook."""


def call_of(source: str) -> ast.Call | None:
    """The call that a cell consists of; None where it holds anything else.

    >>> call_of("lesson.ask('x')").func.attr, call_of("a = 1")
    ('ask', None)
    """
    body = ast.parse(source).body
    only = body[0] if len(body) == 1 else None
    return only.value if isinstance(only, ast.Expr) and isinstance(only.value, ast.Call) else None


class Folds:
    """The folds of one lesson; the result of a prediction is told in the first that it opens, and not again."""

    def __init__(self, plan: LessonPlan, corpus: Corpus) -> None:
        self.plan, self.corpus = plan, corpus
        self._told: set[str] = set()

    def fold(self, source: str) -> Safe:
        """The fold of a cell that shows an explorer or a result shut until a prediction; nothing for any other cell."""
        call = call_of(source)
        step = call.func.attr if call is not None and isinstance(call.func, ast.Attribute) else ""
        if call is None or step not in ("explore", "beside"):
            return Safe("")
        first = ast.literal_eval(call.args[0])
        given = {str(k.arg): ast.literal_eval(k.value) for k in call.keywords}
        after = first if step == "beside" else given.pop("after", ())
        if not after:
            return Safe("")
        given.pop("worked", None)
        chart = self._chart(first, given) if step == "explore" else Safe("")
        results = self._results([after] if isinstance(after, str) else list(after))
        return element("details", element("summary", "After your answer: what the data say"), results, chart, class_="chart")

    def _chart(self, name: str, choices: dict[str, object]) -> Safe:
        from helpers.widgets.explorers import explorer_named

        return Safe(figure_html(explorer_named(name).twin(self.corpus, **choices), most_rows=MOST_ROWS))

    def _results(self, ids: list[str]) -> Safe:
        items = [self.plan.item(id_) for id_ in ids if id_ not in self._told]
        self._told |= set(ids)
        told = [self._result(item) for item in items if item.step == "predict"]
        return element("ul", *told) if any(told) else Safe("")

    def _result(self, item: Item) -> Safe:
        """What the data say about an item; nothing where they don't decide it."""
        key = key_of(item, self.corpus)
        if key is None:
            return Safe("")
        about = f" {item.about}" if item.about else ""
        return element("li", element("strong", f"{item.label}: "), f"{item.text_of(key)}.{about}")
