"""Is it more than chance: tails of distributions and correction for many tests."""

from collections.abc import Hashable, Mapping, Sequence
from math import exp, lgamma
from typing import TypeVar

import numpy as np

_NEGLIGIBLE = 1e-17
Name = TypeVar("Name", bound=Hashable)


def at_least(shown: int, chances: Sequence[float]) -> float:
    """Return how likely `shown` or more of independent events are.

    Args:
        shown: how many happened.
        chances: the chance of each, 0 to 1 (they may differ).
    """
    spread = np.zeros(len(chances) + 1)
    spread[0] = 1.0
    for chance in chances:
        spread[1:] = spread[1:] * (1 - chance) + spread[:-1] * chance
        spread[0] *= 1 - chance
    return float(min(1.0, spread[shown:].sum()))


def together(both: int, first: int, second: int, total: int) -> float:
    """Return how likely two things meet in `both` or more of `total` places.

    The hypergeometric tail: `first` and `second` are how many places show each.
    """
    fewest = max(0, first + second - total)
    most = min(first, second)
    if not total or both <= fewest:
        return 1.0
    if both > most:
        return 0.0
    term = _ways(first, both) + _ways(total - first, second - both)
    # Each term follows from the one before: whole numbers of this size are slow.
    now = exp(term - _ways(total, second))
    tail = 0.0
    for k in range(both, most + 1):
        tail += now
        if now <= tail * _NEGLIGIBLE:
            break
        now *= (first - k) * (second - k) / ((k + 1) * (total - first - second + k + 1))
    return min(1.0, tail)


def _ways(total: int, chosen: int) -> float:
    """Return the logarithm of in how many ways so many can be chosen."""
    return lgamma(total + 1) - lgamma(chosen + 1) - lgamma(total - chosen + 1)


def likely_share(shown: int, total: int) -> tuple[float, float]:
    """Return the bounds between which a share lies with 95 per cent certainty (Wilson).

    Args:
        shown: in how many it is.
        total: of how many, one at least.
    """
    # Late: scipy takes a second to import, and only a comparison needs it.
    from scipy.stats import binomtest

    bounds = binomtest(shown, total).proportion_ci(method="wilson")
    return float(bounds.low), float(bounds.high)


def corrected(p_values: Mapping[Name, float]) -> dict[Name, float]:
    """Return the p-values corrected for many tests (Benjamini and Hochberg)."""
    ordered = sorted(p_values.items(), key=lambda pair: pair[1])
    found: dict[Name, float] = {}
    lowest = 1.0
    for rank in range(len(ordered), 0, -1):
        name, value = ordered[rank - 1]
        lowest = min(lowest, value * len(ordered) / rank)
        found[name] = lowest
    return found
