"""Days, months and years that are told as such: "12 mrt. '19", "eind 2018", "week 34"."""

from typing import Any

from ltnlp.domain.dates import DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told, yearly
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.story import Story


@rule("number.year", "year", "YEAR4", "YEAR2", "YEARWORD", "MILLENNIUM NUMBER?")
def _year(
    year4: int = 0,
    year2: int = 0,
    yearword: int = 0,
    millennium: int = 0,
    number: float = 0,
) -> int | None:
    if millennium:
        return millennium + int(number) if number < 100 else None
    return year4 or year2 or yearword


@rule("number.day", "daynum", "DAYNUM", "ORDDAY")
def _daynum(daynum: int = 0, ordday: int = 0) -> int:
    return daynum or ordday


@rule("number.weekday", "wd", "WEEKDAY", "WDABBR")
def _weekday_name(weekday: int = 0, wdabbr: int = 0) -> int:
    return weekday or wdabbr


def day_month(day: int, month: int, **fields: Any) -> Expr:
    """Return a day of a month; one that no year has stays open and flagged."""
    if not any(moments.on_date(y, month, day) for y in (2019, 2020)):
        year = fields.get("year")
        name = f"{year:04d}" if year else "XXXX"
        return told(
            lambda _: None, DateType.DATE, timex=f"{name}-{month:02d}-{day:02d}"
        )
    return yearly(lambda y, _: moments.on_date(y, month, day), day=day, **fields)


@rule(
    "absolute.numeric",
    "day",
    "( <wd> ,? de? )? DMY",
)
def _numeric(dmy: tuple[int, int, int], wd: int | None = None) -> Expr | None:
    return day_month(dmy[2], dmy[1], year=dmy[0], weekday=wd)


@rule(
    "absolute.day_month_year",
    "day",
    "( <wd> ,? de? )? <daynum> van? MONTH ,? ( van|in? <year> )",
    "( <wd> ,? de? )? <daynum> _:DASH MONTH _:DASH y:YEAR2D",
    "( <wd> ,? de? )? <daynum> _:DASH MONTH _:DASH <year>",
    "( <wd> ,? de? )? <daynum> MONTHABBR y:YEAR2D",
    "de ORDDAY van? MONTH ,? ( van? <year> )",
    "de ORDDAY van de month:ORDDAY <year>",
)
def _day_month_year(  # noqa: PLR0913 - the ways to write a day
    daynum: int = 0,
    month: int = 0,
    year: int = 0,
    wd: int | None = None,
    y: int = 0,
    monthabbr: int = 0,
    ordday: int = 0,
) -> Expr | None:
    number = month or monthabbr
    if number > 12:
        return None
    return day_month(daynum or ordday, number, year=year or y, weekday=wd)


@rule(
    "absolute.day_month",
    "day",
    "( <wd> ,? de? )? <daynum> van? MONTH",
    "( <wd> ,? de? )? <daynum> _:DASH MONTHABBR",
    "de ORDDAY van? MONTH",
)
def _day_of_month(
    daynum: int = 0,
    month: int = 0,
    wd: int | None = None,
    monthabbr: int = 0,
    ordday: int = 0,
) -> Expr | None:
    return day_month(daynum or ordday, month or monthabbr, weekday=wd)


@rule("absolute.day_slash_month", "day", "<wd> ,? DM", "DMSURE")
def _numeric_day_month(
    dm: tuple[int, int] = (0, 0),
    dmsure: tuple[int, int] = (0, 0),
    wd: int | None = None,
) -> Expr | None:
    day, month = dm if dm[0] else dmsure
    return day_month(day, month, weekday=wd)


@rule("absolute.day_dash_month", "day", "DM")
def _dashed_day_month(dm: tuple[int, int]) -> Expr | None:
    """Read "3-1", which is a score or a range as often; its place is checked."""
    return day_month(dm[0], dm[1])


@rule(
    "absolute.ordinal_day",
    "day",
    "<wd> ,? de ORDDAY",
    "<wd> de? ORDDAY",
    "de|die ORDDAY",
    "de ORDDAY dag van de maand",
    "de ORDDAY dag van de|die|deze maand",
    "de ORDDAY van de|die|deze|dezelfde|diezelfde maand",
)
def _ordinal_day(ordday: int, wd: int | None = None) -> Expr:
    def place(story: Story) -> Moment | None:
        return story.day_of_running_month(ordday, wd)

    return told(place, DateType.DATE, day=ordday, weekday=wd)


@rule("absolute.weekday_number", "daynumber", "<wd> de? DAYNUM")
def _weekday_number(wd: int, daynum: int) -> Expr:
    """Read "maandag 22", where the 22nd of the month that is told is a Monday."""

    def place(story: Story) -> Moment | None:
        found = story.day_of_running_month(daynum, wd)
        if found and found.first and found.first.isoweekday() == wd:
            return found
        near = story.nearest_weekday(wd)
        return near.doubted(0.4) if near else None

    return told(place, DateType.DATE, day=daynum, weekday=wd)


@rule(
    "absolute.day_of_whole",
    "day",
    "de ORDDAY dag van <month>",
    "de ORDDAY dag van <period>",
    "de ORDDAY van <period>",
)
def _day_of_whole(
    ordday: int, month: Expr | None = None, period: Expr | None = None
) -> Expr:
    whole = month or period

    def place(story: Story) -> Moment | None:
        found = whole.resolve(story) if whole else None
        if found is None or found.first is None:
            return None
        return moments.on_date(found.first.year, found.first.month, ordday)

    return told(place, DateType.DATE)


