"""The reader of events in Dutch talk, rows, file notes, mails and rulings."""

import re
from collections.abc import Iterator, Sequence

from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.events import (
    DateInText,
    EventReading,
    NoEvent,
    Skipped,
    TextToRead,
)
from ltnlp.domain.spans import Span
from ltnlp.nlp.events.chance import with_chances
from ltnlp.nlp.events.entries import entry, head_date
from ltnlp.nlp.events.features import Sentence, sentence
from ltnlp.nlp.events.narrative import narrative
from ltnlp.nlp.events.worth import worth_a_line
from ltnlp.nlp.sentences import sentences

UNTOLD = frozenset(
    {SegmentKind.HEADING, SegmentKind.HEADER_ROW, SegmentKind.MAIL_HEADER}
)
FILES = frozenset({DocumentKind.FILE_EXTRACT, DocumentKind.INDIVIDUAL_TIMELINE})
ENTRIES = frozenset({SegmentKind.ROW, SegmentKind.NOTE})

LONG_CELL = 9
LONG_SENTENCE = 4

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w")
_BETWEEN_NAMES = re.compile(r"\b(?:en|met|van|namens)\b")


class DutchEventReader:
    """Tells by cue words, dates and form which sentences tell a happening.

    Rows and notes are one event each, and more where a sentence in them tells
    another happening; talk and running text are read sentence by sentence.
    """

    def read(self, source: TextToRead) -> EventReading:
        """Return what is told, in order of place, none overlapping."""
        return worth_a_line(source, all_told(source))

    def read_all(self, sources: Sequence[TextToRead]) -> tuple[EventReading, ...]:
        """Return what `read` returns for each text."""
        return tuple(self.read(source) for source in sources)


def all_told(source: TextToRead) -> EventReading:
    """Return what is told in a text, small happenings included."""
    if source.kind in UNTOLD:
        return _nothing(source, NoEvent.HEADING)
    if source.interviewer:
        return _nothing(source, NoEvent.QUESTION)
    readings = [_read(source, span) for span in stretches(source)]
    return EventReading(
        told=tuple(t for r in readings for t in r.told),
        skipped=tuple(s for r in readings for s in r.skipped),
    )


def _nothing(source: TextToRead, why: NoEvent) -> EventReading:
    spans = sentences(source.text, source.start)
    return EventReading(skipped=tuple(Skipped(span=s, why=why) for s in spans))


def stretches(source: TextToRead) -> Iterator[Span]:
    """Yield the lines of a file's paragraph, else the whole text."""
    if source.document_kind in FILES and source.kind is not SegmentKind.ROW:
        for line in _LINE.finditer(source.text, source.start):
            yield Span(start=line.start(), end=line.end())
    elif len(source.text) > source.start:
        yield Span(start=source.start, end=len(source.text))


def looked_at(
    source: TextToRead, within: Span
) -> tuple[DateInText | None, Sequence[Sentence]]:
    """Return the date at the head of an entry, if it is one, and its sentences."""
    head = head_date(source, within) if _may_be_entry(source) else None
    begin = within.start if head is None else max(within.start, head.span.end)
    if begin >= within.end:
        return head, []
    spans = _spans(source, Span(start=begin, end=within.end))
    seen = [sentence(source, span) for span in spans]
    return head, _in_telling_cells(source, seen) if source.cells else seen


def _read(source: TextToRead, within: Span) -> EventReading:
    head, seen = looked_at(source, within)
    if source.document_kind is DocumentKind.RULING and head is None:
        return narrative(source, seen, dated=True)
    noted = head is not None or source.kind is SegmentKind.ROW
    seen = with_chances(seen, source.document_kind, entry=noted)
    return entry(source, seen, head) if noted else narrative(source, seen)


def _may_be_entry(source: TextToRead) -> bool:
    return source.kind in ENTRIES or source.document_kind in FILES


def _spans(source: TextToRead, within: Span) -> list[Span]:
    return list(sentences(source.text[: within.end], within.start))


def _in_telling_cells(source: TextToRead, seen: list[Sentence]) -> list[Sentence]:
    """Keep the sentences of the cell that tells, and what others say of knowing."""
    telling = _telling_cells(source)
    return [
        s
        for s in seen
        if any(cell.overlaps(s.span) for cell in telling)
        or (s.knows is not None and s.words >= LONG_SENTENCE)
    ]


def _telling_cells(source: TextToRead) -> tuple[Span, ...]:
    """Return the cell that tells: the first of some length beside the date and names."""
    cells = [c for i, c in enumerate(source.cells) if i != source.date_cell]
    cells = [c for c in cells if not _only_names(source, c)] or cells
    long = [c for c in cells if len(c) >= LONG_CELL]
    return tuple(long[:1] or cells[:1])


def _only_names(source: TextToRead, cell: Span) -> bool:
    """Tell whether nothing stands in a cell but who it was: "[Wijkcoach-1], school"."""
    named = (*source.persons, *(m.span for m in source.organisations))
    inside = [span for span in named if cell.contains(span)]
    left = list(cell.of(source.text))
    for span in inside:
        start, end = span.start - cell.start, span.end - cell.start
        left[start:end] = " " * len(span)
    return bool(inside) and not _WORD.search(_BETWEEN_NAMES.sub("", "".join(left)))
