"""Tables on a page of a PDF around whose cells nothing is drawn: columns stand aligned."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from ltnlp.reading.pdf_lines import Line, joined, lines_of
from ltnlp.reading.pdf_page import Word
from ltnlp.reading.tables import DATED_SHARE, is_date_like

NEAR = 3.5
"""Points within which two drawn lines, or two beginnings of a column, are one."""

_YEAR = re.compile(r"\d{4}")
"""The rest of a date whose day and month stand on the line above."""

MIN_RIVER = 0.35
"""Of the height of a line: the least white between two columns."""

ROW_GAP = 1.2
END_GAP = 2.6
MIN_EVIDENCE = 3
MIN_DAYS = 2
River = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, how high the table begins, and where its columns do."""

    top: float
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[float, ...]


def cell_of(words: Sequence[Word]) -> str:
    """Return the words of a cell, its lines joined."""
    lines = [line.text for line in lines_of(words)]
    return joined(lines) if lines else ""


def aligned_tables(lines: Sequence[Line]) -> Iterator[Table | list[Line]]:
    """Yield blocks of lines as they are, and tables where columns stand aligned."""
    at = 0
    block: list[Line] = []
    while at < len(lines):
        end, columns = _region(lines, at)
        if end - at < 2:
            block.append(lines[at])
            at += 1
            continue
        if block:
            yield block
            block = []
        yield _aligned(lines[at:end], columns)
        at = end
    if block:
        yield block


def _region(lines: Sequence[Line], start: int) -> tuple[int, list[float]]:
    """Return where a table that begins at `start` ends, and where its columns begin.

    Rivers of white run down between its columns; a line that crosses one ends it.
    """
    if len(lines[start].fragments()) < 2:
        return start, []
    rivers = _gaps(lines[start])
    flows = dict.fromkeys(rivers, 1)
    end, evidence = start + 1, _evidence(lines[start])
    while end < len(lines) and _near_enough(lines[end - 1], lines[end]):
        narrowed = {r: _narrowed(r, lines[end]) for r in rivers}
        if any(n is None and flows[r] > 1 for r, n in narrowed.items()):
            if evidence < MIN_EVIDENCE or not _is_between(lines, end, rivers):
                break
            end += 1
            continue
        kept = [
            (n, flows[r] + _divides(n, lines[end])) for r, n in narrowed.items() if n
        ]
        if not kept:
            break
        rivers, flows = [river for river, _ in kept], dict(kept)
        evidence += _evidence(lines[end])
        end += 1
    rivers = [river for river in rivers if flows[river] > 1]
    if evidence < MIN_EVIDENCE or not rivers:
        return start, []
    return end, _column_starts(lines[start:end], rivers)


def _is_between(lines: Sequence[Line], at: int, rivers: Sequence[River]) -> bool:
    """Tell whether one line stands over all columns, and the table goes on below it."""
    if at + 1 >= len(lines) or not _near_enough(lines[at], lines[at + 1]):
        return False
    below = lines[at + 1]
    flow = all(_narrowed(river, below) for river in rivers)
    return flow and any(_divides(river, below) for river in rivers)


def _gaps(line: Line) -> list[River]:
    """Return the white between words that a river could run through."""
    least = MIN_RIVER * line.height
    return [
        (before.right, word.left)
        for before, word in pairwise(line.words)
        if word.left - before.right >= least
    ]


def _narrowed(river: River, line: Line) -> River | None:
    """Return the widest part of a river that a line leaves white, if wide enough."""
    left, right = river
    edges = [left]
    for word in line.words:
        if word.right > left and word.left < right:
            edges += [word.left, word.right]
    edges.append(right)
    widest = max(zip(edges[::2], edges[1::2], strict=True), key=lambda e: e[1] - e[0])
    return widest if widest[1] - widest[0] >= MIN_RIVER * line.height else None


def _divides(river: River, line: Line) -> bool:
    return line.left < river[0] + NEAR and line.right > river[1] - NEAR


def _column_starts(lines: Sequence[Line], rivers: Sequence[River]) -> list[float]:
    """Return the left edge of each column."""
    starts = [min(line.left for line in lines)]
    words = [word for line in lines for word in line.words]
    for _, right in sorted(rivers):
        starts.append(min(w.left for w in words if w.left >= right - NEAR))
    return starts


