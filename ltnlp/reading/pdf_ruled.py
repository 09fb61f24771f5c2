"""Tables on a page of a PDF that are drawn: lines stand around their cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ltnlp.reading.pdf_lines import LEADING, lines_of
from ltnlp.reading.pdf_page import Rules, Word
from ltnlp.reading.pdf_tables import NEAR, Table, cell_of
from ltnlp.reading.spanning import MAX_TOLD
from ltnlp.reading.tables import is_date_like

SIDES = 2
"""Upright lines of a band that has one column."""

Row = list[list[Word]]
"""The words of each of its cells."""


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
    for bands in _grids(words, rules):
        edges = _merged([edge for band in bands for edge in band.edges])
        rows: list[Row] = []
        for band in bands:
            held = _held(words, band)
            inside.update(word.order for word in held)
            rows.append(_row(held, band, edges))
        told = _told(rows, bands, edges, rules)
        found.append(Table(top=bands[0].top, rows=told, columns=tuple(edges[:-1])))
    return found, [word for word in words if word.order not in inside]


def _grids(words: Sequence[Word], rules: Rules) -> Iterator[list[_Band]]:
    """Yield runs of bands, from top to bottom, that have two columns or more.

    A band that is cut by nothing belongs to the run when its words stand in the columns
    of a band beside it, or are one line over all of them.
    """
    for run in _runs(rules):
        grid: list[_Band] = []
        for at, band in enumerate(run):
            whole = band if _is_cut(band) else _like(words, band, _nearest(run, at))
            if whole is not None:
                grid.append(whole)
                continue
            if any(map(_is_cut, grid)):
                yield grid
            grid = []
        if any(map(_is_cut, grid)):
            yield grid


def _runs(rules: Rules) -> Iterator[list[_Band]]:
    """Yield bands under one another between the same two sides."""
    run: list[_Band] = []
    for band in _bands(rules):
        if run and not (len(band.edges) > 1 and _same_sides(run[-1], band)):
            yield run
            run = []
        if len(band.edges) > 1:
            run.append(band)
    if run:
        yield run


def _bands(rules: Rules) -> Iterator[_Band]:
    # A row that goes on on another page is closed by nothing but its sides.
    ends = [end for _, low, high in rules.upright for end in (low, high)]
    heights = _merged([*(height for height, _, _ in rules.flat), *ends])[::-1]
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        edges = _merged([x for x, low, high in rules.upright if low < middle < high])
        yield _Band(bottom=bottom, top=top, edges=tuple(edges))


def _is_cut(band: _Band) -> bool:
    return len(band.edges) > SIDES


def _same_sides(one: _Band, other: _Band) -> bool:
    left, right = one.edges[0] - other.edges[0], one.edges[-1] - other.edges[-1]
    return abs(left) < NEAR and abs(right) < NEAR


def _nearest(run: Sequence[_Band], at: int) -> _Band | None:
    """Return the band above that is cut into columns, else the first one below."""
    beside = (*run[:at][::-1], *run[at + 1 :])
    return next(filter(_is_cut, beside), None)


def _like(words: Sequence[Word], band: _Band, other: _Band | None) -> _Band | None:
    if other is None:
        return None
    lines = lines_of(_held(words, band))
    inner = other.edges[1:-1]
    pieces = [piece for line in lines for piece in line.fragments()]
    if not any(piece.left < x < piece.right for piece in pieces for x in inner):
        return replace(band, edges=other.edges)
    return band if len(lines) == 1 else None


def _merged(places: Sequence[float]) -> list[float]:
    """Return places in order, those that are near to one another as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _held(words: Sequence[Word], band: _Band) -> list[Word]:
    return [
        word
        for word in words
        if band.bottom < word.middle <= band.top
        and band.edges[0] < (word.left + word.right) / 2 < band.edges[-1]
    ]


def _row(words: Sequence[Word], band: _Band, edges: Sequence[float]) -> Row:
    cells: Row = [[] for _ in edges[1:]]
    for word in words:
        begin = max(x for x in band.edges if x < (word.left + word.right) / 2)
        column = sum(edge <= begin + NEAR for edge in edges) - 1
        cells[min(max(column, 0), len(cells) - 1)].append(word)
    return cells


def _told(
    rows: Sequence[Row], bands: Sequence[_Band], edges: Sequence[float], rules: Rules
) -> tuple[tuple[str, ...], ...]:
    """Return the words of each cell; a short one over several rows is told in each."""
    told = [[cell_of(cell) for cell in row] for row in rows]
    for column, sides in enumerate(pairwise(edges)):
        first = 0
        for at in range(1, len(rows) + 1):
            if at < len(rows) and not _is_divided(bands[at], sides, edges, rules):
                continue
            cells = [row[column] for row in rows[first:at]]
            for number, words in enumerate(_over_rows(cells), start=first):
                told[number][column] = words
            first = at
    return tuple(map(tuple, told))


def _is_divided(
    band: _Band, sides: tuple[float, float], edges: Sequence[float], rules: Rules
) -> bool:
    """Tell whether a line stands between a cell and that above it.

    Where none is drawn in any column, something else divides the rows.
    """
    drawn = [
        (left, right)
        for height, left, right in rules.flat
        if abs(height - band.top) < NEAR and right > edges[0] and left < edges[-1]
    ]
    middle = sum(sides) / 2
    return not drawn or any(left <= middle <= right for left, right in drawn)


def _over_rows(cells: Sequence[list[Word]]) -> list[str]:
    """Return what is told in each row of a cell that stands over all of them."""
    filled = [cell for cell in cells if cell]
    told = [cell_of(cell) for cell in cells]
    whole = all(_is_below(above, below) for above, below in pairwise(filled))
    if not filled or not whole or sum(map(is_date_like, told)) > 1:
        return list(accumulate(told, lambda above, here: here or _short(above)))
    words = cell_of([word for cell in filled for word in cell])
    return [words, *[_short(words)] * (len(cells) - 1)]


def _short(words: str) -> str:
    return words if len(words) <= MAX_TOLD else ""


def _is_below(above: Sequence[Word], below: Sequence[Word]) -> bool:
    """Tell whether words stand on the next line of the same text."""
    last, first = min(w.middle for w in above), max(w.middle for w in below)
    return last - first <= LEADING * below[0].height
