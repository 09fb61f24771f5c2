"""Ranges: "17 t/m 25 oktober", "tussen maart en juni", "van eind 2003 tot begin 2004"."""

from dataclasses import replace

from ltnlp.domain.dates import DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.moments import Moment, plus_days, plus_months
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.story import Story

_THROUGH = "tot en met / t/m|tem|tm|tmv / t / m / tot aan en met"
_UPTO = "tot|totdat / tot aan"


def _range(a: Expr, b: Expr, *, inclusive: bool) -> Expr:
    def build(parts: tuple[Expr, ...]) -> Expr:
        return _range(parts[0], parts[1], inclusive=inclusive)

    def run(story: Story) -> Moment | None:
        start, end = _ends(a, b, story)
        if start is None or end is None:
            return None
        through = inclusive or b.vague or not story.record
        last = end if through else moments.just_before(end)
        found = moments.from_to(start, last) if last else None
        return found or moments.from_to(start, end)

    return Expr(
        type=DateType.RANGE, run=run, parts=(a, b), rebuild=build, vague=b.vague
    )


def _ends(a: Expr, b: Expr, story: Story) -> tuple[Moment | None, Moment | None]:
    year = b.told_year
    if a.open_year and year is not None:
        end = b.resolve(story)
        start = a.with_year(year).resolve(story)
        if start.first and end.last and start.first > end.last:
            start = a.with_year(year - 1).resolve(story)
        return start, end
    start = a.resolve(story)
    if start.first is None:
        return start, b.resolve(story)
    if b.weekday and b.in_year is None:
        return start, _weekday_from(start, b.weekday)
    if not b.open_year:
        return start, b.resolve(story)
    for year in (start.first.year, start.first.year + 1):
        end = b.with_year(year).resolve(story)
        if end.last and end.last >= start.first:
            return start, end
    return start, None


def _weekday_from(start: Moment, weekday: int) -> Moment:
    assert start.first is not None
    ahead = (weekday - start.first.isoweekday()) % 7 or 7
    return moments.of_day(plus_days(start.first, ahead))


@rule(
    "range.through",
    "range",
    f"a:<date> ,? ( {_THROUGH} ) b:<date>",
    f"vanaf|sinds a:<date> ,? ( {_THROUGH} ) b:<date>",
    f"met ingang van a:<date> ,? ( {_THROUGH} / tot uiterlijk ) b:<date>",
    "a:<date> ,? tot uiterlijk b:<date>",
)
def _through(a: Expr, b: Expr) -> Expr:
    return _range(a, b, inclusive=True)


@rule("range.dash", "range", "a:<date> DASH b:<date>")
def _dashed(a: Expr, b: Expr, dash: str) -> Expr | None:
    return None if dash == "/" else _range(a, b, inclusive=True)


@rule("range.to_now", "range", "a:<date> tot b:<now>", "tussen a:<date> en b:<now>")
def _to_now(a: Expr, b: Expr) -> Expr:
    return _range(a, b, inclusive=True)


@rule(
    "range.adjacent_months",
    "range",
    "a:MONTH en|/ b:MONTH ( <year> )?",
)
def _adjacent_months(a: int, b: int, year: int | None = None) -> Expr | None:
    if (a % 12) + 1 != b:
        return None
    first = Expr(type=DateType.DATE, in_year=lambda y, _: moments.of_month(y, a))
    last = Expr(
        type=DateType.DATE, in_year=lambda y, _: moments.of_month(y, b), year=year
    )
    return _range(first, last, inclusive=True)


@rule(
    "range.night",
    "range",
    "de? nacht van de? a:<daynum> op b:<day>",
    "de? nacht van _:<wd> a:<daynum> op b:<day>",
    "de? nacht van? a:<daynum> op m:DM",
    "de? nacht van de? w:<wd> op x:<wd>",
)
def _night(
    a: int = 0,
    b: Expr | None = None,
    m: tuple[int, int] = (0, 0),
    w: int = 0,
    x: int = 0,
) -> Expr | None:
    b = _numeric(m) if m[0] else b
    if b is not None:
        if b.day is None or b.in_year is None or b.day <= a:
            return None
        night = _range(same_month(b, a), b, inclusive=True)
        return replace(night, type=DateType.DATE)

    def run(story: Story) -> Moment | None:
        evening = story.nearest_weekday(w)
        if evening is None or evening.first is None:
            return None
        two = moments.of_days(evening.first, plus_days(evening.first, 1))
        return replace(two, anchor=evening.anchor, review=evening.review)

    return told(run) if x == w % 7 + 1 else None


@rule("range.months", "range", "a:MONTHABBR b:MONTHABBR <year>")
def _two_months(a: int, b: int, year: int) -> Expr | None:
    first = Expr(type=DateType.DATE, in_year=lambda y, _: moments.of_month(y, a))
    last = Expr(
        type=DateType.DATE, in_year=lambda y, _: moments.of_month(y, b), year=year
    )
    return _range(first, last, inclusive=True) if a != b else None


def _numeric(pair: tuple[int, int], year: int | None = None) -> Expr:
    return Expr(
        type=DateType.DATE,
        in_year=lambda y, _: moments.on_date(y, pair[1], pair[0]),
        year=year,
        day=pair[0],
    )


