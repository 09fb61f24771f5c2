"""Counting on from a moment: "drie weken later", "twee jaar geleden"."""

import datetime as dt
from dataclasses import replace

from ltnlp.domain.dates import Precision
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.lengths import Length
from ltnlp.nlp.dates.moments import UNKNOWN, Moment, approximately

_MOST_DAYS_FOR_A_POINT = 62
"""A stretch up to this long is counted on from its near end."""


def shifted(day: dt.date, length: Length, sign: int) -> dt.date:
    """Return the day a length further (sign 1) or back (sign -1)."""
    then = moments.plus_months(day, sign * length.months)
    return moments.plus_days(then, sign * length.days)


def counted(start: Moment, length: Length, sign: int, *, exact: bool = False) -> Moment:
    """Return the moment a length from another.

    Days are exact; weeks are about that day, months and years about that month.
    With `exact` all are that very day.
    """
    if start.first is None or start.last is None:
        return UNKNOWN
    found = _unit_then(start, length, sign, exact=exact)
    if start.review:
        found = found.doubted(0.5)
    if length.few and not exact:
        found = found.doubted(0.55)
    return replace(found, confidence=min(found.confidence, start.confidence))


def _unit_then(start: Moment, length: Length, sign: int, *, exact: bool) -> Moment:
    assert start.first is not None
    assert start.last is not None
    first, last = shifted(start.first, length, sign), shifted(start.last, length, sign)
    near = last if sign > 0 else first
    if not exact and length.unit in {"month", "half", "quarter"} and length.months:
        return approximately(moments.of_month(near.year, near.month))
    if not exact and length.months:
        return _about_month(near, length)
    if start.first == start.last:
        point = moments.of_day(near)
    elif start.precision is Precision.MONTH and length.days >= 7:
        return moments.of_days(first, last).doubted(0.6)
    elif (start.last - start.first).days <= _MOST_DAYS_FOR_A_POINT:
        point = moments.of_day(near)
    elif start.precision is Precision.INTERVAL:
        point = moments.of_day(near).doubted(0.4)
    else:
        return moments.of_days(first, last).doubted(0.4)
    is_exact = exact or (length.unit == "day" and not length.loose)
    return point if is_exact else approximately(point)


def _about_month(near: dt.date, length: Length) -> Moment:
    month = approximately(moments.of_month(near.year, near.month))
    if length.months % 12:
        return month
    year = approximately(moments.of_year(near.year))
    return replace(month, alternatives=(year.bounds,))
