"""Feasts, school holidays and school years: "met Pasen", "in de herfstvakantie"."""

from ltnlp.domain.dates import DateType
from ltnlp.nlp.dates import feasts, moments
from ltnlp.nlp.dates.expressions import Expr, yearly
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.story import Story


def _feast(name: str) -> Expr:
    def in_year(year: int, _: Story) -> Moment | None:
        return feasts.feast_in(name, year)

    return yearly(in_year)


def _holiday(name: str) -> Expr:
    def in_year(year: int, story: Story) -> Moment | None:
        return feasts.holiday_in(name, year, story.region)

    return yearly(in_year, type=DateType.RANGE, vague=True)


def _named_rules() -> tuple[Rule, ...]:
    """Make one rule for each feast and holiday that the tables know."""
    made = [
        Rule(
            id=f"feast.{name.replace(' ', '_')}",
            category="feast",
            patterns=(written,),
            build=lambda name=name: _feast(name),
        )
        for written, name in feasts.names().items()
    ]
    made += [
        Rule(
            id=f"holiday.{name}",
            category="holiday",
            patterns=(written, f"de {written}"),
            build=lambda name=name: _holiday(name),
        )
        for written, name in feasts.holiday_names().items()
    ]
    return tuple(made)


@rule("feast.any", "named", "<feast>", "de <feast>", "het <feast>")
def _feast_told(feast: Expr) -> Expr:
    return feast


@rule("feast.year", "named", "<feast> van? <year>", "de|het <feast> van? <year>")
def _feast_year(feast: Expr, year: int) -> Expr:
    return feast.with_year(year)


@rule(
    "feast.turn_of_year",
    "named",
    "de? jaarwisseling van? a:<year> op|DASH b:<year>",
    "de? jaarwisseling YY",
)
def _turn_of_year(a: int = 0, b: int = 0, yy: tuple[int, int] = (0, 0)) -> Expr | None:
    first, last = yy if yy[0] else (a, b)
    if last != first + 1:
        return None
    return _feast("jaarwisseling").with_year(first)


@rule(
    "school.first_day",
    "named",
    "de? eerste|allereerste schooldag ( na de zomer / na de zomervakantie )?",
    "de? eerste|allereerste schooldag <year>",
    "de eerste dag van het nieuwe? schooljaar",
)
def _first_school_day(year: int | None = None) -> Expr:
    return _school_day(year, last=False)


@rule(
    "school.last_day",
    "named",
    "de? laatste|allerlaatste schooldag ( voor de zomer / voor de zomervakantie )?",
    "de? laatste|allerlaatste schooldag <year>",
    "de laatste dag van het schooljaar",
)
def _last_school_day(year: int | None = None) -> Expr:
    return _school_day(year, last=True)


@rule(
    "school.again",
    "event",
    "de school weer? begon|begint|startte|start",
    "de scholen weer? begonnen|beginnen|startten|starten|opengingen",
)
def _school_again() -> Expr:
    return _school_day(None, last=False)


@rule("school.week", "named", "de? ORDINAL schoolweek", "de? ORDINAL week school")
def _school_week(ordinal: int) -> Expr | None:
    if not 1 <= ordinal <= _MOST_SCHOOL_WEEKS:
        return None

    def in_year(year: int, story: Story) -> Moment | None:
        first = feasts.school_day(year, story.region, last=False)
        if first is None or first.first is None:
            return None
        return moments.of_week(moments.plus_days(first.first, 7 * (ordinal - 1)))

    return yearly(in_year, type=DateType.RANGE)


_MOST_SCHOOL_WEEKS = 12


def _school_day(year: int | None, *, last: bool) -> Expr:
    def in_year(year: int, story: Story) -> Moment | None:
        return feasts.school_day(year, story.region, last=last)

    return yearly(in_year, year=year)


@rule("holiday.any", "named", "<holiday>")
def _holiday_told(holiday: Expr) -> Expr:
    return holiday


@rule("holiday.year", "named", "<holiday> van? het? jaar? <year>")
def _holiday_year(holiday: Expr, year: int) -> Expr:
    return holiday.with_year(year)


@rule("holiday.school_year", "named", "<holiday> van? YY")
def _holiday_school_year(holiday: Expr, yy: tuple[int, int]) -> Expr:
    winter = holiday.rule not in {"holiday.herfst", "holiday.kerst"}
    return holiday.with_year(yy[1] if winter else yy[0])


@rule(
    "school.year",
    "wholeyear",
    "het|dat? schooljaar|leerjaar|studiejaar|cursusjaar YY",
    "het|dat? schooljaar|leerjaar|studiejaar|cursusjaar YM",
    "het? schooljaar|studiejaar|cursusjaar a:<year> _:DASH <year>",
    "het? schooljaar a:YEAR2 _:DASH YEAR2",
    "het|dat? schooljaar n:NUMRANGE",
)
def _school_year(
    yy: tuple[int, int] = (0, 0),
    n: tuple[int, int] = (0, 0),
    ym: tuple[int, int] = (0, 0),
    a: int = 0,
    **_: object,
) -> Expr | None:
    first = yy[0] or ym[0] or a or (2000 + n[0])
    for begin, end in (yy, n):
        if begin and end != begin + 1:
            return None
    return yearly(
        lambda y, _: moments.of_school_year(y), year=first, type=DateType.RANGE
    )


@rule("school.year_from", "wholeyear", "het? schooljaar <year>")
def _school_year_from(year: int) -> Expr:
    return yearly(
        lambda y, _: moments.of_school_year(y),
        year=year,
        type=DateType.RANGE,
        timex=f"SY{year}",
    )


def rules() -> tuple[Rule, ...]:
    """Return the rules, those of the tables first."""
    own = tuple(each for each in globals().values() if isinstance(each, Rule))
    return (*_named_rules(), *own)
