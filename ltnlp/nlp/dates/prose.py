"""What looks like a date and is none: names, house numbers, articles, ages, money."""

import re
from collections.abc import Callable, Mapping

from ltnlp.domain.dates import DateType
from ltnlp.nlp.dates.counts import is_ago, is_counted_from, is_length, is_no_law
from ltnlp.nlp.dates.digits import (
    are_years,
    is_dashed_day,
    is_day_and_month,
    is_numeric_day,
    is_weekday_number,
    is_year,
)
from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.general_days import (
    are_some_days,
    is_every_week,
    is_short_weekday,
    is_some_day,
    is_the_holiday,
    is_the_weekend,
)
from ltnlp.nlp.dates.surroundings import (
    Place,
    is_name,
    starts_sentence,
    word_lists,
)


def is_date(place: Place, first: int, end: int, expr: Expr) -> bool:
    """Tell whether the tokens from `first` up to `end` are a date after all."""
    if place.word(end) in {"ouder", "jonger"} or _in_an_address(place, first, end):
        return False
    if place.raw(first).lower() == "zat" and place.kind != "chat":
        return False
    if place.style.document and _only_day(place, first, expr):
        return False
    if expr.type is DateType.DURATION:
        return is_length(place, first, end)
    check = _CHECKS.get(expr.rule)
    if check is not None and not check(place, first, end):
        return False
    return place.word(end) != "oud" or expr.rule.startswith("age.")


def _in_an_address(place: Place, first: int, end: int) -> bool:
    """Tell whether it is part of an e-mail address or a link."""
    start, stop = place.tokens[first].start, place.tokens[end - 1].end
    before, after = place.text[max(0, start - 2) : start], place.text[stop : stop + 1]
    return (
        after == "@"
        or "@" in before
        or (before[-1:] in {".", "/"} and before[:1].isalpha() and len(before) == 2)
    )


def _only_day(place: Place, first: int, expr: Expr) -> bool:
    """Tell whether a document's label leaves the first word out: "t/m 3 mei"."""
    if expr.rule == "open.until" or expr.rule.startswith(_OPEN_EVENTS):
        return True
    return expr.rule == "open.until_including" and place.word(first) in _UP_TO


_OPEN_EVENTS = ("event.since", "event.after", "event.before", "event.during")
_UP_TO = frozenset({"t/m", "tem", "tm", "tmv", "tot", "uiterlijk", "t"})


def holds_inside(place: Place, first: int, end: int, value: object) -> bool:
    """Tell whether what a longer expression is made of is a date itself."""
    if not isinstance(value, Expr):
        return True
    check = _INSIDE.get(value.rule)
    return check is None or check(place, first, end)


def _month(place: Place, first: int, end: int) -> bool:
    word = place.word(end - 1).rstrip(".")
    if _in_a_double_name(place, first):
        return False
    if place.style.document and _only_a_month(place, first, end):
        return True
    if word in word_lists()["month_names"] and _names_somebody(place, first, end):
        return False
    if word == "mei" and end - first == 1 and place.kind != "chat":
        return _may(place, first)
    if word == "jan" and not place.row and place.kind != "chat":
        return place.word(first - 1) in _BEFORE_JAN
    if word in word_lists()["doubtful_months"] and not place.row:
        return place.word(first - 1) in word_lists()["before_year"]
    return end - first > 1 or not is_name(place, first)


def _only_a_month(place: Place, first: int, end: int) -> bool:
    """Tell whether it is no name: "februari", or "jan" in lower case in a row."""
    word = place.word(end - 1).rstrip(".")
    if word in _NEVER_A_NAME:
        initial = place.word(first - 1) == "." and len(place.raw(first - 2)) == 1
        return not initial and place.word(first - 1) not in word_lists()["titles"]
    short = word in word_lists()["month_names"] and end - first == 1
    return short and place.row and place.raw(first).islower()


_NEVER_A_NAME = frozenset(
    {"januari", "februari", "september", "oktober", "november", "december"}
)


def _in_a_double_name(place: Place, first: int) -> bool:
    """Tell whether it is a part of a name: "Dirk-Jan"."""
    if place.word(first - 1) != "-" or first < 2:
        return False
    return place.tokens[first - 1].end == place.tokens[first].start and (
        place.raw(first)[:1].isupper() and place.word(first - 2).isalpha()
    )


def _names_somebody(place: Place, first: int, end: int) -> bool:
    """Tell whether "Jan" is a person, also where a row begins with it."""
    if place.word(first - 1) in word_lists()["before_year"]:
        return False
    return place.word(end) not in _BESIDE_MONTH and not place.word(end)[:1].isdigit()


_BEFORE_JAN = frozenset({"in", "sinds", "eind", "begin", "half", "medio", "rond"})
_BESIDE_MONTH = frozenset({"", "|", ":", "-", "–", "/", "t/m", "tot", "¶", "\t"})


