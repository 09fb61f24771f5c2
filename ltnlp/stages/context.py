"""Where a telling without a sure day stands among dated ones: what that says of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.dates import Bounds, DateType, Precision, UncertainDate
from ltnlp.domain.events import Event
from ltnlp.domain.pseudonyms import ReleasedDate, ReleasedPassage

Moment = tuple[int, int, Bounds]
"""Ordinal of the passage, offset in it, and the bounds told there."""

REACH = 12
SLACK = dt.timedelta(days=31)
LONGEST = dt.timedelta(days=400)
GUESS = 0.25
"""Under this confidence a day counted from the story is wrong three times of five."""


def surrounded(
    events: Sequence[Event],
    *,
    passages: Sequence[ReleasedPassage],
    dates: Mapping[str, Sequence[ReleasedDate]],
) -> tuple[Event, ...]:
    """Return the events, accounts without a sure day with bounds from the dates around.

    A teller mostly goes on in the order of time, so the date told before and the one
    told after are likely bounds. Where no day is told they serve to find and to place,
    never as a date; a day that is but a guess is widened to them.
    """
    moments = _moments(passages, dates)
    place = {p.id: (p.document, p.ordinal) for p in passages}
    return tuple(_placed(event, moments, place) for event in events)


def _moments(
    passages: Sequence[ReleasedPassage], dates: Mapping[str, Sequence[ReleasedDate]]
) -> dict[str, list[Moment]]:
    moments: dict[str, list[Moment]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: (p.document, p.ordinal)):
        for date in dates.get(passage.id, ()):
            if _tells_when(date):
                moment = (passage.ordinal, date.span.start, date.value.bounds)
                moments[passage.document].append(moment)
    return moments


def _tells_when(date: ReleasedDate) -> bool:
    value = date.value
    plain = value.type not in {DateType.DURATION, DateType.SET, DateType.TIME}
    whole = value.earliest is not None and value.latest is not None
    left_out = value.citation or value.superseded or _guessed(value)
    return plain and whole and not left_out


def _placed(
    event: Event,
    moments: Mapping[str, Sequence[Moment]],
    place: Mapping[str, tuple[str, int]],
) -> Event:
    account = event.accounts[0]
    day = account.date if account.date and account.date.bounds.known else None
    if day is not None and not _guessed(day):
        return event
    document, ordinal = place[account.passage]
    around = _around(moments.get(document, ()), ordinal, account.span.start)
    if around is None:
        return event
    if day is not None:
        day = _widened(day, around)
        account = replace(account, date=day)
        event = replace(event, date=day)
    return replace(event, accounts=(replace(account, context=around),))


def _guessed(date: UncertainDate) -> bool:
    return date.confidence < GUESS


def _widened(date: UncertainDate, around: Bounds) -> UncertainDate:
    """Return a guess as wide as what is told around it allows; what it was stays beside."""
    hull = around.hull(date.bounds)
    return replace(
        date,
        type=DateType.VAGUE,
        edtf=f"{hull.earliest or '..'}/{hull.latest or '..'}",
        earliest=hull.earliest,
        latest=hull.latest,
        precision=Precision.INTERVAL,
        qualifier="",
        alternatives=(date.bounds, *date.alternatives),
    )


def _around(moments: Sequence[Moment], ordinal: int, start: int) -> Bounds | None:
    before = [m for m in moments if (m[0], m[1]) <= (ordinal, start)]
    after = [m for m in moments if (m[0], m[1]) > (ordinal, start)]
    first = _near(before[-1:], ordinal)
    last = _near(after[:1], ordinal)
    if first is None or first.earliest is None:
        return None
    earliest = first.earliest
    latest = last.latest if last else None
    ends = [d for d in (first.latest, latest) if d is not None]
    end = max(ends, default=earliest) + SLACK
    if end - earliest > LONGEST:
        end = earliest + LONGEST
    return Bounds(earliest=earliest - SLACK, latest=end)


def _near(moments: Sequence[Moment], ordinal: int) -> Bounds | None:
    return next(_bounds(moments, ordinal), None)


def _bounds(moments: Sequence[Moment], ordinal: int) -> Iterator[Bounds]:
    for there, _, bounds in moments:
        if abs(there - ordinal) <= REACH:
            yield bounds
