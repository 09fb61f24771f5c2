"""Of what is being told: "sindsdien", "de tweede dag", "het weekend", "de vakantie"."""

import datetime as dt
from dataclasses import replace

from ltnlp.domain.dates import Anchor, DateType, Precision
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.feasts import holiday_in
from ltnlp.nlp.dates.moments import Moment, plus_days, plus_months
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.relative import unit_at
from ltnlp.nlp.dates.rules.story import from_story
from ltnlp.nlp.dates.story import Story

_IN_DOUBT = 0.5
_MOST = 8


@rule("story.since_then", "later", "sindsdien", "sinds die tijd")
def _since_then() -> Expr:
    return from_story(
        lambda base, _: moments.since(base), type=DateType.RANGE, moves=False
    )


@rule("story.entry_day", "later", "zelfde dag|ochtend|middag|avond")
def _entry_day() -> Expr:
    """Read "zelfde dag" without its article: that of the entry that it stands in."""

    def place(base: Moment, story: Story) -> Moment | None:
        if story.row and not story.record:
            return moments.of_day(story.row)
        return base if base.precision is Precision.DAY else base.doubted(0.4)

    return from_story(place, moves=False)


@rule("story.nth_day", "later", "de|die ORDINAL dag")
def _nth_day(ordinal: int) -> Expr | None:
    if not 1 < ordinal <= _MOST:
        return None

    def place(base: Moment, _: Story) -> Moment | None:
        day = plus_days(base.first, ordinal - 1) if base.first else None
        return moments.of_day(day).doubted(_IN_DOUBT) if day else None

    return from_story(place)


@rule("age.day_of_life", "later", "dag DAYNUM")
def _day_of_life(daynum: int) -> Expr:
    """Read "dag vier" of a baby, whose own day is none: of the only one there is."""

    def run(story: Story) -> Moment | None:
        born = story.childbirth()
        if born is None or born.first is None:
            return None
        day = moments.of_day(plus_days(born.first, daynum))
        return replace(day, anchor=Anchor.BIRTH, confidence=0.7)

    return told(run)


@rule("story.nth_week", "later", "de|die ORDINAL week", "die laatste week")
def _nth_week(ordinal: int = 0) -> Expr | None:
    """Read "de tweede week", counted in weeks of the calendar."""
    if ordinal > _MOST:
        return None

    def place(base: Moment, _: Story) -> Moment | None:
        if base.first is None:
            return None
        ahead = 7 * (ordinal - 1) if ordinal else 0
        return moments.of_week(plus_days(base.first, ahead)).doubted(_IN_DOUBT)

    return from_story(place)


@rule("story.nth_month", "later", "die ORDINAL maand")
def _nth_month(ordinal: int) -> Expr | None:
    if ordinal > _MOST:
        return None

    def place(base: Moment, _: Story) -> Moment | None:
        if base.first is None:
            return None
        day = plus_months(base.first, ordinal - 1)
        return moments.of_month(day.year, day.month).doubted(_IN_DOUBT)

    return from_story(place)


@rule("story.weekend", "later", "het weekend")
def _weekend() -> Expr:
    """Read "in het weekend": of the story, or near the day of the message."""

    def run(story: Story) -> Moment | None:
        base = story.moment if story.looks_back else None
        day = base.last if base and base.last else story.spoken
        if day is None:
            return None
        back = day.isoweekday() < _FRIDAY and not story.ahead and base is None
        found = unit_at(day, "weekend", -1 if back else 0)
        anchor = Anchor.PREVIOUS if base else story.spoken_anchor
        return replace(found.doubted(_IN_DOUBT), anchor=anchor) if found else None

    return told(run, moves=False)


_FRIDAY = 5
_HOLIDAYS = ("herfst", "kerst", "voorjaar", "mei", "zomer")


@rule("story.holiday", "named", "de? vakantie")
def _holiday() -> Expr:
    """Read "de vakantie" as the school holiday that lies nearest to the story."""

    def run(story: Story) -> Moment | None:
        base = story.moment
        day = base.first if base else story.reference
        if day is None:
            return None
        near = [
            found
            for year in (day.year - 1, day.year, day.year + 1)
            for name in _HOLIDAYS
            if (found := holiday_in(name, year, story.region)) and found.first
        ]
        best = min(near, key=lambda found: _off(found, day), default=None)
        return best and replace(best.doubted(_IN_DOUBT), anchor=Anchor.PREVIOUS)

    return told(run, type=DateType.RANGE, moves=False)


def _off(moment: Moment, day: dt.date) -> int:
    if moment.first is None or moment.last is None:
        return dt.date.max.toordinal()
    if moment.first <= day <= moment.last:
        return 0
    ahead, back = (moment.first - day).days, (day - moment.last).days
    return ahead if ahead > 0 else back * 2


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
