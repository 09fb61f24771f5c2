"""Tables: which lines are rows, which of them the header, which column the dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ltnlp.domain.documents import Segment, SegmentKind
from ltnlp.domain.spans import Span

_BAR = re.compile(r"[ \t]*\|[ \t]*")
_TAB = re.compile(r" *\t *")
_RULE = re.compile(r"[|+:\-=\s]+")
_DATE_HEADER = re.compile(
    r"(datum|data|wanneer|periode|date|when|tijdstip|moment|dag|dd|d\.d\.|jaar"
    r"|maand|tijd|tijdvak)\b",
    re.IGNORECASE,
)
_HEADER_WORD = re.compile(
    r"(wat|wie|waar|actie|gebeurtenis|betrokken\w*|omschrijving|toelichting"
    r"|bron|opmerking\w*|naam|rol|functie|organisatie|event|what|who)\b",
    re.IGNORECASE,
)
_MONTHS = (
    r"jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_STRONG_DATE = re.compile(
    rf"\b\d{{1,4}}[-/.]\d{{1,2}}(?:[-/.]\d{{2,4}})?\b|\b(?:{_MONTHS})\b"
    r"|\b(?:19|20)\d\d\b|\bweek\s+\d",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*[^\W\d]{3,}(?: [^\W\d]+){0,2}:\s")
"""The field of a letterhead: "Datum: 3 mei 2022", "Ons kenmerk: 2022-14"."""

MAX_DATE_CELL = 60
MAX_HEADER_CELL = 40
DATED_SHARE = 0.6
MAX_TITLES, MAX_TITLE = 6, 300
HEADER_WITHIN = 12
"""Rows from the top in which a header is looked for: titles may stand above it."""


def mark_tables(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Turn lines with bars into rows, and find header and date column per table."""
    rows = [as_row(text, segment) for segment in segments]
    barred = {s.span.start for s in segments if not s.cells}
    done: list[Segment] = []
    for group in _groups(text, rows):
        if len(group) > 1 and group[0].cells:
            table = list(_table(text, group))
            done.extend(table if _is_table(text, table) else map(_plain, group))
        else:
            done.extend(_undone(s, barred=s.span.start in barred) for s in group)
    return _titles(done)


def names_dates(cell: str) -> bool:
    """Tell whether a short cell is the header of a column of dates."""
    words = cell.strip()
    return len(words) <= MAX_HEADER_CELL and bool(_DATE_HEADER.match(words))


def as_row(text: str, segment: Segment) -> Segment:
    """Return a line with bars or tabs as the row that it may be; others as they are."""
    if segment.cells or segment.kind is not SegmentKind.PARAGRAPH:
        return segment
    line = segment.span.of(text)
    barred = " | " in line or (line[0] == "|" and line.count("|") > 1)
    if not barred and "\t" not in line:
        return segment
    cells = tuple(_split(line, segment.span.start, _BAR if barred else _TAB))
    if len(cells) < 2:
        return segment
    return replace(segment, kind=SegmentKind.ROW, cells=cells)


def _split(line: str, start: int, border: re.Pattern[str]) -> Iterator[Span]:
    """Yield the cells of a line with bars; outer bars are no cell borders."""
    bars = [m.span() for m in border.finditer(line)]
    edges = [(0, 0), *bars, (len(line), len(line))]
    pairs = list(pairwise(edges))
    if line.startswith("|"):
        pairs = pairs[1:]
    if line.endswith("|"):
        pairs = pairs[:-1]
    for (_, begin), (end, _) in pairs:
        if begin < end:
            yield Span(start=start + begin, end=start + end)
        else:
            blank = max(0, begin - 1)
            yield Span(start=start + blank, end=start + blank + 1)


