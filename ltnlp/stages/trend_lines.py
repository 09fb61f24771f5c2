"""Whether withheld numbers can be found by subtraction, and what to withhold more.

A line is a total over all reviews with its parts by kind, year or region. Who knows
the total and the parts that are shown knows what the withheld parts add up to. So of
each withheld number at least k values must stay possible, for a reader who uses every
total, every larger group that holds it, and the version before.
"""

from collections.abc import Collection

from ltnlp.domain.trends import ALL, ROOT, Item, Slice
from ltnlp.stages.trend_sheet import DIMENSIONS, Sheet, parents

FEWEST_VALUES = 3
"""Values that stay possible for who takes every withheld number to be under k."""


def mend(sheet: Sheet, item: Item) -> None:
    """Take numbers of an item back until no withheld one can be computed.

    The smallest that changed goes first; where that is not enough the whole item
    stays as the last version showed it.
    """
    for dimension in DIMENSIONS if sheet.shows(item, ALL) else ():
        line = Line(sheet, item, dimension)
        while not line.is_safe():
            moved = sheet.moved(item, sheet.slices(dimension))
            if not moved:
                sheet.reset(item)
                return
            sheet.retreat(item, moved[0])


class Line:
    """One item by one dimension."""

    def __init__(self, sheet: Sheet, item: Item, dimension: str) -> None:
        """Look at a line as the sheet shows it now, also after it changes."""
        self.sheet = sheet
        self.item = item
        self.dimension = dimension
        self.rest = Slice(dimension=dimension)
        """All slices together that are not named."""

    def remainder(self) -> int:
        """Return what the withheld parts add up to, by the shown numbers."""
        parts = sum(self.sheet.reviews(self.item, s) for s in self._open())
        return self.sheet.reviews(self.item, ALL) - parts

    def total(self) -> int:
        """Return what the withheld parts add up to at most."""
        return max(0, self.remainder()) + self.sheet.slack(self.item, ALL)

    def hidden(self) -> frozenset[Slice]:
        """Return the withheld parts."""
        named = frozenset(self.sheet.slices(self.dimension)) - frozenset(self._open())
        return named | ({self.rest} if self._root().total() else frozenset())

    def withheld(self) -> tuple[Slice, ...]:
        """Return the named parts that a row says are withheld."""
        parts = self.hidden() - {self.rest} if self.total() else ()
        known = self.sheet.known_none
        return tuple(sorted(p for p in parts if (self.item, p) not in known))

    def room(self, parts: Collection[Slice]) -> int:
        """Return how many reviews withheld parts can hold together at most."""
        if not parts or self.item == ROOT:
            return self.total() if parts else 0
        above = Line(self.sheet, parents(self.item)[0], self.dimension)
        closed = [s for s in parts if not self.sheet.shows(above.item, s)]
        known = [self.sheet.most(above.item, s) for s in parts if s not in closed]
        return min(self.total(), above.room(closed) + sum(known))

    def is_safe(self) -> bool:
        """Tell whether enough values stay possible for each withheld part.

        What is left over must rest on k reviews by itself.
        """
        left = self.remainder()
        if left < 0 or (self.sheet.exact(self.item, ALL) and 0 < left < self.sheet.k):
            return False
        hidden = self.hidden()
        if not self.total() or not hidden - {self.rest}:
            return True
        return self._vague(hidden) and self._hard_to_guess(hidden)

    def _vague(self, hidden: frozenset[Slice]) -> bool:
        left = self.remainder() - self._lag()
        return all(
            self.room([part]) - max(0, left - self.room(hidden - {part}))
            >= self.sheet.k - 1
            for part in hidden - {self.rest}
        )

    def _hard_to_guess(self, hidden: frozenset[Slice]) -> bool:
        """Tell whether the guess that all withheld numbers are small finds nothing."""
        small, count = self.sheet.k - 1, self.sheet.count
        named = hidden - {self.rest}
        if any(count(self.item, part).now > small for part in named):
            return True
        tops = {part: min(small, self.room([part])) for part in named}
        rest = self.room([self.rest]) if self.rest in hidden else 0
        left = self.remainder() - self._lag() - rest - sum(tops.values())
        return all(
            top - max(0, left + top) >= FEWEST_VALUES - 1 for top in tops.values()
        )

    def _lag(self) -> int:
        """Return how far the shown parts can have moved on together."""
        return sum(self.sheet.slack(self.item, part) for part in self._open())

    def _open(self) -> list[Slice]:
        named = self.sheet.slices(self.dimension)
        return [part for part in named if self.sheet.shows(self.item, part)]

    def _root(self) -> "Line":
        return Line(self.sheet, ROOT, self.dimension)