def _near_enough(above: Line, below: Line) -> bool:
    return above.middle - below.middle < END_GAP * above.height


def _evidence(line: Line) -> int:
    """Weigh a line as a sign of a table: a gap between single words says little."""
    fragments = len(line.fragments())
    if fragments < 2:
        return 0
    return 2 if len(line.words) > fragments else 1


def _column(word: Word, columns: Sequence[float]) -> int:
    return max(0, sum(column <= word.left + NEAR for column in columns) - 1)


def _aligned(region: Sequence[Line], columns: Sequence[float]) -> Table:
    rows: list[list[list[Word]]] = []
    over = {n for n, line in enumerate(region) if _stands_over(line, columns)}
    back = {n for n in range(1, len(region)) if _runs_back(region, n, columns)}
    starts = _row_starts(region, columns, over) - back
    for number, line in enumerate(region):
        if number in starts:
            rows.append([[] for _ in columns])
        for word in line.words:
            column = 0 if number in over else _column(word, columns)
            rows[-1][-1 if number in back else column].append(word)
    cells = tuple(tuple(cell_of(cell) for cell in row) for row in rows)
    return Table(top=region[0].middle, rows=cells, columns=tuple(columns))


def _runs_back(lines: Sequence[Line], at: int, columns: Sequence[float]) -> bool:
    """Tell whether a line goes on, at the margin, with what stands behind a label.

    "Aanwezig:   moeder, vader en de arts van de" is prose with a tab in it.
    """
    above, line = lines[at - 1], lines[at]
    label = _head(above, columns).endswith(":")
    beside = any(_column(word, columns) for word in line.words)
    first = line.words[0]
    room = max(one.right for one in lines) - above.right
    full = room < first.right - first.left + 0.5 * above.height
    return label and full and not beside and not _head(line, columns).endswith(":")


def _stands_over(line: Line, columns: Sequence[float]) -> bool:
    """Tell whether words of a line run on over the beginning of a column."""
    return any(_runs_over(line, column) for column in columns[1:])


def _runs_over(line: Line, column: float) -> bool:
    before = [word for word in line.words if word.left < column - NEAR]
    if not before:
        return False
    after = [word.left for word in line.words[len(before) :]]
    white = min(after, default=column + NEAR) - before[-1].right
    return white < (MIN_RIVER * line.height if after else 0)


def _row_starts(
    region: Sequence[Line], columns: Sequence[float], over: AbstractSet[int]
) -> set[int]:
    """Return which lines begin a row; one that stands over all columns is a row.

    Where the first column holds dates each begins one, or ends one where the lines of
    a row stand above its date; else rows begin after larger gaps, else in the first
    column.
    """
    apart = {0, *over, *(n + 1 for n in over)}
    heads = ["" if n in over else _head(line, columns) for n, line in enumerate(region)]
    days = [
        n
        for n, head in enumerate(heads)
        if is_date_like(head) and not _YEAR.fullmatch(head)
    ]
    named = [n for n, head in enumerate(heads) if head]
    if len(days) >= MIN_DAYS and len(days) >= DATED_SHARE * len(named):
        return apart | _dated_starts(heads, days)
    gaps = [above.middle - below.middle for above, below in pairwise(region)]
    least = min(gaps)
    large = {at for at, gap in enumerate(gaps, start=1) if gap > ROW_GAP * least}
    if large and len(large) < len(gaps):
        return apart | large
    return apart | {*named}


def _head(line: Line, columns: Sequence[float]) -> str:
    """Return the words of a line in the first column."""
    return " ".join(w.text for w in line.words if _column(w, columns) == 0)


def _dated_starts(heads: Sequence[str], days: Sequence[int]) -> set[int]:
    first = days[0]
    over = first > 0 and bool(heads[0]) and not heads[first - 1]
    if over and days[-1] == len(heads) - 1:
        # Words stand above their date, as where cells are aligned at the bottom.
        return {1, *(day + 1 for day in days[:-1])}
    return {*days}
