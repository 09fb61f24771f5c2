"""BSNs are erased from a source before anything of it is stored (UAVG art. 46)."""

import re
from dataclasses import replace

from stdnum.nl import bsn

from ltnlp.domain.documents import ReadText, Segment
from ltnlp.domain.spans import Span

ERASED = "█"
NUMBER = re.compile(r"(?<![\w+])\d(?:[ .\-]?\d){7,8}(?![\w])")
NAMED = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi(?:nummer|-nummer)?)\W{0,12}$", re.I
)
TEST_RANGE = re.compile(r"^9999")
LOOK_BACK = 40


def erase(source: ReadText) -> ReadText:
    """Return the source with each digit of a BSN put out; all offsets stay.

    A number is taken for a BSN when it passes the eleven test and is written as
    nine digits, or when the word BSN stands before it.
    """
    spans = tuple(find(source.text))
    if not spans:
        return source
    text = source.text
    for span in spans:
        blank = re.sub(r"\d", ERASED, span.of(text))
        text = text[: span.start] + blank + text[span.end :]
    return replace(source, text=text, segments=_relabelled(source))


def find(text: str) -> tuple[Span, ...]:
    """Return where a text holds a BSN."""
    return tuple(
        Span(start=match.start(), end=match.end())
        for match in NUMBER.finditer(text)
        if _is_bsn(text, match)
    )


def _is_bsn(text: str, match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match.group())
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    if NAMED.search(before):
        return True
    if len(digits) != 9 or match.group() != digits:
        return False
    return bool(bsn.is_valid(digits)) or bool(TEST_RANGE.match(digits))


def _relabelled(source: ReadText) -> tuple[Segment, ...]:
    return tuple(
        replace(segment, speaker=_blank(segment.speaker))
        if segment.speaker
        else segment
        for segment in source.segments
    )


def _blank(label: str) -> str:
    for span in reversed(find(label)):
        label = label[: span.start] + ERASED * len(span) + label[span.end :]
    return label
