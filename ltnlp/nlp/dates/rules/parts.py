"""Parts of a period and dates told roughly: "begin april", "rond kerst", "ergens in mei"."""

from dataclasses import replace

from ltnlp.domain.dates import Anchor, DateType, Precision
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.lengths import Length
from ltnlp.nlp.dates.moments import Moment, approximately, plus_days
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.relative import unit_at
from ltnlp.nlp.dates.shifts import shifted
from ltnlp.nlp.dates.story import Story

_WHOLE = (
    "month",
    "quarter",
    "week",
    "season",
    "wholeyear",
    "period",
    "named",
    "storyunit",
)
_THURSDAY, _WEEK = 4, 7


def _of(whole: Expr, kind: DateType, place: "Place", *, vague: bool = True) -> Expr:
    def build(parts: tuple[Expr, ...]) -> Expr:
        return _of(parts[0], kind, place, vague=vague)

    def run(story: Story) -> Moment | None:
        found = whole.resolve(story)
        return place(found) if found.edtf else None

    return Expr(type=kind, run=run, parts=(whole,), rebuild=build, vague=vague)


class Place:
    """What is made of the whole once it has its place in time."""

    def __call__(self, moment: Moment) -> Moment | None:
        """Return the moment itself."""
        return moment


class _Part(Place):
    def __init__(self, part: str) -> None:
        self.part = part

    def __call__(self, moment: Moment) -> Moment | None:
        return moments.part_of(moment, self.part)


class _Approximate(Place):
    """A feast of two days is approximate around its first."""

    def __call__(self, moment: Moment) -> Moment | None:
        if moment.core.days == 2 and moment.first:
            first = moments.of_day(moment.first)
            moment = replace(moment, edtf=first.edtf, core=first.core)
        return approximately(moment)


