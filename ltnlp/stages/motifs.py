"""InteractionGraph → structural motifs, and how likely chance alone shows them."""

import datetime as dt
import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import Interaction
from ltnlp.domain.patterns import MotifDefinition, MotifRecord, MotifStep

SHUFFLES = 100
_SEED = 20_240_229
_MOST_FOUND = 50
_USUAL_ACTS = 300
_FEWEST_SHUFFLES = 20
_WIDEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An interaction as motifs see it: on a day, from one party to another."""

    day: dt.date
    giver: str
    receiver: str
    type: str
    interaction_class: str
    realised: str


def acts(interactions: Sequence[Interaction]) -> tuple[Act, ...]:
    """Return the dated acts in order of day; several tellings of one act count once."""
    found: dict[tuple[str, ...], Act] = {}
    for one in interactions:
        day = one.date.earliest or one.date.latest if one.date else None
        if day is None or not one.giver or not one.receiver or one.expected:
            continue
        key = (one.event, one.giver, one.receiver, one.type, one.realised)
        found.setdefault(
            key,
            Act(
                day=day,
                giver=one.giver,
                receiver=one.receiver,
                type=one.type,
                interaction_class=one.interaction_class,
                realised=one.realised,
            ),
        )
    return tuple(sorted(found.values(), key=lambda act: (act.day, act.giver, act.type)))


def mine(
    interactions: Sequence[Interaction],
    definitions: Sequence[MotifDefinition],
    *,
    review: str,
    shuffles: int = SHUFFLES,
) -> tuple[MotifRecord, ...]:
    """Return for each motif how often the review shows it, and chance besides.

    Chance is measured by shuffling what was done over the acts of the review, while
    days and parties stay where they are.
    """
    told = acts(interactions)
    found = {one.id: occurrences(told, one) for one in definitions}
    shown = {one.id: len(found[one.id]) >= one.times for one in definitions}
    by_chance = _chance(told, definitions, shuffles)
    return tuple(
        MotifRecord(
            review=review,
            motif=one.id,
            times=len(found[one.id]) if shown[one.id] else 0,
            organisations=_parties(found[one.id]) if shown[one.id] else (),
            chance=by_chance.get(one.id, 1.0),
            against=_ended_well(told, one),
        )
        for one in definitions
    )


def _ended_well(told: Sequence[Act], motif: MotifDefinition) -> int:
    """Return how often what begins as the motif does came to a good end.

    That is: the act that stays out did come.
    """
    last = motif.steps[-1]
    if motif.absent is not None:
        days = motif.absent.within_days or motif.most_apart
        steps = (*motif.steps, motif.absent)
        good = replace(motif, steps=steps, absent=None, most_apart=days)
    elif last.realised == (Realised.NO,):
        came = replace(last, realised=(Realised.YES,))
        good = replace(motif, steps=(*motif.steps[:-1], came))
    else:
        return 0
    return len(occurrences(told, good))


def occurrences(
    told: Sequence[Act], motif: MotifDefinition, *, most: int = _MOST_FOUND
) -> tuple[tuple[Act, ...], ...]:
    """Return the occurrences of a motif, none sharing its first act with another.

    After an act only the nearest acts of the next step's kind are tried, so that a
    very large review stays quick.

    Args:
        told: acts in order of day.
        motif: what to look for.
        most: stop when so many are found.
    """
    places = [
        [at for at, act in enumerate(told) if _is_of(act, step)] for step in motif.steps
    ]
    search = _Search(told=told, motif=motif, places=places)
    found: list[tuple[Act, ...]] = []
    for at in places[0]:
        bound = _fits(told[at], motif.steps[0], {})
        if bound is None:
            continue
        chain = next(search.chains(at, (told[at],), bound), None)
        if chain is not None:
            found.append(chain)
        if len(found) >= most:
            break
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """The acts of a review, and for each step of a motif where it could be."""

    told: Sequence[Act]
    motif: MotifDefinition
    places: Sequence[Sequence[int]]

    def chains(
        self, at: int, chain: tuple[Act, ...], bound: Mapping[str, str]
    ) -> Iterator[tuple[Act, ...]]:
        """Follow the steps from `at` on; yield each chain that holds to the end."""
        step = len(chain)
        if step == len(self.motif.steps):
            if _holds(self.told, at, self.motif, chain, bound):
                yield chain
            return
        places = self.places[step]
        start = bisect_right(places, at)
        for later in places[start : start + _WIDEST]:
            act = self.told[later]
            if (act.day - chain[-1].day).days > self.motif.most_apart:
                return
            further = _fits(act, self.motif.steps[step], bound)
            if further is not None:
                yield from self.chains(later, (*chain, act), further)


def _is_of(act: Act, step: MotifStep) -> bool:
    """Tell whether the act is of the step's kind, whoever took part."""
    kind = act.interaction_class in step.classes or act.type in step.types
    return kind and (not step.realised or act.realised in step.realised)


def _fits(act: Act, step: MotifStep, bound: Mapping[str, str]) -> dict[str, str] | None:
    """Return the letters with their parties when the act fits the step."""
    if not _is_of(act, step):
        return None
    further = dict(bound)
    for letter, party in ((step.giver, act.giver), (step.receiver, act.receiver)):
        if not letter:
            continue
        if letter in further and further[letter] != party:
            return None
        taken = {other for name, other in further.items() if name != letter}
        if party in taken:
            return None
        further[letter] = party
    return further


def _holds(
    told: Sequence[Act],
    at: int,
    motif: MotifDefinition,
    chain: Sequence[Act],
    bound: Mapping[str, str],
) -> bool:
    """Tell whether nothing follows that should not, and enough parties took part."""
    first, last = chain[0].day, chain[-1].day
    if motif.parties and motif.parties > _parties_between(told, first, last):
        return False
    if motif.absent is None:
        return True
    days = motif.absent.within_days or 0
    until = last + dt.timedelta(days=days)
    if told[-1].day < until:
        return False
    later = islice(told, at + 1, None)
    after = takewhile(lambda act: act.day <= until, later)
    return all(_fits(act, motif.absent, bound) is None for act in after)


def _parties_between(told: Sequence[Act], first: dt.date, last: dt.date) -> int:
    start = bisect_left(told, first, key=_day)
    stretch = takewhile(lambda act: act.day <= last, islice(told, start, None))
    return len({party for act in stretch for party in (act.giver, act.receiver)})


def _day(act: Act) -> dt.date:
    return act.day


def _chance(
    told: Sequence[Act], motifs: Sequence[MotifDefinition], shuffles: int
) -> dict[str, float]:
    """Return the share of shuffled reviews that show each motif, never quite 0."""
    if not motifs or not shuffles or not told:
        return {}
    dice = random.Random(_SEED)
    shown = {motif.id: 0 for motif in motifs}
    what = [(act.type, act.interaction_class, act.realised) for act in told]
    rounds = max(_FEWEST_SHUFFLES, min(shuffles, shuffles * _USUAL_ACTS // len(what)))
    for _ in range(rounds):
        dice.shuffle(what)
        mixed = [
            replace(act, type=kind, interaction_class=cls, realised=realised)
            for act, (kind, cls, realised) in zip(told, what, strict=True)
        ]
        for motif in motifs:
            found = occurrences(mixed, motif, most=motif.times)
            shown[motif.id] += len(found) >= motif.times
    return {id_: (times + 1) / (rounds + 1) for id_, times in shown.items()}


def _parties(found: Sequence[Sequence[Act]]) -> tuple[str, ...]:
    kinds = {p for chain in found for act in chain for p in (act.giver, act.receiver)}
    return tuple(sorted(kinds))
