"""Weekdays that are meant in general: "ik werk niet op maandag"."""

import re
from collections.abc import Iterator

from ltnlp.nlp.dates.surroundings import Place, is_name, starts_sentence


def is_some_day(place: Place, first: int, end: int) -> bool:
    """Tell whether a weekday is one day of the calendar."""
    if place.kind == "chat":
        return True
    if is_every_week(place, first, end):
        return False
    before = place.word(first - 1)
    if place.kind == "ruling" or _beside_weekday(place, first):
        return False
    if before == "op" and place.word(first - 2) in {
        "week",
        "wekelijks",
        "maand",
        "weken",
    }:
        return False
    if place.word(first + 1).isdigit() and place.word(first + 2) in {"en", ","}:
        return False
    if before in {"elke", "iedere"} or _is_habit(place, first):
        return False
    if _works_then(place, first):
        return False
    if before == "een" and place.word(first - 2) not in {",", "was", "het", "op"}:
        return False
    return not is_name(place, first) or starts_sentence(place, first)


def is_every_week(place: Place, first: int, end: int) -> bool:
    """Tell whether a weekday of a document is that day of every week."""
    if not place.style.document or place.kind == "ruling":
        return False
    if "WEEKDAY" not in place.tokens[first].classes:
        return _days_of_work(place, first, end)
    if _is_habit(place, first) or _works_then(place, first):
        return True
    told = place.kind in {"interview", "client_interview", "timeline", "report"}
    return told and place.word(first - 1) == "op" and _in_general(place, first)


def _days_of_work(place: Place, first: int, end: int) -> bool:
    """Tell "bereikbaar op di en do" and "elke ma" from names and a mother."""
    if place.word(first) in {"elke", "iedere", "elk", "ieder", "alle"}:
        return place.row
    near = {place.word(first - by) for by in (1, 2, 3, 4)}
    near |= {place.word(end + by) for by in (0, 1)}
    return bool(near & (_HABITS | {"school", "dagen", "therapie", "opvang"} - {"niet"}))


_PRESENT = frozenset(
    {
        "komt", "gaat", "werkt", "ziet", "zien", "slaat", "slaapt", "eet", "heeft", "hebben", "is",
        "zijn", "doet", "doen", "haalt", "brengt", "breng", "belt", "mag", "moet", "blijft", "zit",
        "staat", "loopt", "helpt", "kom", "ga", "heb", "ben", "kan", "krijgt", "rijdt", "wisselt",
        "altijd", "meestal", "steeds", "vaak", "telkens", "vast", "vaste", "bijna",
    }
)  # fmt: skip
_BEFORE_NOW = frozenset(
    {
        "was", "waren", "had", "hadden", "ging", "gingen", "kwam", "kwamen", "werd", "stond", "zat",
        "belde", "zei", "wist", "zou", "zouden", "kreeg", "moest", "mocht", "toen", "hoorde", "een",
    }
)  # fmt: skip
_SENTENCE_END = frozenset({".", "!", "?", "|", "¶", ";"})
_DONE = re.compile(r"\w{0,6}ge\w{2,}(?:d|t|en)")


def _in_general(place: Place, first: int) -> bool:
    """Tell whether its sentence is in the present tense and tells of nothing done."""
    words = set(_sentence(place, first))
    if words & _BEFORE_NOW or any(_DONE.fullmatch(word) for word in words):
        return False
    return bool(words & _PRESENT)


def _sentence(place: Place, first: int) -> Iterator[str]:
    for step in (-1, 1):
        for by in range(1, _LONGEST):
            word = place.word(first + step * by)
            if not word or word in _SENTENCE_END:
                break
            yield word


_LONGEST = 14
_HABITS = frozenset(
    {
        "werk", "werkt", "werken", "werkdag", "werkdagen", "bereikbaar", "aanwezig",
        "geopend", "spreekuur", "behalve", "niet", "altijd", "meestal", "vaak", "steeds",
        "telkens", "wisselen", "wissel", "wisselmoment", "wisseldag",
    }
)  # fmt: skip


