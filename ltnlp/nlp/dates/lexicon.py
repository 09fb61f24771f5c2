"""The words that dates in Dutch are made of, each with its classes and their values."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from ltnlp.nlp.resources import load_yaml

Classes = Mapping[str, Any]
"""Class name → value: {"MONTH": 3} for "maart"."""

_NAMED = {
    "months": "MONTH",
    "weekdays": "WEEKDAY",
    "weekday_abbreviations": "WDABBR",
    "weekday_plurals": "WEEKDAYS",
    "seasons": "SEASON",
    "season_plurals": "SEASONS",
    "units": "UNIT",
    "numbers": "NUMBER",
    "ordinals": "ORDINAL",
    "which": "WHICH",
    "parts": "PART",
}
_MAPPED = {
    "deictic_days": "DEICTIC",
    "deictic_parts": "DEICTICPART",
    "frequencies": "FREQUENCY",
    "vague_durations": "VAGUELENGTH",
    "vague_numbers": "FEW",
    "decades": "DECADE",
}
_LISTED = {"small_units": "SMALLUNIT", "approx": "APPROX", "dayparts": "DAYPART"}


@lru_cache(maxsize=1)
def words() -> Mapping[str, Classes]:
    """Return every known word in lower case with its classes."""
    source = load_yaml("dates/lexicon.yaml")
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for form, name, value in (*_listed(source), *_grown(source), *_further(source)):
        found[form].setdefault(name, value)
    for classes in found.values():
        _number_classes(classes)
    return dict(found)


def _listed(source: Mapping[str, Any]) -> Iterable[tuple[str, str, Any]]:
    for section, name in _NAMED.items():
        for value, forms in source[section].items():
            yield from ((str(form), name, value) for form in forms)
    for section, name in _MAPPED.items():
        yield from ((str(f), name, value) for f, value in source[section].items())
    for section, name in _LISTED.items():
        yield from ((str(form), name, form) for form in source[section])


def _further(source: Mapping[str, Any]) -> Iterable[tuple[str, str, Any]]:
    yield from ((sign, "DASH", sign) for sign in ("-", "–", "—", "/"))
    yield from (("voorjaar", "HETSEASON", 21), ("najaar", "HETSEASON", 23))
    yield from ((word, "MYSELF", "ik") for word in ("ik", "mijn"))
    yield from (("(", "BRACKET", "("), (")", "BRACKET", ")"))
    for month, forms in source["months"].items():
        yield from ((form, "MONTHABBR", month) for form in forms[1:])
    single = set(source["single_units"])
    for unit, forms in source["units"].items():
        yield from ((form, "UNITONE", unit) for form in forms if form in single)
    for noun in load_yaml("dates/events.yaml")["nouns"]:
        yield noun, "EVENT", noun


@lru_cache(maxsize=1)
def dotted() -> frozenset[str]:
    """Return the abbreviations that a full stop may belong to."""
    return frozenset(load_yaml("dates/lexicon.yaml")["dotted"])


def _grown(source: Mapping[str, Any]) -> Iterable[tuple[str, str, Any]]:
    ones = {forms[0]: n for n, forms in source["numbers"].items() if n in range(1, 10)}
    small = {form: n for n, fs in source["numbers"].items() for form in fs}
    whole = {form: int(n) for form, n in small.items() if n >= 1 and n == int(n)}
    whole |= dict(_tens(source["tens"], ones))
    for form, number in ones.items():
        joint = "ën" if form.endswith("e") else "en"
        for half in ("half", "halve", "eenhalf", "eenhalve"):
            yield f"{form}{joint}{half}", "NUMBER", number + 0.5
    for form, number in _tens(source["tens"], ones):
        yield form, "NUMBER", number
        yield f"{form}ste", "ORDINAL", number
    yield from ((f"{f}jarige", "AGED", n) for f, n in small.items() if n >= 1)
    yield from ((f, "NUMBER", n) for f, n in source["hundreds"].items())
    yield from _years(whole)
    yield from _weekday_parts(source)


def _tens(
    tens: Mapping[int, str], ones: Mapping[str, int]
) -> Iterable[tuple[str, int]]:
    for ten, word in tens.items():
        yield word, ten
        for one, number in ones.items():
            yield f"{one}{'ën' if one.endswith('e') else 'en'}{word}", ten + number


def _years(whole: Mapping[str, int]) -> Iterable[tuple[str, str, int]]:
    yield "tweeduizend", "MILLENNIUM", 2000
    yield "negentienhonderd", "MILLENNIUM", 1900
    for form, number in whole.items():
        if form.isalpha() and number < 100:
            yield f"tweeduizend{form}", "YEARWORD", 2000 + number
            yield f"negentienhonderd{form}", "YEARWORD", 1900 + number
            if number >= 20:
                yield f"negentien{form}", "YEARWORD", 1900 + number


def _weekday_parts(source: Mapping[str, Any]) -> Iterable[tuple[str, str, int]]:
    for number, forms in source["weekdays"].items():
        for part in source["dayparts"]:
            kind = "WEEKDAYNIGHT" if part == "nacht" else "WEEKDAY"
            yield f"{forms[0]}{part}", kind, number


def _number_classes(classes: dict[str, Any]) -> None:
    """Give a number word the narrower classes that digits have as well."""
    number = classes.get("NUMBER")
    if number is not None and 2 <= number <= 31 and number == int(number):
        classes["DAYNUM"] = int(number)
    ordinal = classes.get("ORDINAL")
    if ordinal is not None and 1 <= ordinal <= 31:
        classes["ORDDAY"] = ordinal
