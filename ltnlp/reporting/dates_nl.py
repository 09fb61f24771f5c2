"""Uncertain dates in Dutch words, without making them surer than they are."""

import datetime as dt
import re
from calendar import monthrange

from ltnlp.domain.dates import Bounds, UncertainDate
from ltnlp.domain.months import MONTHS, day_in_words

UNDATED = "zonder datum"
_SIMPLE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_PARTS = {
    21: "voorjaar",
    22: "zomer",
    23: "najaar",
    24: "winter",
    33: "eerste kwartaal",
    34: "tweede kwartaal",
    35: "derde kwartaal",
    36: "vierde kwartaal",
    40: "eerste helft",
    41: "tweede helft",
}
_MARKS = {"~": "rond ", "?": "mogelijk ", "%": "mogelijk rond ", "": ""}


def told_in_words(date: UncertainDate | None) -> str:
    """Return a date in Dutch words: "rond maart 2018", "vanaf 3 mei 2019"."""
    if date is None:
        return UNDATED
    simple = _SIMPLE.fullmatch(date.edtf or "")
    if simple:
        year, month, day, mark = simple.groups()
        return _MARKS[mark] + _simple(int(year), int(month or 0), int(day or 0))
    return _members(date.edtf or "") or bounds_in_words(date.bounds)


def on_day_in_words(date: UncertainDate | None) -> str:
    """Return when it was, to stand in a sentence: "op 3 mei 2019", "in maart 2018"."""
    told = told_in_words(date)
    if told == UNDATED or told.split()[0] in _PREPOSITIONS:
        return told
    if " – " in told or "–" in told.split()[0]:
        return f"tussen {_AND.sub(' en ', told, count=1)}"
    if " of " in told:
        return _either(told.split(" of "))
    season, _, year = told.partition(" ")
    if season in _SEASONS:
        told = f"{season} van {year}"
    return f"{_link(told)}{told}"


_PREPOSITIONS = frozenset({"rond", "mogelijk", "vanaf", "tot"})
_SEASONS = frozenset({"voorjaar", "zomer", "najaar", "winter"})
_AND = re.compile(r" ?– ?")


def _either(parts: list[str]) -> str:
    """Return days between which sources differ: "op 2 of 4 november 2021"."""
    months = {part.partition(" ")[2] for part in parts}
    if len(months) == 1 and all(part[0].isdecimal() and " " in part for part in parts):
        days = " of ".join(part.partition(" ")[0] for part in parts)
        return f"op {days} {months.pop()}"
    return " of ".join(f"{_link(part)}{part}" for part in parts)


def _link(told: str) -> str:
    first, *rest = told.split()
    if first in _PREPOSITIONS:
        return ""
    if rest and first.isdecimal():
        return "op "
    if first in MONTHS or first.isdecimal():
        return "in "
    return (
        "in het " if first in {"voorjaar", "najaar"} or "kwartaal" in told else "in de "
    )


def _members(edtf: str) -> str:
    """Return the days between which sources differ, "" where it is no such set."""
    if not edtf.startswith("["):
        return ""
    found = [_SIMPLE.fullmatch(member.strip()) for member in edtf[1:-1].split(",")]
    if not all(found):
        return ""
    return " of ".join(
        _MARKS[mark] + _simple(int(year), int(month or 0), int(day or 0))
        for year, month, day, mark in (match.groups() for match in found if match)
    )


def _simple(year: int, month: int, day: int) -> str:
    if not month:
        return str(year)
    if month in _PARTS:
        link = " van " if month >= 33 else " "
        winter = f"winter {year}–{year + 1}"
        return winter if month == 24 else f"{_PARTS[month]}{link}{year}"
    name = f"{MONTHS[month - 1]} {year}"
    return f"{day} {name}" if day else name


def bounds_in_words(bounds: Bounds) -> str:
    """Return first and last day in Dutch words, as short as they allow."""
    first, last = bounds.earliest, bounds.latest
    if first and last:
        return _stretch(first, last)
    if first:
        return f"vanaf {day_in_words(first)}"
    if last:
        return f"tot en met {day_in_words(last)}"
    return UNDATED


def _stretch(first: dt.date, last: dt.date) -> str:
    if first == last:
        return day_in_words(first)
    whole = _whole(first, last)
    if whole:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


def _whole(first: dt.date, last: dt.date) -> str:
    """Return the name of a stretch of whole months or years, "" for another one."""
    ends = last.day == monthrange(last.year, last.month)[1]
    if first.day != 1 or not ends:
        return ""
    if (first.month, last.month) == (1, 12):
        same = first.year == last.year
        return str(first.year) if same else f"{first.year}–{last.year}"
    begin = MONTHS[first.month - 1]
    end = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    return (
        f"{begin} – {end}"
        if first.year == last.year
        else f"{begin} {first.year} – {end}"
    )
