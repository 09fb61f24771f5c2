"""What a tunnel holds before it was known, going by the labels: this must be nothing."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.corpus.matching import Fit, likeness, meet, pair
from benchmarks.corpus.places import Row
from benchmarks.events.reviews import LabelledReview
from benchmarks.events.told import rows_of, timeline_of
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.timeline import IntegratedTimeline

TOLD = frozenset({"verteld", "achteraf"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A labelled fact that some event of the timeline tells; `early`: known before."""

    event: str
    kind: str
    known_from: str
    early: bool


def checked(review: LabelledReview) -> list[Checked]:
    """Look the day before it was known into the tunnel of each who was told later."""
    timeline = timeline_of(review)
    labels = review.labels("events")
    found = rows_of(timeline.events, review.names)
    paired = pair(labels, found, _fit)
    told = {labels[i]["id"]: timeline.events[j].id for i, j in paired.items()}
    return [
        Checked(
            event=fact["event"],
            kind=fact["organisation_kind"],
            known_from=fact["known_from"],
            early=_early(told[fact["event"]], fact["organisation_kind"], day, timeline),
        )
        for fact, day in _first_told(review.labels("knowledge"))
        if fact["event"] in told
    ]


def _first_told(facts: Sequence[Row]) -> Iterator[tuple[Row, dt.date]]:
    """Yield what a kind learned first of an event by being told, with the day before."""
    first: dict[tuple[str, str], Row] = {}
    for fact in sorted(facts, key=lambda fact: fact["known_from"] or ""):
        if fact["known_from"]:
            first.setdefault((fact["event"], fact["organisation_kind"]), fact)
    for fact in first.values():
        begun = bounds_of(fact["known_from"]).earliest
        if fact["how"] in TOLD and begun is not None:
            yield fact, begun - dt.timedelta(days=1)


def _fit(label: Row, found: Row) -> Fit:
    """Return how well an event tells what is labelled; None on other days."""
    if not meet(label, found):
        return None
    places = found["accounts"]
    told = [max((likeness(a, b) for b in places), default=0) for a in label["accounts"]]
    return (sum(told),)


def _early(event: str, kind: str, day: dt.date, timeline: IntegratedTimeline) -> bool:
    return any(state.event == event for state in timeline.known_as_of(kind, day))
