"""A reader who wants to know what was withheld: all tables, two versions, and algebra.

Everything that is known of the counts is written down as linear (in)equalities: the
numbers that are shown, that the parts of a total add up to it, that a factor belongs
to a level, that reviews only come in. For each withheld number the least and the most
that it can have been are asked of a solver.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from ltnlp.domain.trends import (
    ALL,
    CROSSED,
    ROOT,
    Item,
    PublishedCell,
    Shown,
    Slice,
    Subject,
)
from ltnlp.stages.trend_sheet import DIMENSIONS, parents
from tests.trends.made import CODEBOOK, VALENCES, cells

INFEASIBLE = 2
Name = tuple[int, Item, Slice]
Term = tuple[float, Name]


@dataclass(kw_only=True)
class Attack:
    """What is known of two versions in a row (or of one)."""

    versions: Sequence[Sequence[PublishedCell]]
    numbers: Sequence[int]
    k: int
    lag: int | None = None
    """How far a number that did not change can have moved on; None for any."""
    names: dict[Name, int] = field(default_factory=dict)
    equal: list[tuple[list[Term], float]] = field(default_factory=list)
    most: list[tuple[list[Term], float]] = field(default_factory=list)
    bounds: dict[Name, tuple[float, float | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.slices = {
            dimension: [
                *sorted(
                    {
                        cell.slice
                        for version in self.versions
                        for cell in version
                        if cell.slice.dimension == dimension
                    }
                ),
                Slice(dimension=dimension),
            ]
            for dimension in DIMENSIONS
        }
        self.items = self._items()
        for at in range(len(self.versions)):
            self._version(at)
        if len(self.versions) == 2:
            self._growth()
        self._matrices()

    def withheld(self) -> Iterator[Name]:
        """Yield what a row says is withheld, and factors that have no row at all."""
        for at, version in enumerate(self.versions):
            seen = {cell.item for cell in version}
            for cell in version:
                if cell.shown is None:
                    yield at, cell.item, cell.slice
            for item in self.items:
                if item.subject is Subject.FACTOR and item not in seen:
                    yield at, item, ALL

    def range_of(self, name: Name) -> tuple[int, int] | None:
        """Return the least and the most that a number can have been.

        None where nothing fits: then what was taken for known is not so.
        """
        found = []
        for sign in (1, -1):
            cost = np.zeros(len(self.names))
            cost[self.names[name]] = sign
            solved = linprog(
                cost,
                A_ub=self.ub[0],
                b_ub=self.ub[1],
                A_eq=self.eq[0],
                b_eq=self.eq[1],
                bounds=self.box,
                method="highs",
            )
            if solved.status == INFEASIBLE:
                return None
            assert solved.status == 0, solved.message
            found.append(sign * solved.fun)
        return math.ceil(found[0] - 1e-6), math.floor(found[1] + 1e-6)

    def _items(self) -> list[Item]:
        seen = {cell.item for version in self.versions for cell in version}
        for code, level in CODEBOOK:
            for valence in VALENCES:
                seen.add(Item(subject=Subject.FACTOR, values=(code, level, valence)))
                seen.add(Item(subject=Subject.LEVEL, values=(level, valence)))
        return sorted(seen)

    def _places(self, item: Item) -> Iterable[Slice]:
        if item.subject in CROSSED:
            return (ALL,)
        return (ALL, *(s for d in DIMENSIONS for s in self.slices[d]))

    def _version(self, at: int) -> None:
        shown = cells(self.versions[at])
        for item in self.items:
            for place in self._places(item):
                name = (at, item, place)
                self.names[name] = len(self.names)
                known = shown.get(item, {}).get(place)
                if known is None:
                    self.bounds[name] = (0, None)
                else:
                    exact = known.since == self.numbers[at]
                    self.bounds[name] = (known.reviews, self._far(known, exact=exact))
        self._relations([(1.0, at)])

    def _far(self, known: Shown, *, exact: bool) -> int | None:
        if exact:
            return known.reviews
        return None if self.lag is None else known.reviews + self.lag

    def _relations(self, parts: list[tuple[float, int]]) -> None:
        """Add what holds in any set of reviews; of new ones: the second less the first."""

        def term(item: Item, place: Slice, sign: float = 1.0) -> list[Term]:
            return [(sign * factor, (at, item, place)) for factor, at in parts]

        for item in self.items:
            for place in self._places(item):
                self.most.append((term(item, place, -1.0), 0))
                for parent in parents(item):
                    both = term(item, place) + term(parent, place, -1.0)
                    self.most.append((both, 0))
            if item.subject is Subject.LEVEL:
                self._cover(item, term)
            for dimension in DIMENSIONS if item.subject not in CROSSED else ():
                total = term(item, ALL)
                for place in self.slices[dimension]:
                    total = total + term(item, place, -1.0)
                self.equal.append((total, 0))

    def _cover(self, level: Item, term: Callable[..., list[Term]]) -> None:
        """A review that shows a level shows one of its factors."""
        own = [item for item in self.items if level in parents(item)]
        for place in self._places(level):
            cover = term(level, place)
            for factor in own:
                cover = cover + term(factor, place, -1.0)
            self.most.append((cover, 0))

    def _growth(self) -> None:
        self._relations([(1.0, 1), (-1.0, 0)])

    def _matrices(self) -> None:
        self.ub = self._matrix(self.most)
        self.eq = self._matrix(self.equal)
        self.box = [self.bounds[name] for name in self.names]

    def _matrix(
        self, rows: list[tuple[list[Term], float]]
    ) -> tuple[csr_matrix, np.ndarray]:
        data, where, which = [], [], []
        for row, (terms, _) in enumerate(rows):
            for factor, name in terms:
                data.append(factor)
                where.append(row)
                which.append(self.names[name])
        shape = (len(rows), len(self.names))
        matrix = csr_matrix((data, (where, which)), shape=shape)
        return matrix, np.array([bound for _, bound in rows])


def guessed(
    version: Sequence[PublishedCell], k: int
) -> Iterator[list[tuple[Item, Slice, int, int]]]:
    """Yield what the guess that every withheld number is under k makes of each line.

    Only where the guess can be right: a reader sees where it cannot.
    """
    shown = cells(version)
    for item in shown:
        for dimension in DIMENSIONS:
            line = [
                c for c in version if c.item == item and c.slice.dimension == dimension
            ]
            hidden = [c.slice for c in line if c.shown is None]
            root = [s for s in shown[ROOT] if s.dimension == dimension]
            rest = shown[ROOT][ALL].reviews - sum(shown[ROOT][s].reviews for s in root)
            last = shown[ROOT][ALL].since
            exact = shown[item][ALL].since == last and all(
                c.shown is None or c.shown.since == last for c in line
            )
            if not hidden or rest or not exact:
                continue
            left = shown[item][ALL].reviews - sum(
                c.shown.reviews for c in line if c.shown is not None
            )
            low = max(0, left - (len(hidden) - 1) * (k - 1))
            yield [(item, slice_, low, min(left, k - 1)) for slice_ in hidden]
