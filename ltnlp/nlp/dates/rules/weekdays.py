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
    "WHICH week|wk _:DASH? op? <wd>",
    "<wd> WHICH week|wk",
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


@rule("relative.short_weekday", "shortday", "WDABBR")
def _short_weekday(wdabbr: int) -> Expr:
    return told(
        lambda story: story.nearest_weekday(wdabbr), DateType.DATE, weekday=wdabbr
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


@rule(
    "part.weekday_in",
    "part",
    "een|de? WEEKDAY in|van? whole:<month>",
    "een? WEEKDAY whole:<part>",
)
def _weekday_in(weekday: int, whole: Expr) -> Expr:
    """Read "een vrijdag in maart", which is from its first to its last."""
    return _one_of(weekday, whole, known=False)


@rule(
    "part.that_weekday_in",
    "part",
    "die WEEKDAY in|van? whole:<month>",
    "die WEEKDAY whole:<part>",
)
def _that_weekday_in(weekday: int, whole: Expr) -> Expr:
    """Read "die vrijdag in maart": the only one that any document tells."""
    return _one_of(weekday, whole, known=True)


def _one_of(weekday: int, whole: Expr, *, known: bool) -> Expr:
    def run(story: Story) -> Moment | None:
        found = whole.resolve(story)
        if found.first is None or found.last is None:
            return None
        days = _weekdays_in(found.first, found.last, weekday)
        told_ones = [day for day in days if known and story.calendar.holds(day)]
        days = told_ones if len(told_ones) == 1 else days
        near = moments.of_days(days[0], days[-1]) if days else found
        return replace(near, anchor=found.anchor, review=found.review)

    def rebuild(parts: tuple[Expr, ...]) -> Expr:
        return _one_of(weekday, parts[0], known=known)

    return Expr(type=DateType.VAGUE, run=run, parts=(whole,), rebuild=rebuild)


def _weekdays_in(first: dt.date, last: dt.date, weekday: int) -> list[dt.date]:
    ahead = (weekday - first.isoweekday()) % 7
    days = range(ahead, (last - first).days + 1, 7)
    return [plus_days(first, day) for day in days]


def weekday_before(day: dt.date, weekday: int) -> dt.date:
    """Return the last such weekday before the day."""
    back = (day.isoweekday() - weekday) % 7 or 7
    return plus_days(day, -back)


def weekday_after(day: dt.date, weekday: int) -> dt.date:
    """Return the first such weekday after the day."""
    ahead = (weekday - day.isoweekday()) % 7 or 7
    return plus_days(day, ahead)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
