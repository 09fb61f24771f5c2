"""Passages: addressable stretches of a source, the unit of evidence."""

from dataclasses import dataclass

from ltnlp.domain.documents import NOWHERE, Place, SegmentKind
from ltnlp.domain.spans import OffsetMap, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One turn, paragraph or row in its original words; lives in the vault only.

    Attributes:
        id: stable under the review's key for the same document and place.
        document: id of the document.
        ordinal: place in reading order within the document, from 0.
        span: the stretch of the document from its first to its last piece.
        text: the original words, a speaker label included.
        offsets: `text` → the document's text as read.
        body_start: offset in `text` where the told words begin (after the label).
        speaker: the label as written; None when there is none.
        kind: turn, paragraph, row, heading, …
        place: page, row or time code in the source.
        cells: for a row, its cells as spans of `text`; `date_cell` indexes them.
    """

    id: str
    document: str
    ordinal: int
    span: Span
    text: str
    offsets: OffsetMap
    body_start: int = 0
    speaker: str | None = None
    kind: SegmentKind = SegmentKind.PARAGRAPH
    place: Place = NOWHERE
    cells: tuple[Span, ...] = ()
    date_cell: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError when the text is empty or the body starts outside it."""
        if not self.text or not 0 <= self.body_start <= len(self.text):
            raise ValueError(f"passage {self.id} has no text or no body")
