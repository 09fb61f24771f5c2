"""WebVTT transcripts: the file as it is, one segment per spoken line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.documents import ReadText, Segment, SegmentKind
from ltnlp.domain.errors import UnreadableReason
from ltnlp.domain.spans import Span
from ltnlp.reading.cues import Cue, segments_of_cues
from ltnlp.reading.encoding import decode
from ltnlp.reading.lines import plain, stripped
from ltnlp.reading.refusals import refused

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_TIMES = re.compile(
    r"\s*(?P<start>(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*"
    r"(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
)
_NOTE = re.compile(r"NOTE(?=\s|$)[ \t]*")


def read_vtt(content: bytes) -> ReadText:
    """Read a WebVTT file; time codes and cue numbers are in no segment.

    Raises:
        UnreadableSourceError: `encoding`, `too_large`, `no_text`.
    """
    decoded = decode(content)
    blocks = list(blocks_of(decoded.text))
    cues = [cue for block in blocks if (cue := cue_of(decoded.text, block))]
    segments = [*_notes(decoded.text, blocks), *segments_of_cues(decoded.text, cues)]
    if not segments:
        raise refused(UnreadableReason.NO_TEXT)
    return ReadText(
        format="vtt",
        text=decoded.text,
        segments=tuple(sorted(segments, key=lambda s: s.span.start)),
        encoding=decoded.encoding,
    )


def blocks_of(text: str) -> Iterator[list[Span]]:
    """Yield the runs of lines that no blank line divides."""
    block: list[Span] = []
    for found in _LINE.finditer(text):
        if found.start() == found.end():
            continue
        span = stripped(text, Span(start=found.start(), end=found.end()))
        if span is not None:
            block.append(span)
        elif block:
            yield block
            block = []
    if block:
        yield block


def cue_of(text: str, block: Sequence[Span]) -> Cue | None:
    """Return the cue that a block is, None for any other block."""
    for position, line in enumerate(block[:3]):
        times = _TIMES.match(text, line.start, line.end)
        if times is not None:
            start = times["start"].replace(",", ".")
            return Cue(start=start, lines=tuple(block[position + 1 :]))
    return None


def _notes(text: str, blocks: Sequence[Sequence[Span]]) -> Iterator[Segment]:
    for block in blocks:
        mark = _NOTE.match(text, block[0].start, block[0].end)
        if mark is None:
            continue
        first = Span(start=block[0].start, end=block[0].end)
        rest = [plain(line, kind=SegmentKind.NOTE) for line in block[1:]]
        if mark.end() < first.end:
            body = Span(start=mark.end(), end=first.end)
            yield Segment(span=first, body=body, kind=SegmentKind.NOTE)
            rest = [replace(line, continues=True) for line in rest]
        yield from rest
