"""Events → IntegratedTimeline: joined, ordered, with knowledge, gaps and moments."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.corrections import Correction
from ltnlp.domain.documents import Document
from ltnlp.domain.events import Event, Status
from ltnlp.domain.timeline import Alike, IntegratedTimeline, Integration, Relation
from ltnlp.stages.accounts import Joined, join
from ltnlp.stages.gaps import gaps
from ltnlp.stages.knowledge import known, tunnel, tunnels
from ltnlp.stages.moments import moments
from ltnlp.stages.order import ordered
from ltnlp.stages.outcomes import realisations
from ltnlp.stages.replay import Replay
from ltnlp.stages.rows import joined_by_mark, without_own
from ltnlp.stages.voices import own_words, remarks, with_views

__all__ = ["Integration", "integrate", "tunnel", "tunnels"]


def integrate(
    events: Sequence[Event],
    *,
    corrections: Sequence[Correction],
    period: Bounds,
    documents: Sequence[Document],
) -> Integration:
    """Join the accounts of all sources to one timeline and replay the corrections.

    The same whatever the order of events, documents and corrections (these count in
    the order in which they were made). A rejected event stays on the timeline with
    that status, so that the rejection can be seen and undone.
    """
    replay = Replay(corrections, documents)
    told = without_own(replay.added(events))
    joined = join(told, joined_by_mark(replay.wishes(told), told))
    corrected = [_scoped(event, period) for event in replay.corrected(joined.events)]
    order = ordered(corrected)
    rank = {placed.event: placed.order for placed in order.placed}
    in_order = tuple(sorted(corrected, key=lambda event: rank[event.id]))
    standing = [e for e in in_order if e.status is not Status.REJECTED]
    linked = realisations(standing)
    open_ends = gaps(standing, {relation.first for relation in linked})
    proposed = moments(
        standing,
        open_ends,
        chosen=replay.chosen(in_order),
        refused=replay.refused(in_order),
    )
    timeline = IntegratedTimeline(
        events=in_order,
        placed=order.placed,
        relations=(*order.relations, *linked),
        contradictions=order.contradictions,
        gaps=open_ends,
        moments=with_views(proposed, replay, in_order),
        knowledge=known(standing, documents),
        period=period,
        remarks=remarks(replay, in_order),
        story=own_words(replay, in_order),
        alike=_still_asked(joined, standing, linked),
    )
    return Integration(timeline=timeline, orphans=replay.orphans())


def _still_asked(
    joined: Joined, standing: Iterable[Event], linked: Iterable[Relation]
) -> tuple[Alike, ...]:
    """Leave out what people rejected or dated apart, and a plan with its doing."""
    told, days = _days(joined.events), _days(standing)
    planned = {frozenset((relation.first, relation.second)) for relation in linked}

    def asked(one: str, other: str) -> bool:
        if not days.keys() >= {one, other} or frozenset((one, other)) in planned:
            return False
        as_told = days[one] == told[one] and days[other] == told[other]
        return as_told or days[one].meets(days[other])

    return tuple(pair for pair in joined.alike if asked(pair.event, pair.other))


def _days(events: Iterable[Event]) -> dict[str, Bounds]:
    return {e.id: e.date.bounds if e.date else OPEN for e in events}


def _scoped(event: Event, period: Bounds) -> Event:
    """Mark what surely lies outside the period of the review as history."""
    if event.date is None or not event.date.bounds.known:
        return event
    outside = not event.date.bounds.meets(period)
    return replace(event, outside_period=outside) if outside else event
