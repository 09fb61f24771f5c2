"""One date of several tellings: the finest where they agree, a set where not."""

from collections.abc import Iterable, Sequence

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.dates import DateType, Precision, UncertainDate
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.events import Account

FINEST = tuple(Precision)


def combined(accounts: Sequence[Account]) -> UncertainDate | None:
    """Return the date that the accounts together give.

    Where all bounds meet, the finest telling. Where they do not, an EDTF set of what
    is told, with the hull of the bounds.
    """
    dates = [a.date for a in accounts if a.date and a.date.bounds.known]
    if not dates:
        return next((a.date for a in accounts if a.date), None)
    finest = min(dates, key=_fineness)
    apart = [d for d in dates if not d.bounds.meets(finest.bounds)]
    return _either([finest, *apart]) if apart else finest


def _fineness(date: UncertainDate) -> tuple[int, int, str]:
    first, last = date.earliest, date.latest
    days = (last - first).days if first and last else 99999
    return (days, FINEST.index(date.precision), date.edtf or "")


def _either(dates: Sequence[UncertainDate]) -> UncertainDate:
    ordered = sorted(dates, key=lambda d: (str(d.earliest or ""), d.edtf or ""))
    bounds = _hull(d.bounds for d in ordered)
    return UncertainDate(
        text=" / ".join(dict.fromkeys(d.text for d in ordered)),
        type=DateType.VAGUE,
        edtf=_set(ordered, bounds),
        earliest=bounds.earliest,
        latest=bounds.latest,
        precision=Precision.INTERVAL,
        rule="accounts.differ",
        needs_review=True,
    )


def _hull(all_bounds: Iterable[Bounds]) -> Bounds:
    hull: Bounds | None = None
    for bounds in all_bounds:
        hull = bounds if hull is None else hull.hull(bounds)
    return hull or Bounds(earliest=None, latest=None)


def _set(dates: Sequence[UncertainDate], bounds: Bounds) -> str | None:
    """Return the EDTF set of the dates, or the interval that holds them all."""
    members = list(dict.fromkeys(d.edtf for d in dates if d.edtf))
    text = f"[{','.join(members)}]"
    if _tells(text, bounds):
        return text
    if not bounds.known:
        return None
    return f"{bounds.earliest or '..'}/{bounds.latest or '..'}"


def _tells(edtf: str, bounds: Bounds) -> bool:
    try:
        return bounds_of(edtf) == bounds
    except ValueError:
        return False
