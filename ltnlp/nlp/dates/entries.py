"""The texts of a document, and the day that an entry of it begins with."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ltnlp.domain.dates import Precision
from ltnlp.domain.spans import Span
from ltnlp.nlp.dates.scan import Candidate
from ltnlp.nlp.dates.story import Story

ENTRIES = frozenset({"file", "timeline", "email"})
"""Kinds of source whose lines may begin with the day that they are about."""

_ENTRY_START = re.compile(r"[\s\-*•\[(|>]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A text to read: a passage, or a line of one."""

    text: str
    body: int = 0
    row: bool = False
    header: bool = False
    date_cell: Span | None = None


_STAMP = re.compile(r",?\s*(?:om\s)?(?:\d{1,2}[:.]\d\d|[|\])–:-]|$)")
"""What follows a date that heads a message, and not one that begins a sentence."""


def entry_of(
    stretch: Stretch, candidates: Sequence[Candidate], kind: str
) -> Candidate | None:
    """Return the date that a row or entry begins with."""
    if not stretch.row or not candidates:
        return None
    cell = stretch.date_cell or _first_cell(stretch, kind)
    if cell is not None:
        inside = [c for c in candidates if cell.start <= c.start < cell.end]
        return inside[0] if inside else None
    start = _ENTRY_START.match(stretch.text, stretch.body)
    first = candidates[0]
    begins = start is not None and first.start <= start.end()
    placed = first.expr.edtf is None
    if kind == "email" and not _STAMP.match(stretch.text, first.end):
        return None
    return first if begins and placed else None


def _first_cell(stretch: Stretch, kind: str) -> Span | None:
    """Return the first cell of a row of a timeline, where it can hold its day."""
    end = stretch.text.find("|", stretch.body)
    if kind != "timeline" or not 0 < end - stretch.body <= _WIDEST:
        return None
    return Span(start=stretch.body, end=end)


_WIDEST = 45
_MOST_PROSE = 0.2
"""A file where fewer of the dated texts begin with their day is a story."""


def tells_a_story(
    found: Sequence[Sequence[Candidate]], entries: Sequence[Candidate | None]
) -> bool:
    """Tell whether a file is one story: few of its dated texts begin with their day."""
    dated = sum(1 for candidates in found if candidates)
    begun = sum(1 for entry in entries if entry is not None)
    return begun < _MOST_PROSE * dated


def first_told(found: Sequence[Sequence[Candidate]]) -> dt.date | None:
    """Return the first day of a document that is told with its year."""
    for candidates in found:
        for candidate in candidates:
            expr = candidate.expr
            if expr.in_year is not None and expr.year is not None:
                moment = expr.resolve(Story())
                if moment.precision in {Precision.DAY, Precision.MONTH}:
                    return moment.first
    return None


def following_days(entries: Sequence[Candidate | None]) -> list[dt.date | None]:
    """Return for every entry the first day of the next one that tells its year."""
    days: list[dt.date | None] = [None] * len(entries)
    known: dt.date | None = None
    for at in range(len(entries) - 1, -1, -1):
        days[at] = known
        entry = entries[at]
        if entry is None or entry.expr.in_year is None or entry.expr.year is None:
            continue
        moment = entry.expr.resolve(Story())
        known = moment.first or known
    return days
