"""What passes between this process and the one that parses: frames of JSON.

The child has read an untrusted file, so nothing of it is unpickled.
"""

import datetime as dt
import json
import os
from typing import IO, Any

from ltnlp.domain.documents import Place, ReadText, Segment, SegmentKind
from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.domain.spans import Span

_LENGTH = 8


def own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Return the two ends of a child's pipes; what a library prints goes nowhere."""
    asked, answered = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    return asked, answered


def send(stream: IO[bytes], content: bytes) -> None:
    """Write one frame."""
    stream.write(len(content).to_bytes(_LENGTH, "big"))
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes], *, most: int) -> bytes | None:
    """Read one frame; None when the stream ends, or the frame is over `most` bytes."""
    head = stream.read(_LENGTH)
    size = int.from_bytes(head, "big")
    if len(head) < _LENGTH or size > most:
        return None
    content = stream.read(size)
    return content if len(content) == size else None


def packed(read: ReadText) -> bytes:
    """Return a text as read as JSON."""
    return json.dumps(
        {
            "format": read.format,
            "text": read.text,
            "segments": [_row(segment) for segment in read.segments],
            "encoding": read.encoding,
            "warnings": read.warnings_nl,
            "made_on": read.made_on.isoformat() if read.made_on else None,
        }
    ).encode()


def packed_refusal(error: UnreadableSourceError) -> bytes:
    """Return a refusal as JSON."""
    told = {"reason": str(error.reason), "message_nl": error.message_nl}
    return json.dumps(told).encode()


def unpacked(content: bytes) -> ReadText:
    """Return the text as read that `content` holds.

    Raises:
        UnreadableSourceError: it holds a refusal.
        ValueError, LookupError, TypeError: it holds neither.
    """
    told = json.loads(content)
    if "reason" in told:
        raise UnreadableSourceError(
            UnreadableReason(told["reason"]), message_nl=str(told["message_nl"])
        )
    made_on = told["made_on"]
    return ReadText(
        format=str(told["format"]),
        text=str(told["text"]),
        segments=tuple(_segment(row) for row in told["segments"]),
        encoding=told["encoding"],
        warnings_nl=tuple(map(str, told["warnings"])),
        made_on=dt.date.fromisoformat(made_on) if made_on else None,
    )


def _row(segment: Segment) -> list[Any]:
    place = segment.place
    return [
        [segment.span.start, segment.span.end],
        [segment.body.start, segment.body.end],
        str(segment.kind),
        segment.speaker,
        [place.page, place.row, place.sheet, place.time_code, place.line],
        [[cell.start, cell.end] for cell in segment.cells],
        segment.date_cell,
        segment.continues,
    ]


def _segment(row: list[Any]) -> Segment:
    span, body, kind, speaker, place, cells, date_cell, continues = row
    page, line_of_table, sheet, time_code, line = place
    return Segment(
        span=_span(span),
        body=_span(body),
        kind=SegmentKind(kind),
        speaker=speaker,
        place=Place(
            page=page, row=line_of_table, sheet=sheet, time_code=time_code, line=line
        ),
        cells=tuple(_span(cell) for cell in cells),
        date_cell=date_cell,
        continues=bool(continues),
    )


def _span(ends: list[int]) -> Span:
    return Span(start=int(ends[0]), end=int(ends[1]))
