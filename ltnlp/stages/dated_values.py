"""Days of a review → the days that a release may tell: moved or coarser."""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import replace

from ltnlp.domain.dates import Bounds, UncertainDate
from ltnlp.domain.datings import DateRule, Dating
from ltnlp.domain.edtf import bounds_of

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)")
_SEASONS, _QUARTERS, _HALVES = range(21, 25), range(33, 37), range(40, 42)
_WINTER = 24
_MIDDLE = 15


def dated(value: UncertainDate, dating: Dating) -> UncertainDate:
    """Return an expression of time with the days that a release may tell.

    Its words stay: they are told anew with those around them.
    """
    edtf = dated_edtf(value.edtf, dating) if value.edtf else None
    bounds = bounds_of(edtf) if edtf else value.bounds
    told = value.timex if (value.timex or "").startswith("P") else None
    return replace(
        value,
        edtf=edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
        timex=told,
        alternatives=tuple(dated_bounds(b, dating) for b in value.alternatives),
    )


def dated_edtf(edtf: str, dating: Dating) -> str:
    """Return EDTF with the days that a release may tell; lengths of time stay.

    A month that is moved is the month of its moved middle; a season becomes its year.
    """
    text = edtf.strip()
    if dating.rule is DateRule.TRUE or text.startswith("P"):
        return edtf
    if text[:1] in {"[", "{"}:
        members = dict.fromkeys(_member(m, dating) for m in text[1:-1].split(","))
        inner = ",".join(members)
        if len(members) == 1 and ".." not in inner:
            return inner
        return f"{text[0]}{inner}{text[-1]}"
    if "/" in text:
        return _interval(text, dating)
    return _one(text, dating)


def _member(member: str, dating: Dating) -> str:
    parts = member.strip().split("..")
    return "..".join(dated_edtf(part, dating) if part else "" for part in parts)


def _interval(text: str, dating: Dating) -> str:
    first, _, last = text.partition("/")
    moved = "/".join(
        part if part in {"", ".."} else _one(part, dating) for part in (first, last)
    )
    try:
        bounds_of(moved)
    except ValueError:
        # A day and its own month moved to different months.
        bounds = dated_bounds(bounds_of(text), dating)
        moved = f"{bounds.earliest}/{bounds.latest}"
    first, _, last = moved.partition("/")
    return first if first == last else moved


def _one(text: str, dating: Dating) -> str:
    match = _DAY.fullmatch(text)
    if match is None or match[2] is None or int(match[1]) < 1:
        return text
    year, month, mark = int(match[1]), int(match[2]), match[4]
    if month > 12:
        return _part(year, month, dating, text) + mark
    if match[3]:
        told = _of_day(dt.date(year, month, int(match[3])), dating)
    else:
        told = _of_month(year, month, dating)
    return told + mark


def _of_day(day: dt.date, dating: Dating) -> str:
    if dating.rule is DateRule.SHIFT:
        return dating.moved(day).isoformat()
    return _of_month(day.year, day.month, dating)


def _of_month(year: int, month: int, dating: Dating) -> str:
    if dating.rule is DateRule.SHIFT:
        return f"{dating.moved(dt.date(year, month, _MIDDLE)):%Y-%m}"
    if dating.rule is DateRule.MONTH:
        return f"{year:04}-{month:02}"
    if dating.rule is DateRule.QUARTER:
        return f"{year:04}-{quarter_of(month)}"
    return f"{year:04}"


def _part(year: int, part: int, dating: Dating, text: str) -> str:
    """Return a season, quarter or half year as a release tells it."""
    moves = dating.rule is DateRule.SHIFT
    if dating.rule is DateRule.YEAR or (moves and part in _SEASONS):
        return f"{year:04}/{year + 1:04}" if part == _WINTER else f"{year:04}"
    if moves and part in _QUARTERS:
        middle = dating.moved(dt.date(year, 3 * (part - 33) + 2, _MIDDLE))
        return f"{middle.year:04}-{quarter_of(middle.month)}"
    return text.rstrip("~?%")


def quarter_of(month: int) -> int:
    """Return the EDTF code of the quarter that a month is in."""
    return 33 + (month - 1) // 3


def dated_bounds(bounds: Bounds, dating: Dating) -> Bounds:
    """Return first and last day as a release may tell them.

    Where they are those of whole months they stay so: months that began on the 22nd
    would tell by how much they were moved.
    """
    first, last = bounds.earliest, bounds.latest
    earliest = first and _beginning(first, dating)
    latest = last and _end(last, dating)
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    return Bounds(earliest=earliest, latest=latest)


def _beginning(day: dt.date, dating: Dating) -> dt.date:
    if dating.rule is DateRule.TRUE:
        return day
    if dating.rule is DateRule.SHIFT and day.day != 1:
        return dating.moved(day)
    return bounds_of(_of_month(day.year, day.month, dating)).earliest or day


def _end(day: dt.date, dating: Dating) -> dt.date:
    if dating.rule is DateRule.TRUE:
        return day
    whole = day.day == monthrange(day.year, day.month)[1]
    if dating.rule is DateRule.SHIFT and not whole:
        return dating.moved(day)
    return bounds_of(_of_month(day.year, day.month, dating)).latest or day
