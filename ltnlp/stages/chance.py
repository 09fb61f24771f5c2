"""Is it more than chance: tails of distributions and correction for many tests."""

from collections.abc import Hashable, Mapping, Sequence
from math import comb
from typing import TypeVar

import numpy as np

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
    most = min(first, second)
    ways = comb(total, second)
    tail = sum(
        comb(first, k) * comb(total - first, second - k)
        for k in range(both, most + 1)
        if second - k <= total - first
    )
    return min(1.0, tail / ways) if ways else 1.0


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
