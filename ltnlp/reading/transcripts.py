"""Transcripts as documents: a speaker and a time on a line, the words after it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ltnlp.domain.documents import Place, Segment, SegmentKind
from ltnlp.domain.spans import Span
from ltnlp.reading.clock_times import BEGINS_WITHIN, CLOCK, seconds
from ltnlp.reading.cues import joined_over_cues
from ltnlp.reading.labels import label_of

_TIME = CLOCK
_OPEN, _SHUT = r"(?:[*_]{1,3}|\[)?", r"(?:[*_]{1,3}|\])?"
"""Around a name that is set in bold, or between brackets."""
_NAME = r"[^\W\d_][^\d:|<>\[\]]{0,58}?(?: \d{1,2})?"
_NAMED = re.compile(
    rf"{_OPEN}(?P<name>{_NAME}){_SHUT}\s+[\[(]?(?P<time>{_TIME})[\])]?:?(?:\s+|$)"
)
_UNTIL = rf"(?:\s*(?:-->|-|–)\s*{_TIME})?"
_TIMED = re.compile(
    rf"[\[(]?(?P<time>{_TIME}){_UNTIL}[\])]?\s*[-–]?\s*(?P<name>{_NAME}):?$"
)
_SAID = re.compile(
    rf"\[(?P<time>{_TIME})\s*-->\s*{_TIME}\]:?\s+"
    r"(?:\[(?P<name>[^\W\d_]+[ _]\d{1,2})\]:?\s+)?(?=\S)"
)
"""A line of speech recognition: "[00:00.000 --> 00:07.000]  …", some with a speaker."""
_LABELLED = re.compile(
    rf"[\[(]?(?P<time>{_TIME})[\])]?\s*[-–]?\s*(?P<name>{_NAME})\s?:\s+"
)
_CHAT = re.compile(
    rf"\u200e?\[?(?P<time>\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}},? {_TIME}(?:\s?[AaPp]\.?[Mm]\.?)?)\]?(?: -)?\s+"
    r"(?P<name>[^\W\d_][^:|<>\[\]]{0,58}?|\+[\d ()-]{6,20}): "
)
_SENT = re.compile(
    rf"(?P<time>{_TIME})\s+(?:From|Van)\s+(?P<name>\S[^:]{{0,58}}?)"
    r"(?:\s+(?:to|aan)\s[^:]{1,80}?)?\s*:\s+"
)
"""A message beside a meeting: "10:02:11	 From  Ada : …"."""

_ALONE = re.compile(rf"{_NAME}:?")
_BARE = re.compile(rf"[\[(]?{_TIME}[\])]?")
_ARROW = re.compile(rf"(?P<time>{_TIME})\s*-->\s*{_TIME}")
_SENTENCE = re.compile(r"[.?!…,;]$")
_BETWEEN = frozenset(
    {*("van", "de", "den", "der", "het", "ten", "ter", "te", "op", "in", "el", "al")}
)
_TIMES = re.compile(_TIME)
MIN_CUES = 4
MOST_UNDER_A_TIME = 6
"""Lines, on average: times that stand further apart head no words."""
MAX_NAME = 60


@dataclass(slots=True, kw_only=True)
class _Cue:
    """The head of a cue and the lines under it; `words` where they begin beside it."""

    head: Span
    name: str
    time: str
    words: Span | None
    lines: list[Span] = field(default_factory=list)


def is_cue(line: str) -> bool:
    """Tell whether a line tells from when to when somebody speaks, and nothing else."""
    return _ARROW.fullmatch(line.strip()) is not None


def is_head(line: str) -> bool:
    """Tell whether a line tells who speaks and when, and nothing else."""
    found = _NAMED.fullmatch(line) or _TIMED.fullmatch(line)
    return found is not None and _is_name(found["name"])


def mark_transcript(text: str, segments: Sequence[Segment]) -> list[Segment] | None:
    """Return turns where a source is a transcript with times; None when it is none.

    It is one when four lines or more tell a speaker with a time, there are two
    speakers who speak twice on average, and the times never go back.
    """
    recognised = _recognised(text, segments)
    if recognised:
        return _with_heads(text, segments, recognised)
    before: list[Segment] = []
    cues: list[_Cue] = []
    for item in _items(text, segments):
        if isinstance(item, _Cue):
            cues.append(item)
        elif not cues:
            before.append(item)
        else:
            cues[-1].lines.append(item.span)
    if not _is_transcript(cues):
        timed = _under_times(text, segments)
        return _with_heads(text, segments, timed) if timed else None
    said = [list(_turns(cue)) for cue in cues]
    if _is_chat(cues):
        return [*before, *_messages(text, said)]
    return [*before, *joined_over_cues(text, [turns for turns in said if turns])]


def _with_heads(
    text: str, segments: Sequence[Segment], cues: Sequence[_Cue]
) -> list[Segment]:
    """Return what stands above the first cue, and the turns of cues without speakers."""
    first = cues[0].head.start
    heads = [segment for segment in segments if segment.span.start < first]
    return [*heads, *joined_over_cues(text, [list(_turns(cue)) for cue in cues])]


def _recognised(text: str, segments: Sequence[Segment]) -> list[_Cue]:
    """Return cues without a speaker where nearly every line tells from when to when."""
    cues = []
    for segment in segments:
        found = _SAID.match(segment.span.of(text))
        if found is not None:
            words = Span(start=segment.span.start + found.end(), end=segment.span.end)
            name, time = found["name"] or "", found["time"]
            cues.append(_Cue(head=segment.span, name=name, time=time, words=words))
        elif cues:
            cues[-1].lines.append(segment.span)
    return cues if len(cues) >= max(MIN_CUES, len(segments) // 2) else []


def _under_times(text: str, segments: Sequence[Segment]) -> list[_Cue]:
    """Return cues without a speaker where times of a recording stand above the words."""
    cues: list[_Cue] = []
    for segment in segments:
        line = segment.span.of(text)
        if _BARE.fullmatch(line):
            time = line.strip("[]()")
            cues.append(_Cue(head=segment.span, name="", time=time, words=None))
        elif cues:
            cues[-1].lines.append(segment.span)
    cues = [cue for cue in cues if cue.lines]
    times = [seconds(cue.time) for cue in cues]
    long = len(cues) >= max(MIN_CUES, len(segments) // MOST_UNDER_A_TIME)
    runs = long and times == sorted(times) and times[0] < BEGINS_WITHIN
    return cues if runs and not _have_labels(text, cues) else []


def _have_labels(text: str, cues: Sequence[_Cue]) -> bool:
    """Tell whether lines under the times say who speaks themselves."""
    lines = [line for cue in cues for line in cue.lines]
    return 2 * sum(label_of(line.of(text)) is not None for line in lines) > len(lines)


def _items(text: str, segments: Sequence[Segment]) -> Iterator[_Cue | Segment]:
    time: str | None = None
    for segment in _heads_joined(text, segments):
        if isinstance(segment, _Cue):
            yield segment
            time = None
            continue
        line = segment.span.of(text)
        arrow = _ARROW.fullmatch(line)
        if arrow is not None:
            time = arrow["time"]
        elif time is not None and len(line) <= MAX_NAME and not _SENTENCE.search(line):
            yield _Cue(head=segment.span, name=line, time=time, words=None)
            time = None
        else:
            yield _cue(text, segment) or segment
            time = None


def _heads_joined(text: str, segments: Sequence[Segment]) -> Iterator[_Cue | Segment]:
    """Join a name on a line of its own with the time on the line below it."""
    above: Segment | None = None
    for segment in segments:
        line = segment.span.of(text)
        if above is not None and _BARE.fullmatch(line) and _heads(above.span.of(text)):
            head = Span(start=above.span.start, end=segment.span.end)
            name = above.span.of(text).rstrip(":")
            yield _Cue(head=head, name=name, time=line.strip("[]()"), words=None)
            above = None
            continue
        if above is not None:
            yield above
        above = segment
    if above is not None:
        yield above


def _heads(line: str) -> bool:
    return _ALONE.fullmatch(line) is not None and _is_name(line)


def _cue(text: str, segment: Segment) -> _Cue | None:
    line = segment.span.of(text)
    for pattern in (_CHAT, _SENT, _LABELLED, _NAMED, _TIMED):
        found = pattern.match(line)
        sure = pattern in (_CHAT, _SENT)
        if found is None or not (sure or _is_name(found["name"])):
            continue
        start = segment.span.start + found.end()
        rest = start < segment.span.end
        return _Cue(
            head=segment.span,
            name=found["name"].strip(),
            time=found["time"],
            words=Span(start=start, end=segment.span.end) if rest else None,
        )
    return None


def _is_transcript(cues: Sequence[_Cue]) -> bool:
    if len(cues) < MIN_CUES:
        return False
    if _is_chat(cues):
        return True
    times = [seconds(_TIMES.findall(cue.time)[-1]) for cue in cues]
    names = Counter(cue.name for cue in cues)
    told_again = 2 <= len(names) <= len(cues) // 2
    return told_again and times == sorted(times)


def _is_chat(cues: Sequence[_Cue]) -> bool:
    """Tell whether every cue tells a day: messages, each one told on its own."""
    return all(" " in cue.time for cue in cues)


def _messages(text: str, said: Sequence[Sequence[Segment]]) -> Iterator[Segment]:
    """Yield each message as one, and beside mails only up to the next empty line."""
    mixed = any(_MAIL.match(turn.span.of(text)) for turns in said for turn in turns)
    for turns in said:
        told = list(_one_message(turns))
        end = _ended(text, told) if mixed else len(told)
        yield from told[:end]
        for turn in told[end:]:
            place = replace(turn.place, time_code=None)
            yield replace(
                turn,
                kind=SegmentKind.PARAGRAPH,
                speaker=None,
                place=place,
                continues=False,
            )


def _one_message(turns: Sequence[Segment]) -> Iterator[Segment]:
    for number, turn in enumerate(turns):
        yield replace(turn, continues=number > 0)


_MAIL = re.compile(r"(?:van|from|verzonden|datum|onderwerp|subject)\s?:", re.IGNORECASE)
"""How a line begins that is a mail's, in a collection of messages and mails."""


def _ended(text: str, turns: Sequence[Segment]) -> int:
    """Return which part of a message is the first to stand below an empty line."""
    for number in range(1, len(turns)):
        above, below = turns[number - 1], turns[number]
        if text.count("\n", above.span.end, below.span.start) > 1:
            return number
    return len(turns)


def _is_name(words: str) -> bool:
    """Tell whether all words are written as those of a name; one word need not be."""
    parts = [part for part in words.split() if part.lower() not in _BETWEEN]
    return len(parts) == 1 or all(not part[0].islower() for part in parts)


def _turns(cue: _Cue) -> Iterator[Segment]:
    """Yield a turn per line; the head of the cue belongs to the first."""
    bodies = [cue.words, *cue.lines] if cue.words else cue.lines
    place = Place(time_code=cue.time)
    for number, body in enumerate(bodies):
        start = body.start if number else cue.head.start
        yield Segment(
            span=Span(start=start, end=body.end),
            body=body,
            kind=SegmentKind.TURN,
            speaker=cue.name or None,
            place=place,
        )
