"""Sources of a review, what was read from them, and where in them a text stands."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.spans import Span


class DocumentKind(StrEnum):
    """What kind of source it is (bron)."""

    INTERVIEW = "interview"
    CLIENT_INTERVIEW = "client_interview"
    FILE_EXTRACT = "file"
    INDIVIDUAL_TIMELINE = "timeline"
    EMAIL = "email"
    RULING = "ruling"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source of a review; its text lives in the vault.

    Attributes:
        id: HMAC of the bytes under the review's key: the same bytes are the same
            document within a review, and nothing outside it.
        slot: which source of the review it is; a replacement keeps its slot.
        label: how exports name it: the name in `review.json`, else the slot.
        kind: interview, file extract, individual timeline, …
        author_role: who speaks or wrote ("jeugdbeschermer"), None when not told.
        author_kind: kind of organisation of the author, an id of the taxonomy.
        made_on: the day it was said or written; None when not known.
        contemporaneous: written at the time (True), told afterwards (False).
    """

    id: str
    slot: str
    label: str
    kind: DocumentKind
    author_role: str | None = None
    author_kind: str | None = None
    made_on: dt.date | None = None
    contemporaneous: bool = False


class SegmentKind(StrEnum):
    """What a stretch of a source is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TURN = "turn"
    ROW = "row"
    HEADER_ROW = "header_row"
    NOTE = "note"
    MAIL_HEADER = "mail_header"
    QUOTED = "quoted"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the source a reader finds it: page, row and sheet, or time code."""

    page: int | None = None
    row: int | None = None
    sheet: int | None = None
    time_code: str | None = None
    line: int | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the text as read: one paragraph, turn, cue or table row.

    Attributes:
        span: the whole stretch, a speaker label or cue tag included.
        body: the told text inside it, without speaker label.
        kind: what it is.
        speaker: the label as it stands in the source; None when there is none.
        place: where the reader of the source finds it.
        cells: for a row, the spans of its cells in the text as read.
        date_cell: for a row of a table with a date column, the cell's index.
        continues: this goes on with the sentence of the segment before it.
    """

    span: Span
    body: Span
    kind: SegmentKind
    speaker: str | None = None
    place: Place = NOWHERE
    cells: tuple[Span, ...] = ()
    date_cell: int | None = None
    continues: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError when the body or a cell lies outside the segment."""
        inner = (self.body, *self.cells)
        if not all(self.span.contains(part) for part in inner):
            raise ValueError("body and cells lie inside the segment")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """The text of one source as read, and its segments in reading order.

    For text formats (txt, vtt) `text` is the decoded file, so that offsets hold in
    the file; for others it is one paragraph per line, a table row on one line with
    its cells joined by " | ".
    """

    format: str
    text: str
    segments: tuple[Segment, ...]
    encoding: str | None = None
    warnings_nl: tuple[str, ...] = ()
    made_on: dt.date | None = None

    def __post_init__(self) -> None:
        """Raise ValueError when segments overlap, are unordered or leave the text."""
        reached = 0
        for segment in self.segments:
            if segment.span.start < reached or segment.span.end > len(self.text):
                raise ValueError("segments are ordered, apart and inside the text")
            reached = segment.span.end
