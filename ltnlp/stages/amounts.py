"""How many of what a telling names, so that two tellings can be compared."""

import re
from collections.abc import Iterator, Mapping

_SMALL = (
    "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
    " vijftien zestien zeventien achttien negentien"
).split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


def _spelled() -> Iterator[tuple[str, int]]:
    """Yield the numbers that are written as one word, up to 9000."""
    for number, word in enumerate(_SMALL, start=1):
        yield word, number
        yield word.replace("é", "e") + "honderd", number * 100
        yield word.replace("é", "e") + "duizend", number * 1000
    yield from (("honderd", 100), ("duizend", 1000), ("anderhalf", 1))
    for tens, word in enumerate(_TENS, start=2):
        yield word, tens * 10
        for ones, small in enumerate(_SMALL[:9], start=1):
            joint = "ën" if small.endswith("e") else "en"
            yield small.replace("é", "e") + joint + word, tens * 10 + ones


_VALUES: Mapping[str, int] = dict(_spelled())
_AMOUNT = re.compile(
    r"(?:(?<!\w)(?P<before>na|over|binnen|sinds|al|elke|om de|per|iedere) )?"
    r"(?<![\w.,:/€+-])(?P<number>\d{1,5}|een(?= (?:keer|maal))|[a-zéë]{3,})\s+"
    r"(?P<unit>euro|uur|keer|maal|wkn|[a-zë]{2,}(?:en|s))(?!\w)"
    r"(?P<after> (?:geleden|later|eerder|ervoor|erna|daarna|daarvoor|terug|oud)\b)?"
)
_MONEY = re.compile(r"€\s?(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,5})(?![\d.]\d)")
_SAME_UNIT = {
    "wkn": "weken",
    "maal": "keer",
    "keren": "keer",
    "mensen": "personen",
    "deelnemers": "personen",
}
_MONTHS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november"
    " december".split()
)


def amounts(text: str) -> dict[str, int]:
    """Return the first number that a text gives of each thing ("drie weken").

    What only says when ("drie weken later", "na twee dagen") is no amount.
    """
    lower = text.lower()
    found: dict[str, int] = {}
    for match in _AMOUNT.finditer(lower):
        value, unit = _value(match["number"]), match["unit"]
        if value is None or match["before"] or match["after"] or unit in _MONTHS:
            continue
        found.setdefault(_SAME_UNIT.get(unit, unit), value)
    for match in _MONEY.finditer(lower):
        found.setdefault("euro", int(match["number"].replace(".", "")))
    return found


def _value(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return 1 if word == "een" else _VALUES.get(word)
