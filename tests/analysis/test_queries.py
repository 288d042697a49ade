"""What a reader types is taken apart as the search box promises; what is no query is refused in words."""

from __future__ import annotations

import pytest

from helpers.analysis.queries import expand, parse

FINE = [
    ("Soviet", ((("soviet",),),)),
    ("workers’", ((("workers",),),)),
    ("“Red Guards”", ((("red",), ("guards",)),)),
    ("all-Russian", ((("all-russian",),),)),
    ("a|b", ((("a", "b"),),)),
    ("red guard|guards", ((("red",), ("guard", "guards")),)),
    ("red guards | white flag", ((("red",), ("guards",)), (("white",), ("flag",)))),
    ("the * committee", ((("the",), ("*",), ("committee",)),)),
    ("*ist", ((("*ist",),),)),
]


@pytest.mark.parametrize(("query", "phrases"), FINE)
def test_a_query_is_words_phrases_alternatives(query: str, phrases: object) -> None:
    assert parse(query).phrases == phrases


def test_near_has_two_sides_and_a_distance() -> None:
    found = parse("red|white near/3 the flag")
    assert found.phrases == ((("red", "white"),),)
    assert found.others == ((("the",), ("flag",)),)
    assert found.distance == 3


BAD = ["", "   ", "1917", "*", "* *", "red 25", "a||b", "red near/0 flag", "a near/2 b near/2 c", "soviet & duma", "|"]


@pytest.mark.parametrize("query", BAD)
def test_what_is_no_query_is_refused(query: str) -> None:
    with pytest.raises(ValueError, match=r"no word|no letter|nothing to search|near/5 stands once|empty part"):
        parse(query)


def test_a_star_stands_for_letters_hyphens_and_apostrophes_or_nothing() -> None:
    forms = ["guard", "guard's", "guards", "guardsman-like", "red-guard", "vanguard"]
    codes = {form: k for k, form in enumerate(forms)}
    lines = "\n".join(forms)
    assert [forms[k] for k in expand(["guard*"], lines, codes)] == ["guard", "guard's", "guards", "guardsman-like"]
    assert [forms[k] for k in expand(["*guard"], lines, codes)] == ["guard", "red-guard", "vanguard"]
    assert [forms[k] for k in expand(["*-*", "guards"], lines, codes)] == ["guards", "guardsman-like", "red-guard"]
    assert expand(["nowhere", "x*"], lines, codes) == []


def test_a_single_word_query_gives_its_alternatives_and_a_phrase_none() -> None:
    assert parse("a | b|a").words == ("a", "b")
    assert parse("a b").words is None
    assert parse("a near/2 b").words is None
