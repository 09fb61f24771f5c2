"""The years of an interview, chosen for the whole telling before it is read."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.dates import Anchor, Precision
from ltnlp.nlp.dates.asides import far_from, is_aside
from ltnlp.nlp.dates.calendar import Calendar
from ltnlp.nlp.dates.cues import born_here, cited, corrected, learnt_later
from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.plans import planned
from ltnlp.nlp.dates.scan import Candidate
from ltnlp.nlp.dates.sequence import (
    BACK_IN_STORY,
    Choice,
    Step,
    choice_of,
    distance,
    likeliest,
)
from ltnlp.nlp.dates.story import REPORT, Story

TOLD_AS_A_WHOLE = frozenset({"interview", "client_interview", REPORT})
"""Kinds of source that one person tells from begin to end."""

_YEARS_OPEN = 6
_BEFORE_THAT = re.compile(
    r"\b(?:had|hadden|was|waren)\b[^.!?\n]{0,40}\bal\b|\b(?:eerder|daarvoor) al\b",
    re.IGNORECASE,
)
_CLAUSE = 60
_SENTENCE = re.compile(r"[.!?]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldYear:
    """The year that a date is given, what it can be as well, and how much likelier."""

    year: int
    rival: Bounds | None = None
    margin: float = 0.0


Place = tuple[int, int]
"""Which text, and which expression in it."""


def years_told(
    texts: Sequence[str], found: Sequence[Sequence[Candidate]], story: Story
) -> Mapping[Place, ToldYear]:
    """Return the year of each date that was told without one and moves the story.

    Args:
        texts: the texts in reading order.
        found: the expressions of each.
        story: what is known before the first word.
    """
    if story.kind not in TOLD_AS_A_WHOLE:
        return {}
    steps: list[Step] = []
    open_places: list[tuple[Place, int, tuple[int, ...]]] = []
    beside: list[tuple[Place, int, _Beside]] = []
    told_then: dict[Place, ToldYear] = {}
    for place, text, candidate, how in _telling(texts, found):
        years, moments = _possible(candidate.expr, story)
        if not moments or (story.report and _to_come(text, candidate)):
            continue
        spoken = _day_of_speaking(place, years, story)
        if spoken is not None and spoken in {m.first for m in moments}:
            told_then[place] = ToldYear(year=spoken.year)
            continue
        if how is not None:
            option = _Beside(years=years, moments=moments, taken_back=how)
            beside.append((place, len(steps), option))
            continue
        if years:
            open_places.append((place, len(steps), years))
        back = _weight_back(text, candidate) if years else BACK_IN_STORY
        costs = _strange(moments, story.calendar) if years else ()
        aside = None if years else _leaving(moments[0])
        steps.append(Step(moments=moments, back=back, costs=costs, aside=aside))
    choices = likeliest(steps, _known_begin(story) or story.reference)
    told = told_then
    for place, at, years in open_places:
        told[place] = _told(years, steps[at].moments, choices[at])
    chosen = [s.moments[c.at] for s, c in zip(steps, choices, strict=True)]
    for place, at, option in beside:
        if option.years:
            choice = _nearest_to(chosen, at, option, story.calendar)
            told[place] = _told(option.years, option.moments, choice)
    return told


_OPENING = 4


def _day_of_speaking(
    place: Place, years: Sequence[int], story: Story
) -> dt.date | None:
    """Return the day of speaking, which the first lines may tell without its year."""
    return story.reference if years and place[0] < _OPENING else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """A date beside the telling: what was taken back, or learnt afterwards."""

    years: tuple[int, ...]
    moments: tuple[Moment, ...]
    taken_back: bool


def _told(years: Sequence[int], moments: Sequence[Moment], choice: Choice) -> ToldYear:
    rival = None if choice.rival is None else moments[choice.rival].core
    return ToldYear(year=years[choice.at], rival=rival, margin=choice.margin)


def _nearest_to(
    chosen: Sequence[Moment], at: int, option: _Beside, calendar: Calendar
) -> Choice:
    """Choose by what was told before it, or after it where that takes it back."""
    near = [*chosen[at : at + 1], *chosen[max(at - 1, 0) : at]]
    if not option.taken_back:
        near.reverse()
    back = 1.0 if option.taken_back else BACK_IN_STORY
    strange = _strange(option.moments, calendar)
    costs = [
        cost + (distance(near[0], moment, back) if near else 0.0)
        for cost, moment in zip(strange, option.moments, strict=True)
    ]
    return choice_of(costs)


def _telling(
    texts: Sequence[str], found: Sequence[Sequence[Candidate]]
) -> Iterator[tuple[Place, str, Candidate, bool | None]]:
    """Yield the expressions that can move the story on (None), and those beside it.

    Beside it is what was taken back (True), and when somebody came to know of
    something (False).
    """
    for at, (text, candidates) in enumerate(zip(texts, found, strict=True)):
        for number, candidate in enumerate(candidates):
            following = candidates[number + 1 : number + 2]
            struck = following and corrected(text, candidate.end, following[0].start)
            if not candidate.expr.moves:
                continue
            start, end = candidate.start, candidate.end
            if born_here(text, start) or cited(text, start, end):
                continue
            learnt = learnt_later(text, start, end)
            beside = bool(struck) if struck or learnt else None
            yield (at, number), text, candidate, beside


def _possible(expr: Expr, story: Story) -> tuple[tuple[int, ...], tuple[Moment, ...]]:
    """Return the years that it can be in and its moments there; no years when told."""
    if expr.open_year:
        return _instances(expr, story)
    alone = Story(
        kind=story.kind,
        reference=story.reference,
        region=story.region,
        births=story.births,
        period=story.period,
    )
    moment = expr.resolve(alone)
    if moment.first is None or moment.review:
        return (), ()
    if expr.told_year is None and moment.anchor is not Anchor.SPOKEN:
        return (), ()
    if is_aside(expr, moment, story):
        return (), ()
    return (), (moment,)


def _instances(expr: Expr, story: Story) -> tuple[tuple[int, ...], tuple[Moment, ...]]:
    limit = story.reference
    begin = _known_begin(story)
    if limit is None and begin is None:
        return (), ()
    last = limit.year if limit else begin.year + _YEARS_OPEN if begin else 0
    first = min(begin.year, last) - 1 if begin else last - _YEARS_OPEN
    found = [
        (year, moment)
        for year in range(first, last + 1)
        if (moment := expr.with_year(year).resolve(story)).first
    ]
    past = [x for x in found if limit is None or (x[1].first or limit) <= limit]
    near = [x for x in past if not far_from(story.period, x[1])]
    chosen = _on_its_weekday(expr, near or past or found)
    return tuple(y for y, _ in chosen), tuple(m for _, m in chosen)


def _known_begin(story: Story) -> dt.date | None:
    """Return the day that the telling is likely to begin with."""
    if story.previous is not None and story.previous.first is not None:
        return story.previous.first
    return story.period.earliest


def _on_its_weekday(
    expr: Expr, found: list[tuple[int, Moment]]
) -> list[tuple[int, Moment]]:
    if expr.weekday is None:
        return found
    fitting = [
        x
        for x in found
        if x[1].precision is Precision.DAY
        and x[1].first
        and x[1].first.isoweekday() == expr.weekday
    ]
    return fitting or found


def _to_come(text: str, candidate: Candidate) -> bool:
    return planned(text, candidate.start, candidate.end, kind=REPORT) is True


_RETURN, _RETURN_FROM_LONG = 250.0, 100.0


def _leaving(moment: Moment) -> float:
    """Return what it costs to go on where the telling was before a told year."""
    loose = moment.anchor is Anchor.SPOKEN or (moment.core.days or 365) > _LONG
    return _RETURN_FROM_LONG if loose else _RETURN


_LONG = 62
_STRANGE, _ELSEWHERE = 120.0, 250.0
_NEAR_KNOWN = 45


def _strange(moments: Sequence[Moment], calendar: Calendar) -> tuple[float, ...]:
    """Return what each moment costs, by how little the documents know of it.

    A day that one of them tells with its year makes the same day of other years
    unlikely.
    """
    told = [m.first == m.last and calendar.holds(m.first) for m in moments]
    return tuple(
        0.0 if known else _strangeness(m, calendar) + _ELSEWHERE * any(told)
        for m, known in zip(moments, told, strict=True)
    )


def _strangeness(moment: Moment, calendar: Calendar) -> float:
    if moment.first is None or moment.last is None or not calendar.days:
        return 0.0
    return _STRANGE / (1 + calendar.near(moment.first, moment.last, _NEAR_KNOWN))


def _weight_back(text: str, candidate: Candidate) -> float:
    """Return what a day back counts for: little where "had al" looks back."""
    before = text[max(0, candidate.start - _CLAUSE) : candidate.start]
    after = text[candidate.end : candidate.end + _CLAUSE]
    sentence = _SENTENCE.split(before)[-1] + " " + _SENTENCE.split(after)[0]
    return 1.0 if _BEFORE_THAT.search(sentence) else BACK_IN_STORY
