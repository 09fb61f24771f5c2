"""A time of the day in a message that names no day: it is of today."""

import datetime as dt

from ltnlp.domain.dates import DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, yearly
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.clock import Clock
from ltnlp.nlp.dates.rules.relative import from_spoken
from ltnlp.nlp.dates.story import Story


def _today(clock: Clock | None = None, open_to: int = 0) -> Expr:
    def place(day: dt.date, _: Story) -> Moment | None:
        today = moments.of_day(day)
        if not open_to:
            return today
        return moments.since(today) if open_to > 0 else moments.up_to(today)

    timex = clock.iso if clock else None
    return from_spoken(place, type=DateType.TIME, timex=timex)


@rule(
    "today.at",
    "today",
    "om|tegen|rond|omstreeks|at? <time>",
    "<time>",
    "om time:<hour>",
    "om ongeveer|precies <time>",
)
def _at(time: Clock) -> Expr:
    return _today(time)


@rule("today.after", "today", "na|vanaf|sinds <time>", "na|vanaf time:<hour> uur")
def _after(time: Clock) -> Expr:
    return _today(time, 1)


@rule("today.before", "today", "voor|vóór|tot|uiterlijk <time>")
def _before(time: Clock) -> Expr:
    return _today(time, -1)


@rule(
    "today.part",
    "today",
    "vroeg|laat? in de DAYPART",
    "in de vroege|late? DAYPART",
    "de hele DAYPART",
    "hele DAYPART",
    "'s DAYPART",
)
def _part(daypart: str) -> Expr:
    del daypart
    return _today()


@rule(
    "today.now",
    "today",
    "nu",
    "op dit moment",
    "nu meteen|direct",
    "zo meteen|dadelijk",
)
def _now() -> Expr:
    return _today()


@rule("today.year", "today", "YEAR4")
def _year(year4: int) -> Expr:
    return yearly(lambda y, _: moments.of_year(y), year=year4)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
