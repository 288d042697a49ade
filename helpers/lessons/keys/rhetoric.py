"""Answers to what lessons 31, 32 and 33 ask, computed from the tables and the measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from helpers.analysis.agency import agency
from helpers.analysis.back_projection import back_projection
from helpers.analysis.company import company_of
from helpers.analysis.counts import counts_of
from helpers.analysis.dispersion import dispersion_list
from helpers.analysis.keyness import keyness
from helpers.analysis.silences import by_way
from helpers.analysis.voices import OPPONENTS, VOICES, reported_by_class, voices_by_section
from helpers.model import Corpus
from helpers.views.silences import named_in, rates


def _most_reported(corpus: Corpus, what: str) -> str:
    frame = reported_by_class(corpus.measures.rows("reporting"), corpus.measures.rows("quotations"), what=what)
    frame = frame[~frame["thin"]]
    return str(frame.loc[frame["per_100"].idxmax(), "speaker_class"])


def class_most_marked(corpus: Corpus) -> str:
    """The class whose turns are most often reported with a verb that judges; classes of few turns are left out."""
    return _most_reported(corpus, "marked")


def class_most_giving_way(corpus: Corpus) -> str:
    """The class that is most often made to admit, or obliged to say, for its turns."""
    return _most_reported(corpus, "gives way")


def bolsheviks_admitting(corpus: Corpus) -> float:
    """How often a Bolshevik is reported with a verb of admission or as obliged to say something."""
    frame = reported_by_class(corpus.measures.rows("reporting"), corpus.measures.rows("quotations"), what="gives way")
    return float(frame["n"][frame["speaker_class"] == "bolshevik"].iloc[0])


def opponents_words_share(corpus: Corpus) -> float:
    """Share of the words quoted of known speakers that are their opponents', in whole per cent."""
    quotations, leaves = corpus.measures.rows("quotations"), corpus.measures.rows("leaves")
    theirs, everyone = (voices_by_section(quotations, leaves, speakers)["n_words"].sum() for speakers in (OPPONENTS, VOICES))
    return float(round(100 * theirs / everyone))


def actor_most_passive(corpus: Corpus) -> str:
    """The actor that most often has something done to it, for its deeds; actors of few deeds are left out."""
    frame = agency(corpus.measures.rows("agents"), voice="passive")
    frame = frame[~frame["thin"]]
    return str(frame.loc[frame["per_100"].idxmax(), "actor"])


def words_that_stay(corpus: Corpus) -> float:
    """How many of the first twenty key words of chapter 5 stay when Ten Days takes the place of the rest of the book."""
    lists = [set(keyness(corpus, chapter=5, against=against, top=20)["token"]) for against in ("rest", "ten-days")]
    return float(len(lists[0] & lists[1]))


def uneven_word_sections(corpus: Corpus) -> float:
    """In how many sections the least even of the words that stand some hundred times is found."""
    band = dispersion_list(corpus, by="section", min_count=1)
    return float(band[(band["n"] - 100).abs() <= 10].iloc[-1]["range"])


def deletions_settled(corpus: Corpus) -> float:
    """Of how many of the people and bodies called deleted the counts alone say that they are named less here."""
    return float(by_way(rates(corpus)).set_index("way").loc["deletion", "n_lower_here"])


def subsequently_uses(corpus: Corpus) -> float:
    """How often the book writes "subsequently"."""
    return float(back_projection(corpus, ["subsequently"])["n"].sum())


def where_named(corpus: Corpus, ids: Sequence[str]) -> dict[str, str]:
    """For each of these people whether both books name them, one of them (here, there), or neither."""
    frame = rates(corpus).set_index("id")
    return {id_: named_in(int(frame.loc[id_, "n_here"]), int(frame.loc[id_, "n_reference"])) for id_ in ids}


def classes_of_terms(corpus: Corpus, ids: Sequence[str]) -> dict[str, str]:
    """The class of each of these terms of the lexicon."""
    classes = {str(row["id"]): str(row["class"]) for row in corpus.tables.rows("lexicon")}
    return {id_: classes[id_] for id_ in ids}


def kinds_of_spans(corpus: Corpus, ids: Sequence[str]) -> dict[str, str]:
    """What quotation marks round each of these words (hyphens for spaces) are mostly there for."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in corpus.measures.rows("scare_quotes"):
        counts[str(row["term"]).replace(" ", "-"), str(row["kind"])] += int(row["count"])
    return {id_: max((kind for term, kind in counts if term == id_), key=lambda kind: counts[id_, kind]) for id_ in ids}


def kamenev_company(corpus: Corpus) -> str:
    """The term of the lexicon most surely over-used on the leaves that name Kamenev."""
    frame = company_of(counts_of(corpus), corpus.measures.rows("entity_leaf"), corpus.tables.rows("lexicon"), "kamenev")
    return str(frame["id"].iloc[0])


def scare_share(corpus: Corpus) -> float:
    """Of the spans of one to three words between quotation marks, the share held at a distance, in whole per cent."""
    rows = corpus.measures.rows("scare_quotes")
    return float(round(100 * sum(r["count"] for r in rows if r["kind"] == "scare") / sum(r["count"] for r in rows)))


ENTRY_KEYS: dict[str, Callable[[Corpus, Sequence[str]], Any]] = {
    "classes_of_terms": classes_of_terms,
    "kinds_of_spans": kinds_of_spans,
    "where_named": where_named,
}

KEYS: dict[str, Callable[[Corpus], Any]] = {
    "actor_most_passive": actor_most_passive,
    "bolsheviks_admitting": bolsheviks_admitting,
    "class_most_giving_way": class_most_giving_way,
    "class_most_marked": class_most_marked,
    "deletions_settled": deletions_settled,
    "kamenev_company": kamenev_company,
    "opponents_words_share": opponents_words_share,
    "scare_share": scare_share,
    "subsequently_uses": subsequently_uses,
    "uneven_word_sections": uneven_word_sections,
    "words_that_stay": words_that_stay,
}
