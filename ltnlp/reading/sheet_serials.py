"""Days that a workbook keeps as bare numbers: 45356 for 5 March 2024.

A date that was pasted as a value, or whose column lost its format, is the number of
days since 30 December 1899 (Excel and LibreOffice; ECMA-376 part 1, 18.17.4.1).
"""

import datetime as dt
from collections.abc import Sequence

from ltnlp.reading.tables import names_dates

Row = tuple[int, list[tuple[int, object]]]
"""Number of a row, and of each cell its column and value."""

FIRST, LAST = 18_264, 55_152
"""1 January 1950 and 30 December 2050."""

_ZERO = dt.date(1899, 12, 30)
HEADER_WITHIN = 12


def with_days(rows: Sequence[Row]) -> list[Row]:
    """Return rows with the bare numbers of date columns as days.

    A column is one of dates when a date is in it or a word of its first rows says so,
    and every number in it could be a day.
    """
    columns = _dated(rows) - _with_other_numbers(rows)
    return [(number, [_day(cell, columns) for cell in cells]) for number, cells in rows]


def _dated(rows: Sequence[Row]) -> frozenset[int]:
    told = {
        column
        for _, cells in rows
        for column, value in cells
        if isinstance(value, dt.date)
    }
    named = {
        column
        for _, cells in rows[:HEADER_WITHIN]
        for column, value in cells
        if isinstance(value, str) and names_dates(value)
    }
    return frozenset(told | named)


def _with_other_numbers(rows: Sequence[Row]) -> frozenset[int]:
    return frozenset(
        column
        for _, cells in rows
        for column, value in cells
        if _is_number(value) and not _is_serial(value)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_serial(value: object) -> bool:
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    return whole and _is_number(value) and FIRST <= float(str(value)) <= LAST


def _day(cell: tuple[int, object], columns: frozenset[int]) -> tuple[int, object]:
    column, value = cell
    if column not in columns or not _is_serial(value):
        return cell
    return column, _ZERO + dt.timedelta(days=int(float(str(value))))
