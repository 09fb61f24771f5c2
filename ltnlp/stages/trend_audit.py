"""No withheld number can be computed: looked into by a solver, and mended."""

from collections.abc import Iterable, Iterator, Sequence

from ltnlp.domain.trends import ALL, CROSSED, ROOT, Item, Slice, Subject
from ltnlp.stages.trend_knowledge import Knowledge, Name
from ltnlp.stages.trend_lines import FEWEST_VALUES, Line, mend
from ltnlp.stages.trend_sheet import DIMENSIONS, Sheet, parents

MOST_TOGETHER = 12
"""Items in one look of the solver: more take it longer than one by one."""


def audit(sheet: Sheet) -> bool:
    """Take numbers back until each withheld one can still be one of k values.

    Items that tell of one another are looked at together: a level with its factors,
    anything else by itself. False where there is nothing left to take back.
    """
    every = tuple(families(sheet))
    suspect = _suspects(sheet, every)
    return all(_settle(sheet, family) for family in every if suspect & {*family})


def _suspects(sheet: Sheet, every: Iterable[Sequence[Item]]) -> set[Item]:
    """Return the items of which something is known too well.

    Families tell nothing of one another: a few are looked at in one go.
    """
    found: set[Item] = set()
    batch: list[Item] = []
    for family in (*every, ()):
        full = len(batch) + len(family) > MOST_TOGETHER
        if batch and (full or not family):
            knowledge = Knowledge(sheet, (ROOT, *batch))
            found |= {item for _, item, _ in _narrowed(sheet, batch, knowledge)}
            batch = []
        batch.extend(family)
    return found


def _settle(sheet: Sheet, family: Sequence[Item]) -> bool:
    knowledge = Knowledge(sheet, (ROOT, *family))
    while found := _narrowed(sheet, family, knowledge):
        if _take_back(sheet, family, found[0]):
            continue
        for item in family:
            sheet.reset(item)
        for version, item, slice_ in _narrowed(sheet, family, knowledge):
            if version == 0 or sheet.count(item, slice_).now:
                return False
            # Everybody can see that it is none: no row says that it is withheld.
            sheet.known_none.add((item, slice_))
    return True


def families(sheet: Sheet) -> Iterator[tuple[Item, ...]]:
    """Yield items that tell of one another, a level first.

    The factors of the codebook are among them: a reader knows that they exist.
    """
    known = {*sheet.edition.counts, *sheet.edition.earlier}
    factors = {item for item in known if item.subject is Subject.FACTOR}
    for item in sorted(known - factors - {ROOT}):
        if item.subject in CROSSED or not sheet.shows(item, ALL):
            continue
        own = {factor for factor in factors if item in parents(factor)}
        if item.subject is Subject.LEVEL:
            own |= {
                Item(subject=Subject.FACTOR, values=(code, *item.values))
                for code, level in sheet.edition.codes
                if level == item.values[0]
            }
        yield (item, *sorted(own))


def _narrowed(sheet: Sheet, family: Sequence[Item], knowledge: Knowledge) -> list[Name]:
    names = [*_withheld(sheet, family), *_withheld_before(sheet, family)]
    small = sheet.k - 1
    guesses = ((FEWEST_VALUES - 1, small),) if sheet.edition.earlier else ()
    return [
        name
        for width, lag in ((small, None), *guesses)
        for name in (knowledge.narrowed(names, width, lag) if names else ())
    ]


def _withheld(sheet: Sheet, family: Sequence[Item]) -> Iterator[Name]:
    for item in family:
        if not sheet.shows(item, ALL):
            yield 1, item, ALL
            continue
        for dimension in DIMENSIONS:
            for slice_ in Line(sheet, item, dimension).withheld():
                yield 1, item, slice_


def _withheld_before(sheet: Sheet, family: Sequence[Item]) -> Iterator[Name]:
    earlier = sheet.edition.earlier
    for item in family:
        cells = earlier.get(item)
        for slice_ in earlier.get(ROOT, {}) if cells else ():
            if slice_ not in (cells or {}) and _left_before(sheet, item, slice_):
                yield 0, item, slice_


def _left_before(sheet: Sheet, item: Item, slice_: Slice) -> bool:
    """Tell whether the last version had a row that said that this was withheld."""
    cells = sheet.edition.earlier[item]
    parts = [s for s in cells if s.dimension == slice_.dimension]
    since = sheet.edition.earlier[ROOT][ALL].since
    told = sum(cells[part].reviews for part in parts)
    return cells[ALL].since != since or cells[ALL].reviews > told


def _take_back(sheet: Sheet, family: Sequence[Item], found: Name) -> bool:
    """Take one number back near a count that is known too well; False for none."""
    _, item, slice_ = found
    line = [(item, part) for part in sheet.moved(item, sheet.slices(slice_.dimension))]
    beside = [
        (other, slice_) for other in family if slice_ in sheet.moved(other, [slice_])
    ]
    if not line and not beside:
        return False
    sheet.retreat(*min(line or beside, key=lambda cell: (sheet.reviews(*cell), cell)))
    for other in family:
        sheet.lower(other)
        mend(sheet, other)
    return True
