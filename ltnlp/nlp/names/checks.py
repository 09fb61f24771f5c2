"""What a match must pass to be an identifier: the eleven test, figures enough, no day."""

import re

from stdnum import iban as iban_check

from ltnlp.domain.folding import word_set


def is_bsn(digits: str) -> bool:
    """Tell whether nine digits pass the eleven test of a burgerservicenummer."""
    figures = [int(c) for c in digits if c.isdigit()]
    if len(figures) == 8:
        figures.insert(0, 0)
    if len(figures) != 9 or not any(figures):
        return False
    weighed = sum(w * f for w, f in zip(range(9, 1, -1), figures, strict=False))
    return bool((weighed - figures[-1]) % 11 == 0)


def is_iban(match: re.Match[str]) -> bool:
    """Tell whether a match passes the test of its country's IBAN."""
    return bool(iban_check.is_valid(match.group().replace(".", " ")))


_DAY_AND_TIME = re.compile(r"\d{2}-\d{2}-\d{2}\s\d{2}\.\d{2}")
_DAY_FIRST = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d\b"
)
_DAY_OF_MONTH = re.compile(r"\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?")


def is_phone(match: re.Match[str]) -> bool:
    """Tell whether a match has the figures of a telephone number and is no time."""
    if _DAY_AND_TIME.fullmatch(match.group()) or _DAY_FIRST.match(match.group()):
        return False
    figures = re.sub(r"\D", "", match.group())
    if figures.startswith("00"):
        figures = figures[2:]
    if figures.startswith("31"):
        return 9 <= len(figures[2:].lstrip("0")) <= 9
    if figures.startswith("0"):
        if figures[1:4] in {"800", "900"}:
            return figures not in _NATIONAL
        cut_short = len(figures) == 9 and _AREA.match(match.group())
        return len(figures) in {10, 11} or bool(cut_short)
    return len(figures) >= 9


_AREA = re.compile(r"\(?0\d\d\)?[ .\-]")
_NATIONAL = word_set(
    "08002000 09008844 08000432 08000113 09000113 08001205 08005010 09001270 08008051 09009112"
)
"""Numbers of police, Veilig Thuis and help lines, which all of the country knows."""
_WRITTEN_DAY = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)


def is_long_number(shown: str) -> bool:
    """Tell whether a long number is neither a day without marks nor a round amount."""
    return not (shown.endswith("000") or _WRITTEN_DAY.fullmatch(shown))


def is_mixed(match: re.Match[str]) -> bool:
    """Tell whether a code has three figures or more and is no day."""
    shown = str(match["code"] if "code" in match.groupdict() else match[0])
    if _DAY_OF_MONTH.fullmatch(shown):
        return False
    return sum(c.isdigit() for c in shown) >= 3


def is_paper(match: re.Match[str]) -> bool:
    """Tell whether letters or marks make a number one of a paper rather than of euros."""
    shown = str(match["code"])
    figures = shown.replace(".", "")
    amount = figures.isdigit() and len(figures) < _MORE_THAN_EUROS
    return not (amount or _DAY_OF_MONTH.fullmatch(shown))


_MORE_THAN_EUROS = 7
"""So many figures behind "nota" or "polis" are its number: nobody owes millions."""
_MONTHS = "jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"


def is_date_like(shown: str) -> bool:
    """Tell whether the name of a month stands in what looks like a licence plate."""
    return re.search(_MONTHS, shown, re.IGNORECASE) is not None


_FROM_FIGURE = re.compile(r"\d[\w.:\-/]*")
_PLAIN = re.compile(
    r"\d+(?:e|de|ste|jarige?|x|u)?[.:\-]?|\d{1,2}[.:]\d\d[.:]?|\d{1,2}([\-/.])\d{1,2}\1(?:19|20)\d\d[.:]?"
    r"|\d\d:\d\d:\d\d(?:\.\d{3})?|\d{1,2}-\d{1,2}-\d\d"
)
"""Numbers, times and dates: none is a code, nor part of one."""
_JOINS = frozenset("_.:-/")


def holds_code(text: str) -> bool:
    """Tell whether figures are joined with something as in no number, time or date."""
    for number in _FROM_FIGURE.finditer(text):
        start = number.start()
        joined = start > 0 and (text[start - 1].isalnum() or text[start - 1] in _JOINS)
        if joined or not _PLAIN.fullmatch(number.group()):
            return True
    return False