def _groups(text: str, segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Yield runs of rows that stand directly under one another, others alone."""
    group: list[Segment] = []
    for segment in segments:
        if group and not (
            group[-1].cells and segment.cells and _joined(text, group[-1], segment)
        ):
            yield group
            group = []
        group.append(segment)
    if group:
        yield group


def _joined(text: str, above: Segment, below: Segment) -> bool:
    if above.place.sheet != below.place.sheet:
        return False
    return text.count("\n", above.span.end, below.span.start) <= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """Where the header of a table stands and which column holds its dates."""

    header: int | None
    date_column: int | None


def _table(text: str, rows: Sequence[Segment]) -> Iterator[Segment]:
    shape = _shape(text, rows)
    first = shape.header if shape.header is not None else 0
    for position, row in enumerate(rows):
        if _RULE.fullmatch(row.span.of(text)):
            continue
        if position == shape.header:
            yield replace(row, kind=SegmentKind.HEADER_ROW)
        elif len(row.cells) == 1 and (position < first or shape.date_column == 0):
            yield replace(row, kind=SegmentKind.HEADING, cells=())
        elif shape.date_column is not None and shape.date_column < len(row.cells):
            yield replace(row, date_cell=shape.date_column)
        else:
            yield row


def _shape(text: str, rows: Sequence[Segment]) -> _Shape:
    for position, row in enumerate(rows[:HEADER_WITHIN]):
        if len(row.cells) < 2:
            continue
        words = [cell.of(text).strip() for cell in row.cells]
        if not _could_be_header(words):
            break
        named = _first(words, _DATE_HEADER)
        if named is not None:
            return _Shape(header=position, date_column=named)
        if _first(words, _HEADER_WORD) is not None:
            below = rows[position + 1 :]
            return _Shape(header=position, date_column=_dated_column(text, below))
        column = _dated_column(text, rows[position + 1 :])
        if column is not None and column < len(words):
            return _Shape(header=position, date_column=column)
        break
    return _Shape(header=None, date_column=_dated_column(text, rows))


def _could_be_header(words: Sequence[str]) -> bool:
    return all(
        len(word) <= MAX_HEADER_CELL and not _STRONG_DATE.search(word) for word in words
    )


def _first(words: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    for position, word in enumerate(words):
        if pattern.match(word):
            return position
    return None


def _dated_column(text: str, rows: Sequence[Segment]) -> int | None:
    """Return the first column most of whose cells hold a date, None without one."""
    tabular = [row for row in rows if len(row.cells) > 1]
    if not tabular:
        return None
    for column in range(min(4, max(len(row.cells) for row in tabular))):
        cells = [r.cells[column].of(text) for r in tabular if column < len(r.cells)]
        filled = [cell.strip() for cell in cells if cell.strip()]
        dated = sum(map(is_date_like, filled))
        if dated and dated >= DATED_SHARE * len(tabular):
            return column
    return None


def holds_dates(text: str, rows: Sequence[Segment], column: int) -> bool:
    """Tell whether most rows have a date in a column."""
    cells = [r.cells[column].of(text).strip() for r in rows if column < len(r.cells)]
    return sum(map(is_date_like, cells)) >= max(1, DATED_SHARE * len(rows))


def is_date_like(cell: str) -> bool:
    """Tell whether a short cell holds a day, a month or a year."""
    told = len(cell) <= MAX_DATE_CELL and bool(_STRONG_DATE.search(cell))
    return told and not _LABELLED.match(cell)


def _is_table(text: str, rows: Sequence[Segment]) -> bool:
    """Tell whether rows are more than lines that happen to hold tabs."""
    if any(row.date_cell is not None for row in rows):
        return True
    return not any("\t" in row.span.of(text) for row in rows)


def _plain(segment: Segment) -> Segment:
    return replace(segment, kind=SegmentKind.PARAGRAPH, cells=())


def _undone(segment: Segment, *, barred: bool) -> Segment:
    """Return a row that stands alone, and was a line with bars, as a paragraph."""
    if segment.kind is SegmentKind.ROW and (barred or len(segment.cells) < 2):
        return _plain(segment)
    return segment


def _titles(segments: list[Segment]) -> list[Segment]:
    """Mark the lines above the header in a source that is a table and little else."""
    kinds = [segment.kind for segment in segments]
    if SegmentKind.HEADER_ROW not in kinds[: MAX_TITLES + 1]:
        return segments
    upto = kinds.index(SegmentKind.HEADER_ROW)
    above = segments[:upto]
    if 2 * kinds.count(SegmentKind.ROW) < len(kinds) or not all(map(_may_title, above)):
        return segments
    titles = [replace(s, kind=SegmentKind.HEADING) for s in above]
    return [*titles, *segments[upto:]]


def _may_title(segment: Segment) -> bool:
    plain = segment.kind in (SegmentKind.PARAGRAPH, SegmentKind.HEADING)
    return plain and len(segment.span) <= MAX_TITLE
