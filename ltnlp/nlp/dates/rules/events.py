"""Counted from something with a name: "twee dagen na de melding", "voor de zitting"."""

import datetime as dt
from dataclasses import replace

from ltnlp.domain.dates import Anchor, DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.lengths import Length, length_of
from ltnlp.nlp.dates.moments import Moment, plus_days
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.relative import unit_at
from ltnlp.nlp.dates.shifts import counted, shifted
from ltnlp.nlp.dates.story import Story

_THE = "de|het|die|dat|deze|dit|zijn|haar|hun|mijn|onze|ons"
_MOST_WEEKS = 8
_DAY = "dag|ochtend|avond|nacht|middag"


@rule(
    "event.named",
    "event",
    f"{_THE} EVENT",
    f"{_THE} _:ANYWORD EVENT",
    f"{_THE} NAMEDEVENT",
    "NAMEDEVENT",
)
def _event(event: str = "", namedevent: str = "") -> Expr:
    name = namedevent or event

    def run(story: Story) -> Moment | None:
        found = story.event(name)
        return replace(found, anchor=Anchor.EVENT) if found else None

    return told(run, moves=False)


def _offset(length: Length, of: Expr, sign: int) -> Expr:
    def run(story: Story) -> Moment | None:
        base = of.resolve(story)
        found = counted(base, length, sign, exact=story.chat)
        anchor = base.anchor
        return replace(found, anchor=anchor) if found.edtf else None

    return told(run)


@rule(
    "offset.after_event",
    "later",
    "<length> na|ná <event>",
    "<length> na|ná <date>",
    "over <length> na|ná|vanaf <date>",
    "<length> vanaf|gerekend <date>",
    "<length> gerekend vanaf <date>",
    "<length> later dan <date>",
    "<length> vanaf nu",
)
def _after_event(
    length: Length, event: Expr | None = None, date: Expr | None = None
) -> Expr:
    of = event or date
    if of is None:
        of = told(lambda s: moments.of_day(s.spoken) if s.spoken else None)
    return _offset(length, of, 1)


@rule(
    "offset.before_event",
    "later",
    "<length> voor|vóór <event>",
    "<length> voor|vóór <date>",
    "<length> eerder dan <date>",
    "binnen <length> eerder dan <date>",
)
def _before_event(
    length: Length, event: Expr | None = None, date: Expr | None = None
) -> Expr | None:
    of = event or date
    return _offset(length, of, -1) if of else None


@rule(
    "offset.beyond",
    "later",
    "meer|langer dan span:<length> voor|vóór <date>",
)
def _more_before(span: Length, date: Expr) -> Expr:
    def run(story: Story) -> Moment | None:
        base = date.resolve(story)
        if base.first is None:
            return None
        end = plus_days(shifted(base.first, span, -1), -1)
        return moments.up_to(moments.of_day(end))

    return told(run, DateType.RANGE)


@rule(
    "event.first_length",
    "later",
    "de eerste <length> na|ná <event>",
    "de eerste <length> na|ná <date>",
)
def _first_length(
    length: Length, event: Expr | None = None, date: Expr | None = None
) -> Expr | None:
    of = event or date

    def run(story: Story) -> Moment | None:
        base = of.resolve(story) if of else None
        if base is None or base.last is None:
            return None
        end = shifted(base.last, length, 1)
        return _of_base(moments.of_days(plus_days(base.last, 1), end), base)

    return told(run, DateType.RANGE)


@rule(
    "event.day_beside",
    "later",
    f"de? {_DAY} na|ná <event>",
    f"de? {_DAY} na|ná <date>",
    "daags na|ná <event>",
    "daags na|ná <date>",
    "een dag na|ná <event>",
)
def _day_after(event: Expr | None = None, date: Expr | None = None) -> Expr | None:
    return _day_beside(event or date, 1)


