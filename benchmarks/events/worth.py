"""Which tellings labellers gave a place of their own: what teaches worth a line."""

from collections.abc import Iterator, Sequence

from benchmarks.corpus.matching import SHARED, likeness, overlap, pair
from benchmarks.corpus.places import Row
from benchmarks.events.examples import Example
from benchmarks.events.reviews import LabelledReview
from ltnlp.domain.documents import SegmentKind
from ltnlp.nlp.events.chance import Seen
from ltnlp.nlp.events.reader import all_told
from ltnlp.nlp.events.worth import seen_of

MODEL = "worth"


def tellings(review: LabelledReview) -> Iterator[Example]:
    """Yield the tellings that are read in a review; `holds`: an account was labelled."""
    rows, seen = _read(review)
    labels = [a for event in review.labels("events") for a in event["accounts"]]
    paired = pair(
        labels,
        rows,
        lambda g, p: (likeness(g, p),) if overlap(g, p) >= SHARED else None,
    )
    labelled = set(paired.values())
    for at, what in enumerate(seen):
        if rows[at]["asked"]:
            yield Example(model=MODEL, seen=what, holds=at in labelled)


def _read(review: LabelledReview) -> tuple[Sequence[Row], Sequence[Seen]]:
    rows: list[Row] = []
    seen: list[Seen] = []
    for passage, source in review.sources():
        told = all_told(source).told
        seen += seen_of(source, told)
        for one in told:
            place = passage.offsets.to_origin(one.span)
            rows.append(
                {
                    "doc": review.names[passage.document],
                    "start": place.start,
                    "end": place.end,
                    "asked": source.kind is not SegmentKind.ROW,
                }
            )
    return rows, seen
