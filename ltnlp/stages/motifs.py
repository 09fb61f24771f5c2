"""InteractionGraph → structural motifs, and how likely chance alone shows them."""

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.interactions import Interaction
from ltnlp.domain.patterns import MotifDefinition, MotifRecord, MotifStep

SHUFFLES = 100
_SEED = 20_240_229
_MOST_FOUND = 50


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
        )
        for one in definitions
    )


def occurrences(
    told: Sequence[Act], motif: MotifDefinition
) -> tuple[tuple[Act, ...], ...]:
    """Return the occurrences of a motif, none sharing its first act with another."""
    found: list[tuple[Act, ...]] = []
    for at in range(len(told)):
        first = _fits(told[at], motif.steps[0], {})
        if first is None:
            continue
        chain = next(_chains(told, at, motif, (told[at],), first), None)
        if chain is not None:
            found.append(chain)
        if len(found) >= _MOST_FOUND:
            break
    return tuple(found)


def _chains(
    told: Sequence[Act],
    at: int,
    motif: MotifDefinition,
    chain: tuple[Act, ...],
    bound: Mapping[str, str],
) -> Iterator[tuple[Act, ...]]:
    """Follow the steps from `at` on; yield each chain that holds to the end."""
    if len(chain) == len(motif.steps):
        if _holds(told, at, motif, chain, bound):
            yield chain
        return
    step = motif.steps[len(chain)]
    for later in range(at + 1, len(told)):
        apart = (told[later].day - chain[-1].day).days
        if apart > motif.most_apart:
            return
        further = _fits(told[later], step, bound)
        if further is not None:
            longer = (*chain, told[later])
            yield from _chains(told, later, motif, longer, further)


def _fits(act: Act, step: MotifStep, bound: Mapping[str, str]) -> dict[str, str] | None:
    """Return the letters with their parties when the act fits the step."""
    kind = act.interaction_class in step.classes or act.type in step.types
    if not kind or (step.realised and act.realised not in step.realised):
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
    stretch = [act for act in told if first <= act.day <= last]
    if motif.parties > len({p for act in stretch for p in (act.giver, act.receiver)}):
        return False
    if motif.absent is None:
        return True
    days = motif.absent.within_days or 0
    until = last + dt.timedelta(days=days)
    if told[-1].day < until:
        return False
    after = [act for act in told[at + 1 :] if act.day <= until]
    return all(_fits(act, motif.absent, bound) is None for act in after)


def _chance(
    told: Sequence[Act], motifs: Sequence[MotifDefinition], shuffles: int
) -> dict[str, float]:
    """Return the share of shuffled reviews that show each motif, never quite 0."""
    if not motifs or not shuffles:
        return {}
    dice = random.Random(_SEED)
    shown = {motif.id: 0 for motif in motifs}
    what = [(act.type, act.interaction_class, act.realised) for act in told]
    for _ in range(shuffles):
        dice.shuffle(what)
        mixed = [
            replace(act, type=kind, interaction_class=cls, realised=realised)
            for act, (kind, cls, realised) in zip(told, what, strict=True)
        ]
        for motif in motifs:
            shown[motif.id] += len(occurrences(mixed, motif)) >= motif.times
    return {id_: (times + 1) / (shuffles + 1) for id_, times in shown.items()}


def _parties(found: Sequence[Sequence[Act]]) -> tuple[str, ...]:
    kinds = {p for chain in found for act in chain for p in (act.giver, act.receiver)}
    return tuple(sorted(kinds))
