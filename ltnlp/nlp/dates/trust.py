"""How often what a rule answers was right, as counted on labelled reviews."""

from collections.abc import Mapping
from functools import lru_cache

from ltnlp.nlp.resources import load_yaml

_DRAWN = 8
"""So many answers of an average rule are added to those that were counted."""


def share_right(rule: str, *, flagged: bool) -> float:
    """Return the share of a rule's answers in whole documents that were right.

    Few answers say little, so the share is drawn to that of all rules together.

    Args:
        rule: the id of the rule.
        flagged: of those that are for a person to look at, or of the others.
    """
    answers, right = _counts()[flagged].get(rule, (0, 0))
    return (right + _DRAWN * _mean()[flagged]) / (answers + _DRAWN)


@lru_cache(maxsize=1)
def _counts() -> tuple[Mapping[str, tuple[int, int]], Mapping[str, tuple[int, int]]]:
    """Return answers and right ones by rule: of those not flagged, and flagged."""
    table = load_yaml("dates/trust.yaml")["rules"]
    sure = {rule: (row[0], row[1]) for rule, row in table.items()}
    doubted = {rule: (row[2], row[3]) for rule, row in table.items()}
    return sure, doubted


@lru_cache(maxsize=1)
def _mean() -> tuple[float, float]:
    sure, doubted = _counts()
    return _share(sure), _share(doubted)


def _share(counts: Mapping[str, tuple[int, int]]) -> float:
    answers = sum(n for n, _ in counts.values())
    return sum(right for _, right in counts.values()) / answers if answers else 0.5
