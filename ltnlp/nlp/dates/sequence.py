"""The years of a whole telling at once: what comes later settles what came before.

A telling mostly goes on in time. Each date without a year can lie in some years; the
years are chosen that together need the least going back and leaping ahead (Viterbi).
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

_NEAR_TIE = 150.0
"""The second choice must cost so much more for the first to be no doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One date of the telling and the moments that it can be, at least one.

    Attributes:
        moments: in order of time.
        back: what a day back counts for here.
    """

    moments: tuple[Moment, ...]
    back: float = BACK_IN_STORY


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which moment of a step was chosen, and the one that is nearly as likely."""

    at: int
    rival: int | None = None


def likeliest(steps: Sequence[Step], begin: dt.date | None) -> list[Choice]:
    """Return for every step the moment it is in the best telling as a whole.

    Args:
        steps: the dates in the order of telling.
        begin: the day that the telling is likely to begin with, where one is known.
    """
    if not steps:
        return []
    ahead = _forward(steps, begin)
    after = _backward(steps)
    choices = []
    for costs, rest in zip(ahead, after, strict=True):
        whole = [a + b for a, b in zip(costs, rest, strict=True)]
        ranked = sorted(range(len(whole)), key=lambda n: (whole[n], -n))
        near = len(ranked) > 1 and whole[ranked[1]] - whole[ranked[0]] < _NEAR_TIE
        choices.append(Choice(at=ranked[0], rival=ranked[1] if near else None))
    return choices


def _forward(steps: Sequence[Step], begin: dt.date | None) -> list[list[float]]:
    first = [_from_day(begin, m, steps[0].back) for m in steps[0].moments]
    costs = [first]
    for before, step in pairwise(steps):
        reached = costs[-1]
        costs.append(
            [
                min(
                    cost + _cost(m, then, step.back)
                    for cost, m in zip(reached, before.moments, strict=True)
                )
                for then in step.moments
            ]
        )
    return costs


def _backward(steps: Sequence[Step]) -> list[list[float]]:
    rest = [[0.0] * len(steps[-1].moments)]
    for at in range(len(steps) - 2, -1, -1):
        following = steps[at + 1]
        rest.append(
            [
                min(
                    _cost(m, then, following.back) + cost
                    for cost, then in zip(rest[-1], following.moments, strict=True)
                )
                for m in steps[at].moments
            ]
        )
    return rest[::-1]


def _from_day(day: dt.date | None, moment: Moment, back: float) -> float:
    if day is None or moment.first is None or moment.last is None:
        return 0.0
    return _gap((moment.first - day).days, (day - moment.last).days, back)


def _cost(before: Moment, then: Moment, back: float) -> float:
    if before.first is None or before.last is None:
        return 0.0
    if then.first is None or then.last is None:
        return 0.0
    ahead = (then.first - before.last).days
    return _gap(ahead, (before.first - then.last).days, back)


def _gap(ahead: int, behind: int, back: float) -> float:
    if ahead > 0:
        return min(float(ahead), _FURTHEST)
    return min(behind * back, _FURTHEST) if behind > 0 else 0.0
