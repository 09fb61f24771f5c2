"""Which year is meant, where what comes once a year is told without one."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from ltnlp.domain.dates import Anchor
from ltnlp.nlp.dates.moments import Moment, of_day, plus_days
from ltnlp.nlp.dates.story import Story

BACK_IN_STORY = 3.0
BACK_IN_ENTRY = 0.8
"""How many times as far as a day ahead a day back counts: a story goes on, an entry
looks back."""

_CLEARLY = 1.6
"""How many times further the second year must be, for the first to be no doubt."""

InYear = Callable[[int, Story], Moment | None]


def infer_year(
    story: Story, in_year: InYear, which: str = "", weekday: int | None = None
) -> Moment | None:
    """Return the instance, of what comes once a year, that is likely meant."""
    if which:
        return _told_which(story, in_year, which)
    anchor, day = _anchor(story)
    if day is None:
        return None
    found = _nearest(story, in_year, day, anchor)
    if found is not None and weekday is not None:
        found = _by_weekday(story, in_year, found, weekday)
    if found is None or story.chat:
        return found
    if anchor is Anchor.PREVIOUS and story.row and story.told_at != story.at:
        return replace(found.doubted(0.55), anchor=anchor)
    return replace(found, anchor=anchor, confidence=min(found.confidence, 0.9))


def check_weekday(moment: Moment, weekday: int | None) -> Moment:
    """Return the day as told, in doubt where it is not the weekday as told."""
    if weekday is None or moment.first is None or moment.first != moment.last:
        return moment
    off = weekday - moment.first.isoweekday()
    if not off:
        return moment
    near = min((off, off - 7, off + 7), key=abs)
    other = of_day(plus_days(moment.first, near)).core
    return moment.doubted(0.5, other)


def _told_which(story: Story, in_year: InYear, which: str) -> Moment | None:
    if story.kind == "timeline" and story.reference:
        found = _which_from(story, in_year, which, story.reference)
        if story.learning or not _after_row(found, story):
            return found
    return _which_from(story, in_year, which, story.spoken)


def _after_row(moment: Moment | None, story: Story) -> bool:
    if moment is None or moment.first is None or story.row_last is None:
        return False
    return moment.first > story.row_last


def _which_from(
    story: Story, in_year: InYear, which: str, day: dt.date | None
) -> Moment | None:
    if day is None:
        return None
    span = [in_year(day.year + by, story) for by in (-2, -1, 0, 1, 2)]
    moments = [m for m in span if m is not None and m.first and m.last]
    if which == "this":
        chosen = [m for m in moments if _within(m, day)]
        chosen = chosen or _this_one(story, moments, day)
    elif which == "last":
        chosen = [m for m in moments if m.last and m.last < day][-1:]
        chosen = chosen or [m for m in moments if m.first and m.first <= day][-1:]
    else:
        chosen = [m for m in moments if m.first and m.first > day][:1]
    return replace(chosen[0], anchor=story.spoken_anchor) if chosen else None


def _this_one(story: Story, moments: list[Moment], day: dt.date) -> list[Moment]:
    """Return "deze herfst" outside it: the last in a file, else that of the year."""
    past = [m for m in moments if m.last and m.last < day]
    near = past and past[-1].last and (day - past[-1].last).days < _LATELY
    if near and not story.ahead and story.kind in {"file", "timeline"}:
        return past[-1:]
    return [m for m in moments if m.first and m.first.year == day.year]


_LATELY = 120


def _anchor(story: Story) -> tuple[Anchor, dt.date | None]:
    """Return the day that the year must be near to, and what day that is."""
    if story.chat:
        return Anchor.SPOKEN, story.reference
    if story.retold and not story.begun:
        return Anchor.PREVIOUS, story.retold
    if story.report and story.ahead and story.reference:
        return Anchor.SPOKEN, story.reference
    if story.row is not None:
        return Anchor.ROW, story.row
    then = story.quoting or story.long_past
    if story.begun and story.looks_back and story.reference and not then:
        return Anchor.SPOKEN, story.reference
    if story.previous is not None and story.previous.first is not None:
        return Anchor.PREVIOUS, story.previous.first
    return _outside_anchor(story)


def _outside_anchor(story: Story) -> tuple[Anchor, dt.date | None]:
    """Return what lies beyond the story so far: period, day of speaking, what follows."""
    if story.kind not in {"file", "email"} and story.period.earliest is not None:
        return Anchor.NEIGHBOUR, story.period.earliest
    if story.reference is not None:
        return Anchor.SPOKEN, story.reference
    return Anchor.NEIGHBOUR, story.first_told


def _nearest(
    story: Story, in_year: InYear, day: dt.date, anchor: Anchor
) -> Moment | None:
    reach = range(day.year - 8, day.year + 9) if story.chat else _around(day.year)
    moments = [m for y in reach if (m := in_year(y, story)) and m.first]
    limit = _not_after(story)
    if limit is not None:
        moments = [m for m in moments if m.first and m.first <= limit] or moments
    if story.learning and story.kind == "timeline":
        moments = [m for m in moments if _after_row(m, story)] or moments
    if not moments:
        return None
    last_before = anchor is Anchor.SPOKEN and story.looks_back and not story.ahead
    if story.chat or last_before:
        past = [m for m in moments if m.first and m.first <= day]
        return (past or moments)[-1 if past else 0]
    ranked = sorted(moments, key=lambda m: _distance(story, m, day))
    best = ranked[0]
    if len(ranked) > 1:
        near, far = (_distance(story, m, day) for m in ranked[:2])
        if far < near * _CLEARLY:
            return best.doubted(0.55, ranked[1].core)
    return best


def _not_after(story: Story) -> dt.date | None:
    if story.begun and not story.chat and not story.looks_back:
        return story.spoken
    if story.begun and story.long_past and story.previous and not story.row:
        return story.previous.last or story.reference
    if story.written and story.row:
        return story.row
    if story.ahead and not story.begun and (story.row or story.report):
        return None
    return story.reference if story.chat or story.looks_back else None


def _distance(story: Story, moment: Moment, day: dt.date) -> float:
    assert moment.first is not None
    assert moment.last is not None
    if moment.first <= day <= moment.last:
        return 0.0
    ahead = (moment.first - day).days
    back = (day - moment.last).days
    looks_back = story.row and not story.retold and not story.ahead and not story.heads
    weight = BACK_IN_ENTRY if looks_back else BACK_IN_STORY
    distance = float(ahead) if ahead > 0 else back * weight
    if story.following is not None:
        distance = min(distance, abs((story.following - moment.last).days))
    return distance


def _by_weekday(
    story: Story, in_year: InYear, found: Moment, weekday: int
) -> Moment | None:
    if found.first is None or found.first.isoweekday() == weekday:
        return found
    others = [in_year(found.first.year + by, story) for by in (-1, 1, -2, 2)]
    limit = None if story.chat else _not_after(story)
    for other in others:
        if other is None or other.first is None:
            continue
        if limit is not None and other.first > limit:
            continue
        if other.first.isoweekday() == weekday:
            return other.doubted(0.6, found.core)
    return check_weekday(found, weekday)


def _around(year: int) -> range:
    return range(year - 2, year + 3)


def _within(moment: Moment, day: dt.date) -> bool:
    return bool(moment.first and moment.last and moment.first <= day <= moment.last)
