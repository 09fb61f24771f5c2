"""Document → Passage."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.documents import (
    Document,
    DocumentKind,
    ReadText,
    Segment,
    SegmentKind,
)
from ltnlp.domain.passages import Passage
from ltnlp.domain.spans import OffsetMap, Piece, Span

JOINT = " "
INTERVIEWS = frozenset({DocumentKind.INTERVIEW, DocumentKind.CLIENT_INTERVIEW})


def divide(document: Document, source: ReadText) -> tuple[Passage, ...]:
    """Divide a source into passages: one a turn, paragraph or row.

    Segments that go on with the sentence before them become one passage with it, so
    that nothing behind this point meets half a sentence. In an interview a paragraph
    without a label is told by whoever spoke before it.
    """
    passages = tuple(
        _passage(document, source, group, ordinal)
        for ordinal, group in enumerate(_groups(source.segments))
    )
    if document.kind not in INTERVIEWS:
        return passages
    return tuple(_spoken_on(passages))


def alone(name: str, text: str) -> tuple[Document, Passage]:
    """Return a text that is no source as a document that is one passage.

    Args:
        name: the id of both.
        text: what somebody typed, or one record.
    """
    passage = Passage(
        id=name,
        document=name,
        ordinal=0,
        span=Span(start=0, end=len(text)),
        text=text,
        offsets=OffsetMap.identity(start=0, length=len(text)),
    )
    return Document(id=name, slot=name, label=name, kind=DocumentKind.OTHER), passage


def _spoken_on(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Carry the speaker of a turn on over the paragraphs that follow it."""
    speaker: str | None = None
    for passage in passages:
        if passage.kind is SegmentKind.TURN:
            speaker = passage.speaker
        elif passage.kind is not SegmentKind.PARAGRAPH:
            speaker = None
        if passage.kind is SegmentKind.PARAGRAPH and not passage.speaker:
            yield replace(passage, speaker=speaker)
        else:
            yield passage


def _groups(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    group: list[Segment] = []
    for segment in segments:
        if group and not segment.continues:
            yield group
            group = []
        group.append(segment)
    if group:
        yield group


def _passage(
    document: Document, source: ReadText, group: Sequence[Segment], ordinal: int
) -> Passage:
    first = group[0]
    text, offsets = _joined(source.text, group)
    return Passage(
        id=_identity(document.id, first.span.start),
        document=document.id,
        ordinal=ordinal,
        span=Span(start=first.span.start, end=group[-1].span.end),
        text=text,
        offsets=offsets,
        body_start=first.body.start - first.span.start,
        speaker=first.speaker,
        kind=first.kind,
        place=first.place,
        cells=tuple(cell.shifted(-first.span.start) for cell in first.cells),
        date_cell=first.date_cell,
    )


def _parts(group: Sequence[Segment]) -> Iterator[Span]:
    """Yield what is taken of each: all of the first, the body of those that go on."""
    yield group[0].span if len(group) == 1 else _without_tail(group[0])
    for segment in group[1:]:
        yield segment.body


def _without_tail(segment: Segment) -> Span:
    return Span(start=segment.span.start, end=segment.body.end)


def _joined(text: str, group: Sequence[Segment]) -> tuple[str, OffsetMap]:
    """Return the words of a group and where each stood; parts apart get a joint."""
    words: list[str] = []
    pieces: list[Piece] = []
    here, reached = 0, group[0].span.start
    for part in _parts(group):
        if part.start > reached:
            joint = Span(start=here, end=here + len(JOINT))
            gap = Span(start=reached, end=part.start)
            pieces.append(Piece(text=joint, origin=gap, verbatim=False))
            words.append(JOINT)
            here = joint.end
        place = Span(start=here, end=here + len(part))
        pieces.append(Piece(text=place, origin=part))
        words.append(part.of(text))
        here, reached = place.end, part.end
    return "".join(words), OffsetMap(pieces=tuple(pieces))


def _identity(document: str, start: int) -> str:
    """Return an id that is the same whenever the same bytes are divided again.

    The document's id is an HMAC under the review's key, so this means nothing
    outside the review.
    """
    return hashlib.sha256(f"passage:{document}:{start}".encode()).hexdigest()[:16]
