"""What lies in a year that is told from the day of speaking: "kerst vorig jaar"."""

import datetime as dt

from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.relative import STEP, from_spoken, month_or_season
from ltnlp.nlp.dates.story import Story


@rule(
    "relative.month_of_year",
    "period",
    "WHICH jaar in? MONTH",
    "WHICH jaar in? de|het? SEASON",
    "WHICH jaar ( met / rond / in / met de / in de )? <named>",
    "MONTH van? WHICH jaar",
    "de|het? SEASON van? WHICH jaar",
    "<named> van? WHICH jaar",
    "WHICH jaar op? <daynum> m:MONTH",
    "( _:<wd> ,? )? <daynum> m:MONTH van? WHICH jaar",
)
def _month_of_year(
    which: str,
    month: int = 0,
    season: int = 0,
    named: Expr | None = None,
    daynum: int = 0,
    m: int = 0,
) -> Expr:
    expr = named or month_or_season(month or m, season, daynum)

    def place(day: dt.date, story: Story) -> Moment | None:
        assert expr.in_year is not None
        return expr.in_year(day.year + STEP[which], story)

    return from_spoken(place)


@rule(
    "relative.quarter_of_year",
    "period",
    "het? ORDINAL kwartaal van? WHICH jaar",
    "het? laatste kwartaal van? WHICH jaar",
    "WHICH jaar in? het? ORDINAL kwartaal",
)
def _quarter_of_year(which: str, ordinal: int = 4) -> Expr | None:
    if not 1 <= ordinal <= 4:
        return None
    return from_spoken(
        lambda day, _: moments.of_quarter(day.year + STEP[which], ordinal)
    )


@rule(
    "relative.half_of_year",
    "period",
    "de? ORDINAL helft van? WHICH jaar",
    "de? laatste helft van? WHICH jaar",
    "het? ORDINAL halfjaar van? WHICH jaar",
)
def _half_of_year(which: str, ordinal: int = 2) -> Expr | None:
    if ordinal not in {1, 2}:
        return None
    return from_spoken(
        lambda day, _: moments.of_half_year(day.year + STEP[which], ordinal)
    )


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
