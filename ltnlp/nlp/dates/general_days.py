"""Weekdays that are meant in general: "ik werk niet op maandag"."""

from ltnlp.nlp.dates.surroundings import Place, is_name, starts_sentence


def is_some_day(place: Place, first: int, _end: int) -> bool:
    """Tell whether a weekday is one day of the calendar."""
    if place.kind == "chat":
        return True
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
