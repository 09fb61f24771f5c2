"""Counts over reviews → the numbers of a version of the trends, and what is withheld.

Published is in how many reviews something shows, never how often: one talkative
review would fill a cell by itself. A number rests on k reviews at least; so does the
difference between two versions of it, and what is left when the parts of a total are
subtracted from it. What cannot be shown so stays as the last version showed it, or is
withheld.
"""

from collections.abc import Iterator

from ltnlp.domain.crosscase import SMALLEST_CELL
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.trends import (
    ALL,
    CROSSED,
    ROOT,
    Edition,
    Item,
    PublishedCell,
    Slice,
    Subject,
)
from ltnlp.stages.trend_audit import audit
from ltnlp.stages.trend_lines import Line, mend
from ltnlp.stages.trend_sheet import DIMENSIONS, Sheet


def publishable(edition: Edition) -> tuple[PublishedCell, ...]:
    """Return the cells of a version, each item's total first; all of them are safe.

    A slice on too few reviews is not named; of a named slice a number that is
    withheld has a row that says so. An item that is withheld altogether has no row.

    Raises:
        PrivacyError: k is under 3, or fewer than k reviews came in since the last
            version.
    """
    if edition.k < SMALLEST_CELL:
        raise PrivacyError(f"a cell rests on {SMALLEST_CELL} reviews at least")
    for frozen in (False, True):
        sheet = Sheet(edition, frozen=frozen)
        if sheet.came_in < edition.k:
            raise PrivacyError("too few reviews came in since the last version")
        if _fill(sheet):
            return tuple(cell for item in _items(sheet) for cell in _rows(sheet, item))
    raise PrivacyError(
        "a new version would give away what the last one withheld",
        message_nl="Een nieuwe versie zou prijsgeven wat de vorige verborg. Wacht tot "
        "er meer reviews zijn afgesloten.",
    )


def _fill(sheet: Sheet) -> bool:
    """Fill a sheet with what may be shown; False where no way of filling it is safe."""
    for item in _items(sheet):
        if item.subject not in CROSSED:
            sheet.fill(item)
            mend(sheet, item)
    if not audit(sheet):
        return False
    for item in _items(sheet):
        if item.subject in CROSSED:
            sheet.fill(item)
    return True


def _items(sheet: Sheet) -> list[Item]:
    known = {*sheet.edition.counts, *sheet.edition.earlier}
    return sorted(known, key=lambda item: (_order(item), item))


def _order(item: Item) -> int:
    return list(Subject).index(item.subject)


def _rows(sheet: Sheet, item: Item) -> Iterator[PublishedCell]:
    if not sheet.shows(item, ALL):
        return
    yield _cell(sheet, item, ALL)
    if item.subject in CROSSED:
        return
    for dimension in DIMENSIONS:
        withheld = Line(sheet, item, dimension).withheld()
        for slice_ in sheet.slices(dimension):
            if slice_ in withheld or sheet.shows(item, slice_):
                yield _cell(sheet, item, slice_)


def _cell(sheet: Sheet, item: Item, slice_: Slice) -> PublishedCell:
    return PublishedCell(
        item=item,
        slice=slice_,
        shown=sheet.shown[item].get(slice_),
        of=sheet.reviews(ROOT, slice_),
    )
