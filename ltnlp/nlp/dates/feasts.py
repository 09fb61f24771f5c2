"""Feasts, days with a name and school holidays: when they are in a year."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ltnlp.domain.dates import Precision
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.moments import Moment, plus_days
from ltnlp.nlp.resources import load_yaml

REGIONS = {"north": 0, "middle": 1, "south": 2}
_FIRST_KINGS_DAY = 2014
_ROYAL = frozenset({"koningsdag", "koninginnedag", "koningsnacht"})


def easter(year: int) -> dt.date:
    """Return Easter Sunday by the Gregorian calendar (Meeus, Jones, Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, left = divmod(century, 4)
    shift = (century + 8) // 25
    moon = (19 * golden + century - leap - (century - shift + 1) // 3 + 15) % 30
    quarter, odd = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quarter - moon - odd) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


@lru_cache(maxsize=1)
def names() -> Mapping[str, str]:
    """Return every way to call a feast → the name that the tables know."""
    source = load_yaml("dates/feasts.yaml")
    found = {name: name for part in ("fixed", "ranges", "easter", "nth_weekday",
                                     "tables") for name in source[part]}  # fmt: skip
    found |= {name: name for name in _ROYAL}
    return found | dict(source["same_as"])


def feast_in(name: str, year: int) -> Moment | None:
    """Return when a feast is in a year; None for years outside its table."""
    source = load_yaml("dates/feasts.yaml")
    if name in source["fixed"]:
        return moments.on_date(year, *source["fixed"][name])
    if name in source["ranges"]:
        return _fixed_range(source["ranges"][name], year)
    if name in source["easter"]:
        first, last = source["easter"][name]
        sunday = easter(year)
        return moments.of_days(plus_days(sunday, first), plus_days(sunday, last))
    if name in source["nth_weekday"]:
        return moments.of_day(_nth_weekday(year, *source["nth_weekday"][name]))
    if name in _ROYAL:
        return moments.of_day(_royal_day(year))
    return _from_table(source["tables"][name], year)


def _fixed_range(ends: list[list[int]], year: int) -> Moment | None:
    start = moments.on_date(year, *ends[0])
    end = moments.on_date(year + (ends[1] < ends[0]), *ends[1])
    return moments.from_to(start, end) if start and end else None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    first = dt.date(year, month, 1)
    ahead = (weekday - first.isoweekday()) % 7
    return plus_days(first, ahead + 7 * (nth - 1))


def _royal_day(year: int) -> dt.date:
    day = dt.date(year, 4, 27 if year >= _FIRST_KINGS_DAY else 30)
    if day.isoweekday() == 7:
        return plus_days(day, -1 if year >= 1980 else 1)
    return day


def _from_table(table: Mapping[Any, Any], year: int) -> Moment | None:
    told = table.get(year)
    if told is None:
        return None
    first = dt.date.fromisoformat(f"{year}-{told}")
    return moments.of_days(first, plus_days(first, table["length"] - 1))


def holiday_names() -> Mapping[str, str]:
    """Return every way to call a school holiday → its name in the table."""
    found: Mapping[str, str] = load_yaml("dates/school.yaml")["names"]
    return found


def holiday_in(name: str, year: int, region: str) -> Moment | None:
    """Return a school holiday that begins in a year, in a region.

    For years that the table lacks: about the time it is every year, flagged.
    """
    if name == "bouwvak":
        return _builders_holiday(year, region)
    source = load_yaml("dates/school.yaml")
    ranges = source["holidays"][name].get(year)
    if ranges is None:
        return _usual_holiday(name, year)
    chosen = ranges[min(REGIONS.get(region, 0), len(ranges) - 1)]
    moment = _holiday(chosen, year)
    if year in source["unsure"] and name not in {"kerst", "mei"}:
        return moment.doubted(0.6)
    return moment


def _builders_holiday(year: int, region: str) -> Moment | None:
    """Return the three weeks after the first two of the summer holiday.

    So it was in each region in 2017, 2023 and 2024, the years that were checked.
    """
    summer = holiday_in("zomer", year, region)
    if summer is None or summer.first is None:
        return None
    found = moments.of_days(plus_days(summer.first, 16), plus_days(summer.first, 34))
    return found.doubted(0.4) if summer.review else found


def school_day(year: int, region: str, *, last: bool) -> Moment | None:
    """Return the first day of school after the summer of a year, or the last before."""
    summer = holiday_in("zomer", year, region)
    if summer is None or summer.first is None or summer.last is None:
        return None
    day = plus_days(summer.first, -1) if last else plus_days(summer.last, 1)
    found = moments.of_day(day)
    return found.doubted(0.4) if summer.review else replace(found, confidence=0.8)


def _holiday(told: str, year: int) -> Moment:
    start, end = told.split()
    first = dt.date.fromisoformat(f"{year}-{start}")
    last = dt.date.fromisoformat(f"{year + (end < start)}-{end}")
    return moments.of_days(first, last)


def _usual_holiday(name: str, year: int) -> Moment | None:
    usual = {
        "herfst": (10, 1), "kerst": (12, 1), "voorjaar": (2, 1), "mei": (5, 1),
        "zomer": (7, 2),
    }  # fmt: skip
    if not 1950 <= year <= 2060:
        return None
    month, count = usual[name]
    if count == 1:
        return moments.approximately(moments.of_month(year, month)).doubted(0.4)
    return moments.of_months(year, month, count, Precision.INTERVAL).doubted(0.4)


def school_year_of_class(born: dt.date, level: int) -> int:
    """Return in which year a child born then begins class `level` (1 to 14)."""
    source = load_yaml("dates/school.yaml")
    late = born.month >= source["cut_off_month"]
    return int(born.year + source["first_class_age"] + late + level - 1)
