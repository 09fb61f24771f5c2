"""Hard-wrapped text: lines that break in mid-sentence are made whole again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ltnlp.domain.documents import Segment, SegmentKind
from ltnlp.reading.labels import may_begin_turn

_ENDS = re.compile(r"[.?!:;…][\"'”’)\]]*$")
_STARTS_ANEW = re.compile(
    r"[-*•·–—>#|]\s?|\(?\d{1,3}[.)]\s|\d{1,2}[-/.]\d{1,2}\b|[a-z][.)]\s"
)
_WRAPPED = frozenset({SegmentKind.PARAGRAPH, SegmentKind.QUOTED})
MIN_LINE = 45
MIN_WIDTH, MAX_WIDTH = 50, 110


def mark_wraps(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Mark the lines that go on with the sentence of the line above."""
    width = _width(segments)
    done = list(segments)
    for at in range(1, len(done)):
        if _goes_on(text, done[at - 1], done[at], width):
            done[at] = replace(done[at], continues=True)
    return done


def _width(segments: Sequence[Segment]) -> int | None:
    """Return the width of a text that is wrapped at one, None for any other."""
    lengths = sorted(len(s.span) for s in segments if s.kind in _WRAPPED)
    if len(lengths) < 4:
        return None
    widest = lengths[-1 - len(lengths) // 50]
    return widest if MIN_WIDTH <= widest <= MAX_WIDTH else None


def _goes_on(text: str, above: Segment, below: Segment, width: int | None) -> bool:
    if above.kind not in _WRAPPED or below.kind is not above.kind:
        return False
    if _line_ends(text, above.span.end, below.span.start) != 1:
        return False
    line, following = above.body.of(text), below.body.of(text)
    if _STARTS_ANEW.match(following) or may_begin_turn(following):
        return False
    broken = not _ENDS.search(line)
    if width is not None:
        first = following.split(maxsplit=1)[0]
        full = len(above.span) + 1 + len(first) > width - 1
        return full and (broken or len(line) > width * 0.8)
    return broken and following[0].islower() and len(line) >= MIN_LINE


def _line_ends(text: str, start: int, end: int) -> int:
    gap = text[start:end]
    return gap.count("\n") or gap.count("\r")
