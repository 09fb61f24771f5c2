"""Event → Event: what one telling counts within a long stretch is as many events.

"Tweemaal in 2008 gemeld" tells two reports of which nobody says when in the year. Two
calls on one day, or visits in a month, stay one happening: nobody would draw them apart.
"""

from dataclasses import replace

from ltnlp.domain.events import Event, Realised

LONG = 92
"""Days of the stretch from which on the times that are told lie apart."""
MOST = 3
"""More times than this are a habit, told as one."""
APART = frozenset(
    {
        "melding", "advies", "verwijzing", "aanmelding", "intake", "afwijzing", "overleg",
        "overdracht", "wisseling", "besluit", "opschaling", "afsluiting", "onderzoek",
        "plaatsing", "incident", "gezin", "wonen", "medisch",
    }
)  # fmt: skip
"""Kinds of happening of which each time is a happening of its own."""
ORDINALS = ("eerste", "tweede", "derde")


def each_time(event: Event) -> tuple[Event, ...]:
    """Return one event for each time that a fresh event tells, itself for one time.

    All have the same words, place and bounds; the first keeps its ids.
    """
    if not _lie_apart(event):
        return (event,)
    return tuple(_one(event, number) for number in range(event.times))


def _lie_apart(event: Event) -> bool:
    if not 1 < event.times <= MOST or event.type not in APART:
        return False
    first = event.date.earliest if event.date else None
    last = event.date.latest if event.date else None
    long = first is not None and last is not None and (last - first).days >= LONG
    return long and event.realised is Realised.YES


def _one(event: Event, number: int) -> Event:
    account = event.accounts[0]
    suffix = f"-{number + 1}" if number else ""
    return replace(
        event,
        id=event.id + suffix,
        what=f"{event.what} ({ORDINALS[number]} van {event.times})",
        accounts=(replace(account, id=account.id + suffix),),
        times=1,
    )
