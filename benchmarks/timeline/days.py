"""`python -m benchmarks.timeline days`: on which days labelled tellings are placed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.corpus.matching import SHARED, bounds, likeness, meet, overlap, pair
from benchmarks.corpus.places import Row
from benchmarks.events.reviews import LabelledReview, labelled_reviews
from benchmarks.events.told import timeline_of
from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.events import Account

CLASSES = ("exact", "inside", "meets", "none", "excluded", "not read")
CONFLICT = "planted conflicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A labelled telling, the one that is read there, and how their days compare."""

    review: str
    kind: str
    label: Row
    account: Account | None
    how: str


def told_days(review: LabelledReview) -> Iterator[Told]:
    """Yield how the day of each labelled telling was read."""
    labels = [
        {**account, **_day_of(account, event), "conflict": event["conflict"]}
        for event in review.labels("events")
        for account in event["accounts"]
    ]
    found = [
        (_row(account, review.names[account.document]), account)
        for event in timeline_of(review).events
        for account in event.accounts
    ]
    paired = pair(
        labels,
        [row for row, _ in found],
        lambda a, b: (likeness(a, b),) if overlap(a, b) >= SHARED else None,
    )
    kinds = {review.names[d.id]: str(d.kind) for d in review.released.documents}
    for number, label in enumerate(labels):
        row, account = found[paired[number]] if number in paired else (None, None)
        yield Told(
            review=review.name,
            kind=CONFLICT if label["conflict"] else kinds[label["doc"]],
            label=label,
            account=account,
            how=compared(label, row) if row else "not read",
        )


def _day_of(account: Row, event: Row) -> Row:
    """Return the days that a telling gives itself, else those of what it tells."""
    told = account["date_as_told_edtf"]
    return _ends(bounds_of(told)) if told else {k: event[k] for k in _ends(OPEN)}


def _row(account: Account, document: str) -> Row:
    days = account.date.bounds if account.date else OPEN
    place = {"start": account.source.start, "end": account.source.end}
    return {"doc": document, **place, **_ends(days)}


def _ends(days: Bounds) -> Row:
    return {
        name: str(day) if day else None
        for name, day in (("earliest", days.earliest), ("latest", days.latest))
    }


def compared(label: Row, row: Row) -> str:
    """Return how the days of a telling lie to those of its label: one of CLASSES."""
    if not (row["earliest"] or row["latest"]):
        return "none"
    if not meet(label, row):
        return "excluded"
    (first, last), (begin, end) = bounds(label), bounds(row)
    if (first, last) == (begin, end):
        return "exact"
    return "inside" if first <= begin and end <= last else "meets"


def main() -> None:
    """Print the shares per kind of source, planted conflicts apart."""
    told = [one for review in labelled_reviews() for one in told_days(review)]
    counts = Counter((one.kind, one.how) for one in told)
    counts.update(("all", one.how) for one in told if one.kind != CONFLICT)
    print("| source | tellings | " + " | ".join(CLASSES) + " |")
    print("|---|---|" + "---|" * len(CLASSES))
    for kind in sorted({kind for kind, _ in counts}):
        total = sum(counts[kind, how] for how in CLASSES)
        shares = " | ".join(f"{counts[kind, how] / total:.3f}" for how in CLASSES)
        print(f"| {kind} | {total} | {shares} |")
