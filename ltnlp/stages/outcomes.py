"""A plan and what became of it: one happening, or two that are linked."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ltnlp.domain.dates import Precision
from ltnlp.domain.events import Event, Realised
from ltnlp.domain.timeline import Relation, RelationKind
from ltnlp.stages.wording import likeness, rarity, stems

WITHIN = dt.timedelta(days=60)
REALISED_WITHIN = dt.timedelta(days=120)
SOON = dt.timedelta(days=45)
LONG = 6
"""Letters of a stem that by itself can name what was planned."""
FURTHEST = 10
"""How many happenings further in the same source an outcome is looked for."""
RARE = 3
"""A word that more happenings of a source share does not tell which plan is meant."""
ALIKE = 0.3
FAILED = frozenset({Realised.NO, Realised.ATTEMPT})
_NO_NAME = stems(
    "eindelijk eventueel mogelijk laatste volgende opnieuw langzaam huisarts jeugdarts"
    " kinderarts schoolarts oogarts logopedist psycholoog psychiater wijkteam wijkagent"
    " gezinscoach gezinsvoogd jeugdbeschermer leerkracht directeur pleegmoeder pleegvader"
    " pleegouders pleegzorg gemeente verpleegkundige praktijkondersteuner begeleider"
)
"""Long words that do not name what was planned: how, and by whom."""
_ARRANGED = re.compile(
    r"\b(?:(?:in)?gepland|ingeroosterd|uitgenodigd|uitnodiging|aangekondigd|(?:verzet|verplaatst"
    r"|verschoven) naar|staat (?:gepland )?(?:voor|op) (?:\w+dag )?\d)|\bafspr(?:aak|aken)\b[^.;]*\bgemaakt\b"
)
"""Words for what was arranged: that was done, and what it is for lies ahead."""
_AS_AGREED = re.compile(
    r"\binderdaad\b|\b(?:zoals|volgens|conform) (?:afgesproken|afspraak|gepland|beloofd)\b"
)
_SPLIT_VERB = re.compile(
    r"\b(op|af|aan|in|uit|na|door|terug|mee|over|voor|toe|bij|om|weg|vast) te (\w+en)\b"
)
_CALLED_OFF = re.compile(
    r"\b(?:afgezegd|afgemeld|vervallen|vervalt|geannuleerd|verzet|uitgesteld|gaat niet door"
    r"|(?:zegt|zei|belt|belde) (?:\w+ ){0,3}af)\b"
)
_UNDONE = re.compile(
    r"(?:[.;,] |\bmaar ).*\b(?:niet|nooit|niets|niks|niemand|afgezegd|vervallen|vervalt|geannuleerd"
    r"|afgelast)\b",
    re.DOTALL,
)
"""Words in the telling of a plan that say that nothing came of it."""


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
        for pair in _in_document(sorted(by_document[document], key=_start))
    )


def realisations(events: Sequence[Event]) -> tuple[Relation, ...]:
    """Return for each plan the first later happening that tells what came of it.

    A plan is what is intended, and what was arranged: an invitation, an appointment
    made or moved. On the very day that was planned for, less has to be alike.

    Args:
        events: joined and in order.
    """
    bags = [_words(event) for event in events]
    weights = rarity(bags)
    by_stem: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for stem in bag:
            by_stem[stem].append(at)
    found = []
    for at, plan in enumerate(events):
        if not is_plan(plan):
            continue
        shared = sorted({n for stem in bags[at] for n in by_stem[stem] if n != at})
        likely = [n for n in shared if _comes_of(plan, events[n])]
        on_day = [n for n in likely if _on_day(plan, events[n])]
        alike = (
            n
            for n in likely
            if likeness(bags[at], bags[n], weights) >= _enough(events[n])
            and _same_thing(bags[at] & bags[n], plan, events[n])
        )
        later = next(iter(on_day), next(alike, None))
        if later is not None:
            found.append(_link(plan, events[later]))
    return tuple(found)


def _words(event: Event) -> frozenset[str]:
    """Return the telling words; "toe te kennen" is "toekennen"."""
    told = " ".join(account.wording for account in event.accounts)
    return stems(_SPLIT_VERB.sub(r"\1\2", told.lower()))


def _enough(later: Event) -> float:
    """Return how alike it must be: less where it says itself that it was agreed."""
    agreed = _AS_AGREED.search(later.accounts[0].wording.lower())
    return ALIKE / 2 if agreed else ALIKE


def _same_thing(shared: frozenset[str], plan: Event, later: Event) -> bool:
    """Tell whether the words that two share can say that one is what became of the other.

    One word says it only soon after, and a short one ("vraag") only of what failed.
    """
    agreed = _AS_AGREED.search(later.accounts[0].wording.lower())
    if len(shared) > 1 or agreed:
        return True
    begun = plan.date.earliest if plan.date else None
    first = later.date.earliest if later.date else None
    soon = begun is not None and first is not None and first <= begun + SOON
    named = any(len(stem) >= LONG for stem in shared - _NO_NAME)
    return soon and (named or later.realised in FAILED)


def is_plan(event: Event) -> bool:
    """Tell whether an event lies ahead in what is told of it: intended or arranged."""
    if event.realised is Realised.INTENDED:
        return not told_undone(event)
    words = event.accounts[0].wording.lower()
    arranged = event.realised is Realised.YES and len(event.accounts) == 1
    return arranged and bool(_ARRANGED.search(words))


def told_undone(event: Event) -> bool:
    """Tell whether the tellings of a plan say themselves that nothing came of it."""
    return any(
        account.realised in FAILED or _UNDONE.search(account.wording.lower())
        for account in event.accounts
    )


def _comes_of(plan: Event, later: Event) -> bool:
    """Tell whether one can be the doing, or the failing, of the plan before it."""
    begun = plan.date.earliest if plan.date else None
    first = later.date.earliest if later.date else None
    if begun is None or first is None or later.realised is Realised.INTENDED:
        return False
    if later.realised is Realised.UNKNOWN or _place(plan, later):
        return False
    within = REALISED_WITHIN if later.realised is Realised.YES else WITHIN
    return begun <= first <= begun + within


def _place(plan: Event, later: Event) -> bool:
    """Tell whether what is told in the same source stands before the plan."""
    one, other = plan.accounts[0], later.accounts[0]
    return one.document == other.document and other.source.start < one.source.start


def _on_day(plan: Event, later: Event) -> bool:
    """Tell whether it happened on the very day that a plan is for."""
    if (
        plan.date is None
        or later.date is None
        or plan.realised is not Realised.INTENDED
    ):
        return False
    day = plan.date.precision is Precision.DAY and plan.date.bounds.known
    return day and plan.date.bounds == later.date.bounds


def _link(plan: Event, later: Event) -> Relation:
    done = later.realised is Realised.YES and not _CALLED_OFF.search(
        later.accounts[0].wording.lower()
    )
    return Relation(
        first=plan.id,
        second=later.id,
        kind=RelationKind.REALISED_BY if done else RelationKind.UNDONE_BY,
        account=later.accounts[0].id,
    )


def _start(event: Event) -> int:
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
        named = (n for n in on_day if bags[at] & bags[n])
        later = next(alike, next(named, None))
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
