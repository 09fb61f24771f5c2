"""What a version of the trends shows so far: each number new, as before, or withheld."""

from collections.abc import Iterable

from ltnlp.domain.trends import (
    ALL,
    CROSSED,
    ROOT,
    Cells,
    Count,
    Edition,
    Item,
    Shown,
    Slice,
    Subject,
)

DIMENSIONS = ("review_kind", "year", "region")
"""What divides reviews: each review is in one slice of each."""

_NONE = Count(now=0)
_LEVEL = frozenset({Subject.FACTOR_ORGANISATION, Subject.FACTOR_TIME})


def parents(item: Item) -> tuple[Item, ...]:
    """Return the items that every review that shows this one shows as well."""
    if item.subject is Subject.REVIEW:
        return ()
    if item.subject is Subject.FACTOR:
        return (Item(subject=Subject.LEVEL, values=item.values[1:]),)
    if item.subject in _LEVEL:
        return (Item(subject=Subject.FACTOR, values=item.values[:3]),)
    if item.subject not in CROSSED:
        return (ROOT,)
    whole = Item(subject=Subject.INTERACTION, values=item.values[:2])
    if item.subject is Subject.INTERACTION_TIME:
        return (whole,)
    return (whole, Item(subject=Subject.ORGANISATION, values=item.values[2:]))


class Sheet:
    """The numbers of a version while it is made.

    A number is `exact` when this version changed it: then it is the count of today.
    Else it is that of an earlier version, and fewer than k reviews came in since.
    """

    def __init__(self, edition: Edition, *, frozen: bool = False) -> None:
        """Begin with nothing shown; `frozen` moves no count of the slices themselves."""
        self.edition = edition
        self._frozen = frozen
        self.known_none: set[tuple[Item, Slice]] = set()
        """Parts of which everybody can see that no review shows the item."""
        self.k = edition.k
        self.shown: Cells = {}
        self._named: dict[str, tuple[Slice, ...]] = {}
        self.came_in = self.count(ROOT, ALL).now - self.count(ROOT, ALL).before

    def count(self, item: Item, slice_: Slice) -> Count:
        """Return how many reviews show an item; none for one that nobody named."""
        return self.edition.counts.get(item, {}).get(slice_, _NONE)

    def reviews(self, item: Item, slice_: Slice) -> int:
        """Return a shown number."""
        return self.shown[item][slice_].reviews

    def shows(self, item: Item, slice_: Slice) -> bool:
        """Tell whether a number is shown."""
        return slice_ in self.shown.get(item, {})

    def exact(self, item: Item, slice_: Slice) -> bool:
        """Tell whether a shown number is the count of today, as everybody can see."""
        return self.shown[item][slice_].since == self.edition.version

    def most(self, item: Item, slice_: Slice) -> int:
        """Return what the count behind a shown number can be at most."""
        return self.reviews(item, slice_) + self.slack(item, slice_)

    def slack(self, item: Item, slice_: Slice) -> int:
        """Return how far the count can have moved on from a shown number."""
        return 0 if self.exact(item, slice_) else self.k - 1

    def slices(self, dimension: str) -> tuple[Slice, ...]:
        """Return the slices that are named at all: those of enough reviews."""
        return self._named.get(dimension, ())

    def moved(self, item: Item, slices: Iterable[Slice]) -> list[Slice]:
        """Return the slices whose number this version changed, smallest first."""
        found = [s for s in slices if self.shows(item, s) and self.exact(item, s)]
        return sorted(found, key=lambda s: (self.reviews(item, s), s))

    def arrived(self, slice_: Slice) -> int:
        """Return how many reviews of a slice can have come in since, as can be seen."""
        earlier = self.earlier(ROOT, slice_)
        if earlier is None or not self.shows(ROOT, slice_):
            return self.came_in
        return min(self.came_in, self.most(ROOT, slice_) - earlier.reviews)

    def fill(self, item: Item) -> None:
        """Show of an item what may be shown of it by itself."""
        self._show(item, ALL)
        if item.subject in CROSSED or not self.shows(item, ALL):
            return
        for dimension in DIMENSIONS:
            for slice_ in self._fillable(item, dimension):
                self._show(item, slice_)
        self._name(item)

    def retreat(self, item: Item, slice_: Slice) -> None:
        """Show what the last version showed in place of a number, or withhold it."""
        earlier = self.earlier(item, slice_)
        if earlier is not None:
            self.shown.setdefault(item, {})[slice_] = earlier
        elif self.shows(item, slice_):
            del self.shown[item][slice_]
            self._name(item)

    def lower(self, item: Item) -> None:
        """Take back what an item shows above what its parents show."""
        for slice_ in list(self.shown.get(item, {})):
            if not self._fits(item, slice_, self.reviews(item, slice_)):
                self.retreat(item, slice_)

    def reset(self, item: Item) -> None:
        """Show all of an item as the last version did."""
        self.shown[item] = dict(self.edition.earlier.get(item, {}))

    def earlier(self, item: Item, slice_: Slice) -> Shown | None:
        """Return what the last version showed; None where it showed nothing."""
        return self.edition.earlier.get(item, {}).get(slice_)

    def _fillable(self, item: Item, dimension: str) -> Iterable[Slice]:
        if item != ROOT:
            return self.slices(dimension)
        counted = self.edition.counts.get(ROOT, {})
        return sorted(s for s in counted if s.dimension == dimension)

    def _name(self, item: Item) -> None:
        """Keep which slices are named, after the counts of reviews changed."""
        if item == ROOT:
            named = self.shown[ROOT]
            self._named = {
                dimension: tuple(s for s in named if s.dimension == dimension)
                for dimension in DIMENSIONS
            }

    def _show(self, item: Item, slice_: Slice) -> None:
        self.retreat(item, slice_)
        if not self._may_move(item, slice_):
            return
        number = self.count(item, slice_).now
        if self._fits(item, slice_, number):
            shown = Shown(reviews=number, since=self.edition.version)
            self.shown.setdefault(item, {})[slice_] = shown

    def _fits(self, item: Item, slice_: Slice, number: int) -> bool:
        """Tell whether a number is not above that of a group that holds it."""
        above = [(parent, slice_) for parent in parents(item)]
        above += [(item, ALL)] if slice_ != ALL else []
        return all(self.shows(*c) and self.reviews(*c) >= number for c in above)

    def _may_move(self, item: Item, slice_: Slice) -> bool:
        """Tell whether at least k reviews stand between two shown numbers of a cell.

        A number that was withheld appears only if it cannot be computed back: all
        its reviews can have come in since, or it was not small then.
        """
        if self._frozen and item == ROOT and slice_ != ALL:
            return False
        count = self.count(item, slice_)
        earlier = self.earlier(item, slice_)
        if earlier is not None:
            return count.now - earlier.reviews >= self.k
        if count.now < self.k or not self.edition.earlier:
            return count.now >= self.k
        return count.before >= self.k or count.now <= self.arrived(slice_)
