"""Times that stand in the words of a talk: "#00:01:23-4#", "[00:01:23]", "00:05:00".

Programs for transcribing (f4, MAXQDA, Amberscript, Meet) write them before a turn, at
its end, inside it, or on a line of their own; nobody said them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ltnlp.domain.documents import Segment, SegmentKind
from ltnlp.domain.spans import Span
from ltnlp.reading.clock_times import CLOCK, seconds
from ltnlp.reading.lines import stripped
from ltnlp.reading.speakers import mark_speakers

_MARK = re.compile(
    rf"[ \t]*(?:#(?P<hash>{CLOCK})(?:-\d)?#"
    rf"|(?P<open>[\[({{<])(?P<clock>{CLOCK})[\])}}>])"
)
_HASHED = re.compile(rf"#{CLOCK}(?:-\d)?#")
_ALONE = re.compile(rf"[\[(#{{<]?(?P<clock>{CLOCK})(?:-\d)?[\])#}}>]?")
MIN_MARKS = 3
"""Times between brackets that make them marks: one alone may be said."""


def mark_talk(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Mark who speaks, and when where the source tells it; a source that is no talk stays.

    Lines that hold a time and nothing else are left out of a talk.
    """
    alone = {
        s.span.start: found["clock"] for s in segments if (found := _time(text, s))
    }
    told = mark_speakers(text, [s for s in segments if s.span.start not in alone])
    if not any(s.kind is SegmentKind.TURN for s in told):
        return list(segments)
    told = list(_going_on(text, told))
    marked = {s.span.start: _marks(text, s) for s in told}
    if not _are_marks([mark for marks in marked.values() for mark in marks]):
        marked = {}
    heads = [s for s in segments if s.span.start in alone]
    return list(_with_times(text, sorted([*told, *heads], key=_start), marked, alone))


def without_marks(text: str, turns: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the turns of a transcript, each in the parts that times inside it make."""
    for turn in turns:
        inside = [mark for mark in _marks(text, turn) if mark.start() > turn.body.start]
        time = turn.place.time_code
        bare = replace(turn, place=replace(turn.place, time_code=None))
        told = _timed(text, bare, inside, time, before=True) if inside else (turn,)
        yield from told


def _with_times(
    text: str,
    segments: Sequence[Segment],
    marked: Mapping[int, Sequence[re.Match[str]]],
    alone: Mapping[int, str],
) -> Iterator[Segment]:
    before = _stand_before(segments, marked)
    latest: str | None = None
    for segment in segments:
        if segment.span.start in alone:
            latest = alone[segment.span.start]
            continue
        marks = marked.get(segment.span.start, ())
        yield from _timed(text, segment, marks, latest, before=before)
        latest = _clock(marks[-1]) if marks else latest


def _going_on(text: str, told: Sequence[Segment]) -> Iterator[Segment]:
    """Give a paragraph with a mark, under a turn, to the one who speaks."""
    speaker: str | None = None
    for segment in told:
        goes_on = speaker and segment.kind is SegmentKind.PARAGRAPH
        if goes_on and _HASHED.search(text, segment.span.start, segment.span.end):
            yield replace(segment, kind=SegmentKind.TURN, speaker=speaker)
            continue
        speaker = segment.speaker if segment.kind is SegmentKind.TURN else None
        yield segment


def _start(segment: Segment) -> int:
    return segment.span.start


def _time(text: str, segment: Segment) -> re.Match[str] | None:
    if segment.kind is not SegmentKind.PARAGRAPH:
        return None
    return _ALONE.fullmatch(segment.span.of(text))


def _marks(text: str, segment: Segment) -> list[re.Match[str]]:
    if segment.kind is not SegmentKind.TURN:
        return []
    return list(_MARK.finditer(text, segment.span.start, segment.span.end))


def _are_marks(marks: Sequence[re.Match[str]]) -> bool:
    """Tell whether times are those of a recording: enough of them, and ever later."""
    if any(mark["hash"] for mark in marks):
        return True
    times = [seconds(_clock(mark)) for mark in marks]
    return len(marks) >= MIN_MARKS and all(a <= b for a, b in pairwise(times))


def _stand_before(
    told: Sequence[Segment], marked: Mapping[int, Sequence[re.Match[str]]]
) -> bool:
    """Tell whether marks stand before the words that they time, and not after them."""
    first = next((s for s in told if marked.get(s.span.start)), None)
    return first is not None and marked[first.span.start][0].start() <= first.body.start


def _timed(
    text: str,
    turn: Segment,
    marks: Sequence[re.Match[str]],
    latest: str | None,
    *,
    before: bool,
) -> Iterator[Segment]:
    """Yield a turn without its marks, in as many parts as they cut it into."""
    if turn.kind is not SegmentKind.TURN or turn.place.time_code:
        yield turn
        return
    told = list(_parts(text, turn, marks, latest, before=before))
    starts = [turn.span.start, *(body.start for body, _ in told[1:])]
    ends = [*(body.end for body, _ in told[:-1]), turn.span.end]
    for number, (body, time) in enumerate(told):
        yield replace(
            turn,
            span=Span(start=starts[number], end=ends[number]),
            body=body,
            place=replace(turn.place, time_code=time),
            continues=turn.continues or number > 0,
        )


def _parts(
    text: str,
    turn: Segment,
    marks: Sequence[re.Match[str]],
    latest: str | None,
    *,
    before: bool,
) -> Iterator[tuple[Span, str | None]]:
    """Yield the words between marks, each with the mark before or after it."""
    inside = [mark for mark in marks if mark.end() > turn.body.start]
    lead = [_clock(mark) for mark in marks if mark.end() <= turn.body.start]
    edges = [turn.body.start, *(n for m in inside for n in m.span()), turn.body.end]
    clocks = [lead[-1] if lead else latest, *map(_clock, inside)]
    found = False
    for at, (start, end) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
        words = stripped(text, Span(start=start, end=end)) if start < end else None
        if words is not None:
            found = True
            after = clocks[at + 1] if at + 1 < len(clocks) else clocks[at]
            yield words, clocks[at] if before else after
    if not found:
        yield turn.body, clocks[-1]


def _clock(mark: re.Match[str]) -> str:
    return mark["hash"] or mark["clock"]
