"""Review → what remains in it that could point to somebody, and how rare it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import prod

from ltnlp.domain.events import Status
from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Actor
from ltnlp.domain.risk import Combination, Feature, Level, Rarity, RiskSheet, Trait
from ltnlp.domain.timeline import IntegratedTimeline

HIGH, MIDDLE = 10, 100
"""Families for whom a combination holds, below which its risk is high or middle."""
RARE = 15
"""One in so many at least: what more families have points to nobody."""
TOGETHER = (2, 3)
MOST_SHOWN = 12
MANY_DAYS = 3
MANY_PLACES = 3
FEWEST_CHILDREN = 3


def weigh(
    timeline: IntegratedTimeline,
    *,
    actors: Sequence[Actor],
    flags: Sequence[Trait],
    names: dict[str, str],
    rarity: Rarity,
) -> RiskSheet:
    """Return what remains of a review, and which combinations are rare.

    Traits are taken to be independent, which makes combinations look rarer than they
    are: the estimate errs on the careful side.

    Args:
        timeline: events that are shown; rejected ones are left out.
        actors: pseudonyms in the passages, for the children among them.
        flags: what was flagged and stays, in released words.
        names: how a kind of organisation is called.
        rarity: rough estimates.
    """
    found = [
        *flags,
        *_organisations(timeline, names, rarity),
        *_children(actors, rarity),
        *_ages(actors, rarity),
        *_places(actors, rarity),
        *_days(timeline, rarity),
    ]
    ranked = tuple(sorted(found, key=lambda t: (-t.one_in, t.feature, t.words)))
    return RiskSheet(traits=ranked, combinations=_combined(ranked, rarity))


def _organisations(
    timeline: IntegratedTimeline, names: dict[str, str], rarity: Rarity
) -> Iterator[Trait]:
    times = Counter(
        kind
        for event in timeline.events
        if event.status is not Status.REJECTED
        for kind in event.organisations
    )
    for kind, count in sorted(times.items()):
        yield Trait(
            feature=Feature.ORGANISATION,
            words=names.get(kind, kind.replace("_", " ")),
            one_in=rarity.organisations.get(kind, rarity.usual),
            times=count,
        )


def _children(actors: Iterable[Actor], rarity: Rarity) -> Iterator[Trait]:
    children = {
        actor.entity
        for actor in actors
        if actor.label is Label.PERSON and actor.role in rarity.child_roles
    }
    count = len(children)
    if count < FEWEST_CHILDREN:
        return
    most = max(rarity.children)
    yield Trait(
        feature=Feature.CHILDREN,
        words=f"{count} kinderen met een eigen volgnummer",
        one_in=rarity.children.get(count, rarity.children[most]),
        times=count,
    )


def _ages(actors: Iterable[Actor], rarity: Rarity) -> Iterator[Trait]:
    times = Counter(a.role for a in actors if a.label is Label.AGE_PRECISE)
    for role, count in sorted(times.items()):
        yield Trait(
            feature=Feature.AGE,
            words=f"leeftijdsgroep: {role}",
            one_in=rarity.age,
            times=count,
        )


def _places(actors: Iterable[Actor], rarity: Rarity) -> Iterator[Trait]:
    places = {a.entity for a in actors if a.label is Label.LOCATION}
    if len(places) >= MANY_PLACES:
        yield Trait(
            feature=Feature.PLACE,
            words=f"{len(places)} plaatsen met een eigen volgnummer",
            one_in=rarity.places,
            times=len(places),
        )


def _days(timeline: IntegratedTimeline, rarity: Rarity) -> Iterator[Trait]:
    exact = sum(
        event.date is not None and event.date.bounds.days == 1
        for event in timeline.events
        if event.status is not Status.REJECTED
    )
    if exact:
        yield Trait(
            feature=Feature.DAYS,
            words=f"{exact} gebeurtenis{'sen' if exact > 1 else ''} op de dag af",
            one_in=rarity.days if exact >= MANY_DAYS else rarity.day,
            times=exact,
        )


def _combined(traits: Sequence[Trait], rarity: Rarity) -> tuple[Combination, ...]:
    """Return the rarest pairs and triples; of each feature but flags one at a time."""
    rare = [t for t in traits if t.one_in >= RARE][:MOST_SHOWN]
    found = [
        _combination(chosen, rarity)
        for size in TOGETHER
        for chosen in combinations(rare, size)
    ]
    # Two together that point to few say all that a third would add.
    pairs = {
        frozenset(map(id, c.traits))
        for c in found
        if len(c.traits) == TOGETHER[0] and c.level is Level.HIGH
    }
    telling = [
        c
        for c in found
        if c.level is not Level.LOW
        and not (
            len(c.traits) > TOGETHER[0]
            and any(pair <= frozenset(map(id, c.traits)) for pair in pairs)
        )
    ]
    return tuple(sorted(telling, key=lambda c: (c.families, len(c.traits))))[
        :MOST_SHOWN
    ]


def _combination(traits: tuple[Trait, ...], rarity: Rarity) -> Combination:
    families = rarity.families / prod(t.one_in for t in traits)
    level = (
        Level.HIGH
        if families < HIGH
        else Level.MIDDLE
        if families < MIDDLE
        else Level.LOW
    )
    return Combination(traits=traits, families=families, level=level)
