"""Terms of the lexicon by class, target and section: counted by hand, and the real lexicon."""

from __future__ import annotations

import math
from typing import Any

import pytest

from helpers.analysis.counts import counts_of
from helpers.analysis.labels import CLASSES, by_class_and_target, by_section, forms_of, term_counts
from helpers.analysis.own_text import own_text
from helpers.loading import open_corpus

CORPUS = open_corpus()
LEXICON = CORPUS.tables.rows("lexicon")
TEXT = own_text({
    "1.1": "The lackeys and a lackey. The masses, masses of red guards.",
    "1.2": "The red guard took the bridge. A brave guard.",
    "2.1": "Nothing was said of the boat.",
})  # fmt: skip


def term(name: str, forms: str, term_class: str = "label", target: str = "srs") -> dict[str, Any]:
    return {"id": name, "term": name, "forms": forms, "class": term_class, "target": target, "own_use": "no"}


TERMS = [
    term("lackey", "lackey;lackeys", target="srs;mensheviks"),
    term("masses", "masses;the masses", "self_name", "workers"),
    term("red guard", "red guard;red guards", "self_name", "workers"),
    term("brave", "brave", "praise", "workers"),
    term("traitor", "traitor"),
]


@pytest.mark.parametrize(
    ("forms", "kept"),
    [
        ("masses;the masses", [["masses"]]),
        ("red guard;red guards", [["red", "guard"], ["red", "guards"]]),
        ("enemy;enemy;Enemy", [["enemy"]]),
        ("mob;mob rule", [["mob"]]),
        ("working-class;working class", [["working-class"], ["working", "class"]]),
    ],
)
def test_a_form_that_holds_another_adds_nothing(forms: str, kept: list[list[str]]) -> None:
    assert forms_of({"forms": forms}) == kept


def test_terms_are_counted_in_an_open_text_phrases_too() -> None:
    frame = term_counts(TEXT, TERMS).set_index("id")
    assert frame["n"].to_dict() == {"lackey": 2, "masses": 2, "red guard": 2, "brave": 1, "traitor": 0}
    assert frame["n_sections"].to_dict() == {"lackey": 1, "masses": 1, "red guard": 2, "brave": 1, "traitor": 0}
    assert frame["per_10k"]["lackey"] == pytest.approx(2 / 26 * 1e4)
    assert frame["uncounted"].tolist() == [""] * 5


def test_counts_of_single_words_say_what_they_can_not_count() -> None:
    frame = term_counts(counts_of(TEXT), TERMS).set_index("id")
    assert math.isnan(frame["n"]["red guard"])
    assert frame["uncounted"]["red guard"] == "red guard;red guards"
    assert frame["counted"].to_dict() == {"lackey": True, "masses": True, "red guard": False, "brave": True, "traitor": True}
    assert frame["n"]["masses"] == 2


def test_a_term_with_two_targets_counts_for_each() -> None:
    frame = by_class_and_target(term_counts(TEXT, TERMS))
    found = {(r["term_class"], r["target"]): (r["n_terms"], r["n"]) for r in frame.to_dict("records")}
    assert found == {
        ("label", "mensheviks"): (1, 2),
        ("label", "srs"): (2, 2),
        ("praise", "workers"): (1, 1),
        ("self_name", "workers"): (2, 4),
    }
    assert frame["term_class"].tolist() == ["label", "label", "praise", "self_name"]


def test_sections_are_told_apart() -> None:
    frame = by_section(TEXT, TERMS, target="workers").set_index("section")
    assert frame["n"].to_dict() == {"1.1": 3, "1.2": 2, "2.1": 0}
    assert frame["n_terms"].to_dict() == {"1.1": 2, "1.2": 2, "2.1": 0}
    assert frame["top_terms"].to_dict() == {"1.1": "masses;red guard", "1.2": "red guard;brave", "2.1": ""}
    assert frame["per_10k"]["2.1"] == 0


def test_a_class_without_terms_is_an_error() -> None:
    with pytest.raises(ValueError, match="no term of class 'praise' and target 'srs'"):
        by_section(TEXT, TERMS, term_class="praise", target="srs")


def test_the_real_lexicon_counts_by_the_measures() -> None:
    assert {row["class"] for row in LEXICON} == set(CLASSES)
    frame = term_counts(counts_of(CORPUS), LEXICON).set_index("id")
    tokens: dict[str, int] = {}
    for row in CORPUS.measures.rows("leaf_tokens"):
        tokens[row["token"]] = tokens.get(row["token"], 0) + row["count"]
    assert frame["n"]["compromiser"] == tokens["compromiser"] + tokens["compromisers"]
    assert frame["n"]["insurrection"] == sum(tokens.get(w, 0) for w in ("insurrection", "insurrections", "insurrectionary"))


def test_labels_for_the_partys_own_critics_crowd_in_the_section_called_treachery() -> None:
    frame = by_section(counts_of(CORPUS), LEXICON, term_class="label", target="opposition_bolsheviks")
    assert frame.loc[frame["n"].idxmax(), "section"] in ("3.1", "3.2", "9.1")
    assert frame.set_index("section")["per_10k"]["3.2"] > frame["per_10k"].median() * 5
