"""Differencing: what a solver makes of every table of two versions in a row.

Stated: of each number that is withheld at least k values stay possible; at least
three for a reader who also guesses how far numbers that stayed can have moved on, or
that whatever is withheld is under k.
"""

import random
from dataclasses import replace
from functools import cache

import pytest

from ltnlp.domain.trends import Count, Counts, PublishedCell, Shown
from ltnlp.stages.trend_lines import FEWEST_VALUES
from ltnlp.stages.trends import publishable
from tests.trends.attack import Attack, Name, guessed
from tests.trends.made import Made, counted, edition, made

PLANS = (  # seed, k, density, reviews of each version
    (1, 5, 0.3, (24, 33, 41)),
    (2, 5, 0.7, (18, 24, 31)),
    (12, 5, 0.95, (22, 28, 40)),
    (7, 3, 0.5, (12, 17, 26)),
)
IDS = [f"seed {seed}, k {k}" for seed, k, _, _ in PLANS]
LOOKED_AT = 10
"""Withheld numbers of each pair that the solver is asked about, drawn at random."""


@cache
def sequence(plan: int):
    seed, k, density, sizes = PLANS[plan]
    everyone = made(sizes[-1], random.Random(seed), density=density)
    published: list = []
    for number, size in enumerate(sizes, start=1):
        before = sizes[number - 2] if number > 1 else 0
        last = published[-1] if published else ()
        given = edition(number, everyone[:size], k=k, before=before, earlier=last)
        published.append(publishable(given))
    return k, everyone, published


def truth(everyone: tuple[Made, ...], size: int, name: Name) -> int:
    count = counted(everyone[:size]).get(name[1], {}).get(name[2])
    return count.now if count else 0


@pytest.mark.slow
@pytest.mark.parametrize("pair", [0, 1], ids=["first and second", "second and third"])
@pytest.mark.parametrize("plan", range(len(PLANS)), ids=IDS)
def test_no_withheld_number_can_be_computed(plan: int, pair: int) -> None:
    k, everyone, published = sequence(plan)
    two = published[pair : pair + 2]
    for lag, fewest in ((None, k), (k - 1, FEWEST_VALUES)):
        attack = Attack(versions=two, numbers=(pair + 1, pair + 2), k=k, lag=lag)
        names = sorted(attack.withheld())
        assert len(names) > 5
        for name in random.Random(plan).sample(names, min(LOOKED_AT, len(names))):
            found = attack.range_of(name)
            if found is None:
                assert lag is not None  # what is true fits
                break
            low, high = found
            size = PLANS[plan][3][pair + name[0]]
            assert lag is not None or low <= truth(everyone, size, name) <= high
            assert high - low + 1 >= fewest


@pytest.mark.parametrize("plan", range(len(PLANS)), ids=IDS)
def test_who_takes_each_withheld_number_to_be_small_finds_none(plan: int) -> None:
    k, everyone, published = sequence(plan)
    lines = 0
    for number, version in enumerate(published):
        for line in guessed(version, k):
            size = PLANS[plan][3][number]
            if all(truth(everyone, size, (number, i, s)) < k for i, s, _, _ in line):
                lines += 1
                assert all(h - low + 1 >= FEWEST_VALUES for _, _, low, h in line)
    assert lines


def test_the_attack_finds_what_a_careless_version_gives_away() -> None:
    k, everyone, published = sequence(0)
    counts = counted(everyone[: PLANS[0][3][0]])
    withheld = [cell for cell in published[0] if cell.shown is None][:20]
    narrowest = k
    for one in withheld:
        careless = [
            cell
            if cell.shown or cell == one
            else replace(cell, shown=Shown(reviews=_count(counts, cell), since=1))
            for cell in published[0]
        ]
        attack = Attack(versions=[careless], numbers=(1,), k=k)
        low, high = attack.range_of((0, one.item, one.slice)) or (0, k)
        narrowest = min(narrowest, high - low + 1)
    assert narrowest < k


def _count(counts: Counts, cell: PublishedCell) -> int:
    return counts[cell.item].get(cell.slice, Count(now=0)).now
