"""Counted from the day of speaking: "gisteren", "vorige week dinsdag", "twee jaar geleden"."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ltnlp.domain.dates import Anchor, DateType, Precision
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.lengths import Amount, Length
from ltnlp.nlp.dates.moments import Moment, plus_days
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.shifts import counted, shifted
from ltnlp.nlp.dates.story import Story

STEP = {"last": -1, "this": 0, "next": 1}


def from_spoken(
    place: Callable[[dt.date, Story], Moment | None], **fields: Any
) -> Expr:
    """Return an expression that counts from the day of speaking."""

    def run(story: Story) -> Moment | None:
        if story.spoken is None:
            return None
        found = place(story.spoken, story)
        if found is None:
            return None
        found = replace(found, anchor=story.spoken_anchor)
        if not story.spoken_sharp:
            return found.doubted(0.4)
        quoted = story.spoken_anchor is Anchor.PREVIOUS
        return found.doubted(0.55) if quoted and not story.chat else found

    return told(run, **fields)


def unit_at(day: dt.date, unit: str, step: int) -> Moment | None:
    """Return the unit `step` units from the one that holds the day."""
    if unit == "week":
        return moments.of_week(plus_days(day, 7 * step))
    if unit == "weekend":
        return moments.of_weekend(plus_days(day, 7 * step))
    if unit == "working_week":
        monday = plus_days(day, 7 * step - day.weekday())
        return moments.of_days(monday, plus_days(monday, 4), Precision.WEEK)
    if unit == "month":
        then = moments.plus_months(day, step)
        return moments.of_month(then.year, then.month)
    if unit == "quarter":
        then = moments.plus_months(day, 3 * step)
        return moments.of_quarter(then.year, (then.month + 2) // 3)
    if unit == "half":
        then = moments.plus_months(day, 6 * step)
        return moments.of_half_year(then.year, (then.month + 5) // 6)
    return _long_unit_at(day, unit, step)


def _long_unit_at(day: dt.date, unit: str, step: int) -> Moment | None:
    if unit == "year":
        return moments.of_year(day.year + step)
    if unit == "school_year":
        return moments.of_school_year(day.year - (day.month < 8) + step)
    if unit == "decade":
        return moments.of_decade(day.year // 10 * 10 + 10 * step)
    if unit == "working_day":
        return _working_day(day, step)
    return moments.of_day(plus_days(day, step)) if unit == "day" else None


def _working_day(day: dt.date, step: int) -> Moment:
    found = plus_days(day, step)
    while step and found.isoweekday() > 5:
        found = plus_days(found, step)
    return moments.of_day(found)


@rule(
    "relative.day",
    "day",
    "DEICTIC",
    "DEICTIC _:DAYPART",
    "DEICTIC in de _:DAYPART",
    "de dag van deictic:DEICTIC",
)
def _deictic_day(deictic: int) -> Expr:
    return from_spoken(lambda day, _: moments.of_day(plus_days(day, deictic)))


@rule("relative.part_of_day", "day", "DEICTICPART", "deze ochtend|middag|avond|nacht")
def _deictic_part(deicticpart: int = 0) -> Expr:
    return from_spoken(lambda day, _: moments.of_day(plus_days(day, deicticpart)))


@rule(
    "relative.coming_weekend",
    "period",
    "komend|komende|aanstaand|aanstaande|aankomend|aankomende weekend|weekeinde",
)
def _coming_weekend() -> Expr:
    return from_spoken(lambda day, _: unit_at(day, "weekend", 0))


@rule(
    "relative.unit",
    "period",
    "WHICH unit:UNITONE",
    "de|het deze|dit|afgelopen|komende|komend|lopende|huidige|aankomende|aanstaande unit:UNITONE",
    "WHICH hele unit:UNITONE",
)
def _which_unit(unit: str, which: str = "") -> Expr | None:
    if not which:
        return None
    step = STEP[which]
    if unit == "day":
        return None
    return from_spoken(lambda day, _: unit_at(day, unit, step))


@rule(
    "relative.this_time_last_year",
    "period",
    "WHICH jaar rond|om deze tijd",
    "rond deze tijd WHICH jaar",
)
def _this_time(which: str) -> Expr:
    def place(day: dt.date, _: Story) -> Moment:
        then = moments.plus_months(day, 12 * STEP[which])
        return moments.approximately(moments.of_day(then))

    return from_spoken(place)


@rule("relative.unit_before_last", "period", "voorvorige|voorlaatste unit:UNITONE")
def _before_last(unit: str) -> Expr | None:
    return from_spoken(lambda day, _: unit_at(day, unit, -2))


@rule("relative.last_twelve", "period", "het afgelopen|laatste|voorbije jaar")
def _last_twelve() -> Expr:
    return from_spoken(
        lambda day, _: moments.of_days(moments.plus_months(day, -12), day), moves=False
    )


@rule("relative.past_n_units", "period", "de|het? afgelopen|laatste|voorbije <length>")
def _past_n(length: Length) -> Expr:
    def place(day: dt.date, story: Story) -> Moment | None:
        start = shifted(day, length, -1)
        end = plus_days(day, -1) if story.chat else day
        return moments.of_days(start, end)

    return from_spoken(place, moves=False)


@rule(
    "relative.coming_n_units",
    "period",
    "de|het? komende|volgende|eerstkomende <length>",
)
def _coming_n(length: Length) -> Expr:
    return from_spoken(
        lambda day, _: moments.of_days(plus_days(day, 1), shifted(day, length, 1)),
        moves=False,
    )


@rule(
    "relative.ago",
    "day",
    "<length> geleden|terug",
)
def _ago(length: Length) -> Expr:
    return counted_from_spoken(length, -1)


@rule("relative.seasons_ago", "season", "<amount> SEASONS geleden|terug")
def _seasons_ago(amount: Amount, seasons: int) -> Expr | None:
    back = int(amount.number)

    def place(day: dt.date, _: Story) -> Moment | None:
        ended = [moments.of_season(day.year - by, seasons) for by in range(back + 2)]
        past = [m for m in ended if m.last and m.last < day]
        return past[back - 1] if 0 < back <= len(past) else None

    return from_spoken(place)


@rule("relative.in", "day", "over <length>")
def _in_length(length: Length) -> Expr:
    return counted_from_spoken(length, 1)


def counted_from_spoken(length: Length, sign: int) -> Expr:
    """Return what lies a length before or after the day of speaking."""

    def run(story: Story) -> Moment | None:
        if story.spoken is None:
            return None
        if sign > 0 and story.ahead is False and story.looks_back and not story.row:
            return _then_ahead(story, length)
        start = moments.of_day(story.spoken)
        anchor = story.spoken_anchor
        found = counted(start, length, sign, exact=story.chat)
        if anchor is Anchor.PREVIOUS:
            found = found.doubted(0.55)
        return replace(found, anchor=anchor)

    return told(run, moves=length.months > 3)


def _then_ahead(story: Story, length: Length) -> Moment | None:
    """Return "over drie maanden" in a sentence of what was: from that moment."""
    if story.previous is None:
        return None
    found = counted(story.previous, length, 1)
    return replace(found.doubted(0.55), anchor=Anchor.PREVIOUS) if found.edtf else None


@rule(
    "relative.which_named",
    "period",
    "WHICH MONTH",
    "WHICH SEASON",
    "WHICH <named>",
    "WHICH <daynum> MONTH",
)
def _which_named(
    which: str,
    month: int = 0,
    season: int = 0,
    named: Expr | None = None,
    daynum: int = 0,
) -> Expr:
    expr = named or month_or_season(month, season, daynum)
    return replace(expr, which=which, type=DateType.RELATIVE)


@rule(
    "relative.rest_of",
    "period",
    "later WHICH unit:UNITONE",
    "later in deze|dit|de|het unit:UNITONE",
    "rest van deze|dit|de|het unit:UNITONE",
    "de rest van deze|dit|de|het unit:UNITONE",
)
def _later_in(unit: str, which: str = "this") -> Expr:
    return _half_of_unit(unit, which, 1)


@rule(
    "relative.earlier_in",
    "period",
    "eerder WHICH unit:UNITONE",
    "eerder in deze|dit|de|het unit:UNITONE",
)
def _earlier_in(unit: str, which: str = "this") -> Expr:
    return _half_of_unit(unit, which, -1)


def _half_of_unit(unit: str, which: str, sign: int) -> Expr:
    def place(day: dt.date, _: Story) -> Moment | None:
        whole = unit_at(day, unit, STEP[which])
        if whole is None or whole.first is None or whole.last is None:
            return None
        middle = plus_days(whole.first, (whole.last - whole.first).days // 2)
        if unit == "year":
            middle = dt.date(whole.first.year, 6, 30)
        if unit == "week":
            middle = plus_days(whole.first, 2)
        if sign < 0:
            end = min(middle, plus_days(day, -1)) if which == "this" else middle
            return moments.of_days(whole.first, max(end, whole.first))
        start = plus_days(middle, 1)
        start = max(start, plus_days(day, 1)) if which == "this" else start
        return moments.of_days(min(start, whole.last), whole.last)

    return from_spoken(place)


@rule(
    "relative.part_of_day_which",
    "day",
    "afgelopen|vorige|voorbije nacht|avond",
)
def _last_night() -> Expr:
    return from_spoken(lambda day, _: moments.of_day(plus_days(day, -1)))


@rule(
    "relative.part_of_today",
    "day",
    "afgelopen|komende ochtend|middag",
    "komende avond|nacht",
    "de komende avond|nacht",
)
def _part_of_today() -> Expr:
    return from_spoken(lambda day, _: moments.of_day(day))


@rule("relative.week_after_next", "period", "de week na de? volgende week?")
def _week_after_next() -> Expr:
    return from_spoken(lambda day, _: unit_at(day, "week", 2))


@rule(
    "relative.now",
    "now",
    "nu",
    "heden",
    "op heden",
    "vandaag de dag",
    "op dit moment",
    "nu toe",
)
def _now() -> Expr:
    return from_spoken(lambda day, _: moments.of_day(day), moves=False)


def month_or_season(month: int, season: int, day: int = 0) -> Expr:
    """Return a month, a season or a day of a month, which each come once a year."""

    def in_year(year: int, _: Story) -> Moment | None:
        if day:
            return moments.on_date(year, month, day)
        if month:
            return moments.of_month(year, month)
        return moments.of_season(year, season)

    return Expr(type=DateType.DATE, in_year=in_year, vague=bool(season))


@rule(
    "relative.day_last",
    "day",
    "<daynum> MONTH jl|jongstleden|ll|laatstleden",
    "DM jl|ll",
)
def _day_last(daynum: int = 0, month: int = 0, dm: tuple[int, int] = (0, 0)) -> Expr:
    expr = month_or_season(month or dm[1], 0, daynum or dm[0])
    return replace(expr, which="last")


@rule(
    "relative.day_coming",
    "day",
    "<daynum> MONTH as|aanstaande",
    "DM as",
    "aanstaande <daynum> MONTH",
)
def _day_coming(daynum: int = 0, month: int = 0, dm: tuple[int, int] = (0, 0)) -> Expr:
    expr = month_or_season(month or dm[1], 0, daynum or dm[0])
    return replace(expr, which="next")


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
