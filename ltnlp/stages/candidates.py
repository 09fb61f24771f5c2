"""Which events are worth comparing: those that share a day, a kind or a rare word.

Each event is listed under its features within a stretch of time; a list that grows
too long says nothing of which event it is and is left out, so that the number of
pairs grows with the number of events and not with its square.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from ltnlp.domain.bounds import Bounds
from ltnlp.stages.likeness import Features

FEW = 200
"""As many events are compared each with each."""
LONGEST_LIST = 12
MONTHS_LISTED = 6
PRECISE_DAYS = 7


def pairs(items: Sequence[Features]) -> list[tuple[int, int]]:
    """Return the pairs of indices worth comparing, in a fixed order."""
    if len(items) <= FEW:
        return [
            pair for pair in combinations(range(len(items)), 2) if _apart(items, *pair)
        ]
    lists: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for key in _keys(item):
            lists[key].append(index)
    found = {
        pair
        for members in lists.values()
        if 1 < len(members) <= LONGEST_LIST
        for pair in _each(members, items)
    }
    return sorted(found)


def _each(
    members: Sequence[int], items: Sequence[Features]
) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(members):
        for other in members[at + 1 :]:
            if _apart(items, one, other):
                yield (one, other)


def _apart(items: Sequence[Features], one: int, other: int) -> bool:
    return not items[one].documents & items[other].documents


def _keys(item: Features) -> Iterator[tuple[str, ...]]:
    bounds = item.bounds or item.context
    months = tuple(_months(bounds)) if bounds else ("",)
    if bounds and item.bounds:
        yield from _day_keys(item, bounds)
    for month in months:
        yield ("type", month, item.event.type)
        for family in item.families - {"informeel"}:
            yield ("party", month, item.event.type, family)
        for stem in item.stems:
            yield ("word", month, stem)
    for one, other in _twos(sorted(item.stems)):
        yield ("words", one, other)


def _day_keys(item: Features, bounds: Bounds) -> Iterator[tuple[str, ...]]:
    first, last = bounds.earliest, bounds.latest
    if first is None or last is None or (last - first).days > PRECISE_DAYS:
        return
    for offset in range((last - first).days + 1):
        day = (first + dt.timedelta(days=offset)).isoformat()
        yield ("day", day)
        yield ("day", day, item.event.type)
        for family in item.families:
            yield ("day", day, item.event.type, family)


def _months(bounds: Bounds) -> Iterator[str]:
    first, last = bounds.earliest or bounds.latest, bounds.latest or bounds.earliest
    if first is None or last is None:
        return
    at = first.replace(day=1)
    for _ in range(MONTHS_LISTED):
        if at > last:
            return
        yield at.isoformat()[:7]
        at = (at + dt.timedelta(days=32)).replace(day=1)


def _twos(stems: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Yield pairs of neighbouring stems in the alphabet: enough to meet a twin."""
    return pairwise(stems)
