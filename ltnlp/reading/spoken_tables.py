"""Transcripts kept as tables: when, who and what in columns; each row is a turn.

The columns of NVivo (Timespan, Content, Speaker), of speech recognition (start, end,
speaker, text), and of tables that people make themselves, with a header or without.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ltnlp.domain.documents import Segment, SegmentKind
from ltnlp.reading.clock_times import BEGINS_WITHIN, CLOCK, seconds
from ltnlp.reading.cues import joined_over_cues
from ltnlp.reading.labels import label_of
from ltnlp.reading.tables import as_row, holds_dates, names_dates

_WORDS_HEADER = re.compile(
    r"(?:content|text|tekst|inhoud|transcript(?:ie)?|uitspraak|uiting|utterance"
    r"|gesproken(?: tekst)?|wat (?:is|wordt|werd) gezegd)",
    re.IGNORECASE,
)
_WHO_HEADER = re.compile(
    r"(?:speakers?|sprekers?|spreker ?/ ?rol|deelnemer|persoon|wie|naam|name|who)",
    re.IGNORECASE,
)
_TIME_HEADER = re.compile(
    r"(?:timespan|time ?codes?|time ?stamps?|tijd(?:code|stip|span|spanne|en)?|time"
    r"|start(?: ?time|tijd)?|begin(?:tijd)?)",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"[\[(#]?(?P<from>{CLOCK})(?:-\d)?[\])#]?(?:\s*(?:-->|[-–])\s*{CLOCK})?"
)
_COUNT = re.compile(r"\d+(?:[.,]\d+)?")
MIN_TURNS, MIN_SPEAKERS = 4, 2
TOLD_SHARE = 0.8
MAX_LABEL = 40
MAX_WIDTH = 8
MIN_SAID = 30
"""Characters that a talk without any question has in a turn as a rule."""

MILLISECONDS = 100.0
"""The usual length of a turn from which whole numbers cannot be seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Which column holds what; `header` is the row that says so."""

    words: int
    who: int | None = None
    time: int | None = None
    header: Segment | None = None


def mark_spoken_tables(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Turn the rows of a table of who said what, or what was said when, into turns."""
    rows = [as_row(text, segment) for segment in segments]
    table = [row for row in rows if row.cells]
    columns = _by_header(text, table) or _by_cells(text, table)
    if columns is None:
        return list(segments)
    times = _times(text, table, columns)
    done: list[Segment] = []
    for row, segment in zip(rows, segments, strict=True):
        if row is columns.header:
            done.append(replace(row, kind=SegmentKind.HEADER_ROW))
        else:
            done.append(_turn(text, row, columns, times) or segment)
    return list(_joined(text, done)) if columns.time is not None else done


def _joined(text: str, segments: Sequence[Segment]) -> Iterator[Segment]:
    """Join the sentences that rows cut in two, as cues do."""
    for _, run in groupby(segments, lambda s: s.kind is SegmentKind.TURN):
        stretch = list(run)
        is_said = stretch[0].kind is SegmentKind.TURN
        yield from (
            joined_over_cues(text, [[s] for s in stretch]) if is_said else stretch
        )


def _by_header(text: str, table: Sequence[Segment]) -> _Columns | None:
    for row in table[:MAX_WIDTH]:
        heads = [head.strip() for head in _cells(text, row)]
        words = _named(heads, _WORDS_HEADER)
        who, time = _named(heads, _WHO_HEADER), _named(heads, _TIME_HEADER)
        if words is None or (who is None and time is None):
            continue
        found = _Columns(words=words, who=who, time=time, header=row)
        below = [r for r in table if r is not row]
        if time is not None and not _is_timed(text, below, found):
            return None
        dated = (names_dates(h) for n, h in enumerate(heads) if n not in (who, time))
        return None if any(dated) else found
    return None


