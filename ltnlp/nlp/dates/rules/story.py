"""Counted from the story: "drie weken later", "de dag erna", "diezelfde avond"."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ltnlp.domain.dates import Anchor, DateType, Precision
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.lengths import Length, length_of
from ltnlp.nlp.dates.moments import Moment, plus_days
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.relative import unit_at
from ltnlp.nlp.dates.shifts import counted
from ltnlp.nlp.dates.story import Story

AFTER = "erna|daarna|erop|daarop|nadien|hierna"
BEFORE = "ervoor|daarvoor|tevoren|eraan|daarvóór|ervóór|hiervoor|voordien"
_BIG_DAY = "dag|ochtend|middag|avond|nacht|morgen|namiddag"


def from_story(place: Callable[[Moment, Story], Moment | None], **fields: Any) -> Expr:
    """Return an expression that counts from the last moment that was told."""

    def run(story: Story) -> Moment | None:
        base = _closed(story.moment)
        if base is None or base.first is None or base.last is None:
            return None
        found = place(base, story)
        if found is None:
            return None
        anchor = Anchor.PREVIOUS if story.previous is not None else Anchor.ROW
        if base.review or (story.at != story.previous_at and not story.row):
            found = found.doubted(0.5)
        return replace(found, anchor=anchor)

    return told(run, **fields)


def _closed(base: Moment | None) -> Moment | None:
    """Return the day that an open stretch begins with, in doubt."""
    if base is None or base.first is None or base.last is not None:
        return base
    return moments.of_day(base.first).doubted(0.4)


def _later(length: Length, sign: int) -> Expr:
    return from_story(lambda base, story: counted(base, length, sign, exact=story.chat))


@rule(
    "offset.after",
    "later",
    f"<length> later|{AFTER}|verder",
    "nog? geen unit:UNITONE later",
    "een unit:UNITONE later|" + AFTER,
    "een unit:UNITONE verder",
)
def _after(length: Length | None = None, unit: str = "") -> Expr:
    return _later(length or length_of(1, unit, loose=False), 1)


@rule(
    "offset.after_length",
    "later",
    "na nog? <length>",
    "na een unit:UNITONE",
    "<length> na dato",
)
def _after_length(length: Length | None = None, unit: str = "") -> Expr:
    """Read "na zes weken"; an entry of a file is itself what came after them."""
    of = length or length_of(1, unit, loose=False)

    def place(base: Moment, story: Story) -> Moment | None:
        counted_on = counted(base, of, 1, exact=story.chat)
        if story.kind not in {"file", "timeline", "email"} or not story.row:
            return counted_on
        if story.kind == "email" or story.ahead:
            return counted(moments.of_day(story.row), of, 1, exact=story.chat)
        if base.first != story.row:
            return counted_on.doubted(0.5)
        day = moments.of_day(story.row)
        if of.months:
            day = moments.of_month(story.row.year, story.row.month)
        return replace(moments.approximately(day), alternatives=(counted_on.core,))

    return from_story(place)


@rule(
    "offset.before",
    "later",
    f"<length> eerder|{BEFORE}",
    "<length> van tevoren",
    "<length> daaraan voorafgaand",
    f"een unit:UNITONE eerder|{BEFORE}",
)
def _before(length: Length | None = None, unit: str = "") -> Expr:
    return _later(length or length_of(1, unit, loose=False), -1)


@rule("offset.exactly", "later", "precies|exact <length> later|daarna|erna")
def _exactly(length: Length) -> Expr:
    return from_story(lambda base, _: counted(base, length, 1, exact=True))


@rule(
    "story.next_day",
    "later",
    f"de volgende|andere|daaropvolgende|eerstvolgende {_BIG_DAY}",
    "volgende|daaropvolgende dag|ochtend",
    f"de|die {_BIG_DAY} {AFTER}",
    f"{_BIG_DAY} {AFTER}",
    f"daags {AFTER}",
    "de volgende dag",
    "een dag later|erna|daarna",
    "dag later",
    "een nachtje? later",
)
def _next_day() -> Expr:
    return from_story(_day_beside(1))


@rule(
    "story.day_before",
    "later",
    f"de {_BIG_DAY} {BEFORE}",
    f"{_BIG_DAY} {BEFORE}",
    f"daags {BEFORE}",
    "de dag tevoren",
    "de vorige avond|dag|nacht|ochtend",
)
def _day_before() -> Expr:
    return from_story(_day_beside(-1))


_WEEKEND_BEGINS = 5
_MONTHS_LATER = {"week": 1, "month": 3}


@rule("offset.some_units_after", "later", "UNIT later|daarna|nadien")
def _some_later(unit: str) -> Expr | None:
    if unit not in _MONTHS_LATER:
        return None

    def place(base: Moment, _: Story) -> Moment | None:
        assert base.last is not None
        then = moments.plus_months(base.last, _MONTHS_LATER[unit])
        month = moments.of_month(then.year, then.month)
        return moments.approximately(month).doubted(0.3)

    return from_story(place)


@rule("story.units_after", "later", f"de <length> {AFTER}")
def _units_after(length: Length) -> Expr:
    def place(base: Moment, _: Story) -> Moment | None:
        return moments.from_to(base, counted(base, length, 1, exact=True))

    return from_story(place, type=DateType.RANGE)


@rule("story.within", "later", "binnen <length>", "binnen een unit:UNITONE")
def _within(length: Length | None = None, unit: str = "") -> Expr:
    told_length = length or length_of(1, unit, loose=False)

    def place(base: Moment, story: Story) -> Moment | None:
        if story.kind == "ruling":
            return None
        return moments.from_to(base, counted(base, told_length, 1, exact=True))

    return from_story(place, type=DateType.RANGE, moves=False)


@rule("story.night_before", "later", f"de? hele? nacht|avond {BEFORE}")
def _night_before() -> Expr:
    def place(base: Moment, _: Story) -> Moment | None:
        if base.first is None:
            return None
        return _sharp(base, moments.of_days(plus_days(base.first, -1), base.first))

    return from_story(place, moves=False)


def _day_beside(sign: int) -> Callable[[Moment, Story], Moment | None]:
    def place(base: Moment, story: Story) -> Moment | None:
        if not story.record and base.first and base.last and base.first != base.last:
            return _sharp(base, _moved(base.first, base.last, sign))
        day = base.last if sign > 0 else base.first
        return _sharp(base, moments.of_day(plus_days(day, sign))) if day else None

    return place


def _moved(first: dt.date, last: dt.date, sign: int) -> Moment:
    """Return the day beside a day that lies somewhere in a stretch.

    Later expressions count from the day beside all of it.
    """
    found = moments.of_days(plus_days(first, sign), plus_days(last, sign))
    beside = moments.of_day(plus_days(last if sign > 0 else first, sign))
    return replace(found, core=beside.core)


def _sharp(base: Moment, found: Moment) -> Moment:
    """Return it in doubt where what it counts from is no single day."""
    if base.precision is Precision.DAY and base.first == base.last:
        return found
    return found.doubted(0.4, base.core)


@rule(
    "story.next_unit",
    "later",
    f"de|het week|maand|jaar|weekend {AFTER}",
    "de|het volgende|daaropvolgende|eerstvolgende|volgend unit:UNITONE",
    f"de|het unit:UNITONE {AFTER}",
    f"unit:UNITONE {AFTER}",
    "daaropvolgende|daaropvolgend unit:UNITONE",
)
def _next_unit(unit: str = "") -> Expr | None:
    return _unit_beside(unit, 1)


@rule(
    "story.unit_before",
    "later",
    f"de|het unit:UNITONE {BEFORE}",
    f"unit:UNITONE {BEFORE}",
    "de|het voorafgaande|voorgaande unit:UNITONE",
    "voorgaande unit:UNITONE",
)
def _unit_before(unit: str = "") -> Expr | None:
    return _unit_beside(unit, -1)


def _unit_beside(unit: str, sign: int) -> Expr | None:
    if unit in {"", "day"}:
        return None

    def place(base: Moment, _: Story) -> Moment | None:
        assert base.first is not None
        assert base.last is not None
        day = base.last if sign > 0 else base.first
        if unit == "weekend" and sign > 0 and day.isoweekday() < _WEEKEND_BEGINS:
            return moments.of_weekend(day)
        if unit == "week" and base.first.isoweekday() == 6 and base.first != base.last:
            day = plus_days(base.first, 2)
        return unit_at(day, unit, sign)

    return from_story(place)


@rule(
    "story.weekday_after",
    "later",
    f"de WEEKDAY {AFTER}",
    "de volgende|daaropvolgende|eerstvolgende WEEKDAY",
    f"WEEKDAY {AFTER}",
)
def _weekday_after(weekday: int) -> Expr:
    def place(base: Moment, _: Story) -> Moment | None:
        assert base.last is not None
        ahead = (weekday - base.last.isoweekday()) % 7 or 7
        return _sharp(base, moments.of_day(plus_days(base.last, ahead)))

    return from_story(place)


@rule("story.weekday_before", "later", f"de? WEEKDAY {BEFORE}")
def _weekday_before(weekday: int) -> Expr:
    def place(base: Moment, _: Story) -> Moment | None:
        assert base.first is not None
        back = (base.first.isoweekday() - weekday) % 7 or 7
        return _sharp(base, moments.of_day(plus_days(base.first, -back)))

    return from_story(place)


@rule(
    "story.same_day",
    "later",
    "die|diezelfde|dezelfde|dzelfde dag|ochtend|middag|morgen|namiddag",
    "die ene|zelfde|bewuste dag|ochtend|middag|morgen",
    "nog dezelfde|diezelfde dag|ochtend|middag|avond|nacht",
    "de bewuste|betreffende|desbetreffende dag|ochtend|middag|avond|nacht",
    "deze|dezelfde|diezelfde dag",
)
def _same_day() -> Expr:
    return from_story(lambda base, _: _sharp_same(base), moves=False)


@rule(
    "story.same_evening",
    "later",
    "die|diezelfde|dezelfde avond",
    "die ene|zelfde|bewuste avond",
)
def _same_evening() -> Expr:
    def place(base: Moment, story: Story) -> Moment | None:
        return _sharp_same(story.dark or base)

    return from_story(place, moves=False)


@rule(
    "story.same_night",
    "later",
    "die|diezelfde|dezelfde|zelfde nacht",
    "die ene|zelfde|bewuste nacht",
    "heel die|de nacht",
)
def _same_night() -> Expr:
    """Read "die nacht", which spans two days in a document."""

    def place(base: Moment, story: Story) -> Moment | None:
        found = _sharp_same(story.dark or base)
        if story.record or found.first is None or found.first != found.last:
            return found
        night = moments.of_days(found.first, plus_days(found.first, 1))
        return replace(night, confidence=found.confidence, review=found.review)

    return from_story(place, moves=False)


def _sharp_same(base: Moment) -> Moment:
    if base.precision is Precision.DAY:
        return replace(base, timex=base.timex)
    return base.doubted(0.4)


@rule(
    "story.that_weekday",
    "day",
    "die|diezelfde|dezelfde ene? WEEKDAY",
    "de bewuste WEEKDAY",
)
def _that_weekday(weekday: int) -> Expr:
    return told(lambda story: story.mentioned_weekday(weekday), weekday=weekday)


@rule("story.same_unit_any", "later", "<storyunit>")
def _any_same_unit(storyunit: Expr) -> Expr:
    return storyunit


@rule(
    "story.same_unit",
    "storyunit",
    "die|diezelfde|dezelfde|zelfde|dat|datzelfde|hetzelfde unit:UNITONE",
    "die|dat hele unit:UNITONE",
    "die|diezelfde SEASON",
    "dat|datzelfde season:HETSEASON",
)
def _same_unit(unit: str = "", season: int = 0) -> Expr | None:
    if unit == "day":
        return None

    def place(base: Moment, _: Story) -> Moment | None:
        assert base.first is not None
        if season:
            return _season_of(base, season)
        return unit_at(base.first, unit, 0)

    return from_story(place, moves=False, type=_same_type(season))


def _same_type(season: int) -> DateType:
    return DateType.DATE if season else DateType.RELATIVE


def _season_of(base: Moment, season: int) -> Moment:
    assert base.first is not None
    around = [moments.of_season(base.first.year + by, season) for by in (-1, 0, 1)]

    def off(moment: Moment) -> int:
        assert moment.first is not None
        assert moment.last is not None
        assert base.first is not None
        if moment.first <= base.first <= moment.last:
            return 0
        return min(
            abs((moment.first - base.first).days), abs((moment.last - base.first).days)
        )

    return min(around, key=off)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