class _Half(Place):
    def __init__(self, nth: int) -> None:
        self.nth = nth

    def __call__(self, moment: Moment) -> Moment | None:
        first, last = moment.first, moment.last
        if first is None or last is None:
            return None
        if moment.precision is Precision.MONTH:
            middle = first.replace(day=15)
        else:
            middle = plus_days(first, ((last - first).days + 1) // 2 - 1)
        if self.nth == 1:
            return moments.of_days(first, middle)
        return moments.of_days(plus_days(middle, 1), last)


class _NthWeek(Place):
    def __init__(self, nth: int) -> None:
        self.nth = nth

    def __call__(self, moment: Moment) -> Moment | None:
        first, last = moment.first, moment.last
        if first is None or last is None:
            return None
        if self.nth < 0:
            # A month that ends early in a week has that week in common with the next.
            early = last.isoweekday() < _THURSDAY and (last - first).days > _WEEK
            return moments.of_week(plus_days(last, 7 * (self.nth + 1) - 7 * early))
        start = plus_days(first, 7 * (self.nth - 1))
        seven = moments.of_days(start, plus_days(start, 6))
        return replace(moments.of_week(start), alternatives=(seven.core,))


class _NthWeekday(Place):
    def __init__(self, nth: int, weekday: int) -> None:
        self.nth = nth
        self.weekday = weekday

    def __call__(self, moment: Moment) -> Moment | None:
        first, last = moment.first, moment.last
        if first is None or last is None:
            return None
        if self.nth < 0:
            return moments.of_day(
                plus_days(last, -((last.isoweekday() - self.weekday) % 7))
            )
        ahead = (self.weekday - first.isoweekday()) % 7 + 7 * (self.nth - 1)
        day = plus_days(first, ahead)
        return moments.of_day(day) if day <= last else None


@rule("part.whole", "whole", *(f"<{name}>" for name in _WHOLE))
def _whole(**found: Expr) -> Expr:
    return next(iter(found.values()))


@rule(
    "part.of",
    "part",
    "PART <whole>",
    "het? PART van de|het? <whole>",
    "heel? vroeg in <whole>",
    "PART in <whole>",
)
def _part_of(whole: Expr, part: str = "begin") -> Expr:
    return _of(whole, DateType.VAGUE, _Part(part))


@rule("part.late", "part", "heel? laat in <whole>")
def _late_in(whole: Expr) -> Expr:
    return _of(whole, DateType.VAGUE, _Part("end"))


@rule(
    "part.adjective",
    "part",
    "het vroege voorjaar|najaar",
    "de eerste dagen|weken|maanden van <whole>",
)
def _early(whole: Expr | None = None) -> Expr | None:
    return _of(whole, DateType.VAGUE, _Part("begin")) if whole else None


@rule(
    "part.last",
    "part",
    "de laatste dagen|weken|maanden van <whole>",
)
def _late(whole: Expr) -> Expr:
    return _of(whole, DateType.VAGUE, _Part("end"))


class _FirstLength(Place):
    """The first or the last so many days, weeks or months."""

    def __init__(self, length: Length, sign: int) -> None:
        self.length = length
        self.sign = sign

    def __call__(self, moment: Moment) -> Moment | None:
        first, last = moment.first, moment.last
        if first is None or last is None:
            return None
        if self.sign > 0:
            end = plus_days(shifted(first, self.length, 1), -1)
            return moments.of_days(first, min(max(end, first), last))
        start = shifted(plus_days(last, 1), self.length, -1)
        return moments.of_days(max(min(start, last), first), last)


@rule("part.first_length", "part", "de eerste <length> van|in <whole>")
def _first_length(length: Length, whole: Expr) -> Expr:
    return _of(whole, DateType.RANGE, _FirstLength(length, 1), vague=False)


@rule("part.last_length", "part", "de laatste <length> van|in <whole>")
def _last_length(length: Length, whole: Expr) -> Expr:
    return _of(whole, DateType.RANGE, _FirstLength(length, -1), vague=False)


@rule(
    "part.half",
    "part",
    "de? ORDINAL helft van <whole>",
    "de? laatste helft van <whole>",
)
def _half(whole: Expr, ordinal: int = 2) -> Expr | None:
    if ordinal not in {1, 2}:
        return None
    return _of(whole, DateType.RANGE, _Half(ordinal), vague=False)


@rule(
    "part.week",
    "part",
    "de? ORDINAL week van|in? <whole>",
    "de? laatste week van|in? <whole>",
)
def _nth_week(whole: Expr, ordinal: int = -1) -> Expr | None:
    if not -1 <= ordinal <= 5:
        return None
    return _week_of(whole, ordinal)


def _week_of(whole: Expr, nth: int) -> Expr:
    """Read "de eerste week van juni": in a document its first seven days."""

    def run(story: Story) -> Moment | None:
        found = whole.resolve(story)
        week = _NthWeek(nth)(found) if found.edtf else None
        if week is None or story.record or nth < 0 or not week.alternatives:
            return week
        seven = week.alternatives[0]
        assert seven.earliest is not None
        assert seven.latest is not None
        days = moments.of_days(seven.earliest, seven.latest, Precision.WEEK)
        return replace(
            days,
            anchor=found.anchor,
            confidence=found.confidence,
            review=found.review,
            alternatives=(week.core,),
        )

    return Expr(
        type=DateType.RANGE,
        run=run,
        parts=(whole,),
        rebuild=lambda parts: _week_of(parts[0], nth),
    )


class _NthDay(Place):
    def __init__(self, nth: int) -> None:
        self.nth = nth

    def __call__(self, moment: Moment) -> Moment | None:
        first, last = moment.first, moment.last
        if first is None or last is None:
            return None
        day = last if self.nth < 0 else plus_days(first, self.nth - 1)
        return moments.of_day(day) if day <= last else None


class _LastWeekend(Place):
    def __call__(self, moment: Moment) -> Moment | None:
        if moment.last is None:
            return None
        back = (moment.last.isoweekday() - 6) % 7
        return moments.of_weekend(plus_days(moment.last, -back))


@rule("part.last_weekend", "part", "het? laatste weekend van|in <whole>")
def _last_weekend(whole: Expr) -> Expr:
    return _of(whole, DateType.RANGE, _LastWeekend(), vague=False)


@rule("part.day", "day", "de? ORDINAL dag van <whole>", "de? laatste dag van <whole>")
def _nth_day(whole: Expr, ordinal: int = -1) -> Expr | None:
    if not -1 <= ordinal <= 31:
        return None
    return _of(whole, DateType.DATE, _NthDay(ordinal), vague=False)


@rule("part.last_quarter", "part", "het? laatste kwartaal van <whole>")
def _last_quarter(whole: Expr) -> Expr:
    return _of(whole, DateType.RANGE, _Part("end"), vague=False)


@rule(
    "part.of_running",
    "part",
    "het? PART van de|het unit:UNITONE",
    "halverwege de|het unit:UNITONE",
)
def _of_running(unit: str, part: str = "half") -> Expr | None:
    if unit == "day":
        return None

    def run(story: Story) -> Moment | None:
        told_by = story.previous if story.looks_back else None
        base = told_by.first if told_by else story.spoken
        whole = unit_at(base, unit, 0) if base else None
        anchor = Anchor.PREVIOUS if told_by else story.spoken_anchor
        found = moments.part_of(whole, part) if whole else None
        return replace(found, anchor=anchor) if found else None

    return Expr(type=DateType.VAGUE, run=run, vague=True)


@rule(
    "part.weekday",
    "day",
    "de? ORDINAL WEEKDAY van|in <whole>",
    "de? laatste WEEKDAY van|in <whole>",
)
def _nth_weekday(whole: Expr, weekday: int, ordinal: int = -1) -> Expr | None:
    if not -1 <= ordinal <= 5:
        return None
    return _of(whole, DateType.DATE, _NthWeekday(ordinal, weekday), vague=False)


@rule(
    "vague.about",
    "about",
    "_:APPROX <date>",
    "ergens rond|omstreeks <date>",
    "op of omstreeks|rond <date>",
    "in of rond|omstreeks <date>",
    "<date> ongeveer",
)
def _about(date: Expr) -> Expr:
    return _of(date, DateType.VAGUE, _Approximate())


@rule("vague.somewhere", "about", "ergens in? <date>")
def _somewhere(date: Expr) -> Expr:
    if date.rule.startswith("part."):
        return replace(date, type=DateType.VAGUE)

    def run(story: Story) -> Moment | None:
        found = date.resolve(story)
        return approximately(found) if story.record else found

    return replace(_of(date, DateType.VAGUE, Place()), run=run)


@rule(
    "vague.somewhere_on",
    "about",
    "ergens in? of:<about>",
    "ergens of:<range>",
    "ergens of:<open>",
)
def _somewhere_on(of: Expr) -> Expr:
    """Read "ergens tussen maart en mei": as without its first word."""
    return replace(of, type=DateType.VAGUE, rule="vague.somewhere_on")


@rule(
    "vague.in_the_course_of",
    "about",
    "in de loop van de|het? <whole>",
    "in de loop van <whole>",
    "de loop van <whole>",
)
def _in_the_course_of(whole: Expr) -> Expr:
    return _of(whole, DateType.VAGUE, Place())


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
