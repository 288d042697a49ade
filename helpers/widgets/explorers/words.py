"""Explorers of words: how often and where, what sets a part apart, the company of a word, runs that come back."""

from __future__ import annotations

from helpers.analysis.collocation import shipped_nodes
from helpers.model import Corpus
from helpers.views.asking import section_names
from helpers.views.keywords import BOOK, MEASURES, ORDERED_BY, collocates_view, keyness_view, ngrams_view
from helpers.views.words import dispersion_view, frequency_view, trend_view, two_spreads_view
from helpers.widgets.explorer import Control, explorer
from helpers.widgets.explorers.chronology import CHAPTERS

CHAPTER_PARTS = [(f"chapter {n}", f"chapter {n}") for n in range(1, 10)]


def parts(corpus: Corpus) -> list[tuple[str, str]]:
    """Every chapter and section of the book."""
    return [*CHAPTER_PARTS, *((name, section) for section, name in section_names(corpus).items())]


def targets(corpus: Corpus) -> list[tuple[str, str]]:
    """What may have key words."""
    return [("the whole book", BOOK), *parts(corpus)]


def references(corpus: Corpus) -> list[tuple[str, str]]:
    """What a part may be compared with."""
    return [("the rest of the book", "rest"), ("Ten Days that Shook the World", "ten-days"), *parts(corpus)]


def nodes(corpus: Corpus) -> list[tuple[str, str]]:
    """The words whose company ships."""
    return [(word, word) for word in shipped_nodes(corpus)]


WORD = Control("Word (soviet, soviet*, a|b)", "text")

frequency_explorer = explorer(
    frequency_view,
    controls={"word": WORD, "chapter": Control("In", options=[("each chapter", 0), *CHAPTERS[1:]])},
    word="soviet",
    chapter=0,
)
trend_explorer = explorer(
    trend_view,
    controls={"word": WORD, "span": Control("Smooth over", options=[(f"{n} section{'s' * (n > 1)}", n) for n in (1, 3, 5, 9)])},
    word="masses",
    span=5,
)
dispersion_explorer = explorer(
    dispersion_view, controls={"words": Control("Words, parted by commas", "text")}, words="insurrection, salvation, krasnov"
)
two_spreads_explorer = explorer(
    two_spreads_view,
    controls={"count": Control("Words that stand about", options=[(f"{n} times", n) for n in (20, 50, 100, 200, 400)])},
    count=100,
)
keyness_explorer = explorer(
    keyness_view,
    controls={
        "target": Control("Key words of", options=targets),
        "against": Control("Compared with", options=references),
        "order": Control("Ordered by", options=[(text, key) for key, text in ORDERED_BY.items()]),
        "min_ll": Control(
            "Log-likelihood at least",
            options=[
                ("0: no brake", 0.0),
                ("3.84 (p < 0.05)", 3.84),
                ("6.63 (p < 0.01)", 6.63),
                ("10.83 (p < 0.001)", 10.83),
                ("15.13 (p < 0.0001)", 15.13),
            ],
        ),
        "min_leaves": Control("On at least", options=[(f"{n} lea{'ves' if n > 1 else 'f'}", n) for n in (1, 2, 3, 5, 10)]),
        "side": Control("Words", options=[("used more here", "over"), ("used less here", "under"), ("both", "both")]),
    },
    target="chapter 5",
    against="rest",
    order="log_likelihood",
    min_ll=15.13,
    min_leaves=2,
    side="over",
    top=20,
)
collocates_explorer = explorer(
    collocates_view,
    controls={
        "node": Control("Word", options=nodes),
        "other": Control("or any word or phrase (needs your copy)", "text"),
        "measure": Control("Ordered by", options=[(text, key) for key, text in MEASURES.items()]),
        "min_count": Control("Meetings at least", options=[(str(n), n) for n in (3, 5, 10, 20)]),
        "without": Control(
            "Leave out",
            options=[("nothing", 0), ("the 50 commonest words", 50), ("the 100 commonest words", 100), ("the 300 commonest words", 300)],
        ),
    },
    node="masses",
    other="",
    measure="log_dice",
    min_count=5,
    without=100,
    top=20,
)
ngrams_explorer = explorer(
    ngrams_view,
    controls={
        "length": Control("Words in a run", options=[("2", 2), ("3", 3), ("4 (needs your copy)", 4), ("5 (needs your copy)", 5)]),
        "containing": Control("With the word (empty: all)", "text"),
        "order": Control("Ordered by", options=[("how often", "n"), ("in how many sections", "n_sections")]),
    },
    length=3,
    containing="",
    order="n",
    top=20,
)
