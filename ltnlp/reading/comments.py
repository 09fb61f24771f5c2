"""Comments that readers left in a document stand under its text."""

from collections.abc import Sequence
from dataclasses import replace

from ltnlp.domain.documents import ReadText, Segment, SegmentKind
from ltnlp.domain.spans import Span

COMMENT_JOINT = ": "


def with_comments(read: ReadText, remarks: Sequence[tuple[str, str]]) -> ReadText:
    """Return the text with comments (author, words) under it, after an empty line."""
    if not remarks:
        return read
    text = read.text + "\n"
    added: list[Segment] = []
    for author, words in remarks:
        label = author + COMMENT_JOINT if author else ""
        start = len(text) + 1
        text += "\n" + label + words
        added.append(
            Segment(
                span=Span(start=start, end=len(text)),
                body=Span(start=start + len(label), end=len(text)),
                kind=SegmentKind.COMMENT,
                speaker=author or None,
            )
        )
    return replace(read, text=text, segments=(*read.segments, *added))