@rule(
    "absolute.time_in_month",
    "day",
    "de? nacht|avond|ochtend|middag|dag in <month>",
    "een? nacht|avond|ochtend|middag|dag in <month>",
)
def _time_in_month(month: Expr) -> Expr:
    return month


@rule(
    "absolute.time_of_day",
    "day",
    "de? nacht|avond|ochtend|middag|dag van <day>",
    "de? nacht|avond|ochtend|middag van day:<feast>",
    "de? nacht|avond|ochtend|middag van feast:<feast> <year>",
)
def _time_of_day(
    day: Expr | None = None, feast: Expr | None = None, year: int = 0
) -> Expr | None:
    if feast is not None:
        return feast.with_year(year)
    return None if day is None or day.rule == "relative.day" else day


@rule(
    "absolute.month_year",
    "month",
    "MONTH ,? van|in? <year>",
    "de? hele? maand MONTH ,? van|in? <year>",
    "MONTH _:DASH <year>",
    "MONTHABBR _:DASH y:YEAR2D",
    "MONTHABBR y:YEAR2D",
    "<year> ,? MONTH",
    "MY",
    "YM",
)
def _month_year(
    month: int = 0,
    year: int = 0,
    my: tuple[int, int] = (0, 0),
    ym: tuple[int, int] = (0, 0),
    monthabbr: int = 0,
    y: int = 0,
) -> Expr | None:
    told_year, number = my if my[0] else ym
    number = number or month or monthabbr
    told_year = told_year or year or y
    if y and not 2000 <= y <= 2035:
        return None
    return yearly(lambda y, _: moments.of_month(y, number), year=told_year)


@rule("absolute.month", "month", "MONTH", "de? hele? maand MONTH")
def _month(month: int) -> Expr:
    return yearly(lambda y, _: moments.of_month(y, month))


@rule("absolute.year", "wholeyear", "<year>", "het? jaar <year>", "kalenderjaar <year>")
def _whole_year(year: int) -> Expr:
    return yearly(lambda y, _: moments.of_year(y), year=year)


@rule("absolute.fiscal_year", "wholeyear", "het? fiscale|boekjaar jaar? <year>")
def _fiscal_year(year: int) -> Expr:
    return yearly(lambda y, _: moments.of_year(y), year=year, timex=f"FY{year}")


@rule(
    "absolute.decade",
    "wholeyear",
    "de? jaren DECADE",
    "de? jaren DECADEYEARS",
    "de? jaren n:YEAR2",
    "de? jaren n:YEAR2D",
    "DECADEYEARS",
)
def _decade(decade: int = 0, decadeyears: int = 0, n: int = 0) -> Expr | None:
    first = decade or decadeyears or (n if n < 2000 or n < 2030 else n - 100)
    if first % 10:
        return None
    return told(lambda _: moments.of_decade(first), DateType.DATE, vague=True)


@rule(
    "absolute.quarter",
    "quarter",
    "het? ORDINAL kwartaal ( van? het? jaar? <year> )?",
    "q|k n:DAYNUM _:DASH? <year>",
    "q|k n:DAYNUM",
    "q|k MY",
    "het? kwartaal n:DAYNUM ( van? <year> )?",
)
def _quarter(
    ordinal: int = 0,
    n: int = 0,
    year: int | None = None,
    my: tuple[int, int] | None = None,
) -> Expr | None:
    number = ordinal or n
    if my is not None:
        year, number = my
    if not 1 <= number <= 4:
        return None
    return yearly(lambda y, _: moments.of_quarter(y, number), year=year)


@rule(
    "absolute.half_year",
    "quarter",
    "de? ORDINAL helft van het? jaar? <year>",
    "de? laatste helft van het? jaar? <year>",
    "het? ORDINAL halfjaar ( van <year> )?",
)
def _half_year(ordinal: int = 2, year: int | None = None) -> Expr | None:
    if ordinal not in {1, 2}:
        return None
    return yearly(lambda y, _: moments.of_half_year(y, ordinal), year=year)


@rule(
    "absolute.week",
    "week",
    "de? week|wk|weeknummer|weeknr WEEKNUM ( ,? van|in? <year> )?",
    "week|wk WEEKNUM _:DASH <year>",
    "de? w|wk|week WEEKNUM",
    "<year> ,? _:DASH? week|wk|w WEEKNUM",
)
def _week(weeknum: int, year: int | None = None) -> Expr:

    def in_year(year: int, _: Story) -> Moment | None:
        return moments.of_week_number(year, weeknum)

    def this_year(story: Story) -> Moment | None:
        day = story.spoken
        return in_year(day.year, story) if day else None

    if year is None:
        return Expr(
            type=DateType.RANGE, in_year=in_year, run=this_year, rule="absolute.week"
        )
    return yearly(in_year, year=year, type=DateType.RANGE)


@rule(
    "absolute.season",
    "season",
    "het|de? SEASON ( van? <year> )",
    "het|de? <year> SEASON",
)
def _season_year(season: int, year: int) -> Expr:
    return yearly(lambda y, _: moments.of_season(y, season), year=year, vague=True)


@rule("absolute.season_bare", "season", "de|het? hele? SEASON")
def _season(season: int) -> Expr:
    return yearly(lambda y, _: moments.of_season(y, season), vague=True)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
