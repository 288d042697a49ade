"""The returns that the book quotes: shares of the named lists against printed shares."""

from __future__ import annotations

import math
from typing import Any

import pytest

from helpers.analysis.returns import assembly_returns, is_return
from helpers.loading import open_corpus

TABLES = open_corpus().tables
PLACES = [{"id": "velsk", "name": "Velsk", "region_id": "river"}]


def figure(side: str, value: float, unit: str = "votes", **more: Any) -> dict[str, Any]:
    base = {
        "id": f"velsk-{side}-{unit}", "section": "2.1", "pages": "58", "page_doubtful": False, "value": value, "unit": unit, "side": side,
        "kind": "result", "of_what": "votes, Constituent Assembly", "place_id": "velsk", "note": "",
    }  # fmt: skip
    return base | more


def test_named_lists_and_printed_shares_are_kept_apart() -> None:
    """640, 130 and 30 votes, printed as 64, 13 and 3 per cent of a whole that is not printed."""
    rows = [figure(s, v) for s, v in (("bolshevik", 640), ("sr", 130), ("menshevik", 30))]
    rows += [figure(s, v, "per_cent") for s, v in (("bolshevik", 64), ("sr", 13), ("menshevik", 3))]
    frame = assembly_returns(rows, PLACES).set_index("party")
    assert frame["share_of_named"]["bolshevik"] == 0.8
    assert frame["printed_share"]["bolshevik"] == 0.64
    assert frame["unnamed_share"].tolist() == pytest.approx([0.2, 0.2, 0.2])


def test_one_party_alone_is_thin_and_has_no_share_of_those_named() -> None:
    frame = assembly_returns([figure("sr", 70, "per_cent", os_date="1917-11")], PLACES)
    assert bool(frame["thin"][0])
    assert math.isnan(frame["share_of_named"][0])
    assert math.isnan(frame["named_votes"][0])
    assert math.isnan(frame["unnamed_share"][0])


@pytest.mark.parametrize("change", [{"kind": "estimate"}, {"unit": "delegates"}, {"of_what": "votes, Velsk Duma"}], ids=str)
def test_forecasts_deputies_and_other_elections_are_no_returns(change: dict[str, str]) -> None:
    assert not is_return(figure("sr", 1) | change)


def test_a_district_has_its_own_name() -> None:
    rows = [figure("sr", 10, of_what="votes, Velsk Uyezd", note="elections held after October"), figure("bolshevik", 30)]
    assert assembly_returns(rows, PLACES)["district"].tolist() == ["Velsk Uyezd", ""]


REAL = assembly_returns(TABLES.rows("figures"), TABLES.rows("places"))


def test_the_real_returns_are_eight_places_on_page_58_and_one_region_on_page_94() -> None:
    places = REAL.groupby("pages")["place_id"].nunique().to_dict()
    assert places == {"58": 8, "94": 1}
    volga = REAL[REAL["pages"] == "94"].iloc[0]
    assert (volga["party"], volga["printed_share"], volga["region_id"]) == ("sr", 0.7, "volga")


def test_in_all_eight_places_the_bolsheviks_lead_and_the_one_region_is_led_by_their_rivals() -> None:
    best = REAL.assign(share=REAL["printed_share"].fillna(REAL["share_of_named"]))
    leaders = best.loc[best.groupby(["place_id", "district"])["share"].idxmax()]
    assert sorted(leaders["party"]) == ["bolshevik"] * 8 + ["sr"]


def test_ivanovos_printed_share_leaves_a_fifth_unnamed() -> None:
    row = REAL[(REAL["place_id"] == "ivanovo-voznesensk") & (REAL["party"] == "bolshevik")].iloc[0]
    assert (row["votes"], row["printed_share"]) == (17166, 0.64)
    assert row["share_of_named"] == pytest.approx(17166 / 21234)
    assert row["unnamed_share"] == pytest.approx(0.207)
