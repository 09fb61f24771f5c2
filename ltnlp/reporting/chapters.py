"""The timeline in chapters by period: years, or shorter where much happened."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ltnlp.domain.dates import OPEN, Bounds
from ltnlp.domain.events import Event
from ltnlp.domain.months import MONTHS
from ltnlp.domain.timeline import IntegratedTimeline, Placed

COMFORTABLE = 40
"""Events that a chapter holds before the years are divided."""
UNITS = (12, 6, 3, 1)
HISTORY = "Voorgeschiedenis"
AFTERWARDS = "Na de periode van de review"
UNDATED = "Zonder datum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A period with its events in the order of the timeline."""

    title: str
    events: tuple[Event, ...]


def divide(
    timeline: IntegratedTimeline, events: Sequence[Event]
) -> tuple[Chapter, ...]:
    """Divide events into chapters; history comes first, what has no place last.

    What has no date of its own stands behind the event that its teller told before it.
    """
    places = {placed.event: placed for placed in timeline.placed}
    days = {event.id: first_day(event, places) for event in events}
    months = _unit(events, days)
    titled: dict[tuple[int, int], tuple[str, list[Event]]] = {}
    before: tuple[tuple[int, int], str] | None = None
    for event in events:
        head = _chapter(event, days[event.id], timeline.period, months)
        if days[event.id] is None and before is not None and _told_among_dated(event):
            head = before
        before = head if days[event.id] else before
        titled.setdefault(head[0], (head[1], []))[1].append(event)
    return tuple(
        Chapter(title=title, events=tuple(held))
        for _, (title, held) in sorted(titled.items(), key=lambda item: item[0])
    )


def _told_among_dated(event: Event) -> bool:
    """Tell whether the timeline has a place for it by the days told around it."""
    return any(account.context is not None for account in event.accounts)


def first_day(event: Event, places: dict[str, Placed]) -> dt.date | None:
    """Return the first possible day of an event, None where none is known."""
    bounds = likely_bounds(event, places)
    return bounds.earliest or bounds.latest


def likely_bounds(event: Event, places: dict[str, Placed]) -> Bounds:
    """Return where the timeline puts an event, else what its own date says."""
    placed = places.get(event.id)
    if placed is not None and placed.bounds.known:
        return placed.bounds
    return event.date.bounds if event.date else OPEN


def _unit(events: Sequence[Event], days: dict[str, dt.date | None]) -> int:
    """Return the longest unit in months in which no chapter gets too long."""
    for months in UNITS:
        sizes: dict[int, int] = {}
        for event in events:
            day = days[event.id]
            if day and not event.outside_period:
                at = _slot(day, months)
                sizes[at] = sizes.get(at, 0) + 1
        if max(sizes.values(), default=0) <= COMFORTABLE:
            return months
    return UNITS[-1]


def _slot(day: dt.date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months


def _chapter(
    event: Event, day: dt.date | None, period: Bounds, months: int
) -> tuple[tuple[int, int], str]:
    if day is None:
        return (3, 0), UNDATED
    if event.outside_period and period.earliest and day < period.earliest:
        return (0, 0), HISTORY
    if event.outside_period and period.latest and day > period.latest:
        return (2, 0), AFTERWARDS
    if period.earliest and _slot(day, months) < _slot(period.earliest, months):
        return (0, 0), HISTORY
    return (1, _slot(day, months)), _title(day, months)


def _title(day: dt.date, months: int) -> str:
    if months == 12:
        return str(day.year)
    begin = (day.month - 1) // months * months
    if months == 1:
        return f"{MONTHS[begin].capitalize()} {day.year}"
    return f"{MONTHS[begin].capitalize()} – {MONTHS[begin + months - 1]} {day.year}"