@rule(
    "range.numeric_days",
    "range",
    f"a:DM ( {_THROUGH} ) b:DM",
    "DMDM",
)
def _numeric_days(
    a: tuple[int, int] = (0, 0),
    b: tuple[int, int] = (0, 0),
    dmdm: tuple[int, int, int, int, int] | None = None,
) -> Expr:
    if dmdm is None:
        return _range(_numeric(a), _numeric(b), inclusive=True)
    return _range(
        _numeric((dmdm[0], dmdm[1])),
        _numeric((dmdm[2], dmdm[3]), dmdm[4] or None),
        inclusive=True,
    )


@rule("range.numeric_until", "range", "van a:DM tot b:DM")
def _numeric_until(a: tuple[int, int], b: tuple[int, int]) -> Expr:
    return _range(_numeric(a), _numeric(b), inclusive=False)


@rule(
    "range.numeric_to_date", "range", f"a:DM ( {_THROUGH} ) b:<day>", "a:DM - b:<day>"
)
def _numeric_to_date(a: tuple[int, int], b: Expr) -> Expr:
    return _range(_numeric(a), b, inclusive=True)


@rule(
    "range.until",
    "range",
    f"a:<date> ,? ( {_UPTO} ) b:<date>",
    f"vanaf|sinds a:<date> ,? ( {_UPTO} ) b:<date>",
    f"met ingang van a:<date> ,? ( {_UPTO} ) b:<date>",
)
def _until_date(a: Expr, b: Expr) -> Expr:
    return _range(a, b, inclusive=False)


@rule(
    "range.between",
    "range",
    "tussen a:<date> en b:<date>",
    "tussen a:<date> _:DASH b:<date>",
)
def _between_dates(a: Expr, b: Expr) -> Expr:
    return _between(a, b)


def _between(a: Expr, b: Expr) -> Expr:
    def build(parts: tuple[Expr, ...]) -> Expr:
        return _between(parts[0], parts[1])

    def run(story: Story) -> Moment | None:
        found = _range(a, b, inclusive=True).resolve(story)
        if story.chat and b.rule == "absolute.year":
            found = _range(a, b, inclusive=False).resolve(story)
        return found if found.edtf else None

    return Expr(
        type=DateType.RANGE, run=run, parts=(a, b), rebuild=build, vague=b.vague
    )


@rule("range.years", "range", "YY")
def _years(yy: tuple[int, int]) -> Expr:
    return told(
        lambda _: moments.from_to(moments.of_year(yy[0]), moments.of_year(yy[1])),
        DateType.RANGE,
    )


@rule("range.between_years", "range", "tussen YY")
def _between_years(yy: tuple[int, int]) -> Expr:
    """Read "tussen 2014-2018", which a message means up to the second year."""

    def run(story: Story) -> Moment | None:
        last = yy[1] - 1 if story.chat else yy[1]
        return moments.from_to(moments.of_year(yy[0]), moments.of_year(last))

    return told(run, DateType.RANGE)


@rule(
    "range.days_of_month",
    "range",
    f"de? ( _:<wd> )? a:<daynum> ( {_THROUGH} ) b:<day>",
    "de? ( _:<wd> )? a:<daynum> _:DASH b:<day>",
    "tussen de? ( _:<wd> )? a:<daynum> en b:<day>",
    "n:NUMRANGE MONTH ( <year> )?",
    "n:DM MONTH ( <year> )?",
    "n:DAYPAIR MONTH ( <year> )?",
    "het? weekend van? n:DAYPAIR MONTH ( <year> )?",
)
def _days_of_month(
    a: int = 0,
    b: Expr | None = None,
    n: tuple[int, int] = (0, 0),
    month: int = 0,
    year: int | None = None,
) -> Expr | None:
    if b is None:
        return _days(n[0], n[1], month, year)
    if b.day is None or b.day <= a or b.in_year is None:
        return None
    return _range(same_month(b, a), b, inclusive=True)


@rule("range.days_until", "range", f"de? ( _:<wd> )? a:<daynum> ( {_UPTO} ) b:<day>")
def _days_until(a: int, b: Expr) -> Expr | None:
    if b.day is None or b.day <= a or b.in_year is None:
        return None
    return _range(same_month(b, a), b, inclusive=False)


def _days(first: int, last: int, month: int, year: int | None) -> Expr | None:
    if not 1 <= first < last <= 31:
        return None

    def on(day: int) -> Expr:
        return Expr(
            type=DateType.DATE,
            in_year=lambda y, _: moments.on_date(y, month, day),
            year=year,
            day=day,
        )

    return _range(on(first), on(last), inclusive=True)


def same_month(expr: Expr, day: int) -> Expr:
    """Return the expression with another day of the same month."""

    def in_year(year: int, story: Story) -> Moment | None:
        assert expr.in_year is not None
        other = expr.in_year(year, story)
        if other is None or other.first is None:
            return None
        return moments.on_date(year, other.first.month, day)

    return replace(expr, in_year=in_year, day=day, weekday=None)


@rule(
    "range.part_of_month", "range", "WHICH maand van? NUMRANGE", "WHICH maand van? DM"
)
def _days_of_which_month(
    which: str, numrange: tuple[int, int] = (0, 0), dm: tuple[int, int] = (0, 0)
) -> Expr | None:
    first, last = numrange if numrange[0] else dm

    def run(story: Story) -> Moment | None:
        if story.spoken is None:
            return None
        day = plus_months(story.spoken, {"last": -1, "this": 0, "next": 1}[which])
        start = moments.on_date(day.year, day.month, first)
        end = moments.on_date(day.year, day.month, last)
        return moments.from_to(start, end) if start and end else None

    return told(run, DateType.RANGE)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