def _named(heads: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((n for n, head in enumerate(heads) if pattern.fullmatch(head)), None)


def _is_timed(text: str, rows: Sequence[Segment], columns: _Columns) -> bool:
    times = _times(text, rows, columns)
    return bool(times) and len(times) >= TOLD_SHARE * len(rows)


def _is_dated(text: str, rows: Sequence[Segment], columns: Sequence[int]) -> bool:
    return any(holds_dates(text, rows, column) for column in columns)


def _by_cells(text: str, table: Sequence[Segment]) -> _Columns | None:
    """Find the columns of a table that nothing heads, by what stands in them."""
    if len(table) < MIN_TURNS:
        return None
    width, even = Counter(len(row.cells) for row in table).most_common(1)[0]
    if width > MAX_WIDTH or even < TOLD_SHARE * len(table):
        return None
    rows = [row for row in table if len(row.cells) == width]
    sizes = [sum(len(_cell(text, row, n)) for row in rows) for n in range(width)]
    words = sizes.index(max(sizes))
    others = [n for n in range(width) if n != words]
    time = next((n for n in others if _runs(text, rows, n)), None)
    who = next((n for n in others if n != time and _speak(text, rows, n, words)), None)
    if _is_dated(text, rows, [n for n in others if n not in (who, time)]):
        return None
    if who is None and (time is None or width > MIN_SPEAKERS):
        return None
    return _Columns(words=words, who=who, time=time)


def _runs(text: str, rows: Sequence[Segment], column: int) -> bool:
    """Tell whether a column holds the times of a recording, from its beginning on."""
    found = [_TIME.fullmatch(_cell(text, row, column)) for row in rows]
    times = [seconds(one["from"]) for one in found if one]
    ahead = all(before <= after for before, after in pairwise(times))
    return ahead and len(times) >= TOLD_SHARE * len(rows) and times[0] < BEGINS_WITHIN


def _speak(text: str, rows: Sequence[Segment], column: int, words: int) -> bool:
    """Tell whether a column names who says what stands in the column `words`."""
    labels = Counter(_label(_cell(text, row, column)) for row in rows)
    known = {label: n for label, n in labels.items() if label and n > 1}
    told = sum(known.values())
    if len(known) < MIN_SPEAKERS or told < max(MIN_TURNS, TOLD_SHARE * len(rows)):
        return False
    said = [_cell(text, row, words) for row in rows]
    lengths = sorted(map(len, said))
    return any("?" in one for one in said) or lengths[len(lengths) // 2] >= MIN_SAID


def _label(cell: str) -> str:
    """Return what stands in a cell when it can name a speaker, else ""."""
    label = cell.rstrip(":").strip()
    return label if len(label) <= MAX_LABEL and label_of(f"{label}: x") else ""


def _turn(
    text: str, row: Segment, columns: _Columns, times: Mapping[int, str]
) -> Segment | None:
    if len(row.cells) <= columns.words:
        return None
    time = times.get(row.span.start)
    if not _cell(text, row, columns.words) or (columns.time is not None and not time):
        return None
    who = None if columns.who is None else _cell(text, row, columns.who)
    return replace(
        row,
        kind=SegmentKind.TURN,
        body=row.cells[columns.words],
        speaker=(who or "").rstrip(":").strip() or None,
        place=replace(row.place, time_code=time),
        cells=(),
    )


def _times(text: str, rows: Sequence[Segment], columns: _Columns) -> dict[int, str]:
    """Return the time of each row that tells one, by where the row begins."""
    if columns.time is None:
        return {}
    told = {row.span.start: _cell(text, row, columns.time) for row in rows}
    found = {at: _TIME.fullmatch(cell) for at, cell in told.items()}
    clock = {at: one["from"] for at, one in found.items() if one is not None}
    if clock:
        return clock
    counts = {at: c for at, c in told.items() if _COUNT.fullmatch(c)}
    numbers = {at: float(c.replace(",", ".")) for at, c in counts.items()}
    gaps = sorted(b - a for a, b in pairwise(numbers.values()))
    whole = all(c.isdecimal() for c in counts.values())
    unit = 1000.0 if whole and gaps and gaps[len(gaps) // 2] > MILLISECONDS else 1.0
    return {at: _clock(number / unit) for at, number in numbers.items()}


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _cells(text: str, row: Segment) -> list[str]:
    return [cell.of(text) for cell in row.cells]


def _cell(text: str, row: Segment, column: int) -> str:
    return row.cells[column].of(text).strip() if column < len(row.cells) else ""
