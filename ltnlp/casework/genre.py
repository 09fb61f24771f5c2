"""What kind of source a text is where nobody said so: by how it is built."""

import re
from collections import Counter

from ltnlp.domain.documents import DocumentKind, ReadText, Segment, SegmentKind

_TIMELINE_FORMATS = frozenset({"xlsx", "xls", "ods", "csv"})
_MAIL_FORMATS = frozenset({"eml"})
_MONTH = "jan|feb|maa?rt|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_DATED = re.compile(
    rf"\W*(?:[a-z]{{2,9}}\W+)?(?:\d{{1,2}}[-/.]\d{{1,2}}\b|\d{{4}}-\d{{1,2}}\b|\d{{1,2}} (?:{_MONTH})"
    rf"|(?:{_MONTH})[a-z]* (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_MAIL_SHARE = 1 / 5
_DATED_SHARE = 1 / 3


def kind_of_text(text: ReadText) -> DocumentKind:
    """Return the likeliest kind of a source.

    Tables of rows are timelines, headers make mails, and paragraphs that begin with
    a day a file, unless they are headed as a timeline. What shows none of these is
    what most sources are: a conversation.
    """
    if text.format in _TIMELINE_FORMATS:
        return DocumentKind.INDIVIDUAL_TIMELINE
    if text.format in _MAIL_FORMATS:
        return DocumentKind.EMAIL
    kinds = Counter(segment.kind for segment in text.segments)
    total = len(text.segments)
    if kinds[SegmentKind.ROW] * 2 > total:
        return DocumentKind.INDIVIDUAL_TIMELINE
    if kinds[SegmentKind.MAIL_HEADER] > max(
        total * _MAIL_SHARE, kinds[SegmentKind.TURN]
    ):
        return DocumentKind.EMAIL
    dated = sum(_is_dated(segment, text.text) for segment in text.segments)
    if dated > total * _DATED_SHARE:
        head = text.segments[0].span.of(text.text).lower()
        told = "tijdlijn" in head
        return DocumentKind.INDIVIDUAL_TIMELINE if told else DocumentKind.FILE_EXTRACT
    return DocumentKind.INTERVIEW


def _is_dated(segment: Segment, text: str) -> bool:
    begins = _DATED.match(text, segment.span.start, segment.span.end)
    return segment.kind is SegmentKind.PARAGRAPH and begins is not None
