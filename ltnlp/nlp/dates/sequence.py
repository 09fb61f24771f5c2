"""The years of a whole telling at once: what comes later settles what came before.

A telling mostly goes on in time. Each date without a year can lie in some years; the
years are chosen that together need the least going back and leaping ahead (Viterbi).
A date that tells its year may be an aside, after which the telling goes on where it was.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ltnlp.nlp.dates.moments import Moment

BACK_IN_STORY = 3.0
"""How many times as far as a day ahead a day back counts: a story goes on."""

_FURTHEST = 500.0
"""No step counts for more than this: another subject is begun."""

_MOST_KEPT = 8
"""Of so many moments before an aside is it known where the telling was."""

_NEAR_TIE = 150.0
"""The second choice must cost so much more for the first to be no doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One date of the telling and the moments that it can be, at least one.

    Attributes:
        moments: in order of time.
        back: what a day back counts for here.
        costs: what each moment costs by itself, nothing when empty.
        aside: what it costs to go on as if it had not been told; None where it was.
    """

    moments: tuple[Moment, ...]
    back: float = BACK_IN_STORY
    costs: tuple[float, ...] = ()
    aside: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which moment of a step was chosen, and the one that is nearly as likely.

    Attributes:
        at: which moment.
        rival: the second best, where it costs little more.
        margin: how much more the second best costs.
    """

    at: int
    rival: int | None = None
    margin: float = _FURTHEST


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """Where the telling is: at a moment of this step, or where it was before it."""

    moment: Moment
    back: float
    cost: float = 0.0
    kept: int | None = None


def likeliest(steps: Sequence[Step], begin: dt.date | None) -> list[Choice]:
    """Return for every step the moment it is in the best telling as a whole.

    Args:
        steps: the dates in the order of telling.
        begin: the day that the telling is likely to begin with, where one is known.
    """
    if not steps:
        return []
    layers = _layers(steps)
    ahead = _forward(layers, begin)
    after = _backward(layers)
    choices = []
    for step, costs, rest in zip(steps, ahead, after, strict=True):
        whole = [a + b for a, b in zip(costs, rest, strict=True)][: len(step.moments)]
        choices.append(choice_of(whole))
    return choices


def choice_of(whole: Sequence[float]) -> Choice:
    """Return the cheapest of some costs, the last of equal ones."""
    ranked = sorted(range(len(whole)), key=lambda n: (whole[n], -n))
    if len(ranked) < 2:
        return Choice(at=ranked[0])
    margin = whole[ranked[1]] - whole[ranked[0]]
    rival = ranked[1] if margin < _NEAR_TIE else None
    return Choice(at=ranked[0], rival=rival, margin=margin)


def _layers(steps: Sequence[Step]) -> list[list[_State]]:
    """Return the states of every step; its own moments come first."""
    layers: list[list[_State]] = []
    for step in steps:
        costs = step.costs or (0.0,) * len(step.moments)
        states = [
            _State(moment=m, back=step.back, cost=c)
            for m, c in zip(step.moments, costs, strict=True)
        ]
        if step.aside is not None and layers:
            before = layers[-1][:_MOST_KEPT]
            states += [
                _State(moment=s.moment, back=s.back, cost=step.aside, kept=n)
                for n, s in enumerate(before)
            ]
        layers.append(states)
    return layers


def _forward(
    layers: Sequence[Sequence[_State]], begin: dt.date | None
) -> list[list[float]]:
    costs = [[s.cost + _from_day(begin, s.moment, s.back) for s in layers[0]]]
    for before, states in pairwise(layers):
        reached = costs[-1]
        costs.append(
            [
                then.cost
                + min(
                    cost + _passage(n, state, then)
                    for n, (cost, state) in enumerate(zip(reached, before, strict=True))
                )
                for then in states
            ]
        )
    return costs


def _backward(layers: Sequence[Sequence[_State]]) -> list[list[float]]:
    rest = [[0.0] * len(layers[-1])]
    for at in range(len(layers) - 2, -1, -1):
        following = layers[at + 1]
        rest.append(
            [
                min(
                    _passage(n, state, then) + then.cost + cost
                    for cost, then in zip(rest[-1], following, strict=True)
                )
                for n, state in enumerate(layers[at])
            ]
        )
    return rest[::-1]


def _passage(number: int, state: _State, then: _State) -> float:
    """Return what it costs to go from a state to one of the next step."""
    if then.kept is None:
        return distance(state.moment, then.moment, then.back)
    return 0.0 if then.kept == number else float("inf")


def _from_day(day: dt.date | None, moment: Moment, back: float) -> float:
    first, last = _ends(moment)
    if day is None or first is None or last is None:
        return 0.0
    return _gap((first - day).days, (day - last).days, back)


def distance(before: Moment, then: Moment, back: float) -> float:
    """Return what it costs to go from one moment to another, a day back at `back`."""
    first, last = _ends(before)
    begin, end = _ends(then)
    if first is None or last is None or begin is None or end is None:
        return 0.0
    return _gap((begin - last).days, (first - end).days, back)


def _ends(moment: Moment) -> tuple[dt.date | None, dt.date | None]:
    """Return the ends of a moment; one that is open is where it begins or ends."""
    return moment.first or moment.last, moment.last or moment.first


def _gap(ahead: int, behind: int, back: float) -> float:
    if ahead > 0:
        return min(float(ahead), _FURTHEST)
    return min(behind * back, _FURTHEST) if behind > 0 else 0.0
