"""The timeline of a labelled review, and its events as rows that labels compare with."""

from collections.abc import Mapping, Sequence

from benchmarks.corpus.places import Row
from benchmarks.events.reviews import LabelledReview
from ltnlp.domain.events import Event
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.nlp.events import DutchEventReader
from ltnlp.stages.events import extract
from ltnlp.stages.timeline import integrate


def timeline_of(review: LabelledReview) -> IntegratedTimeline:
    """Return the timeline that is made of a review, without corrections."""
    released = review.released
    events = extract(
        released.passages,
        actors=released.actors,
        dates=released.dates,
        organisations=released.organisations,
        documents=released.documents,
        reader=DutchEventReader(),
    )
    return integrate(
        events, corrections=(), period=review.period, documents=released.documents
    ).timeline


def rows_of(events: Sequence[Event], names: Mapping[str, str]) -> list[Row]:
    """Return the days and places of events; `names` calls documents as labels do."""
    return [_row(event, names) for event in events]


def _row(event: Event, names: Mapping[str, str]) -> Row:
    first = event.date.earliest if event.date else None
    last = event.date.latest if event.date else None
    return {
        "earliest": str(first) if first else None,
        "latest": str(last) if last else None,
        "accounts": [
            {
                "doc": names[account.document],
                "start": account.source.start,
                "end": account.source.end,
            }
            for account in event.accounts
        ],
    }
