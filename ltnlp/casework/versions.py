"""Versions of the timeline: kept when it changed, listed and compared."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from ltnlp.casework.home import Home
from ltnlp.casework.last_run import never_run
from ltnlp.casework.words import with_pseudonyms
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.errors import InputError
from ltnlp.domain.events import Realised
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.domain.versions import (
    Change,
    ChangeKind,
    Comparison,
    EventThen,
    Version,
)
from ltnlp.stages import versions as version_stage


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One version in numbers."""

    number: int
    made_at: dt.datetime
    events: int
    corrections: int
    sources: int


def keep_version(
    home: Home, review_id: str, timeline: IntegratedTimeline | None = None
) -> int:
    """Keep the timeline of the last run as a version where it differs; return its number.

    `timeline` is that timeline where it is at hand; else it is read.
    """
    store = home.store(review_id)
    timeline = timeline or store.timeline()
    if timeline is None:
        raise never_run(review_id)
    made = version_stage.version(
        timeline,
        store.documents(),
        corrections=len(store.corrections()),
    )
    last = _last(home, review_id)
    if last is not None and version_stage.same(last, made):
        return last.number
    number = last.number + 1 if last else 1
    store.add_version(version_stage.numbered(made, number, dt.datetime.now(dt.UTC)))
    return number


def list_versions(home: Home, review_id: str) -> tuple[VersionLine, ...]:
    """Return the versions of a review, the oldest first."""
    return tuple(VersionLine(**row) for row in home.store(review_id).versions())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event as two versions have it; None on the side that lacks it.

    `change` tells what differs and why; None where both are the same.
    """

    before: EventThen | None
    after: EventThen | None
    change: Change | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two versions of a timeline beside one another, in order of time."""

    comparison: Comparison
    rows: tuple[Row, ...]


def side_by_side(
    home: Home, review_id: str, before: int | None = None, after: int | None = None
) -> SideBySide | None:
    """Return two versions event by event; by default the last two.

    None where there is only one version and none was asked for.

    Raises:
        InputError: there is no version with that number.
        StateError: the review was never run.
    """
    found = compare_versions(home, review_id, before, after)
    if found is None:
        return None
    old, new = (_one(home, review_id, n) for n in (found.before, found.after))
    earlier = {event.id: event for event in old.events}
    changed = {c.event: c for c in found.changes if c.kind is not ChangeKind.WENT}
    rows = [_row(event, changed.get(event.id), earlier) for event in new.events]
    rows += [
        Row(before=earlier[c.event], after=None, change=c)
        for c in found.of(ChangeKind.WENT)
    ]
    return SideBySide(comparison=found, rows=tuple(sorted(rows, key=_when)))


def _row(
    event: EventThen, change: Change | None, earlier: Mapping[str, EventThen]
) -> Row:
    """Return an event of the later version beside what it was; as it was then, where it changed."""
    if change is None:
        return Row(before=event, after=event, change=None)
    if change.kind is ChangeKind.CAME:
        return Row(before=None, after=event, change=change)
    then = {one.field: one.before for one in change.fields}
    known = earlier.get(event.id, event)
    before = replace(
        known,
        what=then.get("what", event.what),
        when=then.get("when", event.when),
        realised=Realised(then.get("realised", event.realised)),
    )
    return Row(before=before, after=event, change=change)


def _when(row: Row) -> tuple[bool, dt.date]:
    """Return what rows are ordered by; what has no day stands last."""
    event = row.after or row.before
    first = bounds_of(event.when).earliest if event and event.when else None
    return (first is None, first or dt.date.max)


def compare_versions(
    home: Home, review_id: str, before: int | None = None, after: int | None = None
) -> Comparison | None:
    """Return what differs between two versions; by default the last two.

    None where there is only one version and none was asked for.

    Raises:
        InputError: there is no version with that number.
        StateError: the review was never run.
    """
    store = home.store(review_id)
    numbers = [line.number for line in list_versions(home, review_id)]
    if not numbers:
        raise never_run(review_id)
    later = numbers[-1] if after is None else after
    earlier = later - 1 if before is None else before
    if before is None and earlier not in numbers:
        return None
    return version_stage.compare(
        _one(home, review_id, earlier),
        _one(home, review_id, later),
        store.corrections(),
    )


def _one(home: Home, review_id: str, number: int) -> Version:
    found = home.store(review_id).version(number)
    if found is None:
        raise InputError(
            f"review {review_id} has no version {number}",
            message_nl=f"Versie {number} bestaat niet; zie 'ltnlp versions'.",
        )
    return _without_names(home, review_id, found)


def _without_names(home: Home, review_id: str, version: Version) -> Version:
    """Return a version without the names that were only found after it was kept."""
    texts = [
        text for event in version.events for text in (event.what, *event.conflicts)
    ]
    clean = iter(with_pseudonyms(home, review_id, texts))
    events = tuple(
        replace(
            event,
            what=next(clean),
            conflicts=tuple(islice(clean, len(event.conflicts))),
        )
        for event in version.events
    )
    return replace(version, events=events)


def called_before(home: Home, review_id: str, names: Collection[str]) -> dict[str, str]:
    """Return what events that are gone were called in the last version that had them."""
    found: dict[str, str] = {}
    for line in reversed(list_versions(home, review_id)):
        if found.keys() >= set(names):
            break
        for event in _one(home, review_id, line.number).events:
            for name in {event.id, *event.formerly} & {*names} - found.keys():
                found[name] = event.what
    return found


def _last(home: Home, review_id: str) -> Version | None:
    lines = list_versions(home, review_id)
    return home.store(review_id).version(lines[-1].number) if lines else None
