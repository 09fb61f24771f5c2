"""What a reader of two versions in a row knows of the counts behind them.

All of it is linear: shown numbers, totals and their parts, groups within groups, and
that reviews only come in. So a solver tells of each withheld number what it can be.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import numpy as np

from ltnlp.domain.trends import ALL, ROOT, Item, Shown, Slice
from ltnlp.stages.trend_sheet import DIMENSIONS, Sheet, parents

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Name = tuple[int, Item, Slice]
"""A count: of the version before (0) or of this one (1)."""

Terms = dict[Name, float]
_INFEASIBLE = 2
_ROUNDING = 1e-6


class Knowledge:
    """The relations among the counts of items that belong together."""

    def __init__(self, sheet: Sheet, items: Sequence[Item]) -> None:
        """Write down the relations; the items hold the parents of each of them."""
        self._sheet = sheet
        self._items = items
        self._versions = (0, 1) if sheet.edition.earlier else (1,)
        self._parts = {d: (*sheet.slices(d), Slice(dimension=d)) for d in DIMENSIONS}
        self._places = (ALL, *(s for parts in self._parts.values() for s in parts))
        self._at: dict[Name, int] = {
            name: at
            for at, name in enumerate(
                (version, item, place)
                for version in self._versions
                for item in items
                for place in self._places
            )
        }
        signs: list[dict[int, float]] = [{version: 1.0} for version in self._versions]
        if len(signs) > 1:
            # What came in since is a set of reviews too, with the same relations.
            signs.append({1: 1.0, 0: -1.0})
        self._most = self._matrix(row for s in signs for row in self._inequalities(s))
        self._equal = self._matrix(row for s in signs for row in self._totals(s))

    def narrowed(
        self, names: Collection[Name], width: int, lag: int | None
    ) -> list[Name]:
        """Return which withheld counts are known to fewer than `width` + 1 values.

        Args:
            names: the withheld counts to look at.
            width: how far apart the least and the most possible value must be.
            lag: how far a number that stayed can have moved on; None for any. A
                guess: where nothing fits it, it narrows nothing.
        """
        search = _Search(self._most, self._equal, np.array(self._bounds(lag), float))
        at = {name: self._at[name] for name in names}
        for together in _rounds(names):
            wanted = [at[n] for n in together if search.width(at[n]) < width]
            if wanted and not search.raise_all(wanted):
                return []
        for where in at.values():
            if search.width(where) < width:
                search.stretch(where)
        return [name for name in names if search.width(at[name]) < width]

    def _bounds(self, lag: int | None) -> list[tuple[int, int]]:
        return [self._bound(name, lag) for name in self._at]

    def _bound(self, name: Name, lag: int | None) -> tuple[int, int]:
        version, item, place = name
        if item == ROOT and (place == ALL or place.value):
            # As if all were known of the slices: so no family tells of another.
            count = self._sheet.count(ROOT, place)
            known = count.now if version else count.before
            return known, known
        shown = self._known(version, item, place)
        whole = self._sheet.count(self._items[0], ALL).now
        if shown is None:
            return 0, whole
        if shown.since == self._since(version):
            return shown.reviews, shown.reviews
        return shown.reviews, whole if lag is None else shown.reviews + lag

    def _known(self, version: int, item: Item, place: Slice) -> Shown | None:
        if version == 0:
            return self._sheet.earlier(item, place)
        return self._sheet.shown.get(item, {}).get(place)

    def _since(self, version: int) -> int:
        known = self._known(version, self._items[0], ALL)
        return known.since if known else 0

    def _inequalities(self, signs: Mapping[int, float]) -> Iterable[Terms]:
        groups: dict[Item, list[Item]] = {}
        for item in self._items:
            for parent in parents(item):
                groups.setdefault(parent, []).append(item)
        for item in self._items:
            members = groups.get(item, ()) if item != ROOT else ()
            for place in self._places:
                own = _terms(signs, item, place)
                yield {name: -factor for name, factor in own.items()}
                for parent in parents(item):
                    yield own | _terms(signs, parent, place, -1.0)
                if members:
                    cover = dict(own)
                    for member in members:
                        cover |= _terms(signs, member, place, -1.0)
                    yield cover

    def _totals(self, signs: Mapping[int, float]) -> Iterable[Terms]:
        for item in self._items:
            for parts in self._parts.values():
                row = _terms(signs, item, ALL)
                for part in parts:
                    row |= _terms(signs, item, part, -1.0)
                yield row

    def _matrix(self, rows: Iterable[Terms]) -> "csr_array":
        from scipy.sparse import csr_array

        cells = [
            (factor, number, self._at[name])
            for number, row in enumerate(rows)
            for name, factor in row.items()
        ]
        factors, numbers, columns = zip(*cells, strict=True)
        shape = (numbers[-1] + 1, len(self._at))
        return csr_array((factors, (numbers, columns)), shape=shape)


class _Search:
    """Looks for counts that fit all that is known; keeps the least and most of each.

    What is known by itself is filled in first: the solver gets what is left.
    """

    def __init__(self, most: "csr_array", equal: "csr_array", bounds: Any) -> None:
        low, high = bounds[:, 0], bounds[:, 1]
        self._open = np.flatnonzero(low < high)
        self._bounds = bounds[self._open]
        filled = np.where(low < high, 0, low)
        self._most = _left_over(most, filled, self._open)
        self._equal = _left_over(equal, filled, self._open)
        self._low = filled.copy()
        self._high = filled.copy()
        self._low[self._open], self._high[self._open] = np.inf, -np.inf

    def width(self, where: int) -> float:
        """Return how far apart the whole numbers are that were surely possible."""
        low, high = self._low[where], self._high[where]
        return float(np.floor(high + _ROUNDING) - np.ceil(low - _ROUNDING))

    def raise_all(self, wanted: Sequence[int]) -> bool:
        """Make some counts together as high as they can be; False where none fit."""
        cost = np.zeros(len(self._low))
        cost[list(wanted)] = -1.0
        return self._solve(cost)

    def stretch(self, where: int) -> None:
        """Find the least and the most that one count can be."""
        cost = np.zeros(len(self._low))
        for sign in (1.0, -1.0):
            cost[where] = sign
            self._solve(cost)

    def _solve(self, cost: Any) -> bool:
        # Late: only publishing solves anything, and scipy takes long to import.
        from scipy.optimize import linprog

        solved = linprog(
            cost[self._open],
            A_ub=self._most[0],
            b_ub=self._most[1],
            A_eq=self._equal[0],
            b_eq=self._equal[1],
            bounds=self._bounds,
            method="highs",
        )
        if solved.status == _INFEASIBLE:
            return False
        for kept, better in ((self._low, np.minimum), (self._high, np.maximum)):
            kept[self._open] = better(kept[self._open], solved.x)
        return True


def _left_over(matrix: "csr_array", filled: Any, open_: Any) -> tuple[Any, Any]:
    """Return the rows that say something of what is open, and what they leave for it."""
    left = matrix[:, open_]
    rows = np.flatnonzero(np.diff(left.indptr))
    return left[rows], -(matrix @ filled)[rows]


def _rounds(names: Collection[Name]) -> Iterator[list[Name]]:
    """Yield names by turns: the parts of one line compete, those of others do not."""
    lines: dict[tuple[int, Item, str], list[Name]] = {}
    for version, item, place in names:
        line = lines.setdefault((version, item, place.dimension), [])
        line.append((version, item, place))
    for turn in zip_longest(*lines.values()):
        yield [name for name in turn if name is not None]


def _terms(
    signs: Mapping[int, float], item: Item, place: Slice, factor: float = 1.0
) -> Terms:
    return {(version, item, place): factor * s for version, s in signs.items()}