def _is_habit(place: Place, first: int) -> bool:
    """Tell whether "op maandag" is every Monday: "ik werk niet op maandag"."""
    if place.word(first - 1) not in {"op", "behalve", ":"}:
        return False
    near = {place.word(first - by) for by in (1, 2, 3, 4)}
    if "niet" in near and place.word(first - 2) == "niet":
        return True
    return bool(near & (_HABITS - {"niet"}))


_WORKS = frozenset({"werk", "werkt", "werken", "werkdagen"})


def _works_then(place: Place, first: int) -> bool:
    """Tell whether it is in a list of days of work: "ik werk maandag, dinsdag"."""
    at = first - 1
    while at >= 0 and (
        "WEEKDAY" in place.tokens[at].classes or place.word(at) in _LIST
    ):
        at -= 1
    return place.word(at) in _WORKS


_LIST = frozenset({",", "en", "op"})


def _beside_weekday(place: Place, first: int) -> bool:
    """Tell whether it is an end of "vrijdag tot zondag", which is every week."""
    joints = {"tot", "t/m", "-", "–", "met", "en"}
    for sign in (-1, 1):
        at = first + sign
        steps = 0
        while place.word(at) in joints and steps < 3:
            at, steps = at + sign, steps + 1
        short = at >= 0 and place.word(at) and "WDABBR" in place.tokens[at].classes
        through = steps and (place.word(first + sign) != "en" or short)
        known = through and at >= 0 and place.word(at)
        if known and {"WEEKDAY", "WDABBR"} & place.tokens[at].classes.keys():
            return True
    return False


def are_some_days(place: Place, first: int, end: int) -> bool:
    """Tell that "van vrijdag tot zondag" is not meant in general."""
    days = [t for t in place.tokens[first:end] if "WEEKDAY" in t.classes]
    return place.kind == "chat" or len(days) < 2 or end - first > 5 + len(days) - 2


def is_short_weekday(place: Place, first: int, end: int) -> bool:
    """Tell "do" in a file from "ma", who is the mother, and "zo", which is a word."""
    if not (place.row and place.style.document and place.raw(first).islower()):
        return False
    word, before = place.word(first).rstrip("."), place.word(first - 1)
    if before in {"elke", "iedere", "op"} and place.word(first - 2) in _WORKS:
        return False
    if before in {"elke", "iedere"} or _beside_weekday(place, first):
        return False
    if word in _ONLY_A_DAY:
        return place.word(end) not in {"-", "/"}
    return word in _OFTEN_A_DAY and before in {"sinds", "vanaf", "v/a", "t/m", "vorige"}


_ONLY_A_DAY = frozenset({"di", "wo", "do", "za"})
_OFTEN_A_DAY = frozenset({"ma", "vr", "zo"})


def is_the_weekend(place: Place, first: int, end: int) -> bool:
    """Tell "in het weekend" of a story from every weekend."""
    if not place.style.document or place.kind == "ruling":
        return False
    if place.word(first - 1) not in {"in", "na", "voor", "dat", "en"}:
        return False
    near = {place.word(at) for at in range(first - _REACH, end + _REACH)}
    return not near & _OFTEN and bool(near & _PAST)


_REACH = 6
_OFTEN = frozenset({"altijd", "meestal", "vaak", "soms", "elke", "week", "weken"})
_PAST = frozenset(
    {
        "was", "waren", "had", "hadden", "heb", "heeft", "ging", "kwam", "zat", "stond", "belde",
        "is", "werd", "kreeg", "bleef", "sliep", "zei", "gebeurde", "deed", "voor", "na",
    }
)  # fmt: skip


def is_the_holiday(place: Place, first: int, end: int) -> bool:
    """Tell "na de vakantie" from somebody's holiday."""
    if not place.style.document or place.word(end) in {"van", "naar", "in"}:
        return False
    if place.word(first) != "de" and not place.row:
        return False
    return place.word(first - 1) in _AROUND


_AROUND = frozenset(
    {"na", "ná", "voor", "vóór", "in", "tijdens", "sinds", "tot", "over"}
)
