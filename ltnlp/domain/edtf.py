"""Extended Date/Time Format (ISO 8601-2): from the string to the days it allows.

Level 1, with of level 2 the set `[a,b]`, quarters and half years. `~` and `%` widen
what they stand on: 7 days for a day, 14 for a month, 30 for a season or quarter, 91
for a year; `?` says doubt and widens nothing.
"""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache

from ltnlp.domain.bounds import OPEN, Bounds

WIDENING = {"day": 7, "month": 14, "season": 30, "year": 91}
"""Days by which an approximate date reaches further to either side, by its unit."""

_DATE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%]?)"
)
_DURATION = re.compile(
    r"P(?=\d|T)(?:[\d.]+Y)?(?:[\d.]+M)?(?:[\d.]+W)?(?:[\d.]+D)?(?:[\d.]+WE)?"
    r"(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?"
)
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
_HALF_YEARS = {40, 41}


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month of the Gregorian calendar."""
    return monthrange(year, month)[1]


def widened(bounds: Bounds, days: int) -> Bounds:
    """Return bounds that reach `days` further on each side that is closed."""
    return Bounds(
        earliest=_moved(bounds.earliest, -days), latest=_moved(bounds.latest, days)
    )


@lru_cache(maxsize=4096)
def bounds_of(edtf: str) -> Bounds:
    """Return the days that `edtf` allows; a duration or repeating set allows any.

    Raises:
        ValueError: the string is no EDTF that this product writes.
    """
    text = edtf.strip()
    if _DURATION.fullmatch(text):
        return OPEN
    if text[:1] in "[{" and text[-1:] in "]}":
        return _of_set(text[1:-1])
    if "/" in text:
        return _of_interval(text)
    return _of_date(text)


def _of_set(inner: str) -> Bounds:
    members = [member.strip() for member in inner.split(",")]
    found: Bounds | None = None
    for member in members:
        member_bounds = _of_member(member)
        found = member_bounds if found is None else found.hull(member_bounds)
    return found or OPEN


def _of_member(member: str) -> Bounds:
    if "/" in member:
        return _of_interval(member)
    if ".." not in member:
        return _of_date(member)
    start, _, end = member.partition("..")
    return _of_interval(f"{start or '..'}/{end or '..'}")


def _of_interval(text: str) -> Bounds:
    start, _, end = text.partition("/")
    first = OPEN if start in {"", ".."} else _of_date(start)
    last = OPEN if end in {"", ".."} else _of_date(end)
    return Bounds(earliest=first.earliest, latest=last.latest)


def _of_date(text: str) -> Bounds:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError("not an EDTF date")
    bounds, unit = _calendar(match["year"], match["month"], match["day"])
    return widened(bounds, WIDENING[unit]) if match["mark"] in {"~", "%"} else bounds


def _calendar(year: str, month: str | None, day: str | None) -> tuple[Bounds, str]:
    if "X" in year:
        return _years(int(year.replace("X", "0")), int(year.replace("X", "9"))), "year"
    number = int(year)
    if not 1 <= number <= 9999:
        raise ValueError("year outside 1 to 9999")
    if month is None:
        return _years(number, number), "year"
    if int(month) in _FIRST_MONTH:
        return _season(number, int(month)), "season"
    if day is None:
        return _months(number, int(month), 1), "month"
    only = dt.date(number, int(month), int(day))
    return Bounds(earliest=only, latest=only), "day"


def _years(first: int, last: int) -> Bounds:
    return Bounds(earliest=dt.date(max(first, 1), 1, 1), latest=dt.date(last, 12, 31))


def _season(year: int, code: int) -> Bounds:
    return _months(year, _FIRST_MONTH[code], 6 if code in _HALF_YEARS else 3)


def _months(year: int, month: int, count: int) -> Bounds:
    start = dt.date(year, month, 1)
    over, last = divmod(month - 1 + count - 1, 12)
    end_year = min(year + over, 9999)
    end = dt.date(end_year, last + 1, days_in_month(end_year, last + 1))
    return Bounds(earliest=start, latest=max(start, end))


def _moved(day: dt.date | None, by: int) -> dt.date | None:
    if day is None:
        return None
    ordinal = min(max(day.toordinal() + by, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)
