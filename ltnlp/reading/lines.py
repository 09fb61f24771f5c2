"""Lines of a text as first, rough segments; and texts composed line by line."""

import re
from collections.abc import Iterator, Sequence

from ltnlp.domain.documents import NOWHERE, Place, Segment, SegmentKind
from ltnlp.domain.errors import UnreadableReason
from ltnlp.domain.spans import Span
from ltnlp.reading.limits import MAX_CHARACTERS
from ltnlp.reading.refusals import refused

CELL_JOINT = " | "
BULLETS = re.compile("[\uf000-\uf0ff]")
"""Signs of a font of pictures, which have no meaning elsewhere."""

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = re.compile(r"[\s\u200b\ufeff]+")


def lines_of(text: str) -> Iterator[Segment]:
    """Yield a paragraph per line that is not blank, without blanks at its ends."""
    number, reached = 1, 0
    for found in _LINE.finditer(text):
        number += _line_ends(text, reached, found.start())
        reached = found.start()
        span = stripped(text, Span(start=found.start(), end=found.end()))
        if span is not None:
            yield plain(span, place=Place(line=number))


def plain(
    span: Span, *, kind: SegmentKind = SegmentKind.PARAGRAPH, place: Place = NOWHERE
) -> Segment:
    """Return a segment that is all body."""
    return Segment(span=span, body=span, kind=kind, place=place)


def stripped(text: str, span: Span) -> Span | None:
    """Return `span` without blanks at its ends; None when nothing else is in it."""
    words = span.of(text)
    inner = words.strip()
    if not inner or _BLANKS.fullmatch(inner):
        return None
    start = span.start + words.index(inner)
    return Span(start=start, end=start + len(inner))


def _line_ends(text: str, start: int, end: int) -> int:
    return text.count("\n", start, end) + sum(
        text[i + 1 : i + 2] != "\n" for i in range(start, end) if text[i] == "\r"
    )


class Composer:
    """Builds the text of a source that has none of its own, line after line."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._lines: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []

    def add(
        self,
        line: str,
        *,
        kind: SegmentKind = SegmentKind.PARAGRAPH,
        place: Place = NOWHERE,
    ) -> None:
        """Add one line; a blank one separates.

        Raises:
            UnreadableSourceError: `too_large`.
        """
        start = self._append(line)
        if line:
            span = stripped(line, Span(start=0, end=len(line)))
            if span is not None:
                segment = plain(span.shifted(start), kind=kind, place=place)
                self._segments.append(segment)

    def add_row(self, cells: Sequence[str], *, place: Place = NOWHERE) -> None:
        """Add a table row; empty cells at its end are dropped, an empty row too."""
        kept = list(cells)
        while kept and not kept[-1]:
            kept.pop()
        if not kept:
            return
        line = CELL_JOINT.join(kept)
        start = self._append(line)
        span = Span(start=start, end=start + len(line))
        spans = tuple(_cell_spans(kept, start))
        row = Segment(
            span=span, body=span, kind=SegmentKind.ROW, place=place, cells=spans
        )
        self._segments.append(row)

    def _append(self, line: str) -> int:
        start = self._length
        self._lines.append(line)
        self._length += len(line) + 1
        if self._length > MAX_CHARACTERS:
            raise refused(UnreadableReason.TOO_LARGE)
        return start

    def done(self) -> tuple[str, tuple[Segment, ...]]:
        """Return the text and its rough segments."""
        return "\n".join(self._lines), tuple(self._segments)


def _cell_spans(cells: Sequence[str], start: int) -> Iterator[Span]:
    """Yield the places of the cells; an empty one is the blank beside its bar."""
    here = start
    for position, cell in enumerate(cells):
        if cell:
            yield Span(start=here, end=here + len(cell))
        else:
            blank = here if position == 0 else here - 1
            yield Span(start=blank, end=blank + 1)
        here += len(cell) + len(CELL_JOINT)
