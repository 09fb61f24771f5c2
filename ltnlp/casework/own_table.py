"""A timeline that was handed out as a table, and comes in as a source."""

import re
from dataclasses import replace

from ltnlp.casework.home import Home
from ltnlp.domain.documents import ReadText, Segment, SegmentKind
from ltnlp.domain.rowformat import FOREIGN, Column, columns

_PSEUDONYM = re.compile(r"\[[^\[\]\n]{1,80}-\d{1,5}\]")


def apart(home: Home, review_id: str, text: ReadText) -> ReadText:
    """Put the pseudonyms of another review in other brackets, so that nobody merges.

    A table of another review names its own people: its [Moeder-1] is not ours. A table
    that this review handed out itself stays as it is, and so does every other source.
    """
    head = next((s for s in text.segments if s.kind is SegmentKind.HEADER_ROW), None)
    marks = _marks(text, head) if head else []
    if head is None or not marks:
        return text
    # The other sheets tell again what follows from the first.
    sheet = tuple(s for s in text.segments if s.place.sheet == head.place.sheet)
    if _is_ours(home, review_id, marks):
        return replace(text, segments=sheet)
    shown = _PSEUDONYM.sub(lambda m: m.group().translate(FOREIGN), text.text)
    return replace(text, text=shown, segments=sheet)


def _marks(text: ReadText, head: Segment) -> list[str]:
    """Return what stands in the column of marks, [] where there is none."""
    heads = columns([cell.of(text.text) for cell in head.cells])
    if Column.MARK not in heads:
        return []
    at = heads.index(Column.MARK)
    return [mark for s in text.segments if (mark := _cell(s, at, text.text))]


def _cell(segment: Segment, at: int, text: str) -> str:
    if segment.kind is not SegmentKind.ROW or at >= len(segment.cells):
        return ""
    return segment.cells[at].of(text).strip()


def _is_ours(home: Home, review_id: str, marks: list[str]) -> bool:
    timeline = home.store(review_id).timeline()
    known = {a.id for e in timeline.events for a in e.accounts} if timeline else set()
    return any(mark.partition(".")[2] in known for mark in marks)
