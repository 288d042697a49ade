"""The company a name keeps: observed and expected by hand, thin cases, and two names of the real book."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.analysis.company import company_of, name_per_leaf, names_beside
from helpers.analysis.counts import counts_of
from helpers.analysis.keyness_measures import log_likelihood, log_ratio
from helpers.analysis.own_text import own_text
from helpers.loading import open_corpus

CORPUS = open_corpus()
TEXT = own_text({
    "1.1": "lackey lackey said the brave man",
    "1.2": "one lackey and four loaves of bread here",
    "2.1": "brave brave brave and not a boat at all",
    "2.2": "no boat came over the river",
})  # fmt: skip
COUNTS = counts_of(TEXT)
NAMED = [{"kind": "person", "id": "orsk", "leaf": leaf, "count": 2} for leaf in (COUNTS.leaves[0], COUNTS.leaves[2])]
TERMS: list[dict[str, Any]] = [
    {"id": "lackey", "term": "lackey", "forms": "lackey;lackeys", "class": "label", "target": "srs"},
    {"id": "brave", "term": "brave", "forms": "brave", "class": "praise", "target": "workers"},
    {"id": "traitor", "term": "traitor", "forms": "traitor", "class": "label", "target": "srs"},
]


def test_observed_and_expected_follow_from_words() -> None:
    """Orsk's leaves have 6 + 9 of the 29 words, 2 of 3 uses of lackey and 4 of 4 of brave."""
    frame = company_of(TEXT, NAMED, TERMS, "orsk").set_index("id")
    assert COUNTS.n_words.tolist() == [6, 8, 9, 6]
    assert frame["n_together"].to_dict() == {"brave": 4, "lackey": 2}
    assert frame["expected"]["lackey"] == pytest.approx(3 * 15 / 29)
    assert frame["observed_over_expected"]["brave"] == pytest.approx(29 / 15)
    assert frame["n_leaves_together"].to_dict() == {"brave": 2, "lackey": 1}
    assert frame["n_leaves_name"].tolist() == [2, 2]
    assert frame["log_ratio"]["lackey"] == pytest.approx(float(log_ratio(2, 1, 15, 14).value))
    assert frame["log_likelihood"]["lackey"] == pytest.approx(float(log_likelihood(2, 1, 15, 14)))


def test_few_leaves_and_small_expectations_are_thin() -> None:
    assert company_of(TEXT, NAMED, TERMS, "orsk")["thin"].all()


def test_five_leaves_and_two_expected_are_not() -> None:
    text = own_text({f"1.{k}": "lackey and boat" if k < 6 else "bread and boat" for k in range(1, 13)})
    leaves = counts_of(text).leaves
    named = [{"kind": "person", "id": "orsk", "leaf": leaf, "count": 1} for leaf in leaves[:6]]
    row = company_of(text, named, TERMS, "orsk").iloc[0]
    assert (row["n_leaves_together"], row["expected"], bool(row["thin"])) == (5, 2.5, False)


def test_a_part_of_the_book_has_its_own_expectation() -> None:
    frame = company_of(TEXT, NAMED, TERMS, "orsk", chapter=1).set_index("id")
    assert frame["expected"]["lackey"] == pytest.approx(3 * 6 / 14)
    assert frame["n_leaves_name"].tolist() == [1, 1]


def test_where_every_leaf_names_it_there_is_nothing_to_compare() -> None:
    frame = company_of(TEXT, NAMED, TERMS, "orsk", section=["1.1", "2.1"])
    assert frame["log_ratio"].isna().all()
    assert (frame["observed_over_expected"] == 1).all()


@pytest.mark.parametrize(("name", "section"), [("nobody", None), ("orsk", "1.2")])
def test_a_name_that_is_not_there_is_an_error(name: str, section: str | None) -> None:
    with pytest.raises(ValueError, match="no leaf"):
        company_of(TEXT, NAMED, TERMS, name, section=section)


def test_names_beside_a_term_are_the_other_side_of_the_table() -> None:
    people = [{"id": "orsk", "name": "Orsk", "side_in_book": "sr"}, {"id": "dorn", "name": "Dorn", "side_in_book": "sailor"}]
    frame = names_beside(TEXT, NAMED, people, TERMS[0])
    assert frame[["id", "n", "n_together", "n_leaves_term"]].values.tolist() == [["orsk", 4, 2, 2]]
    assert frame["expected"][0] == pytest.approx(4 * 14 / 29)
    with pytest.raises(ValueError, match="traitor"):
        names_beside(TEXT, NAMED, people, TERMS[2])


def test_names_by_leaf_add_up_to_the_people_of_the_real_table() -> None:
    counts = counts_of(CORPUS)
    rows = CORPUS.measures.rows("entity_leaf")
    kamenev = next(row for row in CORPUS.tables.rows("people") if row["id"] == "kamenev")
    assert name_per_leaf(counts, rows, "person", "kamenev").sum() == kamenev["n_here"]


def test_treachery_keeps_kamenev_company_and_guidance_stalin() -> None:
    rows, lexicon = CORPUS.measures.rows("entity_leaf"), CORPUS.tables.rows("lexicon")
    counts = counts_of(CORPUS)
    kamenev = company_of(counts, rows, lexicon, "kamenev").set_index("id")
    stalin = company_of(counts, rows, lexicon, "stalin").set_index("id")
    assert kamenev["log_ratio_low"]["treachery"] > 1
    assert not kamenev["thin"]["treachery"]
    assert stalin["log_ratio_low"]["guidance"] > 0
    assert stalin["log_ratio_low"]["treachery"] < 0 < stalin["log_ratio_high"]["treachery"]
