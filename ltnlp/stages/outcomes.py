"""A plan and what became of it, told by one source: one happening."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ltnlp.domain.events import Event, Realised
from ltnlp.stages.wording import likeness, rarity, stems

WITHIN = dt.timedelta(days=60)
FURTHEST = 10
"""How many happenings further in the same source an outcome is looked for."""
RARE = 3
"""A word that more happenings of a source share does not tell which plan is meant."""
ALIKE = 0.3
FAILED = frozenset({Realised.NO, Realised.ATTEMPT})


def outcomes(events: Iterable[Event]) -> tuple[tuple[str, str], ...]:
    """Return pairs of event ids: a plan, and the telling that it came to nothing."""
    by_document: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_document[event.accounts[0].document].append(event)
    return tuple(
        pair
        for document in sorted(by_document)
        for pair in _in_document(sorted(by_document[document], key=_place))
    )


def _place(event: Event) -> tuple[int, str]:
    return (event.accounts[0].source.start, event.id)


def _in_document(events: Sequence[Event]) -> Iterator[tuple[str, str]]:
    bags = [stems(event.accounts[0].wording) for event in events]
    weights = rarity(bags)
    counts: Counter[str] = Counter(stem for bag in bags for stem in bag)
    taken: set[int] = set()
    for at, plan in enumerate(events):
        if plan.realised is not Realised.INTENDED:
            continue
        for later in range(at + 1, min(at + 1 + FURTHEST, len(events))):
            outcome = events[later]
            if later in taken or not _follows(plan, outcome):
                continue
            if _same(bags[at], bags[later], counts, weights):
                taken.add(later)
                yield plan.id, outcome.id
                break


def _follows(plan: Event, outcome: Event) -> bool:
    if outcome.realised not in FAILED:
        return False
    begun = plan.date.earliest if plan.date else None
    done = outcome.date.earliest if outcome.date else None
    return begun is None or done is None or begun <= done <= begun + WITHIN


def _same(
    plan: frozenset[str],
    outcome: frozenset[str],
    counts: Mapping[str, int],
    weights: Mapping[str, float],
) -> bool:
    telling = {stem for stem in plan & outcome if counts[stem] <= RARE}
    return bool(telling) and likeness(plan, outcome, weights) >= ALIKE
