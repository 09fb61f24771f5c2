"""BSNs are erased from a source before anything of it is stored (UAVG art. 46)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from stdnum.nl import bsn

from ltnlp.domain.documents import ReadText
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.passages import Passage
from ltnlp.domain.spans import Span

ERASED = "█"
PUT_OUT = re.compile(r"█(?:[ .\-]?█)*")
NUMBER = re.compile(
    r"(?<![^\W_])(?<!\+)(?<!\d[.,])\d(?:[ \u00a0.\-]?\d){7,8}(?![.,]?\d)(?!\w)"
)
NAMED = re.compile(
    r"(?:\b|_)(?:bsn|burger\s?service\s?nummer|sofi(?:-?\s?nummer)?)(?![^\W\d_]{4})"
    r"(?:[^\d\n]{0,40}|[\s:|]{0,6})\Z",
    re.I,
)
DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])([ .\-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d"
    r"|(?:19|20)\d\d([ .\-])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01])"
)
TEST_RANGE = re.compile(r"^9999")
LOOK_BACK = 70
LENGTH = 9


def erase(source: ReadText) -> ReadText:
    """Return the source with each digit of a BSN put out; all offsets stay."""
    text = blanked(source.text)
    if text == source.text:
        return source
    segments = tuple(
        replace(segment, speaker=segment.speaker and blanked(segment.speaker))
        for segment in source.segments
    )
    return replace(source, text=text, segments=segments)


def blanked(text: str) -> str:
    """Return a text with each digit of a BSN put out, of the same length."""
    for span in find(text):
        blank = re.sub(r"\d", ERASED, span.of(text))
        text = text[: span.start] + blank + text[span.end :]
    return text


def find(text: str) -> tuple[Span, ...]:
    """Return where a text holds a BSN.

    A number of nine digits, with or without marks between them, is taken for one
    when it passes the eleven test; one of eight or nine when the word BSN stands
    before it. A calendar date never is.
    """
    return tuple(
        Span(start=match.start(), end=match.end())
        for match in NUMBER.finditer(text)
        if _is_bsn(text, match)
    )


def _is_bsn(text: str, match: re.Match[str]) -> bool:
    if DATE.fullmatch(match.group()):
        return False
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    if NAMED.search(before):
        return True
    digits = re.sub(r"\D", "", match.group())
    if len(digits) != LENGTH:
        return False
    return bool(bsn.is_valid(digits)) or bool(TEST_RANGE.match(digits))


def erased(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """Yield where a BSN was put out, so that it still counts as an identifier."""
    for passage in passages:
        for match in PUT_OUT.finditer(passage.text):
            yield Candidate(
                passage=passage.id,
                span=Span(start=match.start(), end=match.end()),
                label=Label.BSN,
                found_by="erased",
                reason="BSN, bij het inlezen uitgewist",
            )
