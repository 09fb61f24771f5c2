"""Weekdays: "vorige week dinsdag", "maandag a.s.", "vrijdagavond", a weekday alone."""

import datetime as dt
from dataclasses import replace

from ltnlp.domain.dates import DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.lengths import Length
from ltnlp.nlp.dates.moments import Moment, plus_days
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.relative import STEP, from_spoken
from ltnlp.nlp.dates.shifts import shifted
from ltnlp.nlp.dates.story import Story


@rule(
    "relative.weekday",
    "day",
    "afgelopen|vorige|verleden|laatste|jongstleden|voorbije|laatstleden WEEKDAY",
    "afgelopen|vorige|verleden weekday:WDABBR",
    "WEEKDAY jl|jongstleden|ll|laatstleden",
)
def _last_weekday(weekday: int) -> Expr:
    return from_spoken(lambda day, _: moments.of_day(weekday_before(day, weekday)))


@rule(
    "relative.coming_weekday",
    "day",
    "komende|aanstaande|aankomende|eerstkomende|eerstvolgende WEEKDAY",
    "WEEKDAY as|aanstaande",
)
def _coming_weekday(weekday: int) -> Expr:
    return from_spoken(lambda day, _: moments.of_day(weekday_after(day, weekday)))


@rule("relative.next_weekday", "day", "volgende WEEKDAY")
def _next_weekday(weekday: int) -> Expr:
    def place(day: dt.date, _: Story) -> Moment:
        monday = plus_days(day, -day.weekday())
        next_week = plus_days(monday, 6 + weekday)
        return moments.of_day(next_week)

    return from_spoken(place)


@rule("relative.this_weekday", "day", "deze WEEKDAY")
def _this_weekday(weekday: int) -> Expr:
    return from_spoken(
        lambda day, _: moments.of_day(plus_days(day, weekday - day.isoweekday()))
    )


@rule(
    "relative.weekday_of_week",
    "day",
    "WHICH week _:DASH? op? <wd>",
    "<wd> WHICH week",
    "<wd> in de? WHICH week",
)
def _weekday_of_week(wd: int, which: str) -> Expr:
    def place(day: dt.date, _: Story) -> Moment:
        monday = plus_days(day, 7 * STEP[which] - day.weekday())
        return moments.of_day(plus_days(monday, wd - 1))

    return from_spoken(place)


@rule(
    "relative.weekday_in_n_weeks",
    "day",
    "WEEKDAY over <length>",
    "DEICTIC over <length>",
)
def _weekday_in_weeks(length: Length, weekday: int = 0, deictic: int = 0) -> Expr:
    def place(day: dt.date, _: Story) -> Moment:
        start = weekday_after(day, weekday) if weekday else plus_days(day, deictic)
        return moments.of_day(shifted(start, length, 1))

    return from_spoken(place)


@rule(
    "relative.bare_weekday",
    "day",
    "WEEKDAY",
    "WEEKDAY in de _:DAYPART",
    "WEEKDAY 's _:DAYPART",
)
def _bare_weekday(weekday: int) -> Expr:
    return told(
        lambda story: story.nearest_weekday(weekday), DateType.DATE, weekday=weekday
    )


@rule("relative.weekday_night", "day", "WEEKDAYNIGHT")
def _weekday_night(weekdaynight: int) -> Expr:
    def run(story: Story) -> Moment | None:
        evening = story.nearest_weekday(weekdaynight)
        if evening is None or evening.first is None:
            return None
        night = moments.of_days(evening.first, plus_days(evening.first, 1))
        return replace(night, anchor=evening.anchor, review=evening.review)

    return told(run, DateType.DATE, weekday=weekdaynight)


def weekday_before(day: dt.date, weekday: int) -> dt.date:
    """Return the last such weekday before the day."""
    back = (day.isoweekday() - weekday) % 7 or 7
    return plus_days(day, -back)


def weekday_after(day: dt.date, weekday: int) -> dt.date:
    """Return the first such weekday after the day."""
    ahead = (weekday - day.isoweekday()) % 7 or 7
    return plus_days(day, ahead)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
