"""Dates of birth as files tell them: "V. Zomer, geb. 02-10-2010"."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from ltnlp.nlp.dates.lexicon import words

_DAY = (
    r"(?P<day>\d{1,2})(?:\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?|\s(?P<name>[a-z]{3,9})\.?\s)"
    r"(?P<year>\d{4}|\d{2})(?!\d)"
)
_BORN = re.compile(
    r"\b(?:geb(?:oren|oortedatum|\.\s?dat(?:um)?|dat)?\b|gebdatum)[.:\s]{0,3}(?:op\s)?"
    + _DAY,
    re.IGNORECASE,
)
_BIRTH = re.compile(
    _DAY + r"\s?[|:–-]?\s?(?:geboorte|bevalling)(?:\svan)?\s?(?P<who>(?-i:[A-Z]\w+))?",
    re.IGNORECASE,
)
_IS_OF = re.compile(r"(?P<who>(?-i:[A-Z]\w+))\s(?:is|was)\svan\s" + _DAY, re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?P<who>(?-i:[A-Z]\w+))\s\(" + _DAY + r"\)", re.IGNORECASE)
_FAMILY = re.compile(
    r"\b(?:kind|kinderen|gezin|gezinsleden|zoon|dochter|broer|broertje|zus|zusje|cliënt"
    r"|jeugdige|jeugdigen|leerling|moeder|vader|ouders|pte?|jongere)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w.])(?:[^\W\d_]\.)|[^\W\d_]{2,}")
_BEFORE = 90
_OLDEST = 30
"""Two digits above this are of the last century."""


def told_births(texts: Iterable[str]) -> Mapping[str, dt.date]:
    """Return who was born when, by every part of a name that means one person.

    Names are in lower case, an initial with its full stop. What two persons share,
    such as a surname, is left out. A birth without a name is under "".
    """
    days: dict[str, set[dt.date]] = {}
    for text in texts:
        for name, day in _told(text):
            days.setdefault(name, set()).add(day)
    sure = {name: next(iter(born)) for name, born in days.items() if len(born) == 1}
    unnamed = {day for born in days.values() for day in born} - set(sure.values())
    return sure | {f"#{n}": day for n, day in enumerate(sorted(unnamed))}


def _told(text: str) -> Iterator[tuple[str, dt.date]]:
    for match in _BORN.finditer(text):
        day = _day(match)
        if day is None:
            continue
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        names = list(_names(re.split(r"[;:|\n]", before)[-1]))
        yield from ((name, day) for name in names or [""])
    for match in _IN_BRACKETS.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        day = _day(match)
        if day is not None and _FAMILY.search(text, line, match.start()):
            yield match["who"].lower(), day
    for match in _IS_OF.finditer(text):
        day = _day(match)
        if day is not None:
            yield match["who"].lower(), day
    for match in _BIRTH.finditer(text):
        day = _day(match)
        if day is not None:
            yield (match["who"] or "").lower(), day


def _names(before: str) -> Iterator[str]:
    for match in _NAME.finditer(before):
        word = match.group()
        if word[0].isupper():
            yield word.lower()


def _day(match: re.Match[str]) -> dt.date | None:
    name = (match["name"] or "").lower()
    month = words().get(name, {}).get("MONTH") if name else int(match["month"])
    year = int(match["year"])
    if year < 100:
        year += 1900 if year > _OLDEST else 2000
    try:
        return dt.date(year, month or 0, int(match["day"]))
    except ValueError:
        return None
