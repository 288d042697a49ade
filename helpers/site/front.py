"""The front page of the site: what the book is, what there is to read, and how to get the live workbook."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from helpers.html import Safe, element, joined
from helpers.lessons.plan import LessonPlan
from helpers.site.pages import DICTIONARY, GUIDE, HOME, SITE, Page, link

ROOMS = {
    "00": "Meet the book, and see what lies ready.",
    "40": "How searching, reading and coding look, with the book's measures and the guide.",
    "50": "From claims and evidence to an argument, with a worked example and the rubric.",
}
"""What each notebook beside the lessons gives a reader of the site."""


def _card(page: Page, about: str) -> Safe:
    return element("li", link(page.name, page.title), element("span", about))


def _book() -> Safe:
    title = element("cite", "The History of the Civil War in the U.S.S.R.")
    return joined(
        element("p", title, ", volume II, is the official Soviet history of October and November 1917. It was written under Stalin; the English "
                "edition came out in Moscow in 1946. It is rich in days, places and figures, and it is partisan."),
        element("p", "Read by itself, it tells its story. These pages show how the story is made: what it counts, whom it names, where it slows "
                "down to the hour, and what it leaves out. The book's text is not here: what is counted from it and what we say about it is."),
    )  # fmt: skip


def _live(version: str) -> Safe:
    return joined(
        element("h2", "The live workbook", id="live"),
        element("p", "These pages were made from a workbook in Jupyter, and they can only be read. In the workbook you give predictions and get "
                "answers, move the charts, search the texts, code passages, and keep what you write. With your own plain-text copy of the book it "
                "also shows the passages themselves."),
        element("p", "Ask whoever gave you these pages for the folder of the workbook. You need Python 3.11 or newer and, the first time, "
                "a network. In the folder, type"),
        element("pre", element("code", "python3 study.py")),
        element("p", f"and it opens in your browser. These pages belong to version {version}. Texts and data: CC BY 4.0; code: MIT."),
    )  # fmt: skip


def front_page(plans: Sequence[LessonPlan], pages: dict[str, Page], version: str) -> Page:
    """The front page; ``pages`` are those of the notebooks, by the number that their names begin with."""
    body = [element("h1", SITE), _book(), element("h2", "Where to begin", id="begin")]
    body.append(element("ul", _card(pages["00"], ROOMS["00"]), class_="cards"))
    for n, (unit, found) in enumerate(groupby(plans, lambda plan: plan.unit), 1):
        body.append(element("h2", f"Unit {n}: {unit}", id=f"unit-{n}"))
        body.append(element("ol", *(_card(pages[plan.id], plan.question) for plan in found), class_="cards"))
    rooms = [_card(pages[room], about) for room, about in ROOMS.items() if room != "00"]
    guide = element(
        "li", link(GUIDE, "The guide"), element("span", "Our own account of every section: what it tells, how, and what it leaves out.")
    )
    data = element("li", link(DICTIONARY, "Data dictionary"), element("span", "Every table, every column, and the files to take away."))
    body += [element("h2", "Beside the lessons", id="beside"), element("ul", *rooms, guide, data, class_="cards"), _live(version)]
    return Page(HOME, "Contents", joined(*body))
