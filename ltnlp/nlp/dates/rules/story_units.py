"""Seasons and months after the story, and what is left of a unit of it."""

from collections.abc import Callable
from dataclasses import replace

from ltnlp.domain.dates import Anchor, DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.moments import Moment, plus_days
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.relative import unit_at
from ltnlp.nlp.dates.rules.story import AFTER, BEFORE, from_story
from ltnlp.nlp.dates.story import Story


@rule("story.season_after", "later", f"de|het SEASON {AFTER}")
def _season_after(season: int) -> Expr:
    def in_year(year: int, _: Story) -> Moment | None:
        return moments.of_season(year, season)

    return _first_after(in_year)


@rule("story.month_after", "later", f"MONTH {AFTER}")
def _month_after(month: int) -> Expr:
    return _first_after(lambda year, _: moments.of_month(year, month))


def _first_after(in_year: Callable[[int, Story], Moment | None]) -> Expr:
    def place(base: Moment, story: Story) -> Moment | None:
        assert base.last is not None
        for year in (base.last.year, base.last.year + 1):
            found = in_year(year, story)
            if found is not None and found.first and found.first > base.last:
                return found
        return None

    return from_story(place)


@rule("story.later_in_unit", "later", "later die|dat|diezelfde|datzelfde unit:UNITONE")
def _later_in(unit: str) -> Expr | None:
    return _rest_of(unit, 1)


@rule(
    "story.earlier_in_unit", "later", "eerder die|dat|diezelfde|datzelfde unit:UNITONE"
)
def _earlier_in(unit: str) -> Expr | None:
    return _rest_of(unit, -1)


@rule("story.whole_unit", "later", "de|het hele unit:UNITONE")
def _whole_unit(unit: str) -> Expr | None:
    """Read "het hele weekend": of the story, or of the entry that tells it."""
    if unit not in {"week", "weekend", "month"}:
        return None

    def run(story: Story) -> Moment | None:
        base = story.moment if story.looks_back else None
        day = base.first if base and base.first else story.spoken
        found = unit_at(day, unit, 0) if day else None
        if found is None:
            return None
        anchor = Anchor.PREVIOUS if base else story.spoken_anchor
        found = replace(found, anchor=anchor)
        return found.doubted(0.5) if base else found

    return told(run, moves=False)


def _rest_of(unit: str, sign: int) -> Expr | None:
    if unit == "day":
        return None

    def place(base: Moment, _: Story) -> Moment | None:
        assert base.first is not None
        assert base.last is not None
        whole = unit_at(base.first, unit, 0)
        if whole is None or whole.first is None or whole.last is None:
            return None
        if sign > 0:
            start = min(plus_days(base.last, 1), whole.last)
            return moments.of_days(max(start, whole.first), whole.last)
        end = max(plus_days(base.first, -1), whole.first)
        return moments.of_days(whole.first, min(end, whole.last))

    return from_story(place)


@rule(
    "story.shortly_after",
    "later",
    f"kort|vlak|pal|net|even|snel {AFTER}",
    f"niet lang|niet veel {AFTER}",
    "korte|enige tijd later|daarna|nadien",
    "niet lang|veel later",
)
def _shortly_after() -> Expr:
    return from_story(lambda base, _: _week_beside(base, 1), type=DateType.VAGUE)


@rule("story.shortly_before", "later", f"kort|vlak|pal|net {BEFORE}", "net ervóór")
def _shortly_before() -> Expr:
    return from_story(
        lambda base, _: _week_beside(base, -1), type=DateType.RELATIVE, moves=False
    )


def _week_beside(base: Moment, sign: int) -> Moment:
    assert base.first is not None
    assert base.last is not None
    if sign > 0:
        return moments.of_days(plus_days(base.last, 1), plus_days(base.last, 7))
    return moments.of_days(plus_days(base.first, -7), plus_days(base.first, -1))


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
