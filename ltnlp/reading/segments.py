"""Rough lines → segments: tables, mail, wrapped lines, headings and speakers."""

from collections.abc import Sequence
from dataclasses import replace

from ltnlp.domain.documents import Segment, SegmentKind
from ltnlp.reading.letters import mark_letters
from ltnlp.reading.recorders import is_of_program
from ltnlp.reading.spoken_tables import mark_spoken_tables
from ltnlp.reading.tables import mark_tables
from ltnlp.reading.time_marks import mark_talk, without_marks
from ltnlp.reading.transcripts import mark_transcript
from ltnlp.reading.wraps import mark_wraps

MAX_HEADING = 80


def segments_of(
    text: str, lines: Sequence[Segment], *, wrapped: bool = False
) -> tuple[Segment, ...]:
    """Return the segments of a text whose lines are known.

    `wrapped` tells that a line end may stand in mid-sentence.
    """
    lines = [line for line in lines if not is_of_program(line.span.of(text))]
    transcript = mark_transcript(text, lines)
    if transcript is not None:
        return tuple(mark_letters(text, list(without_marks(text, transcript))))
    rows = mark_tables(text, mark_spoken_tables(text, lines))
    done = mark_letters(text, rows)
    if wrapped:
        done = mark_wraps(text, done)
    done = [_heading(text, segment) for segment in done]
    return tuple(mark_talk(text, done))


def _heading(text: str, segment: Segment) -> Segment:
    """Mark a short line in capitals as the heading that it is."""
    line = segment.span.of(text)
    if segment.kind is not SegmentKind.PARAGRAPH or segment.continues:
        return segment
    if len(line) > MAX_HEADING or not line.isupper() or line[-1] in ".,;:?!":
        return segment
    letters = sum(c.isalpha() for c in line)
    if letters < 4 or letters < len(line) // 2:
        return segment
    return replace(segment, kind=SegmentKind.HEADING)