def _may(place: Place, first: int) -> bool:
    """Tell "mei" from the name "Mei", which people also write in lower case."""
    if is_name(place, first):
        return False
    before = place.word(first - 1)
    alone = (
        starts_sentence(place, first)
        and place.word(first + 1) not in word_lists()["person_verbs"]
    )
    return alone or before in word_lists()["before_month"] or before in {",", "dus"}


def _is_month_here(place: Place, first: int, end: int) -> bool:
    if place.style.document and _only_a_month(place, first, end):
        return True
    return end - first > 1 or not is_name(place, first)


def _season_inside(place: Place, first: int, end: int) -> bool:
    return end - first > 1 or not is_name(place, first)


def _season(place: Place, first: int, end: int) -> bool:
    if place.raw(end - 1)[:1].isupper() and place.raw(end - 1) != place.raw(0):
        return False
    if place.word(end) == "-" and place.word(end + 1) in {"en", "of"}:
        return False
    if end - first > 1 or place.kind == "chat" or place.row:
        return True
    return place.word(first - 1) in word_lists()["before_season"]


def _ordinal_day(place: Place, first: int, end: int) -> bool:
    if place.style.document and place.word(first + 1) == ",":
        return False
    if end - first > 2 or "WEEKDAY" in place.tokens[first].classes:
        return True
    digits = place.word(end - 1)[:1].isdigit()
    before = place.word(first - 1)
    number = place.tokens[end - 1].classes.get("ORDDAY", 0)
    if digits and before in word_lists()["before_ordinal"]:
        return place.word(end) not in word_lists()["ordered"]
    if not digits and number < 4:
        return False
    if number > _SURELY_A_DAY and place.style.document:
        return place.word(end) not in word_lists()["ordered"]
    if place.word(first) == "die":
        return place.word(end) not in word_lists()["ordered"]
    if place.word(end) in {"", ",", ".", ";", "?", "!", ")", "|", "¶", ":"}:
        return digits or before in word_lists()["before_day_alone"]
    return place.word(end) in word_lists()["after_day"] and (
        digits
        or first == 0
        or before in word_lists()["before_ordinal"] | {".", "en", ">"}
    )


def _last_unit(place: Place, first: int, _end: int) -> bool:
    """Tell "vorige week" from "de laatste week" of a story."""
    return place.kind == "chat" or place.word(first) != "laatste"


def _within(place: Place, _first: int, _end: int) -> bool:
    """Tell "binnen vier weken", of which a document has the four weeks alone."""
    if place.kind == "ruling":
        return False
    return not place.style.document


def _some_later(place: Place, first: int, _end: int) -> bool:
    if "UNITONE" in place.tokens[first].classes:
        return False
    return place.word(first - 1) not in {"de", "die", "dagen", "al", "eerste"}


_SURELY_A_DAY = 12
"""What is numbered in words of a file is seldom more."""


def _tomorrow(place: Place, first: int, end: int) -> bool:
    word = place.word(first)
    if word == "vandaag" and "dag" in {place.word(end + 1), place.word(first - 2)}:
        return place.word(end) != "de" and place.word(first - 1) != "van"
    if word == "heden":
        per = place.row and place.word(first - 1) in {"per", "vanaf"}
        return per or place.kind == "chat"
    if word in {"gisteren", "vandaag"} and place.word(first - 1) == "van":
        return place.word(first - 2) != "niet"
    if word != "morgen":
        return True
    return place.word(first - 1) not in word_lists()["before_morning"]


def _age_ordinal(place: Place, first: int, end: int) -> bool:
    told = {place.word(first), place.word(first - 1)}
    if not told & word_lists()["before_ordinal"]:
        return False
    after = place.word(end)
    return not after.isalpha() or after in word_lists()["after_day"]


def _age_told(place: Place, first: int, end: int) -> bool:
    words = {place.word(at) for at in range(first, end)}
    return place.word(end - 1) not in {"een", "n"} and "wat" not in words


def _class(place: Place, first: int, end: int) -> bool:
    """Tell "in groep 3 ging het mis" from "hij zit in groep 3"."""
    if place.style.document and not _tells_when(place, first, end):
        return False
    near = {place.word(first - 1), place.word(first)}
    told = near & {"in", "naar", "van", "sinds", "vanaf", "eind", "begin", "half"}
    return bool(told) and place.word(end) != "-"


def _paid_in(place: Place, first: int, _end: int) -> bool:
    """Tell "vijftig euro in de week" from "in de week na kerst"."""
    return place.word(first - 1) in {"euro", "uur", "uren", "u", "dagdelen", "dagen"}


def _this_unit(place: Place, _first: int, end: int) -> bool:
    """Tell "in de week" from "in de week na volgende" and "in het jaar 2008"."""
    after = place.word(end)
    return not after[:1].isdigit() and after not in {"na", "dat"}


def _appointment(place: Place, first: int, end: int) -> bool:
    """Tell that "voor" means before, not the day that something is planned for."""
    if place.word(first) != "voor":
        return True
    if place.style.document and place.word(first - 1) == "uit":
        return False
    near = {place.word(first - by) for by in (1, 2, 3, 4)}
    near |= {place.word(end + by) for by in range(_VERB_REACH)} & _SET_FOR
    if place.kind == "chat" and "WEEKDAY" in place.tokens[end - 1].classes:
        return True
    if place.style.document and "DEICTIC" in place.tokens[first + 1].classes:
        return False
    return not near & word_lists()["planned"]


