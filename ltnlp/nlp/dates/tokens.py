"""Text → tokens: words, numbers and the shapes of digits that can be a date."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from ltnlp.nlp.dates import lexicon
from ltnlp.nlp.dates.moments import FIRST_YEAR, LAST_YEAR


class Token(NamedTuple):
    """A word, number or sign, with the classes of the grammar that it belongs to."""

    start: int
    end: int
    word: str
    classes: lexicon.Classes


_NONE: lexicon.Classes = {}

_SHAPES = re.compile(
    r"""
    (?P<para>\n[ \t\r]*\n)
  | (?P<iso>(?<![\w.-])\d{4}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}
        (?:T\d\d:\d\d(?::\d\d)?)?(?!\w|[-/]\d))
  | (?P<dmy>(?<!\w)(?<!\d[-/.:,])\d{1,2}[ ]?(?P<s2>[-/.])[ ]?\d{1,2}
        [ ]?(?P=s2)[ ]?(?:\d{4}|['’‘]?\d\d)(?!\w|[-/]\d|[.,:]\d))
  | (?P<dmdm>(?<![\w/.-])\d{1,2}/\d{1,2}[ ]?[-–][ ]?\d{1,2}/\d{1,2}
        (?:/(?:\d{4}|\d\d))?(?!\w|[-/]\d))
  | (?P<yy>(?<![\w-])(?<!\d[/.,])\d{4}[ ]?[-/–][ ]?(?:\d{4}|['’‘]?\d\d)
        (?!\w|[-/–]\d|[.,:]\d|[ ]?(?:jan|febr|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)))
  | (?P<my>(?<!\w)(?<!\d[-/.:,])\d{1,2}[ ]?[-/][ ]?\d{4}(?!\w|[-/–]\d|[.,:]\d))
  | (?P<dm>(?<!\w)(?<![\d-][-/.:,])\d{1,2}[-/]\d{1,2}(?!\w|[-/–]\d|[.,:]\d))
  | (?P<clock>(?<!\w)(?<!\d[-/.:,])\d{1,2}(?:[:.]\d\d(?:[:.]\d\d)?[uh]?|[uh](?:\d\d)?)
        (?!\w|[.:,/-]\d))
  | (?P<ord>(?<![\w])\d{1,2}(?:e|ste|de)(?![\w]))
  | (?P<nineties>['’‘`´]\d0s(?!\w)|(?<!\w)\d0s(?!\w))
  | (?P<yr2>(?:(?<![\w])|(?<=jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))
        ['’‘`´]\d\d(?!\w))
  | (?P<num>\d+(?:,\d+)?½?|½)
  | (?P<abbr>(?<![\w.])(?:d\.d\.|a\.s\.|j\.l\.|l\.l\.|m\.i\.v\.|p\.w\.|p\.m\.|p\.j\.
        |t\.e\.m\.|t\.m\.|v/a|p/w|p/m|p/j|p/wk|p/mnd|t/m|t/m\.|e\.o\.|v\.a\.)(?!\w))
  | (?P<poss>['’‘`´]s(?!\w))
  | (?P<word>[^\W\d_]+)
  | (?P<sign>[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a text in order; white space makes none."""
    known = lexicon.words()
    tokens: list[Token] = []
    for match in _SHAPES.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        raw = match.group()
        if kind == "word":
            word = raw.lower()
            tokens.append(Token(start, end, word, known.get(word, _NONE)))
        elif kind == "sign":
            tokens.append(Token(start, end, raw, known.get(raw, _NONE)))
        else:
            tokens.append(_shaped(str(kind), raw, start, text))
    return _with_dots(text, tokens)


def _shaped(kind: str, raw: str, start: int, text: str) -> Token:
    if kind == "para":
        return Token(start, start + len(raw), "¶", _NONE)
    if kind == "abbr":
        word = raw.lower().replace(".", "") or raw
        return Token(start, start + len(raw), word, lexicon.words().get(word, _NONE))
    if kind == "poss":
        return Token(start, start + len(raw), "'s", _NONE)
    if kind == "num" and _glued(text, start, start + len(raw)):
        return Token(start, start + len(raw), raw, _NONE)
    return Token(start, start + len(raw), raw.lower(), _read(kind, raw.lower()))


def _glued(text: str, start: int, end: int) -> bool:
    """Tell whether the digits are part of a code, as in "TLV-2022-0419" or "B12"."""
    before = text[max(start - 2, 0) : start]
    after = text[end : end + 2]
    if before[-1:].isalpha() and before[-1:].lower() not in {"q", "k", "w"}:
        return True
    if before[-1:] in {"_", "#", "§", "@", "€", "$"}:
        return True
    if before[-1:] in {"-", "/"} and _in_a_date(text, start, end):
        return False
    if len(before) == 2 and before[1] in "-./" and before[0].isalnum():
        return before[0].isdigit() or before[1] != "-" or before[0].isupper()
    return after[:1] == "_" or (
        after[:1].isalpha() and len(after) > 1 and after[1].isdigit()
    )


_MONTH_BEFORE = re.compile(
    r"(?:jan|febr?|mrt|maart|apr|april|mei|juni?|juli?|aug|sept?|okt|oct|nov|dec)\.?[-/]$"
    r"|\bq[1-4]-$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    r"[ ](?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)", re.IGNORECASE
)


def _in_a_date(text: str, start: int, end: int) -> bool:
    """Tell whether the number after a dash belongs to a month: "sep-2020"."""
    if _MONTH_BEFORE.search(text, max(0, start - 12), start):
        return True
    return text[start - 1] == "-" and bool(_MONTH_AFTER.match(text, end))


def _with_dots(text: str, tokens: list[Token]) -> list[Token]:
    """Give an abbreviation its full stop where more of the date follows."""
    short = lexicon.dotted()
    kept: list[Token] = []
    for token in tokens:
        if (
            token.word == "."
            and kept
            and kept[-1].word in short
            and kept[-1].end == token.start
            and (_always(kept[-1].word) or _DATE_GOES_ON.match(text, token.end))
        ):
            kept[-1] = kept[-1]._replace(end=token.end)
        else:
            kept.append(token)
    return kept


def _always(word: str) -> bool:
    """Tell whether a word is never written without its full stop."""
    return word == "jl" or word.endswith("vak")


_DATE_GOES_ON = re.compile(r"[ ]{0,2}(?:['’‘`´]?\d|-|/|tot\b|t/m\b|jl\b|a\.s\.|j\.l\.)")


@lru_cache(maxsize=8192)
def _read(kind: str, raw: str) -> lexicon.Classes:
    return _READERS[kind](raw)


def _numbers(raw: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", raw)]


def full_year(number: int) -> int:
    """Return the year that two digits mean; other numbers stay as they are."""
    if number >= 100:
        return number
    return 2000 + number if number < 50 else 1900 + number


def _iso(raw: str) -> lexicon.Classes:
    year, month, day = _numbers(raw)[:3]
    return _calendar_day(year, month, day)


def _dmy(raw: str) -> lexicon.Classes:
    day, month, year = _numbers(raw)
    if len(re.split(r"\D+", raw.strip("'’‘ "))[-1]) == 2:
        year = full_year(year)
    return _calendar_day(year, month, day)


def _calendar_day(year: int, month: int, day: int) -> lexicon.Classes:
    possible = 1 <= month <= 12 and 1 <= day <= 31 and FIRST_YEAR <= year <= LAST_YEAR
    return {"DMY": (year, month, day)} if possible else _NONE


def _dm(raw: str) -> lexicon.Classes:
    first, second = _numbers(raw)
    classes: dict[str, Any] = {}
    if 1 <= second <= 12 and 1 <= first <= 31:
        classes["DM"] = (first, second)
        if "/" in raw or (len(raw) == 5 and "-" in raw):
            classes["DMSURE"] = (first, second)
    elif 1 <= first <= 12 and 12 < second <= 31 and "/" in raw:
        classes["DM"] = (second, first)
    if first < second and "-" in raw:
        classes["NUMRANGE"] = (first, second)
    if second == first + 1 and second <= 31 and "/" in raw:
        classes["DAYPAIR"] = (first, second)
    return classes


def _dmdm(raw: str) -> lexicon.Classes:
    numbers = _numbers(raw)
    year = full_year(numbers[4]) if len(numbers) > 4 else 0
    pairs = [(numbers[0], numbers[1]), (numbers[2], numbers[3])]
    if not all(1 <= day <= 31 and 1 <= month <= 12 for day, month in pairs):
        return _NONE
    return {"DMDM": (*pairs[0], *pairs[1], year)}


def _my(raw: str) -> lexicon.Classes:
    month, year = _numbers(raw)
    possible = 1 <= month <= 12 and 1930 <= year <= 2035
    return {"MY": (year, month)} if possible else _NONE


def _yy(raw: str) -> lexicon.Classes:
    first, second = _numbers(raw)
    classes: dict[str, Any] = {}
    digits = len(re.findall(r"\d+", raw)[1])
    if digits == 2 and 1 <= second <= 12 and "-" in raw and 1930 <= first <= 2060:
        classes["YM"] = (first, second)
    last = first // 100 * 100 + second if digits == 2 else second
    short = digits == 2 and last != first + 1
    if 1930 <= first < last <= 2060 and last - first < 60 and not short:
        classes["YY"] = (first, last)
    return classes


def _clock(raw: str) -> lexicon.Classes:
    numbers = _numbers(raw)
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    return {"CLOCK": (hour, minute)} if hour <= 24 and minute < 60 else _NONE


def _ord(raw: str) -> lexicon.Classes:
    number = _numbers(raw)[0]
    if not 1 <= number <= 31:
        return {"ORDINAL": number}
    return {"ORDINAL": number, "ORDDAY": number}


def _yr2(raw: str) -> lexicon.Classes:
    return {"YEAR2": full_year(_numbers(raw)[0])}


def _nineties(raw: str) -> lexicon.Classes:
    first = _numbers(raw)[0]
    return {"DECADEYEARS": 1900 + first if first > 20 else 2000 + first}


def _num(raw: str) -> lexicon.Classes:
    half = 0.5 if "½" in raw else 0.0
    digits = raw.replace("½", "").replace(",", ".")
    if len(digits) > 7:
        return _NONE
    number = float(digits or 0) + half
    classes: dict[str, Any] = {"NUMBER": int(number) if number % 1 == 0 else number}
    whole = number % 1 == 0
    if whole and 1 <= number <= 31 and len(digits) <= 2:
        classes["DAYNUM"] = int(number)
    if whole and len(digits) == 4 and 1900 <= number <= 2079:
        classes["YEAR4"] = int(number)
    if whole and len(digits) == 2:
        classes["YEAR2D"] = full_year(int(number))
    if whole and 1 <= number <= 53 and len(digits) <= 2:
        classes["WEEKNUM"] = int(number)
    if whole and number <= 24 and len(digits) <= 2:
        classes["HOUR"] = (int(number), 0)
    return classes


_READERS = {
    "iso": _iso,
    "dmy": _dmy,
    "dm": _dm,
    "dmdm": _dmdm,
    "my": _my,
    "yy": _yy,
    "clock": _clock,
    "ord": _ord,
    "yr2": _yr2,
    "nineties": _nineties,
    "num": _num,
}
