"""A plan and what became of it, told by one source: one happening."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ltnlp.domain.dates import Precision
from ltnlp.domain.events import Event, Realised
from ltnlp.domain.timeline import Relation, RelationKind
from ltnlp.stages.wording import likeness, rarity, stems

WITHIN = dt.timedelta(days=60)
REALISED_WITHIN = dt.timedelta(days=120)
FURTHEST = 10
"""How many happenings further in the same source an outcome is looked for."""
RARE = 3
"""A word that more happenings of a source share does not tell which plan is meant."""
ALIKE = 0.3
FAILED = frozenset({Realised.NO, Realised.ATTEMPT})


def outcomes(events: Iterable[Event]) -> tuple[tuple[str, str], ...]:
    """Return pairs of event ids: a plan, and the telling that it came to nothing.

    Args:
        events: each with one account, in the order of their content.
    """
    by_document: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_document[event.accounts[0].document].append(event)
    return tuple(
        pair
        for document in by_document
        for pair in _in_document(sorted(by_document[document], key=_place))
    )


def realisations(events: Sequence[Event]) -> tuple[Relation, ...]:
    """Return for each plan the first later happening that is its doing.

    Args:
        events: joined and in order.
    """
    bags = [stems(" ".join(a.wording for a in event.accounts)) for event in events]
    weights = rarity(bags)
    by_stem: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for stem in bag:
            by_stem[stem].append(at)
    found = []
    for at, plan in enumerate(events):
        if plan.realised is Realised.INTENDED:
            shared = {n for stem in bags[at] for n in by_stem[stem] if n > at}
            for later in sorted(shared):
                alike = likeness(bags[at], bags[later], weights)
                if alike >= ALIKE and _does(plan, events[later]):
                    found.append(_link(plan, events[later]))
                    break
    return tuple(found)


def _does(plan: Event, done: Event) -> bool:
    begun = plan.date.earliest if plan.date else None
    first = done.date.earliest if done.date else None
    if done.realised is not Realised.YES or begun is None or first is None:
        return False
    return begun <= first <= begun + REALISED_WITHIN


def _link(plan: Event, done: Event) -> Relation:
    return Relation(
        first=plan.id,
        second=done.id,
        kind=RelationKind.REALISED_BY,
        account=done.accounts[0].id,
    )


def _place(event: Event) -> int:
    return event.accounts[0].source.start


def _in_document(events: Sequence[Event]) -> Iterator[tuple[str, str]]:
    bags = [stems(event.accounts[0].wording) for event in events]
    weights = rarity(bags)
    counts: Counter[str] = Counter(stem for bag in bags for stem in bag)
    taken: set[int] = set()
    for at, plan in enumerate(events):
        if plan.realised is not Realised.INTENDED:
            continue
        following = [
            later
            for later in range(at + 1, min(at + 1 + FURTHEST, len(events)))
            if later not in taken and _follows(plan, events[later])
        ]
        on_day = [n for n in following if _on_its_day(plan, events[n])]
        likely = on_day or following
        alike = (n for n in likely if _same(bags[at], bags[n], counts, weights))
        later = next(alike, None)
        if later is not None:
            taken.add(later)
            yield plan.id, events[later].id


def _follows(plan: Event, outcome: Event) -> bool:
    if outcome.realised not in FAILED:
        return False
    begun = plan.date.earliest if plan.date else None
    done = outcome.date.earliest if outcome.date else None
    return begun is None or done is None or begun <= done <= begun + WITHIN


def _on_its_day(plan: Event, outcome: Event) -> bool:
    """Tell whether a later note tells of the very day that was planned for."""
    if plan.date is None or outcome.date is None:
        return False
    day = plan.date.precision is Precision.DAY and plan.date.bounds.known
    apart = plan.accounts[0].passage != outcome.accounts[0].passage
    return day and apart and plan.date.bounds == outcome.date.bounds


def _same(
    plan: frozenset[str],
    outcome: frozenset[str],
    counts: Mapping[str, int],
    weights: Mapping[str, float],
) -> bool:
    telling = {stem for stem in plan & outcome if counts[stem] <= RARE}
    return bool(telling) and likeness(plan, outcome, weights) >= ALIKE