@rule(
    "event.day_before",
    "later",
    f"de? {_DAY} voor|vóór <event>",
    f"de? {_DAY} voor|vóór <date>",
    "daags voor|vóór <event>",
    "daags voor|vóór <date>",
)
def _day_before(event: Expr | None = None, date: Expr | None = None) -> Expr | None:
    return _day_beside(event or date, -1)


def _day_beside(of: Expr | None, sign: int) -> Expr | None:
    if of is None:
        return None

    def run(story: Story) -> Moment | None:
        base = of.resolve(story)
        found = counted(base, length_of(1, "day", loose=False), sign)
        return replace(found, anchor=base.anchor) if found.edtf else None

    return told(run, DateType.RELATIVE)


@rule(
    "event.unit_beside",
    "later",
    "de|het eerste? u:UNITONE na|ná <event>",
    "eerste u:UNITONE na|ná <event>",
    "de|het eerste? u:UNITONE na|ná <named>",
    "eerste u:UNITONE na|ná <named>",
    "de|het eerste? u:UNITONE na|ná <day>",
    "de|het u:UNITONE na|ná p:<period>",
)
def _unit_after(u: str, **of: Expr) -> Expr | None:
    return _unit_beside(next(iter(of.values())), u, 1)


@rule(
    "event.unit_before",
    "later",
    "de|het u:UNITONE voor|vóór <event>",
    "de|het u:UNITONE voor|vóór <named>",
    "de|het u:UNITONE voor|vóór <day>",
)
def _unit_before(u: str, **of: Expr) -> Expr | None:
    return _unit_beside(next(iter(of.values())), u, -1)


def _unit_beside(of: Expr, unit: str, sign: int) -> Expr | None:
    if unit == "day":
        return None

    def run(story: Story) -> Moment | None:
        base = of.resolve(story)
        if base.first is None or base.last is None:
            return None
        day = base.last if sign > 0 else base.first
        if unit == "week" and base.first != base.last and base.first.isoweekday() == 6:
            day = base.last if sign > 0 else plus_days(base.first, 2)
        if unit == "week" and base.core.days == 2 and base.first.isoweekday() == 7:
            day = base.first
        if unit == "weekend":
            return _of_base(_weekend_beside(day, sign), base)
        return _of_base(unit_at(day, unit, sign), base)

    return told(run)


def _of_base(found: Moment | None, base: Moment) -> Moment | None:
    """Return it as sure as what it lies beside, and with its anchor."""
    if found is None:
        return None
    sure = min(found.confidence, base.confidence)
    review = found.review or base.review
    return replace(found, anchor=base.anchor, confidence=sure, review=review)


def _weekend_beside(day: dt.date, sign: int) -> Moment:
    if sign > 0:
        return moments.of_weekend(plus_days(day, 8 - day.isoweekday() - 1))
    return moments.of_weekend(plus_days(day, -day.isoweekday() - 1))


@rule(
    "event.season_after",
    "later",
    "de|het SEASON na|ná <event>",
    "de|het SEASON na|ná <day>",
)
def _season_after(season: int, **of: Expr) -> Expr:
    base_of = next(iter(of.values()))

    def run(story: Story) -> Moment | None:
        base = base_of.resolve(story)
        if base.last is None:
            return None
        for year in (base.last.year, base.last.year + 1):
            found = moments.of_season(year, season)
            if found.first and found.first > base.last:
                return _of_base(found, base)
        return None

    return told(run, DateType.DATE)


@rule(
    "event.unit_of",
    "later",
    "de|het? u:UNITONE van <day>",
    "de|het u:UNITONE beginnend|aanvangend|startend <day>",
)
def _unit_of(u: str, day: Expr) -> Expr | None:
    if u not in {"week", "weekend"}:
        return None

    def run(story: Story) -> Moment | None:
        base = day.resolve(story)
        return _of_base(unit_at(base.first, u, 0), base) if base.first else None

    return told(run, DateType.RANGE)


