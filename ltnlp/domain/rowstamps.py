"""Marks of what a row showed when it was handed out: they tell what a person changed.

Without them a row that came back could not be told from one that is out of date.
"""

from collections.abc import Mapping
from hashlib import sha256

from ltnlp.domain.rowformat import Column

EDITED = (
    Column.DATE,
    Column.EVENT,
    Column.REALISED,
    Column.ORGANISATION,
    Column.MOMENT,
    Column.STATUS,
    Column.EDTF,
)
"""Columns that are read back, in the order of their marks."""

SIZE = 6
"""Hexadecimal letters of a mark: one change in sixteen million goes unseen."""

Cells = Mapping[Column, object]


def words_of(cell: object) -> str:
    """Return the words of a cell however a spreadsheet wrote them."""
    return "" if cell is None else " ".join(str(cell).lstrip("'").split())


def stamp_of(cells: Cells) -> str:
    """Return the marks of the cells that are read back, joined by dashes."""
    return "-".join(mark_of(column, cells.get(column)) for column in EDITED)


def mark_of(column: Column, cell: object) -> str:
    """Return the mark of one cell."""
    return sha256(f"{column}:{words_of(cell)}".encode()).hexdigest()[:SIZE]


def changed(cells: Cells, stamp: str) -> tuple[Column, ...] | None:
    """Return the columns that a person changed; None when the stamp is none of ours."""
    marks = stamp.split("-")
    if len(marks) != len(EDITED):
        return None
    return tuple(
        column
        for column, mark in zip(EDITED, marks, strict=True)
        if mark_of(column, cells.get(column)) != mark
    )
