"""E-mail inside a text: blocks of headers, and lines that quote an older message."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.documents import Segment, SegmentKind
from ltnlp.domain.spans import Span

_QUOTE = re.compile(r"(?:>[ \t]?)+")
_EMPTY = re.compile(r"[>\s]+")
_HEADER = re.compile(
    r"[*_]{0,2}(?P<name>van|aan|cc|bcc|verzonden|verstuurd|datum|onderwerp|betreft"
    r"|bijlagen?|prioriteit|urgentie|antwoord aan|from|to|sent|date|subject"
    r"|attachments?|importance|reply-to)[*_]{0,2}\s?:",
    re.IGNORECASE,
)
_OLDER = re.compile(
    r"[-_=]{2,}\s*(?:oorspronkelijk|original|doorgestuurd|forwarded|begin)\b.*"
    r"|op .{6,80} (?:schreef|heeft) .{1,120}(?:geschreven)?:"
    r"|on .{6,80} wrote:"
    r"|[-_]{2,}\s*\d{1,3}\s*[-_]{2,}|_{8,}|-{8,}",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"(?:op|on) .{0,60}\d", re.IGNORECASE)
_SENDER = frozenset({"van", "from"})
MIN_HEADERS = 4
MIN_SAME = 24
"""Characters from which a line that stands in the thread twice is a quote."""


def mark_letters(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Mark header blocks, quoted lines and the dividing lines of a mail thread."""
    done = [_quoted(text, s) for s in segments if not _EMPTY.fullmatch(s.span.of(text))]
    position = 0
    while position < len(done):
        end = _block(text, done, position)
        for at in range(position, end):
            done[at] = replace(done[at], kind=SegmentKind.MAIL_HEADER)
        position = max(end, position + 1)
    done = list(_with_dividers(text, done))
    is_thread = sum(s.kind is SegmentKind.MAIL_HEADER for s in done) >= MIN_HEADERS
    return _seen_before(text, done) if is_thread else done


def _quoted(text: str, segment: Segment) -> Segment:
    if segment.kind is not SegmentKind.PARAGRAPH:
        return segment
    mark = _QUOTE.match(segment.span.of(text))
    if mark is None:
        return segment
    start = min(segment.span.start + mark.end(), segment.span.end - 1)
    body = Span(start=start, end=segment.span.end)
    return replace(segment, kind=SegmentKind.QUOTED, body=body)


def _block(text: str, segments: Sequence[Segment], start: int) -> int:
    """Return where the header block that begins at `start` ends; `start` if none."""
    names: list[str] = []
    end = start
    while end < len(segments) and segments[end].kind in _PROSE:
        match = _HEADER.match(segments[end].body.of(text))
        if match is None or (end > start and not _adjacent(text, segments, end)):
            break
        names.append(match["name"].lower())
        end += 1
    return end if len(names) > 1 and not _SENDER.isdisjoint(names) else start


def _adjacent(text: str, segments: Sequence[Segment], at: int) -> bool:
    above, below = segments[at - 1], segments[at]
    return text.count("\n", above.span.end, below.span.start) <= 2


def _seen_before(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Mark the lines of an older message that stand in the thread already."""
    seen: set[str] = set()
    done: list[Segment] = []
    for segment in segments:
        words = " ".join(segment.body.of(text).split())
        again = segment.kind is SegmentKind.PARAGRAPH and words in seen
        done.append(replace(segment, kind=SegmentKind.QUOTED) if again else segment)
        if segment.kind in _PROSE and len(words) >= MIN_SAME:
            seen.add(words)
    return done


def _with_dividers(text: str, segments: Sequence[Segment]) -> Iterator[Segment]:
    """Mark the lines above an older message; programs break a long one in two."""
    at = 0
    while at < len(segments):
        one, two = segments[at], segments[at + 1] if at + 1 < len(segments) else None
        if _divides(text, one):
            yield replace(one, kind=SegmentKind.MAIL_HEADER)
        elif two is not None and _divides_in_two(text, one, two):
            yield replace(one, kind=SegmentKind.MAIL_HEADER)
            yield replace(two, kind=SegmentKind.MAIL_HEADER, continues=True)
            at += 1
        else:
            yield one
        at += 1


def _divides(text: str, segment: Segment) -> bool:
    line = segment.body.of(text)
    return segment.kind in _PROSE and bool(_OLDER.fullmatch(line))


def _divides_in_two(text: str, above: Segment, below: Segment) -> bool:
    if above.kind not in _PROSE or below.kind is not above.kind:
        return False
    begun = _BEGUN.match(above.body.of(text)) and below.body.of(text).endswith(":")
    if not begun or text.count("\n", above.span.end, below.span.start) != 1:
        return False
    whole = f"{above.body.of(text)} {below.body.of(text)}"
    return bool(_OLDER.fullmatch(whole))


_PROSE = frozenset({SegmentKind.PARAGRAPH, SegmentKind.QUOTED})
