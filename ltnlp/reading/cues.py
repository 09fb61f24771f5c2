"""Cues of a transcript: who says what when, and sentences split over cues."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.documents import Place, Segment, SegmentKind
from ltnlp.domain.spans import Span
from ltnlp.reading.labels import is_role, label_of
from ltnlp.reading.lines import stripped

_VOICE = re.compile(
    r"<v(?:\.[^\s<>]{0,80})?[ \t]+(?P<name>[^<>\r\n]{1,200})>", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>\r\n]{0,200}>|<\d[\d:.]{0,20}>|</>")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")
UNPUNCTUATED_SHARE = 0.2
MAX_LOOSE_CUES, MAX_LOOSE_WORDS = 3, 60
MAX_WORDS = 250
MIN_ECHO = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The lines that one cue says, and when it starts ("00:01:02.300")."""

    start: str
    lines: tuple[Span, ...]


def segments_of_cues(text: str, cues: Sequence[Cue]) -> list[Segment]:
    """Return a segment per spoken line, joined where a sentence goes on."""
    known = _labels(text, cues)
    said: list[list[Segment]] = []
    speaker: str | None = None
    for cue in cues:
        said.append(list(_said(text, cue, known, speaker)))
        last = said[-1][-1].speaker if said[-1] else speaker
        # A label holds until the next one; a voice tag holds for its own cue.
        speaker = last if last in known else None
    return joined_over_cues(text, list(_without_echo(text, said)))


def _without_echo(text: str, said: Sequence[list[Segment]]) -> Iterator[list[Segment]]:
    """Leave out lines that roll up: a caption that shows the last line once more."""
    last = ""
    for cue in said:
        kept = list(cue)
        if kept and len(last) > MIN_ECHO and kept[0].body.of(text) == last:
            kept = kept[1:]
        last = cue[-1].body.of(text) if cue else last
        yield kept


def _labels(text: str, cues: Sequence[Cue]) -> frozenset[str]:
    """Return the labels "Naam:" that begin more than one cue, and roles that begin one."""
    seen: set[str] = set()
    twice: set[str] = set()
    for cue in cues:
        found = label_of(cue.lines[0].of(text)) if cue.lines else None
        if found is not None:
            sure = found[0] in seen or is_role(found[0])
            (twice if sure else seen).add(found[0])
    return frozenset(twice)


def _said(
    text: str, cue: Cue, known: frozenset[str], speaker: str | None
) -> Iterator[Segment]:
    """Yield what a cue says; `speaker` is whose label still holds."""
    place = Place(time_code=cue.start)
    for line in cue.lines:
        for span, name in _voices(text, line):
            speaker = name or speaker
            for part, words in _stretches(text, span):
                found = label_of(words.of(text))
                if found is not None and found[0] in known:
                    speaker = found[0]
                    words = _after(words, found[1])
                yield Segment(
                    span=part,
                    body=words,
                    kind=SegmentKind.TURN,
                    speaker=speaker,
                    place=place,
                )


def _after(words: Span, label: int) -> Span:
    """Return the words after a label; all of them where nothing follows it."""
    start = words.start + label
    return Span(start=start, end=words.end) if start < words.end else words


def _voices(text: str, line: Span) -> Iterator[tuple[Span, str | None]]:
    """Yield the stretches of a line that one voice says, with its name."""
    marks = list(_VOICE.finditer(text, line.start, line.end))
    starts = [m.start() for m in marks]
    if not marks or starts[0] > line.start:
        end = starts[0] if starts else line.end
        yield Span(start=line.start, end=end), None
    for position, mark in enumerate(marks):
        end = starts[position + 1] if position + 1 < len(marks) else line.end
        yield Span(start=mark.start(), end=end), mark["name"].strip() or None


def _stretches(text: str, span: Span) -> Iterator[tuple[Span, Span]]:
    """Yield the words between tags, each with the stretch of the line it covers."""
    edges = [span.start]
    for tag in _TAG.finditer(text, span.start, span.end):
        edges += [tag.start(), tag.end()]
    edges.append(span.end)
    found = [
        words
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if start < end and (words := stripped(text, Span(start=start, end=end)))
    ]
    start = span.start
    for words in found:
        # What closes a voice ("</v>") is no word of anybody.
        yield Span(start=start, end=words.end), words
        start = words.end


def joined_over_cues(text: str, said: Sequence[Sequence[Segment]]) -> list[Segment]:
    """Join the sentences that cues cut in two, given the lines of each cue.

    In a transcript without punctuation no sentence ends: there some cues of one
    speaker make a turn, up to a bound.
    """
    bodies = [s.body.of(text) for cue in said for s in cue]
    ended = sum(bool(_SENTENCE_END.search(b)) for b in bodies)
    loose = ended < UNPUNCTUATED_SHARE * len(bodies)
    done: list[Segment] = []
    words = cues = 0
    for cue in said:
        for position, segment in enumerate(cue):
            inside = position > 0
            size = len(segment.body.of(text).split())
            room = words + size <= (MAX_LOOSE_WORDS if loose else MAX_WORDS)
            room = room and (inside or not loose or cues < MAX_LOOSE_CUES)
            if done and _one_breath(text, done[-1], segment, inside=inside) and room:
                done.append(replace(segment, continues=True))
                words, cues = words + size, cues + (not inside)
            else:
                done.append(segment)
                words, cues = size, 1
    return done


def _one_breath(text: str, above: Segment, below: Segment, *, inside: bool) -> bool:
    if above.speaker != below.speaker or below.body.of(text)[0] in "-–":
        return False
    return inside or not _SENTENCE_END.search(above.body.of(text))
