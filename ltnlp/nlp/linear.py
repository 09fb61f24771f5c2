"""Sums of learned weights → chances."""

import math
from collections.abc import Sequence


def chance(total: float) -> float:
    """Return the chance, 0 to 1, that a logistic regression gives for its sum."""
    if total >= 0:
        return 1 / (1 + math.exp(-total))
    # Far below nought the other form would be too large a number.
    raised = math.exp(total)
    return raised / (1 + raised)


def shares(totals: Sequence[float]) -> list[float]:
    """Return totals as chances of which exactly one holds: they add to 1."""
    highest = max(totals, default=0.0)
    raised = [math.exp(total - highest) for total in totals]
    whole = sum(raised)
    return [one / whole for one in raised]
