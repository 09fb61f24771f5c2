"""Interactions → who passed a family on to whom: chains, and there and back."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from ltnlp.domain.interactions import Interaction, InteractionClass, Passing
from ltnlp.domain.mentions import FAMILY
from ltnlp.stages.graph import acts_of, bounds_of, happened

_PASSES_ON = frozenset(
    {
        InteractionClass.REFERRAL,
        InteractionClass.APPLICATION,
        InteractionClass.HANDOVER,
    }
)
_SENDS_BACK = _PASSES_ON | {InteractionClass.REFUSAL}
_CHAIN = 3
_THERE_AND_BACK = 2


def chains(interactions: Sequence[Interaction]) -> tuple[Passing, ...]:
    """Return who passed a family on to whom to whom, the longest chain first.

    A chain has at least three parties, none of them twice; a chain inside another, or
    between the same parties later, is left out. Only what happened counts, and no act goes back in time.
    """
    acts = _between_organisations(interactions, _PASSES_ON)
    longest: list[list[Interaction]] = []
    for at, act in enumerate(acts):
        before = [longest[n] for n in range(at) if _goes_on(longest[n], act)]
        longest.append([*max(before, key=len, default=[]), act])
    found = [_passing(one) for one in longest if len(one) + 1 >= _CHAIN]
    made = {one.parties: one for one in reversed(found)}
    whole = [
        one for row, one in made.items() if not any(map(partial(_inside, row), made))
    ]
    return tuple(sorted(whole, key=lambda one: (-len(one.parties), one.parties)))


def there_and_back(interactions: Sequence[Interaction]) -> tuple[Passing, ...]:
    """Return between whom a family was sent there and back, most often first.

    Referring, applying and handing over count, and refusing; at least once back and
    there again.
    """
    pairs: dict[frozenset[str | None], list[Interaction]] = {}
    for act in _between_organisations(interactions, _SENDS_BACK):
        turns = pairs.setdefault(frozenset({act.giver, act.receiver}), [])
        if not turns or turns[-1].giver != act.giver:
            turns.append(act)
    made = [_passing(t) for t in pairs.values() if len(t) > _THERE_AND_BACK]
    return tuple(sorted(made, key=lambda one: (-len(one.parties), one.parties)))


def _between_organisations(
    interactions: Sequence[Interaction], classes: frozenset[InteractionClass]
) -> list[Interaction]:
    """Return what happened between two organisations, dated acts in order of time."""
    kept = [
        act
        for act in acts_of(interactions)
        if act.interaction_class in classes
        and happened(act)
        and act.giver != act.receiver
        and not {act.giver, act.receiver} & FAMILY
        and bounds_of(act).earliest
    ]
    return sorted(kept, key=lambda act: (bounds_of(act).earliest, act.id))


def _goes_on(chain: Sequence[Interaction], act: Interaction) -> bool:
    parties = {chain[0].giver, *(one.receiver for one in chain)}
    return chain[-1].receiver == act.giver and act.receiver not in parties


def _inside(row: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a row of parties is a part of a longer one."""
    begins = range(len(other) - len(row) + 1)
    return row != other and any(other[at : at + len(row)] == row for at in begins)


def _passing(acts: Sequence[Interaction]) -> Passing:
    return Passing(
        parties=(acts[0].giver or "", *(act.receiver or "" for act in acts)),
        interactions=tuple(act.id for act in acts),
        order_certain=all(
            bounds_of(one).surely_before(bounds_of(then))
            for one, then in pairwise(acts)
        ),
    )
