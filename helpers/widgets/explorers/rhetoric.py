"""Explorers of lessons 31, 32 and 33: labels and names, voices and agency, silences."""

from __future__ import annotations

from helpers.analysis.agency import VOICE_NAMES
from helpers.analysis.back_projection import LOOKS_BACK
from helpers.analysis.counts import counts_of
from helpers.analysis.labels import term_counts
from helpers.analysis.naming import SPEAKERS
from helpers.analysis.voices import MEASURES, VOICES
from helpers.model import Corpus
from helpers.views.asking import section_names
from helpers.views.company import beside_view, company_view
from helpers.views.labels import CLASSES, TARGETS, labels_view, twenty_view, villains_view
from helpers.views.marks import KINDS, marks_view
from helpers.views.silences import GROUPS, back_view, silences_view, ways_view
from helpers.views.voices import PER_TURNS, RAW, WHOLE, agency_view, manner_view, opponents_view, reporting_view, voices_view
from helpers.widgets.explorer import Control, explorer
from helpers.widgets.explorers.chronology import CHAPTERS
from helpers.widgets.explorers.words import CHAPTER_PARTS


def book_parts(corpus: Corpus) -> list[tuple[str, str]]:
    """The whole book, a chapter, or a section."""
    return [("the whole book", WHOLE), *CHAPTER_PARTS, *((name, section) for section, name in section_names(corpus).items())]


def people_named(corpus: Corpus) -> list[tuple[str, str]]:
    """People named often enough to keep company, by name."""
    often = [row for row in corpus.tables.rows("people") if row["n_here"] >= 20]
    return sorted((str(row["name"]), str(row["id"])) for row in often)


def judging_words(corpus: Corpus) -> list[tuple[str, str]]:
    """Labels and words of praise of our lexicon whose forms are single words, used at least 20 times."""
    counted = term_counts(counts_of(corpus), [row for row in corpus.tables.rows("lexicon") if row["class"] in ("label", "praise")])
    return sorted((str(row["term"]), str(row["id"])) for row in counted[counted["n"] >= 20].to_dict("records"))


twenty_explorer = explorer(twenty_view, controls={})
villains_explorer = explorer(
    villains_view, controls={"chapter": Control("Show", options=[("chapter by chapter", 0), *CHAPTERS[1:]])}, chapter=0
)
labels_explorer = explorer(
    labels_view,
    controls={
        "term_class": Control("Class", options=[(told, key) for key, told in CLASSES.items()]),
        "target": Control("Used of", options=[(told, key) for key, told in TARGETS.items()]),
    },
    term_class="label",
    target="",
    top=15,
)
company_explorer = explorer(
    company_view,
    controls={"person": Control("Name", options=people_named), "part": Control("In", options=book_parts)},
    person="kamenev",
    part=WHOLE,
    top=15,
)
beside_explorer = explorer(beside_view, controls={"term": Control("Word", options=judging_words)}, term="treachery", top=15)
marks_explorer = explorer(
    marks_view,
    controls={
        "kind": Control("List the words that are", options=[(told, key) for key, told in KINDS.items()]),
        "part": Control("In", options=book_parts),
    },
    kind="scare",
    part=WHOLE,
    top=25,
)
reporting_explorer = explorer(
    reporting_view,
    controls={
        "what": Control("Count", options=[(told, key) for key, (told, _) in MEASURES.items()]),
        "per": Control("Show", options=[("for each hundred turns", PER_TURNS), ("bare counts", RAW)]),
    },
    what="marked",
    per=PER_TURNS,
)
manner_explorer = explorer(manner_view, controls={})
voices_explorer = explorer(voices_view, controls={})
opponents_explorer = explorer(
    opponents_view,
    controls={"speaker": Control("Words of", options=[("all opponents together", "opponents"), *((SPEAKERS[s], s) for s in VOICES)])},
    speaker="opponents",
    top=15,
)
agency_explorer = explorer(
    agency_view,
    controls={
        "voice": Control("Who", options=[(told, key) for key, told in VOICE_NAMES.items()]),
        "part": Control("In", options=book_parts),
    },
    voice="passive",
    part=WHOLE,
)
silences_explorer = explorer(
    silences_view,
    controls={
        "group": Control("People and bodies", options=[(told, key) for key, told in GROUPS.items()]),
        "scale": Control("Show", options=[("for each 10,000 words", "per_10k"), ("bare counts", "n")]),
    },
    group="thirty",
    scale="per_10k",
)
ways_explorer = explorer(ways_view, controls={})
looking_back_explorer = explorer(
    back_view, controls={"term": Control("Word", options=[(term, term) for term in LOOKS_BACK])}, term="subsequently"
)
