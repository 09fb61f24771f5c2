"""Tables on a page of a PDF: by the lines drawn around cells, else by their columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ltnlp.reading.pdf_lines import Line, joined, lines_of
from ltnlp.reading.pdf_page import Rules, Word

NEAR = 3.5
"""Points within which two drawn lines, or two beginnings of a column, are one."""

MIN_RIVER = 0.35
"""Of the height of a line: the least white between two columns."""

ROW_GAP = 1.2
END_GAP = 2.6
MIN_EVIDENCE = 3
River = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, how high the table begins, and where its columns do."""

    top: float
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Band:
    """The space between two flat lines, cut by upright ones."""

    bottom: float
    top: float
    edges: tuple[float, ...]


def ruled_tables(words: Sequence[Word], rules: Rules) -> tuple[list[Table], list[Word]]:
    """Return the tables that are drawn, and the words outside them."""
    found: list[Table] = []
    inside: set[int] = set()
    for bands in _grids(rules):
        edges = _merged([edge for band in bands for edge in band.edges])
        rows = []
        for band in bands:
            held = [word for word in words if _holds(band, word)]
            inside.update(word.order for word in held)
            rows.append(_row(held, band, edges))
        found.append(
            Table(top=bands[0].top, rows=tuple(rows), columns=tuple(edges[:-1]))
        )
    return found, [word for word in words if word.order not in inside]


def _grids(rules: Rules) -> Iterator[list[_Band]]:
    """Yield runs of bands, from top to bottom, that have two columns or more."""
    # A row that goes on on another page is closed by nothing but its sides.
    ends = [end for _, low, high in rules.upright for end in (low, high)]
    heights = _merged([*(height for height, _, _ in rules.flat), *ends])[::-1]
    grid: list[_Band] = []
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        edges = _merged([x for x, low, high in rules.upright if low < middle < high])
        if len(edges) > 2:
            grid.append(_Band(bottom=bottom, top=top, edges=tuple(edges)))
            continue
        if grid:
            yield grid
        grid = []
    if grid:
        yield grid


def _merged(places: Sequence[float]) -> list[float]:
    """Return places in order, those that are near to one another as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _holds(band: _Band, word: Word) -> bool:
    centre = (word.left + word.right) / 2
    return (
        band.bottom < word.middle <= band.top
        and band.edges[0] < centre < band.edges[-1]
    )


def _row(words: Sequence[Word], band: _Band, edges: Sequence[float]) -> tuple[str, ...]:
    cells: list[list[Word]] = [[] for _ in edges[1:]]
    for word in words:
        begin = max(x for x in band.edges if x < (word.left + word.right) / 2)
        column = sum(edge <= begin + NEAR for edge in edges) - 1
        cells[min(max(column, 0), len(cells) - 1)].append(word)
    return tuple(_cell(cell) for cell in cells)


def _cell(words: Sequence[Word]) -> str:
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
            break
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
    starts = _row_starts(region, columns)
    for number, line in enumerate(region):
        if number in starts:
            rows.append([[] for _ in columns])
        for word in line.words:
            rows[-1][_column(word, columns)].append(word)
    cells = tuple(tuple(_cell(cell) for cell in row) for row in rows)
    return Table(top=region[0].middle, rows=cells, columns=tuple(columns))


def _row_starts(region: Sequence[Line], columns: Sequence[float]) -> set[int]:
    """Return which lines begin a row: after a larger gap, else in the first column."""
    gaps = [above.middle - below.middle for above, below in pairwise(region)]
    least = min(gaps)
    large = {at for at, gap in enumerate(gaps, start=1) if gap > ROW_GAP * least}
    if large and len(large) < len(gaps):
        return {0, *large}
    first = {
        number
        for number, line in enumerate(region)
        if _column(line.words[0], columns) == 0
    }
    return {0, *first}
