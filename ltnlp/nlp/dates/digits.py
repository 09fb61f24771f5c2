"""Digits that are a year or a day, and those that are a count, a score or a number."""

from ltnlp.nlp.dates.surroundings import (
    Place,
    begins_entry,
    starts_sentence,
    word_lists,
)


def is_year(place: Place, first: int, end: int) -> bool:
    """Tell whether a number is a year."""
    if place.word(first) in {"jaar", "het", "kalenderjaar"}:
        return True
    if place.word(end) in word_lists()["counted"] or place.word(end) in {"%", "€"}:
        return False
    before = place.word(first - 1)
    if before == "was" and place.word(first - 2) in {"het", "dat"}:
        return True
    if before == "," and "YEAR2" in place.tokens[first].classes:
        return True
    joined = before in {"en", "of", ","} and first > 1
    if joined and "YEAR4" in place.tokens[first - 2].classes:
        return True
    if place.row and begins_entry(place, first):
        return True
    if before == "]" and place.kind == "ruling":
        return True
    if before in word_lists()["before_year"] or before in {"(", "["}:
        return True
    return place.kind not in {"chat", "ruling"} and _alone(place, first, end)


_LIKELY = (1950, 2035)


def _alone(place: Place, first: int, end: int) -> bool:
    """Tell a year that stands by itself: "Nee, 2019 was dat al.", "gesloten '16"."""
    classes = place.tokens[first].classes
    year = classes.get("YEAR4") or classes.get("YEAR2") or 0
    if end - first > 1 or not _LIKELY[0] <= year <= _LIKELY[1]:
        return False
    after = place.word(end)
    if after.isalpha() and after not in word_lists()["after_year"]:
        return False
    return after not in _UNITS and _may_stand_before(place, first)


_UNITS = frozenset({"%", "€", "/", "-", "–", "°", "+", "x", "×"})
_BREAKS = frozenset({",", "?", "!", ".", ":", ";", "—", "…", "|", "¶", "(", ">"})


def _may_stand_before(place: Place, first: int) -> bool:
    before = place.word(first - 1)
    if before in _BREAKS or starts_sentence(place, first):
        return place.word(first - 2) not in word_lists()["numbered"] or before != ":"
    begins = starts_sentence(place, first - 1)
    lower = before.isalpha() and (begins or place.raw(first - 1).islower())
    return lower and before not in word_lists()["before_number"]


def is_day_and_month(place: Place, first: int, end: int) -> bool:
    """Tell the day "3/1" from a fraction or a count."""
    if end - first > 1 and "DM" in place.tokens[end - 1].classes:
        return True
    token = place.tokens[first]
    if token.word in {"24/7", "1/2", "1/3", "2/3", "1/4", "3/4", "1/1", "50/50"}:
        return place.word(first - 1) in {"per", "dd", "vanaf", "sinds"}
    if place.word(end) in word_lists()["counted"] or place.word(end) == "%":
        return False
    if place.kind in {"interview", "client_interview", "ruling"} and not place.row:
        before = place.word(first - 1)
        return before in word_lists()["before_day"] or _answers(place, first, end)
    return (
        "/" in token.word
        or place.row
        or place.word(first - 1) in word_lists()["before_day"]
        or token.word.startswith("0")
    )


def _answers(place: Place, first: int, end: int) -> bool:
    """Tell whether it is a sentence by itself, or one of more days in digits."""
    if place.word(first - 1) == "," and first > 1:
        return "DM" in place.tokens[first - 2].classes
    ends = place.word(end) in {"", ".", ","}
    return ends and "/" in place.word(first) and starts_sentence(place, first)


_MESSAGES = ("bericht", "app", "appje", "voicemail", "sms", "memo")


def is_dashed_day(place: Place, first: int, end: int) -> bool:
    """Tell the day "3-1" from a score, a range or a count."""
    token = place.tokens[first]
    if end - first > 1 or "-" not in token.word or token.word == "1-1":
        return False
    after = place.word(end)
    if after in word_lists()["counted"] or after in {"%", "tegen", "verlies", "winst"}:
        return False
    if end < len(place.tokens) and "UNIT" in place.tokens[end].classes:
        return False
    if place.row and begins_entry(place, first):
        return True
    before = place.word(first - 1)
    if before in {"en", "of"} and first > 1:
        listed = place.tokens[first - 2]
        if "DM" in listed.classes and "-" in listed.word:
            return is_dashed_day(place, first - 2, first - 1)
    if after == ":" and (before == "," or before.endswith(_MESSAGES)):
        return True
    near = {place.word(first - by) for by in range(1, 5)}
    bracketed = "(" in near and place.word(end) == ")"
    told = before in {"tot", "voor", "vóór"} or bracketed or _no_range(place, first)
    return before in word_lists()["before_dash"] or (place.row and told)


def _no_range(place: Place, first: int) -> bool:
    """Tell "17-5" from "3-4": the numbers of a range go up, and so do few scores."""
    if not place.style.document:
        return False
    classes = place.tokens[first].classes
    day, month = classes.get("DM", (0, 0))
    before = place.word(first - 1)
    numbered = word_lists()["before_number"] | word_lists()["numbered"]
    return day > month and before.isalpha() and before not in numbered | _GROUPS


_GROUPS = frozenset({"groep", "klas", "leeftijd", "uitslag", "stand", "fase", "stap"})


def is_numeric_day(place: Place, first: int, end: int) -> bool:
    """Tell the day "3.1.19" from the number of an article."""
    if "." not in place.word(end - 1):
        return True
    before = place.word(first - 1).rstrip(".")
    return before not in word_lists()["numbered"] and place.word(first - 2) not in {
        "art",
        "nr",
    }


def are_years(place: Place, first: int, _end: int) -> bool:
    """Tell the years "2018-2020" from a number."""
    return place.word(first - 1) not in word_lists()["numbered"]


def is_weekday_number(place: Place, first: int, end: int) -> bool:
    """Tell "maandag 22" from "maandag 2 keer": little may follow the number."""
    if place.kind == "chat":
        return False
    if "WEEKDAY" not in place.tokens[first].classes:
        begins = place.row and begins_entry(place, first)
        if place.word(first) == "zo" or not (begins or place.word(first - 1) == "op"):
            return False
    return place.word(end) in _AFTER_NUMBER


_AFTER_NUMBER = frozenset(
    {
        "", ".", ",", ";", ":", "?", "!", ")", "|", "¶", "en", "was", "is", "heb", "had",
        "toen", "kwam", "ging", "belde",
    }
)  # fmt: skip
