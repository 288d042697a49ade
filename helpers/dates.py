"""Old Style and New Style: the offset comes from the date, never from a constant."""

from __future__ import annotations

from datetime import date

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def _julian_day_of_julian(year: int, month: int, day: int) -> int:
    a = (14 - month) // 12
    y, m = year + 4800 - a, month + 12 * a - 3
    return day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083


def _split(os_date: str) -> tuple[int, int, int]:
    parts = os_date.split("-")
    if len(parts) != 3 or not all(p.isdigit() for p in parts):
        raise ValueError(f"date {os_date!r} is not YYYY-MM-DD")
    return int(parts[0]), int(parts[1]), int(parts[2])


def to_new_style(os_date: str) -> str:
    """The Gregorian (New Style) day of a Julian (Old Style) one, both as YYYY-MM-DD.

    By Julian day number (Meeus, Astronomical Algorithms, ch. 7). Raises ValueError for a date that the Julian
    calendar doesn't have; 29 February 1900 is one that it has.

    >>> to_new_style("1917-10-25"), to_new_style("1900-02-29"), to_new_style("1861-02-19")
    ('1917-11-07', '1900-03-13', '1861-03-03')
    """
    year, month, day = _split(os_date)
    lengths = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if not (1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        raise ValueError(f"the Julian calendar has no day {os_date!r}")
    return date.fromordinal(_julian_day_of_julian(year, month, day) - 1721425).isoformat()


def to_old_style(ns_date: str) -> str:
    """The Julian (Old Style) day of a Gregorian (New Style) one, both as YYYY-MM-DD.

    >>> to_old_style("1917-11-07"), to_old_style("1900-03-13")
    ('1917-10-25', '1900-02-29')
    """
    year, month, day = _split(ns_date)
    number = date(year, month, day).toordinal() + 1721425
    c = number + 32082
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return f"{d - 4800 + m // 10:04d}-{m + 3 - 12 * (m // 10):02d}-{e - (153 * m + 2) // 5 + 1:02d}"


def offset_days(os_date: str) -> int:
    """How many days the New Style is ahead on this Old Style day.

    >>> offset_days("1917-10-25"), offset_days("1899-12-31")
    (13, 12)
    """
    year, month, day = _split(os_date)
    ns = date.fromisoformat(to_new_style(os_date))
    return ns.toordinal() + 1721425 - _julian_day_of_julian(year, month, day) + _gap(year, month, day, ns)


def _gap(year: int, month: int, day: int, ns: date) -> int:
    """Calendar days between the two names of one day."""
    try:
        return (ns - date(year, month, day)).days
    except ValueError:  # 29 February of a century year, which only the Julian calendar has
        return (ns - date(year, month, day - 1)).days - 1


def day_in_words(iso: str) -> str:
    """A day as a reader writes it.

    >>> day_in_words("1917-10-25")
    '25 October 1917'
    """
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {int(year)}"
