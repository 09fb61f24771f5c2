"""Invented reviews for trends: what each shows, counted as the store counts it."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ltnlp.domain.trends import (
    ALL,
    CROSSED,
    ROOT,
    Cells,
    Count,
    Counts,
    Edition,
    Item,
    PublishedCell,
    Slice,
    Subject,
)

LEVELS = {"K": "keten", "T": "team"}
CODES = tuple(f"{letter}{n:02}" for letter in LEVELS for n in range(1, 4))
VALENCES = ("belemmerend", "ondersteunend")
CODEBOOK = tuple((code, LEVELS[code[0]]) for code in CODES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One review: where it counts, and what it shows."""

    slices: tuple[Slice, ...]
    items: frozenset[Item]


def made(
    number: int, dice: random.Random, *, density: float, years: int = 4
) -> tuple[Made, ...]:
    """Make reviews; the denser, the more each of them shows."""
    return tuple(_one(dice, density, years) for _ in range(number))


def _one(dice: random.Random, density: float, years: int) -> Made:
    slices = (
        Slice(dimension="review_kind", value=dice.choice(("volledig", "eendaags"))),
        Slice(dimension="year", value=str(2020 + int(years * dice.random() ** 1.5))),
        Slice(dimension="region", value=dice.choice(("noord", "zuid", "midden"))),
    )
    return Made(slices=slices, items=frozenset(_items(dice, density)))


def _items(dice: random.Random, density: float) -> Iterable[Item]:
    yield ROOT
    for place, code in enumerate(CODES):
        for valence in VALENCES:
            if dice.random() < density / (1 + place % 3):
                level = LEVELS[code[0]]
                yield Item(subject=Subject.LEVEL, values=(level, valence))
                values = (code, level, valence)
                yield Item(subject=Subject.FACTOR, values=values)
                time = (*values, dice.choice(("0-3 maanden", "later")))
                yield Item(subject=Subject.FACTOR_TIME, values=time)
    for place, act in enumerate(("melding", "overleg", "afwijzing")):
        if dice.random() < density / (1 + place):
            yield Item(subject=Subject.INTERACTION, values=(act, "ja"))


def counted(reviews: Sequence[Made], before: int = 0) -> Counts:
    """Count reviews by item and slice; the first `before` were there before."""
    found: dict[Item, dict[Slice, list[int]]] = {}
    for number, review in enumerate(reviews):
        for item in review.items:
            cells = found.setdefault(item, {})
            crossed = item.subject in CROSSED
            for slice_ in (ALL,) if crossed else (ALL, *review.slices):
                pair = cells.setdefault(slice_, [0, 0])
                pair[0] += 1
                pair[1] += number < before
    return {
        item: {slice_: Count(now=n, before=b) for slice_, (n, b) in cells.items()}
        for item, cells in found.items()
    }


def edition(
    version: int,
    reviews: Sequence[Made],
    *,
    k: int = 5,
    before: int = 0,
    earlier: Iterable[PublishedCell] = (),
) -> Edition:
    return Edition(
        version=version,
        counts=counted(reviews, before),
        earlier=cells(earlier),
        k=k,
        codes=CODEBOOK,
    )


def cells(published: Iterable[PublishedCell]) -> Cells:
    found: Cells = {}
    for cell in published:
        if cell.shown is not None:
            found.setdefault(cell.item, {})[cell.slice] = cell.shown
    return found
