"""Old Style and New Style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.dates import offset_days, to_new_style, to_old_style

KNOWN = [  # (Old Style, New Style): days on which both calendars were in use side by side
    ("1917-10-25", "1917-11-07"),
    ("1917-02-27", "1917-03-12"),
    ("1900-02-28", "1900-03-12"),
    ("1900-02-29", "1900-03-13"),
    ("1900-03-01", "1900-03-14"),
    ("1861-02-19", "1861-03-03"),
    ("1825-12-14", "1825-12-26"),
    ("1918-01-31", "1918-02-13"),
]


@pytest.mark.parametrize(("old", "new"), KNOWN)
def test_known_days(old: str, new: str) -> None:
    assert to_new_style(old) == new
    assert to_old_style(new) == old


@pytest.mark.parametrize(
    ("day", "days"), [("1917-10-25", 13), ("1900-02-28", 12), ("1900-03-01", 13), ("1800-02-18", 11), ("1900-02-29", 12)]
)
def test_the_offset_comes_from_the_date(day: str, days: int) -> None:
    assert offset_days(day) == days


@given(st.dates(min_value=__import__("datetime").date(1600, 1, 1), max_value=__import__("datetime").date(2099, 12, 31)))
def test_there_and_back(day) -> None:  # type: ignore[no-untyped-def]
    assert to_new_style(to_old_style(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize("wrong", ["1917-02-29", "1917-13-01", "1917-10", "October 25", "1917-10-00"])
def test_a_day_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="date|day"):
        to_new_style(wrong)
