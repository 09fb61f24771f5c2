"""What analysts still see: how many of the numbers that may be shown are shown.

Run: python -m benchmarks.trends.kept
"""

import random
from collections.abc import Iterable

from ltnlp.domain.crosscase import CrossCaseFact
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.trends import (
    ALL,
    COLUMNS,
    CROSSED,
    Cells,
    Count,
    Counts,
    Edition,
    Item,
    Slice,
    Subject,
)
from ltnlp.nlp.factors import factor_codes
from ltnlp.stages.trends import publishable
from pipelines.simulated import make_facts

SIZES = (40, 50, 65, 90, 120)
K = 5


def main() -> None:
    """Print for versions in a row what is shown, withheld, and behind."""
    made = list(make_facts(last_year=2025, reviews=SIZES[-1]))
    random.Random(1).shuffle(made)
    codes = tuple((code, str(one.level)) for code, one in factor_codes().items())
    earlier: Cells = {}
    before = 0
    for version, size in enumerate(SIZES, start=1):
        counts = count((facts for _, facts in made[:size]), before)
        given = Edition(
            version=version, counts=counts, earlier=earlier, k=K, codes=codes
        )
        try:
            earlier = shown(given)
        except PrivacyError as error:
            print(f"version {version}, {size} reviews: refused ({error})")
            continue
        before = size
        tell(version, size, counts, earlier)


def shown(edition: Edition) -> Cells:
    """Return what a version shows."""
    found: Cells = {}
    for cell in publishable(edition):
        if cell.shown is not None:
            found.setdefault(cell.item, {})[cell.slice] = cell.shown
    return found


def count(reviews: Iterable[tuple[CrossCaseFact, ...]], before: int) -> Counts:
    """Count reviews as the store does."""
    found: dict[Item, dict[Slice, list[int]]] = {}
    for number, facts in enumerate(reviews):
        for item, slice_ in {pair for fact in facts for pair in _cells(fact)}:
            pair = found.setdefault(item, {}).setdefault(slice_, [0, 0])
            pair[0] += 1
            pair[1] += number < before
    return {
        item: {slice_: Count(now=n, before=b) for slice_, (n, b) in cells.items()}
        for item, cells in found.items()
    }


def _cells(fact: CrossCaseFact) -> Iterable[tuple[Item, Slice]]:
    slices = (
        ALL,
        Slice(dimension="review_kind", value=fact.review_kind),
        Slice(dimension="year", value=str(fact.year)),
    )
    for subject, columns in COLUMNS.items():
        values = [getattr(fact, column) for column in columns]
        acts = subject is not Subject.ORGANISATION or fact.interaction_class
        if acts and all(value is not None for value in values):
            item = Item(subject=subject, values=tuple(map(str, values)))
            for slice_ in slices[: 1 if subject in CROSSED else None]:
                yield item, slice_


def tell(version: int, size: int, counts: Counts, cells: Cells) -> None:
    """Print one version."""
    print(f"version {version}, {size} reviews")
    for name, where in (("over all reviews", True), ("by year or kind", False)):
        large = [
            (item, slice_, count.now)
            for item, found in counts.items()
            for slice_, count in found.items()
            if count.now >= K and (slice_ == ALL) is where
        ]
        seen = [
            (now, cells[item][slice_].reviews)
            for item, slice_, now in large
            if slice_ in cells.get(item, {})
        ]
        exact = sum(now == told for now, told in seen) / max(1, len(seen))
        behind = sum(now - told for now, told in seen) / max(1, len(seen))
        print(
            f"  {name}: {len(large)} rest on {K} or more, {len(seen) / len(large):.0%} "
            f"shown, {exact:.0%} of those up to date, {behind:.1f} reviews behind"
        )


if __name__ == "__main__":
    main()
