"""Markdown: the file as it is, its headings, quotes and tables known as such."""

import re
from dataclasses import replace

from ltnlp.domain.documents import ReadText, Segment, SegmentKind
from ltnlp.domain.spans import Span
from ltnlp.reading.encoding import decode
from ltnlp.reading.lines import lines_of
from ltnlp.reading.segments import segments_of

_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_BULLET = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"(?:[-*_=][ \t]*){3,}|```\w*")


def read_md(content: bytes) -> ReadText:
    """Read a Markdown file; rules between parts are in no segment.

    Raises:
        UnreadableSourceError: `encoding`, `too_large`.
    """
    decoded = decode(content)
    text = decoded.text
    lines = [
        _marked(text, line)
        for line in lines_of(text)
        if not _RULE.fullmatch(line.span.of(text))
    ]
    return ReadText(
        format="md",
        text=text,
        segments=segments_of(text, lines, wrapped=True),
        encoding=decoded.encoding,
    )


def _marked(text: str, line: Segment) -> Segment:
    """Leave the mark of a heading or a list out of the body."""
    words = line.span.of(text)
    heading = _HEADING.match(words)
    mark = heading or _BULLET.match(words)
    if mark is None:
        return line
    body = Span(start=line.span.start + mark.end(), end=line.span.end)
    kind = SegmentKind.HEADING if heading else line.kind
    return replace(line, body=body, kind=kind)