@rule(
    "event.weekday_after",
    "day",
    "de? eerste? <wd> na|ná <named>",
    "de? eerste? WEEKDAY na|ná <event>",
    "de? eerste? WEEKDAY na|ná <day>",
)
def _weekday_after(weekday: int = 0, wd: int = 0, **of: Expr) -> Expr:
    return _weekday_beside(weekday or wd, next(iter(of.values())), 1)


@rule(
    "event.nth_weekday_after",
    "day",
    "de? ORDINAL WEEKDAY na|ná <named>",
    "de? ORDINAL WEEKDAY na|ná <day>",
)
def _nth_weekday_after(ordinal: int, weekday: int, **of: Expr) -> Expr | None:
    if not 2 <= ordinal <= _MOST_WEEKS:
        return None
    first = _weekday_beside(weekday, next(iter(of.values())), 1)
    return _offset(length_of(7 * (ordinal - 1), "day", loose=False), first, 1)


@rule(
    "event.weekday_before",
    "day",
    "de? laatste? <wd> voor|vóór <named>",
    "de? laatste? WEEKDAY voor|vóór <event>",
    "de? laatste? WEEKDAY voor|vóór <day>",
)
def _weekday_before(weekday: int = 0, wd: int = 0, **of: Expr) -> Expr:
    return _weekday_beside(weekday or wd, next(iter(of.values())), -1)


def _weekday_beside(weekday: int, of: Expr, sign: int) -> Expr:
    def build(parts: tuple[Expr, ...]) -> Expr:
        return _weekday_beside(weekday, parts[0], sign)

    def run(story: Story) -> Moment | None:
        base = of.resolve(story)
        day = base.last if sign > 0 else base.first
        if day is None:
            return None
        steps = (weekday - day.isoweekday()) * sign % 7 or 7
        return _of_base(moments.of_day(plus_days(day, sign * steps)), base)

    return Expr(type=DateType.DATE, run=run, parts=(of,), rebuild=build)


@rule("event.since", "later", "sinds|vanaf|sedert <event>")
def _since_event(event: Expr) -> Expr:
    return _open(event, "since")


@rule("event.after", "later", "na|ná <event>")
def _after_known(event: Expr) -> Expr:
    return _open(event, "after")


@rule(
    "event.before",
    "later",
    "voor|vóór <event>",
    "tot|voorafgaand <event>",
    "voorafgaand aan <event>",
)
def _before_known(event: Expr) -> Expr:
    return _open(event, "before")


def _given(event: Expr, story: Story) -> Moment:
    """Return when an event was that was named from outside."""
    story.given_only = True
    found = event.resolve(story)
    story.given_only = False
    return found


def _open(event: Expr, way: str) -> Expr:
    def run(story: Story) -> Moment | None:
        base = _given(event, story)
        if base.first is None:
            return None
        if way == "since":
            return moments.since(base)
        near = moments.just_after(base) if way == "after" else moments.just_before(base)
        if near is None:
            return None
        return moments.since(near) if way == "after" else moments.up_to(near)

    return told(run, DateType.RANGE, moves=False, rule=f"event.{way}")


@rule("event.between", "later", "tussen a:<event> en b:<event>")
def _between(a: Expr, b: Expr) -> Expr:
    return _stretch(a, b, inclusive=True)


@rule("event.from_to", "later", "van|vanaf|sinds a:<event> tot b:<event>")
def _from_to(a: Expr, b: Expr) -> Expr:
    return _stretch(a, b, inclusive=False)


def _stretch(a: Expr, b: Expr, *, inclusive: bool) -> Expr:
    def run(story: Story) -> Moment | None:
        start, end = a.resolve(story), b.resolve(story)
        last = end if inclusive else moments.just_before(end)
        return moments.from_to(start, last) if last else None

    return told(run, DateType.RANGE, moves=False)


@rule(
    "event.day_of",
    "later",
    f"de {_DAY} van <event>",
    f"{_DAY} van <event>",
)
def _day_of(event: Expr) -> Expr:
    return event


@rule("event.during", "later", "tijdens|gedurende <event>")
def _during(event: Expr) -> Expr:
    return told(lambda story: _given(event, story), moves=False)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