_VERB_REACH = 6
_SET_FOR = frozenset(
    {"gepland", "ingepland", "uitgenodigd", "opgeroepen", "geagendeerd"}
)


_HAPPENED = frozenset(
    {"is", "werd", "was", "liep", "ging", "begon", "kwam", "kreeg", "viel", "bleef"}
)


def _tells_when(place: Place, first: int, end: int) -> bool:
    before = place.word(first - 1)
    if before == "in":
        return starts_sentence(place, first - 1) or place.word(end) in _HAPPENED
    return before in {"sinds", "vanaf", "eind", "begin", "half"} or place.word(
        first
    ) in {"sinds", "vanaf", "eind", "begin", "half"}


def _no_count(place: Place, _first: int, end: int) -> bool:
    return place.word(end) not in word_lists()["counted"] | {"%", "procent"}


def _after_length(place: Place, _first: int, end: int) -> bool:
    return place.word(end) not in {"lang"}


def _in_a_document(place: Place, _first: int, _end: int) -> bool:
    return place.style.document


def _in_a_record(place: Place, _first: int, _end: int) -> bool:
    return not place.style.document


_Check = Callable[[Place, int, int], bool]
_CHECKS: Mapping[str, _Check] = {
    "absolute.month": _month,
    "absolute.season_bare": _season,
    "absolute.year": is_year,
    "absolute.ordinal_day": _ordinal_day,
    "absolute.day_slash_month": is_day_and_month,
    "absolute.day_dash_month": is_dashed_day,
    "absolute.weekday_number": is_weekday_number,
    "absolute.numeric": is_numeric_day,
    "range.years": are_years,
    "relative.day": _tomorrow,
    "relative.bare_weekday": is_some_day,
    "range.until": are_some_days,
    "range.through": are_some_days,
    "age.when": _age_told,
    "story.within": _within,
    "set.times_per": is_no_law,
    "set.times_per_month": is_no_law,
    "offset.after_length": is_counted_from,
    "set.mornings": _in_a_document,
    "set.on_weekday": _in_a_record,
    "age.day_of_life": _in_a_document,
    "part.weekday_in": _in_a_document,
    "part.that_weekday_in": _in_a_document,
    "set.some_weekday": is_every_week,
    "story.since_then": _in_a_document,
    "story.nth_day": _in_a_document,
    "story.nth_week": _in_a_document,
    "story.nth_month": _in_a_document,
    "story.weekend": is_the_weekend,
    "story.holiday": is_the_holiday,
    "relative.short_weekday": is_short_weekday,
    "relative.unit": _last_unit,
    "offset.some_units_after": _some_later,
    "range.dash": are_some_days,
    "chat.this_unit": _this_unit,
    "today.at": _no_count,
    "today.year": _no_count,
    "age.ordinal": _age_ordinal,
    "school.group": _class,
    "school.secondary": _class,
    "school.brugklas": _class,
    "school.brugjaar": _class,
    "school.kleuters": _class,
    "school.kleuterklas": _class,
    "open.before": _appointment,
    "vague.before": _appointment,
    "offset.after": _after_length,
    "relative.ago": is_ago,
    "vague.somewhere_on": _in_a_document,
}


def _no_hours(place: Place, first: int, end: int) -> bool:
    """Tell that "maandag 3-8" is no stretch of hours, which it is in a message."""
    if place.kind != "chat" or end - first < 2:
        return True
    return "NUMRANGE" not in place.tokens[end - 1].classes


_INSIDE: Mapping[str, _Check] = {
    "relative.bare_weekday": is_some_day,
    "absolute.ordinal_day": _ordinal_day,
    "absolute.month": _is_month_here,
    "relative.day": _tomorrow,
    "absolute.numeric": is_numeric_day,
    "absolute.day_slash_month": _no_hours,
    "absolute.day_dash_month": is_dashed_day,
    "absolute.season_bare": _season_inside,
    "set.in_the": _paid_in,
    "story.holiday": is_the_holiday,
}
"""Checks that hold also where it is part of a longer expression."""

CITATION_AFTER = re.compile(
    r"[\s,(;]{0,4}(?:ECLI:|LJN|JIN\b|NJ\b|AB\b|RvdW|JV\b|zaaknr|nr\.)|"
    r"[^.\n]{0,40}ECLI:[A-Z]{2}:",
)
CITATION_BEFORE = re.compile(
    r"(?:\b(?:HR|ABRvS|AbRS|CRvB|EHRM|HvJ|Hof|Rb\.?|CBb)\b[\s,]{1,3}"
    r"|(?:Hoge Raad|Raad van State|Raad van Beroep|EHRM|[Gg]erechtshof|Hof)\b"
    r"[^.;\n]{0,50}\bvan\s)$"
)
