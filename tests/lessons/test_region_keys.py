"""Answers of lessons 21 to 23: found by hand in an invented country, and the statements that the lessons build on hold."""

from __future__ import annotations

import pytest

from helpers.lessons.keys import regions as keys
from helpers.loading import open_corpus
from helpers.views.region_words import region_words_view
from helpers.views.regions import own_pages, places_measured
from helpers.views.strengths import seat_shares_view
from tests.views.velsk import FIGURES, POWER, country

SMALL, SHIPPED = country(), open_corpus()


def test_keys_are_those_that_a_hand_finds() -> None:
    assert keys.region_most_per_page(SMALL) == "salt"  # 9 mentions on 1 page against 8 on 2
    assert keys.towns_held_first_day(SMALL) == 1.0  # Velsk alone
    assert keys.votes_ending_in_0(SMALL) == 75.0  # 30, 60 and 90, not 41
    assert keys.sums_failing(SMALL) == 1.0  # 30 + 41 are not 80
    assert keys.plans_counted(SMALL) == 1.0  # the guns came, the boats are not told
    assert keys.soviets_in_two_periods(SMALL) == 0.0
    assert keys.bolshevik_leads(SMALL) == 1.0  # 90 against 60
    assert keys.region_party_acts(SMALL) == "river"  # Salt has one event and is left out


def test_towns_are_put_in_order_by_the_first_day_of_the_chronology() -> None:
    assert keys.towns_in_order(SMALL, ["brod", "karsino", "velsk"]) == ["velsk", "karsino", "brod"]
    assert len(POWER) == 3


def test_figures_are_sorted_by_their_kind() -> None:
    ids = ["velsk-guns-asked", "velsk-soviet-bolshevik"]
    assert keys.kinds_of_figures(SMALL, ids) == {"velsk-guns-asked": "plan", "velsk-soviet-bolshevik": "result"}
    with pytest.raises(ValueError, match="no figure 'nothing'"):
        keys.kinds_of_figures(SMALL, ["nothing"])
    assert {row["kind"] for row in FIGURES} == {"state", "plan", "result"}


def test_every_key_answers_on_what_ships() -> None:
    answers = {name: key(SHIPPED) for name, key in keys.KEYS.items()}
    assert all(isinstance(answer, (float, str)) and answer == answer for answer in answers.values())


def test_what_the_questions_say_in_passing_is_so() -> None:
    """Statements of the plans that no key decides."""
    places = places_measured(SHIPPED).set_index("place_id")["n"]
    assert places["kaluga"] > places["kharkov"]
    left = {row["token"]: row for row in region_words_view(SHIPPED, a="volga", b="urals", names="without").rows}
    assert all(left[word]["log_ratio_low"] < 0 for word in ("course", "during", "employed"))
    (tsaritsyn,) = [row for row in seat_shares_view(SHIPPED, body="duma", region="volga").rows if row["period"] == "August"]
    assert (tsaritsyn["n"], tsaritsyn["base"], tsaritsyn["per_cent"], tsaritsyn["pages"]) == ("45", "102", 44.1, "99")
    assert not [row for row in seat_shares_view(SHIPPED, region="volga").rows if row["name"] == "Tsaritsyn"]
    (first,) = [row for row in seat_shares_view(SHIPPED, body="duma", region="volga").rows if row["period"] == "no date"]
    assert (first["n"], first["base"]) == ("39", "102")
    assert round(100 * 2232 / (2232 + 116 + 28)) == 94
    assert own_pages(SHIPPED)["central-asia"] == 8
    dates = {row["place_id"]: row["os_date_appendix"] for row in SHIPPED.tables.rows("power")}
    assert dates["nizhni-novgorod"] < dates["krasnoyarsk"] < dates["tsaritsyn"] < dates["novgorod"]
