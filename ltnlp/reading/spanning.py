"""Cells that span rows and columns → rows that each tell what holds for them."""

from collections.abc import Iterable
from dataclasses import dataclass

MAX_TOLD = 60
"""Characters: a longer cell is no date or name, and is told in its first row only."""

MAX_WIDE, MAX_HIGH = 64, 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanningCell:
    """The words of a cell, and over how many columns and rows it stands."""

    words: str
    wide: int = 1
    high: int = 1


class SpannedRows:
    """Lays the cells of a table out in columns, row after row.

    A short cell over several rows, such as a date, is told in each of them; columns
    that a cell covers beside its first are empty.
    """

    def __init__(self) -> None:
        """Begin above the first row."""
        self._open: dict[int, SpanningCell] = {}

    def row(self, cells: Iterable[SpanningCell]) -> list[str]:
        """Return the words of each column of the next row."""
        told: list[str] = []
        for cell in cells:
            self._tell_open(told)
            self._begin(cell, at=len(told))
            told += [cell.words, *[""] * (min(cell.wide, MAX_WIDE) - 1)]
        self._tell_open(told)
        return told

    def _begin(self, cell: SpanningCell, *, at: int) -> None:
        if cell.high > 1:
            words = cell.words if len(cell.words) <= MAX_TOLD else ""
            high = min(cell.high, MAX_HIGH) - 1
            self._open[at] = SpanningCell(words=words, wide=cell.wide, high=high)

    def _tell_open(self, told: list[str]) -> None:
        """Add the columns that cells of rows above still cover."""
        while (at := len(told)) in self._open:
            cell = self._open.pop(at)
            told += [cell.words, *[""] * (min(cell.wide, MAX_WIDE) - 1)]
            self._begin(cell, at=at)


def count_of(value: str | None) -> int:
    """Return the number that an attribute tells, 1 where it tells none."""
    return int(value) if value and value.isdecimal() and len(value) < 5 else 1
