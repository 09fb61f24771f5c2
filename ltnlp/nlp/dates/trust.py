"""How likely an answer in a whole document is right, as learnt from labelled reviews."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp

from ltnlp.domain.dates import UncertainDate
from ltnlp.nlp.resources import load_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What each circumstance weighs, in log odds, and below what share to flag."""

    begin: float
    weights: Mapping[str, float]
    flag_below: float

    def share(self, held: Iterable[str]) -> float:
        """Return the share of answers under such circumstances that is right."""
        total = self.begin + sum(self.weights.get(name, 0.0) for name in held)
        return 1 / (1 + exp(-total))


def weighed(value: UncertainDate, held: Iterable[str]) -> UncertainDate:
    """Return a value with its confidence, flagged where that is too little.

    What no value could be computed for is always for a person to look at.
    """
    share = trust().share(held)
    review = value.edtf is None and value.needs_review
    return replace(
        value,
        confidence=round(share, 2),
        needs_review=review or share < trust().flag_below,
    )


@lru_cache(maxsize=1)
def trust() -> Trust:
    """Return what `models/dates/trust.yaml` holds."""
    table = load_yaml("dates/trust.yaml")
    return Trust(
        begin=table["begin"],
        weights=table["weights"],
        flag_below=table["flag_below"],
    )
