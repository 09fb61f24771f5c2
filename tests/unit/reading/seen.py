"""What a test looks at in a text as read."""

from ltnlp.domain.documents import ReadText, Segment, SegmentKind
from ltnlp.reading import read


def read_inside(content: bytes, *, name: str) -> ReadText:
    """Read in this process, where coverage looks; the way through a child has tests."""
    return read(content, name=name, isolated=False)


def read_text(text: str, name: str = "bron.txt") -> ReadText:
    return read_inside(text.encode(), name=name)


def bodies(told: ReadText, kind: SegmentKind | None = None) -> list[str]:
    return [s.body.of(told.text) for s in told.segments if kind in (None, s.kind)]


def kinds(told: ReadText) -> list[str]:
    return [str(segment.kind) for segment in told.segments]


def turns(told: ReadText) -> list[tuple[str | None, str]]:
    return [(s.speaker, s.body.of(told.text)) for s in told.segments]


def cells(told: ReadText, segment: Segment) -> list[str]:
    return [cell.of(told.text).strip() for cell in segment.cells]


def rows(told: ReadText) -> list[tuple[str | None, list[str]]]:
    """Return of each row its date and all its cells."""
    found = []
    for segment in told.segments:
        if segment.kind is SegmentKind.ROW:
            words = cells(told, segment)
            date = None if segment.date_cell is None else words[segment.date_cell]
            found.append((date, words))
    return found
